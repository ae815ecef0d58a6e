using CollabRisk.Text;

namespace CollabRisk.Remedies;

/// <summary>What remedies should reach.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RemedyTarget
{
    private RemedyTarget(string? code, string? subject, Level? level)
    {
        Code = code;
        Subject = subject;
        Level = level;
    }

    /// <summary>The rule to clear, or <see langword="null"/> where the target is a level.</summary>
    public string? Code { get; }

    /// <summary>The only partner, flag or pairing for which the rule should clear, or <see langword="null"/> for all of them.</summary>
    public string? Subject { get; }

    /// <summary>The level that no raised finding should be known to pass, or <see langword="null"/> where the target is a rule.</summary>
    public Level? Level { get; }

    /// <summary>The rule can no longer be raised, whatever the facts are that stay unknown.</summary>
    /// <param name="code">The code of the rule: <c>VISION-ABSENT</c>.</param>
    /// <param name="subject">
    /// One partner, flag or pairing, as <see cref="Finding.Subject"/> has it; <see langword="null"/> for all.
    /// </param>
    /// <remarks>
    /// An undetermined rule is not cleared, since it may yet be raised. Cleared means clear, or not applicable, or open only
    /// between these two. A rule over partners stays open while partners are not listed; name the partner to leave them out.
    /// Rules and cases that are switched off can be cleared as well.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    public static RemedyTarget Clear(string code, string? subject = null)
    {
        ArgumentNullException.ThrowIfNull(code);
        return new(code, Names.Normalized(subject), null);
    }

    /// <summary>What is known no longer shows more than a level: <see cref="OverallRange.AtLeast"/> is at most the level.</summary>
    /// <param name="level">The level. With <see cref="Level.None"/>, no risk or mismatch is raised any more; High is always reached.</param>
    /// <remarks>
    /// It says nothing of <see cref="OverallRange.AtMost"/>, which counts what the unknown facts may yet show, those of moderators
    /// among them: changing a few facts does not make the others known. A finding may stay whose level is Low to Moderate, say. <see cref="Remedy.After"/> has the whole range, and <see cref="Remedy.OpensUp"/>
    /// names the rules that a remedy leaves open and were not open before.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not a level.</exception>
    public static RemedyTarget RaisedAtMost(Level level) => Enum.IsDefined(level)
        ? new(null, null, level)
        : throw new ArgumentOutOfRangeException(nameof(level), level, "Use None, Low, Moderate or High.");

    /// <summary>The target in words.</summary>
    public override string ToString() =>
        Level is { } level ? level == CollabRisk.Level.None ? "no risk or mismatch is raised" : $"nothing is known to be above {level}"
        : Subject is null ? $"{Code} is clear"
        : $"{Code} is clear for {Subject}";
}
