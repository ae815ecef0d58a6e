using CollabRisk.Facts;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests;

/// <summary>Random values for property tests. The same seed gives the same values.</summary>
internal static class Some
{
    private static readonly string[] Texts =
        ["", "Estates board", "Zoë \"Z\" O'Neill & <co>", "C:\\shared\tplans", "first\r\nsecond", "消防署 🚒", "\u0001\u007f\u2028"];

    private static readonly string[] Names = ["Police A", "Fire & Rescue B", "Trust \"C\"", "Ærø D", "Órgano E", "局 F"];

    /// <summary>
    /// A collaboration with nought to four partners, of which each fact is known with the probability given. What is
    /// given never contradicts what follows from other facts. The facts that <see cref="RotaPack"/> declares are among them. In one of
    /// three collaborations some facts do not apply.
    /// </summary>
    public static Collaboration Collaboration(Random random, double knownShare)
    {
        ArgumentNullException.ThrowIfNull(random);
        return WithoutContradiction(Filled(new Collaboration(), isPartner: false, random, knownShare, random.Next(3) == 0 ? 0.15 : 0));
    }

    /// <summary>A known value of a fact, in the type of its property.</summary>
    public static object Value(Random random, Fact fact)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Type switch
        {
            FactType.YesNo => random.Next(2) == 1,
            FactType.Word => fact.ValueOf(random.Next(fact.AllowedWords.Count)),
            FactType.Words => fact.ValueOf(random.NextInt64(1L << fact.AllowedWords.Count)),
            FactType.WholeNumber => fact.Store.Number(Number(random, fact, decimals: 0)),
            FactType.Number => Number(random, fact, decimals: random.Next(5)),
            FactType.Date => new DateOnly(1990, 1, 1).AddDays(random.Next(20_000)),
            FactType.Text => fact.Name == "name" ? Names[random.Next(Names.Length)] : Texts[random.Next(Texts.Length)],
            FactType.List when fact == FactRegistry.Default.PartnerList => Partners(random, knownShare: 0.5),
            FactType.List => fact.Store.List([.. Enumerable.Range(0, random.Next(3)).Select(_ => Saving(random))]),
            _ => throw new NotSupportedException($"There is no random value for '{fact.Path}', a fact of type {fact.Type}."),
        };
    }

    private static T Filled<T>(T owner, bool isPartner, Random random, double knownShare, double notApplicableShare = 0)
        where T : class
    {
        foreach (var fact in RotaPack.Book.Facts.Facts.Where(fact => fact.IsPerPartner == isPartner && !fact.IsDerived))
        {
            if (random.NextDouble() < knownShare)
            {
                owner = fact.With(owner, fact == FactRegistry.Default.PartnerList ? Partners(random, knownShare, notApplicableShare)
                    : fact.MayNotApply && notApplicableShare > 0 && random.NextDouble() < notApplicableShare ? DoesNotApply.Here
                    : Value(random, fact));
            }
        }

        return owner;
    }

    private static FactList<Partner> Partners(Random random, double knownShare, double notApplicableShare = 0)
    {
        var names = Names.ToArray();
        random.Shuffle(names);
        var partners = new Partner[random.Next(5)];
        for (var i = 0; i < partners.Length; i++)
        {
            partners[i] = Filled(new Partner { Name = "" }, isPartner: true, random, knownShare, notApplicableShare) with { Name = names[i] };
        }

        return FactList.Create<Partner>(partners);
    }

    private static Saving Saving(Random random) => new()
    {
        Amount = random.Next(2) == 0 ? null : random.Next(-1_000_000, 1_000_000_000) / 100m,
        Period = random.Next(2) == 0 ? null : "2014/15",
        Source = random.Next(2) == 0 ? null : Texts[random.Next(Texts.Length)],
    };

    private static decimal Number(Random random, Fact fact, int decimals)
    {
        var (smallest, largest) = (fact.Minimum ?? 0, fact.Maximum ?? 100_000);
        return Math.Round(smallest + (largest - smallest) * random.Next(100_001) / 100_000, decimals, MidpointRounding.ToZero);
    }

    private static Collaboration WithoutContradiction(Collaboration given)
    {
        var follows = DerivedFacts.Complete(given with
        {
            CrossProfession = null,
            Governance = given.Governance with { LeadOrganisation = null },
            Network = given.Network with { PrimaryForm = null },
        });
        return given with
        {
            PartnerCount = given.PartnerCount is null ? null : follows.PartnerCount,
            CrossProfession = given.CrossProfession is null ? null : follows.CrossProfession ?? given.CrossProfession,
            Governance = given.Governance with
            {
                LeadOrganisation = given.Governance.LeadOrganisation is null ? null : follows.Governance.LeadOrganisation ?? given.Governance.LeadOrganisation,
            },
            Network = given.Network with
            {
                PrimaryForm = given.Network.PrimaryForm is null ? null : follows.Network.PrimaryForm ?? given.Network.PrimaryForm,
            },
        };
    }
}
