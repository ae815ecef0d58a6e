using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Perspectives;
using CollabRisk.Tests.Knowledge;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Perspectives;

public class PerspectivesTests
{
    private static readonly DateOnly March = new(2026, 3, 31);

    private static readonly CollaborationEvaluator Evaluator = RuleCases.Evaluator;

    [Fact]
    public void Of_Facts_AreAgreedDisputedOrKnownToOne()
    {
        var merged = PerspectiveSet.Of(
            View("Police", "vision.exists=yes; trust.trend=Eroding; startYear=2010"),
            View("Fire", "vision.exists=no; trust.trend=Eroding"),
            View("Council", "communication.regular=yes"));
        Lines(merged.Agreed).Should().Equal("trust.trend: Fire says eroding, Police says eroding");
        Lines(merged.Disputed).Should().Equal("vision.exists: Fire says no, Police says yes");
        Lines(merged.KnownToOne).Should().Equal("startYear: Police says 2010", "communication.regular: Council says yes");
        merged.Merged.Should().Be(FactText.Read("trust.trend=Eroding; startYear=2010; communication.regular=yes"));
        merged.ToString().Should().Be("Council, Fire, Police: facts agreed 1, known to one holder 2, disputed 1");
    }

    [Fact]
    public void Of_SetsNumbersAndTexts_AreComparedByWhatTheySay()
    {
        var merged = PerspectiveSet.Of(
            View("A", "name=Joint unit; benefitsSought=[CostReduction, Resilience]; workload.staffBefore=150; outcome.totalCost=2.50"),
            View("B", "name=The unit; benefitsSought=[Resilience, CostReduction]; workload.staffBefore=115; outcome.totalCost=2.5"));
        Lines(merged.Disputed).Should().Equal("name: A says \"Joint unit\", B says \"The unit\"", "workload.staffBefore: A says 150, B says 115");
        merged.Agreed.Select(held => held.Path).Should().Equal("benefitsSought", "outcome.totalCost");
    }

    [Fact]
    public void Of_PartnersFacts_AreMatchedByName()
    {
        var merged = PerspectiveSet.Of(
            View("Police", "partners[Police].role=Lead; partners[Fire].activeInDecisions=yes; partners[Fire].sector=FireRescue"),
            View("Fire", "partners[Fire].activeInDecisions=no; partners[Police].role=Lead"));
        var dispute = merged.Disputed.Should().ContainSingle().Which;
        dispute.ToString().Should().Be("partners[Fire].activeInDecisions: Fire says no, Police says yes");
        dispute.Question.Should().Be("Fire: Does this partner take an active part in decisions?");
        merged.Merged.Should().Be(FactText.Read("partners[Fire].sector=FireRescue; partners[Police].role=Lead"));
    }

    [Fact]
    public void Of_PartnerSpelledWithAJoinerAndWithout_IsOnePartner()
    {
        const string With = "\u0622\u062A\u0634\u200C\u0646\u0634\u0627\u0646\u06CC", Without = "\u0622\u062A\u0634\u0646\u0634\u0627\u0646\u06CC";
        var merged = PerspectiveSet.Of(
            new Perspective("A", new() { Partners = [new() { Name = With, Sector = Sector.FireRescue }] }),
            new Perspective("B", new() { Partners = [new() { Name = Without, Role = PartnerRole.Equal }] })).Merged;
        merged.Partners.Should().ContainSingle().Which.Should().Match<Partner>(partner => partner.Sector == Sector.FireRescue && partner.Role == PartnerRole.Equal);
        Evaluator.Evaluate(merged).Findings.Should().NotBeNull();
    }

    [Fact]
    public void Of_PartnerThatAWholeListLeavesOut_IsDisputedAndCountsAsMissing()
    {
        var merged = PerspectiveSet.Of(
            View("A", "partners[A].role=Equal; partners[B].role=Equal"),
            View("B", "partners[A].role=Equal; partners[B].role=Equal; partners[C].role=NonLead"));
        merged.Disputed.Should().ContainSingle().Which.ToString().Should().Be("partners: A says A and B, B says A, B and C");
        merged.Merged.Partners!.Select(partner => partner.Name).Should().Equal("A", "B");
        merged.Merged.PartnerCount.Should().Be(3);
        merged.KnownToOne.Should().NotContain(held => held.Partner == "C");
        Evaluator.Evaluate(merged.Merged).Collaboration.Governance.LeadOrganisation.Should().BeNull();
    }

