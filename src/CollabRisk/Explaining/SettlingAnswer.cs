using CollabRisk.Facts;

namespace CollabRisk.Explaining;

/// <summary>A value that a fact which is not known could turn out to have, and how the rule would end if nothing else were learned.</summary>
/// <param name="Reading">The fact with the value; of several values that come to the same, with one of them as an example.</param>
/// <param name="Value">The answer in words: "yes", "no", "trouble only", "25 or more", as <see cref="Questions.PossibleAnswer.Answer"/>.</param>
/// <param name="Outcome">How the rule would end; <see cref="Outcome.Undetermined"/> where the answer alone does not settle it.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SettlingAnswer(FactReading Reading, string Value, Outcome Outcome)
{
    /// <summary>The path of the fact, with the partner's name where it is a partner's.</summary>
    public string Path => Reading.Path;

    /// <summary>The fact.</summary>
    public Fact Fact => Reading.Fact;
}
