using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Questionnaires;
using CollabRisk.Questions;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Questionnaires;

/// <summary>What a questionnaire asks.</summary>
public class QuestionnaireTests
{
    private static readonly RuleBook Book = CollaborationEvaluator.Default.RuleBook;

    private static readonly Collaboration ControlRoom = new()
    {
        Name = "Control room",
        Vision = new() { Exists = true },
        BenefitsSought = [],
        Partners = [new() { Name = "Police", Role = PartnerRole.NonLead }, new() { Name = "Fire" }],
        Remarks = [new("vision.exists") { On = new(2025, 1, 1), By = "Ann" }, new("vision.exists") { On = new(2026, 1, 1), By = "Bob", Note = "again" }],
    };

    [Fact]
    public void Of_NothingKnown_AsksForEveryFactThatSomeoneCanAnswerAndForTwoPartners()
    {
        var questionnaire = Questionnaire.Of(Book);
        var askable = Book.Facts.Facts.Where(fact => !fact.IsDerived && fact.ExpertBecause is null && fact.Type != FactType.List).ToLookup(fact => fact.IsPerPartner);
        questionnaire.Items.Should().HaveCount(askable[false].Count() + (2 * askable[true].Count()));
        questionnaire.Items.Select(item => item.Path).Should().OnlyHaveUniqueItems().And.Contain("partners[Partner 1].name").And.Contain("partners[Partner 2].role").And.NotContain("partners");
        questionnaire.Items.Should().OnlyContain(item => item.Answer == null);
        questionnaire.Sections.Select(section => section.Heading).Should().StartWith(["The collaboration", "Partner 1", "Partner 2", "Context"]).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Of_Short_AsksWhatTheShortFormHasAndOfWhat()
    {
        var asked = Questionnaire.Of(Book, options: new() { Form = InterviewForm.Short }).Items.Select(item => item.Fact.Path).ToHashSet();
        var chosen = ShortForm.Of(Book).Questions.SelectMany(question => question.Facts).Select(fact => fact.Path);
        asked.Should().BeEquivalentTo(chosen.Except(["partners"]).Concat(["name", "asOf", "partners[].name"]));
    }

    [Fact]
    public void Of_OnlyOnePack_AsksWhatItsRulesRead()
    {
        var book = RuleBook.Build([KnowledgePacks.General, KnowledgePacks.AllianceAndDelivery]);
        var pack = KnowledgePacks.AllianceAndDelivery.Id;
        var read = book.Rules.Where(rule => rule.PackId == pack).SelectMany(rule => rule.Conditions).SelectMany(condition => condition.Facts)
            .Where(fact => fact is { IsDerived: false, ExpertBecause: null, Type: not FactType.List }).Select(fact => fact.Path).ToHashSet();
        Questionnaire.Of(book, options: new() { OnlyPack = pack }).Items.Select(item => item.Fact.Path).Distinct()
            .Should().Contain(read).And.NotContain("vision.exists").And.HaveCountLessThan(2 * read.Count);
        var asking = () => Questionnaire.Of(book, options: new() { OnlyPack = pack, Form = InterviewForm.Short });
        asking.Should().Throw<ArgumentException>().WithMessage($"The pack '{pack}' raises nothing at Moderate or High, so that its part of the short form is empty. Ask for the full form.");
    }

    [Fact]
    public void Of_OnlyAPackThatIsNotThere_IsRefusedWithTheOnesThatAre()
    {
        var asking = () => Questionnaire.Of(Book, options: new() { OnlyPack = "my-force.control-room" });
        asking.Should().Throw<ArgumentException>().WithMessage("The rule book has no pack 'my-force.control-room'. It has collabrisk.general.");
    }

    [Fact]
    public void Of_WhatIsKnown_IsFilledInWithTheLatestRemark()
    {
        var items = Questionnaire.Of(Book, ControlRoom).Items.ToDictionary(item => item.Path, StringComparer.Ordinal);
        items["vision.exists"].Answer.Should().Be("yes");
        items["vision.exists"].Remark!.By.Should().Be("Bob");
        items["partners[Police].role"].Answer.Should().Be("non-lead");
        items["partners[Fire].name"].Answer.Should().Be("Fire");
        items["benefitsSought"].Answer.Should().Be("[]");
        items["form"].Answer.Should().BeNull();
        items["vision.jointlyDeveloped"].CodingNote.Should().StartWith("Only where the answer to “");
        items["transparency.domains.financial"].CodingNote.Should().Contain("is partial.");
    }

    [Fact]
    public void Of_Blank_KeepsTheNamesOfThePartnersAlone() =>
        Questionnaire.Of(Book, ControlRoom, new() { IsBlank = true }).Items.Where(item => item.Answer is not null || item.Remark is not null).Select(item => item.Path)
            .Should().Equal("partners[Police].name", "partners[Fire].name");

    [Fact]
    public void Of_PartnersNamed_AsksAboutTheseInTheirOrder() =>
        Questionnaire.Of(Book, ControlRoom, new() { Partners = ["Fire", " Council "] }).Sections.Select(section => section.Heading).Skip(1).Take(2)
            .Should().Equal("Partner: Fire", "Partner: Council");

    [Fact]
    public void Of_WordingAndPacks_AsksInTheseWordsAndForTheirFacts()
    {
        var items = Questionnaire.Of(RotaPack.Book, options: new() { Wording = new() { ["vision.exists"] = new("Delen de partners een visie?") { AllowedAnswers = "ja of nee", CodingNote = "" } } }).Items.ToDictionary(item => item.Path, StringComparer.Ordinal);
        items["vision.exists"].Question.Should().Be("Delen de partners een visie?");
        items["vision.exists"].AllowedAnswers.Should().Be("ja of nee");
        items["vision.exists"].CodingNote.Should().BeNull();
        items.Keys.Should().Contain(path => path.StartsWith("extensions.", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_BadNamesAndValues_TellsAllOfThem() =>
        Invoking(() => Questionnaire.Of(Book, new() { StartYear = 1 }, new() { Partners = ["A", " A", ""], Respondents = ["x\u200B"] })).Should().Throw<ArgumentException>().Which.Message
            .Should().Contain("startYear").And.Contain("partner: 'A' is there twice").And.Contain("partner: a name must not be empty").And.Contain("respondent: the name 'x\\u200B' has an invisible character");

    [Fact]
    public void Choices_EveryFact_AreReadBackAsTheSameWords()
    {
        foreach (var item in Questionnaire.Of(RotaPack.Book).Items.Where(item => item.Choices.Count > 0))
        {
            var rows = item.Choices.Select(choice => FilledQuestionnaire.Read(RotaPack.Book, [new AnswerTable("a", null, [["Fact", "Answer"], [item.Fact.IsPerPartner ? item.Fact.Path.Replace("[]", "[A]", StringComparison.Ordinal) : item.Path, choice]])])).ToList();
            rows.Should().OnlyContain(each => each.IsValid, item.Path);
            rows.Select(each => item.Fact.ValueIn(item.Fact.IsPerPartner ? each.Respondents[0].Collaboration.Partners![0] : each.Respondents[0].Collaboration)).Should().OnlyHaveUniqueItems().And.NotContainNulls();
        }
    }
}
