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

    /// <summary>What else came out otherwise than a test expects: the overall range, what is asked, and of findings their group and their words.</summary>
    public IEnumerable<TestDifference> Others(PreparedTest test)
    {
        if (test.Written.Overall is { } range && assessment.Overall is var overall
            && ((range.AtLeast is { } atLeast && overall.AtLeast != atLeast) || (range.AtMost is { } atMost && overall.AtMost != atMost)))
        {
            yield return new(range.Place, $"overall should be {Ends(range.AtLeast, range.AtMost)}, but is {Ends(overall.AtLeast, overall.AtMost)} ({InWords(Leading(overall))}).");
        }

        foreach (var asked in test.Asks.Where(asked => !assessment.OpenQuestions.Any(asked.IsAskedBy)))
        {
            yield return new(asked.Path.Place, $"{asked.Path.Text} should be asked for, but is not ({WhyNotAsked(asked)}).");
        }

        foreach (var expectation in test.Expectations.Where(each => each.Written.Under is not null || each.Written.Says is not null))
        {
            var findings = assessment.Findings.Where(finding => finding.Rule == expectation.Rule && (expectation.Written.Subject is null || finding.Subject == expectation.Written.Subject)).ToList();

            // That it is not raised at all is said already.
            if (findings.Count == 0)
            {
                continue;
            }

            if (expectation.Written.Under is { } under && !findings.Exists(finding => RootsOf(finding).Contains(under.Text)))
            {
                yield return new(under.Place, $"{expectation.Target} should appear under {under.Text}, but {(findings[0].Root is null ? "is a root" : $"appears under {Words.List([.. RootsOf(findings[0])])}")}.");
            }

            if (expectation.Written.Says is { } says && !findings.Exists(finding => finding.Message.Contains(says.Text, StringComparison.Ordinal)))
            {
                yield return new(says.Place, $"{expectation.Target} should say {Shown.Value(says.Text)}, but says '{findings[0].Message}'.");
            }
        }
    }

    private static string Ends(Level? atLeast, Level? atMost) =>
        string.Join(" and ", new[] { atLeast is null ? null : $"at least {atLeast}", atMost is null ? null : $"at most {atMost}" }.OfType<string>());

    /// <summary>The rules that make the upper end of the range, or are raised at its lower one: what an author looks at first.</summary>
    private List<string> Leading(OverallRange overall) =>
    [
        .. assessment.Findings.Where(finding => finding.Level is { } level && level.AtLeast == overall.AtLeast && overall.AtLeast != Level.None).Select(finding => $"{finding.Code} is raised"),
        .. State.Book.RulesByCode.Where(rule => rule.HasLevel && rule.Highest == overall.AtMost && State.OutcomeThatCounts(rule) == Outcome.Undetermined).Select(rule => $"{rule.Code} is undetermined"),
    ];

    private static string InWords(List<string> leading) => leading.Count == 0 ? "no risk and no mismatch is raised or undetermined" : Some([.. leading.Distinct(StringComparer.Ordinal)], all: 4);

    private string WhyNotAsked(AskedFact asked) =>
        State.Facts.Known().Any(reading => reading.Fact == asked.Fact && (asked.Partner is null || reading.PartnerName == asked.Partner)) ? "it is known" : "no rule that is open depends on it";

    /// <summary>The codes of the rules under whose findings one appears: that which its rule names, and the root.</summary>
    private IEnumerable<string> RootsOf(Finding finding) =>
        assessment.Findings.Where(root => root.Fingerprint == finding.Root).Select(root => root.Code)
            .Concat(finding.Root is null ? [] : finding.Rule.Under.Where(code => assessment.Findings.Any(other => other.Code == code)).Take(1))
            .Distinct(StringComparer.Ordinal);

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

    /// <summary>The level that the known facts make of what is raised, the highest where there are several; null where it has none.</summary>
    public Level? KnownLevelOf(Expectation expectation) => !expectation.Rule.HasLevel ? null :
        expectation.CasesIn(State).Where(each => !expectation.Rule.Cases[each.Case].IsSwitchedOff)
            .Where(each => State.ResultOf(expectation.Rule, each.Case, each.Row).Outcome == Outcome.Raised)
            .Select(each => KnownLevelOf(expectation.Rule, expectation.Rule.Cases[each.Case], EvaluationState.PartnerAt(expectation.Rule, each.Row)))
            .DefaultIfEmpty().Max();

    private Level KnownLevelOf(Rule rule, Case @case, int partner)
    {
        var level = new ModeratedLevel(@case.Level!.Level);
        foreach (var moderator in @case.Moderators.Where(moderator => moderator.When.Evaluate(State, partner) == Truth.True))
        {
            level.Move(Truth.True, moderator.Direction);
        }

        return level.Within(rule.Cap).AtLeast;
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
            meant.ForEach(each => open.Add(rule, each.Case, each.Row, State.ResultOf(rule, each.Case, each.Row)));
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
