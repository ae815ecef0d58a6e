using CollabRisk.Rules;

namespace CollabRisk.RulePacks;

/// <summary>What came of reloading packs: they are used now, or the ones in use stay.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RulePackReload
{
    internal RulePackReload(RulePackSet current, RulePackChange? change, IReadOnlyList<RuleBookProblem> problems)
    {
        Current = current;
        Change = change;
        Problems = problems;
    }

    /// <summary>The packs that are in use from now on.</summary>
    public RulePackSet Current { get; }

    /// <summary>What is different now; <see langword="null"/> where the new packs have problems.</summary>
    public RulePackChange? Change { get; }

    /// <summary>Everything that speaks against the new packs, by place; empty where they are in use.</summary>
    public IReadOnlyList<RuleBookProblem> Problems { get; }
}

/// <summary>Packs were reloaded and are in use.</summary>
/// <param name="reload">What came of it.</param>
public sealed class RulePacksReloadedEventArgs(RulePackReload reload) : EventArgs
{
    /// <summary>The packs that are in use now.</summary>
    public RulePackSet Current => reload.Current;

    /// <summary>What is different now. It can be nothing: a comment changed, or a mistake was taken back.</summary>
    public RulePackChange Change => reload.Change!;
}

/// <summary>Packs were reloaded and have problems; those in use stay.</summary>
/// <param name="reload">What came of it.</param>
public sealed class RulePackReloadFailedEventArgs(RulePackReload reload) : EventArgs
{
    /// <summary>The packs that are in use as before.</summary>
    public RulePackSet Current => reload.Current;

    /// <summary>Everything that speaks against the new packs, by place.</summary>
    public IReadOnlyList<RuleBookProblem> Problems => reload.Problems;
}
