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

    /// <summary>Who published the document; <see langword="null"/> where its title says so.</summary>
    public string? Publisher { get; init; }

    /// <summary>When it was published: a year, a month or a day, as <c>2005</c>, <c>2005-10</c> or <c>2005-10-26</c>; <see langword="null"/> where that is not known.</summary>
    public string? Date { get; init; }

    /// <summary>Where its publisher has it: an address of the web that begins with http or https; <see langword="null"/> where there is none.</summary>
    public Uri? Address { get; init; }

    /// <summary>What of it was read, where that is not all of it, as a phrase: "the summary and part 3". Reports say so; <see langword="null"/> where all of it was.</summary>
    public string? Extract { get; init; }
}
