using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CollabRisk.Tests.Json;

/// <summary>What holds for the text and JSON of every answer alike.</summary>
public class AnswerJsonTests
{
    public static TheoryData<string> Ids => [.. AnswerJson.Schemas.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void ToJson_EveryAnswer_KeepsToItsSchema()
    {
        var problems = new List<string>();
        var seen = new HashSet<string>();
        foreach (var answer in EveryAnswer.All)
        {
            foreach (var json in Forms(answer))
            {
                seen.Add(JsonElement.Parse(json).GetProperty("schema").GetString()!);
                problems.AddRange(SchemaCheck.Problems(json).Select(problem => $"{answer.GetType().Name} {answer}: {problem}"));
            }
        }

        string.Join('\n', problems.Take(20)).Should().BeEmpty();
        seen.Order(StringComparer.Ordinal).Should().Equal(AnswerJson.Schemas.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WriteTo_EveryAnswer_WritesWhatToJsonWrites()
    {
        foreach (var answer in EveryAnswer.All)
        {
            using var bytes = new MemoryStream();
            using (var json = new Utf8JsonWriter(bytes, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                answer.WriteTo(json);
            }

            Encoding.UTF8.GetString(bytes.ToArray()).Should().Be(answer.ToJson(indented: false));
            Invoking(() => answer.WriteTo(null!)).Should().ThrowExactly<ArgumentNullException>();
        }
    }

    [Fact]
    public void ToText_EveryAnswer_EndsItsLinesAlikeOnEverySystem()
    {
        foreach (var text in EveryAnswer.All.Select(answer => answer.ToText()))
        {
            (text.Length > 1 && text[^1] == '\n' && text[^2] != '\n' && !text.Contains('\r', StringComparison.Ordinal)).Should().BeTrue(text);
        }
    }

    [Fact]
    public void ToString_EveryAnswer_IsOneLine()
    {
        foreach (var answer in EveryAnswer.All)
        {
            ($"{answer}" is { Length: > 0 and < 400 } line && !line.Contains('\n', StringComparison.Ordinal)).Should().BeTrue($"{answer.GetType().Name}: {answer}");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Schemas_EveryDocument_NamesTheIdAndClosesEveryObject(string id)
    {
        var schema = JsonNode.Parse(AnswerJson.Schemas[id])!;
        schema["$id"]!.GetValue<string>().Should().Be($"urn:{id.Replace('/', ':')}");
        schema["properties"]!["schema"]!["enum"]![0]!.GetValue<string>().Should().Be(id);
        schema["properties"]!.AsObject().First().Key.Should().Be("schema");
        Repository.Read("schemas", $"{id.Split('/')[1]}.schema.json").Should().Be(AnswerJson.Schemas[id]);
        Walk(schema);

        static void Walk(JsonNode? node)
        {
            if (node is JsonObject part)
            {
                if (part["properties"] is JsonObject properties)
                {
                    part["additionalProperties"]!.GetValue<bool>().Should().BeFalse();
                    var required = part["required"]!.AsArray().Select(name => name!.GetValue<string>()).ToList();
                    required.ToHashSet().Should().BeSubsetOf(properties.Select(property => property.Key).ToHashSet());
                }

                foreach (var (_, child) in part)
                {
                    Walk(child);
                }
            }
            else if (node is JsonArray list)
            {
                foreach (var child in list)
                {
                    Walk(child);
                }
            }
        }
    }

    [Fact]
    public void ToJson_CompactAssessment_IsSmallAndHidesNothingThatLimitsIt()
    {
        var assessment = EveryKindOfFinding.Evaluator.Evaluate(EveryKindOfFinding.Collaboration);
        var json = JsonElement.Parse(assessment.ToJson(AssessmentDetail.Compact));
        json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()).Should().Equal(
            assessment.Findings.Select(finding => finding.Code));
        json.GetProperty("findings").EnumerateArray().SelectMany(finding => finding.GetProperty("caveats").EnumerateArray()).Select(caveat => caveat.GetString()).Should().Equal(
            assessment.Findings.SelectMany(finding => finding.Caveats));
        json.GetProperty("counts").GetProperty("openQuestions").GetInt32().Should().Be(assessment.OpenQuestions.Count);
        json.GetProperty("counts").GetProperty("rules").EnumerateObject().Sum(count => count.Value.GetInt32()).Should().Be(assessment.Outcomes.Count);
        json.GetProperty("switchedOff").GetArrayLength().Should().Be(assessment.SwitchedOff.Count);
        var real = Knowledge.RuleCases.Evaluator.Evaluate(Knowledge.CaseFiles.Read("joint-it-department-late"));
        real.ToJson(AssessmentDetail.Compact, indented: false).Length.Should().BeLessThan(real.ToJson(indented: false).Length / 2);
        Invoking(() => assessment.ToJson((AssessmentDetail)7)).Should().ThrowExactly<ArgumentOutOfRangeException>();
    }

    private static IEnumerable<string> Forms(IAnswer answer)
    {
        yield return answer.ToJson();
        if (answer is Assessment assessment)
        {
            yield return assessment.ToJson(AssessmentDetail.Compact, indented: false);
        }
    }
}
