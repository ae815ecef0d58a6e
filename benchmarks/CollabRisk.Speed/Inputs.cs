using CollabRisk.Facts;

namespace CollabRisk.Speed;

/// <summary>What the engines are given: collaborations of three sorts, all different, so that no branch is learnt by heart.</summary>
internal static class Inputs
{
    /// <summary>How many of each sort there are.</summary>
    public const int Count = 2_048;

    /// <summary>The case files by name, and the joint HR function with 300 partners.</summary>
    public static IReadOnlyList<(string Name, Collaboration Of)> Samples { get; } = WithManyPartners(
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "*.json").Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileNameWithoutExtension(path), CollaborationJson.Parse(File.ReadAllBytes(path))))]);

    private static readonly Collaboration[] CaseFiles = [.. Samples.SkipLast(1).Select(sample => sample.Of)];

    public static IReadOnlyList<(string Name, Collaboration[] Of)> All { get; } =
    [
        ("random", [.. Enumerable.Range(0, Count).Select(seed => Random(new Random(seed), seed % 11 / 10.0, partners: seed % 5))]),
        ("varied", [.. Enumerable.Range(0, Count).Select(seed => Varied(new Random(seed)))]),
        ("six partners", [.. Enumerable.Range(0, Count).Select(seed => Random(new Random(seed), 0.75, partners: 6))]),
    ];

    /// <summary>A collaboration of which each fact is known with a probability.</summary>
    public static Collaboration Random(Random random, double knownShare, int partners)
    {
        var made = Filled(new Collaboration(), isPartner: false, random, knownShare);
        return partners == 0 ? made : made with
        {
            Partners = FactList.Create<Partner>([.. Enumerable.Range(0, partners).Select(i => Filled(new Partner { Name = $"Partner {i:00000}" }, isPartner: true, random, knownShare))]),
        };
    }

    /// <summary>A case file in which about twenty facts are others.</summary>
    private static Collaboration Varied(Random random)
    {
        var facts = FactRegistry.Default.Facts.Where(fact => !fact.IsPerPartner && CanBeMade(fact)).ToList();
        var made = CaseFiles[random.Next(CaseFiles.Length)];
        for (var i = 0; i < 20; i++)
        {
            var fact = facts[random.Next(facts.Count)];
            made = fact.With(made, random.Next(4) == 0 ? null : Value(random, fact));
        }

        return made;
    }

    private static IReadOnlyList<(string Name, Collaboration Of)> WithManyPartners(List<(string Name, Collaboration Of)> files)
    {
        var joint = files.Single(file => file.Name == "joint-hr-function").Of;
        var partner = joint.Partners![0];
        return [.. files, ("… with 300 partners", joint with { Partners = FactList.Create<Partner>([.. Enumerable.Range(1, 300).Select(i => partner with { Name = $"Partner {i:000}" })]) })];
    }

    private static T Filled<T>(T owner, bool isPartner, Random random, double knownShare)
        where T : class
    {
        foreach (var fact in FactRegistry.Default.Facts.Where(fact => fact.IsPerPartner == isPartner && CanBeMade(fact)))
        {
            if (random.NextDouble() < knownShare)
            {
                owner = fact.With(owner, Value(random, fact));
            }
        }

        return owner;
    }

    private static bool CanBeMade(Fact fact) =>
        !fact.IsDerived && fact.Type != FactType.List && fact != FactRegistry.Default.PartnerName && fact != FactRegistry.Default.PartnerCount;

    private static object Value(Random random, Fact fact) => fact.Type switch
    {
        FactType.YesNo => random.Next(2) == 1,
        FactType.Word => fact.ValueOf(random.Next(fact.AllowedWords.Count)),
        FactType.Words => fact.ValueOf(random.NextInt64(1L << fact.AllowedWords.Count)),
        FactType.Date => new DateOnly(1990, 1, 1).AddDays(random.Next(20_000)),
        FactType.Text => "said",
        _ => fact.Store.Number(Math.Round((fact.Minimum ?? 0) + (((fact.Maximum ?? 100) - (fact.Minimum ?? 0)) * random.Next(101) / 100), fact.Type == FactType.WholeNumber ? 0 : 2)),
    };
}
