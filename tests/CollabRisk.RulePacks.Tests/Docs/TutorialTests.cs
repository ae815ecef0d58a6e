using System.Text.RegularExpressions;
using CollabRisk.RulePacks.Testing;

namespace CollabRisk.RulePacks.Tests.Docs;

/// <summary>The tutorial, read as its reader would: the files are written in its order, and what it claims is so.</summary>
public sealed partial class TutorialTests : IDisposable
{
    /// <summary>The clock of the tutorial, whose override has an end.</summary>
    private static readonly RulePackLoader Loader = new(new RulePackOptions { Time = new TutorialDay() });

    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk-tutorial-").FullName;

    [Fact]
    public void Tutorial_Snippets_MakeAPackAtEveryStep()
    {
        var steps = 0;
        foreach (var section in Sections())
        {
            Write(section);
            if (File.Exists(Path.Combine(folder, "pack.yaml")))
            {
                Loader.Load(folder);
                steps++;
            }
        }

        var set = Loader.Load(folder);
        set.RuleBook.RulesByCode.Where(rule => rule.PackId == "riverside.joint-operations").Select(rule => rule.Code).Should().Equal(
            "RIV-AGREEMENT-OLD", "RIV-BRIEFING-MISSING", "RIV-CHANGES-MISSED", "RIV-HARBOUR-APART", "RIV-LOG-UNREAD");
        steps.Should().BeGreaterThan(8);
    }

    [Fact]
    public void Tutorial_FirstRule_IsRaisedUndeterminedAndClear()
    {
        var set = Until("## 7.");
        var cases = Cases();
        cases.Should().HaveCount(4);
        cases.Take(3).Select(given => Of(set, given, "RIV-CHANGES-MISSED").ToString()).Should().Equal(
            "(Raised, Moderate)", "(Undetermined, )", "(Clear, )");
    }

    [Fact]
    public void Tutorial_FinishedPack_RaisesBothRulesLow()
    {
        var set = Until("## 12.");
        Of(set, Cases()[3], "RIV-CHANGES-MISSED").ToString().Should().Be("(Raised, Low)");
        Of(set, Cases()[3], "RIV-BRIEFING-MISSING").ToString().Should().Be("(Raised, Low)");
    }

    [Fact]
    public void Tutorial_Override_ChangesTheLevelAndSaysSo()
    {
        var set = Until("## 12.");
        var finding = new CollaborationEvaluator(set.RuleBook).Evaluate(Cases()[0]).Findings.Single(each => each.Code == "COMMS-IRREGULAR");
        finding.Level.Should().Be(new LevelRange(Level.High, Level.High));
        var change = finding.Overrides.Should().ContainSingle().Which;
        change.Author.Should().Be("Riverside Programme Board");
        change.Reason.Should().Be("The review calls it the main cause of the two worst weeks of the year.");
    }

    /// <summary>The tests of the pack come out as they say, at each step that adds some.</summary>
    [Theory]
    [InlineData("## 9.", 3)]
    [InlineData("## 10.", 5)]
    [InlineData("## 12.", 20)]
    public void Tutorial_Tests_Pass(string end, int count)
    {
        var set = Until(end);
        set.Packs[0].Tests.Should().HaveCount(count);
        var run = RulePackTests.Run(set);
        run.HasPassed.Should().BeTrue(run.ToText());
    }

    [Fact]
    public void Tutorial_SpoiltFact_IsReportedWithWhatWasMeant()
    {
        Until("## 6.");
        var file = Path.Combine(folder, "rules.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("communication.regular", "comunication.regular", StringComparison.Ordinal));
        Loader.TryLoad([folder], out _, out var problems).Should().BeFalse();
        problems.Should().ContainSingle().Which.What.Should().Contain("Did you mean 'communication.regular'?");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>The pack as it is before a heading.</summary>
    private RulePackSet Until(string heading)
    {
        foreach (var section in Sections().TakeWhile(section => !section.StartsWith(heading, StringComparison.Ordinal)))
        {
            Write(section);
        }

        return Loader.Load(folder);
    }

    private static IEnumerable<string> Sections() => Headings.Split(Repository.Read("docs", "writing-rule-packs.md"));

    private void Write(string section)
    {
        foreach (Match block in YamlBlocks.Matches(section))
        {
            var (first, text) = (block.Groups["first"].Value, block.Groups["text"].Value); // The text has the first line too, as copied.
            var named = FileLine.Match(first);
            named.Success.Should().BeTrue($"'{first}' does not say which file it is.");
            var file = Path.Combine(folder, named.Groups["file"].Value);
            var isMore = named.Groups["more"].Success;
            File.Exists(file).Should().Be(isMore);
            File.WriteAllText(file, isMore ? File.ReadAllText(file) + text : text);
        }
    }

    private static List<Collaboration> Cases() => [.. JsonBlocks.Matches(Repository.Read("docs", "writing-rule-packs.md"))
        .Select(match => match.Groups[1].Value).Where(json => json.Contains("\"name\"", StringComparison.Ordinal)).Select(CollaborationJson.Parse)];

    private static (Outcome Outcome, LevelRange? Level) Of(RulePackSet set, Collaboration given, string rule)
    {
        var assessment = new CollaborationEvaluator(set.RuleBook).Evaluate(given);
        return (assessment.Outcomes[rule].Outcome, assessment.Findings.SingleOrDefault(finding => finding.Code == rule)?.Level);
    }

    private sealed class TutorialDay : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    }

    [GeneratedRegex("^(?=## )", RegexOptions.Multiline)]
    private static partial Regex Headings { get; }

    [GeneratedRegex("^```yaml\n(?<text>(?<first>.*)\n(?:.*\n)*?)```$", RegexOptions.Multiline)]
    private static partial Regex YamlBlocks { get; }

    [GeneratedRegex("^# my-pack/(?<file>[a-z]+\\.yaml)(?<more>, at the end)?$")]
    private static partial Regex FileLine { get; }

    [GeneratedRegex("^```json\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex JsonBlocks { get; }
}
