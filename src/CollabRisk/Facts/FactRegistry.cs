using CollabRisk.Text;

namespace CollabRisk.Facts;

/// <summary>All facts there are: those of the model, generated from the model's own types, and those that packs declare.</summary>
/// <remarks>
/// JSON reading, its schema, "did you mean", the questions and the fact dictionary all come from here, so a property
/// added to the model is known everywhere. Immutable and thread-safe.
/// </remarks>
public sealed class FactRegistry
{
    private const string ExtensionsMark = "extensions.";

    private readonly Dictionary<string, Fact> byPath = new(StringComparer.Ordinal);

    private FactRegistry(FactRow collaboration, FactRow partner, FactRow saving)
    {
        Collaboration = collaboration;
        Partner = partner;
        Saving = saving;
        Facts = [.. collaboration.Facts, .. partner.Facts];
        foreach (var fact in Facts)
        {
            byPath.Add(fact.Path, fact);
        }

        PartnerList = byPath["partners"];
        PartnerCount = byPath["partnerCount"];
        PartnerName = byPath["partners[].name"];
    }

    /// <summary>The registry of the library's fact model.</summary>
    public static FactRegistry Default { get; } = new(
        new FactRow(ModelFacts.FillCollaboration), new FactRow(ModelFacts.FillPartner), new FactRow(ModelFacts.FillSaving));

    /// <summary>Every fact, the collaboration's before the partners', each in the order of the model; those that packs declare follow, by name.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>The facts that a collaboration has once.</summary>
    internal FactRow Collaboration { get; }

    /// <summary>The facts that every partner has.</summary>
    internal FactRow Partner { get; }

    /// <summary>The parts of a recorded saving. No rule reads them, so they are not facts of the registry.</summary>
    internal FactRow Saving { get; }

    /// <summary>The list of partners itself.</summary>
    internal Fact PartnerList { get; }

    /// <summary>The number of partners, listed or not.</summary>
    internal Fact PartnerCount { get; }

    /// <summary>The name of a partner, the only fact that is always known.</summary>
    internal Fact PartnerName { get; }

