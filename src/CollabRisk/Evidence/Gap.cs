namespace CollabRisk.Evidence;

/// <summary>A part of the sources that is missing or damaged.</summary>
/// <param name="Id">The permanent id, such as <c>G01</c>.</param>
/// <param name="Where">The document and the place in it.</param>
/// <param name="What">What is missing or damaged.</param>
/// <param name="Weight">How much that matters, with the reason where there is one.</param>
/// <param name="Claims">The ids of the claims that say so or suffer from it; empty where there are none.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Gap(string Id, string Where, string What, string Weight, IReadOnlyList<string> Claims);
