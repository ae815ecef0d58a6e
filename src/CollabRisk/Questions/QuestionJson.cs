using System.Text.Json;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.Questions;

/// <summary>Writes questions as JSON: the names of the model as they are, with sentences for people.</summary>
internal static class QuestionJson
{
    public const string SchemaId = "collabrisk/question/1";

    public const string ListSchemaId = "collabrisk/questions/1";

    public const string InterviewSchemaId = "collabrisk/interview/1";

    public static void Write(Utf8JsonWriter json, Interview interview)
    {
        json.WriteRange("overall", interview.Assessment.Overall);
        json.WriteBoolean("settled", interview.IsSettled);
        json.WriteNumber("asked", interview.Asked);
        json.WriteWords("skipped", interview.Skipped);
        json.WriteAnswer("next", interview.Next);
        json.WriteWord<InterviewEnd>("end", interview.End);
        json.WriteWord<InterviewForm>("form", interview.Form);
        json.WriteBoolean("continued", interview.IsContinued);
        json.WritePropertyName("start");
        CollaborationJson.Write(json, interview.Started);
        json.WritePropertyName("collaboration");
        CollaborationJson.Write(json, interview.Collaboration);
        json.WriteList("steps", interview.Steps, (json, step) =>
        {
            json.WriteString("path", step.Path);
            json.WriteBoolean("known", step.IsKnown);
            json.WriteString("note", step.Note);
        });
    }

    public static void Write(Utf8JsonWriter json, OpenQuestionList questions)
    {
        json.WriteRange("overall", questions.Overall);
        json.WriteWord<QuestionsEnd>("end", questions.End);
        json.WriteAnswers("questions", questions);
    }

    public static void Write(Utf8JsonWriter json, OpenQuestion question)
    {
        var fact = question.Fact;
        json.WriteString("path", question.Path);
        json.WriteString("question", question.Question);
        json.WriteString("allowedAnswers", question.AllowedAnswers);
        json.WriteString("type", Words.CamelCase($"{fact.Type}"));
        json.WriteWords("words", fact.AllowedWords);
        WriteNumber(json, "minimum", fact.Minimum);
        WriteNumber(json, "maximum", fact.Maximum);
        json.WriteString("reason", question.Reason);
        json.WriteString("codingNote", question.CodingNote);
        json.WriteString("whyItMatters", question.WhyItMatters);
        json.WriteWord<Level>("worst", question.Worst);
        json.WriteWords("couldSettle", question.CouldSettle);
        json.WriteNumber("guaranteedNarrowing", question.GuaranteedNarrowing);
        json.WriteNumber("averageNarrowing", Math.Round((decimal)question.AverageNarrowing, 4));
        json.WriteList("answers", question.Answers, (json, answer) => WriteAnswer(json, question, answer));
    }

    private static void WriteAnswer(Utf8JsonWriter json, OpenQuestion question, PossibleAnswer answer)
    {
        json.WritePropertyName("value");
        FactValue.Write(json, question.Fact, answer.Value);
        json.WriteString("text", answer.Answer);
        json.WriteRange("overall", answer.Overall);
        json.WriteList("settles", answer.Settles, (json, settled) =>
        {
            json.WriteString("code", settled.Rule.Code);
            json.WriteWord<Outcome>("outcome", settled.Outcome);
        });
        json.WriteList("raises", answer.Raises, AssessmentJson.WriteReference);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