    [Theory]
    [InlineData("partnerCount=2; partners[A].role=Equal; partners[B].role=Equal", "partnerCount=2; partners[A].role=Equal; partners[C].role=Equal", 2, "A")]
    [InlineData("partnerCount=3; partners[A].role=Equal; partners[B].role=Equal", "partners[C].role=Equal", 3, "A, B, C")]
    [InlineData("partners[A].role=Equal", "partners[B].role=Equal", null, "A, B")]
    [InlineData("partners[A].role=Equal; partners[B].role=Equal", "partners[C].role=Equal; partners[D].role=Equal", null, "")]
    public void Of_PartnerLists_KeepThoseWhomNoWholeListLeavesOut(string one, string other, int? count, string names)
    {
        var merged = PerspectiveSet.Of(View("One", one), View("Other", other)).Merged;
        string.Join(", ", merged.Partners!.Select(partner => partner.Name)).Should().Be(names);
        merged.PartnerCount.Should().Be(count);
    }

    [Fact]
    public void Of_NumberAndListContradict_BothAreDisputedAndTheListLeavesRoom()
    {
        var merged = PerspectiveSet.Of(
            View("A", "partners[A].role=Equal; partners[B].role=Equal"),
            View("B", "partners[A].role=Equal; partners[B].role=Equal; partners[C].role=Equal"),
            View("C", "partnerCount=2"));
        merged.Disputed.Select(held => held.Path).Should().Equal("partnerCount", "partners");
        merged.Disputed[0].FollowsAs.Should().Be("3");
        merged.Merged.PartnerCount.Should().Be(3);
    }

    [Fact]
    public void Of_ClaimAgainstWhatThePartnersShow_IsDisputedAndThePartnersDecide()
    {
        var merged = PerspectiveSet.Of(
            View("Chief", "crossProfession=no; network.primaryForm=Niche"),
            View("Police", "partners[P].sector=Police; partnerCount=2"),
            View("Fire", "partners[F].sector=FireRescue"));
        var dispute = merged.Disputed.Should().ContainSingle().Which;
        dispute.ToString().Should().Be("crossProfession: Chief says no");
        dispute.FollowsAs.Should().Be("yes");
        merged.Merged.CrossProfession.Should().BeNull();
        Evaluator.Evaluate(merged.Merged).Collaboration.CrossProfession.Should().BeTrue();
    }

