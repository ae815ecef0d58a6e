using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Remedies;
using CollabRisk.Rules;
using CollabRisk.Tests.Knowledge;
using CollabRisk.Tests.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Tests.Remedies;

/// <summary>What remedies are found, and what is said of them.</summary>
public class RemediesTests
{
    private const string HumanResources = "partnerCount=2; sameRegion=yes; isInformationSystem=no; partners[PF1].sector=Police; partners[PF2].sector=Police; vision.exists=no";

    public static TheoryData<RemedyTarget> HumanResourcesTargets => [RemedyTarget.Clear("VISION-ABSENT"), RemedyTarget.RaisedAtMost(Level.Moderate)];

    [Theory]
    [MemberData(nameof(HumanResourcesTargets))]
    public void Remedies_JointHumanResources_NamesBuildingAndKeepingASharedVision(RemedyTarget target)
    {
        var set = RuleCases.Evaluator.Remedies(FactText.Read(HumanResources), target);
        set.End.Should().Be(RemedySearchEnd.FoundAll);
        var remedy = set.Remedies.Should().ContainSingle().Which;
        remedy.Changes.Should().ContainSingle().Which.ToString().Should().Be("vision.exists: no → yes");
        remedy.Advice.Should().Contain(advice => advice.Code == "WRITE-VISION-TOGETHER");
        remedy.ToKeepIt.Should().Contain(advice => advice.Code == "CONVEY-VISION-TO-ALL");
        remedy.ToKeepIt.Should().Contain(advice => advice.Code == "RESTATE-VISION");
        remedy.OpensUp.Should().Contain(outcome => outcome.Rule.Code == "VISION-IMPOSED");
        remedy.Clears.Should().ContainSingle().Which.Code.Should().Be("VISION-ABSENT");
    }

