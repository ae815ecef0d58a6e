namespace CollabRisk.Facts;

/// <summary>
/// How the collaboration turned out, on record. No risk, mismatch or strength reads it: that would be hindsight.
/// </summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record RecordedOutcome
{
    /// <summary>The outcome as claimed.</summary>
    [Fact(
        "outcome as claimed",
        "What is the collaboration's outcome claimed to be?",
        Neutral = "records how it turned out; no rule on risk reads it",
        Fixed = true,
        Outcome = true,
        Descriptive = "recorded for the reader; the rules are there to tell why, and reading it would be hindsight")]
    public OutcomeClaim? Claim { get; init; }

    /// <summary>What the claimed outcome rests on.</summary>
    [Fact(
        "basis of the claimed outcome",
        "What does the claimed outcome rest on?",
        Neutral = "records how it turned out; no rule on risk reads it",
        Fixed = true,
        Outcome = true)]
    public OutcomeEvidence? Evidence { get; init; }

    /// <summary>What was invested or lost in all, in the currency of the collaboration's accounts.</summary>
    [Fact(
        "total cost: investment spent or lost",
        "How much was spent or lost in all?",
        Neutral = "records how it turned out; no rule on risk reads it",
        Fixed = true,
        Outcome = true,
        Min = 0,
        Descriptive = "recorded for the reader; what a failure cost tells nothing of why it failed")]
    public decimal? TotalCost { get; init; }

    /// <summary>The efficiency savings that were realised; the empty list says that there were none.</summary>
    [Fact(
        "realised efficiency savings",
        "Which savings have been realised?",
        Neutral = "records how it turned out; no rule on risk reads it",
        Fixed = true,
        Outcome = true,
        Descriptive = "recorded for the reader; sums over different periods and sources do not compare")]
    public FactList<Saving>? Savings { get; init; }
}

/// <summary>One efficiency saving that was realised.</summary>
/// <remarks>Every part is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
[FactOwner("outcome.savings[].")]
public sealed record Saving
{
    /// <summary>How much was saved, in the currency of the collaboration's accounts.</summary>
    [Fact(
        "amount saved, in the currency of the collaboration's accounts",
        "How much was saved?",
        Neutral = "records how it turned out; no rule on risk reads it")]
    public decimal? Amount { get; init; }

    /// <summary>The time in which it was saved, in words: <c>2014/15</c>, <c>per year</c>.</summary>
    [Fact(
        "time in which it was saved, in words such as '2014/15' or 'per year'",
        "Over which time was it saved?",
        Neutral = "records how it turned out; no rule on risk reads it")]
    public string? Period { get; init; }

    /// <summary>Where the figure comes from: a report, an audit, a person.</summary>
    [Fact(
        "where the figure comes from: a report, an audit, a person",
        "Where does the figure come from?",
        Neutral = "records how it turned out; no rule on risk reads it")]
    public string? Source { get; init; }
}

/// <summary>How a collaboration is claimed to have turned out.</summary>
public enum OutcomeClaim
{
    /// <summary>It succeeded.</summary>
    Success,

    /// <summary>It failed.</summary>
    Failure,

    /// <summary>It is still going on.</summary>
    InProgress,
}

/// <summary>What a claimed outcome rests on.</summary>
public enum OutcomeEvidence
{
    /// <summary>The collaboration's own claim.</summary>
    SelfClaimed,

    /// <summary>What people who took part report.</summary>
    ParticipantReport,

    /// <summary>An independent evaluation.</summary>
    Independent,

    /// <summary>Nothing.</summary>
    None,
}
