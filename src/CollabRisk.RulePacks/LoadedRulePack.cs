using CollabRisk.RulePacks.Files;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Loading;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks;

/// <summary>A rule pack that was read from files.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class LoadedRulePack
{
    internal LoadedRulePack(OpenedPack opened, ReadPack read)
    {
        Folder = opened.Folder;
        Signature = opened.Signature;
        Read = read;
        Warnings = opened.Problems.Warnings;
    }

    /// <summary>The path from which it was read, as it was given.</summary>
    public string Path => Folder.Path;

    /// <summary>What the pack says about itself.</summary>
    public RulePackManifest Manifest => Read.Manifest;

    /// <summary>The rules with all they rest on, for a rule book.</summary>
    public RulePack Pack => Read.Pack;

    /// <summary>What was signed and with which key; <see langword="null"/> where <see cref="RulePackOptions.TrustedKeys"/> asks for no signature.</summary>
    public RulePackSignature? Signature { get; }

    /// <summary>What was hardly meant as its files have it.</summary>
    internal IReadOnlyList<RuleBookProblem> Warnings { get; }

    internal PackFolder Folder { get; }

    internal ReadPack Read { get; }

    internal IReadOnlyList<WrittenTest> Tests => Read.Tests;

    /// <inheritdoc/>
    public override string ToString() => Pack.ToString();
}
