namespace CollabRisk;

/// <summary>
/// How grave a risk or mismatch is, as a range: one level, or all that moderators of which nothing is known leave possible.
/// </summary>
/// <param name="AtLeast">The lowest level possible.</param>
/// <param name="AtMost">The highest level possible; the same as the lowest where the level is settled.</param>
public readonly record struct LevelRange(Level AtLeast, Level AtMost)
{
    /// <summary>The range in words: "Moderate", "Low to Moderate".</summary>
    public override string ToString() => AtLeast == AtMost ? $"{AtLeast}" : $"{AtLeast} to {AtMost}";

    /// <summary>Both ends at the highest of some ranges; null where there are none. What has no range does not count.</summary>
    internal static LevelRange? Highest(IEnumerable<LevelRange?> ranges)
    {
        LevelRange? highest = null;
        foreach (var range in ranges.OfType<LevelRange>())
        {
            highest = highest is { } known ? new((Level)Math.Max((int)known.AtLeast, (int)range.AtLeast), (Level)Math.Max((int)known.AtMost, (int)range.AtMost)) : range;
        }

        return highest;
    }

    /// <summary>Worst first: by what is known, then by what is possible; without a level last.</summary>
    internal static int WorstFirst(LevelRange? a, LevelRange? b) =>
        (int)(b?.AtLeast ?? Level.None) - (int)(a?.AtLeast ?? Level.None) is var atLeast and not 0 ? atLeast
        : (int)(b?.AtMost ?? Level.None) - (int)(a?.AtMost ?? Level.None);
}
