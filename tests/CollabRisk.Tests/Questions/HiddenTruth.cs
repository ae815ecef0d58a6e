using CollabRisk.Facts;
using CollabRisk.Questions;

namespace CollabRisk.Tests.Questions;

/// <summary>A collaboration of which everything is known, to answer questions from.</summary>
internal static class HiddenTruth
{
    /// <summary>A random one with two partners or more, all of them listed.</summary>
    public static Collaboration Random(Random random)
    {
        while (true)
        {
            if (Some.Collaboration(random, knownShare: 1) is { Partners: { Count: >= 2 } partners } truth)
            {
                return truth with { PartnerCount = partners.Count };
            }
        }
    }

    /// <summary>What the truth says to a question; who takes part is answered with names, and each partner is then asked about by itself.</summary>
    public static object Answer(this Collaboration truth, OpenQuestion question) =>
        question.Fact == FactRegistry.Default.PartnerList ? Named(truth)
        : question.PartnerName is { } name ? ValueOf(truth.Partners!.Single(partner => partner.Name == name), question.Fact)
        : ValueOf(truth, question.Fact);

    public static FactList<Partner> Named(Collaboration truth) =>
        FactList.Create<Partner>([.. truth.Partners!.Select(partner => new Partner { Name = partner.Name })]);

    public static object ValueOf(object owner, Fact fact) => fact.Store.Get(Group(owner, fact.Owner))!;

    private static object Group(object owner, FactGroup group) =>
        group.Parent is { } parent ? group.Read!(Group(owner, parent))! : owner;
}
