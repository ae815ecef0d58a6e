namespace CollabRisk.Reporting;

/// <summary>How a report is written. What it says does not depend on it, but for <see cref="WhatWouldChange"/>.</summary>
/// <remarks>Thread-safe once made. The same answer and the same options give the same report, byte for byte.</remarks>
public sealed class ReportOptions
{
    /// <summary>The day on which the report is made, which it then says; <see langword="null"/> leaves it out. No report asks a clock.</summary>
    public DateOnly? MadeOn { get; init; }

    /// <summary>
    /// Whether every card of an HTML report is open from the start, for browsers that do not open them on paper by themselves; they are
    /// closed unless this is <see langword="true"/>.
    /// </summary>
    public bool OpenCards { get; init; }

    /// <summary>
    /// Whether the report of an assessment says which facts would clear each finding, and the shortest way to a lower level. It costs
    /// evaluations of the same rules: at most 250 for each of the first 60 findings and 1,000 for the whole, mostly a dozen.
    /// <see langword="true"/> unless given.
    /// </summary>
    public bool WhatWouldChange { get; init; } = true;
}
