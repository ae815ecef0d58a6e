using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Tests.Evaluation;

/// <summary>What an assessment gives credit for, and what it says about what it did not look at.</summary>
public class CreditAndNoiseTests
{
    [Fact]
    public void InOrder_RiskRuledOutByAGoodAnswer_IsListedUnderItsChapterWithTheAnswer()
    {
        var assessment = TestPack.Evaluator(chapter => chapter.ARisk("VISION").When(c => c.Vision.Exists == false))
            .Evaluate(new() { Vision = new() { Exists = true } });

        var chapter = Assert.Single(assessment.InOrder);
        Assert.Equal("A chapter for tests", chapter.Chapter);
        Assert.Equal("vision.exists: yes", $"{Assert.Single(Assert.Single(chapter.Rules).Facts)}");
    }

    [Fact]
    public void InOrder_RuleThatDoesNotApplyOrIsOpenOrRuledOutByABadAnswer_EarnsNothing()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("GUARDED").AppliesWhen(c => c.Vision.Exists == true).When(c => c.Vision.AtStart == false);
            chapter.ARisk("OPEN").When(c => c.Trust.Organisational == TrustLevel.None);
            chapter.ARisk("BAD-ANSWER").When(c => c.Vision.Exists == true && c.Vision.Compelling == false);
            chapter.ARisk("NEUTRAL").When(c => c.Form == CollaborationForm.SharedPremises);
        }).Evaluate(new() { Form = CollaborationForm.Programme, Vision = new() { Exists = false, AtStart = true } });

        Assert.Empty(assessment.InOrder);
    }

    [Fact]
    public void InOrder_FactThatRaisedARisk_EarnsNothing()
    {
        var evaluator = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("TRUST-ABSENT", Level.High).When(c => c.Trust.Organisational == TrustLevel.None);
            chapter.ARisk("TRUST-LOW").When(c => c.Trust.Organisational == TrustLevel.Low);
        });

        Assert.Empty(evaluator.Evaluate(new() { Trust = new() { Organisational = TrustLevel.Low } }).InOrder);
        Assert.Equal(2, Assert.Single(evaluator.Evaluate(new() { Trust = new() { Organisational = TrustLevel.Sufficient } }).InOrder).Rules.Count);
    }

    [Fact]
    public void InOrder_OneGoodAnswerOfSeveralThatAreAllNeeded_IsEnough()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("BOTH").When(c => c.Vision.Exists == false && c.Vision.Compelling == false);
            chapter.ARisk("EITHER").When(c => c.Vision.Exists == false || c.Vision.Compelling == false);
        }).Evaluate(new() { Vision = new() { Exists = true } });

        Assert.Equal("BOTH", Assert.Single(Assert.Single(assessment.InOrder).Rules).Rule.Code);
    }

    [Fact]
    public void InOrder_EveryPartnerAnsweredWell_IsInOrder()
    {
        var evaluator = TestPack.Evaluator(chapter => chapter.ARisk("PASSIVE").When(c => c.Partners.Some(p => p.ActiveInDecisions == false)));

        var assessment = evaluator.Evaluate(new() { Partners = [new() { Name = "Fire", ActiveInDecisions = true }, new() { Name = "Police", ActiveInDecisions = true }] });

        Assert.Equal(
            ["partners[Fire].activeInDecisions", "partners[Police].activeInDecisions"],
            Assert.Single(Assert.Single(assessment.InOrder).Rules).Facts.Select(fact => fact.Path));
    }

    [Fact]
    public void WorstSwitchedOff_RuleSwitchedOff_IsWhatItWouldHaveSaid()
    {
        var book = RuleBook.Build(
            [TestPack.Of(chapter => chapter.ARisk("VISION", Level.High).When(c => c.Vision.Exists == false))],
            [RuleOverride.SwitchOff("VISION", "It is asked elsewhere.")]);

        var assessment = new CollaborationEvaluator(book).Evaluate(new() { Vision = new() { Exists = false } });

        Assert.Equal(Level.None, assessment.Overall.AtLeast);
        Assert.Equal(Level.High, assessment.WorstSwitchedOff);
        Assert.Equal(Level.None, CollaborationEvaluator.Default.Evaluate(new()).WorstSwitchedOff);
    }

    [Fact]
    public void UnreadFacts_FactOfAPackThatIsNotLoaded_NamesThePack()
    {
        var fact = FactOnlyReadBy(KnowledgePacks.AllianceAndDelivery.Id);
        var collaboration = new Collaboration { Name = "A" }.With(FactChange.Parse($"{fact.Path}=no"));

        var unread = Assert.Single(CollaborationEvaluator.Default.Evaluate(collaboration).UnreadFacts);

        Assert.Equal(fact.Path, unread.Path);
        Assert.Equal([KnowledgePacks.AllianceAndDelivery.Id], unread.Packs);
        Assert.Empty(new CollaborationEvaluator(RuleBook.Build(KnowledgePacks.All)).Evaluate(collaboration).UnreadFacts);
    }

    [Fact]
    public void UnreadFacts_FactsFromWhichOthersFollow_AreRead() =>
        Assert.Empty(CollaborationEvaluator.Default.Evaluate(new Collaboration().With(FactChange.Parse("network.drivers.ecological=1"))).UnreadFacts);

    [Fact]
    public void Facts_OfAFindingThatOnlyBuildsOnOthers_AreTheirs()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("TOP").When(c => Raised("MIDDLE"));
            chapter.ARisk("MIDDLE").When(c => Raised("BASE"));
            chapter.ARisk("BASE").When(c => c.Vision.Exists == false);
        }).Evaluate(new() { Vision = new() { Exists = false } });

        Assert.All(assessment.Findings, finding => Assert.Equal("vision.exists: no", $"{Assert.Single(finding.Facts)}"));
    }

    [Fact]
    public void IsPartialView_UnderAQuarterKnown_IsTrue()
    {
        Assert.True(CollaborationEvaluator.Default.Evaluate(new() { Vision = new() { Exists = true } }).IsPartialView);
        Assert.False(CollaborationEvaluator.Default.Evaluate(Some.Collaboration(new Random(7), knownShare: 0.9)).IsPartialView);
    }

    private static Fact FactOnlyReadBy(string pack)
    {
        var book = RuleBook.Build(KnowledgePacks.All);
        return book.Facts.Facts.First(fact => fact is { Type: FactType.YesNo, IsPerPartner: false, IsDerived: false }
            && book.Rules.Where(rule => rule.Facts.Contains(fact)).Select(rule => rule.PackId).Distinct(StringComparer.Ordinal).SequenceEqual([pack]));
    }
}
