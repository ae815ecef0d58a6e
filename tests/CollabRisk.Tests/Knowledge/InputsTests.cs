using System.Text.Json;
using CollabRisk.Evidence;
using CollabRisk.Json;
using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk.Tests.Knowledge;

/// <summary>
/// What practitioners entered when they tried the library, with the right answer to each: Knowledge/Inputs/inputs.jsonl, an
/// input a line. The answers were argued from the sources before the rules were changed.
/// </summary>
public class InputsTests
{
    private static readonly CollaborationEvaluator General = new(RuleBook.Build([KnowledgePacks.General]));

    private static readonly IReadOnlyList<JsonElement> All =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Inputs", "inputs.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement),
    ];

    public static TheoryData<string> Names => [.. All.Select(input => input.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Evaluate_Input_GivesItsRightAnswer(string name)
    {
        var input = All.Single(each => each.GetProperty("name").GetString() == name);
        var facts = input.GetProperty("facts").GetRawText();
        if (input.TryGetProperty("refused", out var path))
        {
            var refused = Invoking(() => CollaborationJson.Parse(facts)).Should().ThrowExactly<CollaborationJsonException>().Which;
            refused.Problems.Should().Contain(problem => problem.Path == path.GetString());
            return;
        }

        var evaluator = input.TryGetProperty("packs", out _) ? General : RuleCases.Evaluator;
        var assessment = evaluator.Evaluate(CollaborationJson.Parse(facts));
        var wanted = Words(input, "raises");
        var raised = assessment.Findings.SelectMany(NamesOf).ToHashSet(StringComparer.Ordinal);
        wanted.Where(each => !raised.Contains(each)).Select(each => $"{each} is missing; raised are {string.Join(", ", assessment.Findings.Select(Called))}")
            .Should().BeEmpty();
        if (input.TryGetProperty("nothing else graver than a note", out _))
        {
            assessment.Findings.Where(finding => finding.Level is not null && !wanted.Exists(each => NamesOf(finding).Contains(each))).Select(Called).Should().BeEmpty();
        }

        Words(input, "not raised").Should().NotContain(code => assessment.Findings.Any(finding => finding.Code == code));
        Words(input, "undetermined").Should().NotContain(code => assessment.Outcomes[code].Outcome != Outcome.Undetermined);
        Words(input, "not applicable").Should().NotContain(code => assessment.Outcomes[code].Outcome != Outcome.NotApplicable);
        foreach (var (code, confidence) in Pairs(input, "confidence"))
        {
            assessment.Findings.Where(finding => finding.Code == code).Should().AllSatisfy(
                finding => finding.Confidence.Should().Be(Enum.Parse<Confidence>(confidence)));
        }

        foreach (var (code, text) in Pairs(input, "says"))
        {
            assessment.Findings.Should().Contain(finding => finding.Code == code && finding.Message.Contains(text, StringComparison.Ordinal));
        }

        if (input.TryGetProperty("says nothing of", out var word))
        {
            var everything = string.Join('\n', assessment.Findings.SelectMany(Texts));
            everything.Should().NotContain(word.GetString()!);
        }

        foreach (var (code, root) in Pairs(input, "under"))
        {
            var groups = assessment.Groups.Where(group => group.Findings.Any(finding => finding.Code == code)).ToList();
            groups.Should().NotBeEmpty();
            groups.Should().AllSatisfy(group => group.Root.Code.Should().Be(root));
        }

        if (input.TryGetProperty("groups", out var count))
        {
            var matters = assessment.Groups.Where(group => group.Root.Level is not null).ToList();
            (matters.Count >= count[0].GetInt32() && matters.Count <= count[1].GetInt32()).Should().BeTrue(
                string.Join("; ", matters.Select(group => $"{group.Root.Code} of {group.Findings.Count}")));
        }
    }

    /// <summary>The names under which a table may want a finding: with or without its subject.</summary>
    private static string[] NamesOf(Finding finding) => finding.Level is null
        ? [finding.Code, $"{finding.Code} for {finding.Subject}"]
        : [$"{finding.Code} {ByWhatIsKnown(finding)}", $"{finding.Code} {ByWhatIsKnown(finding)} for {finding.Subject}"];

    /// <summary>The level with the moderators that are known to act; what is unknown widens it to a range.</summary>
    private static Level ByWhatIsKnown(Finding finding) => (Level)Math.Clamp(
        (int)finding.Case.Level!.Level + finding.ModeratedBy.Sum(by => by.Direction == Direction.Raised ? 1 : -1), (int)Level.Low, (int)finding.Rule.Cap);

    private static string Called(Finding finding) => NamesOf(finding)[1];

    /// <summary>Everything about a finding that a reader may see.</summary>
    private static IEnumerable<string> Texts(Finding finding) =>
    [
        finding.Message, finding.Rule.Title, .. finding.Caveats, .. finding.Claims.Select(claim => claim.Paraphrase),
        .. finding.Recommendations.Select(advice => advice.Text), .. finding.Notes,
    ];

    private static List<string> Words(JsonElement input, string property) =>
        input.TryGetProperty(property, out var words) ? [.. words.EnumerateArray().Select(word => word.GetString()!)] : [];

    private static IEnumerable<(string Key, string Value)> Pairs(JsonElement input, string property) =>
        input.TryGetProperty(property, out var pairs) ? pairs.EnumerateObject().Select(pair => (pair.Name, pair.Value.GetString()!)) : [];
}
