using System.Text.Json;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Questions;

/// <summary>Interviews: which question comes next, and what an answer or a skip does.</summary>
public class InterviewTests
{
    private static readonly CollaborationEvaluator Evaluator = CollaborationEvaluator.Default;

    /// <summary>What the six facts are that come first, so that a test can begin after them.</summary>
    private const string Oriented = "form=Other; phase=Formation; isInformationSystem=no; startYear=2015; partners[A].role=Equal; partners[B].role=Equal; ";

    /// <summary>The failures that the two-case paper names: their cost is known, and no cause.</summary>
    [Theory]
    [InlineData("outcome.claim=Failure; outcome.evidence=None; outcome.totalCost=469000000")]
    [InlineData("")]
    public void NextQuestions_NothingKnown_BeginWithTheSixFactsThatOrient(string facts) =>
        Evaluator.NextQuestions(FactText.Read(facts), 7).Select(question => question.Path).Should().Equal(
            "partners", "form", "phase", "isInformationSystem", "governance.leadOrganisation", "startYear", "tensions.present");

    [Fact]
    public void Next_PartnersNamed_AsksForTheRoleOfEachAndNotForWhoLeadsAgain()
    {
        var interview = Interview.Start(Evaluator, new()).AnswerText("Fire Service; Police");
        interview.Next!.Path.Should().Be("partners[Fire Service].role");
        interview = interview.AnswerText("lead").AnswerText("non lead").AnswerText("shared service").AnswerText("unknown").AnswerText("no");
        interview.Next!.Path.Should().Be("startYear");
        interview.Collaboration.Partners!.Select(partner => partner.Role).Should().Equal(PartnerRole.Lead, PartnerRole.NonLead);
        interview.Skipped.Should().Equal("phase");
    }

    [Fact]
    public void NextQuestions_Oriented_AskWhatTheHighRisksAreAboutChapterByChapter()
    {
        var questions = Evaluator.NextQuestions(FactText.Read(Oriented), 6);
        questions.Select(question => question.Path).Should().Equal(
            "tensions.present", "tensions.handled", "tensions.challengesAddressed", "trust.organisational", "transparency.level", "vision.exists");
        questions[5].WhyItMatters.Should().Be("If yes, VISION-ABSENT is ruled out; if no, VISION-ABSENT is raised at High (overall High).");
        questions[5].Reason.Should().StartWith("It is about ").And.EndWith(" for the answer.").And.NotContainAny("High", "risk", "VISION");
    }

    [Fact]
    public void Next_RangeSettled_GoesOnBelowTheTop()
    {
        var interview = Interview.Start(Evaluator, FactText.Read(Oriented + "vision.exists=no"));
        interview.IsSettled.Should().BeTrue();
        interview.End.Should().BeNull();
        interview.Next!.Worst.Should().Be(Level.High);
    }

    [Fact]
    public void Next_GroundOfAQuestion_ComesBeforeItAndTakesItAway()
    {
        var interview = Interview.Start(Evaluator, FactText.Read(Oriented));
        interview.Next!.Path.Should().Be("tensions.present");
        AllAsked(interview.Answer(false)).Should().NotContain(path => path == "tensions.handled" || path.StartsWith("culture.observedTensions.", StringComparison.Ordinal));
        interview.Answer(true).Next!.Path.Should().Be("tensions.handled");

        // Whoever cannot say whether there is any may know what would be done about it.
        interview.Skip().Next!.Path.Should().Be("tensions.handled");
    }

    [Fact]
    public void Next_EntriesOfExperts_AreNotAskedFor()
    {
        FactRegistry.Default.Facts.Where(fact => fact.ExpertBecause is not null).Select(fact => fact.Path).Should().OnlyContain(path => path.StartsWith("network.drivers.", StringComparison.Ordinal)).And.HaveCount(6);
        AllAsked(Interview.Start(Evaluator, new())).Should().NotContain(path => path.StartsWith("network.drivers.", StringComparison.Ordinal)).And.Contain("network.primaryForm");
    }

