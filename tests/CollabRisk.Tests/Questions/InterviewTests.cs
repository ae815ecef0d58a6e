using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Questions;

/// <summary>Interviews: which question comes next, and what an answer or a skip does.</summary>
public class InterviewTests
{
    private static readonly CollaborationEvaluator Evaluator = CollaborationEvaluator.Default;

    /// <summary>The failures that the two-case paper names: their cost is known, and no cause.</summary>
    [Theory]
    [InlineData("outcome.claim=Failure; outcome.evidence=None; outcome.totalCost=469000000")]
    [InlineData("outcome.claim=Failure; outcome.evidence=None")]
    [InlineData("")]
    public void NextQuestions_NamedFailures_AskWhatTheHighRisksAreAbout(string facts)
    {
        var questions = Evaluator.NextQuestions(FactText.Read(facts), 5);
        Assert.Equal(
        [
            "vision.exists: Do the partners share a vision, goal or mission for the collaboration?",
            "transparency.level: How open are the partners with one another?",
            "tensions.challengesAddressed: How many of the known challenges are being addressed with a clear approach?",
            "trust.organisational: How much trust is there between the organisations?",
            "workload.overload: Are people overloaded with work?",
        ],
            questions.Select(question => question.ToString()));
        Assert.Equal(
        [
            "If yes, VISION-ABSENT is ruled out; if no, VISION-ABSENT is raised at High (overall High).",
            "If none, TRANSPARENCY-ABSENT is raised at High (overall High); if partial, TRANSPARENCY-LOW is raised at Moderate (overall Moderate to High); if full, TRANSPARENCY-ABSENT and TRANSPARENCY-LOW are ruled out.",
            "If none, CHALLENGES-UNADDRESSED is raised at High (overall High); if some, CHALLENGES-UNADDRESSED is raised at Moderate (overall Moderate to High); if all, CHALLENGES-UNADDRESSED is ruled out.",
            "If none, TRUST-ABSENT is raised at Moderate to High (overall Moderate to High); if low, TRUST-LOW is raised at Moderate (overall Moderate to High); if sufficient or high, TRUST-EFFECTS is raised.",
            "If yes, WORK-OVERLOAD is raised at Moderate (overall Low to High); if no, WORK-OVERLOAD is ruled out.",
        ],
            questions.Select(question => question.WhyItMatters));
    }

    [Fact]
    public void Next_Guard_ComesBeforeWhatItGuards()
    {
        var interview = Start("", chapter =>
        {
            chapter.ARisk("A", Level.High).AppliesWhen(c => c.IsInformationSystem == true).When(c => c.Vision.Exists == false && c.Vision.AtStart == false);
            chapter.ARisk("B", Level.High).AppliesWhen(c => c.IsInformationSystem == true).When(c => c.Vision.Compelling == false && c.Vision.AtStart == false);
            chapter.ARisk("C", Level.High).AppliesWhen(c => c.IsInformationSystem == true).When(c => c.Vision.MembersAligned == false && c.Vision.InStrategyDocument == false);
        });
        Assert.Equal("isInformationSystem", interview.Next!.Path);
        Assert.True(interview.Answer(false).IsSettled);
        Assert.Null(interview.Answer(false).Next);
        Assert.Equal("vision.atStart", interview.Answer(true).Next!.Path);
    }

    [Fact]
    public void Next_RulesBelowTheTop_WaitUntilTheTopIsSettled()
    {
        var interview = Start("", chapter =>
        {
            chapter.ARisk("TOP", Level.High).When(c => c.Vision.Compelling == false);
            chapter.ARisk("A", Level.Moderate).When(c => c.Vision.AtStart == false);
            chapter.ARisk("B", Level.Moderate).When(c => c.Vision.AtStart == false);
        });
        Assert.Equal("vision.compelling", interview.Next!.Path);
        Assert.Equal("Overall High after 1 question\nThe range is settled.\n", interview.Answer(false).ToText());
        Assert.Equal("vision.atStart", interview.Answer(true).Next!.Path);
    }

