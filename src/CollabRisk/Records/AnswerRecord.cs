using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Json;

namespace CollabRisk.Records;

/// <summary>An answer of any kind as it was written: a record of what was said then, which needs no rule book.</summary>
/// <remarks>
/// What was written is kept as it is, and written again with the same content. <see cref="AssessmentRecord"/> has an assessment
/// with its parts by name; <see cref="DecisionRecord"/> can also be replayed. Immutable and thread-safe.
/// </remarks>
[JsonConverter(typeof(AnswerRecordJsonConverter))]
public sealed class AnswerRecord
{
    internal AnswerRecord(string schema, JsonElement content)
    {
        Schema = schema;
        Content = content;
    }

    /// <summary>The id of the schema, which says what kind of answer it is: <c>collabrisk/explanation/2</c>. See <see cref="AnswerJson.Schemas"/>.</summary>
    public string Schema { get; }

    /// <summary>What was written, with all properties of the schema.</summary>
    public JsonElement Content { get; }

    /// <summary>Reads an answer that <see cref="IAnswer.ToJson"/> or <c>JsonSerializer</c> wrote.</summary>
    /// <remarks>
    /// Strict: what is missing, unknown, of another type or given twice is a problem, with line and column. At most 64 MiB are
    /// read, and no text, however hostile, makes it throw.
    /// </remarks>
    /// <param name="json">The JSON, of an answer of any kind.</param>
    /// <returns>The record, or everything that is wrong with it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    public static JsonReading<AnswerRecord> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return AnswerReader.Read(json, AnswerSchemas.Ids, Of);
    }

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="utf8Json">The JSON, as UTF-8, of an answer of any kind.</param>
    public static JsonReading<AnswerRecord> Read(ReadOnlySpan<byte> utf8Json) =>
        AnswerReader.Read(utf8Json, AnswerSchemas.Ids, Of);

    private static AnswerRecord Of(string schema, JsonElement content, JsonProblemList problems) => new(schema, content);

    /// <summary>The answer as it was written.</summary>
    /// <param name="indented">Whether to write it over many lines; <see langword="true"/> unless given.</param>
    /// <returns>The JSON; its lines end with a line feed on every system.</returns>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, Content.WriteTo);

    /// <summary>The schema.</summary>
    public override string ToString() => Schema;
}
