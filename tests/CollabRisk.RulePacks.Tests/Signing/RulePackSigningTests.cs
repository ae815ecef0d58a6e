using System.Security.Cryptography;
using System.Text;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Loading;
using CollabRisk.RulePacks.Signing;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Tests.Signing;

/// <summary>What signers and hosts get from signatures.</summary>
public class RulePackSigningTests
{
    private static readonly (string Private, string Public) Keys = RulePackSigning.NewKeys();

    [Fact]
    public void Sign_TheSample_IsVerified()
    {
        using var pack = PackOnDisk.Sample();
        pack.Write("notes/about.txt", "Not YAML, and signed all the same.");
        pack.Write(".hidden", "No part of the pack.");
        var signed = RulePackSigning.Sign(pack.Folder, Keys.Private);
        var verified = RulePackSigning.Verify(pack.Folder, [Keys.Public]);
        verified.Problems.Should().BeEmpty();
        verified.IsGood.Should().BeTrue();
        signed.PackId.Should().Be("regional.control-room");
        signed.PackVersion.Should().Be("1.0.0");
        signed.Key.Should().Be(RulePackSigning.Fingerprint(Keys.Public));
        verified.Signature!.ToString().Should().Be(signed.ToString());
        verified.Signature.Files.Select(file => file.Name).Should().Equal(
            "evidence.yaml",
            "notes/about.txt",
            "overrides.yaml",
            "pack.yaml",
            "rules/handover.yaml",
            "rules/rota.yaml",
            "tests/handover.yaml",
            "tests/overrides.yaml",
            "tests/rota.yaml", "tests/tables.yaml");
        File.ReadLines(pack["pack.sig"]).Take(4).Should().Equal(
            "collabrisk-signature 1", "pack regional.control-room 1.0.0", $"key {signed.Key}", $"file {Digest(pack["evidence.yaml"])} evidence.yaml");
    }

    [Fact]
    public void Sign_Again_CoversWhatIsThereNow()
    {
        using var pack = PackOnDisk.Sample();
        RulePackSigning.Sign(pack.Folder, Keys.Private);
        File.Delete(pack["tests/rota.yaml"]);
        RulePackSigning.Sign(pack.Folder, Keys.Private);
        RulePackSigning.Verify(pack.Folder, [Keys.Public]).IsGood.Should().BeTrue();
        Directory.EnumerateFiles(pack.Folder, "*pack.sig*").Should().ContainSingle();
    }

