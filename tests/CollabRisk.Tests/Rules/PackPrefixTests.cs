using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Tests.Rules;

/// <summary>Which codes belong to which pack.</summary>
public class PackPrefixTests
{
    private static readonly Recommendation Meet = new("RCR-MEET", "Meet.", "T-1");

    [Fact]
    public void TryBuild_PackWithinItsPrefix_IsAccepted()
    {
        var owner = Pack("owner", "RCR", chapter => chapter.ARisk("RCR-ROTA").When(c => c.Vision.Exists == false).Advise(Meet));
        var other = Pack("other", null, chapter => chapter.ARisk("RCRA-ROTA").When(c => c.Vision.Exists == false).Advise(Meet));
        RuleBook.TryBuild([owner, other], null, out _, out var problems).Should().BeTrue(string.Join('\n', problems));
    }

    [Fact]
    public void TryBuild_CodesInsideAnotherPrefix_NameBothPacks()
    {
        var owner = Pack("owner", "RCR", chapter => chapter.ARisk("ROTA").When(c => c.Vision.Exists == false));
        var other = Pack("other", null, chapter => chapter.ARisk("RCR-ROTA").When(c => c.Vision.Exists == false).Advise(Meet), "RCR-1");
        foreach (var order in (RulePack[][])[[owner, other], [other, owner]])
        {
            RuleBook.TryBuild(order, null, out _, out var problems).Should().BeFalse();
            problems.Select(problem => $"{problem.Code} {problem}").Should().Equal(
                "CRP511 other: claim 'RCR-1' is inside 'RCR', the prefix of pack owner. Give it another id.",
                "CRP508 other/RCR-ROTA: its code is inside 'RCR', the prefix of pack owner; the rule is one of other. Give it another code.",
                "CRP510 other/RCR-ROTA: recommendation 'RCR-MEET' is inside 'RCR', the prefix of pack owner, and other gives it. Give it another code.",
                "CRP507 owner/ROTA: its code is outside 'RCR', the prefix of its pack owner. Begin it with 'RCR-'.");
        }
    }

    [Theory]
    [InlineData("RCR", "RCR", "the prefix 'RCR' is not its own: pack two has it too. Give one of the packs another prefix.")]
    [InlineData("RCR", "RCR-A", "the prefix 'RCR' is not its own: the prefix 'RCR-A' of pack two and it are one inside the other. Give one of the packs another prefix.")]
    public void TryBuild_PrefixesThatMeet_NameBothPacks(string one, string two, string expected)
    {
        RuleBook.TryBuild([Pack("two", two, _ => { }), Pack("one", one, _ => { })], null, out _, out var problems).Should().BeFalse();
        problems[0].Code.Should().Be("CRP509");
        problems[0].Where.Should().Be("one");
        problems[0].What.Should().Be(expected);
        problems.Should().ContainSingle();
    }

    [Theory]
    [InlineData("rcr")]
    [InlineData("RCR-")]
    [InlineData("")]
    public void TryBuild_PrefixOfAnotherForm_IsReported(string prefix)
    {
        RuleBook.TryBuild([Pack("one", prefix, chapter => chapter.ARisk("ROTA").When(c => c.Vision.Exists == false))], null, out _, out var problems).Should().BeFalse();
        problems.Should().ContainSingle().Which.Code.Should().Be("CRP506");
    }

    private static RulePack Pack(string id, string? prefix, Action<OpenChapter> write, params string[] claims) => new()
    {
        Id = id,
        Version = "1.0.0",
        Title = id,
        Prefix = prefix,
        Chapters = [new OpenChapter(write)],
        Claims = [.. TestPack.Claims, .. claims.Select(claim => new Claim(claim, TestPack.Source, "nowhere", "A claim.", Polarity.Risk, Confidence.Implied, ""))],
    };
}