    [Fact]
    public void Skip_Everything_EndsKindlyAndSoon()
    {
        var interview = Interview.Start(Evaluator, new());
        while (interview.Next is not null)
        {
            interview = interview.Skip();
        }

        interview.Asked.Should().Be(12);
        interview.End.Should().Be(InterviewEnd.NotKnown);
        interview.ToText().Should().Contain("Not knowing is not a bad sign");
        interview.Continue().Next.Should().NotBeNull();
    }

    /// <summary>On random collaborations: no question twice, none whose answer is known, none that no risk waits for but the six, and every answer offered is taken.</summary>
    [Fact]
    public void Next_RandomPeople_AsksNothingNeedless() => Law.Holds(4, drawn =>
    {
        var random = drawn.Random();
        var interview = Interview.Start(Evaluator, drawn.Collaboration).Continue();
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var orienting = QuestionOrder.Orienting.ToHashSet();
        while (interview.Next is { } next)
        {
            asked.Add(next.Path).Should().BeTrue($"'{next.Path}' is asked twice");
            (next.Path != "partners" && interview.Assessment.State.Facts.Known().Any(known => known.Path == next.Path)).Should().BeFalse($"'{next.Path}' is known");
            (next.Worst > Level.None || orienting.Contains(next.Fact)).Should().BeTrue($"nothing waits for '{next.Path}'");
            next.Fact.IsDerived.Should().BeFalse();
            var offered = next.Answers;
            (next.Fact.Type is FactType.YesNo or FactType.Word && offered.Count < 2).Should().BeFalse($"'{next.Path}' has one possible answer");
            interview = offered.Count == 0 || random.Next(3) == 0 ? interview.Skip() : interview.Answer(offered[random.Next(offered.Count)].Value);
        }
    });

    [Fact]
    public void Read_InterviewWrittenAsJson_GoesOnWhereItWas()
    {
        var interview = Interview.Start(Evaluator, FactText.Read("vision.exists=yes")).AnswerText("Fire Service; Police", "as the agreement has it")
            .AnswerText("lead").Skip("ask the police").AnswerText("Shared service").Skip();
        var read = Interview.Read(Evaluator, interview.ToJson());
        read.Problems.Should().BeEmpty();
        read.Value!.ToJson().Should().Be(interview.ToJson());
        read.Value.Steps.Select(step => step.Note).Should().Equal("as the agreement has it", null, "ask the police", null, null);
        read.Value.Back().Back().Back().Back().Back().ToJson().Should().Be(Interview.Start(Evaluator, FactText.Read("vision.exists=yes")).ToJson());
        read.Value.Back().Back().Back().Back().Next!.Path.Should().Be("partners[Fire Service].role");
    }

    [Fact]
    public void Read_NotAnInterview_SaysWhatIsWrong()
    {
        Interview.Read(Evaluator, "").Problems.Should().ContainSingle();
        Interview.Read(Evaluator, "{}").IsValid.Should().BeFalse();
        var unanswered = Interview.Start(Evaluator, new()).Skip().ToJson().Replace("\"known\": false", "\"known\": true", StringComparison.Ordinal);
        Interview.Read(Evaluator, unanswered).Problems.Should().ContainSingle().Which.ToString().Should().Contain("steps: partners: it was answered, but the collaboration has no such answer");
    }

    [Fact]
    public void Read_ValueThatTheRulesOfTodayDoNotTake_SaysWhatIsWrong()
    {
        var left = Interview.Start(Evaluator, new() { Extensions = new() { ["rcr.rotaShared"] = "Yes" } });
        Interview.Read(Evaluator, left.ToJson()).IsValid.Should().BeTrue();
        Interview.Read(RotaPack.Evaluator, left.ToJson()).Problems.Select(problem => problem.ToString()).Should().HaveCount(2).And.OnlyContain(problem => problem.Contains("rcr.rotaShared"));
    }

    /// <summary>Whoever shows the question knows from the problem which it is, whatever signs a partner has in its name.</summary>
    [Fact]
    public void Change_AnAnswerWithANote_TakesTheNoteAlongOnlyWhereTheAnswerStays()
    {
        var interview = Start("", chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false)).AnswerText("yes", "minuted in March");
        var path = interview.Steps[0].Path;

