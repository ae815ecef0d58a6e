using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Tests.Evaluation;

/// <summary>How rules end, and what an assessment says of it.</summary>
public class EvaluatorTests
{
    [Fact]
    public void Evaluate_UnknownFact_SatisfiesNeitherConditionNorNegation()
    {
        var assessment = Evaluate("", chapter =>
        {
            chapter.ARisk("IS").When(c => c.Vision.Exists == true);
            chapter.ARisk("IS-NOT").When(c => c.Vision.Exists != true);
            chapter.ARisk("NOT-IS").When(c => !(c.Vision.Exists == true));
        });
        assessment.Outcomes.Values.Should().AllSatisfy(outcome => outcome.Outcome.Should().Be(Outcome.Undetermined));
        assessment.Findings.Should().BeEmpty();
    }

    [Fact]
    public void Evaluate_Undetermined_NamesOnlyTheFactsThatCanSettleIt()
    {
        var assessment = Evaluate("vision.atStart=yes", chapter => chapter.ARisk("R")
            .When(c => c.Vision.AtStart == true && (c.Vision.Exists == false || c.Vision.Compelling == false)));
        assessment.Outcomes["R"].OpenFacts.Select(fact => fact.Path).Should().Equal("vision.exists", "vision.compelling");
    }

    [Fact]
    public void Evaluate_GuardUnknownAndConditionFalse_IsUndeterminedAndOpensNothing()
    {
        var assessment = Evaluate("vision.exists=yes", chapter => chapter.ARisk("R", Level.High)
            .AppliesWhen(c => c.IsInformationSystem == true)
            .When(c => c.Vision.Exists == false));
        assessment.Outcomes["R"].Outcome.Should().Be(Outcome.Undetermined);
        assessment.Overall.Should().Be(new OverallRange(Level.None, Level.None));
        assessment.OpenQuestions.Should().BeEmpty();
    }

    [Fact]
    public void Evaluate_NothingKnown_IsNotAssessable()
    {
        var assessment = Evaluate("", chapter => chapter.ARisk("R", Level.High).When(c => c.Vision.Exists == false));
        assessment.Overall.Assessable.Should().BeFalse();
        assessment.Overall.ToString().Should().Be("not assessable");
    }

    [Theory]
    [InlineData("", Level.Low, Level.High)]
    [InlineData("vision.atStart=yes", Level.Moderate, Level.High)]
    [InlineData("vision.atStart=no", Level.Low, Level.Moderate)]
    [InlineData("vision.compelling=yes", Level.Low, Level.Moderate)]
    [InlineData("vision.atStart=yes; vision.compelling=yes", Level.Moderate, Level.Moderate)]
    public void Evaluate_Moderators_MoveTheLevelByAStepAndUnknownOnesWidenTheRange(string facts, Level atLeast, Level atMost)
    {
        var assessment = Evaluate("vision.exists=no; " + facts, chapter => chapter.ARisk("R")
            .When(c => c.Vision.Exists == false)
            .RaisedWhen(c => c.Vision.AtStart == true, "of the start", "T-2")
            .LoweredWhen(c => c.Vision.Compelling == true, "it compels", "T-2"));
        assessment.Overall.Should().Be(new OverallRange(atLeast, atMost));
        var finding = assessment.Findings.Should().ContainSingle().Which;
        finding.Level.Should().Be(new LevelRange(atLeast, atMost));
    }

    /// <summary>No end of a finding's level is outside the overall range that the finding makes.</summary>
    [Fact]
    public void Evaluate_LevelThatIsOpen_SaysNoMoreThanTheOverallRange()
    {
        var assessment = Evaluate("vision.exists=no", chapter => chapter.ARisk("R")
            .When(c => c.Vision.Exists == false)
            .LoweredWhen(c => c.Vision.Compelling == true, "it compels", "T-2"));
        var finding = assessment.Findings.Should().ContainSingle().Which;
        finding.Level.ToString().Should().Be("Low to Moderate");
        assessment.Overall.ToString().Should().Be("Low to Moderate");
    }

