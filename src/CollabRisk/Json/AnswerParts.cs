using System.Text.Json;
using CollabRisk.Text;

namespace CollabRisk.Json;

/// <summary>The parts of an answer that was written before; its schema has shown that they are of their types.</summary>
internal static class AnswerParts
{
    /// <summary>A text; null where null is written, and where a property that may be left out is.</summary>
    public static string? TextIn(this JsonElement of, string name) => of.TryGetProperty(name, out var text) ? text.GetString() : null;

    /// <summary>The texts of a list.</summary>
    public static IReadOnlyList<string> TextsIn(this JsonElement of, string name) => [.. of.ListIn(name).Select(each => each.GetString()!)];

    /// <summary>The entries of a list; none where it is left out.</summary>
    public static IEnumerable<JsonElement> ListIn(this JsonElement of, string name) =>
        of.TryGetProperty(name, out var list) ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    /// <summary>A word that is always there.</summary>
    public static T WordIn<T>(this JsonElement of, string name)
        where T : struct, Enum => of.WordOrNullIn<T>(name)!.Value;

    /// <summary>A word; null where null is written, and where it is left out.</summary>
    public static T? WordOrNullIn<T>(this JsonElement of, string name)
        where T : struct, Enum => of.TextIn(name) is { } word ? Enum.Parse<T>(word) : null;

    /// <summary>A range of levels; null where null is written.</summary>
    public static LevelRange? RangeIn(this JsonElement of, string name) =>
        of.GetProperty(name) is { ValueKind: JsonValueKind.Object } range ? new(range.WordIn<Level>("atLeast"), range.WordIn<Level>("atMost")) : null;

    /// <summary>A day; null where null is written, and where it is left out.</summary>
    public static DateOnly? DayIn(this JsonElement of, string name) => of.TextIn(name) is { } text ? CalendarDay.Read(text) : null;
}