        interview.Change(path, true).Steps[0].Note.Should().Be("minuted in March");
        var changed = interview.Change(path, false);
        changed.Steps[0].Note.Should().BeNull("it spoke for the old answer");
        changed.Collaboration.Remarks.Should().BeEmpty();
        interview.Change(path, false, "never written down").Collaboration.Remarks.Should().ContainSingle().Which.Note.Should().Be("never written down");
        interview.Change(path, true, "").Steps[0].Note.Should().BeNull("an empty note takes the old one away");
    }

    [Fact]
    public void Read_AnswersThatTheRulesOfTodayDoNotTake_NameTheFactOfEach()
    {
        var facts = new Collaboration { Partners = [new() { Name = "Fire: north]. south", Extensions = new() { ["rcr.shift"] = "Evening" } }] };
        Interview.Read(RotaPack.Evaluator, Interview.Start(Evaluator, facts).Skip().ToJson()).Problems.Should().OnlyContain(problem => problem.Fact == "partners[Fire: north]. south].extensions.rcr.shift")
            .And.Contain(problem => problem.Path == "collaboration.partners[0].extensions.rcr.shift").Which.Message.Should().StartWith("'Evening' is not one of Day or Night");

        var asked = Interview.Start(RotaPack.Evaluator, new(), InterviewForm.Full);
        while (!asked.Next!.Path.EndsWith("rcr.rotaShared", StringComparison.Ordinal))
        {
            asked = asked.Skip();
        }

        var left = asked.AnswerText("yes").ToJson();
        Interview.Read(Evaluator, left).Problems.Should().ContainSingle().Which.Fact.Should().Be("extensions.rcr.rotaShared");
        Interview.Read(RotaPack.Evaluator, left.Replace("\"rotaShared\": true", "\"rotaShared\": 7", StringComparison.Ordinal)).Problems.Should().ContainSingle().Which.Path.Should().Be("collaboration.extensions.rcr.rotaShared");
    }

    /// <summary>A value that a pack's fact cannot have is told at its place, as one of the library's facts is.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    public void Read_AnswersThatTheRulesOfTodayDoNotTake_AreToldAtTheirPlaces(string before)
    {
        var facts = new Collaboration { Partners = [new() { Name = "Ambulance" }, new() { Name = "Fire", Extensions = new() { ["rcr.shift"] = "Evening" } }] };
        var text = before + Interview.Start(Evaluator, facts).Skip().ToJson();
        var problems = Interview.Read(RotaPack.Evaluator, text).Problems;
        problems.Select(problem => problem.Path).Should().Equal("start.partners[1].extensions.rcr.shift", "collaboration.partners[1].extensions.rcr.shift");
        problems.Select(problem => text.Split('\n')[problem.Line - 1][(problem.Column - 1)..].TrimEnd('\r', ',')).Should().Equal("\"Evening\"", "\"Evening\"");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None of them")]
    [InlineData("[]")]
    public void AnswerText_NoneOfSeveralWords_IsKnownToBeNone(string text)
    {
        var interview = Start("", chapter => chapter.ARisk("R").When(c => c.Technology.Scope.IsExactly()));
        interview.Next!.AllowedAnswers.Should().EndWith(", or none of them");
        interview.AnswerText(text).Collaboration.Technology.Scope.Should().BeEmpty().And.NotBeNull();
    }

    [Fact]
    public void Change_EarlierAnswer_KeepsTheOthers()
    {
        var interview = Interview.Start(Evaluator, new()).AnswerText("A; B").AnswerText("lead").AnswerText("non lead").AnswerText("Other");
        interview.Change("form", CollaborationForm.JointUnit).Collaboration.Form.Should().Be(CollaborationForm.JointUnit);
        interview.Change("form", null).Skipped.Should().Equal("form");
        var without = interview.Change("partners", FactList.Create(new Partner { Name = "A" }, new Partner { Name = "C" }));
        without.Steps.Select(step => step.Path).Should().Equal("partners", "partners[A].role", "form");
        without.Next!.Path.Should().Be("partners[C].role");
        Invoking(() => interview.Change("phase", Phase.Closure)).Should().ThrowExactly<ArgumentException>().WithMessage("'phase' was not asked*");
        Invoking(() => interview.Change("form", 7)).Should().ThrowExactly<ArgumentException>();
    }

    [Fact]
    public void AnswerText_NoAnswer_SaysWhatIs()
    {
        var interview = Start("", chapter => chapter.ARisk("R").When(c => c.Trust.Organisational == TrustLevel.None));
        Invoking(() => interview.AnswerText("perhaps")).Should().ThrowExactly<FormatException>().WithMessage("trust.organisational: 'perhaps' is not an answer here. Give none, low, sufficient or high*");
        Invoking(() => interview.AnswerText("")).Should().ThrowExactly<FormatException>();
        Invoking(() => Interview.Start(Evaluator, new()).AnswerText("A; A")).Should().ThrowExactly<FormatException>().WithMessage("partners: 'A' is there twice*");
        interview.AnswerText(" Sufficient ").Collaboration.Trust.Organisational.Should().Be(TrustLevel.Sufficient);
        interview.AnswerText("unknown").Skipped.Should().Equal("trust.organisational");
    }

    [Fact]
    public void Next_AnswerThatFollowsFromAnother_IsNotAskedFor()
    {
        var interview = Start("vision.exists=no", chapter => chapter.ARisk("R").When(c => c.Culture.Traits.SharedVision == false && c.Vision.MembersAligned == false));
        interview.Next!.Path.Should().Be("vision.membersAligned", "that a shared vision is part of the culture cannot be so where there is none");
    }

    /// <summary>Changes with the rules; a look at it belongs to the change.</summary>
    [Fact]
    public void ShortForm_IsStable()
    {
        var form = ShortForm.Of(Evaluator.RuleBook);
        Approved.Equal("tests/CollabRisk.Tests/Approved/short-form.txt", string.Join('\n', form.Questions.Select(page => $"{page}\n{string.Join('\n', page.Facts.Select(fact => $"  {fact}"))}")));
        form.Questions.Should().HaveCountLessThanOrEqualTo(ShortForm.MostQuestions);
        form.Lines.Should().BeLessThanOrEqualTo(ShortForm.MostLines);
        form.Questions.SelectMany(page => page.Facts).Should().OnlyHaveUniqueItems().And.OnlyContain(fact => fact.ExpertBecause == null && !fact.IsDerived);
    }

    [Fact]
    public void Next_Guard_ComesBeforeWhatItGuards()
    {
        var interview = Start("", chapter =>
        {
            chapter.ARisk("A", Level.High).AppliesWhen(c => c.Technology.LedInIsolation == true).When(c => c.Members.Adaptable == false && c.Members.Committed == false);
            chapter.ARisk("B", Level.High).AppliesWhen(c => c.Technology.LedInIsolation == true).When(c => c.Members.Expertise == false && c.Members.Committed == false);
        });
        interview.Next!.Path.Should().Be("technology.ledInIsolation");
        interview.Answer(false).IsSettled.Should().BeTrue();
        interview.Answer(false).Next.Should().BeNull();
        interview.Answer(false).End.Should().Be(InterviewEnd.NothingLeft);
        interview.Answer(true).Next!.Path.Should().Be("members.committed", "it takes both away");
    }

    [Fact]
    public void Next_RulesBelowTheTop_WaitUntilTheTopIsSettled()
    {
        var interview = Start("", chapter =>
        {
            chapter.ARisk("A", Level.Moderate).When(c => c.Members.Committed == false);
            chapter.ARisk("TOP", Level.High).When(c => c.Members.Adaptable == false);
            chapter.ARisk("B", Level.Moderate).When(c => c.Members.Committed == false);
        });
        interview.Next!.Path.Should().Be("members.adaptable");
        interview.Answer(false).IsSettled.Should().BeTrue();
        interview.Answer(false).Next!.Path.Should().Be("members.committed");
        interview.Answer(false).Answer(true).ToText().Should().Be("Overall High after 2 questions\nNothing that matters is open. Thank you.\n");
    }

    [Fact]
    public void Skip_IsNeverAskedAgainAndLeavesTheRangeUnsettled()
    {
        var start = Start("", chapter =>
        {
            chapter.ARisk("TOP", Level.High).When(c => c.Members.Committed == false);
            chapter.ARisk("LOWER", Level.Moderate).When(c => c.Members.Adaptable == false);
        });
        var skipped = start.Skip();
        skipped.Skipped.Should().Equal("members.committed");
        skipped.Next!.Path.Should().Be("members.adaptable");
        var over = skipped.Answer(false);
        over.Next.Should().BeNull();
        over.IsSettled.Should().BeFalse();
        over.End.Should().Be(InterviewEnd.LeftOpen);
        over.Assessment.Overall.Should().Be(new OverallRange(Level.Moderate, Level.High));
        over.ToText().Should().Be("Overall Moderate to High after 2 questions\nThank you. What is still open was skipped, or is for an expert to enter.\n");
        Invoking(() => over.Skip()).Should().ThrowExactly<InvalidOperationException>();
        Invoking(() => over.Answer(true)).Should().ThrowExactly<InvalidOperationException>();

        // The interviews before stay as they were.
        start.Next!.Path.Should().Be("members.committed");
        start.Skipped.Should().BeEmpty();
    }

    [Fact]
    public void Next_ComparedWithAnAnswerThatIsNotKnown_IsNotAsked() =>
        Start("", chapter => chapter.ARisk("FEWER").When(c => c.Workload.StaffAfter < c.Workload.StaffBefore)).Skip().Next.Should().BeNull();

    [Fact]
    public void Answer_PartnersThenTheirFacts()
    {
        var interview = Interview.Start(TestPack.Evaluator(chapter => chapter.ARisk("R").ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead)), new());
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
        var share = Start("partners[A].benefitShare=60; partners[A].role=Equal; partners[B].role=Equal", chapter => chapter.ARisk("R").When(c => c.BenefitShareSpread >= 25));
        Invoking(() => share.Answer(101)).Should().ThrowExactly<ArgumentException>();
        share.Answer(90).Assessment.Overall.AtLeast.Should().Be(Level.Moderate);
    }

    [Fact]
    public void Answer_ThatContradictsWhatIsKnown_IsRefused()
    {
        var interview = Start("governance.leadOrganisation=yes; partners[A].role=Equal; partners[B].name=B", chapter =>
            chapter.ARisk("R").ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead));
        interview.Next!.Answers.Select(answer => answer.Answer).Should().Equal("lead", "non-lead");
        Invoking(() => interview.Answer(PartnerRole.Equal)).Should().ThrowExactly<ArgumentException>()
            .WithMessage("The answer to 'partners[B].role' contradicts 'governance.leadOrganisation', which is known (yes).*");
    }

    [Fact]
    public void NextQuestions_CountAndArguments()
    {
        Evaluator.NextQuestions(new Collaboration(), 0).Should().BeEmpty();
        TestPack.Evaluator(chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false)).NextQuestions(FactText.Read(Oriented + "vision.exists=no"), 5).Should().BeEmpty();
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
        json.GetProperty("next").GetProperty("path").GetString().Should().Be("partners");
    }

    /// <summary>An interview of which the six facts that orient are known already.</summary>
    private static Interview Start(string facts, Action<OpenChapter> write)
    {
        var given = FactText.Read(facts);
        return Interview.Start(TestPack.Evaluator(write), FactText.Read(Oriented) with
        {
            Partners = given.Partners ?? FactText.Read(Oriented).Partners,
            Governance = given.Governance,
            Vision = given.Vision,
        });
    }

    /// <summary>Everything that is asked of someone whose answers leave the most open.</summary>
    private static IReadOnlyList<string> AllAsked(Interview interview)
    {
        var asked = new List<string>();
        for (interview = interview.Continue(); interview.Next is { } next; interview = interview.AssumeWorkLeft())
        {
            asked.Add(next.Path);
        }

        return asked;
    }
}
