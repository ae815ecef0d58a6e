using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.Tests.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace CollabRisk.Tests;

/// <summary>
/// Holds a law on random collaborations. One that breaks it is made smaller while it still does, by forgetting facts and
/// partners, so that a failure shows the few facts that matter. COLLABRISK_RANDOM sets how many collaborations there are.
/// </summary>
internal static class Law
{
    private static readonly double[] UsualShares = [0.0, 0.05, 0.2, 0.5, 0.8, 1.0];

    private static readonly IReadOnlyList<Fact> Facts = RotaPack.Book.Facts.Facts;

    private static readonly int? Asked =
        int.TryParse(Environment.GetEnvironmentVariable("COLLABRISK_RANDOM"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>Holds the law.</summary>
    /// <param name="cases">On how many collaborations, unless COLLABRISK_RANDOM says; a part of that number where it is a part of the usual 2,000.</param>
    /// <param name="law">Asserts it.</param>
    /// <param name="knownShares">How much of each collaboration is known, in turn; from nothing to everything if left out.</param>
    public static void Holds(int cases, Action<Drawn> law, params double[] knownShares)
    {
        double[] shares = knownShares.Length == 0 ? UsualShares : knownShares;
        var any = Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => Drawn.Of(seed, shares[seed % shares.Length])), Smaller);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Math.Max(1, Asked is { } asked ? cases * asked / 2_000 : cases)).WithReplay(2_026, 11).WithQuietOnSuccess(true),
            Prop.ForAll(any, law));
    }

    /// <summary>The collaboration with one fact, or one partner, less.</summary>
    private static IEnumerable<Drawn> Smaller(Drawn drawn)
    {
        var given = drawn.Collaboration;
        foreach (var fact in Facts.Where(fact => !fact.IsPerPartner && !fact.IsDerived && fact.ValueIn(given) is not null))
        {
            yield return drawn with { Collaboration = fact.With(given, null) };
        }

        foreach (var partner in given.Partners ?? [])
        {
            yield return drawn with { Collaboration = given with { Partners = [.. given.Partners!.Where(each => each != partner)] } };
            foreach (var fact in Facts.Where(fact => fact.IsPerPartner && fact != FactRegistry.Default.PartnerName && fact.ValueIn(partner) is not null))
            {
                yield return drawn with { Collaboration = new FactPlace(fact, partner.Name).With(given, null) };
            }
        }
    }
}

/// <summary>A random collaboration, with a seed for whatever else a law draws.</summary>
internal sealed record Drawn(Collaboration Collaboration, int Seed)
{
    /// <summary>The same numbers each time it is asked for, however small the collaboration has become.</summary>
    public Random Random() => new(Seed);

    public static Drawn Of(int seed, double knownShare) => new(Some.Collaboration(new Random(seed), knownShare), seed);

    /// <summary>What a failure shows.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CollaborationJson.Write(Collaboration)} with seed {Seed}");
}
