using CollabRisk.Rules;

namespace CollabRisk.RulePacks;

/// <summary>Rule packs that were accepted together, and the rule book that they make with the packs in code.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RulePackSet
{
    internal RulePackSet(IReadOnlyList<LoadedRulePack> packs, RuleBook book, RulePackOptions options)
    {
        Packs = packs;
        RuleBook = book;
        Options = options;
    }

    /// <summary>The packs that were read from files, by id.</summary>
    public IReadOnlyList<LoadedRulePack> Packs { get; }

    /// <summary>The rules of all packs, those in code among them.</summary>
    public RuleBook RuleBook { get; }

    internal RulePackOptions Options { get; }
}
