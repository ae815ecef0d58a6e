using CollabRisk.Facts;

namespace CollabRisk.Explaining;

/// <summary>A value that a fact which is not known could turn out to have, and how the rule would end if nothing else were learned.</summary>
/// <param name="Path">The path of the fact, with the partner's name where it is a partner's.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Value">The value in words: "yes", "no", "trouble only", "25 or more", as <see cref="Questions.PossibleAnswer.Answer"/>.</param>
/// <param name="Outcome">How the rule would end; <see cref="Outcome.Undetermined"/> where the answer alone does not settle it.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SettlingAnswer(string Path, Fact Fact, string Value, Outcome Outcome);
