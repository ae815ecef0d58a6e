using System.Runtime.CompilerServices;
using CollabRisk.Rules;

namespace CollabRisk.NRules.Session;

/// <summary>
/// The findings of an assessment by what they are of. NRules asks for one with every match: sought through all of them, a session about many partners would
/// take as many steps as it has findings, squared.
/// </summary>
internal static class FindingIndex
{
    private static readonly ConditionalWeakTable<Assessment, Dictionary<(Rule Rule, int Case, int Partner), Finding>> Made = [];

    /// <summary>The findings by rule, number of the case and row of the partner, which is -1 for the collaboration.</summary>
    public static IReadOnlyDictionary<(Rule Rule, int Case, int Partner), Finding> Of(Assessment assessment) => Made.GetValue(assessment, static each =>
    {
        var findings = new Dictionary<(Rule Rule, int Case, int Partner), Finding>(each.Findings.Count);
        foreach (var finding in each.Findings)
        {
            findings.TryAdd((finding.Rule, finding.CaseNumber, finding.PartnerRow), finding);
        }

        return findings;
    });
}
