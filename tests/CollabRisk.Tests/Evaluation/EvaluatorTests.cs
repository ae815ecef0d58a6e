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
        Assert.All(assessment.Outcomes.Values, outcome => Assert.Equal(Outcome.Undetermined, outcome.Outcome));
        Assert.Empty(assessment.Findings);
    }

    [Fact]
    public void Evaluate_Undetermined_NamesOnlyTheFactsThatCanSettleIt()
    {
        var assessment = Evaluate("vision.atStart=yes", chapter => chapter.ARisk("R")
            .When(c => c.Vision.AtStart == true && (c.Vision.Exists == false || c.Vision.Compelling == false)));
        Assert.Equal(["vision.exists", "vision.compelling"], assessment.Outcomes["R"].OpenFacts.Select(fact => fact.Path));
    }

    [Fact]
    public void Evaluate_GuardUnknownAndConditionFalse_IsUndeterminedAndOpensNothing()
    {
        var assessment = Evaluate("vision.exists=yes", chapter => chapter.ARisk("R", Level.High)
            .AppliesWhen(c => c.IsInformationSystem == true)
            .When(c => c.Vision.Exists == false));
        Assert.Equal(Outcome.Undetermined, assessment.Outcomes["R"].Outcome);
        Assert.Equal(new OverallRange(Level.None, Level.None), assessment.Overall);
        Assert.Empty(assessment.OpenQuestions);
    }

    [Fact]
    public void Evaluate_NothingKnown_IsNotAssessable()
    {
        var assessment = Evaluate("", chapter => chapter.ARisk("R", Level.High).When(c => c.Vision.Exists == false));
        Assert.False(assessment.Overall.Assessable);
        Assert.Equal("not assessable", assessment.Overall.ToString());
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
        Assert.Equal(new OverallRange(atLeast, atMost), assessment.Overall);
        var finding = Assert.Single(assessment.Findings);
        Assert.Equal(new LevelRange(atLeast, atMost), finding.Level);
    }

    /// <summary>No end of a finding's level is outside the overall range that the finding makes.</summary>
    [Fact]
    public void Evaluate_LevelThatIsOpen_SaysNoMoreThanTheOverallRange()
    {
        var assessment = Evaluate("vision.exists=no", chapter => chapter.ARisk("R")
            .When(c => c.Vision.Exists == false)
            .LoweredWhen(c => c.Vision.Compelling == true, "it compels", "T-2"));
        var finding = Assert.Single(assessment.Findings);
        Assert.Equal("Low to Moderate", finding.Level.ToString());
        Assert.Equal("Low to Moderate", assessment.Overall.ToString());
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
        var finding = Assert.Single(assessment.Findings);
        Assert.Equal((level, cap), (finding.Level.ToString(), finding.CappedAt));
        var explained = assessment.Explain("R");
        Assert.Equal(cap is not null, explained.Cases[0].Level!.IsCapped);
        Assert.Equal(cap is not null, explained.ToText().Contains("no higher than Moderate, the highest level of its chapter", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_ManyModerators_NeverTakeTheFindingAwayOrPassTheCap()
    {
        var lowered = Evaluate("vision.exists=no; vision.atStart=yes; vision.compelling=yes", chapter => chapter.ARisk("R", Level.Low)
            .When(c => c.Vision.Exists == false)
            .LoweredWhen(c => c.Vision.AtStart == true, "of the start")
            .LoweredWhen(c => c.Vision.Compelling == true, "it compels"));
        Assert.Equal("Low", Assert.Single(lowered.Findings).Level.ToString());

        var book = RuleBook.Build([new RulePack
        {
            Id = "capped", Version = "1.0.0", Title = "Capped", Claims = TestPack.Claims,
            Chapters = [new OpenChapter(c => c.ARisk("R", Level.High).When(x => x.Vision.Exists == false), cap: Level.Moderate)],
        }]);
        Assert.Equal(Level.Moderate, new CollaborationEvaluator(book).Evaluate(FactText.Read("vision.exists=no")).Overall.AtLeast);
    }

    [Fact]
    public void Evaluate_RuleOfPartners_GivesAFindingForEachAndOneOutcome()
    {
        var assessment = Evaluate("partners[B].role=NonLead; partners[A].role=NonLead; partners[C].role=Lead", NonLead);
        Assert.Equal(["A", "B"], assessment.Findings.Select(finding => finding.Subject));
        Assert.Equal(["partners[A].role"], assessment.Findings[0].Facts.Select(fact => fact.Path));
        Assert.Equal(Outcome.Raised, assessment.Outcomes["R"].Outcome);
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
        Assert.Equal(expected, outcome.Outcome);
        Assert.Equal(open.Length == 0 ? [] : [open], outcome.OpenFacts.Select(fact => fact.Path));
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
        Assert.Equal((atLeastTwo, every, differ), (outcomes["TWO"].Outcome, outcomes["EVERY"].Outcome, outcomes["DIFFER"].Outcome));
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
        Assert.Equal(["B-MIDDLE", "A-TOP", "C-BASE", "LAST"], raised.Findings.Select(finding => finding.Code));
        Assert.Equal(["B-MIDDLE", "C-BASE"], raised.Findings[1].BuildsOn);
        Assert.Equal(["A-TOP"], raised.Findings[2].LeadsTo);
        var open = Evaluate("", Write);
        Assert.Equal(["vision.exists"], open.Outcomes["A-TOP"].OpenFacts.Select(fact => fact.Path));
        Assert.Equal(Outcome.Undetermined, open.Outcomes["LAST"].Outcome);
        Assert.All(Evaluate("vision.exists=yes", Write).Outcomes.Values, outcome => Assert.Equal(Outcome.Clear, outcome.Outcome));
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
        Assert.Equal(Outcome.Error, assessment.Outcomes["BROKEN"].Outcome);
        Assert.Equal("It broke.", assessment.Outcomes["BROKEN"].Error);
        Assert.Empty(assessment.Outcomes["BROKEN"].OpenFacts);
        Assert.Equal(Outcome.Raised, assessment.Outcomes["SOUND"].Outcome);
        Assert.Equal(Outcome.Undetermined, assessment.Outcomes["BUILT-ON-BROKEN"].Outcome);
        Assert.Equal(new OverallRange(Level.Moderate, Level.High), assessment.Overall);
    }

    [Fact]
    public void Evaluate_RuleSwitchedOff_SetsItsFindingApart()
    {
        var book = RuleBook.Build(
            [TestPack.Of(chapter => chapter.ARisk("R", Level.High).When(c => c.Vision.Exists == false))],
            [RuleOverride.SwitchOff("R", "we have no vision on purpose")]);
        var assessment = new CollaborationEvaluator(book).Evaluate(FactText.Read("vision.exists=no"));
        Assert.Empty(assessment.Findings);
        var finding = Assert.Single(assessment.SwitchedOff);
        Assert.Equal("we have no vision on purpose", Assert.Single(finding.Overrides).Reason);
        Assert.Equal(Outcome.Raised, assessment.Outcomes["R"].Outcome);
        Assert.Equal(Level.None, assessment.Overall.AtMost);
    }

    [Fact]
    public void Evaluate_CasesAndFlags_HaveSubjectsAndClaimsOfTheirOwn()
    {
        var assessment = Evaluate("culture.traits.flexibility=no; culture.traits.teamwork=yes; network.primaryForm=Niche; vision.exists=no", chapter =>
        {
            chapter.ARisk("FLAGS").ForEachFlag(c => c.Culture.Traits, trait => trait == false).Says("{subject} is missing.");
            chapter.ABareRisk("CASES").Titled("Cases").Says("It is {subject}.")
                .Case("niche", c => c.Vision.Exists == false, ["T-4"], c => c.Network.PrimaryForm == NetworkForm.Niche, LevelBasis.ImpliedPairing)
                .Case("problem", c => c.Vision.Exists == false, ["T-1"], c => c.Network.PrimaryForm == NetworkForm.ProblemSolving);
        });
        Assert.Equal(["Flexibility is missing.", "It is niche."], assessment.Findings.Select(finding => finding.Message));
        Assert.Equal(CollabRisk.Evidence.Confidence.Implied, assessment.Findings[1].Confidence);
        Assert.Equal("Low", assessment.Findings[1].Level.ToString());
        Assert.Equal(["culture.traits.sharedVision", "culture.traits.participationInDecisions", "culture.traits.openCommunication"], assessment.Outcomes["FLAGS"].OpenFacts.Select(fact => fact.Path));
    }

    [Fact]
    public void Evaluate_ValuesThatFactsCannotHave_NamesThemAll()
    {
        var error = Assert.Throws<ArgumentException>(() => CollaborationEvaluator.Default.Evaluate(new Collaboration
        {
            Trust = new() { Organisational = (TrustLevel)99 },
            Outcome = new() { TotalCost = decimal.MaxValue },
            Partners = [new() { Name = "A", BenefitShare = 150 }, new() { Name = "B" }],
        }));
        Assert.Contains("trust.organisational: 99 is not one of None, Low, Sufficient or High.", error.Message, StringComparison.Ordinal);
        Assert.Contains("outcome.totalCost: 79228162514264337593543950335 is not between 0 and", error.Message, StringComparison.Ordinal);
        Assert.Contains("partners[A].benefitShare: 150 is not between 0 and 100.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FactSet_ValueWithoutAWord_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FactSet.Create((Benefit)63));

    [Fact]
    public void Evaluate_Null_Throws() =>
        Assert.Throws<ArgumentNullException>(() => CollaborationEvaluator.Default.Evaluate(null!));

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
