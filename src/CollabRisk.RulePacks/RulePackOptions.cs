using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks;

/// <summary>How rule packs are loaded.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RulePackOptions
{
    /// <summary>The options that are used where none are given. New each time, so that nothing bound to them changes those of others.</summary>
    public static RulePackOptions Default => new();

    /// <summary>The packs in code on which the packs in files are.</summary>
    /// <value>The general knowledge.</value>
    public IReadOnlyList<RulePack> BasePacks { get; init; } = [KnowledgePacks.General];

    /// <summary>What the host itself changes about rules.</summary>
    /// <value>Nothing.</value>
    public IReadOnlyList<RuleOverride> Overrides { get; init; } = [];

    /// <summary>The public keys, as PEM, of those whose packs are accepted; see <see cref="RulePackSigning"/>.</summary>
    /// <value>None: packs need no signature. With any, a pack in files must be exactly what was signed with one of them.</value>
    public IReadOnlyList<string> TrustedKeys { get; init; } = [];

    /// <summary>The paths of packs that come with the program itself and are as trusted as its code: they need no signature, whatever the keys.</summary>
    /// <value>None. A path is compared as a full path, character by character; a pack in a folder below it is not meant.</value>
    public IReadOnlyList<string> TrustedPaths { get; init; } = [];

    /// <summary>What packs in files may do to rules of others, and which packs are taken.</summary>
    /// <value><see cref="RulePackPolicy.Default"/>: whatever they give a reason for.</value>
    public RulePackPolicy Policy { get; init; } = RulePackPolicy.Default;

    /// <summary>How much a pack may ask of this machine.</summary>
    public RulePackLimits Limits { get; init; } = RulePackLimits.Default;

    /// <summary>
    /// Whether packs are in folders of links, as Kubernetes mounts a ConfigMap: each file is a link to one in a hidden folder next to it, and all change
    /// at once. Links are followed to files within the folder of the pack, and nowhere else.
    /// </summary>
    /// <value><see langword="false"/>: a link is a problem, since a pack from a stranger could lead anywhere.</value>
    public bool MountedFolders { get; init; }

    /// <summary>The language, such as <c>nl</c> or <c>de-AT</c>, in which rules and recommendations say what they say, where their packs have words in it.</summary>
    /// <value><see langword="null"/>: English. All that has no words in the language is said in English; it changes no result.</value>
    public string? Language { get; init; }

    /// <summary>The clock, by whose day overrides expire.</summary>
    /// <value>The clock of the system.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
