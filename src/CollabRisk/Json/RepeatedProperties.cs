using System.Text.Json;

namespace CollabRisk.Json;

/// <summary>Properties, one after the other, that many objects repeat. They are written once, and copied into writers that <see cref="RepeatedValue.CanBeCopiedInto"/> allows.</summary>
/// <remarks>
/// A writer takes properties one by one, so it is given the name of the first and, as its value, all that follows: <c>"A","kind":"Risk"</c>.
/// It copies a raw value unchanged where it is not to validate it, and goes on as after any other value.
/// </remarks>
internal sealed class RepeatedProperties
{
    private readonly JsonEncodedText firstName;
    private readonly byte[] rest;

    /// <param name="write">Writes the properties, at least one.</param>
    public RepeatedProperties(Action<Utf8JsonWriter> write)
    {
        var written = JsonOutput.Write(
            indented: false,
            json =>
            {
                json.WriteStartObject();
                write(json);
                json.WriteEndObject();
            },
            static bytes => bytes.ToArray());
        var reader = new Utf8JsonReader(written);
        reader.Read();
        reader.Read();
        firstName = JsonEncodedText.Encode(reader.GetString()!, JsonOutput.Encoder);
        rest = written[(int)reader.BytesConsumed..^1];
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WritePropertyName(firstName);
        json.WriteRawValue(rest, skipInputValidation: true);
    }
}
