using System.Globalization;

namespace CollabRisk.Text;

/// <summary>A place in a text file.</summary>
/// <param name="File">The name of the file, with <c>/</c> between folders.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, in characters.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TextPlace(string File, int Line, int Column)
{
    /// <summary>The place as compilers write it and editors read it: <c>rules/rota.yaml(12,9)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column})");
}