    /// <summary>Finds a fact by its path.</summary>
    /// <param name="path">The path, such as <c>vision.exists</c> or <c>partners[].role</c>; upper and lower case differ.</param>
    /// <returns>The fact, or <see langword="null"/> where no fact has this path.</returns>
    public Fact? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return byPath.GetValueOrDefault(path);
    }

    /// <summary>Finds the fact that someone probably meant by a path that no fact has.</summary>
    /// <param name="path">The path. Of one under <c>extensions</c> only the name counts, so that a fact of the partners is found for one of the collaboration.</param>
    /// <returns>The fact whose path is the nearest, or <see langword="null"/> where none is near.</returns>
    public Fact? Nearest(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (NameAmongExtensions(path) is not { } name)
        {
            return DidYouMean.Nearest(path, Facts.Select(fact => fact.Path)) is { } near ? byPath[near] : null;
        }

        var isPartners = path.StartsWith("partners[", StringComparison.Ordinal);
        var declared = Collaboration.Extensions.Facts.Concat(Partner.Extensions.Facts).OrderBy(fact => fact.IsPerPartner != isPartners).ToList();
        return DidYouMean.Nearest(name, declared.Select(fact => NameAmongExtensions(fact.Path)!)) is { } nearest
            ? declared.Find(fact => NameAmongExtensions(fact.Path) == nearest)
            : null;
    }

    /// <summary>The name with its prefix of a fact among the extensions: <c>rcr.rotaShared</c>; null for every other fact.</summary>
    internal static string? NameAmongExtensions(string path) =>
        path.StartsWith(ExtensionsMark, StringComparison.Ordinal) ? path[ExtensionsMark.Length..]
        : path.StartsWith("partners[", StringComparison.Ordinal) && path.LastIndexOf("]." + ExtensionsMark, StringComparison.Ordinal) is var at and >= 0 ? path[(at + 2 + ExtensionsMark.Length)..]
        : null;

    /// <summary>
    /// The registry with facts that packs declare. Those that are there already stay the same objects with the same places,
    /// and the order of the declarations makes no difference. Of two with one name, only one takes part.
    /// </summary>
    internal FactRegistry With(IEnumerable<FactDeclaration> declarations)
    {
        var declared = declarations.OrderBy(fact => fact.Name, StringComparer.Ordinal).DistinctBy(fact => fact.Name, StringComparer.Ordinal).ToLookup(fact => fact.IsPerPartner);
        return declared.Count == 0 ? this : new FactRegistry(
            new FactRow(Collaboration, declared[false]), new FactRow(Partner, declared[true]), Saving);
    }

    /// <summary>What each entry of a <see cref="FactType.List"/> fact is made of.</summary>
    internal FactGroup EntryOf(Fact list) => list == PartnerList ? Partner.Root : Saving.Root;

    /// <summary>The facts of one type of owner, in the order in which their codes are kept.</summary>
    internal sealed class FactRow
    {
        private readonly List<FactGroup> groups = [];
        private readonly List<Fact> facts = [];

        /// <summary>Makes a row of the facts of the model.</summary>
        /// <param name="fill">Generated from the model; adds the groups and facts in its order.</param>
        public FactRow(Action<FactRow> fill)
        {
            fill(this);
            Root = groups[0];
        }

        /// <summary>Makes a row with further facts, declared by packs, at its end. The group of extensions is replaced by one that has them.</summary>
        public FactRow(FactRow row, IEnumerable<FactDeclaration> declared)
        {
            Root = row.Root;
            facts.AddRange(row.facts);
            var none = row.Extensions;
            var extensions = none.Emptied();
            groups.AddRange(row.groups.Select(group => group == none ? extensions : group));
            foreach (var fact in declared)
            {
                AddFact(extensions, new Fact(
                    extensions.Path + fact.Name, fact.Type, fact.Meaning, fact.Question, [.. fact.AllowedWords.Take(ExtensionForm.MostWords)],
                    fact.IsPerPartner, index: Count, extensions, new ExtensionStore(fact.Type, fact.Name))
                {
                    Direction = fact.Better,
                    NeutralBecause = fact.NeutralBecause,
                    IsChangeable = fact.IsChangeable,
                    IsOutcome = fact.IsOutcome,
                    Minimum = fact.Minimum,
                    Maximum = fact.Maximum,
                    IsOrdered = fact.IsOrdered,
                });
            }
        }

        public IReadOnlyList<Fact> Facts => facts;

        /// <summary>The group of the facts that packs declare; empty in the library's own model.</summary>
        public FactGroup Extensions => groups.Find(static group => group.IsExtensions)!;

        public FactGroup Root { get; }

        public IReadOnlyList<FactGroup> Groups => groups;

        public int Count => facts.Count;

        /// <summary>Writes the code of every fact of an owner into a row.</summary>
        public void Read(object owner, long[] row)
        {
            var owners = new object?[groups.Count];
            owners[0] = owner;
            for (var i = 0; i < owners.Length; i++)
            {
                var group = groups[i];
                if (group.Parent is { } parent)
                {
                    owners[i] = owners[parent.Index] is { } above ? group.Read!(above) : null;
                }

                foreach (var fact in group.Facts)
                {
                    row[fact.Index] = owners[i] is { } has ? fact.Read(has) : Fact.Unknown;
                }
            }
        }

        /// <summary>Adds the owner itself, before anything else.</summary>
        public FactGroup AddOwner(string path, Func<object> make)
        {
            groups.Add(new FactGroup("", path, parent: null, index: 0, make, read: null, change: null, isExtensions: false));
            return groups[0];
        }

        public FactGroup AddGroup(
            FactGroup parent, string name, Func<object> make, Func<object, object?> read, Func<object, object, object> change, bool isExtensions)
        {
            var group = new FactGroup(name, $"{parent.Path}{name}.", parent, groups.Count, make, read, change, isExtensions);
            parent.Groups.Add(group);
            parent.Members.Add((null, group));
            groups.Add(group);
            return group;
        }

        public void AddFact(FactGroup group, Fact fact)
        {
            group.Facts.Add(fact);
            group.Members.Add((fact, null));
            facts.Add(fact);
        }
    }
}
