using System.Text.Json;
using Json.Schema;

namespace CollabRisk.Tests.Json;

/// <summary>A second opinion about JSON: a validator that is not ours, given the schemas that the library ships.</summary>
internal static class SchemaCheck
{
    /// <summary>The schema of collaborations. A schema is made once, before those that refer to it.</summary>
    private static readonly JsonSchema Collaboration = JsonSchema.FromText(CollaborationJson.Schema);

    private static readonly Dictionary<string, JsonSchema> Answers = Read();

    /// <summary>Whether a collaboration is valid by its schema.</summary>
    public static bool IsCollaboration(string json) => Collaboration.Evaluate(JsonElement.Parse(json)).IsValid;

    /// <summary>What is wrong with a document by the schema of which it names the id; empty where nothing is.</summary>
    public static IReadOnlyList<string> Problems(string json)
    {
        var document = JsonElement.Parse(json);
        return Problems(Answers[document.GetProperty("schema").GetString()!], document);
    }

    /// <summary>What is wrong with a document by the schema of an answer.</summary>
    public static IReadOnlyList<string> Problems(string id, string json) => Problems(Answers[id], JsonElement.Parse(json));

    /// <summary>What is wrong with a document by a schema.</summary>
    public static IReadOnlyList<string> Problems(JsonSchema schema, JsonElement document)
    {
        var result = schema.Evaluate(document, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] :
        [
            .. (result.Details ?? []).Where(detail => detail.Errors is not null)
                .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}")),
            "The document is not valid.",
        ];
    }

    private static Dictionary<string, JsonSchema> Read()
    {
        var ids = AnswerJson.Schemas.Keys.OrderBy(id => id is "collabrisk/assessment/2" ? 0 : id is "collabrisk/condition/1" or "collabrisk/question/1" or "collabrisk/difference/2" ? 1 : 2);
        return ids.ToDictionary(id => id, id => JsonSchema.FromText(AnswerJson.Schemas[id]), StringComparer.Ordinal);
    }
}
