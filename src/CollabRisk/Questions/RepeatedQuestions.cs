using System.Text.Json;
using CollabRisk.Json;

namespace CollabRisk.Questions;

/// <summary>
/// The open questions of an assessment. There are a hundred, each with the codes of a handful of rules, so they are put together of bytes that were written
/// before; for writers that take no copies they are written anew.
/// </summary>
internal static class RepeatedQuestions
{
    private static readonly JsonEncodedText PathName = JsonEncodedText.Encode("path");
    private static readonly JsonEncodedText QuestionName = JsonEncodedText.Encode("question");
    private static readonly JsonEncodedText CouldSettleName = JsonEncodedText.Encode("couldSettle");
    private static readonly JsonEncodedText WorstName = JsonEncodedText.Encode("worst");

    /// <summary>By the number of a level, how a question ends of which it is the worst.</summary>
    private static readonly byte[][] Ends = [.. Enum.GetValues<Level>().Select(EndOf)];

    public static void Write(Utf8JsonWriter json, IReadOnlyList<OpenQuestion> questions)
    {
        if (!RepeatedValue.CanBeCopiedInto(json))
        {
            json.WriteListValue(questions, WriteProperties);
            return;
        }

        var copy = new CopiedJson((questions.Count * 256) + 2);
        copy.Add("["u8);
        for (var i = 0; i < questions.Count; i++)
        {
            var question = questions[i];
            AddBeginning(ref copy, question);
            for (var rule = 0; rule < question.Settles.Count; rule++)
            {
                copy.Add(question.Settles[rule].In(question.State.Book).EncodedCode);
                copy.Add(","u8);
            }

            if (question.Settles.Count > 0)
            {
                copy.RemoveLast();
            }

            copy.Add(Ends[(int)question.Worst]);
        }

        if (questions.Count > 0)
        {
            copy.RemoveLast();
        }

        copy.Add("]"u8);
        copy.WriteTo(json);
    }

    private static void WriteProperties(Utf8JsonWriter json, OpenQuestion question)
    {
        json.WriteString(PathName, question.Path);
        json.WriteString(QuestionName, question.Question);
        json.WriteStartArray(CouldSettleName);
        for (var i = 0; i < question.Settles.Count; i++)
        {
            json.WriteStringValue(question.Settles[i].In(question.State.Book).EncodedCode);
        }

        json.WriteEndArray();
        json.WriteWord(WorstName, question.Worst);
    }

    /// <summary>Adds a question up to the first rule. Those for one fact of the collaboration are the same in all assessments; those about partners have the names of the partners.</summary>
    private static void AddBeginning(ref CopiedJson copy, OpenQuestion question)
    {
        if (!question.Fact.IsPerPartner)
        {
            copy.Add(question.Fact.WrittenAsQuestion ??= BeginningOf(question));
            return;
        }

        copy.Add("{\"path\":"u8);
        copy.Add(JsonEncodedText.Encode(question.Path, JsonOutput.Encoder));
        copy.Add(",\"question\":"u8);
        copy.Add(JsonEncodedText.Encode(question.Question, JsonOutput.Encoder));
        copy.Add(",\"couldSettle\":["u8);
    }

    private static byte[] BeginningOf(OpenQuestion question) => JsonOutput.Write(
        indented: false,
        json =>
        {
            json.WriteStartObject();
            json.WriteString(PathName, question.Path);
            json.WriteString(QuestionName, question.Question);
            json.WriteStartArray(CouldSettleName);
            json.WriteEndArray();
            json.WriteEndObject();
        },
        static bytes => bytes[..^2].ToArray());

    private static byte[] EndOf(Level worst) => JsonOutput.Write(
        indented: false,
        json =>
        {
            json.WriteStartObject();
            json.WriteWord(WorstName, worst);
            json.WriteEndObject();
        },
        static bytes => (byte[])[.. "],"u8, .. bytes[1..], (byte)',']);
}
