namespace CollabRisk.Evidence;

/// <summary>What a word means here, and where it comes from.</summary>
/// <param name="Term">The word.</param>
/// <param name="Meaning">What it means, in our own words.</param>
/// <param name="Claims">The ids of the claims behind it.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record GlossaryEntry(string Term, string Meaning, IReadOnlyList<string> Claims);