    [Theory]
    [InlineData("vision.atStart=yes", "Moderate", Level.Moderate)]
    [InlineData("", "Moderate", Level.Moderate)]
    [InlineData("vision.atStart=no", "Moderate", null)]
    public void Evaluate_ModeratorAboveTheCap_SaysThatTheCapHolds(string facts, string level, Level? cap)
    {
        var book = RuleBook.Build([new RulePack
        {
            Id = "test",
            Version = "1.0.0",
            Title = "A pack for tests",
            Chapters = [new OpenChapter(
                chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false).RaisedWhen(c => c.Vision.AtStart == true, "of the start"), Level.Moderate)],
            Claims = TestPack.Claims,
        }]);
        var assessment = new CollaborationEvaluator(book).Evaluate(FactText.Read("vision.exists=no; " + facts));
        var finding = assessment.Findings.Should().ContainSingle().Which;
        finding.Level.ToString().Should().Be(level);
        finding.CappedAt.Should().Be(cap);
        var explained = assessment.Explain("R");
        explained.Cases[0].Level!.IsCapped.Should().Be(cap is not null);
        explained.ToText().Contains("no higher than Moderate, the highest level of its chapter", StringComparison.Ordinal).Should().Be(cap is not null);
    }

    [Fact]
    public void Evaluate_ManyModerators_NeverTakeTheFindingAwayOrPassTheCap()
    {
        var lowered = Evaluate("vision.exists=no; vision.atStart=yes; vision.compelling=yes", chapter => chapter.ARisk("R", Level.Low)
            .When(c => c.Vision.Exists == false)
            .LoweredWhen(c => c.Vision.AtStart == true, "of the start")
            .LoweredWhen(c => c.Vision.Compelling == true, "it compels"));
        lowered.Findings.Should().ContainSingle().Which.Level.ToString().Should().Be("Low");

        var book = RuleBook.Build([new RulePack
        {
            Id = "capped", Version = "1.0.0", Title = "Capped", Claims = TestPack.Claims,
            Chapters = [new OpenChapter(c => c.ARisk("R", Level.High).When(x => x.Vision.Exists == false), cap: Level.Moderate)],
        }]);
        new CollaborationEvaluator(book).Evaluate(FactText.Read("vision.exists=no")).Overall.AtLeast.Should().Be(Level.Moderate);
    }

    [Fact]
    public void Evaluate_RuleOfPartners_GivesAFindingForEachAndOneOutcome()
    {
        var assessment = Evaluate("partners[B].role=NonLead; partners[A].role=NonLead; partners[C].role=Lead", NonLead);
        assessment.Findings.Select(finding => finding.Subject).Should().Equal("A", "B");
        assessment.Findings[0].Facts.Select(fact => fact.Path).Should().Equal("partners[A].role");
        assessment.Outcomes["R"].Outcome.Should().Be(Outcome.Raised);
    }

    [Theory]
    [InlineData("", Outcome.Undetermined, "partners")]
    [InlineData("partners[A].role=Lead", Outcome.Undetermined, "partners")]
    [InlineData("partners[A].role=Lead; partners[B].name=B", Outcome.Undetermined, "partners[B].role")]
    [InlineData("partners[A].role=Lead; partners[B].role=Equal", Outcome.Clear, "")]
    [InlineData("partners[A].role=Lead; partners[B].role=Equal; partnerCount=3", Outcome.Undetermined, "partners")]
    public void Evaluate_PartnersNotListed_AreUnknownNotAbsent(string facts, Outcome expected, string open)
    {
        ArgumentNullException.ThrowIfNull(open);
        var outcome = Evaluate(facts, NonLead).Outcomes["R"];
        outcome.Outcome.Should().Be(expected);
        outcome.OpenFacts.Select(fact => fact.Path).Should().Equal(open.Length == 0 ? [] : [open]);
    }

    [Theory]
    [InlineData("partners[A].reputation=Poor; partners[B].reputation=Poor", Outcome.Raised, Outcome.Raised, Outcome.Clear)]
    [InlineData("partners[A].reputation=Poor; partners[B].reputation=Good", Outcome.Clear, Outcome.Clear, Outcome.Raised)]
    [InlineData("partners[A].reputation=Poor; partners[B].name=B", Outcome.Undetermined, Outcome.Undetermined, Outcome.Undetermined)]
    [InlineData("partnerCount=2", Outcome.Undetermined, Outcome.Undetermined, Outcome.Undetermined)]
    [InlineData("partners[A].reputation=Good; partners[B].reputation=Good; partnerCount=3", Outcome.Clear, Outcome.Clear, Outcome.Undetermined)]
    [InlineData("partners[A].reputation=Good; partners[B].reputation=Good; partnerCount=4", Outcome.Undetermined, Outcome.Clear, Outcome.Undetermined)]
    [InlineData("partners[A].reputation=Poor; partners[B].reputation=Poor; partnerCount=3", Outcome.Raised, Outcome.Undetermined, Outcome.Undetermined)]
    public void Evaluate_Quantifiers_CountPartnersThatAreNotListed(string facts, Outcome atLeastTwo, Outcome every, Outcome differ)
    {
        var outcomes = Evaluate(facts, chapter =>
        {
            chapter.ARisk("TWO").When(c => c.Partners.AtLeast(2, p => p.Reputation == Reputation.Poor));
            chapter.ARisk("EVERY").When(c => c.Partners.Every(p => p.Reputation == Reputation.Poor));
            chapter.ARisk("DIFFER").When(c => c.Partners.DifferIn(p => p.Reputation));
        }).Outcomes;
        outcomes["TWO"].Outcome.Should().Be(atLeastTwo);
        outcomes["EVERY"].Outcome.Should().Be(every);
        outcomes["DIFFER"].Outcome.Should().Be(differ);
    }

    [Fact]
    public void Evaluate_RulesOnRules_FormLayers()
    {
        void Write(OpenChapter chapter)
        {
            chapter.AContext("LAST").When(c => OverallIsAtLeast(Level.High));
            chapter.ARisk("A-TOP").When(c => Raised("B-MIDDLE") && Raised("C-BASE"));
            chapter.ARisk("B-MIDDLE", Level.High).When(c => Raised("C-BASE"));
            chapter.ARisk("C-BASE").When(c => c.Vision.Exists == false).LeadsTo("A-TOP");
        }

        var raised = Evaluate("vision.exists=no", Write);
        raised.Findings.Select(finding => finding.Code).Should().Equal("B-MIDDLE", "A-TOP", "C-BASE", "LAST");
        raised.Findings[1].BuildsOn.Should().Equal("B-MIDDLE", "C-BASE");
        raised.Findings[2].LeadsTo.Should().Equal("A-TOP");
        var open = Evaluate("", Write);
        open.Outcomes["A-TOP"].OpenFacts.Select(fact => fact.Path).Should().Equal("vision.exists");
        open.Outcomes["LAST"].Outcome.Should().Be(Outcome.Undetermined);
        Evaluate("vision.exists=yes", Write).Outcomes.Values.Should().AllSatisfy(outcome => outcome.Outcome.Should().Be(Outcome.Clear));
    }

    [Fact]
    public void Evaluate_RuleThatFails_IsAnErrorAndStopsNoOther()
    {
        var assessment = Evaluate("vision.exists=no", chapter =>
        {
            chapter.ARisk("BROKEN", Level.High).Definition.When = Clause.Of(new Broken());
            chapter.ARisk("SOUND").When(c => c.Vision.Exists == false);
            chapter.ARisk("BUILT-ON-BROKEN", Level.Low).When(c => Raised("BROKEN"));
        });
        assessment.Outcomes["BROKEN"].Outcome.Should().Be(Outcome.Error);
        assessment.Outcomes["BROKEN"].Error.Should().Be("It broke.");
        assessment.Outcomes["BROKEN"].OpenFacts.Should().BeEmpty();
        assessment.Outcomes["SOUND"].Outcome.Should().Be(Outcome.Raised);
        assessment.Outcomes["BUILT-ON-BROKEN"].Outcome.Should().Be(Outcome.Undetermined);
        assessment.Overall.Should().Be(new OverallRange(Level.Moderate, Level.High));
    }

    [Fact]
    public void Evaluate_RuleSwitchedOff_SetsItsFindingApart()
    {
        var book = RuleBook.Build(
            [TestPack.Of(chapter => chapter.ARisk("R", Level.High).When(c => c.Vision.Exists == false))],
            [RuleOverride.SwitchOff("R", "we have no vision on purpose")]);
        var assessment = new CollaborationEvaluator(book).Evaluate(FactText.Read("vision.exists=no"));
        assessment.Findings.Should().BeEmpty();
        var finding = assessment.SwitchedOff.Should().ContainSingle().Which;
        finding.Overrides.Should().ContainSingle().Which.Reason.Should().Be("we have no vision on purpose");
        assessment.Outcomes["R"].Outcome.Should().Be(Outcome.Raised);
        assessment.Overall.AtMost.Should().Be(Level.None);
    }

    [Fact]
    public void Evaluate_CasesAndFlags_HaveSubjectsAndClaimsOfTheirOwn()
    {
        var assessment = Evaluate("culture.traits.flexibility=no; culture.traits.teamwork=yes; network.primaryForm=Niche; vision.exists=no", chapter =>
        {
            chapter.ARisk("FLAGS").ForEachFlag(c => c.Culture.Traits, trait => trait == false).Says("{subject} is missing.");
            chapter.ABareRisk("CASES").Titled("Cases").Says("It is {subject}.")
                .Case("niche", c => c.Vision.Exists == false, ["T-7"], c => c.Network.PrimaryForm == NetworkForm.Niche, LevelBasis.ImpliedPairing)
                .Case("problem", c => c.Vision.Exists == false, ["T-1"], c => c.Network.PrimaryForm == NetworkForm.ProblemSolving);
        });
        assessment.Findings.Select(finding => finding.Message).Should().Equal("Flexibility is missing.", "It is niche.");
        assessment.Findings[1].Confidence.Should().Be(CollabRisk.Evidence.Confidence.Implied);
        assessment.Findings[1].Level.ToString().Should().Be("Low");
        assessment.Outcomes["FLAGS"].OpenFacts.Select(fact => fact.Path).Should().Equal(
            "culture.traits.sharedVision", "culture.traits.participationInDecisions", "culture.traits.openCommunication");
    }

    [Fact]
    public void Evaluate_AdviceOfACase_IsGivenInThatCaseAndNoOther()
    {
        Recommendation all = new("T-ALL", "Talk.", "T-1"), desks = new("T-DESKS", "Share desks.", "T-1") { DoneWhen = c => c.Vision.AtStart == true };
        var assessment = Evaluate("culture.observedTensions.identity=yes; culture.observedTensions.spaceAndEquipment=yes; vision.atStart=no", chapter => chapter.ABareRisk("CASES")
            .Titled("Cases").Says("It is {subject}.").Advise(all)
            .Case("identity", c => c.Culture.ObservedTensions.Identity == true, ["T-1"])
            .Case("desks", c => c.Culture.ObservedTensions.SpaceAndEquipment == true, ["T-1"], advise: [desks]));
        assessment.Findings.Select(finding => string.Join(' ', finding.Recommendations.Select(step => step.Code))).Should().Equal("T-ALL", "T-ALL T-DESKS");
        var rule = assessment.RuleBook.Rules.First(rule => rule.Code == "CASES");
        rule.Recommendations.Should().Equal(all, desks);
        rule.CasesInWords.Select(each => each.OwnRecommendations.Count).Should().Equal(0, 1);

        var done = assessment.Collaboration with { Vision = new() { AtStart = true } };
        new CollaborationEvaluator(assessment.RuleBook).Evaluate(done).Findings.Select(finding => string.Join(' ', finding.InPlace.Select(step => step.Code))).Should().Equal("", "T-DESKS");
    }

    [Fact]
    public void Evaluate_ValuesThatFactsCannotHave_NamesThemAll()
    {
        Invoking(() => CollaborationEvaluator.Default.Evaluate(new Collaboration
        {
            Trust = new() { Organisational = (TrustLevel)99 },
            Outcome = new() { TotalCost = decimal.MaxValue },
            Partners = [new() { Name = "A", BenefitShare = 150 }, new() { Name = "B" }],
        })).Should().ThrowExactly<ArgumentException>()
            .WithMessage("*trust.organisational: 99 is not one of None, Low, Sufficient or High.*")
            .WithMessage("*outcome.totalCost: 79228162514264337593543950335 is not a number from 0 to*")
            .WithMessage("*partners[A].benefitShare: 150 is not a number from 0 to 100.*");
    }

    [Fact]
    public void FactSet_ValueWithoutAWord_Throws() =>
        Invoking(() => FactSet.Create((Benefit)63)).Should().ThrowExactly<ArgumentOutOfRangeException>();

    [Fact]
    public void Evaluate_Null_Throws() =>
        Invoking(() => CollaborationEvaluator.Default.Evaluate(null!)).Should().ThrowExactly<ArgumentNullException>();

    private static void NonLead(OpenChapter chapter) => chapter.ARisk("R")
        .ForEach(c => c.Partners)
        .When((c, p) => p.Role == PartnerRole.NonLead);

    private static Assessment Evaluate(string facts, Action<OpenChapter> write) =>
        TestPack.Evaluator(write).Evaluate(FactText.Read(facts));

    private sealed class Broken : Condition
    {
        public override Truth Evaluate(ConditionContext context, int partner) => throw new InvalidOperationException("It broke.");

        public override void Write(System.Text.StringBuilder text) => text.Append("broken");
    }
}
