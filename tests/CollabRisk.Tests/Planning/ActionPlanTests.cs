using CollabRisk.Comparing;
using CollabRisk.Facts;
using CollabRisk.Planning;
using CollabRisk.Remedies;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Planning;

/// <summary>From an assessment to steps, and what people write about them.</summary>
public class ActionPlanTests
{
    private static readonly CollaborationEvaluator Evaluator = CollaborationEvaluator.Default;

    private static readonly Collaboration Bad = new()
    {
        Name = "Room",
        AsOf = new(2026, 1, 12),
        Vision = new() { Exists = false },
        Trust = new() { Organisational = TrustLevel.None },
        Tensions = new() { Present = true, Handled = false },
        Workload = new() { Overload = true },
    };

    private static ActionPlan Plan => ActionPlan.Of(Evaluator.Evaluate(Bad));

    [Fact]
    public void Of_Assessment_HasEachAdviceOnceTheRootOfTheGravestMatterFirst()
    {
        var assessment = Evaluator.Evaluate(Bad);
        var plan = Plan;
        plan.Steps.Select(step => step.Code).Should().OnlyHaveUniqueItems().And.StartWith(assessment.Groups[0].Root.Recommendations[0].Code);
        plan.Steps.Select(step => step.Code).Should().BeEquivalentTo(
            assessment.Findings.Where(finding => finding.Level is not null || finding.Kind == FindingKind.Recommendation).SelectMany(finding => finding.Recommendations).Select(advice => advice.Code).Distinct());
        plan.Steps.Should().OnlyContain(step => step.Need == StepNeed.CalledFor && step.State == StepState.Open && step.Owner == null && step.Due == null);
        var vision = plan.Steps.First(step => step.Code == "WRITE-VISION-TOGETHER");
        vision.Findings.Should().Contain(finding => finding.Fingerprint == "VISION-ABSENT" && finding.Level == new LevelRange(Level.High, Level.High));
        vision.Clears.Should().Contain(clearing => clearing.Changes.Count == 1 && clearing.Changes[0].ToString() == "vision.exists: no → yes" && clearing.Findings.Contains("VISION-ABSENT"));
        plan.Steps.Should().Contain(step => step.IsDerived).And.Contain(step => !step.IsDerived);
        plan.ToText().Should().Contain("Advice: the library’s, not the source’s").And.Contain("Advice: the source’s");
    }

    [Fact]
    public void Of_TensionOverIdentity_DoesNotSayThatARuleForDesksClearsIt()
    {
        var plan = ActionPlan.Of(Evaluator.Evaluate(new() { Culture = new() { ObservedTensions = new() { Identity = true } } }));
        plan.Steps.Select(step => step.Code).Should().Contain("ANSWER-GRIEVANCES").And.NotContain(["POOL-DESKS", "SETTLE-DOMESTIC-MATTERS"]);
        var desks = ActionPlan.Of(Evaluator.Evaluate(new() { Culture = new() { ObservedTensions = new() { Identity = true, SpaceAndEquipment = true } } })).Steps.First(step => step.Code == "POOL-DESKS");
        desks.Findings.Should().ContainSingle().Which.Subject.Should().Be("space and equipment");
        desks.Clears.Should().BeEmpty("no fact says when it is done");
    }

    [Fact]
    public void Of_StepThatDoesNotBringTheChangeAbout_IsNotSaidToClearTheFinding()
    {
        var steps = ActionPlan.Of(Evaluator.Evaluate(Bad with { Vision = new() { Exists = false, InStrategyDocument = false } })).Steps.ToDictionary(step => step.Code, StringComparer.Ordinal);
        steps["WRITE-VISION-TOGETHER"].Clears.Should().NotBeEmpty();
        steps["WRITE-STRATEGY"].Findings.Should().Contain(finding => finding.Code == "VISION-ABSENT");
        steps["WRITE-STRATEGY"].Clears.SelectMany(clearing => clearing.Changes).Should().NotContain(change => change.Fact == "vision.exists");
        steps.Values.SelectMany(step => step.Clears).SelectMany(clearing => clearing.Changes).Should().NotContain(change => change.Fact == "workload.overload", "no step is done when people are not overloaded");
    }

