using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Records;
using CollabRisk.Rules;
using CollabRisk.Tests.Json;
using CollabRisk.Tests.Knowledge;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Records;

public partial class DecisionRecordTests
{
    private static readonly CollaborationEvaluator Evaluator = RuleCases.Evaluator;

    private static readonly DateTimeOffset Moment = new(2026, 3, 31, 9, 30, 0, TimeSpan.FromHours(1));

    private static readonly RuleOverride Off = RuleOverride.SwitchOff("VISION-ABSENT", "The vision is being rewritten in May.");

    public static TheoryData<string> Cases => [.. CaseFiles.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Replay_SampleCase_IsIdentical(string name) => AssertReplays(CaseFiles.Read(name));

    [Fact]
    public void Replay_RandomCollaborations_IsIdentical() =>
        Law.Holds(42, drawn => AssertReplays(drawn.Collaboration));

    [Fact]
    public void Replay_EveryKindOfFinding_IsIdentical()
    {
        var record = DecisionRecord.Of(EveryKindOfFinding.Evaluator.Evaluate(EveryKindOfFinding.Collaboration));
        record.Overrides.Should().HaveCount(2);
        var result = record.Replay([EveryKindOfFinding.Pack]);
        result.IsIdentical.Should().BeTrue(result.ToText());
    }

    [Fact]
    public void Of_Facts_AreKeptAsGiven()
    {
        var given = FactText.Read("partners[B].role=Lead; partners[A].role=NonLead");
        var assessment = Evaluator.Evaluate(given);
        assessment.Collaboration.Governance.LeadOrganisation.Should().BeTrue();
        DecisionRecord.Of(assessment).Collaboration.Should().BeSameAs(given);
        DecisionRecord.Read(DecisionRecord.Of(assessment).ToJson()).Value!.Collaboration.Should().Be(given);
    }

    [Fact]
    public void Of_FactsThatNoFileMayHave_AreRefused()
    {
        Invoking(() => DecisionRecord.Of(Evaluator.Evaluate(
            new() { PartnerCount = 2, Partners = [new() { Name = "A" }, new() { Name = "B" }, new() { Name = "C" }] }))).Should().ThrowExactly<ArgumentException>()
            .WithMessage("*partnerCount*");
        Invoking(() => DecisionRecord.Of(null!)).Should().ThrowExactly<ArgumentNullException>();
    }

    [Fact]
    public void ToJson_Time_IsWrittenOnlyWhenGiven()
    {
        var assessment = Evaluator.Evaluate(new());
        DecisionRecord.Of(assessment).ToJson().Should().NotContain("\"at\"");
        var json = DecisionRecord.Of(assessment, Moment).ToJson(indented: false);
        json.Should().Contain("\"at\":\"2026-03-31T09:30:00+01:00\"");
        DecisionRecord.Read(json).Value!.At!.Value.Offset.Should().Be(Moment.Offset);
        var precise = Moment.AddTicks(1);
        DecisionRecord.Read(DecisionRecord.Of(assessment, precise).ToJson()).Value!.At.Should().Be(precise);
    }

    [Fact]
    public void ToJson_SameAssessment_GivesTheSameBytesInEveryCulture()
    {
        var expected = DecisionRecord.Of(Evaluator.Evaluate(CaseFiles.Read("firecontrol")), Moment).ToJson();
        expected.Should().NotContain("\r");
        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NumberDecimalSeparator = ",";
        other.DateTimeFormat.TimeSeparator = ".";
        CultureInfo.CurrentCulture = other;
        try
        {
            DecisionRecord.Of(Evaluator.Evaluate(CaseFiles.Read("firecontrol")), Moment).ToJson().Should().Be(expected);
            DecisionRecord.Read(expected).Value!.ToJson().Should().Be(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ToJson_SampleCase_KeepsToTheSchema(string name)
    {
        var json = DecisionRecord.Of(Evaluator.Evaluate(CaseFiles.Read(name)), Moment).ToJson();
        SchemaCheck.Problems(json).Should().BeEmpty();
        var parts = JsonNode.Parse(json)!;
        parts.AsObject().Select(p => p.Key).Should().Equal(
            JsonNode.Parse(AnswerJson.Schemas["collabrisk/decision-record/1"])!["properties"]!.AsObject().Select(p => p.Key));
    }

    [Fact]
    public void Schema_ChangedRecord_AgreesWithReading()
    {
        string[] changes =
        [
            "schema=1", "library=1", "at=null", "at=\"now\"", "at=\"2026-03-31T09:30:00\"", "factsDigest=\"sha256:0\"", "packs={}", "packs=[{\"id\":\"a\"}]",
            "packs=[{\"id\":\"a\",\"version\":\"1\",\"more\":1}]", "packs=[]", "overrides=[{\"code\":\"A\",\"reason\":\"b\"}]",
            Overridden("level", "\"None\""), Overridden("level", "\"Low\""), Overridden("kind", "null"), Overridden("kind", "\"AddCase\""), Overridden("direction", "\"up\""),
            Overridden("subject", "\"b\""), Overridden("reason", "null"), Overridden("expires", "\"today\""), Overridden("expires", "\"2026-03-31\""), Overridden("pack", "1"),
            "overridesAsOf=null", "overridesAsOf=\"2026-03-31\"", "overridesAsOf=\"31 March\"", "more=1", "ruleBookDigest=null",
        ];
        foreach (var change in changes)
        {
            var record = JsonNode.Parse(DecisionRecord.Of(Evaluator.Evaluate(new()), Moment).ToJson())!;
            record[change.Split('=')[0]] = JsonNode.Parse(change.Split('=')[1]);
            var reading = DecisionRecord.Read(record.ToJsonString());
            reading.IsValid.Should().Be(
                (SchemaCheck.Problems("collabrisk/decision-record/1", record.ToJsonString()).Count == 0), $"{change}: {reading}");
        }

        static string Overridden(string property, string value)
        {
            var change = JsonNode.Parse("""
                {"code":"A","level":null,"reason":"b","kind":"SwitchOff","subject":null,"direction":null,"because":null,"author":null,"expires":null,"pack":null}
                """)!;
            change[property] = JsonNode.Parse(value);
            return $"overrides=[{change.ToJsonString()}]";
        }
    }

    [Fact]
    public void Replay_AnyFactChanged_IsDetected()
    {
        var json = DecisionRecord.Of(Evaluator.Evaluate(CaseFiles.Read("joint-it-department-late"))).ToJson();
        var leaves = Leaves(JsonNode.Parse(json)!["facts"]!).Select(leaf => leaf.GetPath()).ToList();
        leaves.Count.Should().BeGreaterThan(60);
        foreach (var path in leaves)
        {
            var record = JsonNode.Parse(json)!;
            Change(At(record, path)).Should().BeTrue();
            var reading = DecisionRecord.Read(record.ToJsonString());
            if (reading.IsValid)
            {
                reading.Value!.Replay(Evaluator.RuleBook).Differences.Should().Contain(difference => difference.Kind == ReplayDifferenceKind.Facts);
            }
            else
            {
                reading.Problems.Should().AllSatisfy(problem => problem.Path.Should().StartWith("facts"));
            }
        }
    }

    [Fact]
    public void Replay_FactThatDecidesChanged_NamesTheFindings()
    {
        var record = JsonNode.Parse(DecisionRecord.Of(TwoRules.Evaluate(FactText.Read("vision.exists=no"))).ToJson())!;
        record["facts"]!["vision"]!["exists"] = true;
        var result = DecisionRecord.Read(record.ToJsonString()).Value!.Replay(TwoRules.RuleBook);
        result.IsIdentical.Should().BeFalse();
        result.Differences[0].Kind.Should().Be(ReplayDifferenceKind.Facts);
        result.ToText().Should().Contain("  assessment.overall.atLeast: recorded \"High\", now \"None\"\n");
        result.ToText().Should().Contain("  assessment.findings[NO-VISION]: recorded { … }, now nothing\n");
        result.Differences.Should().Contain(difference => difference.Where == "assessment.outcomes.NO-VISION");
    }

    [Fact]
    public void Replay_AnyAssessmentValueChanged_IsNamedAlone()
    {
        var json = DecisionRecord.Of(Evaluator.Evaluate(CaseFiles.Read("firecontrol"))).ToJson();
        var leaves = Leaves(JsonNode.Parse(json)!["assessment"]!).Select(leaf => leaf.GetPath()).ToList();
        leaves.Count.Should().BeGreaterThan(500);
        foreach (var path in leaves.Where((_, i) => i % (leaves.Count / 150) == 0))
        {
            var record = JsonNode.Parse(json)!;
            if (Change(At(record, path)))
            {
                var result = DecisionRecord.Read(record.ToJsonString()).Value!.Replay(Evaluator.RuleBook);
                result.IsIdentical.Should().BeFalse();

                // A changed name is an entry that went and one that came; every other change is one difference.
                if (result.Differences.Count == 1)
                {
                    result.Differences[0].Where.Should().EndWith(LastStep.Match(path).Value);
                }
                else
                {
                    result.Differences.Select(difference => difference.Recorded is not null).Should().Equal(true, false);
                }
            }
        }
    }

    [Fact]
    public void Replay_AssessmentInAnotherOrder_IsNamed()
    {
        var record = JsonNode.Parse(DecisionRecord.Of(TwoRules.Evaluate(new())).ToJson())!;
        var overall = record["assessment"]!["overall"]!.AsObject();
        var first = overall["atLeast"]!.DeepClone();
        overall.Remove("atLeast");
        overall.Add("atLeast", first);
        var difference = DecisionRecord.Read(record.ToJsonString()).Value!.Replay(TwoRules.RuleBook).Differences.Should().ContainSingle().Which;
        difference.Where.Should().Be("assessment.overall");
        difference.Recorded.Should().Be("the order atMost, assessable, atLeast");
    }

    [Theory]
    [InlineData("packs.0.version", "9.9.9", "packs.test: recorded 9.9.9, now 1.0.0")]
    [InlineData("packs.0.id", "other", "packs.other: recorded 1.0.0, now nothing")]
    [InlineData("library", "0.0.1-old", "library: recorded 0.0.1-old")]
    [InlineData("ruleBookDigest", "sha256:0000000000000000000000000000000000000000000000000000000000000000", "ruleBookDigest: recorded sha256:0000")]
    [InlineData("factsDigest", "sha256:0000000000000000000000000000000000000000000000000000000000000000", "factsDigest: recorded sha256:0000")]
    public void Replay_HeadChanged_IsNamed(string path, string value, string named)
    {
        var record = JsonNode.Parse(DecisionRecord.Of(TwoRules.Evaluate(new())).ToJson())!;
        var steps = path.Split('.');
        var at = steps[..^1].Aggregate(record, (node, step) => int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? node[index]! : node[step]!);
        at[steps[^1]] = value;
        var result = DecisionRecord.Read(record.ToJsonString()).Value!.Replay(TwoRules.RuleBook);
        result.IsIdentical.Should().Be(path == "library");
        result.Differences[0].ToString().Should().StartWith(named);
        result.AssessmentDifferences.Should().Be(0);
    }

    [Fact]
    public void Replay_Packs_TakesThoseRecordedAndTheirOverrides()
    {
        var book = RuleBook.Build([KnowledgePacks.General], [Off, RuleOverride.ChangeLevel("TRUST-ABSENT", Level.Moderate, "A pilot.")]);
        var record = Reread(DecisionRecord.Of(new CollaborationEvaluator(book).Evaluate(CaseFiles.Read("firecontrol"))));
        record.Overrides.Should().Equal(book.Overrides);
        record.Replay(KnowledgePacks.All).IsIdentical.Should().BeTrue(record.Replay(KnowledgePacks.All).ToText());
        record.Replay(book).IsIdentical.Should().BeTrue();

        var without = record.Replay(RuleBook.Build([KnowledgePacks.General]));
        without.Differences.Where(d => d is { Kind: ReplayDifferenceKind.Override, Where: "overrides.VISION-ABSENT", Replayed: null }).Should().NotBeEmpty();
        without.Differences.Should().Contain(d => d.Kind == ReplayDifferenceKind.RuleBook);
        record.Replay(RuleBook.Build(KnowledgePacks.All)).Differences.Where(d => d is { Where: "packs.collabrisk.united-kingdom", Recorded: null }).Should().NotBeEmpty();
    }

    [Fact]
    public void Replay_PackWithoutTheRecordedVersion_SaysSo()
    {
        var record = DecisionRecord.Of(TwoRules.Evaluate(FactText.Read("vision.exists=no")));
        RulePack Version(string version) => new() { Id = "test", Version = version, Title = "Later", Chapters = [], Claims = [] };
        var other = record.Replay([Version("2.0.0")]);
        other.Differences[0].ToString().Should().Be("packs.test: recorded 1.0.0, now 2.0.0");
        other.Differences.Should().Contain(d => d.Where == "assessment.findings[NO-VISION]");

        var none = record.Replay([Version("2.0.0"), Version("3.0.0")]);
        none.Differences[0].ToString().Should().Be("packs.test: recorded 1.0.0, now nothing");
        record.Replay([Version("2.0.0"), TestPack.Of(_ => { })]).Differences.Should().Contain(d => d.Kind == ReplayDifferenceKind.RuleBook);
    }

    [Fact]
    public void Replay_NoBookCanBeBuilt_GivesItsProblems()
    {
        var book = RuleBook.Build([KnowledgePacks.General], [Off]);
        var result = DecisionRecord.Of(new CollaborationEvaluator(book).Evaluate(new())).Replay(Array.Empty<RulePack>());
        result.IsIdentical.Should().BeFalse();
        result.Assessment.Should().BeNull();
        result.Differences.Select(d => d.Kind).Should().Equal(ReplayDifferenceKind.Pack, ReplayDifferenceKind.RuleBook);
        result.Differences[1].Replayed.Should().Contain("there are none, so no risk could ever be found");
    }

    /// <summary>A record that version 0.1.0 wrote: its facts are read by the conversions, and everything that is another now is named.</summary>
    [Fact]
    public void Replay_RecordOf01_IsReadAndSaysWhatIsAnotherNow()
    {
        var record = DecisionRecord.Read(RecordOf01).Value!;
        record.Collaboration.Tensions.ChallengesAddressed.Should().BeNull("version 1 of the fact model knew only yes and no, and a plain no does not say whether none is addressed or only some");
        record.Overall.Should().Be(new OverallRange(Level.High, Level.High));
        record.ToText().Should().Contain("Overall: High. High is shown by what is known.").And.Contain("Library: 0.1.0\n");
        record.ToString().Should().Be("Joint estates of Northshire, High, library 0.1.0, 2026-03-31T09:30:00+01:00");

        var result = record.Replay([KnowledgePacks.General]);
        result.Assessment!.Overall.Should().Be(new OverallRange(Level.Moderate, Level.High), "High rested on that no alone");
        result.Differences.Select(difference => difference.ToString()).Should().Contain(
            ["library: recorded 0.1.0, now 0.2.0", "packs.collabrisk.general: recorded 1.0.0, now 2.0.0", "assessment.schema: recorded \"collabrisk/assessment/1\", now \"collabrisk/assessment/2\""]);
    }

    [Fact]
    public void Replay_RecordOf01WithAnOverrideOfARetiredCode_SaysWhatReplacedIt()
    {
        var result = DecisionRecord.Read(RecordOf01.Replace("\"code\": \"BENEFIT-SKEW\"", "\"code\": \"APATHY\"", StringComparison.Ordinal)).Value!.Replay([KnowledgePacks.General]);
        result.Assessment.Should().BeNull();
        result.Differences.Should().Contain(difference => difference.Replayed != null && difference.Replayed.Contains("APATHY was retired in 0.2.0") && difference.Replayed.EndsWith("Use LEADERSHIP-SUPPORT-GAP."));
    }

    private static string RecordOf01 => Repository.Read("tests", "CollabRisk.Tests", "Records", "record-of-0.1.json");

    [Fact]
    public void Replay_ManyDifferences_ListsTheFirstAndCountsTheRest()
    {
        var record = DecisionRecord.Of(Evaluator.Evaluate(CaseFiles.Read("firecontrol")));
        var result = record.Replay(TwoRules.RuleBook);
        result.Differences.Count(d => d.Kind == ReplayDifferenceKind.Assessment).Should().Be(100);
        result.AssessmentDifferences.Should().BeGreaterThan(100);
        result.ToText().Should().EndWith($"and {result.AssessmentDifferences - 100} more in the assessment\n");
    }

    [Theory]
    [InlineData("", "(1,1) the text is empty. Expected an answer, an object.")]
    [InlineData("[]", "(1,1) 'schema' is missing: an object with 'collabrisk/decision-record/1' as its schema is expected.")]
    [InlineData("{} {}", "(1,1) 'schema' is missing: an object with 'collabrisk/decision-record/1' as its schema is expected.")]
    [InlineData("{\"schema\":\"collabrisk/assessment/2\"}", "(1,11) schema: expected 'collabrisk/decision-record/1'; found the text 'collabrisk/assessment/2'.")]
    [InlineData("{\"schema\":\"collabrisk/decision-record/1\",\"libary\":\"1\"}", "(1,42) libary: unknown property 'libary'. Did you mean 'library'?")]
    [InlineData("{\"schema\":\"collabrisk/decision-record/1\",\"library\":\"1\",\"library\":\"2\"}", "(1,56) library: 'library' appears twice in this object. Remove one of them.")]
    [InlineData("{\"schema\":\"collabrisk/decision-record/1\",\"library\":1}", "(1,52) library: expected text; found the number 1.")]
    [InlineData("{\"schema\":\"collabrisk/decision-record/1\",\n  \"facts\": {\n    \"vision\": { \"exits\": true } } }", "(3,17) facts.vision.exits: unknown property 'exits'. Did you mean 'exists'?")]
    [InlineData("{\"schema\":\"collabrisk/decision-record/1\",\"facts\":{\"partnerCount\":1}}", "(1,66) facts.partnerCount: expected a whole number of at least 2, or null while it is not known; found the number 1.")]
    [InlineData("{\"schema\":\"collabrisk/decision-record/1\",\"facts\":{\"crossProfession\":false,\"partners\":[{\"name\":\"A\",\"sector\":\"Police\"},{\"name\":\"B\",\"sector\":\"Health\"}]}}", "(1,69) facts.crossProfession: it is given as false, but 'A' has the sector Police and 'B' the sector Health. Correct one of the two, or leave this out.")]
    [InlineData("{\"schema\":\"collabrisk/decision-record/1\",\"packs\":[{\"id\":\"a\"}]}", "(1,51) packs[0]: 'version' is missing.")]
    [InlineData("{\"schema\":\"collabrisk/decision-record/1\",\"overrides\":[{\"level\":\"None\"}]}", "(1,64) overrides[0].level: expected 'Low', 'Moderate' or 'High', or null; found the text 'None'.")]
    [InlineData("{\"schema\":\"collabrisk/decision-record/1\",\"at\":\"yesterday\"}", "(1,47) at: expected a moment with its offset, written as in \"2026-03-31T09:30:00+01:00\"; found the text 'yesterday'.")]
    [InlineData("{\"schema\":\"collabrisk/decision-record/1\",\"factsDigest\":\"md5:1\"}", "(1,56) factsDigest: expected text of the form ^sha256:[0-9a-f]{64}$; found the text 'md5:1'.")]
    [InlineData("{\"schema\":\"collabrisk/decision-record/1\",\"assessment\":[1]}", "(1,55) assessment: expected an object; found a list.")]
    [InlineData("{\"schema\":\"collabrisk/decision-record/1\",\"assessment\":{\"a\":\"\\ud83d\"}}", "(1,60) assessment.a: the text has half of a surrogate pair, a \\uD800 to \\uDFFF without its other half. Write the whole character.")]
    [InlineData("{\"schema\":\"collabrisk/decision-record/1\",\"library\":", "(1,52) library: the file ends in the middle. Look for a brace, bracket or quote that is not closed.")]
    public void Read_Wrong_SaysWhereAndWhat(string json, string problem)
    {
        var reading = DecisionRecord.Read(json);
        reading.IsValid.Should().BeFalse();
        reading.Value.Should().BeNull();
        reading.Problems.Select(p => p.ToString()).Should().Contain(problem);
    }

    [Fact]
    public void Read_AssessmentWithAPropertyTwice_IsRefused()
    {
        var json = DecisionRecord.Of(TwoRules.Evaluate(new())).ToJson(indented: false).Replace("\"assessable\":false", "\"assessable\":false,\"assessable\":true", StringComparison.Ordinal);
        DecisionRecord.Read(json).Problems.Should().ContainSingle().Which.ToString().Should().EndWith("assessment.overall.assessable: 'assessable' appears twice in this object. Remove one of them.");
    }

    [Fact]
    public void Read_DaysAndAMomentOfNoCalendar_NamesThemAll()
    {
        var record = JsonNode.Parse(DecisionRecord.Of(new CollaborationEvaluator(RuleBook.Build([KnowledgePacks.General], [Off])).Evaluate(new())).ToJson())!;
        record.AsObject().Insert(0, "at", "2026-13-31T09:30:00+01:00");
        record["overridesAsOf"] = "2026-02-30";
        record["overrides"]![0]!["expires"] = "2026-02-31";
        DecisionRecord.Read(record.ToJsonString(new() { WriteIndented = true })).Problems.Select(problem => $"{problem}").Should().Equal(
            "(2,9) at: expected a moment with its offset, written as in \"2026-03-31T09:30:00+01:00\"; found the text '2026-13-31T09:30:00+01:00'.",
            "(26,18) overrides[0].expires: expected a day of the calendar, written as in \"2026-03-31\", or null; found the text '2026-02-31'.",
            "(30,20) overridesAsOf: expected a day of the calendar, written as in \"2026-03-31\", or null; found the text '2026-02-30'.");
    }

    /// <summary>What is said next to facts, and in an assessment, may be as deep and as large as anyone writes it.</summary>
    [Fact]
    public void Read_DeepCommentAndLargeNumber_LosesNoFact()
    {
        var record = JsonNode.Parse(DecisionRecord.Of(TwoRules.Evaluate(FactText.Read("vision.exists=no"))).ToJson())!;
        record["facts"]!["$comment"] = JsonNode.Parse(new string('[', 40) + new string(']', 40));
        record["assessment"]!["ours"] = JsonNode.Parse("1e400");

        var reading = DecisionRecord.Read(record.ToJsonString());

        reading.Problems.Should().BeEmpty();
        reading.Value!.Collaboration.Vision.Exists.Should().BeFalse();
    }

    [Fact]
    public void Read_SomethingAfterTheEnd_IsRefused()
    {
        var json = DecisionRecord.Of(TwoRules.Evaluate(new())).ToJson() + "\n{}";
        DecisionRecord.Read(json).Problems.Should().ContainSingle().Which.Message.Should().Contain("there is text after the closing brace of the answer");
        Invoking(() => DecisionRecord.Read(null!)).Should().ThrowExactly<ArgumentNullException>();
    }

    [Fact]
    public void Read_DamagedText_NeverThrows()
    {
        var json = DecisionRecord.Of(TwoRules.Evaluate(FactText.Read("vision.exists=no; partners[A].role=Lead")), Moment).ToJson();
        const string Marks = "{}[]\",:\\/ud8\u0001é0-.null";
        var damaged = 0;
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var text = json.ToList();
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                var at = random.Next(text.Count);
                switch (random.Next(3))
                {
                    case 0:
                        text.RemoveAt(at);
                        break;
                    case 1:
                        text.Insert(at, Marks[random.Next(Marks.Length)]);
                        break;
                    default:
                        text[at] = Marks[random.Next(Marks.Length)];
                        break;
                }
            }

            var reading = DecisionRecord.Read(new string([.. text]));
            damaged += reading.IsValid ? 0 : 1;
            reading.Value?.Replay(TwoRules.RuleBook);
        }

        damaged.Should().BeInRange(500, 2_000);
    }

    /// <summary>The name of the property at the end of a path.</summary>
    [GeneratedRegex(@"[A-Za-z-]+(?='?\]?$)")]
    private static partial Regex LastStep { get; }

    private static CollaborationEvaluator TwoRules { get; } = TestPack.Evaluator(chapter =>
    {
        chapter.ARisk("NO-VISION", Level.High).When(c => c.Vision.Exists == false);
        chapter.ARisk("RARE-MEETINGS", Level.Low).When(c => c.Communication.Regular == false);
    });

    private static DecisionRecord Reread(DecisionRecord record) => DecisionRecord.Read(record.ToJson()).Value!;

    private static void AssertReplays(Collaboration collaboration)
    {
        var written = DecisionRecord.Of(Evaluator.Evaluate(collaboration), Moment);
        foreach (var indented in new[] { true, false })
        {
            var json = written.ToJson(indented);
            var reading = DecisionRecord.Read(json);
            reading.IsValid.Should().BeTrue(reading.ToString());
            reading.Value!.ToJson(indented).Should().Be(json);
            var result = reading.Value!.Replay(Evaluator.RuleBook);
            result.IsIdentical.Should().BeTrue(result.ToText());
            result.Differences.Should().BeEmpty();
            result.Assessment!.ToJson().Should().Be(Evaluator.Evaluate(collaboration).ToJson());
        }
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node switch
    {
        JsonObject o => o.Where(p => p.Value is not null).SelectMany(p => Leaves(p.Value!)),
        JsonArray a => a.Where(item => item is not null).SelectMany(item => Leaves(item!)),
        _ => [node],
    };

    private static JsonNode At(JsonNode root, string path)
    {
        foreach (Match step in Step.Matches(path[1..]))
        {
            root = step.Groups["index"] is { Success: true } index
                ? root[int.Parse(index.ValueSpan, CultureInfo.InvariantCulture)]!
                : root[step.Groups["name"].Value]!;
        }

        return root;
    }

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\['(?<name>[^']*)'\]|\[(?<index>\d+)\]")]
    private static partial Regex Step { get; }

    /// <summary>Changes a value to another of its type, or to a word that is allowed nowhere.</summary>
    private static bool Change(JsonNode leaf)
    {
        JsonNode? changed = leaf.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.True => false,
            System.Text.Json.JsonValueKind.False => true,
            System.Text.Json.JsonValueKind.Number => leaf.GetValue<decimal>() + 1,
            System.Text.Json.JsonValueKind.String => leaf.GetValue<string>() + "s",
            _ => null,
        };
        if (changed is not null)
        {
            leaf.ReplaceWith(changed);
        }

        return changed is not null;
    }
}
