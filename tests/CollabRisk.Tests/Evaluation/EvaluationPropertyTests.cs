using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Tests.Knowledge;

namespace CollabRisk.Tests.Evaluation;

/// <summary>The contract, on random collaborations and all packs. See <see cref="Law"/>.</summary>
public class EvaluationPropertyTests
{
    private static readonly CollaborationEvaluator Evaluator = RuleCases.Evaluator;

    [Fact]
    public void Evaluate_RandomCollaborations_NeverFailsAndStaysInRange() => Law.Holds(2_000, drawn =>
    {
        var assessment = Evaluator.Evaluate(drawn.Collaboration);
        assessment.Outcomes.Values.Should().NotContain(outcome => outcome.Outcome == Outcome.Error);
        var levels = assessment.Findings.Where(finding => finding.Level is not null).Select(finding => finding.Level!.Value).ToList();
        assessment.Overall.AtLeast.Should().Be(levels.Select(range => range.AtLeast).DefaultIfEmpty(Level.None).Max());
        levels.TrueForAll(range => range.AtMost <= assessment.Overall.AtMost).Should().BeTrue();
        (assessment.Overall.AtLeast <= assessment.Overall.AtMost).Should().BeTrue();
        assessment.KnownFacts.Should().BeLessThanOrEqualTo(assessment.TotalFacts);
        assessment.Findings.Should().NotContain(finding => finding.Claims.Count == 0);
    });

    [Fact]
    public void Evaluate_LearningFacts_NeverTurnsOneDeterminedOutcomeIntoAnotherOrWidensTheRange() => Law.Holds(2_000, drawn =>
    {
        var random = drawn.Random();
        var later = drawn.Collaboration;
        var earlier = Forget(later, random, share: random.NextDouble());
        var (before, after) = (Evaluator.Evaluate(earlier), Evaluator.Evaluate(later));
        foreach (var (code, was) in before.Outcomes)
        {
            MayBecome(was, after.Outcomes[code]).Should().BeTrue($"{code} went from {was.Outcome} to {after.Outcomes[code].Outcome}.");
        }

        (before.Overall.AtLeast <= after.Overall.AtLeast && after.Overall.AtMost <= before.Overall.AtMost).Should().BeTrue(
            $"the range went from {before.Overall} to {after.Overall}.");
    });

    /// <summary>
    /// Whether a rule may end otherwise once more is known. A data gap says that something is not known, so learning it is what ends the
    /// gap; and whoever learns that a fact does not apply takes back the credit of what read it.
    /// </summary>
    internal static bool MayBecome(RuleOutcome was, RuleOutcome now) =>
        was.Outcome == now.Outcome || was.Outcome == Outcome.Undetermined || was.Rule.Kind == FindingKind.DataGap
        || (was.Outcome == Outcome.Clear && now.Outcome == Outcome.NotApplicable);

    [Fact]
    public void Evaluate_EverythingKnown_LeavesNothingUndetermined() => Law.Holds(200, drawn =>
    {
        var collaboration = drawn.Collaboration;
        if (collaboration.Partners is { Count: >= 2 } partners)
        {
            var england = FactChange.Of(c => c.Context.Jurisdiction, Jurisdiction.England);
            var assessment = Evaluator.Evaluate(collaboration.With(england) with { PartnerCount = partners.Count });
            assessment.Outcomes.Values.Should().NotContain(outcome => outcome.Outcome == Outcome.Undetermined);
            assessment.OpenQuestions.Should().BeEmpty();
            assessment.Overall.AtMost.Should().Be(assessment.Overall.AtLeast);
            assessment.KnownFacts.Should().Be(assessment.TotalFacts);
        }
    }, 1.0);

    [Fact]
    public void Evaluate_Undetermined_NamesAnUnknownFact() => Law.Holds(500, drawn =>
    {
        var assessment = Evaluator.Evaluate(drawn.Collaboration);
        foreach (var outcome in assessment.Outcomes.Values.Where(o => o.Outcome == Outcome.Undetermined && !o.Rule.Condition.Contains("overall", StringComparison.Ordinal)))
        {
            outcome.OpenFacts.Should().NotBeEmpty();
            outcome.OpenFacts.Should().AllSatisfy(fact => fact.Value.Should().Be("not known"));
        }
    });

    [Fact]
    public void Evaluate_PartnersInAnyOrder_GivesTheSame() => Law.Holds(500, drawn =>
    {
        var collaboration = drawn.Collaboration;
        if (collaboration.Partners is { } partners)
        {
            var shuffled = partners.ToArray();
            drawn.Random().Shuffle(shuffled);
            AssertSame(Evaluator.Evaluate(collaboration), Evaluator.Evaluate(collaboration with { Partners = FactList.Create<Partner>(shuffled) }));
        }
    });

    [Fact]
    public void Evaluate_PacksInAnyOrder_GivesTheSame()
    {
        var other = new CollaborationEvaluator(RuleBook.Build(KnowledgePacks.All.Reverse()));
        Law.Holds(500, drawn => AssertSame(Evaluator.Evaluate(drawn.Collaboration), other.Evaluate(drawn.Collaboration)));
    }

    /// <summary>Forgets facts. The number of partners stays where it says that some are not listed, since a list alone is a whole list.</summary>
    internal static Collaboration Forget(Collaboration collaboration, Random random, double share)
    {
        var registry = FactRegistry.Default;
        var listIsShort = collaboration.PartnerCount > (collaboration.Partners?.Count ?? 0);
        foreach (var fact in registry.Facts)
        {
            if (!fact.IsPerPartner && !fact.IsDerived && random.NextDouble() < share && !(listIsShort && fact.Path is "partnerCount" or "partners"))
            {
                collaboration = fact.With(collaboration, null);
            }
        }

        return collaboration.Partners is not { } partners ? collaboration : collaboration with
        {
            Partners = FactList.Create<Partner>([.. partners.Select(partner => registry.Facts
                .Where(fact => fact.IsPerPartner && fact.Path != "partners[].name" && random.NextDouble() < share)
                .Aggregate(partner, (p, fact) => fact.With(p, null)))]),
        };
    }

    private static void AssertSame(Assessment a, Assessment b)
    {
        b.Overall.Should().Be(a.Overall);
        Lines(b).Should().Equal(Lines(a));
        b.OpenQuestions.Select(q => q.ToString()).Should().Equal(a.OpenQuestions.Select(q => q.ToString()));

        static IEnumerable<string> Lines(Assessment assessment) =>
            assessment.Findings.Select(f => $"{f.Code} {f.Subject} {f.Level} {f.Message} {string.Join(';', f.Facts)} {string.Join(';', f.BuildsOn)}")
                .Concat(assessment.Outcomes.Values.Select(o => o.ToString()));
    }
}
