using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Testing;

/// <summary>Finds what the tests of a pack leave untested: outcomes of its rules, and its overrides.</summary>
internal sealed class TestGapFinder(RuleBook book, string packId, PossibleTruths possible)
{
    private static readonly Outcome[] Wanted = [Outcome.Raised, Outcome.Clear, Outcome.Undetermined];

    private readonly HashSet<(Rule, Outcome)> expected = [];
    private readonly HashSet<RuleOverride> shown = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes note of what a test shows.</summary>
    public void Note(PreparedTest test, EvaluationState state)
    {
        foreach (var expectation in test.Expectations)
        {
            expected.Add((expectation.Rule, expectation.Outcome));
            shown.UnionWith(expectation.Rule.Overrides.Where(change => change.PackId == packId && Shows(change, expectation, state)));
        }
    }

    /// <summary>What is missing, by place.</summary>
    public IReadOnlyList<TestGap> ToList() =>
        [.. Rules().Concat(Overrides()).OrderBy(gap => gap.Place?.File, StringComparer.Ordinal).ThenBy(gap => gap.Place?.Line).ThenBy(gap => gap.Where, StringComparer.Ordinal)];

    private IEnumerable<TestGap> Rules()
    {
        foreach (var rule in book.RulesByCode.Where(rule => rule.PackId == packId))
        {
            var can = possible.OutcomesOf(rule);
            var missing = Wanted.Where(outcome => can.Contains(outcome) && !expected.Contains((rule, outcome))).ToList();
            if (missing.Count > 0)
            {
                yield return new TestGap(rule.Place, rule.Code, missing, $"no test expects it to be {Words.List([.. missing.Select(outcome => Words.Humanize($"{outcome}"))], "or")}.");
            }
        }
    }

    private IEnumerable<TestGap> Overrides() =>
        from change in book.Overrides
        where change.PackId == packId && !shown.Contains(change)
        select new TestGap(change.Place, change.Target, [], $"no test shows the override ({change.Effect}). {Remedy(change)}");

    /// <summary>
    /// Whether an expectation is about what the override changes, on facts on which it makes a difference: a level must be
    /// expected where levels change, and what is switched off must not apply where it otherwise would.
    /// </summary>
    private static bool Shows(RuleOverride change, Expectation expectation, EvaluationState state) =>
        expectation.CasesIn(state)
            .Where(each => change.Subject is null || expectation.Rule.Cases[each.Case].Subject == change.Subject)
            .Any(each =>
            {
                var result = state.ResultOf(expectation.Rule, each.Case, each.Row);
                var isRaised = expectation.Outcome == Outcome.Raised && result.Outcome == Outcome.Raised;
                return change.Kind switch
                {
                    OverrideKind.SwitchOff => expectation.Outcome == Outcome.NotApplicable && result.Outcome != Outcome.NotApplicable,
                    OverrideKind.ChangeLevel => isRaised && expectation.Written.Level is not null,
                    OverrideKind.AddModerator => isRaised && expectation.Written.Level is not null && expectation.Rule.Moderators
                        .Any(moderator => ReferenceEquals(moderator.Override, change)
                            && moderator.When.Evaluate(state, EvaluationState.PartnerAt(expectation.Rule, each.Row)) == Truth.True),
                    _ => isRaised,
                };
            });

    private static string Remedy(RuleOverride change) => change.Kind switch
    {
        OverrideKind.SwitchOff => "Expect it under 'not applicable' on facts on which it would otherwise apply.",
        OverrideKind.ChangeLevel => "Expect it under 'raises' with its 'level'.",
        OverrideKind.AddModerator => "Expect it under 'raises' with its 'level', on facts on which the moderator acts.",
        _ => $"Expect it under 'raises'{(change.Subject is null ? "" : " with its 'subject'")}.",
    };
}
