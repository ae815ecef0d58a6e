using System.Text.Json;
using CollabRisk.Comparing;
using CollabRisk.Conditions;
using CollabRisk.Facts;
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
        Assert.Equal(
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

            """,
            difference.ToText(), ignoreLineEndingDifferences: true);
        using var json = JsonDocument.Parse(difference.ToJson());
        Assert.Equal("High", json.RootElement.GetProperty("before").GetProperty("overall").GetProperty("atLeast").GetString());
        Assert.Equal(["vision.exists"], json.RootElement.GetProperty("findings")[1].GetProperty("causedBy").EnumerateArray().Select(path => path.GetString()));
        Assert.Equal(difference.ToJson(), evaluator.WhatIf(difference.Before.Collaboration, c => c with { Vision = c.Vision with { Exists = true } }).ToJson());
    }

    [Fact]
    public void Compare_FactForgotten_SaysThatNobodyKnows()
    {
        var evaluator = TestPack.Evaluator(chapter => chapter.ARisk("R", Level.High).When(c => c.Vision.Exists == false));
        var change = Assert.Single(evaluator.WhatIf(FactText.Read("vision.exists=no"), FactChange.Parse("vision.exists=unknown")).Findings);
        Assert.Equal((DifferenceKind.Gone, Outcome.Undetermined), (change.Kind, change.OutcomeAfter));
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
        Assert.Equal(
            [
                "Added EACH/A: partners[A].role",
                "Added EACH/C: partnerCount partners partners[C].role partners[C].reputation",
                "Added LED: partnerCount partners governance.leadOrganisation partners[A].role partners[B].role partners[C].role",
                "Gone SOME: partnerCount partners partners[A].role partners[B].role partners[C].role",
            ],
            difference.Findings.Select(change => $"{change}: {string.Join(' ', change.CausedBy.Select(move => move.Path))}"));
        Assert.Equal(["A and B", "A, B and C"], difference.Facts.Where(move => move.Path == "partners").SelectMany(move => new[] { move.Before, move.After }));
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
        Assert.False(difference.SameRules);
        Assert.Equal(["Added ADDED", "Gone GONE", "Changed OTHER"], difference.Rules.Select(rule => rule.ToString()));
        Assert.Equal(
            ["Added ADDED by ADDED", "Gone GONE by GONE", "Gone OTHER by OTHER", "Gone SAME by OTHER"],
            difference.Findings.Select(change => $"{change} by {string.Join(' ', change.CausedByRules)}"));
        Assert.Contains("Rules changed (1): OTHER\n", difference.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Between_RandomCollaborations_KeepsItsLaws() => Parallel.For(0, 200, seed =>
    {
        var random = new Random(seed);
        var before = Some.Collaboration(random, random.NextDouble());
        var after = random.Next(2) == 0 ? Some.Collaboration(random, random.NextDouble()) : SomeChanges(random, before);
        var (was, now) = (All.Evaluate(before), All.Evaluate(after));
        var difference = AssessmentDifference.Between(was, now);
        var back = AssessmentDifference.Between(now, was);

        Assert.True(AssessmentDifference.Between(was, was).IsEmpty);
        Assert.True(All.Compare(before, before).IsEmpty);
        Assert.Equal(was.Findings.Count, was.Findings.DistinctBy(finding => finding.Fingerprint).Count());
        Assert.Equal(difference.ToJson(), All.WhatIf(before, _ => after).ToJson());
        Assert.Equal(difference.ToText(), All.Compare(before, after).ToText());

        Assert.Equal(Prints(now).Except(Prints(was)).Order(), Prints(difference, DifferenceKind.Added));
        Assert.Equal(Prints(was).Except(Prints(now)).Order(), Prints(difference, DifferenceKind.Gone));
        Assert.Equal(Prints(difference, DifferenceKind.Added), Prints(back, DifferenceKind.Gone));
        Assert.Equal(Prints(difference, DifferenceKind.Gone), Prints(back, DifferenceKind.Added));
        Assert.Equal(Prints(difference, DifferenceKind.Changed), Prints(back, DifferenceKind.Changed));
        Assert.Equal(difference.Facts.Select(move => (move.Path, move.Before, move.After)), back.Facts.Select(move => (move.Path, move.After, move.Before)));

        Assert.All(difference.Findings, change => Assert.True(change.CausedBy.Count > 0, $"Seed {seed}: {change} has no cause."));
        Assert.All(difference.Outcomes, change => Assert.True(change.CausedBy.Count > 0, $"Seed {seed}: {change} has no cause."));
        Assert.All(difference.Findings.Where(change => change.Kind == DifferenceKind.Added), change => Assert.True(change is { OutcomeAfter: Outcome.Raised, OutcomeBefore: not Outcome.Raised }));
    });

    [Fact]
    public void WhatIf_OneFactMoved_IsTheOnlyCause() => Parallel.For(0, 200, seed =>
    {
        var random = new Random(seed);
        var given = Some.Collaboration(random, random.NextDouble());
        var facts = FactRegistry.Default.Facts.Where(fact => !fact.IsPerPartner && !fact.IsDerived && fact.Type != FactType.List).ToList();
        var fact = facts[random.Next(facts.Count)];
        if (given.TryWith([FactChange.Of(fact, null, Some.Value(random, fact))], out var changed, out _))
        {
            var difference = All.Compare(given, changed);
            Assert.All(difference.Findings, change => Assert.Contains(fact.Path, change.CausedBy.Select(move => move.Path)));
            Assert.All(difference.Outcomes, change => Assert.Contains(fact.Path, change.CausedBy.Select(move => move.Path)));
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
}
