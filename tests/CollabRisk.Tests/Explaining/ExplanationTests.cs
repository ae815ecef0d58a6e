using System.Text.Json;
using CollabRisk.Conditions;
using CollabRisk.Explaining;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Tests.Explainings;

/// <summary>Explanations as a reader sees them, one of each outcome, and the ways to ask for them.</summary>
public class ExplanationTests
{
    /// <summary>The joint IT department, late: what the source says of the change at the top and of the vision.</summary>
    private const string JointItDepartmentLate =
        "leadership.seniorTurnover=yes; leadership.successorBriefed=yes; vision.exists=yes; vision.inStrategyDocument=yes; vision.strategyStable=yes; trust.trend=Eroding";

    [Fact]
    public void Explain_Raised_SaysWhatLowersIt() => AssertText(
        JointItDepartmentLate, "TURNOVER-TRUST-LOSS",
        """
        TURNOVER-TRUST-LOSS is raised at Low: Senior people change, which is when trust has to be renewed above all. It would be Moderate, but is lowered because a stable written strategy carries the vision and because new leaders are briefed on the strategy.

        It is raised when
          ✓ the answer to “change of senior leaders” is yes — leadership.seniorTurnover is yes
        Its level is Moderate: a source reports strain, erosion or disengagement
          it rests on two-case-paper, Trust p.6, line 236
          one step lower if trust is being renewed
            ? the answer to “active work to keep trust up” is yes — trust.reinforcementActive is not known. Is there active work to build and keep up trust?
          one step lower if a stable written strategy carries the vision
            ✓ STRATEGY-ANCHOR is raised (“A stable written strategy carries the vision”) — STRATEGY-ANCHOR is raised
          one step lower if new leaders are briefed on the strategy
            ✓ the answer to “new leaders are briefed on the strategy” is yes — leadership.successorBriefed is yes
          so it is Low
        """);

    [Fact]
    public void Explain_Clear_NamesWhatDoesNotHold() => AssertText(
        "trust.organisational=Sufficient; trust.individual=High", "TRUST-LOW",
        """
        TRUST-LOW is clear, because trust.organisational is sufficient and trust.individual is high.

        It is raised when
          ✗ at least one of these holds
            ✗ trust between the organisations is low — trust.organisational is sufficient
            ✗ trust between the individuals is low — trust.individual is high
        Its level is Moderate: a source names it as a main influence
          it rests on news-page, Conclusion p.2 s2, line 11; two-case-paper, Trust s1, line 206; two-case-paper, Factors p.3 s3, line 53; two-case-paper, Trust p.9 s2, line 244
        """);

    [Fact]
    public void Explain_Undetermined_SaysWhichAnswerSettlesIt() => AssertText(
        "trust.organisational=Sufficient", "TRUST-LOW",
        """
        TRUST-LOW is undetermined, because trust.individual is not known. If it were raised, it would be at Moderate.

        It is raised when
          ? at least one of these holds
            ✗ trust between the organisations is low — trust.organisational is sufficient
            ? trust between the individuals is low — trust.individual is not known. How much trust is there between the individuals?
        Its level is Moderate: a source names it as a main influence
          it rests on news-page, Conclusion p.2 s2, line 11; two-case-paper, Trust s1, line 206; two-case-paper, Factors p.3 s3, line 53; two-case-paper, Trust p.9 s2, line 244

        What could settle it
          ? trust.individual: How much trust is there between the individuals?
            low: raised; none, sufficient or high: clear
        """);

    [Fact]
    public void Explain_NotApplicable_NamesTheGuardAndStillShowsTheCondition() => AssertText(
        "phase=Sustaining; trust.sufficientToInitiate=no", "TRUST-BELOW-THRESHOLD",
        """
        TRUST-BELOW-THRESHOLD does not apply, because phase is sustaining.

        It applies when
          ✗ life-cycle phase is preconditions or formation — phase is sustaining
        It is raised when
          ✓ the answer to “enough trust to begin” is no — trust.sufficientToInitiate is no
        Its level is Moderate: a source names it as a main influence
          it rests on two-case-paper, Trust p.10 s1, line 246
        """);

