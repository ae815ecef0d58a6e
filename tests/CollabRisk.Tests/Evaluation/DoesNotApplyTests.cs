using CollabRisk.Comparing;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Perspectives;
using CollabRisk.Questions;
using CollabRisk.Remedies;
using CollabRisk.Tests.Knowledge;
using CollabRisk.Tests.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Tests.Evaluation;

/// <summary>"Does not apply here": an answer of its own, on which nothing is found and for which no credit is given.</summary>
public class DoesNotApplyTests
{
    [Theory]
    [InlineData("vision.exists", "no")]
    [InlineData("trust.organisational", "Low")]
    [InlineData("workload.staffAfter", "3")]
    [InlineData("benefitsSought", "[CostReduction]")]
    public void Evaluate_FactThatDoesNotApply_PassesNeitherATestNorItsOpposite(string path, string value)
    {
        var evaluator = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("YES-NO").When(c => c.Vision.Exists == false);
            chapter.ARisk("NOT-YES-NO").When(c => !(c.Vision.Exists == false));
            chapter.ARisk("WORD").When(c => c.Trust.Organisational < TrustLevel.Sufficient);
            chapter.ARisk("NOT-WORD").When(c => !(c.Trust.Organisational < TrustLevel.Sufficient));
            chapter.ARisk("NUMBER").When(c => c.Workload.StaffAfter < 10);
            chapter.ARisk("NOT-NUMBER").When(c => !(c.Workload.StaffAfter < 10));
            chapter.ARisk("WORDS").When(c => c.BenefitsSought.Includes(Benefit.CostReduction));
            chapter.ARisk("NOT-WORDS").When(c => !c.BenefitsSought.Includes(Benefit.CostReduction));
        });
        var asked = evaluator.RuleBook.Rules.Where(rule => rule.Facts.Any(fact => fact.Path == path)).Select(rule => rule.Code).ToList();
        asked.Should().HaveCount(2);

        var known = evaluator.Evaluate(FactText.Read($"{path}={value}"));
        asked.Select(code => known.Outcomes[code].Outcome).Should().BeEquivalentTo([Outcome.Raised, Outcome.Clear]);

        var assessment = evaluator.Evaluate(FactText.Read($"{path}=does not apply"));
        assessment.Findings.Should().BeEmpty();
        asked.Select(code => assessment.Outcomes[code].Outcome).Should().Equal(Outcome.NotApplicable, Outcome.NotApplicable);
        assessment.InOrder.Should().BeEmpty();
    }

    [Fact]
    public void Evaluate_FactThatDoesNotApply_IsAsIfUnknownForNothingElse()
    {
        var evaluator = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("EITHER").When(c => c.Vision.Exists == false || c.Trust.Organisational == TrustLevel.None);
            chapter.ARisk("BOTH").When(c => c.Vision.Exists == false && c.Trust.Organisational == TrustLevel.None);
            chapter.ADataGap("GAP").When(c => c.Vision.Exists.IsUnknown());
        });
        var nothing = new Collaboration { NotApplicable = ["vision.exists"] };

        // The other fact can still raise one of them, and nothing can raise the other.
        Outcomes(nothing).Should().Equal(Outcome.NotApplicable, Outcome.Undetermined, Outcome.NotApplicable);
        Outcomes(nothing with { Trust = new() { Organisational = TrustLevel.None } }).Should().Equal(Outcome.NotApplicable, Outcome.Raised, Outcome.NotApplicable);
        evaluator.Evaluate(nothing).OpenQuestions.Select(question => question.Path).Should().Equal("trust.organisational");
        Outcomes(new()).Should().Equal(Outcome.Undetermined, Outcome.Undetermined, Outcome.Raised);

        IEnumerable<Outcome> Outcomes(Collaboration collaboration) =>
            evaluator.Evaluate(collaboration).Outcomes.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Value.Outcome);
    }

    [Fact]
    public void Evaluate_QuantifiersOverPartnersToWhomItDoesNotApply_CountThemOnNeitherSide()
    {
        var evaluator = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("SOME").When(c => c.Partners.Some(p => p.ObjectivesDeclared == false));
            chapter.ARisk("NONE").When(c => !c.Partners.Some(p => p.ObjectivesDeclared == false));
            chapter.ARisk("EVERY").When(c => c.Partners.Every(p => p.ObjectivesDeclared == true));
            chapter.ARisk("NOT-EVERY").When(c => !c.Partners.Every(p => p.ObjectivesDeclared == true));
            chapter.ARisk("TWO").When(c => c.Partners.AtLeast(2, p => p.ObjectivesDeclared == true));
            chapter.ARisk("FEWER-THAN-TWO").When(c => !c.Partners.AtLeast(2, p => p.ObjectivesDeclared == true));
            chapter.ARisk("DIFFER").When(c => c.Partners.DifferIn(p => p.Role));
            chapter.ARisk("ALIKE").When(c => !c.Partners.DifferIn(p => p.Role));
        });
        var collaboration = new Collaboration
        {
            Partners =
            [
                new() { Name = "A", ObjectivesDeclared = true, Role = PartnerRole.Equal },
                new() { Name = "B", NotApplicable = ["objectivesDeclared", "role"] },
                new() { Name = "C", ObjectivesDeclared = false, Role = PartnerRole.Equal },
            ],
        };

        // A meets it and C does not; B is no reason for anything.
        evaluator.Evaluate(collaboration).Findings.Select(finding => finding.Code).Should().BeEquivalentTo(["SOME", "NOT-EVERY"]);
    }

    [Fact]
    public void Evaluate_RuleThatBuildsOnOneThatDoesNotApply_DoesNotApplyEither()
    {
        var evaluator = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("FIRST").When(c => c.Vision.Exists == false);
            chapter.ARisk("SECOND").When(c => Raised("FIRST"));
        });

        var assessment = evaluator.Evaluate(new() { NotApplicable = ["vision.exists"] });

        assessment.Outcomes["SECOND"].Outcome.Should().Be(Outcome.NotApplicable);
        assessment.Explain("FIRST").Summary.Should().Be("FIRST does not apply, because vision.exists does not apply.");
    }

    [Fact]
    public void Evaluate_TheLibrarysRules_TablesAndTreesAgree()
    {
        var book = RuleCases.Book;
        var different = new List<string>();
        for (var seed = 0; seed < 300; seed++)
        {
            var facts = FactTable.Of(Some.Collaboration(new Random(seed), 0.8), book.Facts);
            var (trees, tables) = (Evaluator.Run(book, facts, book.Rules, null), Evaluator.Run(book, facts, book.Rules, CollabRisk.Rules.Tables.TruthTables.Of(book)));
            different.AddRange(book.Rules.Where(rule => !trees.HasResultsOf(tables, rule)).Select(rule => $"{seed}: {rule.Code}"));
        }

        different.Should().BeEmpty();
    }

    [Fact]
    public void Evaluate_NamesOfNoFactOrOfOneThatIsKnownOrAlwaysApplies_AreRefusedAllAtOnce()
    {
        var collaboration = new Collaboration
        {
            Vision = new() { Exists = true },
            NotApplicable = ["vision.exist", "vision.exists", "partnerCount"],
            Partners = [new() { Name = "A", NotApplicable = ["name"] }, new() { Name = "B" }],
        };

        FluentActions.Invoking(() => CollaborationEvaluator.Default.Evaluate(collaboration)).Should().Throw<ArgumentException>().WithMessage(
            "*partnerCount: this fact always applies.*vision.exist: there is no such fact*Did you mean 'vision.exists'?*"
            + "vision.exists: it is said not to apply, and its value is yes. Take one of the two away.*partners[A].name: this fact always applies.*");
    }

    [Fact]
    public void Json_FactsThatDoNotApply_AreWrittenInThePlaceOfTheValueAndReadAgain()
    {
        var collaboration = new Collaboration
        {
            NotApplicable = ["vision.exists", "workload.staffAfter", "benefitsSought"],
            Partners = [new() { Name = "A", NotApplicable = ["role"] }],
            Extensions = new() { ["rota.shared"] = DoesNotApply.Here },
        };
        var json = CollaborationJson.Write(collaboration);

        json.Should().Contain("\"exists\": \"does not apply\"").And.Contain("\"role\": \"does not apply\"").And.Contain("\"shared\": \"does not apply\"");
        CollaborationJson.Read(json).Collaboration.Should().Be(collaboration);
    }

    [Theory]
    [InlineData("""{ "vision": { "exists": "n/a" } }""", "vision.exists", "expected true or false, or null while it is not known; found the text 'n/a'. Write \"does not apply\" where it does not apply.")]
    [InlineData("""{ "trust": { "organisational": "not applicable" } }""", "trust.organisational", "*Write \"does not apply\" where it does not apply.")]
    [InlineData("""{ "partnerCount": "does not apply" }""", "partnerCount", "*This fact always applies.")]
    public void Json_OtherWordsOrFactsThatAlwaysApply_SayWhatToWrite(string json, string path, string message)
    {
        var problem = CollaborationJson.Read(json).Problems.Should().ContainSingle().Which;
        problem.Path.Should().Be(path);
        problem.Message.Should().Match(message);
    }

    [Theory]
    [InlineData("vision.exist")]
    [InlineData("partnerCount")]
    [InlineData("extensions.rota.shared")]
    public void Json_NamesThatHaveNoPlaceInAFile_AreRefusedAndNotLost(string name) =>
        FluentActions.Invoking(() => CollaborationJson.Write(new() { NotApplicable = [name] })).Should().Throw<ArgumentException>().WithMessage($"{name}: it is said not to apply*");

    /// <summary>A text of these very words would come back from a file as the answer, so there is none, whichever way it comes in.</summary>
    [Fact]
    public void Text_OfTheVeryWords_IsRefusedAndNeverReadAsSomethingElse()
    {
        const string Text = "'does not apply' is not a text but the answer that the fact does not apply.";
        Invoking(() => CollaborationEvaluator.Default.Evaluate(new() { Network = new() { TaskType = "does not apply" } })).Should().Throw<ArgumentException>().WithMessage($"*network.taskType: {Text}*");
        Invoking(() => CollaborationEvaluator.Default.Evaluate(new() { Name = "does not apply" })).Should().Throw<ArgumentException>().WithMessage("*name: 'does not apply' is not a name. Give another one.*");
        FactChange.TryParse("network.taskType=\"does not apply\"", FactRegistry.Default, out _, out var problem).Should().BeFalse();
        problem.Should().Contain(Text);
        CollaborationJson.Read("""{ "name": "does not apply" }""").Problems.Should().ContainSingle().Which.Message.Should().Be("'does not apply' is not a name. Give another one.");
        CollaborationJson.Read("""{ "network": { "taskType": "does not apply" } }""").Collaboration!.NotApplicable.Should().Equal("network.taskType");
        CollaborationEvaluator.Default.Evaluate(new() { Network = new() { TaskType = "Does not apply to us" } }).KnownFacts.Should().Be(1);
    }

    [Fact]
    public void FactChange_DoesNotApply_IsWrittenAsReadAndTakenBackByAValue()
    {
        var change = FactChange.Parse("vision.exists=n/a");
        change.Value.Should().Be(DoesNotApply.Here);
        change.ToString().Should().Be("vision.exists=does not apply");

        var changed = new Collaboration { Vision = new() { Exists = true } }.With(change);
        changed.NotApplicable.Should().Equal("vision.exists");
        changed.Vision.Exists.Should().BeNull();
        changed.With(FactChange.Parse("vision.exists=no")).NotApplicable.Should().BeEmpty();
        FluentActions.Invoking(() => FactChange.Parse("partnerCount=does not apply")).Should().Throw<FormatException>().WithMessage("*always applies*");
    }

    [Fact]
    public void WhatIf_FactNoLongerApplies_IsTheCauseOfWhatCleared()
    {
        var difference = CollaborationEvaluator.Default.WhatIf(FactText.Read("vision.exists=no"), FactChange.Parse("vision.exists=does not apply"));

        var gone = difference.Findings.Single(change => change.Before?.Code == "VISION-ABSENT");
        gone.CausedBy.Select(move => $"{move}").Should().Equal("vision.exists went from no to does not apply");
        gone.End.Should().Be(FindingEnd.NoLongerApplies);
    }

    [Fact]
    public void Remedies_FactThatDoesNotApply_IsNotChanged()
    {
        var evaluator = TestPack.Evaluator(chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false || c.Trust.Organisational == TrustLevel.None));
        var remedies = evaluator.Remedies(new() { NotApplicable = ["vision.exists"], Trust = new() { Organisational = TrustLevel.None } }, RemedyTarget.Clear("R"));

        remedies.Remedies.SelectMany(remedy => remedy.Changes).Should().OnlyContain(change => change.Path == "trust.organisational");
    }

    [Fact]
    public void Interview_DoesNotApply_IsAnAnswerThatIsKeptAndNeverAskedForAgain()
    {
        var evaluator = TestPack.Evaluator(chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false));
        var interview = Interview.Start(evaluator, new());
        while (interview.Next!.Path != "vision.exists")
        {
            interview = interview.Skip();
        }

        interview = interview.AnswerText("does not apply", note: "no joint vision is asked for");

        interview.Next.Should().BeNull();
        interview.Collaboration.NotApplicable.Should().Equal("vision.exists");
        var again = Interview.Read(evaluator, interview.ToJson()).Value!;
        again.Steps[^1].Value.Should().Be(DoesNotApply.Here);
        again.Change("vision.exists", false).Collaboration.NotApplicable.Should().BeEmpty();
    }

    [Fact]
    public void Perspectives_DoesNotApplyAgainstAValue_IsDisputedAndAlikeIsAgreed()
    {
        var nothing = new Collaboration { NotApplicable = ["vision.exists", "vision.compelling"] };
        var set = PerspectiveSet.Of(new Perspective("Fire", nothing), new Perspective("Police", nothing.With(FactChange.Parse("vision.exists=yes"))));

        set.Disputed.Select(held => $"{held}").Should().Equal("vision.exists: Fire says does not apply, Police says yes");
        set.Agreed.Select(held => $"{held}").Should().Equal("vision.compelling: Fire says does not apply, Police says does not apply");
        set.Merged.NotApplicable.Should().Equal("vision.compelling");
    }

    [Fact]
    public void Questions_AboutWhatPresupposesAFactThatDoesNotApply_AreNotAsked()
    {
        var evaluator = CollaborationEvaluator.Default;
        var asked = new List<string>();
        for (var interview = Interview.Start(evaluator, FactText.Read("tensions.present=does not apply")); interview.Next is { } next && asked.Count < 300; interview = interview.Skip().Continue())
        {
            asked.Add(next.Path);
        }

        asked.Should().NotContain("tensions.handled").And.NotContain("tensions.present");
    }
}
