using System.Text.Json.Nodes;
using CollabRisk.Facts;
using CollabRisk.Perspectives;
using CollabRisk.Questionnaires;
using CollabRisk.Questions;

namespace CollabRisk.RulePacks.Tests.Loading;

/// <summary>The words that packs have for questions: for a setting, and in languages.</summary>
public class WordingTests
{
    private const string Manifest = """
        pack: { id: my.pack, version: 1.0.0, title: T, licence: MIT, authors: [A], date: 2026-11-29, engine: '>=0.1.0', prefix: MY }
        facts:
          - { name: rota, type: YesNo, meaning: the rota is shared, question: Is the rota shared?, better: yes }

        """;

    [Fact]
    public void Wording_WithoutALanguage_IsUsedWhereverQuestionsAreAsked()
    {
        using var pack = new PackOnDisk(("pack.yaml", Manifest + """
            wordings:
              - fact: transparency.level
                question: How open are the control rooms?
                reason: It is about openness.
              - fact: extensions.my.rota
                question: Do you plan duties together?
                allowed answers: yes, or no
            """));
        var book = new RulePackLoader().Load(pack.Folder).RuleBook;
        var evaluator = new CollaborationEvaluator(book);

        var next = evaluator.NextQuestions(new Collaboration(), 40, InterviewForm.Short);

        var asked = next.Single(question => question.Path == "transparency.level");
        asked.Question.Should().Be("How open are the control rooms?");
        asked.Reason.Should().Be("It is about openness.");
        asked.AllowedAnswers.Should().Be("none, partial or full", "what has no words of its own keeps the library's");
        Questionnaire.Of(book).Items.Single(item => item.Path == "extensions.my.rota").Question.Should().Be("Do you plan duties together?");
        Questionnaire.Of(book).Items.Single(item => item.Path == "extensions.my.rota").AllowedAnswers.Should().Be("yes, or no");
    }

    [Fact]
    public void Wording_WithoutALanguage_IsThatOfEveryListOfQuestions()
    {
        using var pack = new PackOnDisk(("pack.yaml", Manifest + """
            wordings:
              - { fact: transparency.level, question: How open are the control rooms?, allowed answers: 'not, partly or fully' }
              - { fact: 'partners[].role', question: Who leads? }
            """));
        var evaluator = new CollaborationEvaluator(new RulePackLoader().Load(pack.Folder).RuleBook);
        var given = new Collaboration { Partners = [new() { Name = "Fire" }, new() { Name = "Police" }] };
        var assessment = evaluator.Evaluate(given);

        var open = assessment.OpenQuestions.Single(question => question.Path == "transparency.level");
        (open.Question, open.AllowedAnswers).Should().Be(("How open are the control rooms?", "not, partly or fully"));
        assessment.OpenQuestions.Single(question => question.Path == "partners[Fire].role").Question.Should().Be("Fire: Who leads?");
        assessment.OpenQuestions.Single(question => question.Path == "vision.exists").Question.Should().Be(CollaborationEvaluator.Default.RuleBook.Facts.Find("vision.exists")!.Question, "the pack has no words for it");
        foreach (var json in new[] { assessment.ToJson(indented: false), assessment.ToJson() })
        {
            JsonNode.Parse(json)!["openQuestions"]!.AsArray().Single(question => $"{question!["path"]}" == "partners[Police].role")!["question"]!.GetValue<string>().Should().Be("Police: Who leads?");
        }

        var opinions = new[] { TransparencyLevel.None, TransparencyLevel.Full }.Select((level, i) => new Perspective($"{i}", new() { Transparency = new() { Level = level } }));
        evaluator.Evaluate(PerspectiveSet.Of(opinions)).Disagreements.Single().Question.Should().Be("How open are the control rooms?");
    }

    [Fact]
    public void QuestionOf_AStepOfAnInterview_IsTheQuestionAsItWasAsked()
    {
        using var pack = new PackOnDisk(("pack.yaml", Manifest + "wordings: [{ fact: 'partners[].role', question: Who leads? }]"));
        var evaluator = new CollaborationEvaluator(new RulePackLoader().Load(pack.Folder).RuleBook);

        var interview = Interview.Start(evaluator, new()).AnswerText("Fire; Police");
        while (interview.Next is { } next && next.Path != "partners[Fire].role")
        {
            interview = interview.Skip();
        }

        interview.QuestionOf("partners[Fire].role").Should().Be(interview.Next!.Question).And.Be("Fire: Who leads?");
        interview.QuestionOf("vision.exists").Should().Be(evaluator.RuleBook.Facts.Find("vision.exists")!.Question);
        interview.QuestionOf("vision.exist").Should().BeNull();
        interview.Invoking(each => each.QuestionOf(null!)).Should().ThrowExactly<ArgumentNullException>();
    }

