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
        questions.Select(question => question.ToString()).Should().Equal(
            "vision.exists: Do the partners share a vision, goal or mission for the collaboration?",
            "transparency.level: How open are the partners with one another?",
            "tensions.challengesAddressed: How many of the known challenges are being addressed with a clear approach?",
            "trust.organisational: How much trust is there between the organisations?",
            "workload.overload: Are people overloaded with work?");
        questions.Select(question => question.WhyItMatters).Should().Equal(
            "If yes, VISION-ABSENT is ruled out; if no, VISION-ABSENT is raised at High (overall High).",
            "If none, TRANSPARENCY-ABSENT is raised at High (overall High); if partial, TRANSPARENCY-LOW is raised at Moderate (overall Moderate to High); if full, TRANSPARENCY-ABSENT and TRANSPARENCY-LOW are ruled out.",
            "If none, CHALLENGES-UNADDRESSED is raised at High (overall High); if some, CHALLENGES-UNADDRESSED is raised at Moderate (overall Moderate to High); if all, CHALLENGES-UNADDRESSED is ruled out.",
            "If none, TRUST-ABSENT is raised at Moderate to High (overall Moderate to High); if low, TRUST-LOW is raised at Moderate (overall Moderate to High); if sufficient or high, TRUST-EFFECTS is raised.",
            "If yes, WORK-OVERLOAD is raised at Low to High (overall Low to High); if no, WORK-OVERLOAD is ruled out.");
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
        interview.Next!.Path.Should().Be("isInformationSystem");
        interview.Answer(false).IsSettled.Should().BeTrue();
        interview.Answer(false).Next.Should().BeNull();
        interview.Answer(true).Next!.Path.Should().Be("vision.atStart");
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
        interview.Next!.Path.Should().Be("vision.compelling");
        interview.Answer(false).ToText().Should().Be("Overall High after 1 question\nThe range is settled.\n");
        interview.Answer(true).Next!.Path.Should().Be("vision.atStart");
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
        skipped.Skipped.Should().Equal("vision.exists");
        skipped.Next!.Path.Should().Be("vision.atStart");
        var over = skipped.Answer(false);
        over.Next.Should().BeNull();
        over.IsSettled.Should().BeFalse();
        over.Assessment.Overall.Should().Be(new OverallRange(Level.Moderate, Level.High));
        over.ToText().Should().Be("Overall Moderate to High after 2 questions\nOnly what was skipped or cannot be told could narrow the range.\n");
        Invoking(() => over.Skip()).Should().ThrowExactly<InvalidOperationException>();
        Invoking(() => over.Answer(true)).Should().ThrowExactly<InvalidOperationException>();

        // The interviews before stay as they were.
        start.Next!.Path.Should().Be("vision.exists");
        start.Skipped.Should().BeEmpty();
    }

    [Fact]
    public void Answer_PartnersThenTheirFacts()
    {
        var interview = Start("", chapter => chapter.ARisk("R").ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead));
        interview.Next!.Path.Should().Be("partners");
        interview.Next.WhyItMatters.Should().Be("Until it is answered, what depends on it stays open: R.");
        interview = interview.Answer(FactList.Create(new Partner { Name = "A" }, new Partner { Name = "B" }));
        interview.Next!.Path.Should().Be("partners[A].role");
        interview = interview.Answer(PartnerRole.Equal);
        interview.Next!.Path.Should().Be("partners[B].role");
        interview.Answer(PartnerRole.NonLead).Assessment.Overall.AtLeast.Should().Be(Level.Moderate);
    }

    [Fact]
    public void Answer_NoValueOfTheFact_SaysWhatIs()
    {
        var trust = Start("", chapter => chapter.ARisk("R").When(c => c.Trust.Organisational == TrustLevel.None));
        Invoking(() => trust.Answer(true)).Should().ThrowExactly<ArgumentException>()
            .WithMessage("'True' (Boolean) is not an answer to 'trust.organisational'. The answer is none, low, sufficient or high, given as TrustLevel.*");
        Invoking(() => trust.Answer((TrustLevel)9)).Should().ThrowExactly<ArgumentException>();
        Invoking(() => trust.Answer(null!)).Should().ThrowExactly<ArgumentNullException>();
        var share = Start("partners[A].benefitShare=60; partners[B].name=B", chapter => chapter.ARisk("R").When(c => c.BenefitShareSpread >= 25));
        Invoking(() => share.Answer(101)).Should().ThrowExactly<ArgumentException>();
        share.Answer(90).Assessment.Overall.AtLeast.Should().Be(Level.Moderate);
    }

    [Fact]
    public void Answer_ThatContradictsWhatIsKnown_IsRefused()
    {
        var interview = Start("governance.leadOrganisation=no; partners[A].name=A; partners[B].name=B", chapter =>
            chapter.ARisk("R").ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead));
        Invoking(() => interview.Answer(PartnerRole.Lead)).Should().ThrowExactly<ArgumentException>()
            .WithMessage("The answer to 'partners[A].role' contradicts 'governance.leadOrganisation', which is known (no).*");
    }

    [Fact]
    public void NextQuestions_CountAndArguments()
    {
        Evaluator.NextQuestions(new Collaboration(), 0).Should().BeEmpty();
        Evaluator.NextQuestions(FactText.Read("vision.exists=no"), 5).Should().BeEmpty();
        Invoking(() => Evaluator.NextQuestions(new Collaboration(), -1)).Should().ThrowExactly<ArgumentOutOfRangeException>();
        Invoking(() => Evaluator.NextQuestions(null!, 1)).Should().ThrowExactly<ArgumentNullException>();
        Invoking(() => Interview.Start(null!, new Collaboration())).Should().ThrowExactly<ArgumentNullException>();
    }

    [Fact]
    public void ToJson_Interview_HasRangeAndNext()
    {
        var json = JsonDocument.Parse(Interview.Start(Evaluator, new Collaboration()).ToJson(indented: false)).RootElement;
        json.GetProperty("overall").GetProperty("atLeast").GetString().Should().Be("None");
        json.GetProperty("settled").GetBoolean().Should().BeFalse();
        json.GetProperty("next").GetProperty("path").GetString().Should().Be("vision.exists");
    }

    private static Interview Start(string facts, Action<OpenChapter> write) => Interview.Start(TestPack.Evaluator(write), FactText.Read(facts));
}
