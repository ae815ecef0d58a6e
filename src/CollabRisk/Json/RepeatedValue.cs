using System.Text.Json;

namespace CollabRisk.Json;

/// <summary>
/// A value that many documents repeat, such as the claims of a rule. It is written once, and copied into every writer that lays out and
/// escapes as the library itself does; for other writers it is written anew.
/// </summary>
/// <param name="write">Writes the value.</param>
/// <remarks>Thread-safe: threads that meet here write the same bytes.</remarks>
internal sealed class RepeatedValue(Action<Utf8JsonWriter> write)
{
    private byte[]? written;

    /// <summary>Whether a writer does not indent, and escapes as the library does.</summary>
    public static bool CanBeCopiedInto(Utf8JsonWriter json) => json.Options is { Indented: false } options && options.Encoder == JsonOutput.Encoder;

    public void WriteTo(Utf8JsonWriter json)
    {
        if (CanBeCopiedInto(json))
        {
            json.WriteRawValue(written ??= JsonOutput.Write(indented: false, write, static bytes => bytes.ToArray()), skipInputValidation: true);
        }
        else
        {
            write(json);
        }
    }
}
