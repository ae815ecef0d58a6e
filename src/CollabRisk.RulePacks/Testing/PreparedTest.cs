using CollabRisk.RulePacks.Format;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Testing;

/// <summary>A test that can be run: its facts are a collaboration, and every rule it names is there.</summary>
/// <param name="Written">The test as its author wrote it.</param>
/// <param name="Collaboration">What is known.</param>
/// <param name="Expectations">What the rules must come to.</param>
/// <param name="Asks">The facts that must be among the open questions.</param>
internal sealed record PreparedTest(WrittenTest Written, Collaboration Collaboration, IReadOnlyList<Expectation> Expectations, IReadOnlyList<AskedFact> Asks)
{
    /// <summary>Prepares a test; null where it has mistakes, which are reported then, all at once.</summary>
    public static PreparedTest? Of(WrittenTest test, RuleBook book, TestFactReader facts, PackProblems problems)
    {
        var collaboration = facts.Read(test);
        var expectations = new List<Expectation>();
        var isWhole = true;
        foreach (var expected in test.Expected)
        {
            if (ProblemOf(expected, book, collaboration, expectations) is { } problem)
            {
                problems.Report(problem.Kind, expected.Place, problem.What);
                isWhole = false;
            }
            else
            {
                expectations.Add(new Expectation(expected, book.Find(expected.Rule)!));
            }
        }

        if (test.Overall is { AtLeast: { } atLeast, AtMost: { } atMost } range && atLeast > atMost)
        {
            problems.Report(TestProblemKinds.CannotBe, range.Place, $"a range at least {atLeast} cannot be at most {atMost}. Exchange the two.");
            isWhole = false;
        }

        List<AskedFact> asks = [.. test.Asks.Select(path => AskedFact.Of(path, book, collaboration, problems)).OfType<AskedFact>()];
        return collaboration is not null && isWhole && asks.Count == test.Asks.Count ? new PreparedTest(test, collaboration, expectations, asks) : null;
    }

    private static (ProblemKind Kind, string What)? ProblemOf(ExpectedOutcome expected, RuleBook book, Collaboration? collaboration, List<Expectation> before)
    {
        if (book.Find(expected.Rule) is not { } rule)
        {
            return (TestProblemKinds.UnknownRule, $"no rule has the code {Shown.Value(expected.Rule)}.{DidYouMean.Sentence(expected.Rule, book.RulesByCode.Select(rule => rule.Code))}");
        }

        if (SubjectProblem(expected.Subject, rule, collaboration) is { } subject)
        {
            return (TestProblemKinds.UnknownSubject, subject);
        }

        if (expected.Level is not null && (expected.Outcome != Outcome.Raised || !rule.HasLevel))
        {
            return (TestProblemKinds.Level, !rule.HasLevel
                ? $"{rule.Code} is a {rule.Kind}, which has no level. Remove 'level'."
                : $"only a raised finding has a level. Remove 'level', or expect {rule.Code} under '{TestKeys.Raises.Name}'.");
        }

        if ((expected.Under ?? expected.Says) is { } ofFinding && expected.Outcome != Outcome.Raised)
        {
            return (TestProblemKinds.CannotBe, $"only a raised finding {(ofFinding == expected.Under ? "is in a group" : "has a message")}. Expect {rule.Code} under '{TestKeys.Raises.Name}', or take it out.");
        }

        if (expected.Under is { } under && UnderProblem(under.Text, rule, book) is { } problem)
        {
            return problem;
        }

        return before.Find(other => other.Rule == rule && other.Written.Subject == expected.Subject) is { } twice
            ? (TestProblemKinds.ExpectedTwice, $"{new Expectation(expected, rule).Target} is expected to {Sentences.ToBe(expected)} here, and to {Sentences.ToBe(twice.Written)} at {twice.Written.Place}. Keep one.")
            : null;
    }

    private static (ProblemKind Kind, string What)? UnderProblem(string root, Rule rule, RuleBook book) =>
        book.Find(root) is not { } other ? (TestProblemKinds.UnknownRule, $"no rule has the code {Shown.Value(root)}.{DidYouMean.Sentence(root, book.RulesByCode.Select(each => each.Code))}")
        : IsUnder(rule, other, []) ? null
        : (TestProblemKinds.CannotBe, rule.Under.Count == 0
            ? $"{rule.Code} is under no rule, so it is always a root. Take 'under' out, or write it into the rule."
            : $"{rule.Code} is never under {other.Code}; it is under {Words.List(rule.Under, "or")}.");

    /// <summary>Whether a finding of a rule can appear under one of another, directly or by way of others.</summary>
    private static bool IsUnder(Rule rule, Rule root, HashSet<Rule> seen) => rule.Roots.Any(above => above == root || (seen.Add(above) && IsUnder(above, root, seen)));

    private static string? SubjectProblem(string? subject, Rule rule, Collaboration? collaboration)
    {
        if (subject is null)
        {
            return null;
        }

        if (rule.IsPerPartner)
        {
            // Of facts that could not be read no one knows the partners.
            var names = collaboration?.Partners?.Select(partner => partner.Name).Order(Names.Order).ToList() ?? [];
            return collaboration is null || names.Contains(subject) ? null
                : names.Count == 0 ? $"{rule.Code} is asked of each partner, and the test lists none, so none is {Shown.Value(subject)}. List the partners in its facts."
                : $"no partner of the test is called {Shown.Value(subject)}.{OrList(subject, names, "partners")}";
        }

        var subjects = rule.Cases.Select(@case => @case.Subject).OfType<string>().ToList();
        return subjects.Contains(subject) ? null
            : subjects.Count == 0 ? $"{rule.Code} has no cases, so none is {Shown.Value(subject)}. Leave 'subject' out."
            : $"{rule.Code} has no case {Shown.Value(subject)}.{OrList(subject, subjects, "cases")}";
    }

    private static string OrList(string given, IReadOnlyList<string> names, string what) =>
        DidYouMean.Sentence(given, names) is { Length: > 0 } near ? near : $" The {what} are {Words.List([.. names.Select(Shown.Value)])}.";
}

/// <summary>What a test expects of a rule of the rule book, or of one case of it.</summary>
/// <param name="Written">The expectation as its author wrote it.</param>
/// <param name="Rule">The rule.</param>
internal sealed record Expectation(ExpectedOutcome Written, Rule Rule)
{
    public Outcome Outcome => Written.Outcome;

    /// <summary>Code and subject.</summary>
    public string Target => Written.Subject is null ? Rule.Code : $"{Rule.Code} for {Written.Subject}";

    /// <summary>The cases that are meant, each with its row of partners: all of them, or the one that is named.</summary>
    public IEnumerable<(int Case, int Row)> CasesIn(Evaluation.EvaluationState state)
    {
        for (var v = 0; v < Rule.Cases.Length && state.ErrorOf(Rule) is null; v++)
        {
            for (var row = 0; row < state.RowsOf(Rule); row++)
            {
                if (Written.Subject is null
                    || (Rule.IsPerPartner ? row == state.Facts.RowOf(Written.Subject) : Rule.Cases[v].Subject == Written.Subject))
                {
                    yield return (v, row);
                }
            }
        }
    }
}
