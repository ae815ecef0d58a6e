using System.Globalization;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Format;

/// <summary>Reads the tests of a pack.</summary>
internal static class TestReader
{
    private static readonly TextKey Rule = new("rule", "The code of the rule.") { IsRequired = true };
    private static readonly TextKey Subject = new("subject", "The subject of the case, or the name of the partner; left out for the rule as a whole.");
    private static readonly WordKey<Level> LevelKey = new("level", "The level of the finding; left out where any will do.") { Words = LevelKeys.Levels };

    /// <summary>An outcome that says more than a code.</summary>
    public static readonly Shape Outcome = new("an outcome", "The rule, with the subject and the level where they matter.", Rule, Subject, LevelKey);

    private static readonly (OutcomesKey Key, Outcome Outcome)[] Outcomes =
    [
        (TestKeys.Raises, CollabRisk.Outcome.Raised),
        (TestKeys.Clear, CollabRisk.Outcome.Clear),
        (TestKeys.Undetermined, CollabRisk.Outcome.Undetermined),
        (TestKeys.NotApplicable, CollabRisk.Outcome.NotApplicable),
    ];

    public static IReadOnlyList<WrittenTest> Read(IEnumerable<MapReader> entries, int most, PackProblems problems)
    {
        var tests = new List<WrittenTest>();
        foreach (var entry in entries)
        {
            if (tests.Count == most)
            {
                problems.Report(PackProblemKinds.TooManyTests, entry.Place, string.Create(CultureInfo.InvariantCulture, $"the pack has more than {most} tests. The rest is not read."));
                break;
            }

            var name = entry.Text(TestKeys.Name);
            var caseFile = entry.Text(TestKeys.CaseFile) is null ? null : entry.Node(TestKeys.CaseFile) as YamlScalar;
            var facts = entry.Node(TestKeys.Facts);
            if (facts is not (null or YamlMap))
            {
                entry.Report(PackProblemKinds.WrongKind, facts.Place, $"'{TestKeys.Facts.Name}' has paths of facts with values, such as 'vision.exists: no'; found {facts.InWords}.");
            }

            var expected = Outcomes.SelectMany(each => Read(entry, each.Key, each.Outcome, problems)).ToList();
            if (expected.Count == 0)
            {
                entry.Report(PackProblemKinds.MissingKey, entry.Place, "the test expects nothing. Say what it raises, or what stays clear or undetermined.");
            }

            if (name is not null && tests.Find(other => other.Name == name) is { } same)
            {
                entry.Report(PackProblemKinds.DefinedTwice, entry.Place, $"the pack has a test '{name}' already, at {same.Place}. Give one of them another name.");
            }

            tests.Add(new WrittenTest(name ?? "", entry.Place, caseFile, facts as YamlMap, expected));
        }

        return tests;
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
                    yield return new ExpectedOutcome(map.Place, rule, outcome, Names.Normalized(map.Text(Subject)), map.Word(LevelKey));
                }
            }
            else
            {
                entry.Report(PackProblemKinds.WrongKind, item.Place, $"'{key.Name}' is a list of codes of rules, or of 'rule' with 'subject' and 'level'; found {item.InWords}.");
            }
        }
    }
}
