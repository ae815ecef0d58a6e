using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Security.Cryptography;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Signing;

/// <summary>A key that signs packs, or that checks their signatures: ECDSA with the curve P-256 or P-384.</summary>
/// <remarks>The curve decides the hash, so nothing in a signature file can choose a weaker one. Thread-safe.</remarks>
internal sealed class PackKey
{
    private const string EllipticCurve = "1.2.840.10045.2.1";
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const int LongestPem = 20_000;

    /// <summary>P-256 and P-384, each with its hash.</summary>
    private static readonly Dictionary<string, HashAlgorithmName> Curves = new(StringComparer.Ordinal)
    {
        ["1.2.840.10045.3.1.7"] = HashAlgorithmName.SHA256,
        ["1.3.132.0.34"] = HashAlgorithmName.SHA384,
    };

    private readonly byte[] der;
    private readonly bool isPrivate;
    private readonly HashAlgorithmName hash;

    private PackKey(byte[] der, bool isPrivate, HashAlgorithmName hash, byte[] publicDer)
    {
        this.der = der;
        this.isPrivate = isPrivate;
        this.hash = hash;
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(publicDer).AsSpan(0, FingerprintLength / 2));
    }

    /// <summary>How many characters a fingerprint has.</summary>
    public static int FingerprintLength => 32;

    /// <summary>Names the key: the first 32 digits of the SHA-256 digest of its public part (SubjectPublicKeyInfo).</summary>
    public string Fingerprint { get; }

    /// <summary>Reads a public key.</summary>
    /// <param name="pem">The key as PEM.</param>
    /// <param name="key">The key, if it can be used.</param>
    /// <param name="problem">What is wrong with it and what to do; null if it can be used.</param>
    public static bool TryReadPublic(string pem, [NotNullWhen(true)] out PackKey? key, [NotNullWhen(false)] out string? problem) =>
        TryRead(pem, isPrivate: false, out key, out problem);

    /// <summary>Reads a private key.</summary>
    /// <inheritdoc cref="TryReadPublic"/>
    public static bool TryReadPrivate(string pem, [NotNullWhen(true)] out PackKey? key, [NotNullWhen(false)] out string? problem) =>
        TryRead(pem, isPrivate: true, out key, out problem);

    public byte[] Sign(byte[] text)
    {
        using var ecdsa = Open(der, isPrivate);
        return ecdsa.SignData(text, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    public bool Verifies(byte[] text, byte[] signature)
    {
        using var ecdsa = Open(der, isPrivate);
        return ecdsa.VerifyData(text, signature, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static bool TryRead(string pem, bool isPrivate, [NotNullWhen(true)] out PackKey? key, [NotNullWhen(false)] out string? problem)
    {
        key = null;
        if (!TryFind(pem, isPrivate ? "PRIVATE KEY" : "PUBLIC KEY", out var der, out problem))
        {
            return false;
        }

        try
        {
            var (algorithm, curve) = Kind(der, isPrivate);
            if (algorithm != EllipticCurve)
            {
                problem = $"this is {(algorithm == Rsa ? "an RSA key" : $"a key of another kind ({Shown.Name(algorithm)})")}. Use an ECDSA key of the curve P-256 or P-384: {Make}.";
                return false;
            }

            if (!Curves.TryGetValue(curve, out var hash))
            {
                problem = $"this is an ECDSA key of another curve. Use one of the curve P-256 or P-384: {Make}.";
                return false;
            }

            using var ecdsa = Open(der, isPrivate);
            key = new PackKey(der, isPrivate, hash, ecdsa.ExportSubjectPublicKeyInfo());
            return true;
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            problem = "the text within the PEM is not a key; it may have been cut or changed. Copy the whole file again.";
            return false;
        }
    }

    private const string Make = "'openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem' makes one";

    /// <summary>Finds the one PEM block of the text, with what to do where it is another one.</summary>
    private static bool TryFind(string pem, string wanted, out byte[] der, [NotNullWhen(false)] out string? problem)
    {
        der = [];
        problem = pem.Length > LongestPem ? "this is too long for a key. Give the PEM of one key." : null;
        var blocks = new List<(string Label, string Base64)>();
        for (var rest = pem; problem is null && PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End..])
        {
            // What 'openssl ecparam' writes before a key says nothing that the key does not say itself.
            if (rest[fields.Label] is var label && label != "EC PARAMETERS")
            {
                blocks.Add((label, rest[fields.Base64Data]));
            }
        }

        problem ??= blocks switch
        {
            [] => $"there is no PEM in the text. A key begins with the line '-----BEGIN {wanted}-----'.",
            [var (label, _)] when label == wanted => null,
            [_] => Advice(blocks[0].Label, wanted),
            _ => $"there are {blocks.Count} PEM blocks in the text. Give each key alone.",
        };
        if (problem is null)
        {
            der = Convert.FromBase64String(blocks[0].Base64);
        }

        return problem is null;
    }

    private static string Advice(string label, string wanted) => label switch
    {
        "PRIVATE KEY" or "ENCRYPTED PRIVATE KEY" or "EC PRIVATE KEY" or "RSA PRIVATE KEY" or "OPENSSH PRIVATE KEY" when wanted == "PUBLIC KEY" =>
            "this is a private key, which stays with its owner. Give the public key: 'openssl pkey -in key.pem -pubout'.",
        "PUBLIC KEY" => "this is a public key, which cannot sign. Give the private key.",
        "CERTIFICATE" when wanted == "PUBLIC KEY" => "this is a certificate. Give the public key in it: 'openssl x509 -in certificate.pem -pubkey -noout'.",
        "CERTIFICATE" => "this is a certificate, which cannot sign. Give the private key that belongs to it.",
        "ENCRYPTED PRIVATE KEY" => "this private key is encrypted. Decrypt it first: 'openssl pkey -in key.pem -out decrypted.pem', and delete that file after signing.",
        "EC PRIVATE KEY" => "this private key is in the old form SEC 1. Convert it: 'openssl pkcs8 -topk8 -nocrypt -in key.pem'.",
        "RSA PRIVATE KEY" or "RSA PUBLIC KEY" => $"this is an RSA key. Use an ECDSA key of the curve P-256 or P-384: {Make}.",
        "OPENSSH PRIVATE KEY" => $"this is a key for SSH. Make one for packs: {Make}.",
        _ => $"this PEM is {Shown.Value(label)}. A key begins with the line '-----BEGIN {wanted}-----'.",
    };

    /// <summary>
    /// What kind of key it is and of which curve, by object identifiers; the curve is empty where it has no name. Read before the
    /// key is imported, since importing a key of another kind fails in ways that differ between systems.
    /// </summary>
    private static (string Algorithm, string Curve) Kind(byte[] der, bool isPrivate)
    {
        var content = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
        if (isPrivate)
        {
            content.ReadInteger();
        }

        var identifier = content.ReadSequence();
        var algorithm = identifier.ReadObjectIdentifier();
        var hasCurve = identifier.HasData && identifier.PeekTag() == Asn1Tag.ObjectIdentifier;
        return (algorithm, hasCurve ? identifier.ReadObjectIdentifier() : "");
    }

    private static ECDsa Open(byte[] der, bool isPrivate)
    {
        var ecdsa = ECDsa.Create();
        try
        {
            if (isPrivate)
            {
                ecdsa.ImportPkcs8PrivateKey(der, out _);
            }
            else
            {
                ecdsa.ImportSubjectPublicKeyInfo(der, out _);
            }

            return ecdsa;
        }
        catch
        {
            ecdsa.Dispose();
            throw;
        }
    }
}
