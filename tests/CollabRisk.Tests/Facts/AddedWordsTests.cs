using CollabRisk.Comparing;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Perspectives;
using CollabRisk.Questionnaires;
using CollabRisk.Questions;
using CollabRisk.Records;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Facts;

/// <summary>A word that a pack adds works wherever a word of the library does, and counts as one of these.</summary>
public class AddedWordsTests
{
    private static readonly CollaborationEvaluator Evaluator = HousingPack.Evaluator;
    private static readonly FactRegistry Facts = HousingPack.Book.Facts;

    [Theory]
    [InlineData("Voluntary", "HOU-VOLUNTARY HOU-OTHER-VOLUNTARY", "HOU-LANDLORD HOU-HEALTH-OR-POLICE")]
    [InlineData("hou.HousingAssociation", "HOU-LANDLORD HOU-VOLUNTARY", "HOU-ALL-OTHERS HOU-OTHER-VOLUNTARY HOU-NO-LANDLORD HOU-HEALTH-OR-POLICE")]
    [InlineData("hou.TenantsGroup", "HOU-VOLUNTARY HOU-OTHER-VOLUNTARY", "HOU-ALL-OTHERS HOU-LANDLORD")]
    [InlineData("hou.DrugService", "HOU-HEALTH-OR-POLICE HOU-ALL-OTHERS HOU-NO-LANDLORD", "HOU-VOLUNTARY HOU-LANDLORD")]
    [InlineData("Police", "HOU-HEALTH-OR-POLICE HOU-ALL-OTHERS", "HOU-VOLUNTARY")]
    public void Evaluate_Sector_IsFoundByItsWordAndByWhatItCountsAs(string sector, string raised, string notRaised)
    {
        var findings = Evaluator.Evaluate(Of(sector, sector)).Findings.Select(finding => finding.Code).ToList();
        findings.Should().Contain(raised.Split(' ')).And.NotContain(notRaised.Split(' '));
    }

    [Theory]
    [InlineData("Voluntary", "hou.HousingAssociation", null, false)]
    [InlineData("hou.TenantsGroup", "hou.HousingAssociation", null, false)]
    [InlineData("hou.DrugService", "hou.HousingAssociation", true, true)]
    [InlineData("hou.DrugService", "Health", false, false)]
    [InlineData("hou.DrugService", "Police", true, true)]
    [InlineData("far.Away", "Police", null, null)]
    public void Evaluate_SectorsOfPartners_CountForWhatFollowsAndDiffers(string one, string other, bool? cross, bool? differ)
    {
        var assessment = Evaluator.Evaluate(Of(one, other));
        (assessment.Outcomes["HOU-CROSS"].Outcome == Outcome.Raised ? true : assessment.Outcomes["HOU-ONE-PROFESSION"].Outcome == Outcome.Raised ? false : (bool?)null).Should().Be(cross);
        assessment.Outcomes["HOU-DIFFER"].Outcome.Should().Be(differ switch { true => Outcome.Raised, false => Outcome.Clear, null => Outcome.Undetermined });
    }

