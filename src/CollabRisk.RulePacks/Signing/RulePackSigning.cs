using System.Security.Cryptography;
using CollabRisk.RulePacks.Loading;
using CollabRisk.RulePacks.Signing;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks;

/// <summary>Signs rule packs and checks their signatures.</summary>
/// <remarks>
/// <para>
/// A signature covers every file of a pack, not only YAML, with the id and the version of the pack; hidden files are not part of
/// it. It is in the file <c>pack.sig</c> in the folder of the pack, or next to a pack of one file with <c>.sig</c> after its
/// name. The rules themselves are not judged: a signature says whose a pack is, not that it is right.
/// </para>
/// <para>Keys are ECDSA keys of the curve P-256 (with SHA-256) or P-384 (with SHA-384), as PEM. Thread-safe.</para>
/// </remarks>
public static class RulePackSigning
{
    /// <summary>Makes a new pair of keys.</summary>
    /// <returns>The private key (PKCS#8, not encrypted), for the signer alone, and the public key (SubjectPublicKeyInfo), for hosts.</returns>
    public static (string PrivateKeyPem, string PublicKeyPem) NewKeys()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (ecdsa.ExportPkcs8PrivateKeyPem() + "\n", ecdsa.ExportSubjectPublicKeyInfoPem() + "\n");
    }

    /// <summary>A short name of a key, by which people compare it: the first 32 digits of the SHA-256 digest of its public part.</summary>
    /// <param name="publicKeyPem">The public key.</param>
    /// <exception cref="ArgumentNullException"><paramref name="publicKeyPem"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The key cannot be used; the message says why and what to do.</exception>
    public static string Fingerprint(string publicKeyPem)
    {
        ArgumentNullException.ThrowIfNull(publicKeyPem);
        return PackKey.TryReadPublic(publicKeyPem, out var key, out var problem) ? key.Fingerprint : throw new ArgumentException(problem, nameof(publicKeyPem));
    }

    /// <summary>Signs a pack: writes its signature file, over an earlier one.</summary>
    /// <param name="path">The folder or file of the pack.</param>
    /// <param name="privateKeyPem">The private key.</param>
    /// <param name="limits">How much the pack may hold; <see cref="RulePackLimits.Default"/> if left out.</param>
    /// <returns>What was signed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> or <paramref name="privateKeyPem"/> is <see langword="null"/>.</exception>
    /// <exception cref="RulePackException">
    /// The key cannot be used, the pack has no manifest, or its files cannot be read. Nothing was written. The rules are not
    /// checked: load the pack first.
    /// </exception>
    /// <exception cref="IOException">The signature file cannot be written; an earlier one is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The signature file may not be written; an earlier one is as it was.</exception>
    public static RulePackSignature Sign(string path, string privateKeyPem, RulePackLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(privateKeyPem);
        limits ??= RulePackLimits.Default;
        var pack = OpenedPack.ToSign(path, limits);
        if (!PackKey.TryReadPrivate(privateKeyPem, out var key, out var problem))
        {
            throw new RulePackException([new RuleBookProblem(SignatureProblemKinds.Key.Code, "private key", problem), .. pack.Problems.All]);
        }

        if (pack.Problems.All.Count > 0 || pack.Reader.Manifest is not { } manifest)
        {
            throw new RulePackException(pack.Problems.All);
        }

        var signature = new RulePackSignature(
            manifest.Id, manifest.Version, key.Fingerprint, [.. pack.Folder.Everything.Select(file => new SignedFile(file.Name, file.Digest))]);
        var text = System.Text.Encoding.UTF8.GetBytes(SignatureText.Write(signature, key.Sign(SignatureText.SignedPart(signature))));

        // Names and ids that a reader would refuse are refused now, by the reader itself.
        if (SignatureText.Read(new PackFile(pack.Folder.SignatureName, pack.Folder.SignatureName, text), limits, pack.Problems) is null)
        {
            throw new RulePackException(pack.Problems.All);
        }

        Write(pack.Folder.SignaturePath, text);
        return signature;
    }

    /// <summary>Checks that a pack is exactly what was signed with one of the keys.</summary>
    /// <param name="path">The folder or file of the pack.</param>
    /// <param name="publicKeyPems">The public keys that are trusted.</param>
    /// <param name="limits">How much the pack may hold; <see cref="RulePackLimits.Default"/> if left out.</param>
    /// <returns>The signature, or every difference. Problems of the rules themselves are found by loading the pack.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/>, <paramref name="publicKeyPems"/> or one of the keys is <see langword="null"/>.</exception>
    public static RulePackVerification Verify(string path, IEnumerable<string> publicKeyPems, RulePackLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(publicKeyPems);
        var keys = new TrustedKeys(publicKeyPems.Select(pem => pem ?? throw new ArgumentNullException(nameof(publicKeyPems))));
        var pack = OpenedPack.Open(path, limits ?? RulePackLimits.Default, keys);
        return new RulePackVerification(pack.Signature, [.. keys.Problems, .. pack.Problems.All]);
    }

    /// <summary>Writes the whole file or nothing: a hidden file next to it takes its place when it is complete.</summary>
    private static void Write(string path, byte[] text)
    {
        var unfinished = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        try
        {
            File.WriteAllBytes(unfinished, text);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
