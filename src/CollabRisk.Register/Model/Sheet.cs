namespace CollabRisk.Register.Model;

/// <summary>What a respondent answered in a round.</summary>
internal sealed record Sheet
{
    public required string Entry { get; init; }

    public required string Respondent { get; init; }

    public required int Round { get; init; }

    /// <summary>How often it was changed; 0 before the first answer.</summary>
    public long Version { get; init; }

    /// <summary>The interview as JSON; null before the first answer.</summary>
    public string? Interview { get; init; }

    /// <summary>How many questions were answered, and how many were left as not known.</summary>
    public int Answered { get; init; }

    public int Skipped { get; init; }

    /// <summary>Whether the respondent said that this is all.</summary>
    public bool IsFinished { get; init; }

    /// <summary>The day of the last change; null before the first.</summary>
    public DateOnly? ChangedOn { get; init; }

    /// <summary>What changes of it are kept under.</summary>
    public string Subject => SubjectOf(Respondent, Round);

    public static string SubjectOf(string respondent, int round) => FormattableString.Invariant($"sheet {respondent} {round}");
}
