using CollabRisk.Questions;

namespace CollabRisk.Tests.Questions;

/// <summary>A host asks in other words, and nothing but the words changes.</summary>
public class QuestionWordingTests
{
    private static readonly CollaborationEvaluator Evaluator = CollaborationEvaluator.Default;

    private static readonly QuestionWording Dutch = new()
    {
        ["partners"] = new("Welke organisaties doen mee?") { AllowedAnswers = "hun namen", Reason = "Om te weten wie meedoet." },
        ["partners[].role"] = new("Welke rol heeft deze partner?"),
        ["tensions.present"] = new("Is er zichtbaar conflict?") { CodingNote = "" },
    };

    [Fact]
    public void Wording_OfAQuestion_ChangesWordsAndNothingElse()
    {
        var interview = Interview.Start(Evaluator, new(), InterviewForm.Full, Dutch);
        interview.ToText().Should().Be("Overall not assessable after 0 questions\nWelke organisaties doen mee?\n  Answer: hun namen\n  About: Om te weten wie meedoet.\n");
        interview = interview.AnswerText("Brandweer; Politie");
        interview.Next!.Question.Should().Be("Brandweer: Welke rol heeft deze partner?");
        interview.Next.AllowedAnswers.Should().Be("lead, non-lead or equal");
        Interview.Read(Evaluator, interview.ToJson(), Dutch).Value!.Next!.Question.Should().Be(interview.Next.Question);
        Interview.Read(Evaluator, interview.ToJson()).Value!.Next!.Question.Should().Be("Brandweer: Which role does this partner have in the governance?");

        var (plain, worded) = (Evaluator.NextQuestions(new(), 8), Evaluator.NextQuestions(new(), 8, wording: Dutch));
        worded.Select(question => question.Path).Should().Equal(plain.Select(question => question.Path));
        worded.Select(question => question.WhyItMatters).Should().Equal(plain.Select(question => question.WhyItMatters));
        var present = worded.Single(question => question.Path == "tensions.present");
        present.Question.Should().Be("Is er zichtbaar conflict?");
        present.CodingNote.Should().BeNull();
    }

    [Fact]
    public void Wording_OfNoFactOrBlank_IsRefusedWithAllThatIsWrong() =>
        Invoking(() => Interview.Start(Evaluator, new(), wording: new() { ["vision.exist"] = new("?"), ["form"] = new(" ") }))
            .Should().ThrowExactly<ArgumentException>().WithMessage("form: the question is blank*vision.exist: there is no such fact. Did you mean 'vision.exists'?*");
}
