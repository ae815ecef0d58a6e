using System.Globalization;
using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Explaining;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Testing;

/// <summary>Compares what a test expects with what an assessment says. Why it says so comes from the assessment's own explanation.</summary>
internal sealed class TestChecker(Assessment assessment)
{
    /// <summary>How many cases, or facts, a mismatch names before it only counts the others.</summary>
    private const int MostNamed = 3;

    private EvaluationState State => assessment.State;

    /// <summary>How the rule, or the case, ended otherwise than expected; null where it did not.</summary>
    /// <remarks>
    /// What is switched off does not count, and so does not apply, as in the findings of an assessment. The level of a rule
    /// with several findings is the highest of them. A test names the level that its facts make: moderators of which it says
    /// nothing are left out, so that it need not say something of each.
    /// </remarks>
    public TestMismatch? Check(Expectation expectation)
    {
        var outcome = OutcomeOf(expectation);
        var level = outcome == Outcome.Raised && expectation.Rule.HasLevel ? LevelOf(expectation) : (LevelRange?)null;
        return outcome == expectation.Outcome && (expectation.Written.Level is not { } expected || KnownLevelOf(expectation) == expected) ? null
            : new TestMismatch(expectation.Written, outcome, level, [.. Why(expectation, outcome)]);
    }

    private Outcome OutcomeOf(Expectation expectation)
    {
        var (rule, subject) = (expectation.Rule, expectation.Written.Subject);
        return subject is null ? State.OutcomeThatCounts(rule)
            : rule.IsPerPartner ? State.OutcomeOf(rule.Code, null, isAboutPartner: true, State.Facts.RowOf(subject)) ?? Outcome.NotApplicable
            : State.OutcomeOf(rule.Code, subject, isAboutPartner: false, row: 0) ?? Outcome.NotApplicable;
    }

    private LevelRange LevelOf(Expectation expectation)
    {
        var raised = expectation.CasesIn(State).Where(each => !expectation.Rule.Cases[each.Case].IsSwitchedOff)
            .Select(each => State.ResultOf(expectation.Rule, each.Case, each.Row))
            .Where(result => result.Outcome == Outcome.Raised).ToList();
        return new LevelRange(raised.Max(result => result.AtLeast), raised.Max(result => result.AtMost));
    }

    private Level? KnownLevelOf(Expectation expectation) => !expectation.Rule.HasLevel ? null :
        expectation.CasesIn(State).Where(each => !expectation.Rule.Cases[each.Case].IsSwitchedOff)
            .Where(each => State.ResultOf(expectation.Rule, each.Case, each.Row).Outcome == Outcome.Raised)
            .Select(each => KnownLevelOf(expectation.Rule, expectation.Rule.Cases[each.Case], EvaluationState.PartnerAt(expectation.Rule, each.Row)))
            .DefaultIfEmpty().Max();

    private Level KnownLevelOf(Rule rule, Case @case, int partner)
    {
        var steps = @case.Moderators.Where(moderator => moderator.When.Evaluate(State, partner) == Truth.True)
            .Sum(moderator => moderator.Direction == Direction.Raised ? 1 : -1);
        return (Level)Math.Clamp((int)@case.Level!.Level + steps, (int)Level.Low, (int)rule.Cap);
    }

    private IEnumerable<string> Why(Expectation expectation, Outcome outcome)
    {
        var rule = expectation.Rule;
        if (outcome == Outcome.Error)
        {
            return [$"it failed: {State.ErrorOf(rule)!.Message}"];
        }

        var meant = expectation.CasesIn(State).ToList();
        if (outcome == Outcome.Undetermined)
        {
            var open = new OpenFacts(State);
            meant.ForEach(each => open.Add(rule, each.Case, each.Row));
            if (open.ToList() is { Count: > 0 } facts)
            {
                return [$"not known: {Some([.. facts.Select(fact => fact.Path)], all: 6)}"];
            }
        }

        var rows = State.RowsOf(rule);
        var explained = assessment.Explain(rule.Code).Cases;
        var cases = meant.Select(each => (rule.Cases[each.Case], Case: explained[(each.Case * rows) + each.Row])).ToList();
        var because = cases.Where(each => each.Item1.IsSwitchedOff || each.Case.Outcome == outcome)
            .Select(each => (cases.Count > 1 ? $"{each.Case.Subject}: " : "") + Because(each.Item1, each.Case)).ToList();
        return because.Count <= MostNamed ? because
            : [.. because.Take(MostNamed - 1), string.Create(CultureInfo.InvariantCulture, $"and {because.Count - MostNamed + 1} more")];
    }

    /// <summary>Why one case ended so: what decided, and what made its level.</summary>
    private static string Because(Case @case, ExplainedCase explained)
    {
        if (@case.SwitchedOff is { } off)
        {
            return $"switched off: {off.Reason}{off.Standing}";
        }

        var text = Some(explained.Because, all: 6);
        return explained is { Outcome: Outcome.Raised, Level: { } level }
            ? $"{text}; the level is {level.Base.Level}{string.Concat(level.Moderators.Where(each => each.Step != 0).Select(each => $", one step {(each.Step > 0 ? "higher" : "lower")} because {each.Moderator.Because}"))}"
            : text;
    }

    private static string Some(IReadOnlyList<string> clauses, int all) => clauses.Count <= all ? Words.List(clauses)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", clauses.Take(all - 1))} and {clauses.Count - all + 1} more");
}
