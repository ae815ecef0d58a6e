using CollabRisk.Facts;

namespace CollabRisk.Json;

/// <summary>One fact of a file that was written for an earlier version of the fact model, and what was made of it; see <see cref="FactModel.Conversions"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, as in <see cref="JsonProblem"/>.</param>
/// <param name="Path">The place in the file, such as <c>tensions.challengesAddressed</c> or <c>partners[1].role</c>.</param>
/// <param name="Message">What was read, and why.</param>
public sealed record JsonConversion(int Line, int Column, string Path, string Message)
{
    /// <summary>All on one line: <c>(12,9) tensions.challengesAddressed: 'yes' was read as 'All'. …</c></summary>
    public override string ToString() => $"({Line},{Column}) {Path}: {Message}";
}