    [Fact]
    public void Evaluate_WithoutThePack_IsNotKnownAndNamed()
    {
        var given = CollaborationJson.Parse("""{ "form": "hou.JointCommissioning", "partners": [{ "name": "Homes", "sector": "hou.HousingAssociation" }, { "name": "Force", "sector": "Police" }] }""");
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.AContext("ALL-POLICE").When(c => c.Partners.Every(p => p.Sector == Sector.Police));
            chapter.AContext("ALL-OTHERS").When(c => c.Partners.Some(p => p.Sector != Sector.Police));
        }).Evaluate(given);
        assessment.Outcomes.Values.Should().OnlyContain(outcome => outcome.Outcome == Outcome.Undetermined);
        assessment.UnreadExtensions.Should().Equal("form", "partners[Homes].sector");
        assessment.OpenQuestions.Select(question => question.Path).Should().Contain("partners[Homes].sector");
        assessment.ToText().Should().Contain("- partners[Homes].sector: no loaded pack adds the word 'hou.HousingAssociation', so it was ignored.");
        assessment.Collaboration.Partners.Should().Equal(given.Partners);
        Evaluator.Evaluate(given).UnreadExtensions.Should().BeEmpty();
        Evaluator.Evaluate(given).Facts.Single(fact => fact.Path == "partners[Homes].sector").Value.Should().Be("housing association");
    }

    [Fact]
    public void UnreadWord_MisspeltOne_IsSaidWithTheOneThatIsMeant()
    {
        var text = Evaluator.Evaluate(new Collaboration { AddedWords = new() { ["form"] = "hou.jointCommissioning" } }).ToText();
        text.Replace("\n  ", " ", StringComparison.Ordinal).Should().Contain("- form: no loaded pack adds the word 'hou.jointCommissioning', so it was ignored. Did you mean 'hou.JointCommissioning'?");
    }

    [Fact]
    public void Questions_AreAboutTheFactsOfTheBook()
    {
        // No rule of the book waits for the form any more, and an interview begins with it all the same.
        var words = new RulePack { Id = "test.words", Version = "1.0.0", Title = "A pack for tests", Chapters = [], Claims = [], Words = HousingPack.Words };
        var evaluator = new CollaborationEvaluator(RuleBook.Build([KnowledgePacks.General, words]));
        var interview = Interview.Start(evaluator, new Collaboration { Partners = [new() { Name = "A" }, new() { Name = "B" }], Governance = new() { TermsHarmonised = true } });
        var asked = new List<string>();
        for (; interview.Next is { } question; interview = interview.Skip())
        {
            question.Fact.Should().BeSameAs(evaluator.RuleBook.Facts.Find(question.Fact.Path));
            asked.Add(question.Path);
        }

        asked.Should().Contain("form").And.Contain("phase");
    }

    [Fact]
    public void FactNotes_SectorsThatPacksAdd_AreReadAsWhatTheyCountAs()
    {
        var given = Of("Police", "hou.DrugService") with { CrossProfession = false };
        Evaluator.Evaluate(given).FactNotes.Should().ContainSingle().Which.Should().StartWith("crossProfession: it is given as false, but").And.Contain("the sector Health");
        FluentActions.Invoking(() => Evaluator.WhatIf(given with { CrossProfession = null }, FactChange.Of(c => c.CrossProfession, false))).Should().Throw<ArgumentException>().WithMessage("*would have no effect*");
    }

    [Fact]
    public void Json_AddedWords_KeepWhatTheySay()
    {
        const string Json = """{"form":"hou.JointCommissioning","partners":[{"name":"Homes","sector":"hou.HousingAssociation"}],"context":{"jurisdiction":"far.Away"}}""";
        var read = CollaborationJson.Parse(Json);
        read.AddedWords.Should().Be(new FactWords { ["form"] = "hou.JointCommissioning", ["context.jurisdiction"] = "far.Away" });
        (read.Form, read.Partners![0].Sector, read.Partners[0].AddedWords["sector"]).Should().Be((null, null, "hou.HousingAssociation"));
        CollaborationJson.Parse(CollaborationJson.Write(read)).Should().Be(read);
        CollaborationJson.Write(read).Should().Contain("\"jurisdiction\": \"far.Away\"").And.Contain("\"sector\": \"hou.HousingAssociation\"").And.NotContain("addedWords");
    }

    [Fact]
    public void Json_RandomCollaborations_ComeBackTheSame()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var given = HousingPack.Collaboration(random, random.NextDouble());
            CollaborationJson.Parse(CollaborationJson.Write(given)).Should().Be(given);
        }
    }

    [Theory]
    [InlineData("""{ "partners": [{ "name": "A", "sector": "Housing" }] }""", "expected one of the words Police, ")]
    [InlineData("""{ "partners": [{ "name": "A", "sector": "Hou.Housing" }] }""", "or a word that a pack adds, with its prefix, such as 'gdn.HousingAssociation', or null while it is not known; found the text 'Hou.Housing'.")]
    [InlineData("""{ "partners": [{ "name": "A", "role": "hou.Guest" }] }""", "expected one of the words Lead, NonLead or Equal, or null")]
    [InlineData("""{ "addedWords": { "form": "hou.JointCommissioning" } }""", "unknown property 'addedWords'.")]
    public void Json_NoAddedWord_IsAProblem(string json, string expected) =>
        CollaborationJson.Read(json).Problems.Should().ContainSingle().Which.Message.Should().Contain(expected);

    [Fact]
    public void Evaluate_WordAndValue_IsRefused()
    {
        FluentActions.Invoking(() => Evaluator.Evaluate(new Collaboration
        {
            Form = CollaborationForm.Other,
            AddedWords = new() { ["form"] = "hou.JointCommissioning", ["phase"] = "hou.Pause", ["frm"] = "hou.Pause", ["context.jurisdiction"] = "far.Away" },
            NotApplicable = ["context.jurisdiction"],
            Partners = [new() { Name = "A", Sector = Sector.Police, AddedWords = new() { ["sector"] = "hou.DrugService" } }],
        })).Should().Throw<ArgumentException>()
            .WithMessage("*context.jurisdiction: 'far.Away' is given among the words that packs add, and its value is does not apply. Take one of the two away.*")
            .WithMessage("*form: 'hou.JointCommissioning' is given among the words that packs add, and its value is Other. Take one of the two away.*")
            .WithMessage("*frm: there is no such fact, so it has no word that a pack adds. Did you mean 'form'?*")
            .WithMessage("*phase: it takes no words that packs add, such as 'hou.Pause'. Give one of Preconditions,*")
            .WithMessage("*partners[A].sector: 'hou.DrugService' is given among the words that packs add, and its value is Police. Take one of the two away.*");
    }

    [Fact]
    public void Write_WordOfNoFact_IsRefused()
    {
        FluentActions.Invoking(() => CollaborationJson.Write(new Collaboration { AddedWords = new() { ["phase"] = "hou.Pause" } })).Should().Throw<ArgumentException>().WithMessage("phase: the word 'hou.Pause' of a pack is given*");
        FluentActions.Invoking(() => CollaborationJson.Write(new Collaboration { Form = CollaborationForm.Other, AddedWords = new() { ["form"] = "hou.Pause" } })).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("partners[A].sector=hou.HousingAssociation")]
    [InlineData("partners[A].sector=housing association")]
    [InlineData("partners[A].sector=HOUSINGASSOCIATION")]
    public void WhatIf_AddedWord_NamesTheCauses(string change)
    {
        var difference = Evaluator.WhatIf(Of("Police", "Police"), FactChange.Parse(change, Facts));
        difference.Facts.Select(move => $"{move}").Should().Equal("crossProfession went from no to yes", "partners[A].sector went from police to housing association");
        difference.Findings.Select(each => each.Latest.Code).Should().Contain("HOU-LANDLORD").And.Contain("HOU-CROSS");
        Evaluator.Compare(Of("hou.HousingAssociation", "Police"), Of("Police", "Police")).Facts.Select(move => move.Before).Should().Equal("yes", "housing association");
    }

    [Fact]
    public void FactChange_AddedWord_IsTakenWithThePackAtHand()
    {
        var sector = Facts.Find("partners[].sector")!;
        var changed = Of("Police", "Police").With(FactChange.Of(sector, "A", "hou.DrugService"));
        (changed.Partners![0].Sector, changed.Partners[0].AddedWords["sector"]).Should().Be((null, "hou.DrugService"));
        var back = changed.With(FactChange.Of("A", p => p.Sector, Sector.Council));
        (back.Partners![0].Sector, back.Partners[0].AddedWords).Should().Be((Sector.Council, FactWords.None));
        changed.With(FactChange.Parse("partners[A].sector=does not apply")).Partners![0].AddedWords.IsEmpty.Should().BeTrue();
        changed.With(FactChange.Parse("partners[A].sector=unknown")).Partners![0].AddedWords.IsEmpty.Should().BeTrue();
        FluentActions.Invoking(() => FactChange.Of(sector, "A", "hou.DrugServce")).Should().Throw<ArgumentException>().WithMessage("*'hou.DrugServce' is not a valid value for this fact.*Did you mean 'hou.DrugService'?*");
        FluentActions.Invoking(() => FactChange.Parse("partners[A].sector=hou.DrugService")).Should().Throw<FormatException>();
    }

    [Fact]
    public void Interview_PersonAnswersWithAnAddedWord_IsKept()
    {
        var given = new Collaboration { PartnerCount = 2, Partners = [new() { Name = "A" }, new() { Name = "B", Sector = Sector.Police }] };
        var question = Evaluator.Evaluate(given).OpenQuestions.Single(question => question.Path == "partners[A].sector");
        question.AllowedAnswers.Should().EndWith("private, drug service, housing association or tenants group");
        question.CodingNote.Should().Be("“drug service”: what hou.DrugService means. “housing association”: what hou.HousingAssociation means. “tenants group”: what hou.TenantsGroup means.");
        question.Answers.Select(answer => answer.Answer).Should().Contain("housing association");
        var interview = Interview.Start(Evaluator, given);
        while (interview.Next!.Path != question.Path)
        {
            interview = interview.Skip();
        }

        var answered = interview.AnswerText("housing association");
        answered.Collaboration.Partners![0].AddedWords["sector"].Should().Be("hou.HousingAssociation");
        Interview.Read(Evaluator, answered.ToJson()).Value!.Collaboration.Should().Be(answered.Collaboration);
        interview.Answer("hou.DrugService").Collaboration.Partners![0].AddedWords["sector"].Should().Be("hou.DrugService");
    }

    [Fact]
    public void Questionnaire_AddedWord_IsOfferedAndReadBack()
    {
        var given = Of("hou.HousingAssociation", "far.Away");
        var items = Questionnaire.Of(HousingPack.Book, given).Items;
        items.Single(item => item.Path == "partners[A].sector").Choices.Should().Contain("housing association");
        items.Single(item => item.Path == "partners[A].sector").Answer.Should().Be("housing association");
        items.Single(item => item.Path == "partners[B].sector").Answer.Should().BeNull();
        var filled = FilledQuestionnaire.Read(HousingPack.Book, [new("a.csv", null, [["Fact", "Answer"], ["partners[A].sector", "tenants group"], ["partners[B].sector", ""]])], given);
        filled.Problems.Should().BeEmpty();
        filled.Respondents.Single().Collaboration.Partners!.Select(partner => partner.AddedWords["sector"]).Should().Equal("hou.TenantsGroup", "far.Away");
    }

    [Fact]
    public void Perspectives_AddedWords_AgreeAndDiffer()
    {
        var set = PerspectiveSet.Of(new("one", Of("hou.DrugService", "hou.HousingAssociation")), new Perspective("two", Of("hou.DrugService", "Voluntary")));
        set.Merged.Partners![0].AddedWords["sector"].Should().Be("hou.DrugService");
        set.Disputed.Select(held => held.Path).Should().Equal("partners[B].sector");
        set.Disputed[0].Positions.Select(position => position.Value).Should().Equal("housing association", "voluntary");
    }

    [Theory]
    [InlineData("far.Away", "far.Other")]
    [InlineData("far.Away", "Health")]
    [InlineData("hou.DrugService", "far.Away")]
    public void Between_WordThatNoPackAdds_Moves(string one, string other)
    {
        Moved(Of("Police", one), Of("Police", other)).Should().Equal("partners[B].sector");
        Moved(new Collaboration { AddedWords = FactWords.None.With("form", "far.Form") }, new Collaboration()).Should().Equal("form");

        static IEnumerable<string> Moved(Collaboration before, Collaboration after) =>
            AssessmentDifference.Between(Evaluator.Evaluate(before), Evaluator.Evaluate(after)).Facts.Where(move => !move.Fact.IsDerived && move.Fact != Facts.CrossProfession).Select(move => move.Path);
    }

    [Fact]
    public void Record_AddedWords_ReplayTheSame() =>
        DecisionRecord.Read(DecisionRecord.Of(Evaluator.Evaluate(Of("hou.DrugService", "far.Away"))).ToJson()).Value!.Replay(HousingPack.Book).IsIdentical.Should().BeTrue();

    [Fact]
    public void SpokenWords_OfTwoPacksAlike_HaveTheirPrefix()
    {
        WordDeclaration Word(string prefix) => new() { Fact = "form", Word = $"{prefix}.JointVenture", CountsAs = "Other", Meaning = "a venture" };
        RulePack Pack(string prefix) => new() { Id = $"test.{prefix}", Version = "1.0.0", Title = "A pack", Chapters = [], Claims = [], Words = [Word(prefix)] };
        var form = RuleBook.Build([TestPack.Of(chapter => chapter.AContext("ONE").When(c => c.Form.IsAdded("abc.JointVenture"))), Pack("abc"), Pack("xyz")]).Facts.Find("form")!;
        form.SpokenWords.Should().EndWith(["joint venture (abc)", "joint venture (xyz)"]);
        FactValues.WordOf(form, "joint venture (xyz)").Should().Be(form.AllowedWords.Count - 1);
        FactValues.WordOf(form, "joint venture").Should().Be(-1);
    }

    [Theory]
    [InlineData("sector")]
    [InlineData("Hou.Sector")]
    [InlineData("hou.a.b")]
    [InlineData("hou.Two Words")]
    [InlineData("hou.Word\n")]
    public void FactWords_NoAddedWord_IsRefused(string word) =>
        FluentActions.Invoking(() => new FactWords { ["sector"] = word }).Should().Throw<ArgumentException>().WithMessage($"'{word}' is not a word that a pack adds.*");

    [Fact]
    public void FactWords_AreComparedByValue()
    {
        var words = new FactWords { ["b"] = "hou.B", ["a"] = "hou.A" };
        words.Should().Be(new FactWords { ["a"] = "hou.A", ["b"] = "hou.B" }).And.NotBe(new FactWords { ["a"] = "hou.A" });
        words.GetHashCode().Should().Be(new FactWords { ["a"] = "hou.A" }.With("b", "hou.B").GetHashCode());
        words.With("b", null).Names.Should().Equal("a");
        words.With("c", null).Should().BeSameAs(words);
        words["c"].Should().BeNull();
        $"{words}".Should().Be("a: hou.A, b: hou.B");
        new Partner { Name = "A", AddedWords = null! }.AddedWords.Should().BeSameAs(FactWords.None);
    }

    private static Collaboration Of(string one, string other)
    {
        Partner Called(string name, string sector) => sector.Contains('.', StringComparison.Ordinal)
            ? new() { Name = name, AddedWords = new() { ["sector"] = sector } }
            : new() { Name = name, Sector = Enum.Parse<Sector>(sector) };
        return new() { PartnerCount = 2, Partners = [Called("A", one), Called("B", other)] };
    }
}
