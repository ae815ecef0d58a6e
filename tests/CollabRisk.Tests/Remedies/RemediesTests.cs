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
        Assert.Equal(RemedySearchEnd.FoundAll, set.End);
        var remedy = Assert.Single(set.Remedies);
        Assert.Equal("vision.exists: no → yes", Assert.Single(remedy.Changes).ToString());
        Assert.Contains(remedy.Advice, advice => advice.Code == "WRITE-VISION-TOGETHER");
        Assert.Contains(remedy.ToKeepIt, advice => advice.Code == "CONVEY-VISION-TO-ALL");
        Assert.Contains(remedy.ToKeepIt, advice => advice.Code == "RESTATE-VISION");
        Assert.Contains(remedy.OpensUp, outcome => outcome.Rule.Code == "VISION-IMPOSED");
        Assert.Equal("VISION-ABSENT", Assert.Single(remedy.Clears).Code);
    }

    [Fact]
    public void Remedies_AlreadyReached_SaysSo()
    {
        var set = Find("vision.exists=yes", RemedyTarget.Clear("R"), chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false));
        Assert.Equal(RemedySearchEnd.AlreadyReached, set.End);
        Assert.Empty(set.Remedies);
        Assert.Equal(0, set.FewestChanges);
    }

    [Fact]
    public void Remedies_UndeterminedRule_IsNotYetClearAndFactsMayBeGiven()
    {
        var set = Find("", RemedyTarget.Clear("R"), chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false && c.Vision.Compelling == false));
        Assert.Equal(["vision.exists: not known → yes", "vision.compelling: not known → yes"], set.Remedies.Select(remedy => remedy.ToString()));
    }

    [Fact]
    public void Remedies_WordsThatDoTheSame_AreOneRemedy()
    {
        var set = Find("members.motivationLevel=Low", RemedyTarget.Clear("R"), chapter => chapter.ARisk("R").When(c => c.Members.MotivationLevel == CollabRisk.Facts.MotivationLevel.Low));
        var change = Assert.Single(Assert.Single(set.Remedies).Changes);
        Assert.Equal(change.Fact.AllowedWords.Count - 1, change.Alternatives.Count + 1);
    }

    [Fact]
    public void Remedies_FixedFact_IsImpossibleAndSaysOnWhat()
    {
        var set = Find("vision.atStart=no", RemedyTarget.Clear("R"), chapter => chapter.ARisk("R").When(c => c.Vision.AtStart == false));
        Assert.Equal(RemedySearchEnd.Impossible, set.End);
        Assert.Equal("vision.atStart: no", Assert.Single(set.HeldBy).ToString());
        Assert.Contains("vision.atStart (no)", set.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Remedies_FixedFactsKnownAndNot_AreBothNamed()
    {
        var set = Find("vision.atStart=no", RemedyTarget.Clear("R"), chapter => chapter.ARisk("R")
            .AppliesWhen(c => c.Vision.AtStart == false).When(c => c.Form == CollaborationForm.JointUnit));
        Assert.Equal(RemedySearchEnd.Impossible, set.End);
        Assert.Equal(["form: not known", "vision.atStart: no"], set.HeldBy.Select(fact => fact.ToString()));
    }

    [Fact]
    public void Remedies_PartnersNotListed_OnlyANamedPartnerCanBeCleared()
    {
        var facts = "partnerCount=3; partners[A].activeInDecisions=no; partners[B].activeInDecisions=yes";
        void Write(OpenChapter chapter) => chapter.ARisk("R").ForEach(c => c.Partners).When((c, p) => p.ActiveInDecisions == false);
        var all = Find(facts, RemedyTarget.Clear("R"), Write);
        Assert.Equal(RemedySearchEnd.Impossible, all.End);
        Assert.Equal("partners", Assert.Single(all.HeldBy).Path);
        var one = Find(facts, RemedyTarget.Clear("R", "A"), Write);
        Assert.Equal("partners[A].activeInDecisions: no → yes", Assert.Single(one.Remedies).ToString());
    }

    [Fact]
    public void Remedies_OnlyANeutralFactCouldClearIt_SaysSoAndGivesTheSourcesSteps()
    {
        var step = new Recommendation("SHOW-SHARES", "Show the shares to all.");
        var set = Find(
            "partnerCount=2; partners[A].benefitShare=80; partners[B].benefitShare=20",
            RemedyTarget.Clear("R"),
            chapter => chapter.ARisk("R").When(c => c.BenefitShareSpread >= 25).Advise(step));
        Assert.Equal(RemedySearchEnd.Impossible, set.End);
        Assert.Equal("No change for the better reaches it. It depends on benefitShareSpread (60), which has no value that is better than another.", set.Statement);
        Assert.Equal([step], set.Steps);
        Assert.Contains("What the sources advise:\n- Show the shares to all. (SHOW-SHARES)", set.ToText(), StringComparison.Ordinal);
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
        Assert.NotEmpty(remedies);
        Assert.All(remedies.SelectMany(remedy => remedy.Changes), change => Assert.Contains(change.To.Value, (string[])["yes", "full"]));
    }

    [Fact]
    public void Remedies_GuardMadeFalse_DoesNotCountAsClearing()
    {
        var set = Find("tensions.present=yes; tensions.flashpointsAnticipated=no", RemedyTarget.Clear("R"), chapter =>
            chapter.ARisk("R").AppliesWhen(c => c.Tensions.Present == true).When(c => c.Tensions.FlashpointsAnticipated == false));
        Assert.Equal("tensions.flashpointsAnticipated: no → yes", Assert.Single(set.Remedies).ToString());
    }

    [Fact]
    public void Remedies_StateThatWouldContradictAnother_ComesWithBoth()
    {
        var set = Find("vision.exists=no; vision.communicatedToAll=no", RemedyTarget.Clear("R"), chapter =>
            chapter.ARisk("R").When(c => c.Vision.CommunicatedToAll == false));
        Assert.Equal("vision.exists: no → yes; vision.communicatedToAll: no → yes", Assert.Single(set.Remedies).ToString());
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
        Assert.Equal(["vision.exists: no → yes", "communication.regular: no → yes"], level.Remedies.Select(remedy => remedy.ToString()));
        Assert.Equal(new LevelMove("R", null, new(Level.High, Level.High), new(Level.Moderate, Level.Moderate)), Assert.Single(level.Remedies[1].LevelMoves));
        var clear = Find("vision.exists=no; communication.regular=no", RemedyTarget.Clear("R"), Write);
        var remedy = Assert.Single(clear.Remedies);
        Assert.Equal(["R"], remedy.Clears.Select(finding => finding.Code));
        Assert.Equal(["BASE"], remedy.AlsoClears.Select(finding => finding.Code));
        Assert.Equal(new OverallRange(Level.None, Level.None), remedy.After);
    }

    [Fact]
    public void Remedies_WhatTheyRaise_ComesLast()
    {
        var set = Find("vision.compelling=no; communication.regular=no", RemedyTarget.Clear("R"), chapter =>
        {
            chapter.ARisk("R").When(c => c.Vision.Compelling == false && c.Communication.Regular == false);
            chapter.ARisk("NONE", Level.High).When(c => c.Vision.Compelling == true);
        });
        Assert.Equal(["communication.regular: no → yes", "vision.compelling: no → yes"], set.Remedies.Select(remedy => remedy.ToString()));
        Assert.Equal("NONE", Assert.Single(set.Remedies[1].AlsoRaises).Code);
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
        Assert.Equal((RemedySearchEnd.StoppedAtBound, 3), (size.End, size.FewestChanges));
        Assert.Equal("No set of up to 2 changes reaches it: at least 3 are needed. Larger sets than 2 were not searched.", size.Statement);
        var tries = Find(facts, RemedyTarget.RaisedAtMost(Level.Low), Write, new() { MaxEvaluations = 2 });
        Assert.Equal("No set of up to 2 changes reaches it. The search stopped after 2 evaluations among sets of 3; larger sets were not searched.", tries.Statement);
        var some = Find("", RemedyTarget.Clear("D"), chapter => chapter.ARisk("D").When(c => c.Vision.Exists == false && c.Vision.Compelling == false), new() { MaxRemedies = 1 });
        Assert.Equal(RemedySearchEnd.FoundSome, some.End);
        Assert.Contains("There may be more sets of that size", some.Statement, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RemedyOptions { MaxChanges = 0 });
    }

    [Fact]
    public void Remedies_WrongCodeOrSubject_SaysWhatIsMeant()
    {
        var code = Assert.Throws<ArgumentException>(() => RuleCases.Evaluator.Remedies(new(), RemedyTarget.Clear("VISION-ABSENTT")));
        Assert.Contains("Did you mean 'VISION-ABSENT'?", code.Message, StringComparison.Ordinal);
        var subject = Assert.Throws<ArgumentException>(() => RuleCases.Evaluator.Remedies(new(), RemedyTarget.Clear("VISION-ABSENT", "Police")));
        Assert.Contains("no subject here", subject.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => RemedyTarget.RaisedAtMost((Level)7));
    }

    [Fact]
    public void ToJson_EveryProperty_IsWritten()
    {
        var set = RuleCases.Evaluator.Remedies(FactText.Read(HumanResources), RemedyTarget.Clear("VISION-ABSENT"));
        using var json = JsonDocument.Parse(set.ToJson());
        var change = json.RootElement.GetProperty("remedies")[0].GetProperty("changes")[0];
        Assert.Equal("""{"value":true,"text":"yes"}""", JsonSerializer.Serialize(change.GetProperty("to")));
        Assert.Equal("FoundAll", json.RootElement.GetProperty("end").GetString());
        Assert.DoesNotContain('\r', set.ToText() + set.ToJson());
    }

    private static RemedySet Find(string facts, RemedyTarget target, Action<OpenChapter> write, RemedyOptions? options = null) =>
        TestPack.Evaluator(write).Remedies(FactText.Read(facts), target, options);
}
