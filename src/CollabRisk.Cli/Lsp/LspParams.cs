using System.Text.Json;

namespace CollabRisk.Cli.Lsp;

/// <summary>Reads what a message gives. What is not there, or of another kind, is said by its path.</summary>
internal static class LspParams
{
    /// <exception cref="LspRefusal">There is no such object.</exception>
    public static JsonElement Object(this JsonElement of, string name) => Get(of, name, JsonValueKind.Object, "an object");

    /// <exception cref="LspRefusal">There is no such list.</exception>
    public static JsonElement List(this JsonElement of, string name) => Get(of, name, JsonValueKind.Array, "a list");

    /// <exception cref="LspRefusal">There is no such text.</exception>
    public static string Text(this JsonElement of, string name) => Get(of, name, JsonValueKind.String, "a text").GetString()!;

    /// <exception cref="LspRefusal">There is no such number, or it is not whole, or below nought.</exception>
    public static int Whole(this JsonElement of, string name) =>
        Get(of, name, JsonValueKind.Number, "a whole number").TryGetInt32(out var whole) && whole >= 0 ? whole : throw Refused(name, "a whole number from 0");

    /// <summary>A place in a text, from 0, in UTF-16 code units.</summary>
    /// <exception cref="LspRefusal">There is no such place.</exception>
    public static (int Line, int Character) Place(this JsonElement of, string name)
    {
        var place = of.Object(name);
        return (place.Whole("line"), place.Whole("character"));
    }

    /// <summary>The value, where it is an object with one; null otherwise.</summary>
    public static JsonElement? Find(this JsonElement of, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(name, out of))
            {
                return null;
            }
        }

        return of;
    }

    private static JsonElement Get(JsonElement of, string name, JsonValueKind kind, string what) =>
        of.Find(name) is { } value && value.ValueKind == kind ? value : throw Refused(name, what);

    private static LspRefusal Refused(string name, string what) => new(LspRefusal.InvalidParams, $"'{name}' is {what}.");
}
