namespace CollabRisk.RulePacks;

/// <summary>What someone answers for with the signature of a rule pack: this pack in this version, with just these files.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RulePackSignature
{
    internal RulePackSignature(string packId, string packVersion, string key, IReadOnlyList<SignedFile> files)
    {
        PackId = packId;
        PackVersion = packVersion;
        Key = key;
        Files = files;
    }

    /// <summary>The id of the pack.</summary>
    public string PackId { get; }

    /// <summary>The version of the pack.</summary>
    public string PackVersion { get; }

    /// <summary>The fingerprint of the key that signed, as <see cref="RulePackSigning.Fingerprint"/> gives it.</summary>
    public string Key { get; }

    /// <summary>All files of the pack, by name.</summary>
    public IReadOnlyList<SignedFile> Files { get; }

    /// <summary>Pack, version and key.</summary>
    public override string ToString() => $"{PackId} {PackVersion}, signed with {Key}";
}

/// <summary>A file that was signed.</summary>
/// <param name="Name">The name within the pack, with <c>/</c> between folders.</param>
/// <param name="Digest">The SHA-256 digest of what it holds: 64 small hexadecimal digits.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SignedFile(string Name, string Digest);

/// <summary>What came of checking the signature of a rule pack.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RulePackVerification
{
    internal RulePackVerification(RulePackSignature? signature, IReadOnlyList<Rules.RuleBookProblem> problems)
    {
        Signature = problems.Count == 0 ? signature : null;
        Problems = problems;
    }

    /// <summary>Whether the pack is exactly what was signed with one of the keys.</summary>
    public bool IsGood => Signature is not null;

    /// <summary>What was signed, and with which key; <see langword="null"/> unless the signature is good.</summary>
    public RulePackSignature? Signature { get; }

    /// <summary>Every difference, and everything wrong with the signature and the keys, by place; empty if the signature is good.</summary>
    public IReadOnlyList<Rules.RuleBookProblem> Problems { get; }
}