    [Fact]
    public void Of_Days_DateViewsAndAreNoDispute()
    {
        var merged = PerspectiveSet.Of(View("A", "asOf=2026-01-01"), View("B", "asOf=2026-02-01"));
        merged.Disputed.Should().BeEmpty();
        merged.Merged.AsOf.Should().BeNull();
        merged.Views.Select(view => view.On!.Value).Should().Equal(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1));
        PerspectiveSet.Of(View("A", "asOf=2026-03-31"), View("B", "")).Merged.AsOf.Should().Be(March);
    }

    [Fact]
    public void Of_SameHolderTwice_TheLaterCounts()
    {
        var early = View("Police", "vision.exists=yes; trust.trend=Eroding", March);
        var late = View("Police", "vision.exists=no", March.AddDays(1));
        var merged = PerspectiveSet.Of(late, early, View("Fire", ""));
        merged.Superseded.Should().Equal(early);
        merged.Merged.Should().Be(FactText.Read("vision.exists=no"));
        Evaluator.Evaluate(merged).ToText().Should().Contain("Not counted: Police (2026-03-31), since Police has a later view");
    }

    [Fact]
    public void Of_SameHolderTwiceWithoutOrder_IsRefused()
    {
        var dated = View("Police", "vision.exists=yes", March);
        foreach (var other in new[] { View("Police", ""), View("Police", "", March) })
        {
            Invoking(() => PerspectiveSet.Of(dated, other)).Should().ThrowExactly<ArgumentException>()
                .WithMessage("Police has 2 views, and it cannot be told which is the latest.*");
        }
    }

    [Fact]
    public void Of_NothingOrUnclear_IsRefused()
    {
        Invoking(() => PerspectiveSet.Of()).Should().ThrowExactly<ArgumentException>();
        Invoking(() => PerspectiveSet.Of(null!)).Should().ThrowExactly<ArgumentNullException>();
        Invoking(() => PerspectiveSet.Of(View("A", ""), null!)).Should().ThrowExactly<ArgumentNullException>();
        Invoking(() => View(" ", "")).Should().ThrowExactly<ArgumentException>();
        Invoking(() => new Perspective("A", null!)).Should().ThrowExactly<ArgumentNullException>();
        Invoking(() => new Perspective("A", new() { Partners = [new() { Name = "B" }, new() { Name = "B" }] })).Should().ThrowExactly<ArgumentException>()
            .WithMessage("*2 partners are called 'B'*");
        Invoking(() => new Perspective("A", new() { Partners = [new() { Name = "" }] })).Should().ThrowExactly<ArgumentException>();
    }

    [Fact]
    public void Of_OneView_IsThatView() => Law.Holds(500, drawn =>
    {
        var view = drawn.Collaboration;
        var merged = PerspectiveSet.Of(new Perspective("A", view));
        merged.Merged.Should().Be(view);
        merged.Disputed.Should().BeEmpty();
        merged.Agreed.Should().BeEmpty();

        var alike = PerspectiveSet.Of(new Perspective("A", view), new Perspective("B", view));
        alike.Merged.Should().Be(view);
        alike.Disputed.Should().BeEmpty();
        alike.KnownToOne.Should().BeEmpty();
    });

    [Fact]
    public void Of_AnyOrder_GivesTheSame() => Parallel.For(0, 60, seed =>
    {
        var views = SomeViews(seed);
        var shuffled = views.ToArray();
        new Random(seed).Shuffle(shuffled);
        Evaluator.Evaluate(PerspectiveSet.Of(shuffled)).ToJson().Should().Be(Evaluator.Evaluate(PerspectiveSet.Of(views)).ToJson());
    });

    [Fact]
    public void Of_RandomViews_TakesWhatIsUndisputedAndNothingElse() => Parallel.For(0, 500, seed =>
    {
        var perspectives = PerspectiveSet.Of(SomeViews(seed));
        var merged = perspectives.Merged;
        foreach (var held in perspectives.Agreed.Concat(perspectives.KnownToOne))
        {
            held.Positions.Should().OnlyContain(position => Equals(ValueIn(merged, held), position.Known));
        }

        foreach (var held in perspectives.Disputed.Where(held => held.Path is not "partners" && held.FollowsAs is null))
        {
            ValueIn(merged, held).Should().BeNull();
        }

        // Which facts of the merged collaboration are known: those, the day, and what leaves room for missing partners.
        var known = perspectives.Agreed.Concat(perspectives.KnownToOne).Select(held => held.Path).Concat(["asOf", "partners", "partnerCount"]).ToHashSet();
        PerspectiveSet.Of(new Perspective("Merged", merged)).KnownToOne.Select(held => held.Path).Should().BeSubsetOf(known);

        // The merged collaboration can be written and read like any other.
        CollaborationJson.Read(CollaborationJson.Write(merged)).IsValid.Should().BeTrue();
    });

    [Fact]
    public void Evaluate_RandomViews_IsThePlainEvaluationOfEach() => Parallel.For(0, 30, seed =>
    {
        var assessed = Evaluator.Evaluate(PerspectiveSet.Of(SomeViews(seed)));
        assessed.Merged.ToJson().Should().Be(Evaluator.Evaluate(assessed.Perspectives.Merged).ToJson());
        assessed.Views.Should().AllSatisfy(view => view.Assessment.ToJson().Should().Be(Evaluator.Evaluate(view.Perspective.View).ToJson()));
        assessed.Disagreements.Should().HaveCount(assessed.Perspectives.Disputed.Count);
        assessed.Disagreements.Should().Equal(assessed.Disagreements.OrderByDescending(d => d.Worst).ThenByDescending(d => d.HoldsOpen.Count));
        assessed.Disagreements.SelectMany(d => d.HoldsOpen).Should().BeSubsetOf(assessed.Merged.Outcomes.Keys);
    });

    [Fact]
    public void Evaluate_Disagreement_SaysWhatItHoldsOpenWorstFirst()
    {
        var assessed = TwoRules.Evaluate(TwoViews());
        assessed.Disagreements.Select(d => d.Path).Should().Equal("vision.exists", "communication.regular", "sameRegion");
        assessed.Disagreements[0].HoldsOpen.Should().Equal("NO-VISION");
        assessed.Disagreements.Select(d => d.Worst).Should().Equal(Level.High, Level.Low, Level.None);
        assessed.Views[0].OnlyHere.Select(finding => finding.Code).Should().Equal("NO-VISION");
        assessed.Views[0].OnlyMerged.Should().BeEmpty();
    }

    [Fact]
    public void ToText_TwoViews_ReadsWell() => TwoRules.Evaluate(TwoViews()).ToText().Should().Be(
        """
        Fire Service, Police (2026-03-31): facts agreed 1, known to one holder 1, disputed 3

        Together: not assessable
        Fire Service alone: High
          here and not together: NO-VISION (High)
        Police alone: Low
          here and not together: RARE-MEETINGS (Low)

        Disagreements
          vision.exists: Do the partners share a vision, goal or mission for the collaboration?
            Fire Service: no
            Police (2026-03-31): yes
            holds open NO-VISION, up to High
          communication.regular: Do the partners communicate regularly and often?
            Fire Service: yes
            Police (2026-03-31): no
            holds open RARE-MEETINGS, up to Low
          sameRegion: Are the partners in the same region?
            Fire Service: no
            Police (2026-03-31): yes

        Known to one holder only
          trust.trend: eroding (Police)

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void ToJson_TwoViews_HasTypedValuesAndTheMergedAssessment()
    {
        var assessed = TwoRules.Evaluate(TwoViews());
        var json = JsonDocument.Parse(assessed.ToJson()).RootElement;
        json.EnumerateObject().Select(property => property.Name).Should().Equal(
            "schema", "views", "superseded", "disagreements", "agreed", "knownToOne", "facts", "assessment");
        JsonSerializer.Serialize(json.GetProperty("disagreements")[0]).Should().Be(
            """{"path":"vision.exists","positions":[{"holder":"Fire Service","on":null,"value":false,"text":"no"},{"holder":"Police","on":"2026-03-31","value":true,"text":"yes"}],"question":"Do the partners share a vision, goal or mission for the collaboration?","followsAs":null,"holdsOpen":["NO-VISION"],"worst":"High"}""");
        JsonSerializer.Serialize(json.GetProperty("facts")).Should().Be(CollaborationJson.Write(assessed.Perspectives.Merged, indented: false));
        JsonElement.DeepEquals(JsonDocument.Parse(assessed.Merged.ToJson()).RootElement, json.GetProperty("assessment")).Should().BeTrue();
    }

    private static CollaborationEvaluator TwoRules { get; } = TestPack.Evaluator(chapter =>
    {
        chapter.ARisk("NO-VISION", Level.High).When(c => c.Vision.Exists == false);
        chapter.ARisk("RARE-MEETINGS", Level.Low).When(c => c.Communication.Regular == false);
    });

    private static PerspectiveSet TwoViews() => PerspectiveSet.Of(
        View("Police", "vision.exists=yes; communication.regular=no; sameRegion=yes; startYear=2010; trust.trend=Eroding", March),
        View("Fire Service", "vision.exists=no; communication.regular=yes; sameRegion=no; startYear=2010"));

    private static Perspective View(string holder, string facts, DateOnly? on = null) => new(holder, FactText.Read(facts), on);

    private static List<Perspective> SomeViews(int seed)
    {
        var random = new Random(seed);
        var share = random.NextDouble();
        return [.. Enumerable.Range(0, random.Next(2, 5)).Select(i => new Perspective($"Holder {i}", Some.Collaboration(random, share)))];
    }

    private static object? ValueIn(Collaboration merged, HeldFact held)
    {
        object root = held.Partner is null ? merged : merged.Partners!.Single(partner => partner.Name == held.Partner);
        return held.Fact.ValueIn(root);
    }

    private static IEnumerable<string> Lines(IEnumerable<HeldFact> facts) => facts.Select(held => held.ToString());
}
