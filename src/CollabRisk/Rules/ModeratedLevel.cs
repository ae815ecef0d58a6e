using CollabRisk.Conditions;

namespace CollabRisk.Rules;

/// <summary>A level that moderators move, each by one step. One of which it is not known whether it acts widens the range.</summary>
/// <param name="level">The level before moderators.</param>
internal struct ModeratedLevel(Level level)
{
    private int atLeast = (int)level;
    private int atMost = (int)level;

    /// <summary>Moves it by what a moderator does.</summary>
    /// <param name="acts">Whether the moderator acts.</param>
    /// <param name="direction">Which way.</param>
    public void Move(Truth acts, Direction direction)
    {
        var surely = acts == Truth.True ? 1 : 0;
        var possibly = acts == Truth.False ? 0 : 1;
        if (direction == Direction.Raised)
        {
            atLeast += surely;
            atMost += possibly;
        }
        else
        {
            atLeast -= possibly;
            atMost -= surely;
        }
    }

    /// <summary>Whether it is, or could be, above the highest level that there is.</summary>
    public readonly bool CanPass(Level highest) => atMost > (int)highest;

    /// <summary>The range within the levels that there are: Low at least, since moderators take no finding away.</summary>
    public readonly LevelRange Within(Level highest) => new(Within(atLeast, highest), Within(atMost, highest));

    private static Level Within(int level, Level highest) => (Level)Math.Clamp(level, (int)Level.Low, (int)highest);
}
