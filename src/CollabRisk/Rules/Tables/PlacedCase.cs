using CollabRisk.Conditions;

namespace CollabRisk.Rules.Tables;

/// <summary>The slots of cases, where each has whether it is raised: in blocks by what it counts for.</summary>
/// <param name="First">The first slot.</param>
/// <param name="High">How many risks and mismatches there are, without moderators, that are raised at High; their block is the first.</param>
/// <param name="Moderate">How many at Moderate; next.</param>
/// <param name="Low">How many at Low; next.</param>
/// <param name="Moderated">How many risks and mismatches have moderators; next.</param>
/// <param name="All">Every case by its place; at the end are those that count for no level.</param>
internal sealed record CaseBlocks(int First, int High, int Moderate, int Low, int Moderated, PlacedCase[] All)
{
    /// <summary>The place of the first case with moderators.</summary>
    public int FirstModerated { get; } = High + Moderate + Low;

    /// <summary>How many count for a level; they come before the others.</summary>
    public int WithLevel { get; } = High + Moderate + Low + Moderated;
}

/// <summary>A case at its place, with what its level is made of.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Number">The number of the case in the rule.</param>
/// <param name="Level">The level before moderators; of a case without any, that at which it is raised; None where it has no level.</param>
/// <param name="Highest">The highest level that moderators can make of it.</param>
/// <param name="Moderators">What moves it, each with the slot that says whether it acts; empty for most.</param>
internal readonly record struct PlacedCase(Rule Rule, int Number, Level Level, Level Highest, (int Slot, Direction Direction)[] Moderators)
{
    /// <summary>The level at which it is raised, or would be.</summary>
    /// <param name="values">The values of the collaboration, or of the row of partners.</param>
    public LevelRange LevelIn(ReadOnlySpan<byte> values)
    {
        if (Moderators.Length == 0)
        {
            return new(Level, Level);
        }

        var moved = new ModeratedLevel(Level);
        foreach (var (slot, direction) in Moderators)
        {
            moved.Move(TruthByte.ToTruth(values[slot]), direction);
        }

        return moved.Within(Rule.Cap);
    }
}