    [Fact]
    public void Sign_WithP384_IsVerified()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var pack = PackOnDisk.Sample();
        RulePackSigning.Sign(pack.Folder, key.ExportPkcs8PrivateKeyPem());
        RulePackSigning.Verify(pack.Folder, [Keys.Public, key.ExportSubjectPublicKeyInfoPem()]).IsGood.Should().BeTrue();
    }

    [Fact]
    public void Sign_PackOfOneFile_HasItsSignatureBesideIt()
    {
        using var pack = new PackOnDisk(("rota.yaml", PackText.Head), ("other.yaml", "not: ours"));
        RulePackSigning.Sign(pack["rota.yaml"], Keys.Private);
        File.Exists(pack["rota.yaml.sig"]).Should().BeTrue();
        RulePackSigning.Verify(pack["rota.yaml"], [Keys.Public]).Signature!.Files.Select(file => file.Name).Should().Equal("rota.yaml");
        pack.Replace("rota.yaml", "1.0.0", "1.0.1");
        Codes(RulePackSigning.Verify(pack["rota.yaml"], [Keys.Public])).Should().Equal("CRP805");
    }

    [Fact]
    public void Verify_FilesDiffer_ReportsEveryDifferenceAtItsPlace()
    {
        using var pack = PackOnDisk.Sample();
        RulePackSigning.Sign(pack.Folder, Keys.Private);
        pack.Replace("rules/rota.yaml", "Moderate", "Low");
        pack.Write("rules/more.yaml", "chapters: []");
        File.Delete(pack["overrides.yaml"]);
        var problems = RulePackSigning.Verify(pack.Folder, [Keys.Public]).Problems;
        problems.Select(p => $"{p.Code} {p.Place!.File[(pack.Folder.Length + 1)..]} {p.Place.Line}").Order(StringComparer.Ordinal)
            .Should().Equal("CRP805 rules/rota.yaml 1", "CRP806 pack.sig 5", "CRP807 rules/more.yaml 1");
    }

    [Fact]
    public void Verify_KeyOfAStranger_IsNotTrusted()
    {
        using var pack = PackOnDisk.Sample();
        RulePackSigning.Sign(pack.Folder, RulePackSigning.NewKeys().PrivateKeyPem);
        var problem = RulePackSigning.Verify(pack.Folder, [Keys.Public]).Problems.Should().ContainSingle().Which;
        problem.Code.Should().Be("CRP803");
        problem.What.Should().Contain($"trusted are {RulePackSigning.Fingerprint(Keys.Public)}");
        RulePackSigning.Verify(pack.Folder, []).Problems.Should().ContainSingle().Which.What.Should().Contain("no key is");
    }

    [Fact]
    public void Verify_ListAndFileChangedTogether_SignatureIsBad()
    {
        using var pack = PackOnDisk.Sample();
        RulePackSigning.Sign(pack.Folder, Keys.Private);
        var before = Digest(pack["overrides.yaml"]);
        pack.Replace("overrides.yaml", "Moderate", "Low");
        pack.Replace("pack.sig", before, Digest(pack["overrides.yaml"]));
        Codes(RulePackSigning.Verify(pack.Folder, [Keys.Public])).Should().Equal("CRP804");
    }

    [Fact]
    public void Verify_StrangerNamesOurKey_SignatureIsBad()
    {
        using var pack = PackOnDisk.Sample();
        var stranger = RulePackSigning.Sign(pack.Folder, RulePackSigning.NewKeys().PrivateKeyPem);
        pack.Replace("pack.sig", stranger.Key, RulePackSigning.Fingerprint(Keys.Public));
        Codes(RulePackSigning.Verify(pack.Folder, [Keys.Public])).Should().Equal("CRP804");
    }

    [Fact]
    public void Verify_SignatureOfAnotherVersion_IsRefused()
    {
        using var pack = PackOnDisk.Sample();
        var signed = RulePackSigning.Sign(pack.Folder, Keys.Private);
        PackKey.TryReadPrivate(Keys.Private, out var key, out _).Should().BeTrue();
        var other = new RulePackSignature(signed.PackId, "2.0.0", signed.Key, signed.Files);
        pack.Write("pack.sig", SignatureText.Write(other, key!.Sign(SignatureText.SignedPart(other))));
        Codes(RulePackSigning.Verify(pack.Folder, [Keys.Public])).Should().Equal("CRP808");
    }

    [Fact]
    public void Verify_LinkInTheFolder_IsRefusedAndNotFollowed()
    {
        using var pack = PackOnDisk.Sample();
        RulePackSigning.Sign(pack.Folder, Keys.Private);
        File.Move(pack["tests/rota.yaml"], Path.Combine(pack.Folder, "../rota.yaml"));
        File.CreateSymbolicLink(pack["tests/rota.yaml"], Path.GetFullPath(Path.Combine(pack.Folder, "../rota.yaml")));
        Codes(RulePackSigning.Verify(pack.Folder, [Keys.Public])).Should().Equal("CRP104", "CRP806");
    }

    [Fact]
    public void Verify_TooMuch_IsRefused()
    {
        using var pack = PackOnDisk.Sample();
        RulePackSigning.Sign(pack.Folder, Keys.Private);
        pack.Write("large.bin", new string('x', 5_000));
        Codes(RulePackSigning.Verify(pack.Folder, [Keys.Public], new() { FileBytes = 4_000 })).Should().Equal("CRP901");
        pack.Write("pack.sig", new string('x', 5_000));
        File.Delete(pack["large.bin"]);
        Codes(RulePackSigning.Verify(pack.Folder, [Keys.Public], new() { FileBytes = 4_000 })).Should().Equal("CRP901");
        Codes(RulePackSigning.Verify(pack.Folder, [Keys.Public], new() { Files = 3 })).Should().Contain("CRP902");
    }

    [Fact]
    public void Sign_WithoutManifestOrKey_WritesNothingAndSaysBoth()
    {
        using var pack = new PackOnDisk(("rules.yaml", "chapters: []"));
        var problems = Invoking(() => RulePackSigning.Sign(pack.Folder, Keys.Public)).Should().ThrowExactly<RulePackException>().Which.Problems;
        problems[0].What.Should().Contain("this is a public key");
        problems.Should().Contain(problem => problem.Code == "CRP132");
        File.Exists(pack["pack.sig"]).Should().BeFalse();
    }

    [Fact]
    public void Sign_NameThatNoSystemReadsAlike_IsRefused()
    {
        using var pack = PackOnDisk.Sample();
        pack.Write("a:b.txt", "");
        Invoking(() => RulePackSigning.Sign(pack.Folder, Keys.Private)).Should().ThrowExactly<RulePackException>().Which.Problems
            .Should().ContainSingle().Which.Code
            .Should().Be("CRP809");
        File.Exists(pack["pack.sig"]).Should().BeFalse();
    }

    [Fact]
    public void Load_TrustedKeys_TellsWhoSigned()
    {
        using var pack = PackOnDisk.Sample();
        RulePackSigning.Sign(pack.Folder, Keys.Private);
        var loaded = new RulePackLoader(Trusting(Keys.Public)).Load(pack.Folder).Packs.Should().ContainSingle().Which;
        loaded.Signature!.Key.Should().Be(RulePackSigning.Fingerprint(Keys.Public));
        new RulePackLoader().Load(pack.Folder).Packs.Should().ContainSingle().Which.Signature.Should().BeNull();
    }

    [Fact]
    public void Load_TrustedKeysAndNoSignature_ReadsNothingElse()
    {
        using var pack = new PackOnDisk(("pack.yaml", "[[[ no YAML"));
        Problems(Trusting(Keys.Public), pack.Folder).Should().ContainSingle().Which.Code.Should().Be("CRP801");
        PackText.Problem(PackText.Head, Trusting(Keys.Public)).Code.Should().Be("CRP801");
    }

    [Fact]
    public void Load_TrustedKeyIsNone_IsRefusedWithTheOtherProblems()
    {
        using var pack = PackOnDisk.Sample();
        Problems(Trusting(Keys.Public, "key.pem"), pack.Folder).Select(p => p.Code).Order(StringComparer.Ordinal).Should().Equal("CRP801", "CRP810");
    }

    [Fact]
    public void Load_FilesChangeAfterTheCheck_WhatWasCheckedIsUsed()
    {
        using var pack = PackOnDisk.Sample();
        pack.Write("cases/one.json", "{}");
        RulePackSigning.Sign(pack.Folder, Keys.Private);
        var opened = OpenedPack.Open(pack.Folder, RulePackLimits.Default, new TrustedKeys([Keys.Public]));
        pack.Write("cases/one.json", "{ changed }");
        pack.Write("cases/two.json", "{}");
        var place = new TextPlace("tests/rota.yaml", 1, 1);
        var problems = new PackProblems("test", most: 10);
        Encoding.UTF8.GetString(opened.Folder.Read("cases/one.json", place, problems)!.Bytes).Should().Be("{}");
        problems.All.Should().BeEmpty();
        opened.Folder.Read("cases/two.json", place, problems).Should().BeNull();
        problems.All.Should().ContainSingle().Which.Code.Should().Be("CRP101");
    }

    private static RulePackOptions Trusting(params string[] keys) => new() { TrustedKeys = keys };

    private static IReadOnlyList<RuleBookProblem> Problems(RulePackOptions options, string path)
    {
        new RulePackLoader(options).TryLoad([path], out _, out var problems).Should().BeFalse();
        return problems;
    }

    private static string Digest(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private static IEnumerable<string> Codes(RulePackVerification verification)
    {
        verification.IsGood.Should().BeFalse();
        verification.Signature.Should().BeNull();
        return verification.Problems.Select(problem => problem.Code).Order(StringComparer.Ordinal);
    }
}
