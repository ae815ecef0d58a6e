using System.Reflection;
using CollabRisk.Facts;

namespace CollabRisk.Tests;

/// <summary>Collaborations of which more or less is known, at random; the same seed gives the same one.</summary>
internal static class RandomFacts
{
    private static readonly string[] Texts = ["Joint unit", "Ein Büro für £5", "Fire & “Rescue” <North>", "back\\slash \"quoted\"", "two\nlines", "部門 😀", ""];

    public static Collaboration Collaboration(int seed)
    {
        var random = new Random(seed);
        var share = random.NextDouble();
        var collaboration = Some(random, share, new Collaboration(), isPerPartner: false);
        if (random.NextDouble() < 0.2)
        {
            return collaboration;
        }

        var partners = new Partner[random.Next(5)];
        for (var i = 0; i < partners.Length; i++)
        {
            partners[i] = Some(random, share, new Partner { Name = $"{Texts[random.Next(Texts.Length)]} {i}" }, isPerPartner: true);
        }

        return collaboration with { Partners = FactList.Create<Partner>(partners) };
    }

    private static T Some<T>(Random random, double share, T owner, bool isPerPartner)
        where T : class
    {
        foreach (var fact in FactRegistry.Default.Facts)
        {
            var canGive = fact.IsPerPartner == isPerPartner && !fact.IsDerived && fact.Type != FactType.List && fact.Path != "partners[].name";
            if (canGive && random.NextDouble() < share)
            {
                owner = FactWriter.With(owner, fact, Value(random, fact));
            }
        }

        return owner;
    }

    private static object Value(Random random, Fact fact) => fact.Type switch
    {
        FactType.YesNo => random.Next(2) == 1,
        FactType.Word => Enum.ToObject(fact.WordType!, random.Next(fact.AllowedWords.Count)),
        FactType.Words => Set(fact, random.NextInt64(1L << fact.AllowedWords.Count)),
        FactType.WholeNumber => (int)Number(random, fact),
        FactType.Number => Number(random, fact) + 0.25m,
        FactType.Date => new DateOnly(2026, 1, 1).AddDays(random.Next(400)),
        _ => Texts[random.Next(Texts.Length)],
    };

    private static decimal Number(Random random, Fact fact)
    {
        var smallest = fact.Minimum ?? 0;
        return smallest + random.Next((int)((fact.Maximum ?? smallest + 50) - smallest));
    }

    private static object Set(Fact fact, long bits) => Activator.CreateInstance(
        typeof(FactSet<>).MakeGenericType(fact.WordType!), BindingFlags.NonPublic | BindingFlags.Instance, null, [(ulong)bits], null)!;
}
