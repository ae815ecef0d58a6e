using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CollabRisk.RulePacks.Schema;

/// <summary>Writes JSON so that people can read it: what is short stays on one line.</summary>
internal static class SchemaText
{
    private const int Width = 150;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node, indent: 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int indent)
    {
        var line = OnOneLine(node);
        if (node is null or JsonValue || line.Length + indent <= Width)
        {
            text.Append(line);
            return;
        }

        if (node is JsonArray list && list.All(item => item is JsonValue))
        {
            WriteWords(text, list, indent + 2);
            return;
        }

        var members = node is JsonObject map
            ? map.Select(member => (Name: $"{Shown(member.Key)}: ", member.Value)).ToList()
            : [.. node.AsArray().Select(item => (Name: "", item))];
        text.Append(node is JsonObject ? '{' : '[');
        foreach (var (name, value) in members)
        {
            text.Append(text[^1] is '{' or '[' ? "\n" : ",\n").Append(' ', indent + 2).Append(name);
            Write(text, value, indent + 2);
        }

        text.Append('\n').Append(' ', indent).Append(node is JsonObject ? '}' : ']');
    }

    /// <summary>Writes a long list of words as lines that are filled.</summary>
    private static void WriteWords(StringBuilder text, JsonArray words, int indent)
    {
        var length = Width;
        text.Append('[');
        foreach (var word in words.Select(OnOneLine))
        {
            var separator = text[^1] == '[' ? "" : ",";
            var startsLine = length + word.Length + 2 > Width;
            text.Append(separator).Append(startsLine ? "\n" + new string(' ', indent) : " ").Append(word);
            length = (startsLine ? indent : length + 2) + word.Length;
        }

        text.Append('\n').Append(' ', indent - 2).Append(']');
    }

    private static string OnOneLine(JsonNode? node) => node switch
    {
        JsonObject map => $"{{{string.Join(", ", map.Select(member => $"{Shown(member.Key)}: {OnOneLine(member.Value)}"))}}}",
        JsonArray list => $"[{string.Join(", ", list.Select(OnOneLine))}]",
        _ => node?.ToJsonString(Plain) ?? "null",
    };

    private static string Shown(string name) => $"\"{JsonEncodedText.Encode(name, Plain.Encoder)}\"";
}
