using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Loading;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Editing;

/// <summary>What a pack is written against: how it is loaded, the packs that are used with it, and what the library defines.</summary>
/// <remarks>Thread-safe. The library is looked through once, since its rules are made anew each time that someone asks for them.</remarks>
/// <param name="options">How to load.</param>
/// <param name="others">The paths of packs that are used with it.</param>
internal sealed class EditingContext(RulePackOptions options, IReadOnlyList<string> others)
{
    private readonly Lazy<KnownToPacks> known = new(() => new KnownToPacks(options.BasePacks));
    private readonly Lazy<IReadOnlyList<RuleDefinition>> rules = new(() => [.. options.BasePacks.SelectMany(pack => pack.Definitions).SelectMany(chapter => chapter.Rules)]);

    public RulePackOptions Options => options;

    /// <summary>Files as they were last read.</summary>
    public ReadFiles Read { get; } = new(options.Limits);

    public IReadOnlyList<string> Others => others;

    /// <summary>The rules of the library.</summary>
    public IReadOnlyList<RuleDefinition> Rules => rules.Value;

    /// <summary>What the library defines, for a pack to add its own.</summary>
    public KnownToPacks Known => new(known.Value);
}
