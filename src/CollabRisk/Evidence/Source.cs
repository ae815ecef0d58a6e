namespace CollabRisk.Evidence;

/// <summary>A document on which claims rest.</summary>
/// <param name="Id">A short permanent name, such as <c>two-case-paper</c>.</param>
/// <param name="Title">Authors, title and kind of document, enough to find it.</param>
/// <param name="Weight">What the document can carry: what was studied, and what is missing from it.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Source(string Id, string Title, string Weight)
{
    /// <summary>A caveat for findings that rest on this source alone; <see langword="null"/> where there is none.</summary>
    public string? Caveat { get; init; }
}
