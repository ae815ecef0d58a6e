using System.Globalization;
using System.Text;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Files;
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
        signature.ToString().Should().Be($"test.pack 1.0.0, signed with {Key}");
        signature.Files.Select(file => file.Name).Should().Equal("pack.yaml", "rules/a b é.yaml");
        value.Should().Equal(0, 0, 0);
        Read(Good.ReplaceLineEndings("\r\n"), out _).Should().NotBeNull();
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
        Read(Good.Replace("rules/a b é.yaml", name, StringComparison.Ordinal), out var problem).Should().BeNull();
        problem.Should().Be("CRP809 5");
    }

    [Fact]
    public void Read_NameTooLong_IsRefused()
    {
        Read(Good.Replace("pack.yaml", new string('x', 501), StringComparison.Ordinal), out var problem).Should().BeNull();
        problem.Should().Be("CRP809 4");
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
        Read(old.Length == 0 ? by : Good.Replace(old, by, StringComparison.Ordinal), out var problem).Should().BeNull();
        problem.Should().Be($"CRP802 {line}");
    }

    [Fact]
    public void Read_NoUtf8OrTooManyFiles_IsRefused()
    {
        Read([.. Encoding.UTF8.GetBytes(Good), 0xFF], RulePackLimits.Default, out var problem).Should().BeNull();
        problem.Should().Be("CRP802 1");
        Read(Encoding.UTF8.GetBytes(Good), new() { Files = 1 }, out problem).Should().BeNull();
        problem.Should().Be("CRP802 4");
    }

    [Fact]
    public void Verify_MutatedSignatures_AreRefusedWithAPlaceAndNeverThrow()
    {
        using var pack = new PackOnDisk(("pack.yaml", PackText.Head), ("more.yaml", "chapters: []"));
        var keys = RulePackSigning.NewKeys();
        RulePackSigning.Sign(pack.Folder, keys.PrivateKeyPem);
        var good = File.ReadAllBytes(pack["pack.sig"]);
        PackKey.TryReadPublic(keys.PublicKeyPem, out var key, out _).Should().BeTrue();
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
                (signature.Key == key!.Fingerprint && key.Verifies(SignatureText.SignedPart(signature), value)).Should().Be(unchanged);
            }
            else
            {
                problems.All.Should().NotBeEmpty();
                problems.All.Should().NotContain(problem => problem.Place == null);
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
