using CollabRisk.Facts;
using CollabRisk.Questionnaires;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Questionnaires;

/// <summary>What is read back of a questionnaire that people filled in.</summary>
public class FilledQuestionnaireTests
{
    private static readonly string[] Headings = ["Fact", "Answer", "Note", "Said by", "Said on", "Evidence"];

    [Fact]
    public void Read_WhatWasFilledInByTheQuestionnaire_IsTheSameCollaboration() => Law.Holds(300, drawn =>
    {
        var given = drawn.Collaboration;
        var table = TableOf(Questionnaire.Of(RotaPack.Book, given), "view.csv");
        var onto = FilledQuestionnaire.Read(RotaPack.Book, [table], given);
        onto.Problems.Should().BeEmpty();
        onto.Respondents.Select(each => each.Collaboration).DefaultIfEmpty(given).Should().Equal(given);

        var alone = FilledQuestionnaire.Read(RotaPack.Book, [table]).Respondents.Select(each => each.Collaboration).SingleOrDefault() ?? new Collaboration();
        foreach (var fact in RotaPack.Book.Facts.Facts.Where(fact => !fact.IsPerPartner && !fact.IsDerived && fact.ExpertBecause is null && fact.Type != FactType.List))
        {
            Assert.Equal(fact.ValueIn(given), fact.ValueIn(alone));
        }

        Assert.Equal((given.Partners ?? []).Select(partner => partner.Name), (alone.Partners ?? []).Select(partner => partner.Name));
    });

