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
        var before = previous?.State;
        var sayingElse = previous is not null && tensions.SequenceEqual(previous.Tensions) ? state.SayingElse(before!) : null;
        var findings = new List<Finding>();
        foreach (var rule in state.RaisedRules())
        {
            if (sayingElse is not null && !sayingElse[rule.Index])
            {
                if (IsDoneAsMuch(rule, before!))
                {
                    continue;
                }

                sayingElse[rule.Index] = true;
            }

            for (var v = 0; v < rule.Cases.Length; v++)
            {
                for (var row = 0; row < state.RowsOf(rule); row++)
                {
                    if (!state.IsRuledOut(rule, v, row) && state.ResultOf(rule, v, row) is { Raised: Truth.True } result)
                    {
                        findings.Add(Write(rule, v, EvaluationState.PartnerAt(rule, row), result));
                    }
                }
            }
        }

        if (sayingElse is not null)
        {
            findings.AddRange(previous!.Findings.Concat(previous.SwitchedOff).Where(finding => !sayingElse[finding.Rule.Index]));
        }

        findings.Sort(FindingOrder.Instance);
        return findings;
    }

    /// <summary>Whether the same recommendations of the rule are done as before, with every partner.</summary>
    private bool IsDoneAsMuch(Rule rule, EvaluationState before)
    {
        if (rule.DoneWhen.Count == 0)
        {
            return true;
        }

        foreach (var done in rule.DoneWhen.Values)
        {
            for (var row = 0; row < state.RowsOf(rule); row++)
            {
                var partner = EvaluationState.PartnerAt(rule, row);
                if (done.Evaluate(state, partner) != done.Evaluate(before, partner))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The fingerprint of the finding at the top of the matter; null where the finding is that one.</summary>
    private string? RootOf(Rule rule, int number, int partner)
    {
        var own = new RaisedCase(rule, number, Math.Max(0, partner));
        return roots.Of(own) is var root && root == own ? null
            : FingerprintOf(root.Rule, root.Rule.Cases[root.Case], EvaluationState.PartnerAt(root.Rule, root.Row));
    }

    /// <summary>What a raised case says. A recommendation that is followed already is given as something to keep.</summary>
    internal static string MessageOf(EvaluationState state, Rule rule, Case @case, int partner, string? subject)
    {
        var message = @case.Says.Fill(state.Facts, partner, @case.SubjectInWords ?? subject);
        var isKept = rule.Kind == FindingKind.Recommendation && rule.DoneWhen.Count > 0 && @case.Recommendations.Count > 0
            && @case.Recommendations.All(step => state.IsDone(rule, step, partner));
        return isKept ? $"Already in place, so keep it: {message}" : message;
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

        if (support.AsTheyCame.IsEmpty)
        {
            AddSupportOfWhatItBuildsOn(rule, partner, support);
        }

        var inPlace = DoneAlready(rule, @case, partner);
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
            Message = MessageOf(state, rule, @case, partner, subject),
            Facts = support.ToList(),
            Claims = @case.Claims,
            ModeratedBy = acting,
            BuildsOn = RaisedAmong(rule.Precedents, static other => other.Code),
            LeadsTo = RaisedAmong(rule.LeadsTo, static code => code),
            Recommendations = inPlace.Count == 0 ? @case.Recommendations : [.. @case.Recommendations.Except(inPlace)],
            InPlace = inPlace,
            Caveats = @case.Caveats,
            Tensions = tensions.Count == 0 || rule.Tensions.Count == 0 ? [] : [.. rule.Tensions.Where(tensions.Contains)],
            Root = RootOf(rule, number, partner),
        };
    }

    /// <summary>The steps that are known to be done; of most findings, none.</summary>
    private IReadOnlyList<Recommendation> DoneAlready(Rule rule, Case @case, int partner)
    {
        List<Recommendation>? done = null;
        for (var i = 0; i < @case.Recommendations.Count && rule.DoneWhen.Count > 0; i++)
        {
            if (state.IsDone(rule, @case.Recommendations[i], partner))
            {
                (done ??= []).Add(@case.Recommendations[i]);
            }
        }

        return done?.AsReadOnly() ?? (IReadOnlyList<Recommendation>)[];
    }

    /// <summary>The codes of the rules that were raised, in alphabetical order; of most findings, none.</summary>
    private IReadOnlyList<string> RaisedAmong<T>(IReadOnlyList<T> rules, Func<T, string> codeOf)
    {
        List<string>? raised = null;
        for (var i = 0; i < rules.Count; i++)
        {
            var code = codeOf(rules[i]);
            if (state.IsRaised(code))
            {
                (raised ??= []).Add(code);
            }
        }

        raised?.Sort(StringComparer.Ordinal);
        return raised?.AsReadOnly() ?? (IReadOnlyList<string>)[];
    }

    /// <summary>A finding that reads no facts itself rests on those of the findings it builds on, for the same partner where they are about partners.</summary>
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
                        var at = EvaluationState.PartnerAt(other, row);
                        other.AppliesWhen?.AddSupport(state, at, support);
                        other.Cases[v].AppliesWhen?.AddSupport(state, at, support);
                        other.Cases[v].When.AddSupport(state, at, support);
                        AddSupportOfWhatItBuildsOn(other, at, support);
                    }
                }
            }
        }
    }

    /// <summary>The moderators that move the level; most rules have none.</summary>
    private IReadOnlyList<Moderator> Acting(Case @case, int partner) =>
        @case.Level is null || @case.Moderators.Length == 0 ? [] : [.. @case.Moderators.Where(moderator => moderator.When.Evaluate(state, partner) == Truth.True)];

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
