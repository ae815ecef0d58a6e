using System.Globalization;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Checks;
using CollabRisk.RulePacks.Checks.Solving;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Testing;

/// <summary>
/// The tests that rules of a pack lack, as a file to begin from: facts on which each rule is raised, stays clear, or stays undetermined, as it is
/// written now. Whether it should be so is for the author to say.
/// </summary>
internal sealed class TestSkeleton
{
    private readonly RuleBook book;
    private readonly LoadedRulePack pack;
    private readonly Solver solver;
    private readonly CollaborationEvaluator evaluator;
    private readonly HashSet<string> names;
    private readonly List<(string Name, Rule Rule, Outcome Outcome, Example Example, Level? Level)> tests = [];
    private readonly List<string> notFound = [];

    private TestSkeleton(RulePackSet set, LoadedRulePack pack)
    {
        this.pack = pack;
        book = RulePackTests.BookFor(pack, set);
        solver = new Solver(book);
        evaluator = new CollaborationEvaluator(book);
        names = [.. pack.Tests.Select(test => test.Name)];
        foreach (var gap in RulePackTests.Run(set, pack.Manifest.Id).Packs[0].Gaps)
        {
            foreach (var outcome in gap.Missing)
            {
                Add(book.Find(gap.Where)!, outcome);
            }
        }
    }

    /// <summary>How many tests there are.</summary>
    public int Count => tests.Count;

    /// <summary>Whether no rule lacks a test.</summary>
    public bool IsEmpty => tests.Count == 0 && notFound.Count == 0;

    /// <summary>The file, as YAML.</summary>
    public string Text => field ??= Write();

    /// <summary>Finds the tests that a pack lacks.</summary>
    /// <param name="set">The packs.</param>
    /// <param name="pack">The one whose rules are to be tested, whose own tests have no mistakes.</param>
    public static TestSkeleton Of(RulePackSet set, LoadedRulePack pack) => new(set, pack);

    private void Add(Rule rule, Outcome outcome)
    {
        var ends = outcome switch { Outcome.Raised => "is raised", Outcome.Clear => "stays clear", _ => "stays undetermined" };
        if (Find(rule, outcome) is not { } example)
        {
            notFound.Add($"{rule.Code}: no facts were found on which it {ends}. Write this test yourself.");
            return;
        }

        var name = $"{rule.Code} {ends}";
        for (var number = 2; !names.Add(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{rule.Code} {ends}, {number}");
        }

        var expectation = new Expectation(new ExpectedOutcome(new TextPlace("", 1, 1), rule.Code, outcome, null, null), rule);
        var level = outcome == Outcome.Raised ? new TestChecker(evaluator.Evaluate(example.ToCollaboration())).KnownLevelOf(expectation) : null;
        tests.Add((name, rule, outcome, example, level));
    }

    /// <summary>The first example on which the rule ends so when it is evaluated; null where none was found.</summary>
    private Example? Find(Rule rule, Outcome outcome) => Candidates(rule, outcome).FirstOrDefault(example => Ends(example, rule, outcome));

    private bool Ends(Example example, Rule rule, Outcome outcome)
    {
        try
        {
            var given = example.ToCollaboration();
            return book.ProblemsOf(given).Count == 0 && !FactNotes.In(given, book.Facts).Any() && evaluator.Evaluate(given).State.OutcomeThatCounts(rule) == outcome;
        }
        catch (ArgumentException)
        {
            // A value that the fact cannot have, which a comparison of two facts may lead to.
            return false;
        }
    }

    private IEnumerable<Example> Candidates(Rule rule, Outcome outcome)
    {
        if (outcome == Outcome.Undetermined)
        {
            yield return Example.Nothing;
        }

        var cases = rule.Cases.Where(@case => !@case.IsSwitchedOff).ToList();
        foreach (var wanted in Questions(rule, cases, outcome))
        {
            if (solver.Find(rule.IsPerPartner, wanted) is { } chosen)
            {
                var classes = new FactClasses(Reach.Of(book, wanted.Select(each => each.Condition)).Nodes);
                foreach (var example in Example.Of(chosen, classes, book.Facts, pack.Manifest.Date))
                {
                    yield return example;
                }
            }
        }
    }

    private static IEnumerable<List<Wanted>> Questions(Rule rule, IReadOnlyList<Case> cases, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Raised:
                foreach (var @case in cases)
                {
                    yield return [.. CheckRun.Raised(rule, @case)];
                }

                break;
            case Outcome.Clear:
                // All cases must be clear together; of one of which the guard does not hold nothing is asked.
                yield return [.. cases.SelectMany(@case => CheckRun.Applies(rule, @case).Append(new(@case.When, Truths.False)))];
                foreach (var @case in cases)
                {
                    yield return [.. CheckRun.Applies(rule, @case), new(@case.When, Truths.False), .. cases.Where(other => other != @case).Select(other => CheckRun.NotRaised(rule, other))];
                }

                break;
            default:
                foreach (var @case in cases)
                {
                    yield return [.. CheckRun.Applies(rule, @case), new(@case.When, Truths.Unknown)];
                }

                break;
        }
    }

