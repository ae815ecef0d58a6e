using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Tests.Rules;

/// <summary>What a rule book accepts, and that it reports everything it does not, all at once.</summary>
public class RuleBookTests
{
    [Fact]
    public void TryBuild_ManyMistakes_ReportsEveryOne()
    {
        var problems = TestPack.Problems(chapter =>
        {
            chapter.ARisk("lower-case").When(c => c.Vision.Exists == false);
            chapter.ABareRisk("BARE");
            chapter.ARisk("TWICE").When(c => c.Vision.Exists == false);
            chapter.ARisk("TWICE").When(c => c.Vision.Exists == true);
            chapter.ARisk("UNKNOWN-CLAIM").When(c => c.Vision.Exists == false).RestsOn("T-11");
            chapter.ARisk("BUILDS-ON-NOTHING").When(c => Raised("TWIC"));
            chapter.ARisk("LEADS-NOWHERE").When(c => c.Vision.Exists == false).LeadsTo("NOWHERE-AT-ALL");
            chapter.ARisk("ASKS-UNKNOWN").When(c => c.Vision.Exists.IsUnknown());
            chapter.ARisk("ASKS-OVERALL").When(c => OverallIsAtLeast(Level.High));
            chapter.ARisk("HINDSIGHT").When(c => c.Outcome.Claim == CollabRisk.Facts.OutcomeClaim.Failure);
            chapter.AStrength("MODERATED").When(c => c.Vision.Exists == true).RaisedWhen(c => c.Vision.AtStart == true, "it was so");
            chapter.ARisk("BAD-MESSAGE").When(c => c.Vision.Exists == false).Says("No one knows {vison.exists}.");
        });

        var text = string.Join('\n', problems);
        text.Should().Contain("test/lower-case: a code is made of capitals");
        text.Should().Contain("test/BARE: the rule has no title");
        text.Should().Contain("test/BARE: the rule has no condition");
        text.Should().Contain("test/BARE: the rule has no message");
        text.Should().Contain("test/BARE: the rule rests on no claim");
        text.Should().Contain("test/TWICE: two rules have this code");
        text.Should().Contain("test/UNKNOWN-CLAIM: no claim has the id 'T-11'. Did you mean 'T-1'?");
        text.Should().Contain("test/BUILDS-ON-NOTHING: it builds on 'TWIC', but no rule has this code. Did you mean 'TWICE'?");
        text.Should().Contain("test/LEADS-NOWHERE: it leads to 'NOWHERE-AT-ALL'");
        text.Should().Contain("test/ASKS-UNKNOWN: it asks 'vision.exists is unknown'. Only a data gap");
        text.Should().Contain("test/ASKS-OVERALL: it asks for the overall range");
        text.Should().Contain("test/HINDSIGHT: it reads 'outcome.claim'");
        text.Should().Contain("test/MODERATED: a Strength has no level");
        text.Should().Contain("test/BAD-MESSAGE: the message uses '{vison.exists}'");
    }

    [Fact]
    public void TryBuild_RulesInACircle_NamesTheCircle()
    {
        var problems = TestPack.Problems(chapter =>
        {
            chapter.ARisk("A").When(c => Raised("B"));
            chapter.ARisk("B").When(c => c.Vision.Exists == false || Raised("C"));
            chapter.ARisk("C").When(c => c.Vision.Exists == false).RaisedWhen(c => Raised("A"), "the first was raised");
        });
        problems.Should().ContainSingle().Which.What.Should().Contain("A → B → C → A");
    }

    [Fact]
    public void TryBuild_SameCodeInTwoPacks_NamesBoth()
    {
        var packs = new[]
        {
            TestPack.Of(chapter => chapter.ARisk("SAME").When(c => c.Vision.Exists == false), "first"),
            TestPack.Of(chapter => chapter.ARisk("SAME").When(c => c.Vision.Exists == true), "second"),
        };
        RuleBook.TryBuild(packs, null, out var book, out var problems).Should().BeFalse();
        book.Should().BeNull();
        var problem = problems.Should().ContainSingle().Which;
        problem.What.Should().Contain("of first");
        problem.What.Should().Contain("of second");
    }

    [Fact]
    public void TryBuild_BadOverrides_ReportsEveryOne()
    {
        var overrides = new[]
        {
            RuleOverride.SwitchOff("VISION-ABSNT", "we know better"),
            RuleOverride.ChangeLevel("VISION-ABSENT", Level.Low, " "),
            RuleOverride.ChangeLevel("VISION-SUSTAINED", Level.Low, "strengths are fine"),
            RuleOverride.ChangeLevel("VISION-FADES", Level.None, "it does not count"),
        };
        RuleBook.TryBuild([KnowledgePacks.General], overrides, out _, out var problems).Should().BeFalse();
        problems.Should().HaveCount(4);
        problems.Should().Contain(p => p.ToString() == "override of VISION-ABSNT: no rule has this code. Did you mean 'VISION-ABSENT'?");
    }

    [Fact]
    public void Build_PacksInAnyOrder_GiveTheSameBook()
    {
        var forward = RuleBook.Build(KnowledgePacks.All);
        var backward = RuleBook.Build(KnowledgePacks.All.Reverse());
        backward.Digest.Should().Be(forward.Digest);
        backward.Rules.Select(rule => rule.Code).Should().Equal(forward.Rules.Select(rule => rule.Code));
        backward.Packs.Should().Equal(forward.Packs);
    }

    [Fact]
    public void Build_AnotherLevel_GivesAnotherDigest()
    {
        var changed = RuleBook.Build([KnowledgePacks.General], [RuleOverride.ChangeLevel("VISION-ABSENT", Level.Low, "a test")]);
        changed.Digest.Should().NotBe(RuleBook.Build([KnowledgePacks.General]).Digest);
        changed.Find("VISION-ABSENT")!.Level!.Level.Should().Be(Level.Low);
    }

    [Fact]
    public void Build_FromManyThreads_GivesTheSameBook()
    {
        var digests = new string[16];
        Parallel.For(0, digests.Length, i => digests[i] = RuleBook.Build([KnowledgePacks.General]).Digest);
        digests.Distinct().Should().ContainSingle();
    }
}
