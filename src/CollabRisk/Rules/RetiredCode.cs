using CollabRisk.Text;

namespace CollabRisk.Rules;

/// <summary>The code of a rule that a pack had and has no longer. It is never used again for another rule.</summary>
/// <param name="Code">The code: <c>TRUST-AT-RISK</c>.</param>
/// <param name="ReplacedBy">The codes of the rules that say it now; empty where none does.</param>
/// <param name="Since">The version of the pack or library that has it no longer: <c>0.2.0</c>.</param>
/// <param name="Why">Why, as a sentence.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RetiredCode(string Code, IReadOnlyList<string> ReplacedBy, string Since, string Why)
{
    /// <summary>What <see cref="Why"/> is in other languages; empty where it is only in English.</summary>
    public IReadOnlyList<TextInLanguage> InLanguages { get; init; } = [];

    /// <summary>What became of the code: "VISION-FADES was retired in 0.2.0: … Use VISION-NOT-SHARED."</summary>
    public override string ToString() =>
        $"{Code} was retired in {Since}: {Why} {(ReplacedBy.Count == 0 ? "Nothing takes its place." : $"Use {Words.List(ReplacedBy, "or")}.")}";
}