    private string Write()
    {
        var yaml = new YamlText();
        yaml.Map(() => yaml.Entry(FileKeys.Tests.Name, () => yaml.List(tests, test => yaml.Map(() =>
        {
            yaml.Entry(TestKeys.Name.Name, test.Name);
            if (test.Example.FactsOf(-1).Any() || test.Example.Partners > 0)
            {
                yaml.Entry(TestKeys.Facts.Name, () => yaml.Map(() => WriteFacts(yaml, test.Example)));
            }

            var key = test.Outcome switch { Outcome.Raised => TestKeys.Raises, Outcome.Clear => TestKeys.Clear, _ => TestKeys.Undetermined };
            yaml.Entry(key.Name, () => yaml.List([test], each => WriteOutcome(yaml, each.Rule, each.Level)));
        }))));
        return string.Join('\n', [
            "# Written from the rules as they are: each test shows what a rule does, not what it should do.",
            "# Read each, say in its name what it shows, and correct what the rule has wrong.",
            .. notFound.Select(line => $"# {line}"),
            tests.Count == 0 ? "" : yaml.Finish()]);
    }

    private static void WriteOutcome(YamlText yaml, Rule rule, Level? level)
    {
        if (level is null)
        {
            yaml.Plain(rule.Code);
            return;
        }

        yaml.Map(() =>
        {
            yaml.Entry("rule", rule.Code);
            yaml.Entry("level", $"{level}");
        });
    }

    private static void WriteFacts(YamlText yaml, Example example)
    {
        foreach (var (fact, code) in example.FactsOf(-1))
        {
            yaml.Entry(fact.Path, () => WriteValue(yaml, fact, code));
        }

        if (example.Partners == 0)
        {
            return;
        }

        yaml.Entry("partners", () => yaml.List(Enumerable.Range(0, example.Partners), row => yaml.Map(() =>
        {
            yaml.Entry("name", Example.NameOf(row));
            foreach (var (fact, code) in example.FactsOf(row))
            {
                yaml.Entry(fact.Path["partners[].".Length..], () => WriteValue(yaml, fact, code));
            }
        })));
    }

    /// <summary>A value as tests write it.</summary>
    private static void WriteValue(YamlText yaml, Fact fact, long code)
    {
        switch (fact.Type)
        {
            case FactType.YesNo:
                yaml.Plain(code == 1 ? "yes" : "no");
                break;
            case FactType.Word:
                yaml.Plain(fact.AllowedWords[(int)code]);
                break;
            case FactType.Words:
                yaml.List(fact.WordsIn(code), yaml.Plain, inLine: true);
                break;
            case FactType.Date:
                yaml.Plain(CalendarDay.Write(DateOnly.FromDayNumber((int)code)));
                break;
            default:
                yaml.Plain(Fact.DecodeNumber(code).ToString("0.####", CultureInfo.InvariantCulture));
                break;
        }
    }
}
