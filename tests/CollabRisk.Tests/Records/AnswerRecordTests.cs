using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CollabRisk.Explaining;
using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Knowledge;
using CollabRisk.Records;
using CollabRisk.Rules;
using CollabRisk.Tests.Knowledge;

namespace CollabRisk.Tests.Records;

/// <summary>What was written is read back, without the rules, and by the ordinary serializer.</summary>
public class AnswerRecordTests
{
    private static readonly CollaborationEvaluator Evaluator = RuleCases.Evaluator;

    private static Assessment Late { get; } = Evaluator.Evaluate(CaseFiles.Read("joint-it-department-late"));

    [Fact]
    public void Read_EveryAnswer_GivesWhatWasWritten()
    {
        foreach (var answer in EveryAnswer.All)
        {
            var json = answer.ToJson();
            var reading = AnswerRecord.Read(json);
            reading.IsValid.Should().BeTrue($"{answer.GetType().Name} {answer}: {reading}");
            JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(reading.Value!.ToJson())).Should().BeTrue();
        }
    }

    [Theory]
    [InlineData(AssessmentDetail.Full)]
    [InlineData(AssessmentDetail.Compact)]
    public void Read_Assessment_HasWhatItFound(AssessmentDetail detail)
    {
        var record = AssessmentRecord.Read(Late.ToJson(detail)).Value!;
        record.Detail.Should().Be(detail);
        record.Overall.Should().Be(Late.Overall);
        record.KnownFacts.Should().Be(Late.KnownFacts);
        record.TotalFacts.Should().Be(Late.TotalFacts);
        record.RuleBookDigest.Should().Be(Late.RuleBook.Digest);
        record.Collaboration.Should().Be(Late.Collaboration.Name);
        record.AsOf.Should().Be(Late.Collaboration.AsOf);
        record.Findings.Select(finding => (finding.Code, finding.Kind, finding.Level, finding.Confidence, finding.Subject, finding.Title, finding.Message)).Should().Equal(
            Late.Findings.Select(finding => (finding.Code, finding.Kind, finding.Level, finding.Confidence, finding.Subject, finding.Title, finding.Message)));
        record.Findings.SelectMany(finding => finding.Caveats).Should().Equal(Late.Findings.SelectMany(finding => finding.Caveats));
        $"{record}".Should().Be($"{Late}");
    }

    [Theory]
    [InlineData(AssessmentDetail.Full)]
    [InlineData(AssessmentDetail.Compact)]
    public void Read_Assessment_HasTheMattersAndWhatTheRangeDoesNotSay(AssessmentDetail detail)
    {
        var assessment = new CollaborationEvaluator(RuleBook.Build([KnowledgePacks.General], [RuleOverride.SwitchOff("VISION-ABSENT", "Asked elsewhere.")]))
            .Evaluate(CollaborationJson.Parse(
                """
                {
                  "vision": { "exists": false, "compelling": false, "inStrategyDocument": true },
                  "trust": { "organisational": "None", "trend": "Eroding" },
                  "communication": { "regular": true },
                  "alliance": { "opportunismExposure": false },
                  "partners": [{ "name": "A", "benefitShare": 80 }, { "name": "B", "benefitShare": 80 }]
                }
                """));
        var record = AssessmentRecord.Read(assessment.ToJson(detail)).Value!;

        record.Groups.Select(group => (group.Root, group.Level, string.Join(' ', group.Consequences))).Should().Equal(
            assessment.Groups.Select(group => (group.Root.Fingerprint, group.Level, string.Join(' ', group.Consequences.Select(finding => finding.Fingerprint)))));
        record.Findings.Select(finding => (finding.Fingerprint, finding.Root)).Should().Equal(assessment.Findings.Select(finding => (finding.Fingerprint, finding.Root)));
        record.Findings.Should().Contain(finding => finding.Root != null);
        (record.IsPartialView, record.WorstSwitchedOff).Should().Be((true, Level.High));
        record.InOrder.Select(chapter => (chapter.Chapter, string.Join(' ', chapter.Rules))).Should().Equal(
            assessment.InOrder.Select(chapter => (chapter.Chapter, string.Join(' ', chapter.Rules.Select(inOrder => inOrder.Rule.Code)))));
        record.InOrder.Should().NotBeEmpty();
        record.UnreadFacts.Select(fact => (fact.Path, string.Join(' ', fact.Packs))).Should().Equal(
            assessment.UnreadFacts.Select(fact => (fact.Path, string.Join(' ', fact.Packs))));
        record.UnreadFacts.Should().NotBeEmpty();
        record.FactNotes.Should().Equal(assessment.FactNotes);
        record.FactNotes.Should().ContainSingle();
        $"{record}".Should().Be($"{assessment}");
    }

    [Fact]
    public void Read_SeveralMistakes_NamesThemAllWithTheirPlaces()
    {
        var json = JsonNode.Parse(Late.ToJson(AssessmentDetail.Compact))!.AsObject();
        json["overal"] = 1;
        json["overall"]!["atLeast"] = "Lowest";
        json["findings"]![1]!["title"] = 5;
        json["findings"]![2]!.AsObject().Remove("message");
        json["asOf"] = "yesterday";
        var problems = AssessmentRecord.Read(json.ToJsonString()).Problems.Select(problem => $"{problem.Path}: {problem.Message}").ToList();
        problems.Order(StringComparer.Ordinal).Should().Equal(
            "asOf: expected a day of the calendar, written as in \"2026-03-31\", or null; found the text 'yesterday'.",
            "findings[1].title: expected text; found the number 5.",
            "findings[2]: 'message' is missing.",
            "overal: unknown property 'overal'. Did you mean 'overall'?",
            "overall.atLeast: expected 'None', 'Low', 'Moderate' or 'High'; found the text 'Lowest'.");
    }

    [Fact]
    public void Read_ADayOfNoCalendar_IsRefused()
    {
        var json = JsonNode.Parse(Late.ToJson(AssessmentDetail.Compact))!.AsObject();
        json["asOf"] = "2026-02-31";
        AssessmentRecord.Read(json.ToJsonString()).Problems.Should().ContainSingle().Which.ToString().Should()
            .EndWith(" asOf: expected a day of the calendar, written as in \"2026-03-31\", or null; found the text '2026-02-31'.");
    }

    [Theory]
    [InlineData("", "the text is empty")]
    [InlineData("{}", "'schema' is missing")]
    [InlineData("[]", "'schema' is missing")]
    [InlineData("{\"schema\":\"collabrisk/assessment/1\"}", "Another version of the library wrote it. Evaluate the facts again")]
    [InlineData("{\"schema\":\"collabrisk/assesment/1\"}", "Did you mean 'collabrisk/assessment/2'?")]
    [InlineData("{\"schema\":\"collabrisk/replay/1\",\"identical\":true,\"differences\":[],\"assessmentDifferences\":0", "the file ends in the middle")]
    [InlineData("{\"schema\":\"collabrisk/replay/1\",\"identical\":true,\"identical\":true,\"differences\":[],\"assessmentDifferences\":0}", "'identical' appears twice")]
    [InlineData("{\"schema\":\"collabrisk/replay/1\",\"identical\":true,\"differences\":[],\"assessmentDifferences\":-1}", "expected a whole number; found the number -1")]
    public void Read_NotAnAnswer_SaysWhy(string json, string expected)
    {
        var reading = AnswerRecord.Read(json);
        reading.Value.Should().BeNull();
        reading.ToString().Should().Contain(expected);
    }

    [Fact]
    public void Read_DamagedText_NeverThrows()
    {
        var random = new Random(7);
        var written = Late.ToJson(AssessmentDetail.Compact, indented: false);
        var refused = 0;
        for (var i = 0; i < 300; i++)
        {
            var text = written.ToCharArray();
            text[random.Next(text.Length)] = "{}[]\",:x0\ud800"[random.Next(10)];
            refused += AssessmentRecord.Read(new string(text)).IsValid ? 0 : 1;
        }

        refused.Should().BeInRange(100, 300);
    }

    [Fact]
    public void Serialize_Assessment_IsTheCompactForm() =>
        JsonElement.DeepEquals(JsonElement.Parse(Late.ToJson(AssessmentDetail.Compact)), JsonSerializer.SerializeToElement(Late)).Should().BeTrue();

    [Fact]
    public void Serialize_EveryAnswer_IsWhatItWrites()
    {
        foreach (var answer in EveryAnswer.All.Where(answer => answer is not Assessment))
        {
            JsonElement.DeepEquals(JsonElement.Parse(answer.ToJson()), JsonSerializer.SerializeToElement(answer, answer.GetType()))
                .Should().BeTrue($"{answer.GetType().Name} {answer}");
        }
    }

    [Fact]
    public void Deserialize_Collaboration_ReadsAsStrictlyAsEver()
    {
        var given = Some.Collaboration(new Random(3), knownShare: 0.5) with { Partners = FactList.Create<Partner>(new Partner { Name = "Fire" }, new Partner { Name = "Police" }), PartnerCount = null };
        var posted = JsonSerializer.Deserialize<Posted>(JsonSerializer.Serialize(new Posted(given)))!;
        posted.Facts.Should().Be(given);
        var wrong = Invoking(() => JsonSerializer.Deserialize<Posted>("""{"Facts":{"vision":{"exits":true},"form":1}}""")).Should().ThrowExactly<JsonException>().Which;
        wrong.Message.Should().Contain("unknown property 'exits'. Did you mean 'exists'?");
        wrong.Message.Should().Contain("form: expected one of the words");
        wrong.Path.Should().Be("$.vision.exits");
        wrong.InnerException.Should().BeOfType<CollaborationJsonException>().Which.Problems.Should().HaveCount(2);
    }

    [Fact]
    public void Deserialize_Records_ReadBackWhatWasWritten()
    {
        var record = JsonSerializer.Deserialize<AssessmentRecord>(JsonSerializer.Serialize(Late))!;
        record.Detail.Should().Be(AssessmentDetail.Compact);
        JsonSerializer.Deserialize<AssessmentRecord>(JsonSerializer.Serialize(record))!.ToJson().Should().Be(record.ToJson());
        var decision = DecisionRecord.Of(Late);
        JsonSerializer.Deserialize<DecisionRecord>(JsonSerializer.Serialize(decision))!.Replay(Evaluator.RuleBook).IsIdentical.Should().BeTrue();
        JsonSerializer.Deserialize<AnswerRecord>(decision.ToJson())!.Schema.Should().Be("collabrisk/decision-record/1");
        Invoking(() => JsonSerializer.Deserialize<AssessmentRecord>("{}")).Should().ThrowExactly<JsonException>().WithMessage("*'schema' is missing*");
    }

    [Fact]
    public void Deserialize_Answer_SaysWhatToReadInstead()
    {
        Invoking(() => JsonSerializer.Deserialize<Assessment>("{}")).Should().ThrowExactly<NotSupportedException>().WithMessage("*AssessmentRecord*");
        Invoking(() => JsonSerializer.Deserialize<RuleExplanation>("{}")).Should().ThrowExactly<NotSupportedException>().WithMessage("*AnswerRecord*");
    }

    [Fact]
    public void Serialize_BySourceGenerator_NeedsNoReflection()
    {
        (JsonElement.Parse(JsonSerializer.Serialize(Late, GeneratedJson.Default.Assessment)).GetRawText() is var text ? Compact(text) : "")
            .Should().Be(Late.ToJson(AssessmentDetail.Compact, indented: false));
        JsonSerializer.Deserialize(CollaborationJson.Write(CaseFiles.Read("joint-it-department-late")), GeneratedJson.Default.Collaboration)!.Partners!.Count
            .Should().Be(Late.Collaboration.Partners!.Count);

        static string Compact(string json) => AssessmentRecord.Read(json).Value!.ToJson(indented: false);
    }

    private sealed record Posted(Collaboration Facts);
}

[JsonSerializable(typeof(Assessment))]
[JsonSerializable(typeof(Collaboration))]
[JsonSerializable(typeof(AssessmentRecord))]
internal sealed partial class GeneratedJson : JsonSerializerContext;
