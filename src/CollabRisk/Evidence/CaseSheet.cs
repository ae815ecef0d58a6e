namespace CollabRisk.Evidence;

/// <summary>A collaboration that the sources tell of, whose facts are in a file of the samples.</summary>
/// <param name="File">The file in the folder <c>samples/cases</c>.</param>
/// <param name="Title">The collaboration, in a few words.</param>
/// <param name="Claims">The ids of the claims that only describe it, and are not rules.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record CaseSheet(string File, string Title, IReadOnlyList<string> Claims);
