using System.Text;
using System.Text.Json;
using CollabRisk.Facts;
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

    /// <summary>What is around the texts of a question, as a writer writes it that does not indent.</summary>
    private static readonly string BeforePath = $"{{\"{PathName}\":\"";
    private static readonly string BeforeQuestion = $"\",\"{QuestionName}\":\"";
    private static readonly string BeforeRules = $"\",\"{CouldSettleName}\":[";

    /// <summary>By the number of a level, how a question ends of which it is the worst.</summary>
    private static readonly byte[][] Ends = [.. Enum.GetValues<Level>().Select(EndOf)];

    public static void Write(Utf8JsonWriter json, IReadOnlyList<OpenQuestion> questions)
    {
        // What was written before is in the library's words.
        if (!RepeatedValue.CanBeCopiedInto(json) || (questions is [{ State.Book.Wordings.Count: > 0 }, ..]))
        {
            json.WriteListValue(questions, WriteProperties);
            return;
        }

        var names = new JsonEncodedText?[questions.Count == 0 ? 0 : questions[0].State.Facts.Listed.Count];
        var copy = new CopiedJson((questions.Count * 256) + 2);
        copy.Add("["u8);
        for (var i = 0; i < questions.Count; i++)
        {
            var question = questions[i];
            AddBeginning(ref copy, question, names);
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

    /// <summary>Adds a question up to the first rule: the same in all assessments, but for the name of the partner that it is about.</summary>
    private static void AddBeginning(ref CopiedJson copy, OpenQuestion question, JsonEncodedText?[] names)
    {
        var parts = question.Fact.WrittenAsQuestion ??= PartsOf(question.Fact);
        copy.Add(parts[0]);
        for (var i = 1; i < parts.Length; i++)
        {
            copy.Add((names[question.Cell.Row] ??= JsonEncodedText.Encode(question.PartnerName!, JsonOutput.Encoder)).EncodedUtf8Bytes);
            copy.Add(parts[i]);
        }
    }

    /// <summary>What is before, between and after the places of the name; all of it where the fact is not about partners.</summary>
    private static byte[][] PartsOf(Fact fact)
    {
        if (!fact.IsPerPartner)
        {
            return [Encoded(BeforePath, fact.Path, BeforeQuestion, fact.Question, BeforeRules)];
        }

        var path = fact.PathFor("");
        var place = path.IndexOf("[]", StringComparison.Ordinal) + 1;
        return
        [
            Encoded(BeforePath, path[..place]),
            Encoded("", path[place..], BeforeQuestion),
            Encoded("", OpenQuestion.Asked(fact.Question, ""), BeforeRules),
        ];
    }

    /// <summary>JSON and texts in turn; the texts are escaped as a writer does it.</summary>
    private static byte[] Encoded(params ReadOnlySpan<string> jsonAndTexts)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < jsonAndTexts.Length; i++)
        {
            bytes.AddRange(i % 2 == 0 ? Encoding.UTF8.GetBytes(jsonAndTexts[i]) : JsonEncodedText.Encode(jsonAndTexts[i], JsonOutput.Encoder).EncodedUtf8Bytes);
        }

        return [.. bytes];
    }

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