    [Fact]
    public void Explain_RuleOfPartners_ExplainsEachAndThoseNotListed() => AssertText(
        "partners[A].role=Lead; partners[B].role=NonLead; partners[B].strategicEngagement=Declining; partnerCount=3", "LEAD-PARTNER-DISENGAGEMENT",
        """
        LEAD-PARTNER-DISENGAGEMENT is raised for B (Moderate), is undetermined for the partner that is not listed and does not apply to A.

        A: does not apply, because partners[A].role is lead.
          It applies when
            ✗ all of these hold
              ✓ the answer to “one organisation leads” is yes — governance.leadOrganisation is yes (follows from the roles of the partners)
              ✗ role in the governance is non-lead — partners[A].role is lead
          It is raised when
            ? strategic engagement is none, only in trouble or declining — partners[A].strategicEngagement is not known. How engaged is this partner at strategic level?
          Its level is Moderate: a source reports strain, erosion or disengagement
            it rests on two-case-paper, Lead organisation s2, line 120; two-case-paper, Lead organisation s1, line 120

        B: raised at Moderate. B does not lead and is not fully engaged at strategic level.
          It applies when
            ✓ all of these hold
              ✓ the answer to “one organisation leads” is yes — governance.leadOrganisation is yes (follows from the roles of the partners)
              ✓ role in the governance is non-lead — partners[B].role is non-lead
          It is raised when
            ✓ strategic engagement is none, only in trouble or declining — partners[B].strategicEngagement is declining
          Its level is Moderate: a source reports strain, erosion or disengagement
            it rests on two-case-paper, Lead organisation s2, line 120; two-case-paper, Lead organisation s1, line 120

        the partner that is not listed: undetermined, because not all partners are listed. If it were raised, it would be at Moderate.
          It applies when
            ? all of these hold
              ✓ the answer to “one organisation leads” is yes — governance.leadOrganisation is yes (follows from the roles of the partners)
              ? role in the governance is non-lead — not all partners are listed. Which organisations take part?
          It is raised when
            ? strategic engagement is none, only in trouble or declining — not all partners are listed. Which organisations take part?
          Its level is Moderate: a source reports strain, erosion or disengagement
            it rests on two-case-paper, Lead organisation s2, line 120; two-case-paper, Lead organisation s1, line 120

        Not settled for all, because these are not known
          ? partners: Which organisations take part?
        """);

    [Fact]
    public void Explain_QuestionsAboutPartners_HaveANodeForEach()
    {
        var explanation = Explain("partners[A].reputation=Poor; partners[B].reputation=Good; partnerCount=4", chapter => chapter.ARisk("R")
            .When(c => c.Partners.AtLeast(2, p => p.Reputation == Reputation.Poor) || c.Partners.DifferIn(p => p.Sector)));
        explanation.Cases[0].Condition.ToText().TrimEnd().Should().Be(
            """
            ? at least one of these holds
              ? this holds for at least 2 partners
                ✓ A: organisational reputation is poor — partners[A].reputation is poor
                ✗ B: organisational reputation is poor — partners[B].reputation is good
                ? the 2 partners that are not listed: organisational reputation is poor — not all partners are listed. Which organisations take part?
              ? at least two partners differ in this: sector of the partner — not all partners are listed, partners[A].sector is not known and partners[B].sector is not known. Which organisations take part? Which sector does this partner belong to?
            """);
        explanation.Summary.Should().Be(
            "R is undetermined, because not all partners are listed, partners[A].sector is not known and partners[B].sector is not known. If it were raised, it would be at Moderate.");
        explanation.SettlingAnswers.Where(answer => answer is { Path: "partners[A].sector", Value: "police", Outcome: Outcome.Undetermined }).Should().NotBeEmpty();
    }

