using System.Security.Cryptography;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Signing;

namespace CollabRisk.RulePacks.Tests.Signing;

/// <summary>Which keys are accepted, and what to do with others.</summary>
public class PackKeyTests
{
    [Fact]
    public void TryRead_BothHalvesOfAPair_HaveOneFingerprint()
    {
        var (mine, yours) = RulePackSigning.NewKeys();
        PackKey.TryReadPrivate(mine, out var secret, out _).Should().BeTrue();
        secret!.Fingerprint.Should().Be(RulePackSigning.Fingerprint(yours));
        secret.Fingerprint.Should().MatchRegex("^[0-9a-f]{32}$");
        RulePackSigning.Fingerprint(RulePackSigning.NewKeys().PublicKeyPem).Should().NotBe(secret.Fingerprint);
    }

    [Fact]
    public void TryRead_AfterParametersOfOpenssl_IsAccepted() =>
        RulePackSigning.Fingerprint("-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n" + RulePackSigning.NewKeys().PublicKeyPem);

    [Fact]
    public void TryReadPublic_OtherThings_SaysWhatTheyAreAndWhatToDo()
    {
        using var rsa = RSA.Create(2048);
        using var p521 = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        var (mine, yours) = RulePackSigning.NewKeys();
        Refused("there is no PEM", "keys/board.pem");
        Refused("there is no PEM", "");
        Refused("too long", new string('x', 30_000));
        Refused("this is an RSA key", rsa.ExportSubjectPublicKeyInfoPem());
        Refused("this is an RSA key", rsa.ExportRSAPublicKeyPem());
        Refused("of another curve", p521.ExportSubjectPublicKeyInfoPem());
        Refused("this is a private key, which stays with its owner. Give the public key: 'openssl pkey -in key.pem -pubout'.", mine);
        Refused("this is a certificate. Give the public key in it", Pem("CERTIFICATE"));
        Refused("the text within the PEM is not a key", Pem("PUBLIC KEY"));
        Refused("there are 2 PEM blocks", yours + yours);
        Refused("this PEM is 'DH PARAMETERS'", Pem("DH PARAMETERS"));

        static void Refused(string problem, string pem)
        {
            PackKey.TryReadPublic(pem, out _, out var what).Should().BeFalse();
            what.Should().Contain(problem);
        }
    }

    [Fact]
    public void TryReadPrivate_OtherThings_SaysWhatTheyAreAndWhatToDo()
    {
        using var rsa = RSA.Create(2048);
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Refused("this is an RSA key", rsa.ExportPkcs8PrivateKeyPem());
        Refused("this is an RSA key", rsa.ExportRSAPrivateKeyPem());
        Refused("this is a public key, which cannot sign", ecdsa.ExportSubjectPublicKeyInfoPem());
        Refused("'openssl pkcs8 -topk8 -nocrypt -in key.pem'", ecdsa.ExportECPrivateKeyPem());
        Refused("is encrypted. Decrypt it first", ecdsa.ExportEncryptedPkcs8PrivateKeyPem("secret", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1)));
        Refused("this is a certificate, which cannot sign", Pem("CERTIFICATE"));
        Refused("this is a key for SSH", Pem("OPENSSH PRIVATE KEY"));
        Refused("the text within the PEM is not a key", Pem("PRIVATE KEY"));

        static void Refused(string problem, string pem)
        {
            PackKey.TryReadPrivate(pem, out _, out var what).Should().BeFalse();
            what.Should().Contain(problem);
        }
    }

    [Fact]
    public void TryReadPublic_MutatedKeys_AreRefusedOrReadAndNeverThrow()
    {
        var good = Convert.FromBase64String(string.Concat(RulePackSigning.NewKeys().PublicKeyPem.Split('\n').Where(line => !line.StartsWith('-'))));
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = good.ToArray();
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var read = PackKey.TryReadPublic(PemEncoding.WriteString("PUBLIC KEY", bytes.AsSpan(0, random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length)), out var key, out var problem);
            (read ? key is not null : problem!.Length > 0).Should().BeTrue();
        }
    }

    private static string Pem(string label) => PemEncoding.WriteString(label, [1, 2, 3]);
}
