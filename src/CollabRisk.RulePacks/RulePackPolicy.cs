using System.Diagnostics.CodeAnalysis;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks;

/// <summary>What a host lets packs in files do to rules of others, and which packs it takes. What a policy refuses is a problem of the pack when it is loaded.</summary>
/// <remarks>
/// <para>
/// Without a policy a pack may do whatever it gives a reason for, and every assessment shows what that was. With one, a host can take packs
/// from people it does not know: they add rules, and change those of others no further than it says.
/// </para>
/// <para>The host's own overrides, <see cref="RulePackOptions.Overrides"/>, are not its packs' and are not bound by it. Immutable and thread-safe.</para>
/// </remarks>
public sealed record RulePackPolicy
{
    /// <summary>The policy that refuses nothing. New each time, so that nothing bound to it changes that of others.</summary>
    public static RulePackPolicy Default => new();

    /// <summary>The policy for packs from people one does not know: they may add rules, and change nothing about the rules of others.</summary>
    public static RulePackPolicy AddOnly => new() { MaySwitchOff = false, MayChangeCases = false, MayLowerBy = 0, MayChange = [] };

    /// <summary>Whether a pack may switch off rules of others, or cases of them.</summary>
    /// <value><see langword="true"/>.</value>
    public bool MaySwitchOff { get; init; } = true;

    /// <summary>Whether a pack may change cases of rules of others: their conditions, messages and claims. A condition that is never met switches a case off.</summary>
    /// <value><see langword="true"/>.</value>
    public bool MayChangeCases { get; init; } = true;

    /// <summary>
    /// By how many steps all packs together may lower the level of a finding of another's rule: by giving it a lower level, and by each moderator
    /// that lowers it.
    /// </summary>
    /// <value>2: from High to Low, so that nothing is refused. 0 to 2.</value>
    public int MayLowerBy { get; init; } = MostSteps;

    /// <summary>The codes of the rules that packs may change at all; <c>VISION-*</c> stands for all that begin with <c>VISION-</c>.</summary>
    /// <value><see langword="null"/>: every rule. Empty: none.</value>
    public IReadOnlyList<string>? MayChange { get; init; }

    /// <summary>The packs that are taken, each with what must be so about it.</summary>
    /// <value>Empty: every pack.</value>
    public IReadOnlyList<AcceptedRulePack> Packs { get; init; } = [];

    /// <summary>Whether a host that is running takes an older version of a pack than it had, although packs must be signed.</summary>
    /// <value><see langword="false"/>: an old version with a good signature is refused, since someone could bring back what was mended. Where packs need no signature, nothing is refused.</value>
    public bool MayGoBack { get; init; }

    /// <summary>The public keys, as PEM, of those whose packs are accepted, next to <see cref="RulePackOptions.TrustedKeys"/>.</summary>
    /// <value>None. With any key in either place, packs must be signed.</value>
    public IReadOnlyList<string> TrustedKeys { get; init; } = [];

    /// <summary>Reads a policy from a YAML file, with everything that is wrong with it as a value.</summary>
    /// <param name="path">The file; docs/rule-packs-in-a-host.md says what it can hold.</param>
    /// <param name="policy">The policy, if there are no problems.</param>
    /// <param name="problems">Everything that is wrong with the file, by place; empty if it was read.</param>
    /// <returns>Whether the policy was read. Load nothing where it was not: half a policy protects no one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is <see langword="null"/>.</exception>
    public static bool TryRead(string path, [NotNullWhen(true)] out RulePackPolicy? policy, out IReadOnlyList<RuleBookProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(path);
        var found = new PackProblems(path, RulePackLimits.Default.Problems);
        policy = Policies.PolicyFile.Read(path, found);
        problems = [.. found.All.ByPlace().ThenBy(problem => problem.What, StringComparer.Ordinal)];
        return policy is not null;
    }

    /// <summary>From High to Low.</summary>
    internal const int MostSteps = 2;
}

/// <summary>A pack that a host takes, with what must be so about it.</summary>
/// <param name="Id">The id of the pack.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record AcceptedRulePack(string Id)
{
    /// <summary>The oldest version that is taken: <c>1.2.0</c>.</summary>
    /// <value><see langword="null"/>: any version.</value>
    public string? OldestVersion { get; init; }

    /// <summary>The fingerprints of the keys with which this pack may be signed, as <see cref="RulePackSigning.Fingerprint"/> gives them.</summary>
    /// <value>Empty: any trusted key. With one, the pack must be signed even if no other must.</value>
    public IReadOnlyList<string> Keys { get; init; } = [];
}
