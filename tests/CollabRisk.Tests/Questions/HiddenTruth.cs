using CollabRisk.Facts;
using CollabRisk.Questions;

namespace CollabRisk.Tests.Questions;

/// <summary>What someone knows of a collaboration, to answer questions from.</summary>
internal static class HiddenTruth
{
    /// <summary>A random one with two partners or more, all of them listed, that says nothing impossible.</summary>
    public static Collaboration Random(Random random, double knownShare = 1)
    {
        while (true)
        {
            if (Some.Collaboration(random, knownShare) is { Partners: { Count: >= 2 } partners } truth)
            {
                return Sound(truth with { PartnerCount = partners.Count });
            }
        }
    }

    /// <summary>What a file says, with random answers to what it leaves open.</summary>
    public static Collaboration Completed(Collaboration file, Random random, double knownShare)
    {
        var other = Random(random, knownShare);
        var filled = FactRegistry.Default.Facts
            .Where(fact => !fact.IsPerPartner && !fact.IsDerived && fact.ValueIn(file) is null && fact.Path is not ("partnerCount" or "crossProfession" or "governance.leadOrganisation"))
            .Aggregate(file, (filled, fact) => fact.With(filled, fact.ValueIn(other)));
        return Sound(filled);
    }

    /// <summary>What an honest person says to a question; null where they do not know.</summary>
    public static object? Answer(this Collaboration truth, OpenQuestion question) =>
        question.Fact == FactRegistry.Default.PartnerList ? truth.Partners is null ? null : Named(truth)
        : question.PartnerName is { } name ? truth.Partners?.FirstOrDefault(partner => partner.Name == name) is { } partner ? question.Fact.ValueIn(partner) : null
        : question.Fact.ValueIn(DerivedFacts.Complete(truth));

    /// <summary>Answers a question honestly.</summary>
    public static Interview Answered(this Interview interview, Collaboration truth) =>
        truth.Answer(interview.Next!) is { } answer ? interview.Answer(answer) : interview.Skip();

    public static FactList<Partner> Named(Collaboration truth) =>
        FactList.Create<Partner>([.. truth.Partners!.Select(partner => new Partner { Name = partner.Name })]);

    /// <summary>Without what contradicts the rest, without answers to questions that have no ground, and without what only an expert knows.</summary>
    private static Collaboration Sound(Collaboration truth)
    {
        foreach (var fact in FactRegistry.Default.Facts.Where(fact => !fact.IsPerPartner && !fact.IsDerived))
        {
            var facts = FactTable.Of(truth, FactRegistry.Default);
            if (fact.ExpertBecause is not null || Presuppositions.IsGroundless(fact, facts) || ImpossiblePairs.In(facts).Any(pair => pair.Other == fact))
            {
                truth = fact.With(truth, null);
            }
        }

        return truth;
    }
}
