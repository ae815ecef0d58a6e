using CollabRisk.Text;

namespace CollabRisk.Facts;

/// <summary>
/// The facts of one collaboration as rows of codes: one row for the collaboration, one for each partner.
/// Derived facts are filled in, partners are in the order of their names, so that the order in which they were
/// given makes no difference.
/// </summary>
internal sealed class FactTable
{
    private readonly long[] root;
    private readonly long[][] partners;

    private FactTable(FactRegistry registry, Collaboration given, Collaboration collaboration, IReadOnlyList<Partner> listed, int missing)
    {
        Registry = registry;
        Given = given;
        Collaboration = collaboration;
        Listed = listed;
        Missing = missing;
        root = new long[registry.Collaboration.Count];
        registry.Collaboration.Read(collaboration, root);
        partners = new long[listed.Count + (missing > 0 ? 1 : 0)][];
        for (var i = 0; i < partners.Length; i++)
        {
            partners[i] = new long[registry.Partner.Count];
            if (i < listed.Count)
            {
                registry.Partner.Read(listed[i], partners[i]);
            }
            else
            {
                Array.Fill(partners[i], Fact.Unknown);
            }
        }
    }

    public FactRegistry Registry { get; }

    /// <summary>The collaboration as it was given.</summary>
    public Collaboration Given { get; }

    /// <summary>The collaboration with its derived facts.</summary>
    public Collaboration Collaboration { get; }

    /// <summary>The partners that are listed, by name.</summary>
    public IReadOnlyList<Partner> Listed { get; }

    /// <summary>How many partners are not listed; <see cref="int.MaxValue"/> where no one said how many there are.</summary>
    public int Missing { get; }

    /// <summary>
    /// How many rows of partners there are: one for each that is listed and, where some are missing, one more of which
    /// nothing is known. It stands for all the missing ones.
    /// </summary>
    public int PartnerRows => partners.Length;

    /// <summary>The table of a collaboration.</summary>
    /// <exception cref="ArgumentException">Facts have values that they cannot have; the message lists them all.</exception>
    public static FactTable Of(Collaboration collaboration, FactRegistry registry)
    {
        var table = Read(collaboration, registry);
        return table.IsValid ? table : throw new ArgumentException(
            $"The collaboration has facts with values that they cannot have. {string.Join(' ', table.Problems())}", nameof(collaboration));
    }

    /// <summary>Every fact that has a value it cannot have, with the value and what is allowed.</summary>
    public static IReadOnlyList<string> ProblemsOf(Collaboration given, FactRegistry registry) => [.. Read(given, registry).Problems()];

    private bool IsValid => !root.AsSpan().Contains(Fact.Invalid)
        && !Array.Exists(partners, static row => row.AsSpan().Contains(Fact.Invalid))
        && PartnerNames.AreSound(Listed);

    private static FactTable Read(Collaboration given, FactRegistry registry)
    {
        var collaboration = DerivedFacts.Complete(given);
        IReadOnlyList<Partner> listed = [];
        if (collaboration.Partners is { Count: > 0 } list)
        {
            var sorted = list.ToArray();
            Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
            listed = sorted;
        }

        var missing = (collaboration.PartnerCount, listed.Count) switch
        {
            // A collaboration has at least two members: a list of one, without their number, is not the whole list.
            (null or < 2, < 2) => int.MaxValue,
            (null, _) => 0,
            ({ } count, var known) => Math.Max(0, count - known),
        };
        return new FactTable(registry, given, collaboration, listed, missing);
    }

    /// <summary>The code of a fact; <paramref name="partner"/> is the row of the partner for a partner's fact.</summary>
    public long this[Fact fact, int partner] => fact.IsPerPartner ? partners[partner][fact.Index] : root[fact.Index];

    /// <summary>Whether the row stands for partners that are not listed.</summary>
    public bool IsMissing(int partner) => partner >= Listed.Count;

    /// <summary>Whether the partners are those of another table: the same names in the same rows, and as many that are not listed.</summary>
    public bool HasPartnersOf(FactTable other)
    {
        if (Missing != other.Missing || Listed.Count != other.Listed.Count)
        {
            return false;
        }

        for (var i = 0; i < Listed.Count; i++)
        {
            if (Listed[i].Name != other.Listed[i].Name)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The path of the fact in this collaboration, with the partner's name where it is a partner's.</summary>
    public string PathOf(Fact fact, int partner) =>
        !fact.IsPerPartner ? fact.Path
        : IsMissing(partner) ? Registry.PartnerList.Path
        : fact.PathFor(Listed[partner].Name);

    /// <summary>The row of a partner by name; of one that is not listed, the row of the unlisted ones, or -1 where there are none.</summary>
    public int RowOf(string name)
    {
        var (from, to) = (0, Listed.Count - 1);
        while (from <= to)
        {
            var middle = (from + to) / 2;
            var order = string.CompareOrdinal(Listed[middle].Name, name);
            if (order == 0)
            {
                return middle;
            }

            (from, to) = order < 0 ? (middle + 1, to) : (from, middle - 1);
        }

        return Missing > 0 ? Listed.Count : -1;
    }

    /// <summary>What packs could have declared, but none of the rule book does: their paths, in alphabetical order.</summary>
    public IReadOnlyList<string> UnreadExtensions()
    {
        var names = Unread(Given.Extensions, Registry.Collaboration.Extensions).Concat(
            Listed.SelectMany(partner => Unread(partner.Extensions, Registry.Partner.Extensions), (partner, path) => $"partners[{partner.Name}].{path}"));
        return [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        IEnumerable<string> Unread(FactExtensions given, FactGroup declared) => given.Names
            .Where(name => Registry.Find(declared.Path + name) is null)
            .Select(name => $"{declared.Name}.{name}");
    }

    private IEnumerable<string> Problems() => IsValid ? [] : PartnerNames.Problems(Listed).Concat(
        from fact in Registry.Facts
        from row in Enumerable.Range(0, fact.IsPerPartner ? Listed.Count : 1)
        where this[fact, row] == Fact.Invalid
        let value = fact.ValueIn(fact.IsPerPartner ? Listed[row] : Collaboration)
        let shown = value is string text ? Shown.Name(text) : FactValues.Write(fact, value)
        select $"{PathOf(fact, row)}: {shown} is not {FactValues.Held(fact)}.{DidYouMean.Sentence(shown, fact.AllowedWords)}");

    /// <summary>The facts that are known, in the order of the model, and those of the partners by fact and name. Derived facts are not among them.</summary>
    public IReadOnlyList<FactReading> Known() =>
    [
        .. from fact in Registry.Facts
           where !fact.IsDerived
           from row in Enumerable.Range(0, fact.IsPerPartner ? Listed.Count : 1)
           let code = this[fact, row]
           where code != Fact.Unknown
           let reading = new FactReading(PathOf(fact, row), fact, code)
           orderby reading.Fact.IsPerPartner, reading.Fact.Index, row
           select reading,
    ];

    /// <summary>How many facts are known, and how many there are; a partner that is not listed counts as one of whom nothing is known.</summary>
    public (int Known, int Total) Count()
    {
        var known = 0;
        var total = 0;
        foreach (var fact in Registry.Facts)
        {
            if (fact.IsDerived)
            {
                continue;
            }

            var rows = fact.IsPerPartner ? Math.Max(1, Listed.Count) : 1;
            total += rows;
            for (var row = 0; row < rows; row++)
            {
                if (!(fact.IsPerPartner && IsMissing(row)) && this[fact, row] != Fact.Unknown)
                {
                    known++;
                }
            }
        }

        return (known, total);
    }
}