    [Fact]
    public void Read_Answers_AreFactsAndRemarks()
    {
        var filled = Read(
            ["vision.exists", " Yes ", "asked twice", "Ann", "2026-01-12", "minutes"],
            ["trust.organisational", "don’t know", "ask Bob"],
            ["benefitsSought", "resilience, cost reduction"],
            ["context.austerityPressure", ""],
            ["partners[Fire].role", "non lead", "as agreed"],
            ["partners[Fire].objectivesDeclared", "FALSE"]);
        filled.Problems.Should().BeEmpty();
        filled.Respondents.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Respondent = "view", Answered = 5, NotKnown = 1 });
        filled.Respondents[0].Collaboration.Should().Be(new Collaboration
        {
            Vision = new() { Exists = true },
            BenefitsSought = [Benefit.CostReduction, Benefit.Resilience],
            Partners = [new() { Name = "Fire", Role = PartnerRole.NonLead, ObjectivesDeclared = false }],
            Remarks =
            [
                new("vision.exists") { By = "Ann", On = new(2026, 1, 12), Evidence = "minutes", Note = "asked twice" },
                new("trust.organisational") { Note = "ask Bob" },
                new("partners[Fire].role") { Note = "as agreed" },
            ],
        });
    }

    [Fact]
    public void Read_BadCells_AreToldAllAtOnceWithAddressAndWhatIsAllowed()
    {
        var filled = FilledQuestionnaire.Read(RotaPack.Book,
        [
            new("a.xlsx", "Questions",
            [
                ["Our questionnaire"],
                [.. Headings],
                ["vision.exists", "mabye"],
                ["vision.exist", "yes"],
                ["trust.organisational", "Hihg", "", "", "12/01/2026"],
                ["partnerCount", "1"],
                ["benefitsSought", "resilience, luck"],
                ["vision.exists", "no"],
                ["", "yes"],
                ["asOf", "31/03/2024"],
                ["partners[Partner 1].name", ""],
                ["partners[Partner 1].role", "lead"],
                ["crossProfession", "yes", new string('x', 2_001)],
            ]),
            new("empty.csv", null, []),
        ]);
        filled.IsValid.Should().BeFalse();
        filled.Respondents.Should().BeEmpty();
        filled.Problems.Select(problem => problem.ToString()).Should().BeEquivalentTo(
            "a.xlsx, sheet 'Questions', cell A4: no fact has the path 'vision.exist'. Did you mean 'vision.exists'? A fact that a pack declares needs the pack.",
            "a.xlsx, sheet 'Questions', cell A8: 'vision.exists' is in row 3 too. Keep one of the two.",
            "a.xlsx, sheet 'Questions', cell B9: 'yes' is an answer in a row that names no fact in column 'Fact'. Write its path there, such as vision.exists, or remove the answer.",
            "a.xlsx, sheet 'Questions', cell B3: 'mabye' is not an answer here. Give yes or no, or don't know, or does not apply.",
            "a.xlsx, sheet 'Questions', cell E5: '12/01/2026' is not a day. Write it as 2024-03-31.",
            "a.xlsx, sheet 'Questions', cell B5: 'Hihg' is not an answer here. Give none, low, sufficient or high, or don't know, or does not apply. Did you mean 'high'?",
            "a.xlsx, sheet 'Questions', cell B6: '1' is not an answer here. Give a whole number of at least 2, or don't know.",
            "a.xlsx, sheet 'Questions', cell B7: 'luck' is not an answer here. Give any of cost reduction, resilience, effectiveness, efficiency, service quality, information integration, interoperability, response time, value for money, less bureaucracy, maximise resources, technology investment, with commas between them, or none, or don't know, or does not apply.",
            "a.xlsx, sheet 'Questions', cell B10: '31/03/2024' is not an answer here. Give a day such as 2024-03-31, or don't know.",
            "a.xlsx, sheet 'Questions', cell B12: it is about a partner whose name is not given. Give the name in cell B11, or leave this row empty.",
            $"a.xlsx, sheet 'Questions', cell C13: the text '{new string('x', 60)}…' is too long: at most 2000 characters are kept. Shorten it.",
            "empty.csv: there is no row of headings with 'Fact' and 'Answer'. Fill in a questionnaire that 'collabrisk questionnaire' made, or name the columns so.");
    }

    [Fact]
    public void Read_AColumnARespondent_GivesEachTheirAnswers()
    {
        var filled = FilledQuestionnaire.Read(CollaborationEvaluator.Default.RuleBook,
        [
            new("all.csv", null,
            [
                ["Fact", "Answer: Ann", "Note: Ann", "answer:  Bob", "Answer: Cy"],
                ["partners[Partner 1].name", "Police", "", "Met Police", ""],
                ["partners[Partner 1].role", "lead", "", "equal", ""],
                ["vision.exists", "yes", "n", "no", ""],
            ]),
        ]);
        filled.Problems.Should().BeEmpty();
        filled.Silent.Should().Equal("Cy");
        filled.Respondents.Select(each => (each.Respondent, each.Collaboration.Vision.Exists, each.Collaboration.Partners![0].Name, each.Collaboration.Partners[0].Role, each.Collaboration.Remarks.Count))
            .Should().Equal(("Ann", true, "Police", PartnerRole.Lead, 1), ("Bob", false, "Met Police", PartnerRole.Equal, 0));
    }

    [Theory]
    [InlineData("'Answer' is the heading of another column too", "Fact", "Answer", "Answer")]
    [InlineData("there is no column 'Answer: Bob' to which this one belongs", "Fact", "Answer", "Note: Bob")]
    [InlineData("cell C1: it says who answers: the name 'B\\u200Bb' has an invisible character", "Fact", "Answer", "Answer: B\u200Bb")]
    [InlineData("there is no row of headings", "Fact", "Note")]
    public void Read_BadHeadings_AreTold(string expected, params string[] headings) =>
        FilledQuestionnaire.Read(RotaPack.Book, [new("a.csv", null, [headings, ["vision.exists", "yes"]])]).Problems.Should().ContainSingle().Which.ToString().Should().Contain(expected);

    [Fact]
    public void Read_TwoSheetsOrFiles_AreNamedBySheetOrFileAndNotTwice()
    {
        string[][] rows = [["Fact", "Answer"], ["vision.exists", "yes"]];
        FilledQuestionnaire.Read(RotaPack.Book, [new("a.xlsx", "Police", rows), new("a.xlsx", "Help", [["text"]]), new("a.xlsx", "Fire", rows), new("dir/b.xlsx", "S", rows)])
            .Respondents.Select(each => each.Respondent).Should().Equal("Police", "Fire", "b");
        FilledQuestionnaire.Read(RotaPack.Book, [new("b.xlsx", "S", rows), new("dir/b.csv", null, rows)]).Problems.Should().ContainSingle()
            .Which.ToString().Should().StartWith("dir/b.csv: 'b' answers in b.xlsx, sheet 'S' too.");
    }

    [Fact]
    public void Read_Onto_KeepsWhatIsEmptyTakesBackWhatIsNotKnownAndRenames()
    {
        var before = new Collaboration
        {
            Name = "Room",
            Vision = new() { Exists = true, Compelling = true },
            Partners = [new() { Name = "Police", Role = PartnerRole.Lead }, new() { Name = "Fire" }],
            Remarks = [new("partners[Police].role") { Note = "agreed" }],
        };
        var filled = FilledQuestionnaire.Read(RotaPack.Book, [new("a.csv", null, [["Fact", "Answer"], ["vision.exists", "unknown"], ["vision.compelling", ""], ["partners[Police].name", "Met"], ["partners[Fire].name", ""], ["partners[Fire].role", "equal"]])], before);
        filled.Problems.Should().BeEmpty();
        filled.Respondents[0].Collaboration.Should().Be(before with
        {
            Vision = new() { Compelling = true },
            Partners = [new() { Name = "Met", Role = PartnerRole.Lead }, new() { Name = "Fire", Role = PartnerRole.Equal }],
            Remarks = [new("partners[Met].role") { Note = "agreed" }],
        });
    }

    [Fact]
    public void Read_OntoWithAnotherAnswer_SaysOfWhichAnswerAnEarlierRemarkWas()
    {
        var before = new Collaboration
        {
            Vision = new() { Exists = false, Compelling = true },
            Trust = new() { Organisational = TrustLevel.Low },
            Partners = [new() { Name = "Police", Role = PartnerRole.Lead }],
            Remarks =
            [
                new("vision.exists") { Note = "nothing on paper", Evidence = "minutes of May" },
                new("vision.compelling") { Note = "says Ann" },
                new("trust.organisational") { By = "Bob" },
                new("partners[Police].role") { Note = "Said of an earlier answer, equal: as agreed" },
                new("workload.overload") { Note = "no one knows, ask Bob" },
                new("phase") { Note = new string('x', 1_990) },
            ],
            Phase = Phase.GoLive,
        };
        var filled = FilledQuestionnaire.Read(RotaPack.Book, [new("a.csv", null, [["Fact", "Answer", "Note"], ["vision.exists", "yes", "it is written now"], ["vision.compelling", "yes"], ["trust.organisational", "don't know"], ["partners[Police].role", "equal"], ["workload.overload", "yes"], ["phase", "sustaining"]])], before);
        filled.Problems.Should().BeEmpty();
        filled.Respondents[0].Collaboration.Remarks.Should().Equal(
            new("partners[Police].role") { Note = "Said of an earlier answer, equal: as agreed" },
            new("phase") { Note = $"Said of an earlier answer: {new string('x', 1_972)}…" },
            new("trust.organisational") { By = "Bob", Note = "Said of an earlier answer, low." },
            new("vision.compelling") { Note = "says Ann" },
            new("vision.exists") { Note = "it is written now" },
            new("vision.exists") { Note = "Said of an earlier answer, no: nothing on paper", Evidence = "minutes of May" },
            new("workload.overload") { Note = "Said of an earlier answer, not known: no one knows, ask Bob" });
    }

    [Theory]
    [InlineData("efficiency, none", "'none' is not an answer here.")]
    [InlineData("efficiency, don't know", "'don't know' is not an answer here.")]
    [InlineData("[efficiency", "'[efficiency' is not an answer here.")]
    [InlineData("[", "'[' is not an answer here.")]
    [InlineData("[efficiency, bogus]", "'bogus' is not an answer here.")]
    [InlineData("efficiency,,bogus", "'bogus' is not an answer here.")]
    public void Read_SeveralWordsOfWhichOneIsNot_NamesIt(string answer, string expected) =>
        Read(["benefitsSought", answer]).Problems.Should().ContainSingle().Which.Message.Should().StartWith(expected);

    [Fact]
    public void Read_NamesThatOnlyCapitalsTellApart_AreTold()
    {
        var expected = "'police' and 'Police' differ only in capitals. Write 'Police' where the same partner is meant, or give the other one another name.";
        Read(["partners[Police].role", "lead"], ["partners[police].objectivesDeclared", "yes"], ["partners[police].role", "lead"]).Problems.Should().ContainSingle()
            .Which.ToString().Should().Be($"view.csv, cell A3: {expected}");
        Read(["partners[Police].role", "lead"], ["partners[Partner 1].name", "police"]).Problems.Should().ContainSingle().Which.ToString().Should().Be($"view.csv, cell B3: {expected}");
        FilledQuestionnaire.Read(RotaPack.Book, [new("a.csv", null, [["Fact", "Answer: Ann", "Answer: Bob"], ["partners[police].role", "lead", "equal"]])], new() { Partners = [new() { Name = "Police" }] })
            .Problems.Should().ContainSingle("the cell is told once, whoever reads it");
        FilledQuestionnaire.Read(RotaPack.Book, [new("ann.csv", null, [["Fact", "Answer"], ["partners[Police].role", "lead"]]), new("bob.csv", null, [["Fact", "Answer"], ["partners[police].role", "equal"]])])
            .Problems.Should().ContainSingle().Which.ToString().Should().Be($"bob.csv: 'bob' writes the name of a partner otherwise than others do: {expected}");
        Read(["partners", "police; Fire; Police"]).Problems.Should().ContainSingle().Which.ToString().Should().Be($"view.csv, cell B2: {expected}");
    }

    [Theory]
    [InlineData("Fire", "'Fire' is the name of another partner")]
    [InlineData("don't know", "a partner always has a name")]
    [InlineData("a\u0007b", "has an invisible character")]
    public void Read_NameThatCannotBe_IsTold(string name, string expected) =>
        Read(["partners[Fire].role", "lead"], ["partners[Partner 1].name", name]).Problems.Should().ContainSingle().Which.ToString().Should().StartWith("view.csv, cell B3: ").And.Contain(expected);

    [Fact]
    public void Read_ListOfPartners_IsTakenWithThoseThatAreNamedElsewhere() =>
        Read(["partners", "Police; Fire"], ["partners[Fire].role", "lead"], ["partners[Council].role", "equal"]).Respondents[0].Collaboration.Partners!.Select(partner => (partner.Name, partner.Role))
            .Should().Equal(("Police", null), ("Fire", PartnerRole.Lead), ("Council", PartnerRole.Equal));

    [Fact]
    public void Read_ShareWithPercentSign_IsTheShare() =>
        Read(["partners[Fire].benefitShare", "33.5 %"]).Respondents[0].Collaboration.Partners![0].BenefitShare.Should().Be(33.5m);

    private static FilledQuestionnaire Read(params string[][] rows) => FilledQuestionnaire.Read(RotaPack.Book, [new("view.csv", null, [Headings, .. rows])]);

    private static AnswerTable TableOf(Questionnaire questionnaire, string file) =>
        new(file, null, [[.. QuestionnaireTable.Headings(questionnaire)], .. QuestionnaireTable.Rows(questionnaire).Select(row => row.Cells)]);
}
