using System.Text.Json;
using CollabRisk.Comparing;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Tests.Knowledge;
using CollabRisk.Tests.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Tests.Comparing;

/// <summary>What is different between two assessments, and why.</summary>
public class AssessmentDifferenceTests
{
    private static readonly CollaborationEvaluator All = RuleCases.Evaluator;

    [Fact]
    public void WhatIf_VisionIsBuilt_ReadsAsAChiefOfficerExpects()
    {
        var evaluator = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("VISION-ABSENT", Level.High).When(c => c.Vision.Exists == false);
            chapter.AStrength("VISION-SHARED").When(c => c.Vision.Exists == true);
            chapter.ARisk("TRUST-LOW").When(c => c.Trust.Organisational == TrustLevel.Low).LoweredWhen(c => c.Vision.Exists == true, "the vision holds", "T-1");
            chapter.ARisk("BUILT-ON").When(c => Raised("VISION-ABSENT") && c.Workload.Overload == true);
        });
        var difference = evaluator.WhatIf(FactText.Read("vision.exists=no; trust.organisational=Low"), FactChange.Parse("vision.exists=yes"));
        difference.ToText().Should().Be(
            """
            Overall: High -> Low
            Fact: vision.exists: no -> yes (shared vision, goal or mission)
            + Strength VISION-SHARED: A message.
                because vision.exists went from no to yes
            - Risk VISION-ABSENT (High): A message. (cleared)
                because vision.exists went from no to yes
            ~ Risk TRUST-LOW (Moderate -> Low): A message.
                now lowered: the vision holds
                because vision.exists went from no to yes
            Settled (1): BUILT-ON (clear)
            Outcome changed (2): VISION-ABSENT (raised -> clear), VISION-SHARED (clear -> raised)

            """);
        using var json = JsonDocument.Parse(difference.ToJson());
        json.RootElement.GetProperty("before").GetProperty("overall").GetProperty("atLeast").GetString().Should().Be("High");
        json.RootElement.GetProperty("findings")[1].GetProperty("causedBy").EnumerateArray().Select(path => path.GetString()).Should().Equal("vision.exists");
        evaluator.WhatIf(difference.Before.Collaboration, c => c with { Vision = c.Vision with { Exists = true } }).ToJson().Should().Be(difference.ToJson());
    }

    [Fact]
    public void Compare_LaterBeforeEarlier_SaysThatTheOrderMayBeWrong()
    {
        var (one, other) = (new Collaboration { AsOf = new DateOnly(2026, 1, 1), Vision = new() { Exists = false } }, new Collaboration { AsOf = new DateOnly(2025, 1, 1), Vision = new() { Exists = true } });
        All.Compare(one, other).ToText().Should().Contain("\nLook at the order: the facts after are as of 2025-01-01, which is before 2026-01-01\n");
        All.Compare(other, one).ToText().Should().NotContain("Look at the order");
    }

    /// <summary>Whoever writes a name in other capitals means the same partner, who did not leave and join.</summary>
    [Fact]
    public void Compare_PartnerSpeltInAnotherWay_IsTheSamePartnerUnderTheNewName()
    {
        var evaluator = TestPack.Evaluator(chapter => chapter.ARisk("R", Level.High).ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead && c.Vision.Exists == false));
        var before = FactText.Read("vision.exists=no") with { Partners = [new() { Name = "Fire service", Role = PartnerRole.NonLead }, new() { Name = "Police", Role = PartnerRole.Lead }] };
        var after = before with { Partners = [new() { Name = "Fire Service", Role = PartnerRole.NonLead }, new() { Name = "Police", Role = PartnerRole.Lead }] };
        var difference = evaluator.Compare(before, after);
        difference.Facts.Should().ContainSingle().Which.ToString().Should().Be("partners[Fire Service].name went from \"Fire service\" to \"Fire Service\"");
        difference.Findings.Should().BeEmpty();
        difference.Outcomes.Should().BeEmpty();
        difference.Before.Collaboration.Partners![0].Name.Should().Be("Fire service");

        var lead = evaluator.Compare(before, after with { Partners = [new() { Name = "FIRE SERVICE", Role = PartnerRole.Lead }, new() { Name = "Police", Role = PartnerRole.Lead }] });
        lead.Facts.Select(move => move.Path).Should().Equal("partners[FIRE SERVICE].name", "partners[FIRE SERVICE].role");
        var gone = lead.Findings.Should().ContainSingle().Which;
        gone.Fingerprint.Should().Be("R/FIRE SERVICE");
        gone.End.Should().Be(FindingEnd.Cleared);
        gone.CausedBy.Select(move => move.Path).Should().Equal("partners[FIRE SERVICE].role");
    }

    [Fact]
    public void Compare_NameThatCouldBeEitherOfTwo_IsNeither()
    {
        var before = new Collaboration { Partners = [new() { Name = "Fire service", Role = PartnerRole.Lead }] };
        var after = new Collaboration { Partners = [new() { Name = "Fire Service" }, new() { Name = "FIRE SERVICE" }] };
        All.Compare(before, after).Facts.Select(move => move.Path).Should().Contain(["partners", "partners[Fire service].role"]);
    }

    [Fact]
    public void Compare_FactForgotten_SaysThatNobodyKnows()
    {
        var evaluator = TestPack.Evaluator(chapter => chapter.ARisk("R", Level.High).When(c => c.Vision.Exists == false));
        var change = evaluator.WhatIf(FactText.Read("vision.exists=no"), FactChange.Parse("vision.exists=unknown")).Findings.Should().ContainSingle().Which;
        change.Kind.Should().Be(DifferenceKind.Gone);
        change.OutcomeAfter.Should().Be(Outcome.Undetermined);
    }

    [Fact]
    public void Compare_PartnersMove_BlamesOnlyThePartnerAskedAbout()
    {
        var evaluator = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("EACH").ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead && p.Reputation != Reputation.Good).Says("{subject} is so.");
            chapter.ARisk("SOME").When(c => c.Partners.Some(p => p.Role == PartnerRole.Equal));
            chapter.ARisk("LED").When(c => c.Governance.LeadOrganisation == true);
        });
        var before = FactText.Read("partners[A].role=Equal; partners[A].reputation=Poor; partners[B].role=Equal; partners[B].reputation=Poor");
        var after = FactText.Read("partners[A].role=NonLead; partners[A].reputation=Mixed; partners[B].role=Lead; partners[B].reputation=Poor; partners[C].role=NonLead; partners[C].reputation=Poor");
        var difference = evaluator.Compare(before, after);
        difference.Findings.Select(change => $"{change}: {string.Join(' ', change.CausedBy.Select(move => move.Path))}").Should().Equal(
            "Added EACH/A: partners[A].role",
            "Added EACH/C: partnerCount partners partners[C].role partners[C].reputation",
            "Added LED: partnerCount partners governance.leadOrganisation partners[A].role partners[B].role partners[C].role",
            "Gone SOME: partnerCount partners partners[A].role partners[B].role partners[C].role");
        difference.Facts.Where(move => move.Path == "partners").SelectMany(move => new[] { move.Before, move.After }).Should().Equal("A and B", "A, B and C");
    }

    [Fact]
    public void Between_OtherRules_SaysWhichAndBlamesThem()
    {
        var facts = FactText.Read("vision.exists=no");
        var before = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("GONE").When(c => c.Vision.Exists == false);
            chapter.ARisk("OTHER").When(c => c.Vision.Exists == false);
            chapter.ARisk("SAME").When(c => Raised("OTHER"));
        }).Evaluate(facts);
        var after = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("ADDED").When(c => c.Vision.Exists == false);
            chapter.ARisk("OTHER").When(c => c.Vision.Exists == true);
            chapter.ARisk("SAME").When(c => Raised("OTHER"));
        }).Evaluate(facts);
        var difference = AssessmentDifference.Between(before, after);
        difference.SameRules.Should().BeFalse();
        difference.Rules.Select(rule => rule.ToString()).Should().Equal("Added ADDED", "Gone GONE", "Changed OTHER");
        difference.Findings.Select(change => $"{change} by {string.Join(' ', change.CausedByRules)}").Should().Equal(
            "Added ADDED by ADDED", "Gone GONE by GONE", "Gone OTHER by OTHER", "Gone SAME by OTHER");
        difference.ToText().Should().Contain("Rules changed (1): OTHER\n");
    }

    [Fact]
    public void Between_FindingsThatChangePlace_AreInTheOrderOfTheAssessments()
    {
        var evaluator = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("MOVES").When(c => c.Vision.Exists == false).RaisedWhen(c => c.Vision.AtStart == true, "of the start", "T-2");
            chapter.ARisk("STAYS").When(c => c.Workload.Overload == true);
            chapter.ARisk("EACH").ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead);
        });
        Collaboration Of(bool atStart, params string[] partners) => new()
        {
            Vision = new() { Exists = false, AtStart = atStart },
            Workload = new() { Overload = true },
            Partners = [.. partners.Select(name => new Partner { Name = name, Role = PartnerRole.NonLead })],
        };
        var difference = evaluator.Compare(Of(false, "A", "B", "C"), Of(true, "AA", "B", "D"));

        difference.Before.Findings.Select(finding => finding.Fingerprint).Should().Equal("MOVES", "STAYS", "EACH/A", "EACH/B", "EACH/C");
        difference.After.Findings.Select(finding => finding.Fingerprint).Should().Equal("MOVES", "STAYS", "EACH/AA", "EACH/B", "EACH/D");
        difference.Findings.Select(change => $"{change}").Should().Equal(
            "Added EACH/AA", "Added EACH/D", "Gone EACH/A", "Gone EACH/C", "Changed MOVES");
    }

    /// <summary>The code of each of these is the same on both sides.</summary>
    [Fact]
    public void Between_OtherValuesWithTheSameCode_Move()
    {
        Moved(new() { Name = "One" }, new() { Name = "Another" }).Should().Equal("name");
        Moved(WithCost(0.12341m), WithCost(0.12342m)).Should().Equal("outcome.totalCost");
        Moved(Saved("2024"), Saved("2025")).Should().Equal("outcome.savings");
        Moved(new() { Partners = [new() { Name = "A" }, new() { Name = "B" }] }, new() { Partners = [new() { Name = "A" }, new() { Name = "C" }] }).Should().Equal("partners");
        Moved(Saved("2024"), Saved("2024")).Should().BeEmpty();

        static Collaboration WithCost(decimal cost) => new() { Outcome = new() { TotalCost = cost } };

        static Collaboration Saved(string period) => new() { Outcome = new() { Savings = [new() { Amount = 1, Period = period }] } };

        static IEnumerable<string> Moved(Collaboration before, Collaboration after) => All.Compare(before, after).Facts.Select(move => move.Path);
    }

    /// <summary>A host may complete what it is given before it evaluates: what it adds is on both sides, and not a difference.</summary>
    [Fact]
    public void WhatIf_EvaluatorOfAHost_IsAskedForBothSides()
    {
        var evaluator = new CompletingEvaluator();

        var difference = evaluator.WhatIf(FactText.Read("vision.exists=no"), FactChange.Parse("vision.exists=yes"));

        difference.Facts.Select(move => move.Path).Should().Equal("vision.exists");
        evaluator.Evaluations.Should().Be(2);
        Invoking(() => ((ICollaborationEvaluator)null!).WhatIf(new Collaboration(), c => c)).Should().ThrowExactly<ArgumentNullException>();
        Invoking(() => All.WhatIf(new Collaboration(), _ => null!)).Should().ThrowExactly<ArgumentNullException>();
        Invoking(() => All.WhatIf(new Collaboration(), c => c with { PartnerCount = -1 })).Should().ThrowExactly<ArgumentException>();
    }

    [Fact]
    public void Between_RandomCollaborations_KeepsItsLaws() => Law.Holds(200, drawn =>
    {
        var random = drawn.Random();
        var before = drawn.Collaboration;
        var after = random.Next(2) == 0 ? Some.Collaboration(random, random.NextDouble()) : SomeChanges(random, before);
        var (was, now) = (All.Evaluate(before), All.Evaluate(after));
        var difference = AssessmentDifference.Between(was, now);
        var back = AssessmentDifference.Between(now, was);

        AssessmentDifference.Between(was, was).IsEmpty.Should().BeTrue();
        All.Compare(before, before).IsEmpty.Should().BeTrue();
        was.Findings.DistinctBy(finding => finding.Fingerprint).Should().HaveCount(was.Findings.Count);
        All.WhatIf(before, _ => after).ToJson().Should().Be(difference.ToJson());
        All.Compare(before, after).ToText().Should().Be(difference.ToText());

        Prints(difference, DifferenceKind.Added).Should().Equal(Prints(now).Except(Prints(was)).Order());
        Prints(difference, DifferenceKind.Gone).Should().Equal(Prints(was).Except(Prints(now)).Order());
        Prints(back, DifferenceKind.Gone).Should().Equal(Prints(difference, DifferenceKind.Added));
        Prints(back, DifferenceKind.Added).Should().Equal(Prints(difference, DifferenceKind.Gone));
        Prints(back, DifferenceKind.Changed).Should().Equal(Prints(difference, DifferenceKind.Changed));
        back.Facts.Select(move => (move.Path, move.After, move.Before)).Should().Equal(
            difference.Facts.Select(move => (move.Path, move.Before, move.After)));

        difference.Findings.Should().NotContain(change => change.CausedBy.Count == 0, "whatever changes has a cause");
        difference.Outcomes.Should().NotContain(change => change.CausedBy.Count == 0, "whatever changes has a cause");
        difference.Findings.Where(change => change is { Kind: DifferenceKind.Added } and not { OutcomeAfter: Outcome.Raised, OutcomeBefore: not Outcome.Raised })
            .Should().BeEmpty();
    });

    [Fact]
    public void WhatIf_OneFactMoved_IsTheOnlyCause() => Law.Holds(200, drawn =>
    {
        var random = drawn.Random();
        var given = drawn.Collaboration;
        var facts = FactRegistry.Default.Facts.Where(fact => !fact.IsPerPartner && !fact.IsDerived && fact.Type != FactType.List).ToList();
        var fact = facts[random.Next(facts.Count)];
        if (given.TryWith([FactChange.Of(fact, null, Some.Value(random, fact))], out var changed, out _))
        {
            var difference = All.Compare(given, changed);
            difference.Findings.Where(change => change.CausedBy.All(move => move.Path != fact.Path)).Should().BeEmpty();
            difference.Outcomes.Where(change => change.CausedBy.All(move => move.Path != fact.Path)).Should().BeEmpty();
        }
    });

    private static IEnumerable<string> Prints(Assessment assessment) => assessment.Findings.Select(finding => finding.Fingerprint);

    private static IEnumerable<string> Prints(AssessmentDifference difference, DifferenceKind kind) =>
        difference.Findings.Where(change => change.Kind == kind).Select(change => change.Fingerprint).Order();

    private static Collaboration SomeChanges(Random random, Collaboration collaboration)
    {
        foreach (var fact in FactRegistry.Default.Facts.Where(fact => !fact.IsDerived && fact.Type != FactType.List && fact != FactRegistry.Default.PartnerName && random.Next(40) == 0))
        {
            var partner = fact.IsPerPartner && collaboration.Partners is { Count: > 0 } partners ? partners[0].Name : null;
            if (partner is not null || !fact.IsPerPartner)
            {
                collaboration = collaboration.TryWith([FactChange.Of(fact, partner, random.Next(3) == 0 ? null : Some.Value(random, fact))], out var changed, out _) ? changed : collaboration;
            }
        }

        return collaboration;
    }

    private sealed class CompletingEvaluator : ICollaborationEvaluator
    {
        public int Evaluations { get; private set; }

        public RuleBook RuleBook => All.RuleBook;

        public Assessment Evaluate(Collaboration collaboration)
        {
            Evaluations++;
            return All.Evaluate(collaboration with { Workload = collaboration.Workload with { Overload = true } });
        }
    }
}
