using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Perspectives;
using CollabRisk.Questions;
using CollabRisk.Records;

namespace CollabRisk.Tests.Facts;

/// <summary>Remarks on facts: who said it, when and on what evidence, kept everywhere and read by no rule.</summary>
public class FactRemarkTests
{
    private const string Json = """
        {
          "partners": [ { "name": "Fire", "role": "Lead" }, { "name": "Police" } ],
          "vision": { "exists": false },
          "remarks": [
            { "fact": "vision.exists", "by": "the programme manager", "on": "2026-01-12", "evidence": "minutes of the board", "note": "asked twice" },
            { "fact": "partners[Fire].role", "note": "as the agreement has it" },
            { "fact": "extensions.rcr.rotaShared", "by": "a dispatcher" }
          ]
        }
        """;

    private static readonly CollaborationEvaluator Evaluator = CollaborationEvaluator.Default;

    private static readonly Collaboration Remarked = CollaborationJson.Parse(Json);

    [Fact]
    public void Json_Remarks_ReadBackAsTheyWere()
    {
        Remarked.Remarks.Should().HaveCount(3);
        Remarked.Remarks.On("vision.exists").Should().ContainSingle().Which.ToString().Should()
            .Be("vision.exists: Said by the programme manager on 2026-01-12, evidence: minutes of the board. Asked twice.");
        CollaborationJson.Parse(CollaborationJson.Write(Remarked)).Should().Be(Remarked);
        JsonSerializer.Deserialize<Collaboration>(JsonSerializer.Serialize(Remarked)).Should().Be(Remarked);
        CollaborationJson.Write(Remarked with { Remarks = [.. Remarked.Remarks.Reverse()] }).Should().Be(CollaborationJson.Write(Remarked));
    }

    [Theory]
    [InlineData("""{"fact":"vision.exist"}""", "remarks[0].fact: no fact has the path 'vision.exist'. Did you mean 'vision.exists'?")]
    [InlineData("""{"by":"me"}""", "remarks[0]: 'fact' is missing.")]
    [InlineData("""{"fact":"vision.exists","when":"today"}""", "remarks[0].when: unknown property 'when'.")]
    [InlineData("""{"fact":"vision.exists","on":"today"}""", "remarks[0].on: expected a day of the calendar")]
    [InlineData("""{"fact":"vision.exists","by":1}""", "remarks[0].by: expected text")]
    [InlineData("\"vision.exists\"", "remarks[0]: expected an object")]
    public void Json_NoRemark_SaysWhatIsWrong(string remark, string problem) =>
        CollaborationJson.Read($$"""{"remarks":[{{remark}}]}""").Problems.Should().ContainSingle().Which.ToString().Should().Contain(problem);

    [Fact]
    public void Evaluate_Remarks_ChangeNothingThatIsFound()
    {
        var with = Evaluator.Evaluate(Remarked);
        var without = Evaluator.Evaluate(Remarked with { Remarks = [] });
        with.ToJson().Should().Be(without.ToJson());
        DecisionRecord.Of(with).FactsDigest.Should().Be(DecisionRecord.Of(without).FactsDigest);
        with.ToText().Should().Contain("What was said about the facts").And.Contain("Said by the programme manager on 2026-01-12");
        without.ToText().Should().NotContain("What was said about the facts");
    }

    [Fact]
    public void Remarks_AreKeptByMergeCompareRecordAndInterview()
    {
        var merged = PerspectiveSet.Of(new Perspective("Fire", Remarked), new Perspective("Police", new Collaboration { Remarks = [new("vision.exists") { Note = "ask the chief" }] })).Merged;
        merged.Remarks.Select(remark => remark.ToString()).Should().BeEquivalentTo(
            "vision.exists: Said by the programme manager on 2026-01-12, evidence: minutes of the board. Asked twice.",
            "vision.exists: Said by Police. Ask the chief.",
            "partners[Fire].role: Said by Fire. As the agreement has it.",
            "extensions.rcr.rotaShared: Said by a dispatcher.");
        var difference = Evaluator.Compare(new Collaboration(), Remarked);
        difference.Facts.Single(move => move.Path == "vision.exists").Remarks.Should().Equal(Remarked.Remarks.On("vision.exists"));
        JsonDocument.Parse(difference.ToJson()).RootElement.GetProperty("facts").EnumerateArray()
            .Single(move => move.GetProperty("path").GetString() == "vision.exists").GetProperty("remarks").GetArrayLength().Should().Be(1);
        DecisionRecord.Read(DecisionRecord.Of(Evaluator.Evaluate(Remarked)).ToJson()).Value!.Collaboration.Remarks.Should().Equal(Remarked.Remarks);

        var interview = Interview.Start(Evaluator, Remarked).AnswerText("NonLead", "the board said so").Skip("ask finance");
        interview.Collaboration.Remarks.On("partners[Police].role").Single().Note.Should().Be("the board said so");
        interview.Collaboration.Remarks.On(interview.Skipped[0]).Single().Note.Should().Be("ask finance");
        interview.Collaboration.Remarks.Should().HaveCount(5);
    }
}
