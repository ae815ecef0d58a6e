using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CollabRisk.Json;

/// <summary>
/// Results as JSON text: the same bytes everywhere, since lines end in LF, and readable by people, since only what JSON
/// itself asks for is escaped. The text is a file or an answer, never part of a page of HTML.
/// </summary>
internal static class JsonOutput
{
    public static JsonWriterOptions Options(bool indented) => new()
    {
        Indented = indented,
        NewLine = "\n",
        // The files are for people: names stay as they are written.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(bool indented, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options(indented)))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a property with a list, each entry as one value.</summary>
    public static void WriteList<T>(string name, IEnumerable<T> items, Action<T, Utf8JsonWriter> write, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item, json);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the level of a finding as a property: both ends of its range, or null where it has none.</summary>
    public static void WriteLevel(string name, LevelRange? level, Utf8JsonWriter json)
    {
        if (level is not { } range)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("atLeast", $"{range.AtLeast}");
        json.WriteString("atMost", $"{range.AtMost}");
        json.WriteEndObject();
    }
}
