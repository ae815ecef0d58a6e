namespace CollabRisk.Cli.Many;

/// <summary>One collaboration of many, as it was found and before it is read.</summary>
/// <param name="Source">The file, or <c>stdin</c>.</param>
/// <param name="Line">The line of the source, from 1, where it has a collaboration a line; otherwise null.</param>
/// <param name="Json">The JSON, as UTF-8.</param>
/// <param name="Fault">Why there is no JSON to read; null where there is.</param>
internal sealed record ManyInput(string Source, long? Line, ReadOnlyMemory<byte> Json, string? Fault = null);
