using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Json;

namespace CollabRisk;

/// <summary>
/// Makes <c>JsonSerializer</c> read and write collaborations as <see cref="CollaborationJson"/> does, strictly and with every
/// problem at once.
/// </summary>
/// <remarks>
/// No one needs to name it: <see cref="Collaboration"/> does. It is public for the source generator of System.Text.Json.
/// Serializer options such as naming policies make no difference. What is wrong is a <see cref="JsonException"/> whose inner
/// exception is a <see cref="CollaborationJsonException"/> with all problems; lines and columns count from the beginning of the
/// collaboration. Thread-safe.
/// </remarks>
public sealed class CollaborationJsonConverter : JsonConverter<Collaboration>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not a valid collaboration; all problems are in the message.</exception>
    public override Collaboration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var reading = CollaborationReader.Read(JsonMarshal.GetRawUtf8Value(JsonElement.ParseValue(ref reader)));
        return reading.Collaboration ?? throw JsonFault.Of(reading.Problems, new CollaborationJsonException(reading.Problems));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Collaboration value, JsonSerializerOptions options) => CollaborationJson.Write(writer, value);
}
