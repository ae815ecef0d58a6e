namespace CollabRisk.Json;

/// <summary>One thing that is wrong in a JSON file: where, what, and what to do.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, in characters as an editor counts them: a tab is one, an emoji two (UTF-16).</param>
/// <param name="Path">
/// The place in the document, such as <c>vision.exists</c> or <c>partners[1].role</c>, where the first partner is
/// <c>partners[0]</c>; empty for the document as a whole.
/// </param>
/// <param name="Message">What is wrong, with the value, and what is allowed there.</param>
public sealed record JsonProblem(int Line, int Column, string Path, string Message)
{
    /// <summary>The path of the fact whose answer is wrong, for whoever knows it by its question; null where it is not about an answer.</summary>
    internal string? Fact { get; init; }

    /// <summary>All on one line: <c>(12,9) vision.exits: unknown property 'exits'. Did you mean 'exists'?</c></summary>
    public override string ToString() => Path.Length == 0 ? $"({Line},{Column}) {Message}" : $"({Line},{Column}) {Path}: {Message}";
}
