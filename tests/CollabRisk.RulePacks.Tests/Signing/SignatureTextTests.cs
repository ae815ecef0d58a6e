using System.Globalization;
using System.Text;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Loading;
using CollabRisk.RulePacks.Signing;

namespace CollabRisk.RulePacks.Tests.Signing;

/// <summary>Signature files come from strangers.</summary>
public class SignatureTextTests
{
    private static readonly string Digest = new('a', 64);
    private static readonly string Key = new('b', 32);

    private static readonly string Good = $"collabrisk-signature 1\npack test.pack 1.0.0\nkey {Key}\nfile {Digest} pack.yaml\nfile {Digest} rules/a b é.yaml\nsignature AAAA\n";

    [Fact]
    public void Read_Good_GivesWhatStandsThere()
    {
        var (signature, value) = Read(Good, out _)!.Value;
        Assert.Equal($"test.pack 1.0.0, signed with {Key}", signature.ToString());
        Assert.Equal(["pack.yaml", "rules/a b é.yaml"], signature.Files.Select(file => file.Name));
        Assert.Equal([0, 0, 0], value);
        Assert.NotNull(Read(Good.ReplaceLineEndings("\r\n"), out _));
    }

    [Theory]
    [InlineData("../pack.yaml")]
    [InlineData("rules/../../pack.yaml")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/pack.yaml")]
    [InlineData("..\\pack.yaml")]
    [InlineData("rules//pack.yaml")]
    [InlineData("./pack.yaml")]
    [InlineData(".hidden.yaml")]
    [InlineData("rules/")]
    [InlineData(" \t")]
    [InlineData("a\u0000b")]
    [InlineData("pack.yaml")]
    public void Read_NameThatNoPackHas_IsRefusedAtItsLine(string name)
    {
        Assert.Null(Read(Good.Replace("rules/a b é.yaml", name, StringComparison.Ordinal), out var problem));
        Assert.Equal("CRP809 5", problem);
    }

    [Fact]
    public void Read_NameTooLong_IsRefused()
    {
        Assert.Null(Read(Good.Replace("pack.yaml", new string('x', 501), StringComparison.Ordinal), out var problem));
        Assert.Equal("CRP809 4", problem);
    }

    [Theory]
    [InlineData("", "anything", 1)]
    [InlineData("signature 1", "signature 2", 1)]
    [InlineData("signature 1", "signature 99999999999999999999", 1)]
    [InlineData("test.pack 1.0.0", "test.pack", 2)]
    [InlineData("test.pack 1.0.0", "test.pack 1.0.0 more", 2)]
    [InlineData("key b", "key B", 3)]
    [InlineData(" pack.yaml", "a pack.yaml", 4)]
    [InlineData("file aa", "File aa", 4)]
    [InlineData("signature AAAA\n", "signature AAAA", 6)]
    [InlineData("signature AAAA", "signature AAA", 6)]
    [InlineData("signature AAAA\n", "signature AAAA\nmore\n", 6)]
    [InlineData("signature AAAA\n", "", 6)]
    [InlineData("pack.yaml", "zack.yaml", 6)]
    public void Read_OtherForm_IsRefusedAtItsLine(string old, string by, int line)
    {
        Assert.Null(Read(old.Length == 0 ? by : Good.Replace(old, by, StringComparison.Ordinal), out var problem));
        Assert.Equal($"CRP802 {line}", problem);
    }

    [Fact]
    public void Read_NoUtf8OrTooManyFiles_IsRefused()
    {
        Assert.Null(Read([.. Encoding.UTF8.GetBytes(Good), 0xFF], RulePackLimits.Default, out var problem));
        Assert.Equal("CRP802 1", problem);
        Assert.Null(Read(Encoding.UTF8.GetBytes(Good), new() { Files = 1 }, out problem));
        Assert.Equal("CRP802 4", problem);
    }

    [Fact]
    public void Verify_MutatedSignatures_AreRefusedWithAPlaceAndNeverThrow()
    {
        using var pack = new PackOnDisk(("pack.yaml", PackText.Head), ("more.yaml", "chapters: []"));
        var keys = RulePackSigning.NewKeys();
        RulePackSigning.Sign(pack.Folder, keys.PrivateKeyPem);
        var good = File.ReadAllBytes(pack["pack.sig"]);
        Assert.True(PackKey.TryReadPublic(keys.PublicKeyPem, out var key, out _));
        var random = new Random(20261122);
        string[] bits = ["\n", "\r\n", "file ", "signature ", "../", "/", "\0", " ", "=", "é", new string('a', 64), "collabrisk-signature 1\n"];
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = good.ToList();
            for (var changes = random.Next(1, 4); changes > 0 && bytes.Count > 0; changes--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(5))
                {
                    case 0: bytes[at] = (byte)random.Next(256); break;
                    case 1: bytes.RemoveAt(at); break;
                    case 2: bytes.InsertRange(at, Encoding.UTF8.GetBytes(bits[random.Next(bits.Length)])); break;
                    case 3: bytes.RemoveRange(at, random.Next(bytes.Count - at)); break;
                    default: bytes.AddRange(bytes.GetRange(at, Math.Min(90, bytes.Count - at))); break;
                }
            }

            var file = new PackFile("pack.sig", "pack.sig", [.. bytes]);
            var problems = new PackProblems("test.pack", most: 200);
            if (SignatureText.Read(file, RulePackLimits.Default, problems) is var (signature, value))
            {
                var unchanged = Encoding.UTF8.GetString(file.Bytes).ReplaceLineEndings("\n") == Encoding.UTF8.GetString(good);
                Assert.Equal(unchanged, signature.Key == key.Fingerprint && key.Verifies(SignatureText.SignedPart(signature), value));
            }
            else
            {
                Assert.NotEmpty(problems.All);
                Assert.All(problems.All, problem => Assert.NotNull(problem.Place));
            }
        }
    }

    private static (RulePackSignature Signature, byte[] Value)? Read(string text, out string? problem) =>
        Read(Encoding.UTF8.GetBytes(text), RulePackLimits.Default, out problem);

    private static (RulePackSignature Signature, byte[] Value)? Read(byte[] bytes, RulePackLimits limits, out string? problem)
    {
        var problems = new PackProblems("test.pack", most: 10);
        var read = SignatureText.Read(new PackFile("pack.sig", "pack.sig", bytes), limits, problems);
        problem = problems.All.Count == 0 ? null : string.Join(", ", problems.All.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Code} {p.Place!.Line}")));
        return read;
    }
}