    [Fact]
    public void Of_StepThatARecommendationAsksFor_ClearsNothingWhereNoFactSaysThatItIsDone()
    {
        var write = new Recommendation("WRITE", "Write it down.");
        var evaluator = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("R").When(c => c.Vision.Exists == false).Advise(write);
            chapter.Advise(write).When(c => c.Vision.Exists == false).RestsOn("T-1");
        });
        var given = new Collaboration { Vision = new() { Exists = false } };
        ActionPlan.Of(evaluator.Evaluate(given)).Steps.Should().ContainSingle().Which.Clears.Should().BeEmpty();
        evaluator.Remedies(given, RemedyTarget.Clear("R")).Remedies.Should().ContainSingle().Which.Advice.Should().Equal(write);
    }

    /// <summary>That no fact says when a step is done is one thing, and what clears its finding another.</summary>
    [Fact]
    public void Of_StepOfWhichNoFactSaysThatItClears_SaysWhatClearsItsFindings()
    {
        var steps = Plan.Steps.ToDictionary(step => step.Code, StringComparer.Ordinal);
        var relieve = steps["RELIEVE-COMPETING-DEMANDS"];
        relieve.Clears.Should().BeEmpty();
        relieve.ClearedOtherwise.Should().Contain(clearing => clearing.ToString() == "workload.overload: yes → no clears WORK-OVERLOAD");
        Plan.ToText().Should().Contain("No fact says that it clears: WORK-OVERLOAD, cleared when workload.overload: yes → no");
        steps.Values.Should().OnlyContain(step => step.Findings.All(finding => finding.Level == null || step.Clears.Concat(step.ClearedOtherwise).Any(clearing => clearing.Findings.Contains(finding.Fingerprint))));
        steps["WRITE-VISION-TOGETHER"].ClearedOtherwise.SelectMany(clearing => clearing.Findings).Should().NotContain("VISION-ABSENT", "the step itself clears it");
        ActionPlan.Of(Evaluator.Evaluate(new() { Vision = new() { Exists = true } }), Plan).Steps.Where(step => step.Need != StepNeed.CalledFor).SelectMany(step => step.ClearedOtherwise).Should().BeEmpty();
    }

    [Fact]
    public void Of_NothingKnown_HasNoStepAndSaysThatThisIsNotGoodNews()
    {
        var plan = ActionPlan.Of(Evaluator.Evaluate(new()));
        plan.Steps.Should().BeEmpty();
        plan.ToText().Should().Contain("What is not known is not ruled out.");
    }

    [Fact]
    public void Of_EarlierPlan_KeepsWhatPeopleWroteAndSaysWhyAStepIsNoLongerCalledFor()
    {
        var written = Plan
            .With("write-vision-together", step => step with { Owner = "Ann", Due = new(2026, 3, 1), State = StepState.Done, Note = "with all" })
            .With("RELIEVE-COMPETING-DEMANDS", step => step with { Owner = "Bob" })
            .With(new ActionStep("OFFSITE", "Spend a day together") { State = StepState.Started });
        var later = Bad with { AsOf = new(2026, 6, 1), Vision = new() { Exists = true }, Workload = new() };
        var plan = ActionPlan.Of(Evaluator.Evaluate(later), written);
        plan.AsOf.Should().Be(new DateOnly(2026, 6, 1));
        var steps = plan.Steps.ToDictionary(step => step.Code, StringComparer.Ordinal);
        steps["WRITE-VISION-TOGETHER"].Should().BeEquivalentTo(new { Owner = "Ann", Due = new DateOnly(2026, 3, 1), State = StepState.Done, Note = "with all" });
        steps["WRITE-VISION-TOGETHER"].Need.Should().BeOneOf(StepNeed.Cleared, StepNeed.InPlace);
        steps["RELIEVE-COMPETING-DEMANDS"].Should().BeEquivalentTo(new { Owner = "Bob", Need = StepNeed.NoLongerKnown, State = StepState.Open });
        plan.Steps[^1].Should().BeEquivalentTo(new { Code = "OFFSITE", Need = StepNeed.Own, State = StepState.Started });
        ActionPlan.Of(Evaluator.Evaluate(later), plan).ToJson().Should().Be(plan.ToJson());
        ActionPlan.Of(Evaluator.Evaluate(Bad), plan).Steps.Single(step => step.Code == "WRITE-VISION-TOGETHER").Should().BeEquivalentTo(new { Need = StepNeed.CalledFor, Owner = "Ann", State = StepState.Done });
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() => Law.Holds(60, drawn =>
    {
        var plan = ActionPlan.Of(Rules.RotaPack.Evaluator.Evaluate(drawn.Collaboration)).With(new ActionStep("OURS", "Do") { Note = "line\nline", Due = new(2026, 1, 2), State = StepState.Dropped });
        var reading = ActionPlan.Read(plan.ToJson());
        reading.Problems.Should().BeEmpty();
        Assert.Equal(plan.ToJson(), reading.Value!.ToJson());
        Assert.Equal(plan.ToText(), reading.Value.ToText());
    });

    [Fact]
    public void Read_StepThatSomeoneAddedByHand_NeedsCodeAndActionAlone()
    {
        var json = Plan.ToJson();
        var at = json.IndexOf("\"steps\": [", StringComparison.Ordinal) + "\"steps\": [".Length;
        var plan = ActionPlan.Read(json[..at] + """{ "code": "OURS", "action": "Meet", "owner": "Cy" },""" + json[at..]).Value!;
        plan.Steps[0].Should().BeEquivalentTo(new { Code = "OURS", Action = "Meet", Owner = "Cy", Need = StepNeed.Own, State = StepState.Open });
        ActionPlan.Of(Evaluator.Evaluate(Bad), plan).Steps[^1].Owner.Should().Be("Cy");
    }

    [Theory]
    [InlineData("\"state\": \"Open\"", "\"state\": \"Begun\"", "'Open', 'Started', 'Done' or 'Dropped'")]
    [InlineData("\"due\": null", "\"due\": \"2026-02-30\"", "steps[0].due: expected a day of the calendar, written as in \"2026-03-31\", or null; found the text '2026-02-30'.")]
    [InlineData("\"owner\": null", "\"ower\": null", "unknown property 'ower'. Did you mean 'owner'?")]
    [InlineData("\"code\": \"WRITE-STRATEGY\"", "\"code\": \"write-vision-together\"", "is the code of an earlier step too")]
    [InlineData("\"code\": \"WRITE-STRATEGY\"", "\"code\": \" \"", "a step has a code and an action")]
    [InlineData("\"overall\"", "\"languages\": [{ \"language\": \"nl\\n\", \"texts\": [\"x\"] }], \"overall\"", "languages[0].language: ")]
    [InlineData("collabrisk/plan/1", "collabrisk/plan/0", "Another version of the library wrote it.")]
    public void Read_Mistake_IsToldWithItsPlace(string right, string wrong, string expected)
    {
        var json = ActionPlan.Of(Evaluator.Evaluate(new Collaboration { Vision = new() { Exists = false } })).ToJson();
        var at = json.IndexOf(right, StringComparison.Ordinal);
        at.Should().BePositive();
        var reading = ActionPlan.Read(json[..at] + wrong + json[(at + right.Length)..]);
        reading.Value.Should().BeNull();
        string.Join('\n', reading.Problems).Should().Contain(expected);
    }

    [Fact]
    public void With_CodeThatIsNotThereOrThereAlready_IsRefused()
    {
        Invoking(() => Plan.With("WRITE-VISION-TOGETER", step => step)).Should().Throw<ArgumentException>().WithMessage("*Did you mean 'WRITE-VISION-TOGETHER'?*");
        Invoking(() => Plan.With(new ActionStep("write-vision-together", "x"))).Should().Throw<ArgumentException>().WithMessage("*Give it another one.*");
        Invoking(() => new ActionStep(" ", "x")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Review_TwoStates_SaysWhatBecameOfEachFinding()
    {
        var after = Bad with { Vision = new() { Exists = true }, Workload = new() };
        var review = Plan.With(new ActionStep("OFFSITE", "Spend a day together")).Review(Evaluator.Compare(Bad, after));
        Of("WRITE-VISION-TOGETHER", "VISION-ABSENT").Should().BeEquivalentTo(new { WasRaised = true, IsRaised = false, Before = (LevelRange?)new LevelRange(Level.High, Level.High), After = (LevelRange?)null, End = (FindingEnd?)FindingEnd.Cleared });
        Of("RELIEVE-COMPETING-DEMANDS", "WORK-OVERLOAD").End.Should().Be(FindingEnd.NoLongerKnown);
        review.Steps[^1].Findings.Should().BeEmpty();
        review.ToText().Should().Contain("VISION-ABSENT: cleared").And.Contain("WORK-OVERLOAD: no longer known").And.Contain("does not show that the step did it");

        var back = ActionPlan.Of(Evaluator.Evaluate(Bad)).Review(Evaluator.Compare(after, Bad));
        back.Steps.SelectMany(step => step.Findings).Should().Contain(finding => finding.ToString() == "VISION-ABSENT: raised at High, was not before");
        var overload = back.Steps.SelectMany(step => step.Findings).First(finding => finding.Finding.Fingerprint == "WORK-OVERLOAD");
        overload.OutcomeBefore.Should().Be(Outcome.Undetermined);
        overload.ToString().Should().EndWith(", it was not known before", "what no one knew was not shown to be otherwise");
        ActionPlan.Of(Evaluator.Evaluate(Bad)).Review(Evaluator.Compare(new(), new())).Steps.SelectMany(step => step.Findings).First(finding => finding.Finding.Fingerprint == "VISION-ABSENT")
            .ToString().Should().Be("VISION-ABSENT: not known in either");
        Plan.Review(Evaluator.Compare(Bad, Bad)).Steps.SelectMany(step => step.Findings).Should().OnlyContain(finding => finding.ToString().EndsWith("as before", StringComparison.Ordinal));

        FindingReview Of(string step, string finding) => review.Steps.Single(each => each.Step.Code == step).Findings.Single(each => each.Finding.Fingerprint == finding);
    }

    /// <summary>A rule may be raised for one partner while no one knows of the other: of whom a finding is, it is told.</summary>
    [Fact]
    public void Review_FindingAboutAPartner_GoesByThatPartner()
    {
        static Collaboration With(ExecutiveCommitment? ofA, ExecutiveCommitment? ofB) => new()
        {
            Partners = [new() { Name = "A", ExecutiveCommitment = ofA }, new() { Name = "B", ExecutiveCommitment = ofB }],
        };

        var bad = With(ExecutiveCommitment.None, ExecutiveCommitment.None);
        var plan = ActionPlan.Of(Evaluator.Evaluate(bad));
        var about = plan.Steps.SelectMany(step => step.Findings).First(finding => finding.Subject == "A" && finding.Fingerprint.EndsWith("/A", StringComparison.Ordinal)).Fingerprint;
        Became(With(ExecutiveCommitment.PublicVisible, null), With(null, ExecutiveCommitment.None)).Should().Be($"{about}: not raised before, and not known now");
        Became(With(null, ExecutiveCommitment.None), With(ExecutiveCommitment.PublicVisible, null)).Should().Be($"{about}: not known before, and not raised now");
        Became(With(null, ExecutiveCommitment.None), With(null, null)).Should().Be($"{about}: not known in either");
        Became(With(ExecutiveCommitment.PublicVisible, null), With(ExecutiveCommitment.PublicVisible, ExecutiveCommitment.None)).Should().Be($"{about}: not raised in either");

        // A partner that is written in other capitals after is the same one.
        Became(bad, bad with { Partners = [.. bad.Partners!.Select(partner => partner with { Name = partner.Name.ToLowerInvariant() })] }).Should().EndWith("as before");

        string Became(Collaboration before, Collaboration after) =>
            plan.Review(Evaluator.Compare(before, after)).Steps.SelectMany(step => step.Findings).First(finding => finding.Finding.Fingerprint == about).ToString();
    }

    [Theory]
    [InlineData(StepState.Open, true)]
    [InlineData(StepState.Started, true)]
    [InlineData(StepState.Done, false)]
    [InlineData(StepState.Dropped, false)]
    public void IsOverdue_DayAfterItIsDue_GoesByTheState(StepState state, bool expected)
    {
        var step = new ActionStep("A", "b") { Due = new(2026, 3, 1), State = state };
        step.IsOverdue(new(2026, 3, 2)).Should().Be(expected);
        step.IsOverdue(new(2026, 3, 1)).Should().BeFalse();
        (step with { Due = null }).IsOverdue(new(2026, 3, 2)).Should().BeFalse();
    }
}
