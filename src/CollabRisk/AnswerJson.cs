using CollabRisk.Json;

namespace CollabRisk;

/// <summary>What the answers of the library write as JSON: the schemas, by the ids that each document begins with.</summary>
/// <remarks>
/// A document has every property of its schema, in that order; where there is no value it is <c>null</c>. Within one version
/// of a schema properties are added at most, always after those that were there. Thread-safe.
/// </remarks>
public static class AnswerJson
{
    /// <summary>
    /// The JSON Schemas (draft 2020-12), as text, by what documents have in their property <c>schema</c>:
    /// <c>collabrisk/assessment/2</c>. Some refer to definitions of others by their <c>$id</c>. The package has them as files
    /// too, in its folder <c>schemas</c>.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Schemas => AnswerSchemas.Texts;
}
