using System.Globalization;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Format;

/// <summary>Reads the tests of a pack.</summary>
internal sealed class TestReader(int most, PackProblems problems)
{
    private static readonly TextKey Rule = new("rule", "The code of the rule.") { IsRequired = true, Names = Named.Rule };
    private static readonly TextKey Subject = new("subject", "The subject of the case, or the name of the partner; left out for the rule as a whole.");
    private static readonly TextKey Under = new("under", "The code of the rule under whose finding it must appear; only of what is raised.") { Names = Named.Rule };
    private static readonly TextKey Says = new("says", "Words that the message must have, with the values of facts filled in; only of what is raised.");
    private static readonly WordKey<Level> LevelKey = new("level", "The level of the finding; left out where any will do.") { Words = LevelKeys.Levels };

    /// <summary>An outcome that says more than a code.</summary>
    public static readonly Shape Outcome = new("an outcome", "The rule, with the subject, the level, the group and the words where they matter.", Rule, Subject, LevelKey, Under, Says);

    /// <summary>What a cell of a table says of the rule of its column, where one word is not enough.</summary>
    public static readonly Shape Cell = new("a raised rule in a cell", "The subject, the level, the group and the words of what is raised, where they matter.", Subject, LevelKey, Under, Says);

    private static readonly (OutcomesKey Key, Outcome Outcome)[] Outcomes =
    [
        (TestKeys.Raises, CollabRisk.Outcome.Raised),
        (TestKeys.Clear, CollabRisk.Outcome.Clear),
        (TestKeys.Undetermined, CollabRisk.Outcome.Undetermined),
        (TestKeys.NotApplicable, CollabRisk.Outcome.NotApplicable),
    ];

    private readonly List<WrittenTest> tests = [];

    /// <summary>The tests, then those that are rows of tables.</summary>
    public IReadOnlyList<WrittenTest> Read(IEnumerable<MapReader> entries, IEnumerable<MapReader> tables)
    {
        foreach (var test in entries.Select(Test).Concat(tables.SelectMany(table => new TestTableReader(table, problems).Read())))
        {
            if (tests.Count == most)
            {
                problems.Report(PackProblemKinds.TooManyTests, test.Place, string.Create(CultureInfo.InvariantCulture, $"the pack has more than {most} tests. The rest is not read."));
                break;
            }

            if (test.Name.Length > 0 && tests.Find(other => other.Name == test.Name) is { } same)
            {
                problems.Report(PackProblemKinds.DefinedTwice, test.Place, $"the pack has a test '{test.Name}' already, at {same.Place}. Give one of them another name.");
            }

            tests.Add(test);
        }

        return tests;
    }

    private WrittenTest Test(MapReader entry)
    {
        var (name, caseFile, facts) = (entry.Text(TestKeys.Name), CaseFileOf(entry, TestKeys.CaseFile), FactsOf(entry, TestKeys.Facts));
        var expected = Outcomes.SelectMany(each => Read(entry, each.Key, each.Outcome, problems)).ToList();
        var (overall, asks) = (RangeOf(entry), entry.Scalars(TestKeys.Asks));
        if (expected.Count == 0 && asks.Count == 0 && entry.Node(TestKeys.Overall) is null)
        {
            entry.Report(PackProblemKinds.MissingKey, entry.Place, "the test expects nothing. Say what it raises, or what stays clear or undetermined; or the overall range, or what is asked.");
        }

        return new WrittenTest(name ?? "", entry.Place, caseFile, facts, expected) { Overall = overall, Asks = asks };
    }

    private static ExpectedRange? RangeOf(MapReader entry)
    {
        if (entry.Open(TestKeys.Overall) is not { } range)
        {
            return null;
        }

        var expected = Range(range);
        entry.Include(range);
        return expected;
    }

    /// <summary>What is expected of the overall range.</summary>
    public static ExpectedRange Range(MapReader range)
    {
        var (atLeast, atMost) = (range.Word(RangeKeys.AtLeast), range.Word(RangeKeys.AtMost));
        if (range.Map.Entries.Count == 0)
        {
            range.Report(PackProblemKinds.MissingKey, range.Place, $"the range has no end. Write '{RangeKeys.AtLeast.Name}', '{RangeKeys.AtMost.Name}' or both.");
        }

        return new ExpectedRange(range.Place, atLeast, atMost);
    }

    /// <summary>The file with the collaboration from which a test, or each row of a table, starts.</summary>
    public static YamlScalar? CaseFileOf(MapReader entry, TextKey key) => entry.Text(key) is null ? null : entry.Node(key) as YamlScalar;

    /// <summary>What is known in a test, or in each row of a table.</summary>
    public static YamlMap? FactsOf(MapReader entry, FactsKey key)
    {
        var facts = entry.Node(key);
        if (facts is not (null or YamlMap))
        {
            entry.Report(PackProblemKinds.WrongKind, facts.Place, $"'{key.Name}' has paths of facts with values, such as 'vision.exists: no'; found {facts.InWords}.");
        }

        foreach (var text in facts?.All.OfType<YamlScalar>() ?? [])
        {
            entry.WarnOfComment(key, text);
        }

        return facts as YamlMap;
    }

    /// <summary>What is expected of a rule, with the subject, the level, the group and the words that are given.</summary>
    public static ExpectedOutcome Expected(MapReader map, string rule, Outcome outcome)
    {
        var (subject, level, under, says) = (Names.Normalized(map.Text(Subject)), map.Word(LevelKey), map.Text(Under), map.Text(Says));
        return new ExpectedOutcome(map.Place, rule, outcome, subject, level)
        {
            Under = under is null ? null : map.Node(Under) as YamlScalar,
            Says = says is null ? null : map.Node(Says) as YamlScalar,
        };
    }

    private static IEnumerable<ExpectedOutcome> Read(MapReader entry, OutcomesKey key, Outcome outcome, PackProblems problems)
    {
        if (entry.Node(key) is not { } node)
        {
            yield break;
        }

        foreach (var item in node is YamlList list ? list.Items : [node])
        {
            if (item is YamlScalar { IsEmpty: false } code)
            {
                yield return new ExpectedOutcome(code.Place, code.Text, outcome, null, null);
            }
            else if (item is YamlMap)
            {
                if (MapReader.Open(item, Outcome, problems) is { } map && map.Text(Rule) is { } rule)
                {
                    yield return Expected(map, rule, outcome);
                }
            }
            else
            {
                entry.Report(PackProblemKinds.WrongKind, item.Place, $"'{key.Name}' is a list of codes of rules, or of 'rule' with 'subject', 'level', 'under' and 'says'; found {item.InWords}.");
            }
        }
    }
}
