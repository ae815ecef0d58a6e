using System.Globalization;
using System.Text;
using CollabRisk.Text;

namespace CollabRisk.Perspectives;

/// <summary>Writes assessed perspectives as text that reads well in a terminal without colour.</summary>
internal static class PerspectiveText
{
    public static string Write(PerspectiveAssessment assessed)
    {
        var text = new StringBuilder();
        var perspectives = assessed.Perspectives;
        text.Append(CultureInfo.InvariantCulture, $"{perspectives}\n");
        foreach (var earlier in perspectives.Superseded)
        {
            text.Append(CultureInfo.InvariantCulture, $"Not counted: {earlier}, since {earlier.Holder} has a later view\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nTogether: {assessed.Merged.Overall}\n");
        foreach (var view in assessed.Views)
        {
            text.Append(CultureInfo.InvariantCulture, $"{view.Perspective.Holder} alone: {view.Assessment.Overall}\n");
            AddFindings(text, "here and not together", view.OnlyHere);
            AddFindings(text, "together and not here", view.OnlyMerged);
        }

        if (assessed.Disagreements.Count > 0)
        {
            text.Append("\nDisagreements\n");
        }

        foreach (var disagreement in assessed.Disagreements)
        {
            Add(text, disagreement);
        }

        if (perspectives.KnownToOne.Count > 0)
        {
            text.Append("\nKnown to one holder only\n");
        }

        foreach (var fact in perspectives.KnownToOne)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {fact.Path}: {fact.Positions[0].Value} ({fact.Positions[0].Holder})\n");
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, Disagreement disagreement)
    {
        text.Append(CultureInfo.InvariantCulture, $"  {disagreement.Path}: {disagreement.Question}\n");
        foreach (var position in disagreement.Positions)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {position}\n");
        }

        if (disagreement.Held.FollowsAs is { } value)
        {
            text.Append(CultureInfo.InvariantCulture, $"    taken as {value}, which follows from other facts\n");
        }

        if (disagreement.HoldsOpen.Count > 0)
        {
            var level = disagreement.Worst == Level.None ? "" : $", up to {disagreement.Worst}";
            text.Append(CultureInfo.InvariantCulture, $"    holds open {Words.List(disagreement.HoldsOpen)}{level}\n");
        }
    }

    private static void AddFindings(StringBuilder text, string where, IReadOnlyList<Finding> findings)
    {
        if (findings.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {where}: {string.Join(", ", FindingGroup.Of(findings).Select(Named))}\n");
        }
    }

    /// <summary>A matter: the root, and in brackets what follows from it.</summary>
    private static string Named(FindingGroup matter) =>
        matter.Consequences.Count == 0 ? Named(matter.Root) : $"{Named(matter.Root)} [with {string.Join(", ", matter.Consequences.Select(Named))}]";

    private static string Named(Finding finding) =>
        $"{finding.Code}{(finding.SubjectInWords is { } subject ? $" of {subject}" : "")}{(finding.Level is { } level ? $" ({level})" : "")}";
}