    [Fact]
    public void Wording_OfAHost_ComesBeforeThatOfAPack()
    {
        using var pack = new PackOnDisk(("pack.yaml", Manifest + """
            wordings:
              - { fact: vision.exists, question: In the words of the pack? }
              - { fact: transparency.level, question: Of the pack alone? }
            """));
        var book = new RulePackLoader().Load(pack.Folder).RuleBook;

        var items = Questionnaire.Of(book, options: new() { Wording = new() { ["vision.exists"] = new("In the words of the host?") } }).Items.ToList();

        items.Single(item => item.Path == "vision.exists").Question.Should().Be("In the words of the host?");
        items.Single(item => item.Path == "transparency.level").Question.Should().Be("Of the pack alone?");
    }

    [Theory]
    [InlineData(null, "whatever")]
    [InlineData("fr", "whatever")]
    [InlineData("de", "deutsch")]
    [InlineData("de-CH", "deutsch")]
    [InlineData("DE-at", "österreichisch")]
    [InlineData("den", "whatever")]
    public void Wording_InALanguage_IsTheNearestThereIs(string? language, string expected)
    {
        using var pack = new PackOnDisk(("pack.yaml", Manifest + """
            wordings:
              - { fact: vision.exists, language: de-AT, question: österreichisch }
              - { fact: vision.exists, question: whatever }
              - { fact: vision.exists, language: de, question: deutsch }
            """));
        var book = new RulePackLoader().Load(pack.Folder).RuleBook;

        QuestionWording.Of(book, language)["vision.exists"]!.Question.Should().Be(expected);
        book.Languages.Should().Equal("de", "de-AT");
    }

    [Fact]
    public void Wording_OfABookInALanguage_IsThatOfTheLanguageWithoutBeingAskedFor()
    {
        using var pack = new PackOnDisk(("pack.yaml", Manifest + """
            wordings:
              - { fact: transparency.level, question: whatever }
              - { fact: transparency.level, language: de, question: deutsch }
            """));
        var book = new RulePackLoader(new() { Language = "de-CH" }).Load(pack.Folder).RuleBook;

        Questionnaire.Of(book).Items.Single(item => item.Path == "transparency.level").Question.Should().Be("deutsch");
        new CollaborationEvaluator(book).NextQuestions(new Collaboration(), 40, InterviewForm.Short).Single(question => question.Path == "transparency.level").Question.Should().Be("deutsch");
    }

    [Fact]
    public void Wordings_ThatCannotBeUsed_AreAllNamedWithTheirPlace()
    {
        using var pack = new PackOnDisk(("pack.yaml", Manifest + """
            wordings:
              - { fact: vision.exist, question: Q }
              - { fact: vision.exists, language: Dutch please, question: Q }
              - { fact: trust.organisational, question: One }
              - { fact: trust.organisational, question: Two }
              - { fact: trust.individual, language: nl, question: Een }
              - { fact: trust.individual, language: NL, question: Twee }
              - { fact: partner.rol, question: Q }
            """));

        new RulePackLoader().TryLoad([pack.Folder], out var set, out var problems).Should().BeFalse();

        set.Should().BeNull();
        problems.Select(problem => $"{problem.Code} {problem.Place?.Line}: {problem.What}").Should().BeEquivalentTo(
            "CRP517 5: there is no such fact. Did you mean 'vision.exists'?",
            "CRP517 6: 'Dutch please' is not a language. Write its tag, such as nl or de-AT, or leave it out for words that are used whatever the language.",
            $"CRP518 8: the pack has words for it already at {pack["pack.yaml"]}(7,5). Keep one.",
            $"CRP518 10: the pack has words for it in NL already at {pack["pack.yaml"]}(9,5). Keep one.",
            "CRP517 11: there is no such fact. Did you mean 'partner.role'?");
    }

    [Fact]
    public void Wordings_ChangeNoResult_AndAreExported()
    {
        using var with = PackOnDisk.Sample();
        using var without = PackOnDisk.Sample();
        var text = File.ReadAllText(without["pack.yaml"]);
        without.Write("pack.yaml", text[..text.IndexOf("# How its questions are asked of Dutch", StringComparison.Ordinal)]);
        var (one, other) = (new RulePackLoader().Load(with.Folder), new RulePackLoader().Load(without.Folder));

        one.RuleBook.Digest.Should().Be(other.RuleBook.Digest);
        QuestionWording.Of(one.RuleBook, "nl")["extensions.rcr.rotaShared"]!.Question.Should().Be("Plannen de meldkamers hun diensten samen?");

        var exported = RulePackExport.Write(one.Packs.Single().Pack, one.RuleBook, one.Packs.Single().Manifest);
        string.Concat(exported.Values).Should().Contain("Plannen de meldkamers hun diensten samen?");
    }
}
