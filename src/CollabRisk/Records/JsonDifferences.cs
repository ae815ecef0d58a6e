using System.Globalization;
using System.Text.Json;

namespace CollabRisk.Records;

/// <summary>
/// Finds where two JSON values differ. None differs exactly when the same writer writes both with the same bytes: the order
/// of properties counts, and numbers are compared as they are written.
/// </summary>
/// <param name="most">How many differences are listed; the rest is counted.</param>
internal sealed class JsonDifferences(int most)
{
    private readonly List<(string Path, string? One, string? Other)> listed = [];

    public IReadOnlyList<(string Path, string? One, string? Other)> Listed => listed;

    public int Count { get; private set; }

    public void Compare(string path, JsonElement one, JsonElement other)
    {
        if (one.ValueKind != other.ValueKind)
        {
            Add(path, one, other);
            return;
        }

        switch (one.ValueKind)
        {
            case JsonValueKind.Object:
                CompareObjects(path, one, other);
                break;
            case JsonValueKind.Array:
                CompareArrays(path, one, other);
                break;
            case JsonValueKind.String when one.GetString() != other.GetString():
            case JsonValueKind.Number when one.GetRawText() != other.GetRawText():
                Add(path, one, other);
                break;
        }
    }

    private void CompareObjects(string path, JsonElement one, JsonElement other) => CompareByName(
        path,
        name => $"{path}.{name}",
        new(one.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, property.Value)), StringComparer.Ordinal),
        new(other.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, property.Value)), StringComparer.Ordinal));

    /// <summary>
    /// Entries that name themselves, such as findings by their codes, are compared with their namesakes, so that one entry
    /// more does not make all that follow it differ; others place by place.
    /// </summary>
    private void CompareArrays(string path, JsonElement one, JsonElement other)
    {
        if (ByName(one) is { } named && ByName(other) is { } otherNamed)
        {
            CompareByName(path, name => $"{path}[{name}]", named, otherNamed);
            return;
        }

        for (var i = 0; i < Math.Max(one.GetArrayLength(), other.GetArrayLength()); i++)
        {
            Compare(
                string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"),
                i < one.GetArrayLength() ? one[i] : null, i < other.GetArrayLength() ? other[i] : null);
        }
    }

    private void CompareByName(
        string path, Func<string, string> placeOf, OrderedDictionary<string, JsonElement> one, OrderedDictionary<string, JsonElement> other)
    {
        foreach (var name in one.Keys.Union(other.Keys, StringComparer.Ordinal))
        {
            Compare(placeOf(name), one.TryGetValue(name, out var a) ? a : null, other.TryGetValue(name, out var b) ? b : null);
        }

        var (shared, otherShared) = (one.Keys.Where(other.ContainsKey).ToList(), other.Keys.Where(one.ContainsKey).ToList());
        if (!shared.SequenceEqual(otherShared, StringComparer.Ordinal))
        {
            Add(path, $"the order {string.Join(", ", shared)}", $"the order {string.Join(", ", otherShared)}");
        }
    }

    /// <summary>The entries of a list by their names; null where one has none, or two have the same.</summary>
    private static OrderedDictionary<string, JsonElement>? ByName(JsonElement list)
    {
        var named = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var entry in list.EnumerateArray())
        {
            if (NameOf(entry) is not { } name || !named.TryAdd(name, entry))
            {
                return null;
            }
        }

        return named;
    }

    /// <summary>What tells an entry of a list from the others: a word itself; of an object its code with its subject, its path or its id.</summary>
    private static string? NameOf(JsonElement entry) => entry.ValueKind switch
    {
        JsonValueKind.String => entry.GetString(),
        JsonValueKind.Object when Word(entry, "code") is { } code => Word(entry, "subject") is { } subject ? $"{code}/{subject}" : code,
        JsonValueKind.Object => Word(entry, "path") ?? Word(entry, "id"),
        _ => null,
    };

    private static string? Word(JsonElement entry, string property) =>
        entry.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private void Compare(string path, JsonElement? one, JsonElement? other)
    {
        if (one is { } there && other is { } here)
        {
            Compare(path, there, here);
        }
        else
        {
            Add(path, one, other);
        }
    }

    private void Add(string path, JsonElement? one, JsonElement? other) => Add(path, Text(one), Text(other));

    private void Add(string path, string? one, string? other)
    {
        if (Count++ < most)
        {
            listed.Add((path, one, other));
        }
    }

    /// <summary>The value as JSON: a whole object or list is only said to be one, its parts would fill the screen.</summary>
    private static string? Text(JsonElement? value) => value switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } => "{ … }",
        { ValueKind: JsonValueKind.Array } list => list.GetArrayLength() == 0 ? "[]" : "[ … ]",
        { ValueKind: JsonValueKind.String } text => $"\"{text.GetString()}\"",
        { } other => other.GetRawText(),
    };
}
