using System.Text.Json;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.Questions;

/// <summary>Writes questions as JSON: the names of the model as they are, and sentences for people beside them.</summary>
internal static class QuestionJson
{
    public static void Write(Utf8JsonWriter writer, Interview interview)
    {
        writer.WriteStartObject();
        Write(writer, "overall", interview.Assessment.Overall);
        writer.WriteBoolean("settled", interview.IsSettled);
        writer.WriteNumber("asked", interview.Asked);
        WriteAll(writer, "skipped", interview.Skipped);
        writer.WritePropertyName("next");
        if (interview.Next is { } next)
        {
            Write(writer, next);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, OpenQuestion question)
    {
        var fact = question.Fact;
        writer.WriteStartObject();
        writer.WriteString("path", question.Path);
        writer.WriteString("question", question.Question);
        writer.WriteString("allowedAnswers", question.AllowedAnswers);
        writer.WriteString("type", Words.CamelCase($"{fact.Type}"));
        if (fact.AllowedWords.Count > 0)
        {
            WriteAll(writer, "words", fact.AllowedWords);
        }

        if (fact.Minimum is { } minimum)
        {
            writer.WriteNumber("minimum", minimum);
        }

        if (fact.Maximum is { } maximum)
        {
            writer.WriteNumber("maximum", maximum);
        }

        writer.WriteString("whyItMatters", question.WhyItMatters);
        writer.WriteString("worst", $"{question.Worst}");
        WriteAll(writer, "couldSettle", question.CouldSettle);
        writer.WriteNumber("guaranteedNarrowing", question.GuaranteedNarrowing);
        writer.WriteNumber("averageNarrowing", Math.Round((decimal)question.AverageNarrowing, 4));
        writer.WriteStartArray("answers");
        foreach (var answer in question.Answers)
        {
            Write(writer, answer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PossibleAnswer answer)
    {
        writer.WriteStartObject();
        writer.WriteString("answer", answer.Answer);
        Write(writer, "overall", answer.Overall);
        writer.WriteStartArray("settles");
        foreach (var settled in answer.Settles)
        {
            writer.WriteStartObject();
            writer.WriteString("code", settled.Rule.Code);
            writer.WriteString("outcome", $"{settled.Outcome}");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("raises");
        foreach (var finding in answer.Raises)
        {
            writer.WriteStartObject();
            writer.WriteString("code", finding.Code);
            writer.WriteString("subject", finding.Subject);
            JsonOutput.WriteLevel("level", finding.Level, writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, OverallRange range)
    {
        writer.WriteStartObject(name);
        writer.WriteString("atLeast", $"{range.AtLeast}");
        writer.WriteString("atMost", $"{range.AtMost}");
        writer.WriteEndObject();
    }

    private static void WriteAll(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
