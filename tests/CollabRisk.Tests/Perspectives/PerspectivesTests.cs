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
        Assert.Equal(["trust.trend: Fire says eroding, Police says eroding"], Lines(merged.Agreed));
        Assert.Equal(["vision.exists: Fire says no, Police says yes"], Lines(merged.Disputed));
        Assert.Equal(["startYear: Police says 2010", "communication.regular: Council says yes"], Lines(merged.KnownToOne));
        Assert.Equal(FactText.Read("trust.trend=Eroding; startYear=2010; communication.regular=yes"), merged.Merged);
        Assert.Equal("Council, Fire, Police: facts agreed 1, known to one holder 2, disputed 1", merged.ToString());
    }

    [Fact]
    public void Of_SetsNumbersAndTexts_AreComparedByWhatTheySay()
    {
        var merged = PerspectiveSet.Of(
            View("A", "name=Joint unit; benefitsSought=[CostReduction, Resilience]; workload.staffBefore=150; outcome.totalCost=2.50"),
            View("B", "name=The unit; benefitsSought=[Resilience, CostReduction]; workload.staffBefore=115; outcome.totalCost=2.5"));
        Assert.Equal(["name: A says \"Joint unit\", B says \"The unit\"", "workload.staffBefore: A says 150, B says 115"], Lines(merged.Disputed));
        Assert.Equal(["benefitsSought", "outcome.totalCost"], merged.Agreed.Select(held => held.Path));
    }

    [Fact]
    public void Of_PartnersFacts_AreMatchedByName()
    {
        var merged = PerspectiveSet.Of(
            View("Police", "partners[Police].role=Lead; partners[Fire].activeInDecisions=yes; partners[Fire].sector=FireRescue"),
            View("Fire", "partners[Fire].activeInDecisions=no; partners[Police].role=Lead"));
        var dispute = Assert.Single(merged.Disputed);
        Assert.Equal("partners[Fire].activeInDecisions: Fire says no, Police says yes", dispute.ToString());
        Assert.Equal("Fire: Does this partner take an active part in decisions?", dispute.Question);
        Assert.Equal(FactText.Read("partners[Fire].sector=FireRescue; partners[Police].role=Lead"), merged.Merged);
    }

    [Fact]
    public void Of_PartnerThatAWholeListLeavesOut_IsDisputedAndCountsAsMissing()
    {
        var merged = PerspectiveSet.Of(
            View("A", "partners[A].role=Equal; partners[B].role=Equal"),
            View("B", "partners[A].role=Equal; partners[B].role=Equal; partners[C].role=NonLead"));
        Assert.Equal("partners: A says A, B, B says A, B, C", Assert.Single(merged.Disputed).ToString());
        Assert.Equal(["A", "B"], merged.Merged.Partners!.Select(partner => partner.Name));
        Assert.Equal(3, merged.Merged.PartnerCount);
        Assert.DoesNotContain(merged.KnownToOne, held => held.Partner == "C");
        Assert.Null(Evaluator.Evaluate(merged.Merged).Collaboration.Governance.LeadOrganisation);
    }

    [Theory]
    [InlineData("partnerCount=2; partners[A].role=Equal; partners[B].role=Equal", "partnerCount=2; partners[A].role=Equal; partners[C].role=Equal", 2, "A")]
    [InlineData("partnerCount=3; partners[A].role=Equal; partners[B].role=Equal", "partners[C].role=Equal", 3, "A, B, C")]
    [InlineData("partners[A].role=Equal", "partners[B].role=Equal", null, "A, B")]
    [InlineData("partners[A].role=Equal; partners[B].role=Equal", "partners[C].role=Equal; partners[D].role=Equal", null, "")]
    public void Of_PartnerLists_KeepThoseWhomNoWholeListLeavesOut(string one, string other, int? count, string names)
    {
        var merged = PerspectiveSet.Of(View("One", one), View("Other", other)).Merged;
        Assert.Equal(names, string.Join(", ", merged.Partners!.Select(partner => partner.Name)));
        Assert.Equal(count, merged.PartnerCount);
    }

    [Fact]
    public void Of_NumberAndListContradict_BothAreDisputedAndTheListLeavesRoom()
    {
        var merged = PerspectiveSet.Of(
            View("A", "partners[A].role=Equal; partners[B].role=Equal"),
            View("B", "partners[A].role=Equal; partners[B].role=Equal; partners[C].role=Equal"),
            View("C", "partnerCount=2"));
        Assert.Equal(["partnerCount", "partners"], merged.Disputed.Select(held => held.Path));
        Assert.Equal("3", merged.Disputed[0].FollowsAs);
        Assert.Equal(3, merged.Merged.PartnerCount);
    }

    [Fact]
    public void Of_ClaimAgainstWhatThePartnersShow_IsDisputedAndThePartnersDecide()
    {
        var merged = PerspectiveSet.Of(
            View("Chief", "crossProfession=no; network.primaryForm=Niche"),
            View("Police", "partners[P].sector=Police; partnerCount=2"),
            View("Fire", "partners[F].sector=FireRescue"));
        var dispute = Assert.Single(merged.Disputed);
        Assert.Equal(("crossProfession: Chief says no", "yes"), (dispute.ToString(), dispute.FollowsAs));
        Assert.Null(merged.Merged.CrossProfession);
        Assert.True(Evaluator.Evaluate(merged.Merged).Collaboration.CrossProfession);
    }

    [Fact]
    public void Of_Days_DateViewsAndAreNoDispute()
    {
        var merged = PerspectiveSet.Of(View("A", "asOf=2026-01-01"), View("B", "asOf=2026-02-01"));
        Assert.Empty(merged.Disputed);
        Assert.Null(merged.Merged.AsOf);
        Assert.Equal([new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)], merged.Views.Select(view => view.On!.Value));
        Assert.Equal(March, PerspectiveSet.Of(View("A", "asOf=2026-03-31"), View("B", "")).Merged.AsOf);
    }

    [Fact]
    public void Of_SameHolderTwice_TheLaterCounts()
    {
        var early = View("Police", "vision.exists=yes; trust.trend=Eroding", March);
        var late = View("Police", "vision.exists=no", March.AddDays(1));
        var merged = PerspectiveSet.Of(late, early, View("Fire", ""));
        Assert.Equal([early], merged.Superseded);
        Assert.Equal(FactText.Read("vision.exists=no"), merged.Merged);
        Assert.Contains("Not counted: Police (2026-03-31), since Police has a later view", Evaluator.Evaluate(merged).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SameHolderTwiceWithoutOrder_IsRefused()
    {
        var dated = View("Police", "vision.exists=yes", March);
        foreach (var other in new[] { View("Police", ""), View("Police", "", March) })
        {
            var refused = Assert.Throws<ArgumentException>(() => PerspectiveSet.Of(dated, other));
            Assert.StartsWith("Police has 2 views, and it cannot be told which is the latest.", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_NothingOrUnclear_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => PerspectiveSet.Of());
        Assert.Throws<ArgumentNullException>(() => PerspectiveSet.Of(null!));
        Assert.Throws<ArgumentNullException>(() => PerspectiveSet.Of(View("A", ""), null!));
        Assert.Throws<ArgumentException>(() => View(" ", ""));
        Assert.Throws<ArgumentNullException>(() => new Perspective("A", null!));
        var twice = Assert.Throws<ArgumentException>(() => new Perspective("A", new() { Partners = [new() { Name = "B" }, new() { Name = "B" }] }));
        Assert.Contains("2 partners are called 'B'", twice.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Perspective("A", new() { Partners = [new() { Name = "" }] }));
    }

    [Fact]
    public void Of_OneView_IsThatView() => Parallel.For(0, 500, seed =>
    {
        var view = Some.Collaboration(new Random(seed), seed % 5 / 4.0);
        var merged = PerspectiveSet.Of(new Perspective("A", view));
        Assert.Equal(view, merged.Merged);
        Assert.Empty(merged.Disputed);
        Assert.Empty(merged.Agreed);

        var alike = PerspectiveSet.Of(new Perspective("A", view), new Perspective("B", view));
        Assert.Equal(view, alike.Merged);
        Assert.Empty(alike.Disputed);
        Assert.Empty(alike.KnownToOne);
    });

    [Fact]
    public void Of_AnyOrder_GivesTheSame() => Parallel.For(0, 60, seed =>
    {
        var views = SomeViews(seed);
        var shuffled = views.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(Evaluator.Evaluate(PerspectiveSet.Of(views)).ToJson(), Evaluator.Evaluate(PerspectiveSet.Of(shuffled)).ToJson());
    });

    [Fact]
    public void Of_RandomViews_TakesWhatIsUndisputedAndNothingElse() => Parallel.For(0, 500, seed =>
    {
        var perspectives = PerspectiveSet.Of(SomeViews(seed));
        var merged = perspectives.Merged;
        foreach (var held in perspectives.Agreed.Concat(perspectives.KnownToOne))
        {
            Assert.All(held.Positions, position => Assert.Equal(held.Fact.Store.Get(position.Owner), ValueIn(merged, held)));
        }

        foreach (var held in perspectives.Disputed.Where(held => held.Path is not "partners" && held.FollowsAs is null))
        {
            Assert.Null(ValueIn(merged, held));
        }

        // Which facts of the merged collaboration are known: those, the day, and what leaves room for missing partners.
        var known = perspectives.Agreed.Concat(perspectives.KnownToOne).Select(held => held.Path).Concat(["asOf", "partners", "partnerCount"]).ToHashSet();
        Assert.All(PerspectiveSet.Of(new Perspective("Merged", merged)).KnownToOne, held => Assert.Contains(held.Path, known));

        // The merged collaboration can be written and read like any other.
        Assert.True(CollaborationJson.Read(CollaborationJson.Write(merged)).IsValid);
    });

    [Fact]
    public void Evaluate_RandomViews_IsThePlainEvaluationOfEach() => Parallel.For(0, 30, seed =>
    {
        var assessed = Evaluator.Evaluate(PerspectiveSet.Of(SomeViews(seed)));
        Assert.Equal(Evaluator.Evaluate(assessed.Perspectives.Merged).ToJson(), assessed.Merged.ToJson());
        Assert.All(assessed.Views, view => Assert.Equal(Evaluator.Evaluate(view.Perspective.View).ToJson(), view.Assessment.ToJson()));
        Assert.Equal(assessed.Perspectives.Disputed.Count, assessed.Disagreements.Count);
        Assert.Equal(assessed.Disagreements.OrderByDescending(d => d.Worst).ThenByDescending(d => d.HoldsOpen.Count), assessed.Disagreements);
        Assert.All(assessed.Disagreements.SelectMany(d => d.HoldsOpen), code => Assert.Contains(code, assessed.Merged.Outcomes.Keys));
    });

    [Fact]
    public void Evaluate_Disagreement_SaysWhatItHoldsOpenWorstFirst()
    {
        var assessed = TwoRules.Evaluate(TwoViews());
        Assert.Equal(["vision.exists", "communication.regular", "sameRegion"], assessed.Disagreements.Select(d => d.Path));
        Assert.Equal(["NO-VISION"], assessed.Disagreements[0].HoldsOpen);
        Assert.Equal([Level.High, Level.Low, Level.None], assessed.Disagreements.Select(d => d.Worst));
        Assert.Equal(["NO-VISION"], assessed.Views[0].OnlyHere.Select(finding => finding.Code));
        Assert.Empty(assessed.Views[0].OnlyMerged);
    }

    [Fact]
    public void ToText_TwoViews_ReadsWell() => Assert.Equal(
        """
        Fire Service, Police (2026-03-31): facts agreed 1, known to one holder 1, disputed 3

        Together: not assessable
        Fire Service alone: High
          only in this view: NO-VISION (High)
        Police alone: Low
          only in this view: RARE-MEETINGS (Low)

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

        """.ReplaceLineEndings("\n"),
        TwoRules.Evaluate(TwoViews()).ToText());

    [Fact]
    public void ToJson_TwoViews_HasTypedValuesAndTheMergedAssessment()
    {
        var assessed = TwoRules.Evaluate(TwoViews());
        var json = JsonDocument.Parse(assessed.ToJson()).RootElement;
        Assert.Equal(
            ["schema", "views", "superseded", "disagreements", "agreed", "knownToOne", "facts", "assessment"],
            json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            """{"path":"vision.exists","positions":[{"holder":"Fire Service","on":null,"value":false,"text":"no"},{"holder":"Police","on":"2026-03-31","value":true,"text":"yes"}],"question":"Do the partners share a vision, goal or mission for the collaboration?","followsAs":null,"holdsOpen":["NO-VISION"],"worst":"High"}""",
            JsonSerializer.Serialize(json.GetProperty("disagreements")[0]));
        Assert.Equal(CollaborationJson.Write(assessed.Perspectives.Merged, indented: false), JsonSerializer.Serialize(json.GetProperty("facts")));
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(assessed.Merged.ToJson()).RootElement, json.GetProperty("assessment")));
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
