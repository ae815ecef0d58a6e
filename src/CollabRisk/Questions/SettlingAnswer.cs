using CollabRisk.Facts;

namespace CollabRisk.Questions;

/// <summary>A value that a fact which is not known could turn out to have, and how the rule would end if nothing else were learned.</summary>
/// <param name="Reading">The fact with the value.</param>
/// <param name="Outcome">How the rule would end; <see cref="Outcome.Undetermined"/> where the answer alone does not settle it.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SettlingAnswer(FactReading Reading, Outcome Outcome)
{
    /// <summary>The path of the fact, with the partner's name where it is a partner's.</summary>
    public string Path => Reading.Path;

    /// <summary>The fact.</summary>
    public Fact Fact => Reading.Fact;

    /// <summary>The value in words: "yes", "no", "trouble only".</summary>
    public string Value => Reading.Value;
}
