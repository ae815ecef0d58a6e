using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Json;

namespace CollabRisk.Records;

/// <summary>Makes <c>JsonSerializer</c> read and write records of answers, as strictly as <see cref="AnswerRecord.Read(string)"/>.</summary>
/// <remarks>No one needs to name it: the records do. It is public for the source generator of System.Text.Json. Thread-safe.</remarks>
public sealed class AnswerRecordJsonConverter : JsonConverter<AnswerRecord>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not a valid answer; all problems are in the message.</exception>
    public override AnswerRecord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var reading = AnswerRecord.Read(JsonMarshal.GetRawUtf8Value(JsonElement.ParseValue(ref reader)));
        return reading.Value ?? throw JsonFault.Of(reading.Problems);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AnswerRecord value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.Content.WriteTo(writer);
    }
}

/// <summary>Makes <c>JsonSerializer</c> read and write records of assessments, as strictly as <see cref="AssessmentRecord.Read(string)"/>.</summary>
/// <remarks>No one needs to name it: the records do. It is public for the source generator of System.Text.Json. Thread-safe.</remarks>
public sealed class AssessmentRecordJsonConverter : JsonConverter<AssessmentRecord>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not a valid assessment; all problems are in the message.</exception>
    public override AssessmentRecord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var reading = AssessmentRecord.Read(JsonMarshal.GetRawUtf8Value(JsonElement.ParseValue(ref reader)));
        return reading.Value ?? throw JsonFault.Of(reading.Problems);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AssessmentRecord value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.Content.WriteTo(writer);
    }
}

/// <summary>Makes <c>JsonSerializer</c> read and write decision records, as strictly as <see cref="DecisionRecord.Read"/>.</summary>
/// <remarks>No one needs to name it: the records do. It is public for the source generator of System.Text.Json. Thread-safe.</remarks>
public sealed class DecisionRecordJsonConverter : JsonConverter<DecisionRecord>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not a valid decision record; all problems are in the message.</exception>
    public override DecisionRecord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var reading = DecisionRecord.Read(JsonElement.ParseValue(ref reader).GetRawText());
        return reading.Value ?? throw JsonFault.Of(reading.Problems);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DecisionRecord value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.WriteTo(writer);
    }
}