    [Fact]
    public void Skip_IsNeverAskedAgainAndLeavesTheRangeUnsettled()
    {
        var start = Start("", chapter =>
        {
            chapter.ARisk("TOP", Level.High).When(c => c.Vision.Exists == false);
            chapter.ARisk("LOWER", Level.Moderate).When(c => c.Vision.AtStart == false);
        });
        var skipped = start.Skip();
        Assert.Equal(["vision.exists"], skipped.Skipped);
        Assert.Equal("vision.atStart", skipped.Next!.Path);
        var over = skipped.Answer(false);
        Assert.Null(over.Next);
        Assert.False(over.IsSettled);
        Assert.Equal(new OverallRange(Level.Moderate, Level.High), over.Assessment.Overall);
        Assert.Equal("Overall Moderate to High after 2 questions\nOnly what was skipped or cannot be told could narrow the range.\n", over.ToText());
        Assert.Throws<InvalidOperationException>(() => over.Skip());
        Assert.Throws<InvalidOperationException>(() => over.Answer(true));

        // The interviews before stay as they were.
        Assert.Equal("vision.exists", start.Next!.Path);
        Assert.Empty(start.Skipped);
    }

    [Fact]
    public void Answer_PartnersThenTheirFacts()
    {
        var interview = Start("", chapter => chapter.ARisk("R").ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead));
        Assert.Equal("partners", interview.Next!.Path);
        Assert.Equal("Until it is answered, what depends on it stays open: R.", interview.Next.WhyItMatters);
        interview = interview.Answer(FactList.Create(new Partner { Name = "A" }, new Partner { Name = "B" }));
        Assert.Equal("partners[A].role", interview.Next!.Path);
        interview = interview.Answer(PartnerRole.Equal);
        Assert.Equal("partners[B].role", interview.Next!.Path);
        Assert.Equal(Level.Moderate, interview.Answer(PartnerRole.NonLead).Assessment.Overall.AtLeast);
    }

    [Fact]
    public void Answer_NoValueOfTheFact_SaysWhatIs()
    {
        var trust = Start("", chapter => chapter.ARisk("R").When(c => c.Trust.Organisational == TrustLevel.None));
        var problem = Assert.Throws<ArgumentException>(() => trust.Answer(true));
        Assert.StartsWith("'True' (Boolean) is no answer to 'trust.organisational'. The answer is none, low, sufficient or high, given as TrustLevel.", problem.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => trust.Answer((TrustLevel)9));
        Assert.Throws<ArgumentNullException>(() => trust.Answer(null!));
        var share = Start("partners[A].benefitShare=60; partners[B].name=B", chapter => chapter.ARisk("R").When(c => c.BenefitShareSpread >= 25));
        Assert.Throws<ArgumentException>(() => share.Answer(101));
        Assert.Equal(Level.Moderate, share.Answer(90).Assessment.Overall.AtLeast);
    }

    [Fact]
    public void Answer_ThatContradictsWhatIsKnown_IsRefused()
    {
        var interview = Start("governance.leadOrganisation=no; partners[A].name=A; partners[B].name=B", chapter =>
            chapter.ARisk("R").ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead));
        var problem = Assert.Throws<ArgumentException>(() => interview.Answer(PartnerRole.Lead));
        Assert.StartsWith("The answer to 'partners[A].role' contradicts 'governance.leadOrganisation', which is known (no).", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NextQuestions_CountAndArguments()
    {
        Assert.Empty(Evaluator.NextQuestions(new Collaboration(), 0));
        Assert.Empty(Evaluator.NextQuestions(FactText.Read("vision.exists=no"), 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Evaluator.NextQuestions(new Collaboration(), -1));
        Assert.Throws<ArgumentNullException>(() => Evaluator.NextQuestions(null!, 1));
        Assert.Throws<ArgumentNullException>(() => Interview.Start(null!, new Collaboration()));
    }

    [Fact]
    public void ToJson_Interview_HasRangeAndNext()
    {
        var json = JsonDocument.Parse(Interview.Start(Evaluator, new Collaboration()).ToJson(indented: false)).RootElement;
        Assert.Equal("None", json.GetProperty("overall").GetProperty("atLeast").GetString());
        Assert.False(json.GetProperty("settled").GetBoolean());
        Assert.Equal("vision.exists", json.GetProperty("next").GetProperty("path").GetString());
    }

    private static Interview Start(string facts, Action<OpenChapter> write) => Interview.Start(TestPack.Evaluator(write), FactText.Read(facts));
}