    [Fact]
    public void Remedies_StepsOfWhichNoFactSaysThatTheyMakeTheChange_AreAdvisedBesides()
    {
        var write = new Recommendation("WRITE", "Write it down.") { DoneWhen = c => c.Vision.Exists == true };
        var talk = new Recommendation("TALK", "Talk about it.");
        var meet = new Recommendation("MEET", "Meet often.") { DoneWhen = c => c.Communication.Regular == true };
        var set = Find("vision.exists=no", RemedyTarget.Clear("R"), chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false).Advise(talk, write, meet));
        var remedy = set.Remedies.Should().ContainSingle().Which;
        remedy.Advice.Should().Equal(write);
        remedy.AlsoAdvised.Should().Equal(talk, meet);
        set.ToText().Should().Contain("   To do: Write it down. (WRITE)\n   Also advised: Talk about it. (TALK)\n     Meet often. (MEET)\n");
    }

    [Fact]
    public void Remedies_AlreadyReached_SaysSo()
    {
        var set = Find("vision.exists=yes", RemedyTarget.Clear("R"), chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false));
        set.End.Should().Be(RemedySearchEnd.AlreadyReached);
        set.Remedies.Should().BeEmpty();
        set.FewestChanges.Should().Be(0);
    }

    [Fact]
    public void Remedies_UndeterminedRule_IsNotYetClearAndFactsMayBeGiven()
    {
        var set = Find("", RemedyTarget.Clear("R"), chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false && c.Vision.Compelling == false));
        set.Remedies.Select(remedy => remedy.ToString()).Should().Equal("vision.exists: not known → yes", "vision.compelling: not known → yes");
    }

    [Fact]
    public void Remedies_WordsThatDoTheSame_AreOneRemedy()
    {
        var set = Find("members.motivationLevel=Low", RemedyTarget.Clear("R"), chapter => chapter.ARisk("R").When(c => c.Members.MotivationLevel == CollabRisk.Facts.MotivationLevel.Low));
        var change = set.Remedies.Should().ContainSingle().Which.Changes.Should().ContainSingle().Which;
        (change.Alternatives.Count + 1).Should().Be(change.Fact.AllowedWords.Count - 1);
    }

    [Fact]
    public void Remedies_FixedFact_IsImpossibleAndSaysOnWhat()
    {
        var set = Find("vision.atStart=no", RemedyTarget.Clear("R"), chapter => chapter.ARisk("R").When(c => c.Vision.AtStart == false));
        set.End.Should().Be(RemedySearchEnd.Impossible);
        set.HeldBy.Should().ContainSingle().Which.ToString().Should().Be("vision.atStart: no");
        set.Statement.Should().Contain("vision.atStart (no)");
    }

    [Fact]
    public void Remedies_FixedFactsKnownAndNot_AreBothNamed()
    {
        var set = Find("vision.atStart=no", RemedyTarget.Clear("R"), chapter => chapter.ARisk("R")
            .AppliesWhen(c => c.Vision.AtStart == false).When(c => c.Form == CollaborationForm.JointUnit));
        set.End.Should().Be(RemedySearchEnd.Impossible);
        set.HeldBy.Select(fact => fact.ToString()).Should().Equal("form: not known", "vision.atStart: no");
    }

    [Fact]
    public void Remedies_PartnersNotListed_OnlyANamedPartnerCanBeCleared()
    {
        var facts = "partnerCount=3; partners[A].activeInDecisions=no; partners[B].activeInDecisions=yes";
        void Write(OpenChapter chapter) => chapter.ARisk("R").ForEach(c => c.Partners).When((c, p) => p.ActiveInDecisions == false);
        var all = Find(facts, RemedyTarget.Clear("R"), Write);
        all.End.Should().Be(RemedySearchEnd.Impossible);
        all.HeldBy.Should().ContainSingle().Which.Path.Should().Be("partners");
        var one = Find(facts, RemedyTarget.Clear("R", "A"), Write);
        one.Remedies.Should().ContainSingle().Which.ToString().Should().Be("partners[A].activeInDecisions: no → yes");
    }

    [Fact]
    public void Remedies_OnlyANeutralFactCouldClearIt_SaysSoAndGivesTheSourcesSteps()
    {
        var step = new Recommendation("SHOW-SHARES", "Show the shares to all.");
        var set = Find(
            "partnerCount=2; partners[A].benefitShare=80; partners[B].benefitShare=20",
            RemedyTarget.Clear("R"),
            chapter => chapter.ARisk("R").When(c => c.BenefitShareSpread >= 25).Advise(step));
        set.End.Should().Be(RemedySearchEnd.Impossible);
        set.Statement.Should().Be(
            "No change for the better achieves it. It depends on benefitShareSpread (60, which follows from the benefit share of every partner), which has no value that is better than another.");
        set.Steps.Should().Equal(step);
        set.ToText().Should().Contain("What the sources advise:\n- Show the shares to all. (SHOW-SHARES)");
    }

    [Theory]
    [InlineData("communication.informsStakeholders=yes; communication.engagesForDecision=no")]
    [InlineData("vision.exists=yes; vision.communicatedToAll=no")]
    [InlineData("alliance.learnsFromPartner=yes; alliance.knowledgeApplied=no")]
    [InlineData("alignment.strategic=Aligned; alignment.operational=Aligned; alignment.cultural=Aligned; tensions.flashpointsAnticipated=no")]
    [InlineData("governance.leadOrganisation=yes; partners[A].role=Lead; partners[B].role=NonLead; partners[B].strategicEngagement=Declining")]
    public void Remedies_RisksThatOnceWereClearedByMakingThingsWorse_OnlyImprove(string facts)
    {
        var collaboration = FactText.Read(facts);
        var remedies = RuleCases.Evaluator.Evaluate(collaboration).Findings.Where(finding => finding.Level is not null)
            .SelectMany(finding => RuleCases.Evaluator.Remedies(collaboration, RemedyTarget.Clear(finding.Code, finding.Subject)).Remedies).ToList();
        remedies.Should().NotBeEmpty();
        remedies.SelectMany(remedy => remedy.Changes).Should().AllSatisfy(change => ((string[])["yes", "full"]).Should().Contain(change.To.Value));
    }

    [Fact]
    public void Remedies_GuardMadeFalse_DoesNotCountAsClearing()
    {
        var set = Find("tensions.present=yes; tensions.flashpointsAnticipated=no", RemedyTarget.Clear("R"), chapter =>
            chapter.ARisk("R").AppliesWhen(c => c.Tensions.Present == true).When(c => c.Tensions.FlashpointsAnticipated == false));
        set.Remedies.Should().ContainSingle().Which.ToString().Should().Be("tensions.flashpointsAnticipated: no → yes");
    }

    [Fact]
    public void Remedies_StateThatWouldContradictAnother_ComesWithBoth()
    {
        var set = Find("vision.exists=no; vision.communicatedToAll=no", RemedyTarget.Clear("R"), chapter =>
            chapter.ARisk("R").When(c => c.Vision.CommunicatedToAll == false));
        set.Remedies.Should().ContainSingle().Which.ToString().Should().Be("vision.exists: no → yes; vision.communicatedToAll: no → yes");
    }

    [Fact]
    public void Remedies_ThroughARuleItBuildsOn_AndItsModerator()
    {
        void Write(OpenChapter chapter)
        {
            chapter.ARisk("BASE", Level.Low).When(c => c.Vision.Exists == false);
            chapter.ARisk("R", Level.Moderate).When(c => Raised("BASE"))
                .RaisedWhen(c => c.Communication.Regular == false, "they rarely talk", "T-2");
        }

        var level = Find("vision.exists=no; communication.regular=no", RemedyTarget.RaisedAtMost(Level.Moderate), Write);
        level.Remedies.Select(remedy => remedy.ToString()).Should().Equal("vision.exists: no → yes", "communication.regular: no → yes");
        level.Remedies[1].LevelMoves.Should().ContainSingle().Which.Should().Be(
            new LevelMove("R", null, new(Level.High, Level.High), new(Level.Moderate, Level.Moderate)));
        var clear = Find("vision.exists=no; communication.regular=no", RemedyTarget.Clear("R"), Write);
        var remedy = clear.Remedies.Should().ContainSingle().Which;
        remedy.Clears.Select(finding => finding.Code).Should().Equal("R");
        remedy.AlsoClears.Select(finding => finding.Code).Should().Equal("BASE");
        remedy.After.Should().Be(new OverallRange(Level.None, Level.None));
    }

    [Fact]
    public void Remedies_WhatTheyRaise_ComesLast()
    {
        var set = Find("vision.compelling=no; communication.regular=no", RemedyTarget.Clear("R"), chapter =>
        {
            chapter.ARisk("R").When(c => c.Vision.Compelling == false && c.Communication.Regular == false);
            chapter.ARisk("NONE", Level.High).When(c => c.Vision.Compelling == true);
        });
        set.Remedies.Select(remedy => remedy.ToString()).Should().Equal("communication.regular: no → yes", "vision.compelling: no → yes");
        set.Remedies[1].AlsoRaises.Should().ContainSingle().Which.Code.Should().Be("NONE");
    }

    [Fact]
    public void Remedies_BoundReached_SaysWhichAndHowManyAreNeeded()
    {
        void Write(OpenChapter chapter)
        {
            chapter.ARisk("A").When(c => c.Vision.Exists == false);
            chapter.ARisk("B").When(c => c.Vision.Compelling == false);
            chapter.ARisk("C").When(c => c.Vision.MembersAligned == false);
        }

        var facts = "vision.exists=no; vision.compelling=no; vision.membersAligned=no";
        var size = Find(facts, RemedyTarget.RaisedAtMost(Level.Low), Write, new() { MaxChanges = 2 });
        size.End.Should().Be(RemedySearchEnd.StoppedAtBound);
        size.FewestChanges.Should().Be(3);
        size.Statement.Should().Be("No set of up to 2 changes achieves it: at least 3 are needed. Larger sets than 2 were not searched.");
        var tries = Find(facts, RemedyTarget.RaisedAtMost(Level.Low), Write, new() { MaxEvaluations = 2 });
        tries.Statement.Should().Be(
            "No set of up to 2 changes achieves it. The search stopped after 2 evaluations among sets of 3; larger sets were not searched.");
        var some = Find("", RemedyTarget.Clear("D"), chapter => chapter.ARisk("D").When(c => c.Vision.Exists == false && c.Vision.Compelling == false), new() { MaxRemedies = 1 });
        some.End.Should().Be(RemedySearchEnd.FoundSome);
        some.Statement.Should().Contain("There may be more sets of that size");
        Invoking(() => new RemedyOptions { MaxChanges = 0 }).Should().ThrowExactly<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Remedies_WrongCodeOrSubject_SaysWhatIsMeant()
    {
        Invoking(() => RuleCases.Evaluator.Remedies(new(), RemedyTarget.Clear("VISION-ABSENTT"))).Should().ThrowExactly<ArgumentException>()
            .WithMessage("*Did you mean 'VISION-ABSENT'?*");
        Invoking(() => RuleCases.Evaluator.Remedies(new(), RemedyTarget.Clear("VISION-ABSENT", "Police"))).Should().ThrowExactly<ArgumentException>()
            .WithMessage("*no subject here*");
        Invoking(() => RuleCases.Evaluator.Remedies(new(), RemedyTarget.Clear("VISION-SHARED"))).Should().ThrowExactly<ArgumentException>()
            .WithMessage("VISION-SHARED is a strength, so there is nothing to remedy.*");
        Invoking(() => RemedyTarget.RaisedAtMost((Level)7)).Should().ThrowExactly<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void ToJson_EveryProperty_IsWritten()
    {
        var set = RuleCases.Evaluator.Remedies(FactText.Read(HumanResources), RemedyTarget.Clear("VISION-ABSENT"));
        using var json = JsonDocument.Parse(set.ToJson());
        var change = json.RootElement.GetProperty("remedies")[0].GetProperty("changes")[0];
        JsonSerializer.Serialize(change.GetProperty("to")).Should().Be("""{"value":true,"text":"yes"}""");
        json.RootElement.GetProperty("end").GetString().Should().Be("FoundAll");
        (set.ToText() + set.ToJson()).Should().NotContain("\r");
    }

    private static RemedySet Find(string facts, RemedyTarget target, Action<OpenChapter> write, RemedyOptions? options = null) =>
        TestPack.Evaluator(write).Remedies(FactText.Read(facts), target, options);

    [Fact]
    public void Remedies_Cancelled_SaysSoAndReturnsWhatWasFound()
    {
        var set = CollaborationEvaluator.Default.Remedies(FactText.Read("vision.exists=no"), RemedyTarget.Clear("VISION-ABSENT"), cancellationToken: new(canceled: true));

        set.End.Should().Be(RemedySearchEnd.Cancelled);
        set.Remedies.Should().BeEmpty();
        set.ToText().Should().Contain("The search stopped when it was cancelled, after 0 evaluations");
    }
}
