using System.Runtime.InteropServices;
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
        PartnerCountLimits = FactValues.CodeLimits(PartnerCount);
        AsOf = byPath["asOf"];
        PartnerName = byPath["partners[].name"];
        CrossProfession = byPath["crossProfession"];
        LeadOrganisation = byPath["governance.leadOrganisation"];
        PrimaryForm = byPath["network.primaryForm"];
        Sector = byPath["partners[].sector"];
    }

    /// <summary>The registry of the library's fact model.</summary>
    public static FactRegistry Default { get; } = new(
        new FactRow(ModelFacts.FillCollaboration, ModelFacts.ReadCollaboration, ModelFacts.TryReadChangesOfCollaboration),
        new FactRow(ModelFacts.FillPartner, ModelFacts.ReadPartner),
        new FactRow(ModelFacts.FillSaving, ModelFacts.ReadSaving));

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

    /// <summary>The codes of the smallest and the largest number of partners.</summary>
    internal (long Smallest, long Largest) PartnerCountLimits { get; }

    /// <summary>The day that the facts describe.</summary>
    internal Fact AsOf { get; }

    /// <summary>The name of a partner, the only fact that is always known.</summary>
    internal Fact PartnerName { get; }

    /// <summary>Whether professions are crossed, which the partners may show.</summary>
    internal Fact CrossProfession { get; }

    /// <summary>Whether one organisation leads, which the partners may show.</summary>
    internal Fact LeadOrganisation { get; }

    /// <summary>The form of the network, which a driver may show.</summary>
    internal Fact PrimaryForm { get; }

    /// <summary>The sector of a partner, which packs may add words to.</summary>
    internal Fact Sector { get; }

    /// <summary>The facts that can follow from others.</summary>
    internal IReadOnlyList<Fact> ThatCanFollow => field ??= [.. Facts.Where(fact => fact.CanFollow)];

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
    /// The registry with facts that packs declare, and words that they add. Facts that are there already have the same places, and stay the same
    /// objects where no word is added to them; the order of the declarations makes no difference. Of two with one name, only one takes part, and
    /// of words only those of facts that take more.
    /// </summary>
    /// <param name="declarations">The facts that packs declare.</param>
    /// <param name="words">The words that packs add.</param>
    /// <param name="language">The language in which the declared facts are told, as far as they have words in it; null for English.</param>
    internal FactRegistry With(IEnumerable<FactDeclaration> declarations, IEnumerable<WordDeclaration> words, string? language = null)
    {
        var declared = declarations.OrderBy(fact => fact.Name, StringComparer.Ordinal).DistinctBy(fact => fact.Name, StringComparer.Ordinal).ToLookup(fact => fact.IsPerPartner);
        var added = words.Where(word => Find(word.Fact) is { TakesMoreWords: true }).ToLookup(word => word.Fact, StringComparer.Ordinal);
        return declared.Count + added.Count == 0 ? this : new FactRegistry(
            new FactRow(Collaboration, declared[false], added, language), new FactRow(Partner, declared[true], added, language), Saving);
    }

    /// <summary>What each entry of a <see cref="FactType.List"/> fact is made of.</summary>
    internal FactGroup EntryOf(Fact list) => list == PartnerList ? Partner.Root : Saving.Root;

    /// <summary>Reads the codes of the facts of the model that are known; the others are there already, as not known.</summary>
    internal delegate void CodeReader(object owner, Span<byte> bytes, Span<long> numbers, ref bool hasInvalid);

    /// <summary>Reads those codes that may be others than in an owner of which they are there.</summary>
    /// <returns>Whether it could; if not, all have to be read.</returns>
    internal delegate bool ChangeReader(object owner, object before, Span<byte> bytes, Span<long> numbers, ref bool hasInvalid);

    /// <summary>The facts of one type of owner, in the order of the model.</summary>
    internal sealed class FactRow
    {
        private readonly List<FactGroup> groups = [];
        private readonly List<Fact> facts = [];
        private readonly List<byte> blank = [];
        private readonly CodeReader read;
        private readonly ChangeReader? readChanges;

        /// <summary>Makes a row of the facts of the model.</summary>
        /// <param name="fill">Generated from the model; adds the groups and facts in its order.</param>
        /// <param name="read">Generated from the model; reads the codes that are known.</param>
        /// <param name="readChanges">Generated from the model; reads what changed. Null for an owner without groups, which is read at once.</param>
        public FactRow(Action<FactRow> fill, CodeReader read, ChangeReader? readChanges = null)
        {
            this.read = read;
            this.readChanges = readChanges;
            fill(this);
            Root = groups[0];
        }

        /// <summary>
        /// Makes a row with further facts, declared by packs, at its end, and with words that packs add to facts. The group of extensions is replaced
        /// by one that has them; the groups of the model stay as they are, with the facts as the model has them.
        /// </summary>
        public FactRow(FactRow row, IEnumerable<FactDeclaration> declared, ILookup<string, WordDeclaration> added, string? language)
        {
            Root = row.Root;
            read = row.read;
            readChanges = row.readChanges;
            facts.AddRange(row.facts.Select(fact => added.Contains(fact.Path) ? fact.With(added[fact.Path]) : fact));
            blank.AddRange(row.blank);
            NumberCount = row.NumberCount;
            var none = row.Extensions;
            var extensions = none.Emptied();
            groups.AddRange(row.groups.Select(group => group == none ? extensions : group));
            foreach (var fact in declared)
            {
                AddFact(extensions, new Fact(
                    extensions.Path + fact.Name, fact.Type, fact.InLanguages.Say(fact.Meaning, language), fact.Question, [.. fact.AllowedWords.Take(ExtensionForm.MostWords)],
                    fact.IsPerPartner, index: Count, extensions, new ExtensionStore(fact.Type, fact.Name))
                {
                    Direction = fact.Better,
                    NeutralBecause = fact.NeutralBecause,
                    CodingNote = fact.CodingNote,
                    IsChangeable = fact.IsChangeable,
                    IsOutcome = fact.IsOutcome,
                    Minimum = fact.Minimum,
                    Maximum = fact.Maximum,
                    IsOrdered = fact.IsOrdered,
                    InLanguages = fact.InLanguages,
                    Language = language,
                });
            }
        }

        public IReadOnlyList<Fact> Facts => facts;

        /// <summary>The group of the facts that packs declare; empty in the library's own model.</summary>
        public FactGroup Extensions => field ??= groups.Find(static group => group.IsExtensions)!;

        public FactGroup Root { get; }

        public IReadOnlyList<FactGroup> Groups => groups;

        public int Count => facts.Count;

        /// <summary>The facts that a table keeps in a byte, by <see cref="Fact.Slot"/>: facts are given slots as they are added.</summary>
        public IReadOnlyList<Fact> InBytes => field ??= [.. facts.Where(static fact => fact.IsByte)];

        /// <summary>The facts that a table keeps in a number, likewise.</summary>
        public IReadOnlyList<Fact> InNumbers => field ??= [.. facts.Where(static fact => !fact.IsByte)];

        /// <summary>The facts of which codes do not say all, by the group that has them.</summary>
        public (FactGroup Group, Fact[] Facts)[] BeyondCodes => field ??=
            [.. facts.Where(static fact => fact.IsBeyondCode).GroupBy(static fact => fact.Owner, static (group, those) => (group, those.ToArray()))];

        /// <summary>How many of the facts someone can give; the others are derived.</summary>
        public int Givable => Count - Derived.Length;

        private Fact[] Derived => field ??= [.. facts.Where(static fact => fact.IsDerived)];

        /// <summary>How many of the facts someone can give are known, by the codes of an owner.</summary>
        public int CountKnown(ReadOnlySpan<byte> bytes, ReadOnlySpan<long> numbers)
        {
            var known = numbers.Length - numbers.Count(Fact.Unknown);
            var unknown = CollectionsMarshal.AsSpan(blank);
            for (var i = 0; i < unknown.Length; i++)
            {
                known += bytes[i] == unknown[i] ? 0 : 1;
            }

            foreach (var fact in Derived)
            {
                known -= (fact.IsByte ? bytes[fact.Slot] == unknown[fact.Slot] : numbers[fact.Slot] == Fact.Unknown) ? 0 : 1;
            }

            return known;
        }

        /// <summary>How many of the facts a table keeps in a byte.</summary>
        public int ByteCount => blank.Count;

        /// <summary>How many of the facts a table keeps in a number.</summary>
        public int NumberCount { get; private set; }

        /// <summary>Writes the codes of an owner of which nothing is known.</summary>
        public void Clear(Span<byte> bytes, Span<long> numbers)
        {
            CollectionsMarshal.AsSpan(blank).CopyTo(bytes);
            numbers.Fill(Fact.Unknown);
        }

        /// <summary>Writes the codes of the facts of an owner, each at its <see cref="Fact.Slot"/>.</summary>
        /// <returns>Whether every value is one that its fact can have; codes of others mean nothing.</returns>
        public bool Read(object owner, Span<byte> bytes, Span<long> numbers)
        {
            Clear(bytes, numbers);
            var hasInvalid = false;
            read(owner, bytes, numbers, ref hasInvalid);
            return !hasInvalid && (Extensions.Facts.Count == 0 || Extensions.In(owner) is not { } extensions || ReadDeclared(extensions, bytes, numbers));
        }

        /// <summary>The same where the codes of an owner are there of which most groups are those of the other; facts that do not apply, or have words that packs add, are in neither.</summary>
        public bool ReadChanges(object owner, object before, Span<byte> bytes, Span<long> numbers)
        {
            var hasInvalid = false;
            if (readChanges?.Invoke(owner, before, bytes, numbers, ref hasInvalid) != true)
            {
                return Read(owner, bytes, numbers);
            }

            return !hasInvalid && (Extensions.Facts.Count == 0 || (Extensions.In(owner) is var extensions && ReferenceEquals(extensions, Extensions.In(before)))
                || (extensions is not null && ReadDeclared(extensions, bytes, numbers)));
        }

        /// <summary>Writes the codes of the facts that packs declare.</summary>
        /// <returns>Whether every value is one that its fact can have.</returns>
        private bool ReadDeclared(object extensions, Span<byte> bytes, Span<long> numbers)
        {
            var hasInvalid = false;
            foreach (var fact in Extensions.Facts)
            {
                var code = fact.Read(extensions);
                if (code == Fact.Invalid)
                {
                    hasInvalid = true;
                }
                else if (fact.IsByte)
                {
                    bytes[fact.Slot] = FactCodes.ToByte(fact.Type, code);
                }
                else
                {
                    numbers[fact.Slot] = code;
                }
            }

            return !hasInvalid;
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
            fact.Slot = fact.IsByte ? blank.Count : NumberCount++;
            if (fact.IsByte)
            {
                blank.Add(FactCodes.ToByte(fact.Type, Fact.Unknown));
            }

            group.Facts.Add(fact);
            group.Members.Add((fact, null));
            facts.Add(fact);
        }
    }
}
