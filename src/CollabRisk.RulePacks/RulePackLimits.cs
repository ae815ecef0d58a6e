namespace CollabRisk.RulePacks;

/// <summary>How much a rule pack may ask of the machine that reads it. Packs may come from anybody.</summary>
/// <remarks>Limits are enforced while reading: what is beyond them is not read. Immutable and thread-safe.</remarks>
public sealed record RulePackLimits
{
    /// <summary>The limits that suit packs written by people. New each time, so that nothing bound to them changes those of others.</summary>
    public static RulePackLimits Default => new();

    /// <summary>The largest file, in bytes.</summary>
    /// <value>1,048,576: one mebibyte.</value>
    public int FileBytes { get; init; } = 1 << 20;

    /// <summary>The most files of one pack.</summary>
    /// <value>500.</value>
    public int Files { get; init; } = 500;

    /// <summary>The most that all files of one pack hold together, in bytes.</summary>
    /// <value>16,777,216: sixteen mebibytes.</value>
    public long PackBytes { get; init; } = 16 << 20;

    /// <summary>How deep lists and keys may be in each other.</summary>
    /// <value>40.</value>
    public int Depth { get; init; } = 40;

    /// <summary>The most values and keys in one file; an alias counts as all that it stands for.</summary>
    /// <value>200,000.</value>
    public int Nodes { get; init; } = 200_000;

    /// <summary>The longest text of one value, in characters.</summary>
    /// <value>10,000.</value>
    public int TextLength { get; init; } = 10_000;

    /// <summary>The most aliases in one file.</summary>
    /// <value>1,000.</value>
    public int Aliases { get; init; } = 1_000;

    /// <summary>The most tests that one pack brings along.</summary>
    /// <value>5,000.</value>
    public int Tests { get; init; } = 5_000;

    /// <summary>The most rules of one pack.</summary>
    /// <value>2,000.</value>
    public int Rules { get; init; } = 2_000;

    /// <summary>The most tests in the conditions of one rule together.</summary>
    /// <value>1,000.</value>
    public int ConditionSize { get; init; } = 1_000;

    /// <summary>
    /// The most that evaluating one pack may cost, in tests of a fact, for a collaboration of 32 partners: a question about each
    /// partner costs 32 times what it asks.
    /// </summary>
    /// <value>2,000,000: some tens of milliseconds.</value>
    public long EvaluationCost { get; init; } = 2_000_000;

    /// <summary>The most problems that are reported of one file; after that its reading ends.</summary>
    /// <value>200.</value>
    public int Problems { get; init; } = 200;
}
