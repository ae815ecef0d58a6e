namespace CollabRisk.Facts;

/// <summary>How a fact, or one of its values, of an earlier version of the fact model is read today.</summary>
/// <param name="Path">The path that the fact had: <c>tensions.challengesAddressed</c>, or <c>partners[].role</c> for one of the partners.</param>
/// <param name="Value">The value that is converted, as people write it (<c>yes</c>, <c>no</c>, a word); <see langword="null"/> for every value of the fact.</param>
/// <param name="To">
/// The path of the fact that it gives today; <see langword="null"/> where no fact takes its place, so that it is left out. A fact moves
/// within the collaboration, or within a partner, never between the two.
/// </param>
/// <param name="Becomes">
/// The value that it gives today, as people write it; <see langword="null"/> where every value stays as it is, or, for one
/// <paramref name="Value"/>, where the old value leaves open which one holds: the fact is then not known.
/// </param>
/// <param name="Why">Why, as a sentence for the reader of a converted file.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record FactConversion(string Path, string? Value, string? To, string? Becomes, string Why)
{
    /// <summary>What was done, and why, for the reader of a converted file.</summary>
    internal string Note => (To is null
        ? $"is no longer read: no fact takes the place of '{Path}'."
        : Value is null ? $"was read as '{To}', which takes the place of '{Path}'."
        : Becomes is null ? $"'{Value}' leaves open what holds of '{To}' today, so it is not known."
        : $"'{Value}' was read as '{Becomes}'{(To == Path ? "" : $" of '{To}'")}.") + $" {Why}";
}

/// <summary>The version of the fact model, and how files of earlier versions are read.</summary>
/// <remarks>
/// A row converts what the model of today does not take, so a file needs not say which version it is of. When a fact changes its type,
/// words or path: add a row for each value, or one for all, to <see cref="Conversions"/>. Immutable and thread-safe.
/// </remarks>
public static class FactModel
{
    /// <summary>The version of today.</summary>
    public const int Version = 2;

    /// <summary>What version 2 reads otherwise than version 1.</summary>
    public static IReadOnlyList<FactConversion> Conversions { get; } =
    [
        new(
            "tensions.challengesAddressed", "yes", "tensions.challengesAddressed", "All",
            "The fact now says how many of the known challenges are addressed: none, some or all."),
        new(
            "tensions.challengesAddressed", "no", "tensions.challengesAddressed", null,
            "A no meant that not each challenge was addressed, which may be some of them or none: say which."),
    ];

    /// <summary>What is said of a path, or of a value of it, that an earlier version had: a sentence after a space; empty where none had.</summary>
    internal static string Sentence(string path, string? value = null) =>
        Find(Conversions, path, value) is not { } row ? ""
        : $" Fact model {Version} has changed it: {(row.To is null ? "no fact takes its place" : row.Value is null ? $"use '{row.To}'" : $"'{row.Value}' is now {row.Becomes ?? "one of several words"}{(row.To == path ? "" : $" of '{row.To}'")}")}. {row.Why}";

    internal static FactConversion? Find(IReadOnlyList<FactConversion> conversions, string path, string? value)
    {
        foreach (var row in conversions)
        {
            if (row.Path == path && (row.Value is null || (value is not null && FactValues.IsSame(row.Value, value))))
            {
                return row;
            }
        }

        return null;
    }
}
