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

    [Fact]
    public void Wording_OfNoLanguage_IsRefused() =>
        new QuestionWording { Language = "\"><b>", ["form"] = new("?") { Language = "Dutch!" } }.ProblemsIn(Evaluator.RuleBook.Facts)
            .Should().Equal("'\"><b>' is not a language. Write its tag, such as nl or de-AT.", "'Dutch!' is not a language. Write its tag, such as nl or de-AT.");

    [Fact]
    public void Read_JsonWithALanguage_IsInIt()
    {
        QuestionWording.Read("""{ "$language": "nl", "form": "Welke vorm?" }""", Evaluator.RuleBook.Facts).Value!.Language.Should().Be("nl");
        QuestionWording.Read("""{ "form": "Which form?" }""", Evaluator.RuleBook.Facts).Value!.Language.Should().BeNull();
        QuestionWording.Read("{\n\"$language\": \"nl nl\" }", Evaluator.RuleBook.Facts).Problems.Select(problem => $"{problem.Line}: {problem.Path}: {problem.Message}")
            .Should().Equal("2: $language: 'nl nl' is not a language. Write its tag, such as nl or de-AT.");
        QuestionWording.Read("{\n\"$language\": \"nl\",\n\"$language\": \"de\" }", Evaluator.RuleBook.Facts).Problems.Select(problem => $"{problem.Line}: {problem.Path}: {problem.Message}")
            .Should().Equal("3: $language: the language is there twice. Remove one of the two.");
    }

    [Fact]
    public void Read_Json_GivesTheWordsOfEachFact()
    {
        var wording = QuestionWording.Read("""{ "$comment": "NL", "form": "Welke vorm?", "partners[].role": { "question": "Welke rol?", "codingNote": "", "allowedAnswers": "leidend, volgend of gelijk" } }""", Evaluator.RuleBook.Facts).Value!;

        wording["form"].Should().Be(new QuestionWords("Welke vorm?"));
        wording["partners[].role"].Should().Be(new QuestionWords("Welke rol?") { CodingNote = "", AllowedAnswers = "leidend, volgend of gelijk" });
        wording["phase"].Should().BeNull();
    }

    [Fact]
    public void Read_Mistakes_AreToldAllAtOnceWithTheirPlaces() =>
        QuestionWording.Read(
            """
            {
              "vision.exist": "?",
              "form": " ",
              "phase": 3,
              "startYear": { "questoin": "?" },
              "sameRegion": "?", "sameRegion": "?"
            }
            """, Evaluator.RuleBook.Facts).Problems.Select(problem => $"{problem.Line}: {problem.Path}: {problem.Message}").Should().Equal(
            "2: vision.exist: there is no such fact. Did you mean 'vision.exists'?",
            "3: form: the question is blank. Write one, or leave the fact out.",
            "4: phase: expected the question as text, or an object with question, codingNote, allowedAnswers and reason; found the number 3.",
            "5: startYear: 'question' is missing. Give it, or leave the fact out.",
            "5: startYear.questoin: unknown property 'questoin'. Did you mean 'question'?",
            "6: sameRegion: the fact is there twice. Remove one of the two.");

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"form\": ")]
    [InlineData("{} {}")]
    public void Read_NoWording_IsAProblem(string json) => QuestionWording.Read(json, Evaluator.RuleBook.Facts).Problems.Should().NotBeEmpty();

    [Fact]
    public void NextQuestions_End_SaysWhyThereAreNoMore()
    {
        Evaluator.NextQuestions(new(), 3).End.Should().Be(QuestionsEnd.AtCount);
        var cancelled = Evaluator.NextQuestions(new(), 3, cancellationToken: new(canceled: true));
        cancelled.Should().BeEmpty();
        cancelled.End.Should().Be(QuestionsEnd.Cancelled);
        var small = Rules.TestPack.Evaluator(chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false));
        small.NextQuestions(new(), 100).End.Should().Be(QuestionsEnd.NothingLeft);
    }
}
