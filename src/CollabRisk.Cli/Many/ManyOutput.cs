using System.Globalization;
using CollabRisk.Json;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Cli.Many;

/// <summary>What came of one input: a line of output, and what there is to say of it.</summary>
/// <param name="Line">The line, without its end.</param>
/// <param name="Notes">What is written for the person at the keyboard, a line each.</param>
/// <param name="IsBad">Whether it could not be evaluated.</param>
/// <param name="FailedRules">How many rules failed on it.</param>
internal sealed record ManyOutput(string? Line, IReadOnlyList<string> Notes, bool IsBad, int FailedRules)
{
    /// <summary>Identifies the shape of the line of an input that is bad; see schemas/input-error.schema.json.</summary>
    public const string ErrorSchemaId = "collabrisk/input-error/1";

    /// <summary>Reads and evaluates an input. Thread-safe; nothing is thrown for what is wrong with it.</summary>
    /// <param name="input">The input.</param>
    /// <param name="evaluator">The evaluator.</param>
    /// <param name="book">Its rules.</param>
    /// <param name="detail">The form in which an assessment is written as JSON; null for its one line of text.</param>
    public static ManyOutput Of(ManyInput input, CollaborationEvaluator evaluator, RuleBook book, AssessmentDetail? detail)
    {
        if (input.Fault is { } fault)
        {
            return Bad(input, [new JsonProblem(1, 1, "", fault)], detail);
        }

        var reading = CollaborationJson.Read(input.Json.Span, book);
        if (reading.Collaboration is not { } collaboration)
        {
            return Bad(input, reading.Problems, detail);
        }

        var assessment = evaluator.Evaluate(collaboration);
        return new ManyOutput(
            detail is { } form ? assessment.ToJson(form, indented: false) : Unseen.Escaped($"{NameOf(input)}: {assessment}"),
            [.. reading.Conversions.Select(each => CollaborationInput.InWords(input.Source, input.Line ?? each.Line, each))],
            IsBad: false,
            assessment.Outcomes.Values.Count(outcome => outcome.Outcome == Outcome.Error));
    }

    private static ManyOutput Bad(ManyInput input, IReadOnlyList<JsonProblem> problems, AssessmentDetail? detail) => detail is null
        ? new(null, [.. problems.Select(problem => CollaborationInput.InWords(input.Source, input.Line ?? problem.Line, problem))], IsBad: true, 0)
        : new(ErrorRecord(input, problems), [], IsBad: true, 0);

    private static string ErrorRecord(ManyInput input, IReadOnlyList<JsonProblem> problems) => JsonOutput.Write(indented: false, json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", ErrorSchemaId);
        json.WriteString("input", input.Source);
        if (input.Line is { } line)
        {
            json.WriteNumber("line", line);
        }
        else
        {
            json.WriteNull("line");
        }

        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteNumber("line", input.Line ?? problem.Line);
            json.WriteNumber("column", problem.Column);
            json.WriteString("path", problem.Path);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string NameOf(ManyInput input) => input.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{input.Source}({line})") : input.Source;
}
