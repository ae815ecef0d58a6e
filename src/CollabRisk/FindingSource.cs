using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>The evaluation that findings are read from, and what each says by it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class FindingSource(EvaluationState state, IReadOnlyList<Tension> tensions)
{
    private readonly Predicate<Rule> isRaised = state.IsRaised;
    private readonly Predicate<Tension> isBetweenFindings = tensions.Contains;

    /// <summary>The name of a finding that is unique among those of the assessment.</summary>
    public string FingerprintOf(RaisedCase raised)
    {
        var (rule, @case) = (raised.Rule, raised.Rule.Cases[raised.Case]);
        if (!rule.IsPerPartner)
        {
            return @case.Subject is null ? rule.Code : $"{rule.Code}/{@case.Subject}";
        }

        var name = state.Facts.Listed[raised.Row].Name;
        return @case.Subject is null ? $"{rule.Code}/{name}" : $"{rule.Code}/{@case.Subject}/{name}";
    }

    public string? SubjectOf(Finding finding) => finding.Case.Subject ?? (finding.PartnerRow >= 0 ? state.Facts.Listed[finding.PartnerRow].Name : null);

    /// <summary>Whether moderators would take a case, or could take it, above the cap of its chapter.</summary>
    public bool IsCapped(RaisedCase raised) => state.ResultOf(raised.Rule, raised.Case, raised.Row).IsCapped;

    public string MessageOf(Finding finding) => MessageOf(state, finding.Rule, finding.Case, finding.PartnerRow, SubjectOf(finding));

    /// <summary>What a raised case says. A recommendation that is followed already is given as something to keep.</summary>
    public static string MessageOf(EvaluationState state, Rule rule, Case @case, int partner, string? subject)
    {
        var message = @case.Says.Fill(state.Facts, partner, @case.SubjectInWords ?? subject, isAboutPartner: @case.Subject is null && partner >= 0);
        var isKept = rule.Kind == FindingKind.Recommendation && rule.DoneWhen.Count > 0 && @case.Recommendations.Count > 0
            && @case.Recommendations.All(step => state.IsDone(rule, step, partner));
        return isKept ? $"Already in place, so keep it: {message}" : message;
    }

    /// <summary>The facts that raised a finding. One that reads none itself rests on those of the findings it builds on.</summary>
    public IReadOnlyList<FactReading> FactsOf(Finding finding)
    {
        var (rule, row) = (finding.Rule, Math.Max(0, finding.PartnerRow));
        var support = new FactCollector(state.Facts);
        AddSupportOf(rule, finding.CaseNumber, row, support);
        if (rule.HasLevel)
        {
            state.Gather(Truth.True, rule, finding.CaseNumber, CasePart.Moderators, row, support);
        }

        if (support.AsTheyCame.IsEmpty)
        {
            AddSupportOfWhatItBuildsOn(rule, finding.PartnerRow, support);
        }

        return support.ToList();
    }

    /// <summary>The moderators that move the level; most rules have none.</summary>
    public IReadOnlyList<Moderator> ActingOn(Finding finding) => finding.Case.Level is null || finding.Case.Moderators.Length == 0
        ? []
        : [.. finding.Case.Moderators.Where(moderator => moderator.When.Evaluate(state, finding.PartnerRow) == Truth.True)];

    /// <summary>The changes of the case, and the added moderators that are not known to stand still.</summary>
    public IReadOnlyList<RuleOverride> OverridesOf(Finding finding) => finding.Rule.Overrides.Count == 0
        ? []
        :
        [
            .. finding.Case.Overrides,
            .. finding.Case.Moderators
                .Where(moderator => moderator.Override is not null && moderator.When.Evaluate(state, finding.PartnerRow) != Truth.False)
                .Select(moderator => moderator.Override!),
        ];

    /// <summary>The steps that are known to be done; of most findings, none.</summary>
    public IReadOnlyList<Recommendation> DoneAlready(Finding finding) => finding.Rule.DoneWhen.Count == 0
        ? []
        : Those(finding.Case.Recommendations, step => state.IsDone(finding.Rule, step, finding.PartnerRow));

    /// <summary>The codes of those rules that were raised, in their order; of most findings, none.</summary>
    public IReadOnlyList<string> RaisedAmong(IReadOnlyList<Rule> rules) => Those(rules, isRaised) is { Count: > 0 } raised ? [.. raised.Select(rule => rule.Code)] : [];

    /// <summary>The tensions of a rule of which the other side is raised as well.</summary>
    public IReadOnlyList<Tension> TensionsOf(Rule rule) => tensions.Count == 0 || rule.Tensions.Count == 0 ? [] : Those(rule.Tensions, isBetweenFindings);

    /// <summary>Some of a list, of most none.</summary>
    private static IReadOnlyList<T> Those<T>(IReadOnlyList<T> all, Predicate<T> areMeant)
    {
        List<T>? those = null;
        for (var i = 0; i < all.Count; i++)
        {
            if (areMeant(all[i]))
            {
                (those ??= []).Add(all[i]);
            }
        }

        return those?.AsReadOnly() ?? (IReadOnlyList<T>)[];
    }

    private void AddSupportOf(Rule rule, int number, int row, FactCollector support)
    {
        state.Gather(Truth.True, rule, number, CasePart.Guards, row, support);
        state.Gather(Truth.True, rule, number, CasePart.When, row, support);
    }

    /// <summary>Adds the facts of the findings on which a rule builds, for the same partner where they are about partners.</summary>
    private void AddSupportOfWhatItBuildsOn(Rule rule, int partner, FactCollector support)
    {
        foreach (var other in rule.BuildsOn.Select(code => state.Book.Find(code)!))
        {
            for (var v = 0; v < other.Cases.Length && state.ErrorOf(other) is null; v++)
            {
                for (var row = 0; row < state.RowsOf(other); row++)
                {
                    if (state.ResultOf(other, v, row).Raised == Truth.True && (partner < 0 || !other.IsPerPartner || row == partner))
                    {
                        AddSupportOf(other, v, row, support);
                        AddSupportOfWhatItBuildsOn(other, EvaluationState.PartnerAt(other, row), support);
                    }
                }
            }
        }
    }
}
