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
        Assert.Empty(verified.Problems);
        Assert.True(verified.IsGood);
        Assert.Equal(("regional.control-room", "1.0.0", RulePackSigning.Fingerprint(Keys.Public)), (signed.PackId, signed.PackVersion, signed.Key));
        Assert.Equal(signed.ToString(), verified.Signature!.ToString());
        Assert.Equal(
            ["evidence.yaml", "notes/about.txt", "overrides.yaml", "pack.yaml", "rules/handover.yaml", "rules/rota.yaml", "tests/handover.yaml", "tests/overrides.yaml", "tests/rota.yaml"],
            verified.Signature.Files.Select(file => file.Name));
        Assert.Equal(
            ["collabrisk-signature 1", "pack regional.control-room 1.0.0", $"key {signed.Key}", $"file {Digest(pack["evidence.yaml"])} evidence.yaml"],
            File.ReadLines(pack["pack.sig"]).Take(4));
    }

    [Fact]
    public void Sign_Again_CoversWhatIsThereNow()
    {
        using var pack = PackOnDisk.Sample();
        RulePackSigning.Sign(pack.Folder, Keys.Private);
        File.Delete(pack["tests/rota.yaml"]);
        RulePackSigning.Sign(pack.Folder, Keys.Private);
        Assert.True(RulePackSigning.Verify(pack.Folder, [Keys.Public]).IsGood);
        Assert.Single(Directory.EnumerateFiles(pack.Folder, "*pack.sig*"));
    }

    [Fact]
    public void Sign_WithP384_IsVerified()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var pack = PackOnDisk.Sample();
        RulePackSigning.Sign(pack.Folder, key.ExportPkcs8PrivateKeyPem());
        Assert.True(RulePackSigning.Verify(pack.Folder, [Keys.Public, key.ExportSubjectPublicKeyInfoPem()]).IsGood);
    }

    [Fact]
    public void Sign_PackOfOneFile_HasItsSignatureBesideIt()
    {
        using var pack = new PackOnDisk(("rota.yaml", PackText.Head), ("other.yaml", "not: ours"));
        RulePackSigning.Sign(pack["rota.yaml"], Keys.Private);
        Assert.True(File.Exists(pack["rota.yaml.sig"]));
        Assert.Equal(["rota.yaml"], RulePackSigning.Verify(pack["rota.yaml"], [Keys.Public]).Signature!.Files.Select(file => file.Name));
        pack.Replace("rota.yaml", "1.0.0", "1.0.1");
        Assert.Equal(["CRP805"], Codes(RulePackSigning.Verify(pack["rota.yaml"], [Keys.Public])));
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
        Assert.Equal(["CRP805 rules/rota.yaml 1", "CRP806 pack.sig 5", "CRP807 rules/more.yaml 1"],
            problems.Select(p => $"{p.Code} {p.Place!.File[(pack.Folder.Length + 1)..]} {p.Place.Line}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Verify_KeyOfAStranger_IsNotTrusted()
    {
        using var pack = PackOnDisk.Sample();
        RulePackSigning.Sign(pack.Folder, RulePackSigning.NewKeys().PrivateKeyPem);
        var problem = Assert.Single(RulePackSigning.Verify(pack.Folder, [Keys.Public]).Problems);
        Assert.Equal("CRP803", problem.Code);
        Assert.Contains($"trusted are {RulePackSigning.Fingerprint(Keys.Public)}", problem.What, StringComparison.Ordinal);
        Assert.Contains("no key is", Assert.Single(RulePackSigning.Verify(pack.Folder, []).Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ListAndFileChangedTogether_SignatureIsBad()
    {
        using var pack = PackOnDisk.Sample();
        RulePackSigning.Sign(pack.Folder, Keys.Private);
        var before = Digest(pack["overrides.yaml"]);
        pack.Replace("overrides.yaml", "Moderate", "Low");
        pack.Replace("pack.sig", before, Digest(pack["overrides.yaml"]));
        Assert.Equal(["CRP804"], Codes(RulePackSigning.Verify(pack.Folder, [Keys.Public])));
    }

    [Fact]
    public void Verify_StrangerNamesOurKey_SignatureIsBad()
    {
        using var pack = PackOnDisk.Sample();
        var stranger = RulePackSigning.Sign(pack.Folder, RulePackSigning.NewKeys().PrivateKeyPem);
        pack.Replace("pack.sig", stranger.Key, RulePackSigning.Fingerprint(Keys.Public));
        Assert.Equal(["CRP804"], Codes(RulePackSigning.Verify(pack.Folder, [Keys.Public])));
    }

    [Fact]
    public void Verify_SignatureOfAnotherVersion_IsRefused()
    {
        using var pack = PackOnDisk.Sample();
        var signed = RulePackSigning.Sign(pack.Folder, Keys.Private);
        Assert.True(PackKey.TryReadPrivate(Keys.Private, out var key, out _));
        var other = new RulePackSignature(signed.PackId, "2.0.0", signed.Key, signed.Files);
        pack.Write("pack.sig", SignatureText.Write(other, key.Sign(SignatureText.SignedPart(other))));
        Assert.Equal(["CRP808"], Codes(RulePackSigning.Verify(pack.Folder, [Keys.Public])));
    }

    [Fact]
    public void Verify_LinkInTheFolder_IsRefusedAndNotFollowed()
    {
        using var pack = PackOnDisk.Sample();
        RulePackSigning.Sign(pack.Folder, Keys.Private);
        File.Move(pack["tests/rota.yaml"], Path.Combine(pack.Folder, "../rota.yaml"));
        File.CreateSymbolicLink(pack["tests/rota.yaml"], Path.GetFullPath(Path.Combine(pack.Folder, "../rota.yaml")));
        Assert.Equal(["CRP104", "CRP806"], Codes(RulePackSigning.Verify(pack.Folder, [Keys.Public])));
    }

    [Fact]
    public void Verify_TooMuch_IsRefused()
    {
        using var pack = PackOnDisk.Sample();
        RulePackSigning.Sign(pack.Folder, Keys.Private);
        pack.Write("large.bin", new string('x', 3_000));
        Assert.Equal(["CRP901"], Codes(RulePackSigning.Verify(pack.Folder, [Keys.Public], new() { FileBytes = 2_500 })));
        pack.Write("pack.sig", new string('x', 3_000));
        File.Delete(pack["large.bin"]);
        Assert.Equal(["CRP901"], Codes(RulePackSigning.Verify(pack.Folder, [Keys.Public], new() { FileBytes = 2_500 })));
        Assert.Contains("CRP902", Codes(RulePackSigning.Verify(pack.Folder, [Keys.Public], new() { Files = 3 })));
    }

    [Fact]
    public void Sign_WithoutManifestOrKey_WritesNothingAndSaysBoth()
    {
        using var pack = new PackOnDisk(("rules.yaml", "chapters: []"));
        var problems = Assert.Throws<RulePackException>(() => RulePackSigning.Sign(pack.Folder, Keys.Public)).Problems;
        Assert.Contains("this is a public key", problems[0].What, StringComparison.Ordinal);
        Assert.Contains(problems, problem => problem.Code == "CRP132");
        Assert.False(File.Exists(pack["pack.sig"]));
    }

    [Fact]
    public void Sign_NameThatNoSystemReadsAlike_IsRefused()
    {
        using var pack = PackOnDisk.Sample();
        pack.Write("a:b.txt", "");
        Assert.Equal("CRP809", Assert.Single(Assert.Throws<RulePackException>(() => RulePackSigning.Sign(pack.Folder, Keys.Private)).Problems).Code);
        Assert.False(File.Exists(pack["pack.sig"]));
    }

    [Fact]
    public void Load_TrustedKeys_TellsWhoSigned()
    {
        using var pack = PackOnDisk.Sample();
        RulePackSigning.Sign(pack.Folder, Keys.Private);
        var loaded = Assert.Single(new RulePackLoader(Trusting(Keys.Public)).Load(pack.Folder).Packs);
        Assert.Equal(RulePackSigning.Fingerprint(Keys.Public), loaded.Signature!.Key);
        Assert.Null(Assert.Single(new RulePackLoader().Load(pack.Folder).Packs).Signature);
    }

    [Fact]
    public void Load_TrustedKeysAndNoSignature_ReadsNothingElse()
    {
        using var pack = new PackOnDisk(("pack.yaml", "[[[ no YAML"));
        Assert.Equal("CRP801", Assert.Single(Problems(Trusting(Keys.Public), pack.Folder)).Code);
        Assert.Equal("CRP801", PackText.Problem(PackText.Head, Trusting(Keys.Public)).Code);
    }

    [Fact]
    public void Load_TrustedKeyIsNone_IsRefusedWithTheOtherProblems()
    {
        using var pack = PackOnDisk.Sample();
        Assert.Equal(["CRP801", "CRP810"], Problems(Trusting(Keys.Public, "key.pem"), pack.Folder).Select(p => p.Code).Order(StringComparer.Ordinal));
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
        Assert.Equal("{}", Encoding.UTF8.GetString(opened.Folder.Read("cases/one.json", place, problems)!.Bytes));
        Assert.Empty(problems.All);
        Assert.Null(opened.Folder.Read("cases/two.json", place, problems));
        Assert.Equal("CRP101", Assert.Single(problems.All).Code);
    }

    private static RulePackOptions Trusting(params string[] keys) => new() { TrustedKeys = keys };

    private static IReadOnlyList<RuleBookProblem> Problems(RulePackOptions options, string path)
    {
        Assert.False(new RulePackLoader(options).TryLoad([path], out _, out var problems));
        return problems;
    }

    private static string Digest(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private static IEnumerable<string> Codes(RulePackVerification verification)
    {
        Assert.False(verification.IsGood);
        Assert.Null(verification.Signature);
        return verification.Problems.Select(problem => problem.Code).Order(StringComparer.Ordinal);
    }
}
