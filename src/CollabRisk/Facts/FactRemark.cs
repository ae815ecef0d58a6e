using CollabRisk.Text;

namespace CollabRisk.Facts;

/// <summary>What stands behind a fact: who said it, when, on what evidence, and whatever else is worth keeping. No rule reads it.</summary>
/// <remarks>
/// It may be about a fact that is not known, such as whom to ask. Texts have at most 2,000 characters. Compared by value. Immutable and
/// thread-safe.
/// </remarks>
/// <param name="Fact">The path of the fact, with the partner's name where it is a partner's: <c>vision.exists</c>, <c>partners[Fire Service].role</c>.</param>
public sealed record FactRemark(string Fact)
{
    /// <summary>Who said it; <see langword="null"/> where no one is named.</summary>
    public string? By { get; init; }

    /// <summary>On which day; <see langword="null"/> where none is named.</summary>
    public DateOnly? On { get; init; }

    /// <summary>On what evidence: a document, minutes, an observation; <see langword="null"/> where none is named.</summary>
    public string? Evidence { get; init; }

    /// <summary>Anything else; <see langword="null"/> where there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>All of it on one line: "vision.exists: said by the chief of staff on 2026-01-12, on the evidence of the minutes. Asked twice."</summary>
    public override string ToString() => $"{Fact}: {InWords}";

    /// <summary>What is said, without the fact.</summary>
    internal string InWords
    {
        get
        {
            var said = $"{(By is null ? "" : $"said by {By}")}{(On is { } day ? $"{(By is null ? "said" : "")} on {CalendarDay.Write(day)}" : "")}";
            var rests = Evidence is null ? said : $"{said}{(said.Length > 0 ? ", " : "")}evidence: {Evidence}";
            return string.Join(" ", new[] { rests, Note }.OfType<string>().Where(text => text.Length > 0).Select(Words.Sentence));
        }
    }

    /// <summary>The order in which remarks are kept, so that equal ones are written alike.</summary>
    internal static IComparer<FactRemark> Order { get; } = Comparer<FactRemark>.Create(static (one, other) =>
        string.CompareOrdinal(one.Fact, other.Fact) is var fact and not 0 ? fact
        : Nullable.Compare(one.On, other.On) is var on and not 0 ? on
        : string.CompareOrdinal(one.By, other.By) is var by and not 0 ? by
        : string.CompareOrdinal(one.Evidence, other.Evidence) is var evidence and not 0 ? evidence
        : string.CompareOrdinal(one.Note, other.Note));
}
