namespace CollabRisk.Facts;

/// <summary>Which values of a fact are better for a collaboration.</summary>
/// <remarks>
/// A worse value never gives a better result: rules are held to that by their directions, and remedies only ever move a fact in
/// its better direction.
/// </remarks>
public enum FactDirection
{
    /// <summary>
    /// No value is better than another by itself: forms, phases, who takes part, and what the sources call two-sided.
    /// <see cref="Fact.NeutralBecause"/> has the reason.
    /// </summary>
    Neutral,

    /// <summary>Yes is better than no.</summary>
    Yes,

    /// <summary>No is better than yes.</summary>
    No,

    /// <summary>A later word of those in order, or a larger number, is better.</summary>
    Higher,

    /// <summary>An earlier word of those in order, or a smaller number, is better.</summary>
    Lower,
}
