using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>Writes the findings of an evaluation, in their order.</summary>
internal sealed class FindingWriter(EvaluationState state, IReadOnlyList<Tension> tensions)
{
    private readonly FindingRoots roots = new(state);

    /// <summary>Writes the findings.</summary>
    /// <param name="previous">An assessment whose findings are taken over where they are sure to be the same, or null.</param>
    public List<Finding> Write(Assessment? previous)
    {
        var written = previous is not null && tensions.SequenceEqual(previous.Tensions)
            ? previous.Findings.Concat(previous.SwitchedOff).ToLookup(finding => finding.Rule)
            : null;
        var findings = new List<Finding>();
        foreach (var rule in state.Book.Rules)
        {
            if (state.OutcomeOf(rule) != Outcome.Raised)
            {
                continue;
            }

            if (written is not null && IsUntouched(rule, previous!.State) && written[rule].All(finding => finding.Root == RootOf(rule, finding.CaseNumber, finding.PartnerRow)))
            {
                findings.AddRange(written[rule]);
                continue;
            }

            for (var v = 0; v < rule.Cases.Count; v++)
            {
                for (var row = 0; row < state.RowsOf(rule); row++)
                {
                    if (state.ResultOf(rule, v, row) is { Raised: Truth.True } result)
                    {
                        findings.Add(Write(rule, v, EvaluationState.PartnerAt(rule, row), result));
                    }
                }
            }
        }

        findings.Sort(FindingOrder.Instance);
        return findings;
    }

    /// <summary>Whether the rule's findings say what they said before: its own result, and the links to other findings.</summary>
    private bool IsUntouched(Rule rule, EvaluationState before) =>
        state.TookOver(before, rule)
        && rule.Precedents.All(other => state.OutcomeOf(other) == before.OutcomeOf(other))
        && rule.LeadsTo.All(code => state.IsRaised(code) == before.IsRaised(code));

    /// <summary>The fingerprint of the finding at the top of the matter; null where the finding is that one.</summary>
    private string? RootOf(Rule rule, int number, int partner)
    {
        var own = new RaisedCase(rule, number, Math.Max(0, partner));
        return roots.Of(own) is var root && root == own ? null
            : FingerprintOf(root.Rule, root.Rule.Cases[root.Case], EvaluationState.PartnerAt(root.Rule, root.Row));
    }

    private Finding Write(Rule rule, int number, int partner, CaseResult result)
    {
        var @case = rule.Cases[number];
        var subject = @case.Subject ?? (partner >= 0 ? state.Facts.Listed[partner].Name : null);
        var acting = Acting(@case, partner);
        var support = new FactCollector(state.Facts);
        rule.AppliesWhen?.AddSupport(state, partner, support);
        @case.AppliesWhen?.AddSupport(state, partner, support);
        @case.When.AddSupport(state, partner, support);
        foreach (var moderator in acting)
        {
            moderator.When.AddSupport(state, partner, support);
        }

        return new Finding(rule, number, partner)
        {
            Code = rule.Code,
            Fingerprint = FingerprintOf(rule, @case, partner),
            Kind = rule.Kind,
            Level = rule.HasLevel ? result.Levels : null,
            CappedAt = result.IsCapped ? rule.Cap : null,
            LevelReason = @case.Level?.Reason,
            Overrides = OverridesOf(rule, @case, partner),
            Confidence = @case.Confidence,
            Subject = subject,
            Title = rule.Title,
            Message = @case.Says.Fill(state.Facts, partner, subject),
            Facts = support.ToList(),
            Claims = @case.Claims,
            ModeratedBy = acting,
            BuildsOn = rule.Precedents.Count == 0 ? [] : [.. rule.Precedents.Where(other => state.OutcomeOf(other) == Outcome.Raised).Select(other => other.Code)],
            LeadsTo = rule.LeadsTo.Count == 0 ? [] : [.. rule.LeadsTo.Where(state.IsRaised).Order(StringComparer.Ordinal)],
            Recommendations = rule.Recommendations,
            Caveats = @case.Caveats,
            Tensions = tensions.Count == 0 ? [] : [.. tensions.Where(tension => tension.One.Contains(rule.Code) || tension.Other.Contains(rule.Code))],
            Root = RootOf(rule, number, partner),
        };
    }

    /// <summary>The moderators that move the level; most rules have none.</summary>
    private IReadOnlyList<Moderator> Acting(Case @case, int partner) =>
        @case.Level is null || @case.Moderators.Count == 0 ? [] : [.. @case.Moderators.Where(moderator => moderator.When.Evaluate(state, partner) == Truth.True)];

    /// <summary>The changes of the case, and the added moderators that are not known to stand still.</summary>
    private IReadOnlyList<RuleOverride> OverridesOf(Rule rule, Case @case, int partner) => rule.Overrides.Count == 0
        ? []
        :
        [
            .. @case.Overrides,
            .. @case.Moderators.Where(moderator => moderator.Override is not null && moderator.When.Evaluate(state, partner) != Truth.False).Select(moderator => moderator.Override!),
        ];

    private string FingerprintOf(Rule rule, Case @case, int partner)
    {
        if (partner < 0)
        {
            return @case.Subject is null ? rule.Code : $"{rule.Code}/{@case.Subject}";
        }

        var name = state.Facts.Listed[partner].Name;
        return @case.Subject is null ? $"{rule.Code}/{name}" : $"{rule.Code}/{@case.Subject}/{name}";
    }
}
