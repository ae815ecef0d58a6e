using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Rules.Building;
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

        var chapter = assessment.InOrder.Should().ContainSingle().Which;
        chapter.Chapter.Should().Be("A chapter for tests");
        $"{chapter.Rules.Should().ContainSingle().Which.Facts.Should().ContainSingle().Which}".Should().Be("vision.exists: yes");
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

        assessment.InOrder.Should().BeEmpty();
    }

    [Fact]
    public void InOrder_FactThatRaisedARisk_EarnsNothing()
    {
        var evaluator = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("TRUST-ABSENT", Level.High).When(c => c.Trust.Organisational == TrustLevel.None);
            chapter.ARisk("TRUST-LOW").When(c => c.Trust.Organisational == TrustLevel.Low);
        });

        evaluator.Evaluate(new() { Trust = new() { Organisational = TrustLevel.Low } }).InOrder.Should().BeEmpty();
        evaluator.Evaluate(new() { Trust = new() { Organisational = TrustLevel.Sufficient } }).InOrder.Should().ContainSingle().Which.Rules.Should().HaveCount(2);
    }

    [Fact]
    public void InOrder_OneGoodAnswerOfSeveralThatAreAllNeeded_IsEnough()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("BOTH").When(c => c.Vision.Exists == false && c.Vision.Compelling == false);
            chapter.ARisk("EITHER").When(c => c.Vision.Exists == false || c.Vision.Compelling == false);
        }).Evaluate(new() { Vision = new() { Exists = true } });

        assessment.InOrder.Should().ContainSingle().Which.Rules.Should().ContainSingle().Which.Rule.Code.Should().Be("BOTH");
    }

    /// <summary>What is earned below a node counts only where the node earns it as a whole.</summary>
    [Fact]
    public void InOrder_PartOfWhatIsNeededTogether_IsNotNamed()
    {
        var assessment = TestPack.Evaluator(chapter => chapter.ARisk("R").When(c =>
                (c.Vision.Exists == false || c.Form == CollaborationForm.SharedPremises) && c.Trust.Organisational == TrustLevel.None))
            .Evaluate(new() { Form = CollaborationForm.Programme, Vision = new() { Exists = true }, Trust = new() { Organisational = TrustLevel.High } });

        // That there is a vision rules it out only together with the form, which is neither good nor bad.
        assessment.InOrder.Should().ContainSingle().Which.Rules.Should().ContainSingle().Which.Facts.Select(fact => $"{fact}").Should().Equal("trust.organisational: high");
    }

    [Fact]
    public void InOrder_EveryPartnerAnsweredWell_IsInOrder()
    {
        var evaluator = TestPack.Evaluator(chapter => chapter.ARisk("PASSIVE").When(c => c.Partners.Some(p => p.ActiveInDecisions == false)));

        var assessment = evaluator.Evaluate(new() { Partners = [new() { Name = "Fire", ActiveInDecisions = true }, new() { Name = "Police", ActiveInDecisions = true }] });

        assessment.InOrder.Should().ContainSingle().Which.Rules.Should().ContainSingle().Which.Facts.Select(fact => fact.Path)
            .Should().Equal("partners[Fire].activeInDecisions", "partners[Police].activeInDecisions");
    }

    [Fact]
    public void WorstSwitchedOff_RuleSwitchedOff_IsWhatItWouldHaveSaid()
    {
        var book = RuleBook.Build(
            [TestPack.Of(chapter => chapter.ARisk("VISION", Level.High).When(c => c.Vision.Exists == false))],
            [RuleOverride.SwitchOff("VISION", "It is asked elsewhere.")]);

        var assessment = new CollaborationEvaluator(book).Evaluate(new() { Vision = new() { Exists = false } });

        assessment.Overall.AtLeast.Should().Be(Level.None);
        assessment.WorstSwitchedOff.Should().Be(Level.High);
        CollaborationEvaluator.Default.Evaluate(new()).WorstSwitchedOff.Should().Be(Level.None);
    }

    [Fact]
    public void UnreadFacts_FactOfAPackThatIsNotLoaded_NamesThePack()
    {
        var fact = FactOnlyReadBy(KnowledgePacks.AllianceAndDelivery.Id);
        var collaboration = new Collaboration { Name = "A" }.With(FactChange.Parse($"{fact.Path}=no"));

        var unread = CollaborationEvaluator.Default.Evaluate(collaboration).UnreadFacts.Should().ContainSingle().Which;

        unread.Path.Should().Be(fact.Path);
        unread.Packs.Should().Equal(KnowledgePacks.AllianceAndDelivery.Id);
        new CollaborationEvaluator(RuleBook.Build(KnowledgePacks.All)).Evaluate(collaboration).UnreadFacts.Should().BeEmpty();
    }

    /// <summary>The rules of packs that are not loaded are made without a rule book of all packs, and are the rules of one all the same.</summary>
    [Fact]
    public void UnreadFacts_EveryPackOfTheLibrary_IsReadAsInABookOfAll()
    {
        var (general, all) = (RuleBook.Build([KnowledgePacks.General]), RuleBook.Build(KnowledgePacks.All));
        foreach (var pack in KnowledgePacks.All.Where(pack => pack != KnowledgePacks.General))
        {
            RuleBookCompiler.RulesOf(pack, general).Select(rule => $"{rule} reads {string.Join(' ', rule.Facts)} when {rule.Condition}").Should().NotBeEmpty().And
                .BeEquivalentTo(all.Rules.Where(rule => rule.PackId == pack.Id).Select(rule => $"{rule} reads {string.Join(' ', rule.Facts)} when {rule.Condition}"));
        }
    }

    [Fact]
    public void UnreadFacts_FactsFromWhichOthersFollow_AreRead() =>
        CollaborationEvaluator.Default.Evaluate(new Collaboration().With(FactChange.Parse("network.drivers.ecological=1"))).UnreadFacts.Should().BeEmpty();

    [Fact]
    public void Facts_OfAFindingThatOnlyBuildsOnOthers_AreTheirs()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("TOP").When(c => Raised("MIDDLE"));
            chapter.ARisk("MIDDLE").When(c => Raised("BASE"));
            chapter.ARisk("BASE").When(c => c.Vision.Exists == false);
        }).Evaluate(new() { Vision = new() { Exists = false } });

        assessment.Findings.Should().AllSatisfy(finding => $"{finding.Facts.Should().ContainSingle().Which}".Should().Be("vision.exists: no"));
    }

    [Fact]
    public void IsPartialView_UnderAQuarterKnown_IsTrue()
    {
        CollaborationEvaluator.Default.Evaluate(new() { Vision = new() { Exists = true } }).IsPartialView.Should().BeTrue();
        CollaborationEvaluator.Default.Evaluate(Some.Collaboration(new Random(7), knownShare: 0.9)).IsPartialView.Should().BeFalse();
    }

    private static Fact FactOnlyReadBy(string pack)
    {
        var book = RuleBook.Build(KnowledgePacks.All);
        return book.Facts.Facts.First(fact => fact is { Type: FactType.YesNo, IsPerPartner: false, IsDerived: false }
            && book.Rules.Where(rule => rule.Facts.Contains(fact)).Select(rule => rule.PackId).Distinct(StringComparer.Ordinal).SequenceEqual([pack]));
    }
}
