namespace CollabRisk.Rules.Tables;

/// <summary>
/// Choices without a branch. What is known of facts follows no pattern, so a branch is guessed wrong every other time, which costs more
/// than all else a table does; and in a loop the compiler makes branches of <see cref="Math.Min(int, int)"/> and of "?:" alike.
/// </summary>
internal static class Choice
{
    /// <summary>The smaller of two values of truth.</summary>
    public static byte Least(int one, int other)
    {
        var above = one - other;
        return (byte)(other + (above & (above >> 31)));
    }

    /// <summary>The greater of two values of truth.</summary>
    public static byte Most(int one, int other)
    {
        var above = one - other;
        return (byte)(one - (above & (above >> 31)));
    }

    /// <summary>One of two values.</summary>
    public static int Of(bool isFirst, int first, int second) => second ^ ((second ^ first) & -(isFirst ? 1 : 0));
}