    [Fact]
    public void SettlingAnswers_ContradictingWhatIsKnown_AreNotOffered()
    {
        var explanation = Explain("governance.leadOrganisation=no; partners[A].name=A; partners[B].name=B", chapter =>
            chapter.ARisk("R").ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead));
        explanation.SettlingAnswers.Select(answer => $"{answer.Path} {answer.Value}").Should().Equal(
            "partners[A].role equal", "partners[B].role equal");
    }

    /// <summary>Explanations and questions try the same answers, on random collaborations and the whole knowledge.</summary>
    [Fact]
    public void SettlingAnswers_RandomCollaborations_AreThoseOfTheQuestions() => Parallel.For(0, 6, seed =>
    {
        var random = new Random(seed);
        var assessment = CollaborationEvaluator.Default.Evaluate(Some.Collaboration(random, new[] { 0.1, 0.5, 0.8 }[seed % 3]));
        var questions = assessment.OpenQuestions.ToDictionary(question => question.Path, StringComparer.Ordinal);
        foreach (var outcome in assessment.Outcomes.Values.Where(outcome => outcome.Outcome == Outcome.Undetermined && random.Next(6) == 0))
        {
            foreach (var answers in assessment.Explain(outcome.Rule.Code).SettlingAnswers.GroupBy(answer => answer.Path))
            {
                if (!questions.TryGetValue(answers.Key, out var question))
                {
                    // Whether a rule is clear or does not apply is settled, but nothing would be found either way: no question asks it.
                    answers.Should().OnlyContain(answer => answer.Outcome == Outcome.Clear || answer.Outcome == Outcome.NotApplicable);
                    continue;
                }

                var expected = question.Answers.Select(answer => $"{answer.Answer}: {answer.After.OutcomeOf(outcome.Rule)}");
                answers.Select(answer => $"{answer.Value}: {answer.Outcome}").Should().Equal(expected);
            }
        }
    });

    [Fact]
    public void Explain_Comparisons_AreInPlainWords()
    {
        var limit = new DateOnly(2020, 1, 1);
        var explanation = Explain("", chapter => chapter.AContext("R").When(c =>
            c.Trust.Organisational < TrustLevel.Sufficient
            && c.Form != CollaborationForm.JointUnit
            && c.PartnerCount >= 3
            && c.AsOf < limit
            && c.Workload.StaffAfter < c.Workload.StaffBefore
            && c.BenefitsSought.Includes(Benefit.CostReduction, Benefit.Resilience)
            && c.BenefitsSought.IncludesAny(Benefit.CostReduction, Benefit.Resilience)
            && c.BenefitsSought.IsExactly()
            && !(c.Vision.Exists == true)
            && !c.BenefitsSought.Includes(Benefit.CostReduction)
            && OverallIsAtLeast(Level.High)));
        explanation.Cases[0].Condition.Children.Select(node => node.Text).Should().Equal(
            "trust between the organisations is none or low",
            "collaboration form is anything but joint unit",
            "number of member organisations is at least 3",
            "the day the facts describe is before 2020-01-01",
            "headcount after the collaboration was set up is less than headcount before the collaboration",
            "benefits sought: cost reduction and resilience among them",
            "benefits sought: cost reduction or resilience among them",
            "benefits sought: none",
            "the answer to “shared vision, goal or mission” is no",
            "this does not hold",
            "the overall range is at least High");
        explanation.Cases[0].Condition.Children[^1].Found.Should().Be("the overall range is None");
    }

    [Theory]
    [InlineData("", "It is not known whether it is old, or whether it compels.")]
    [InlineData("vision.compelling=yes; vision.atStart=yes", "It is raised because it is old, lowered because it compels, and so stays at Moderate.")]
    [InlineData("vision.compelling=no; vision.atStart=yes", "It would be Moderate, but is raised because it is old.")]
    [InlineData("vision.compelling=no; vision.atStart=no", "")]
    public void Summary_Moderators_SaysWhatTheyDo(string facts, string expected)
    {
        var explanation = Explain("vision.exists=no; " + facts, chapter => chapter.ARisk("R")
            .When(c => c.Vision.Exists == false)
            .LoweredWhen(c => c.Vision.Compelling == true, "it compels")
            .RaisedWhen(c => c.Vision.AtStart == true, "it is old"));
        explanation.Summary.Should().Be($"R is raised at {explanation.Cases[0].Level!.Range}: A message. {expected}".TrimEnd());
    }

    [Fact]
    public void Summary_LevelAtItsEnd_SaysThatItGoesNoFurther()
    {
        var explanation = Explain("vision.exists=no; vision.compelling=yes", chapter => chapter.ARisk("R", Level.Low)
            .When(c => c.Vision.Exists == false)
            .LoweredWhen(c => c.Vision.Compelling == true, "it compels"));
        explanation.Summary.Should().Be("R is raised at Low: A message. It stays at Low, since it can go no lower, despite: it compels.");
    }

    [Fact]
    public void Explain_RuleOnRule_NamesTheOtherWithItsOutcome()
    {
        var explanation = Explain("vision.exists=yes", chapter =>
        {
            chapter.ARisk("BASE").When(c => c.Vision.Exists == false);
            chapter.ARisk("R").When(c => Raised("BASE"));
        });
        var node = explanation.Cases[0].Condition;
        node.Rule!.Rule.Code.Should().Be("BASE");
        node.Rule.Outcome.Should().Be(Outcome.Clear);
        node.Value.Should().Be(Truth.False);
        explanation.Summary.Should().Be("R is clear, because BASE is clear.");
    }

    [Fact]
    public void Explain_RuleOnRuleOfPartners_SpeaksOfTheSamePartner()
    {
        var explanation = Explain("partners[A].reputation=Poor; partners[B].reputation=Good", chapter =>
        {
            chapter.ARisk("BASE").ForEach(c => c.Partners).When((c, p) => p.Reputation == Reputation.Poor);
            chapter.ARisk("R").ForEach(c => c.Partners).When((c, p) => Raised("BASE"));
        });
        explanation.Cases.Select(each => each.Condition.Found).Should().Equal("BASE is raised for A", "BASE is not raised for B");
    }

    [Fact]
    public void Explain_RuleThatFails_GivesTheReason()
    {
        var explanation = Explain("", chapter =>
        {
            chapter.ARisk("R").Definition.When = Clause.Of(new Broken());
            chapter.ARisk("S").When(c => Raised("R"));
        });
        explanation.Outcome.Should().Be(Outcome.Error);
        explanation.Error.Should().Be("It broke.");
        explanation.Cases.Should().BeEmpty();
        explanation.ToText().Should().Be("R failed: It broke.\n");
    }

    [Fact]
    public void Explain_RuleSwitchedOff_SaysSo()
    {
        var book = RuleBook.Build(
            [TestPack.Of(chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false))],
            [RuleOverride.SwitchOff("R", "we have no vision on purpose")]);
        var explanation = new CollaborationEvaluator(book).Explain(FactText.Read("vision.exists=no"), "R");
        explanation.Summary.Should().Be("R is raised at Moderate: A message. The rule is switched off: we have no vision on purpose");
    }

    [Fact]
    public void Explain_CodeThatIsNotThere_Throws()
    {
        var assessment = CollaborationEvaluator.Default.Evaluate(new Collaboration());
        Invoking(() => assessment.Explain("VISION-ABSENTT")).Should().ThrowExactly<ArgumentException>()
            .WithMessage("No rule has the code 'VISION-ABSENTT'. Did you mean 'VISION-ABSENT'?*");
        Invoking(() => assessment.Explain(null!)).Should().ThrowExactly<ArgumentNullException>();
        Invoking(() => CollaborationEvaluator.Default.Explain(null!, "VISION-ABSENT")).Should().ThrowExactly<ArgumentNullException>();
        Invoking(() => CollaborationEvaluatorExtensions.Explain(null!, new Collaboration(), "VISION-ABSENT")).Should().ThrowExactly<ArgumentNullException>();
    }

    [Fact]
    public void Write_AsJson_HasEveryProperty()
    {
        var json = CollaborationEvaluator.Default.Explain(FactText.Read("trust.organisational=Sufficient"), "TRUST-LOW").ToJson(indented: false);
        json.Should().Be(
            """
            {"schema":"collabrisk/explanation/2","code":"TRUST-LOW","title":"Little trust","kind":"Risk","outcome":"Undetermined","error":null,
            "summary":"TRUST-LOW is undetermined, because trust.individual is not known. If it were raised, it would be at Moderate.",
            "cases":[{"subject":null,"outcome":"Undetermined","message":null,"because":["trust.individual is not known"],"guard":null,
            "condition":{"text":"at least one of these holds","value":"Unknown","found":null,"partner":null,"facts":[],"rule":null,"children":[
            {"text":"trust between the organisations is low","value":"False","found":"trust.organisational is sufficient","partner":null,
            "facts":[{"path":"trust.organisational","value":"Sufficient","followsFrom":null,"text":"sufficient","question":"How much trust is there between the organisations?"}],"rule":null,"children":[]},
            {"text":"trust between the individuals is low","value":"Unknown","found":"trust.individual is not known","partner":null,
            "facts":[{"path":"trust.individual","value":null,"followsFrom":null,"text":"not known","question":"How much trust is there between the individuals?"}],"rule":null,"children":[]}]},
            "level":{"base":"Moderate","reason":"a source names it as a main influence","moderators":[],"cap":"High","capped":false,"level":{"atLeast":"Moderate","atMost":"Moderate"},"ownLevel":null},"overrides":[],"switchedOff":false,"claims":[
            {"id":"D1-31","source":"news-page","locator":"Conclusion p.2 s2, line 11","paraphrase":"Trust completes the list.","strength":"NamedCase","basis":"both cases, pooled","quotation":null},
            {"id":"D3-154","source":"two-case-paper","locator":"Trust s1, line 206","paraphrase":"Trust, organisational and personal, shaped the process.","strength":"NamedCase","basis":"both cases, pooled","quotation":null},
            {"id":"D3-55","source":"two-case-paper","locator":"Factors p.3 s3, line 53","paraphrase":"Another class shapes how efficiently it runs: trust, adapting to changing work needs, communication.","strength":"Literature","basis":"Kożuch & Sienkiewicz-Małyjurek 2016","quotation":null},
            {"id":"D3-172","source":"two-case-paper","locator":"Trust p.9 s2, line 244","paraphrase":"People who distrust each other collaborate and share less, withholding even what the joint operation needs.","strength":"Literature","basis":"Drake et al. 2004; Allen et al. 2000","quotation":null}]}],
            "openFacts":[{"path":"trust.individual","question":"How much trust is there between the individuals?","answers":[
            {"value":"None","text":"none","outcome":"Clear"},{"value":"Low","text":"low","outcome":"Raised"},{"value":"Sufficient","text":"sufficient","outcome":"Clear"},{"value":"High","text":"high","outcome":"Clear"}]}]}
            """.ReplaceLineEndings(""));
        using var raised = JsonDocument.Parse(CollaborationEvaluator.Default.Explain(FactText.Read(JointItDepartmentLate), "TURNOVER-TRUST-LOSS").ToJson());
        var moderator = raised.RootElement.GetProperty("cases")[0].GetProperty("level").GetProperty("moderators")[1];
        moderator.GetProperty("step").GetInt32().Should().Be(-1);
        moderator.GetProperty("condition").GetProperty("rule").GetProperty("code").GetString().Should().Be("STRATEGY-ANCHOR");
    }

    private static void AssertText(string facts, string code, string expected) =>
        CollaborationEvaluator.Default.Explain(FactText.Read(facts), code).ToText().TrimEnd().Should().Be(expected);

    private static RuleExplanation Explain(string facts, Action<OpenChapter> write) =>
        TestPack.Evaluator(write).Explain(FactText.Read(facts), "R");

    private sealed class Broken : Condition
    {
        public override Truth Evaluate(ConditionContext context, int partner) => throw new InvalidOperationException("It broke.");

        public override void Write(System.Text.StringBuilder text) => text.Append("broken");
    }
}
