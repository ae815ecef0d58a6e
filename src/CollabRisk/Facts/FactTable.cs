using CollabRisk.Text;

namespace CollabRisk.Facts;

/// <summary>
/// The facts of one collaboration as rows of codes: one row for the collaboration, one for each partner.
/// Derived facts are filled in, partners are in the order of their names, so that the order in which they were
/// given makes no difference.
/// </summary>
internal sealed class FactTable
{
    private static readonly FactList<Partner> NoPartners = FactList.Create<Partner>();

    /// <summary>The row of the collaboration, then those of the partners.</summary>
    private readonly byte[] bytes;
    private readonly long[] numbers;
    private readonly DerivedFacts.Following follows;
    private readonly bool isValid;

    private FactTable(FactRegistry registry, Collaboration given, FactTable? before, ThreadArrays? arrays)
    {
        Registry = registry;
        Given = given;
        if (before is null)
        {
            AskForMemoryOf(given);
        }

        follows = before is not null && HaveSameSources(given, before.Given) ? before.follows : DerivedFacts.Of(given, registry);
        Listed = before is not null && ReferenceEquals(given.Partners, before.Given.Partners) ? before.Listed : ByName(given.Partners);
        Missing = (follows.PartnerCount, Listed.Count) switch
        {
            // A collaboration has at least two members: a list of one, without their number, is not the whole list.
            (null or < 2, < 2) => int.MaxValue,
            (null, _) => 0,
            ({ } count, var known) => Math.Max(0, count - known),
        };
        PartnerRows = Listed.Count + (Missing > 0 ? 1 : 0);
        var byteCount = registry.Collaboration.ByteCount + (PartnerRows * registry.Partner.ByteCount);
        var numberCount = registry.Collaboration.NumberCount + (PartnerRows * registry.Partner.NumberCount);
        bytes = arrays?.Bytes(byteCount) ?? new byte[byteCount];
        numbers = arrays?.Numbers(numberCount) ?? new long[numberCount];

        // A number of partners that the list corrects is not asked to be a sensible one.
        var isCorrected = given.PartnerCount is not null && follows.PartnerCount != given.PartnerCount;
        var corrected = isCorrected ? DerivedFacts.Complete(given, follows) : given;
        var hasInvalid = !(before is not null && TryTakeOver(before) ? registry.Collaboration.ReadChanges(corrected, before.Given, BytesOf(-1), NumbersOf(-1))
            : registry.Collaboration.Read(corrected, BytesOf(-1), NumbersOf(-1)));
        bytes[registry.CrossProfession.Slot] = FactCodes.YesNoByte(follows.CrossProfession);
        bytes[registry.LeadOrganisation.Slot] = FactCodes.YesNoByte(follows.LeadOrganisation);
        bytes[registry.PrimaryForm.Slot] = FactCodes.WordByte(follows.PrimaryForm, registry.PrimaryForm.AllowedWords.Count, ref hasInvalid);
        numbers[registry.PartnerCount.Slot] = FactCodes.Checked(
            FactCodes.WholeNumber(follows.PartnerCount, registry.PartnerCountLimits.Smallest, registry.PartnerCountLimits.Largest), ref hasInvalid);
        hasInvalid |= !AddNotes(-1, given.NotApplicable, given.AddedWords, given.Extensions);
        for (var row = 0; row < Listed.Count; row++)
        {
            hasInvalid |= !ReadPartner(row, before);
        }

        if (Missing > 0)
        {
            registry.Partner.Clear(BytesOf(Listed.Count), NumbersOf(Listed.Count));
        }

        if (HasNotApplicable)
        {
            MarkWhatFollows();
        }

        isValid = !hasInvalid && (ReferenceEquals(Listed, before?.Listed) || PartnerNames.AreSound(Listed));
    }

    public FactRegistry Registry { get; }

    /// <summary>Whether any fact does not apply.</summary>
    public bool HasNotApplicable { get; private set; }

    /// <summary>The collaboration as it was given.</summary>
    public Collaboration Given { get; }

    /// <summary>The collaboration with its derived facts.</summary>
    public Collaboration Collaboration => field ??= DerivedFacts.Complete(Given, follows);

    /// <summary>The partners that are listed, by name.</summary>
    public FactList<Partner> Listed { get; }

    /// <summary>How many partners are not listed; <see cref="int.MaxValue"/> where no one said how many there are.</summary>
    public int Missing { get; }

    /// <summary>
    /// How many rows of partners there are: one for each that is listed and, where some are missing, one more of which
    /// nothing is known. It stands for all the missing ones.
    /// </summary>
    public int PartnerRows { get; }

    /// <summary>The table of a collaboration.</summary>
    /// <param name="collaboration">The facts.</param>
    /// <param name="registry">The facts there are.</param>
    /// <param name="before">A table of the same registry, from which what is read of the same objects is taken over: groups of facts, and partners in the same rows; or null.</param>
    /// <param name="arrays">The arrays in which it is kept for as long as they are lent; arrays of its own where left out.</param>
    /// <exception cref="ArgumentException">Facts have values that they cannot have; the message lists them all.</exception>
    public static FactTable Of(Collaboration collaboration, FactRegistry registry, FactTable? before = null, ThreadArrays? arrays = null)
    {
        var table = new FactTable(registry, collaboration, before, arrays);
        return table.isValid ? table : throw new ArgumentException(
            $"The collaboration has facts with values that they cannot have. {string.Join(' ', table.Problems())}", nameof(collaboration));
    }

    /// <summary>Every fact that has a value it cannot have, with the value and what is allowed.</summary>
    public static IReadOnlyList<FactProblem> ProblemsOf(Collaboration given, FactRegistry registry) => [.. new FactTable(registry, given, before: null, arrays: null).Problems()];

    private static FactList<Partner> ByName(FactList<Partner>? partners)
    {
        for (var i = 1; i < partners?.Count; i++)
        {
            if (Names.Compare(partners[i - 1].Name, partners[i].Name) > 0)
            {
                var sorted = partners.ToArray();
                Array.Sort(sorted, static (a, b) => Names.Compare(a.Name, b.Name));
                return new(sorted);
            }
        }

        return partners ?? NoPartners;
    }

    /// <summary>The code of a fact; <paramref name="partner"/> is the row of the partner for a partner's fact.</summary>
    public long this[Fact fact, int partner]
    {
        get
        {
            var row = fact.IsPerPartner ? partner : -1;
            return fact.IsByte ? FactCodes.OfByte(fact.Type, BytesOf(row)[fact.Slot]) : NumbersOf(row)[fact.Slot];
        }

        private set
        {
            var row = fact.IsPerPartner ? partner : -1;
            if (fact.IsByte)
            {
                BytesOf(row)[fact.Slot] = FactCodes.ToByte(fact.Type, value);
            }
            else
            {
                NumbersOf(row)[fact.Slot] = value;
            }
        }
    }

    /// <summary>The codes that are bytes of a row of partners, or with -1 of the collaboration.</summary>
    public Span<byte> BytesOf(int row) => row < 0
        ? bytes.AsSpan(0, Registry.Collaboration.ByteCount)
        : bytes.AsSpan(Registry.Collaboration.ByteCount + (row * Registry.Partner.ByteCount), Registry.Partner.ByteCount);

    /// <summary>The codes that are numbers, in the same way.</summary>
    public Span<long> NumbersOf(int row) => row < 0
        ? numbers.AsSpan(0, Registry.Collaboration.NumberCount)
        : numbers.AsSpan(Registry.Collaboration.NumberCount + (row * Registry.Partner.NumberCount), Registry.Partner.NumberCount);

    /// <summary>Whether the row stands for partners that are not listed.</summary>
    public bool IsMissing(int partner) => partner >= Listed.Count;

    /// <summary>Whether every fact of a row has the code that it has in a row of another table of the same registry.</summary>
    public bool HasSameCodes(int row, FactTable other, int otherRow) =>
        BytesOf(row).SequenceEqual(other.BytesOf(otherRow)) && NumbersOf(row).SequenceEqual(other.NumbersOf(otherRow));

    /// <summary>The facts of a row that have another code than in a row of another table of the same registry, in no particular order.</summary>
    public List<Fact> Moved(int row, FactTable other, int otherRow)
    {
        var moved = new List<Fact>();
        var facts = row < 0 ? Registry.Collaboration : Registry.Partner;
        AddMoved(facts.InBytes, BytesOf(row), other.BytesOf(otherRow));
        AddMoved(facts.InNumbers, NumbersOf(row), other.NumbersOf(otherRow));
        return moved;

        void AddMoved<T>(IReadOnlyList<Fact> bySlot, ReadOnlySpan<T> codes, ReadOnlySpan<T> others)
        {
            var slot = codes.CommonPrefixLength(others);
            while (slot < codes.Length)
            {
                moved.Add(bySlot[slot]);
                slot++;
                slot += codes[slot..].CommonPrefixLength(others[slot..]);
            }
        }
    }

    /// <summary>Whether the partners are those of another table: the same names in the same rows, and as many that are not listed.</summary>
    public bool HasPartnersOf(FactTable other)
    {
        if (Missing != other.Missing || Listed.Count != other.Listed.Count)
        {
            return false;
        }

        for (var i = 0; i < Listed.Count && !ReferenceEquals(Listed, other.Listed); i++)
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

    /// <summary>A fact with its value. The list of partners is not known while some may be missing from it.</summary>
    public FactReading ReadingOf(FactCell cell)
    {
        var (fact, row) = cell;
        return fact.IsPerPartner ? new(new(fact, Listed[row].Name), this[fact, row])
            : fact == Registry.PartnerList && Missing > 0 ? fact.ReadAs(Fact.Unknown)
            : OriginOf(fact) is { } origin ? new(new(fact, null), this[fact, -1], origin)
            : fact.ReadAs(this[fact, -1]);
    }

    /// <summary>Whether someone gave a fact, if only to say that it does not apply, or with a word that no pack adds; of a fact of the partners, for one who is listed.</summary>
    public bool IsGiven(Fact fact, int row) => fact.CanFollow || fact.TakesMoreWords
        ? fact.ValueIn(OwnerOf(fact.IsPerPartner ? row : -1)) is not null
        : this[fact, row] != Fact.Unknown;

    /// <summary>What the value of a fact of the collaboration follows from, in words; null where it was given or is not known.</summary>
    public string? OriginOf(Fact fact) => fact.CanFollow ? DerivedFacts.OriginOf(fact, this[fact, -1], Given) : null;

    /// <summary>How many cells there are: one for each fact of the collaboration, and one for each of a row of partners.</summary>
    public int CellCount => Registry.Collaboration.Count + (Registry.Partner.Count * PartnerRows);

    /// <summary>The number of a cell, from 0 in the order of the model; of one fact of the partners, in the order of the rows.</summary>
    public int NumberOf(FactCell cell) =>
        cell.Fact.IsPerPartner ? Registry.Collaboration.Count + (cell.Fact.Index * PartnerRows) + cell.Row : cell.Fact.Index;

    /// <summary>The cell with a number.</summary>
    public FactCell CellAt(int number) => number - Registry.Collaboration.Count is var ofPartners and >= 0
        ? new(Registry.Partner.Facts[ofPartners / PartnerRows], ofPartners % PartnerRows)
        : new(Registry.Collaboration.Facts[number], -1);

    /// <summary>The cell of a fact; where the partner is not listed, that of the list of partners.</summary>
    public FactCell CellOf(Fact fact, int partner) =>
        !fact.IsPerPartner ? new(fact, -1) : IsMissing(partner) ? new(Registry.PartnerList, -1) : new(fact, partner);

    /// <summary>Where a fact that was read is.</summary>
    public FactCell CellOf(FactReading reading) => new(reading.Fact, reading.PartnerName is { } name ? RowOf(name) : -1);

    /// <summary>The row of a partner by name; of one that is not listed, the row of the unlisted ones, or -1 where there are none.</summary>
    public int RowOf(string name)
    {
        var (from, to) = (0, Listed.Count - 1);
        while (from <= to)
        {
            var middle = (from + to) / 2;
            var order = Names.Compare(Listed[middle].Name, name);
            if (order == 0)
            {
                return middle;
            }

            (from, to) = order < 0 ? (middle + 1, to) : (from, middle - 1);
        }

        return Missing > 0 ? Listed.Count : -1;
    }

    /// <summary>What packs could have declared, but none of the rule book does: their paths, or those of facts with a word that none adds, in alphabetical order.</summary>
    public IReadOnlyList<string> UnreadExtensions()
    {
        if (!HasMoreThanTheLibrary())
        {
            return [];
        }

        var names = Unread(Given.Extensions, Registry.Collaboration.Extensions).Concat(
            Listed.SelectMany(partner => Unread(partner.Extensions, Registry.Partner.Extensions), (partner, path) => $"partners[{partner.Name}].{path}"));
        return [.. names.Concat(UnreadWords().Select(each => PathOf(each.Fact, each.Row))).Distinct(StringComparer.Ordinal).Order(Names.Order)];

        IEnumerable<string> Unread(FactExtensions given, FactGroup declared) => given.Names
            .Where(name => Registry.Find(declared.Path + name) is null)
            .Select(name => $"{declared.Name}.{name}");
    }

    /// <summary>Whether anything was given that is not a fact or a word of the library.</summary>
    private bool HasMoreThanTheLibrary()
    {
        var has = Given is not { Extensions.IsEmpty: true, AddedWords.IsEmpty: true };
        for (var row = 0; row < Listed.Count && !has; row++)
        {
            has = Listed[row] is not { Extensions.IsEmpty: true, AddedWords.IsEmpty: true };
        }

        return has;
    }

    /// <summary>Why one of <see cref="UnreadExtensions"/> counts for nothing, as a clause that follows its path, and the sentence that says what may be meant.</summary>
    public (string Clause, string Hint) WhyUnread(string path)
    {
        if (FactRegistry.NameAmongExtensions(path) is not null)
        {
            return ("no loaded pack declares this fact", Registry.Nearest(path) is { } near ? $" Did you mean '{near.Path}'?" : "");
        }

        var (fact, _, word) = UnreadWords().First(each => PathOf(each.Fact, each.Row) == path);
        return ($"no loaded pack adds the word '{word}'", DidYouMean.Sentence(word, fact.AddedWords.Select(added => added.Word)));
    }

    /// <summary>The words that no pack of the rule book adds, each with its fact.</summary>
    private IEnumerable<(Fact Fact, int Row, string Word)> UnreadWords() =>
        from row in Enumerable.Range(-1, Listed.Count + 1)
        from added in FactWords.In(OwnerOf(row)).Entries
        let fact = FactOf(added.Key, row)
        where fact is not null && fact.NumberOf(added.Value) < 0
        select (fact, row, added.Value);

    /// <summary>Asks for the memory of a collaboration that may not have been read for long, as one has been of which most is taken over.</summary>
    private static void AskForMemoryOf(Collaboration given)
    {
        for (var i = 0; i < given.Partners?.Count && i < Prefetch.Most; i++)
        {
            Prefetch.Of(given.Partners[i]);
        }

        ModelFacts.PrefetchCollaboration(given);
    }

    /// <summary>Whether the facts from which others follow are the same objects.</summary>
    private static bool HaveSameSources(Collaboration one, Collaboration other) =>
        ReferenceEquals(one.Partners, other.Partners) && ReferenceEquals(one.Governance, other.Governance) && ReferenceEquals(one.Network, other.Network)
        && one.PartnerCount == other.PartnerCount && one.CrossProfession == other.CrossProfession;

    /// <summary>Takes over the codes of the collaboration. What does not apply, and words that packs add, are noted over them, so with any of these all is read.</summary>
    private bool TryTakeOver(FactTable before)
    {
        if (before.HasNotApplicable || HasNotes(before.Given) || HasNotes(Given))
        {
            return false;
        }

        before.BytesOf(-1).CopyTo(BytesOf(-1));
        before.NumbersOf(-1).CopyTo(NumbersOf(-1));
        return true;
    }

    private static bool HasNotes(Collaboration given) => given is not { NotApplicable.Count: 0, AddedWords.IsEmpty: true, Extensions.HasNotApplicable: false };

    private static bool HasNotes(Partner partner) => partner is not { NotApplicable.Count: 0, AddedWords.IsEmpty: true, Extensions.HasNotApplicable: false };

    /// <summary>Reads a partner, or takes over what was read of the same object in the same row.</summary>
    /// <returns>Whether every value is one that its fact can have.</returns>
    private bool ReadPartner(int row, FactTable? before)
    {
        var partner = Listed[row];
        var hasNotes = HasNotes(partner);
        if (!hasNotes && row < before?.Listed.Count && ReferenceEquals(partner, before.Listed[row]))
        {
            before.BytesOf(row).CopyTo(BytesOf(row));
            before.NumbersOf(row).CopyTo(NumbersOf(row));
            return true;
        }

        return Registry.Partner.Read(partner, BytesOf(row), NumbersOf(row)) & (!hasNotes || AddNotes(row, partner.NotApplicable, partner.AddedWords, partner.Extensions));
    }

    /// <summary>Notes over the values of a row which facts do not apply, and words that packs add.</summary>
    /// <returns>Whether all of these are sound.</returns>
    private bool AddNotes(int row, FactNameSet notApplicable, FactWords words, FactExtensions extensions)
    {
        HasNotApplicable |= extensions.HasNotApplicable;
        return Mark(notApplicable, row) & (words.IsEmpty || Add(words, row));
    }

    /// <summary>Notes the facts of a row that do not apply.</summary>
    /// <returns>Whether there are such facts, and none of them has a value.</returns>
    private bool Mark(FactNameSet names, int row)
    {
        var isSound = true;
        foreach (var name in names)
        {
            HasNotApplicable = true;
            if (FactOf(name, row) is not { } fact || DoesNotApply.ProblemOf(name, fact, this[fact, row], Registry) is not null)
            {
                isSound = false;
            }
            else
            {
                this[fact, row] = Fact.NotApplicable;
            }
        }

        return isSound;
    }

    /// <summary>Notes the facts of a row with words that packs add. One that no pack of the rule book adds leaves its fact not known.</summary>
    /// <returns>Whether each is a fact that takes more words, and none of them has a value besides.</returns>
    private bool Add(FactWords words, int row)
    {
        var isSound = true;
        foreach (var (name, word) in words.Entries)
        {
            if (FactOf(name, row) is not { TakesMoreWords: true } fact || this[fact, row] != Fact.Unknown)
            {
                isSound = false;
            }
            else if (fact.NumberOf(word) is var number and >= 0)
            {
                this[fact, row] = number;
            }
        }

        return isSound;
    }

    /// <summary>The collaboration, or a partner that is listed.</summary>
    private object OwnerOf(int row) => row < 0 ? Given : Listed[row];

    /// <summary>A fact that follows from others, of which all are answered and one does not apply, does not apply either: no answer is left that gives it.</summary>
    private void MarkWhatFollows()
    {
        foreach (var derived in Registry.Facts.Where(fact => fact.IsDerived && this[fact, -1] == Fact.Unknown))
        {
            var sources = DerivedFacts.AnswerableSourcesOf(derived, Registry)
                .SelectMany(fact => Enumerable.Range(0, fact.IsPerPartner ? PartnerRows : 1).Select(row => this[fact, row])).ToList();
            if (sources.Contains(Fact.NotApplicable) && !sources.Contains(Fact.Unknown))
            {
                this[derived, -1] = Fact.NotApplicable;
            }
        }
    }

    private Fact? FactOf(string name, int row) => Registry.Find(row < 0 ? name : $"partners[].{name}") is { } fact && fact.IsPerPartner == row >= 0 ? fact : null;

    /// <summary>What is wrong with the facts of a row that are said not to apply.</summary>
    private IEnumerable<FactProblem> ProblemsOf(FactNameSet names, int row) =>
        from name in names
        let fact = FactOf(name, row)
        let code = fact is null || this[fact, row] == Fact.NotApplicable ? Fact.Unknown : this[fact, row]
        let problem = DoesNotApply.ProblemOf(name, fact, code, Registry)
        where problem is not null
        select new FactProblem(PathOf(name, row), problem);

    /// <summary>What is wrong with the words of a row that packs add.</summary>
    private IEnumerable<FactProblem> ProblemsOf(FactWords words, int row) =>
        from added in words.Entries
        let fact = FactOf(added.Key, row)
        let other = fact is not { TakesMoreWords: true } ? null : DoesNotApply.In(OwnerOf(row)).Contains(added.Key) ? DoesNotApply.Word : fact.Store.Get(fact.Owner.In(OwnerOf(row))!) is { } value ? FactValues.Write(fact, value) : null
        where fact is not { TakesMoreWords: true } || other is not null
        select new FactProblem(PathOf(added.Key, row), fact is null ? $"there is no such fact, so it has no word that a pack adds.{(Registry.Nearest(row < 0 ? added.Key : $"partners[].{added.Key}") is { } near ? $" Did you mean '{near.Path}'?" : "")}"
            : other is null ? $"it takes no words that packs add, such as '{added.Value}'. Give {FactValues.Held(fact)} as its value."
            : $"'{added.Value}' is given among the words that packs add, and its value is {other}. Take one of the two away.");

    private string PathOf(string name, int row) => row < 0 ? name : $"partners[{Listed[row].Name}].{name}";

    private IEnumerable<FactProblem> Problems() => isValid ? [] : PartnerNames.Problems(Listed).Concat(ProblemsOf(Given.NotApplicable, -1))
        .Concat(Enumerable.Range(-1, Listed.Count + 1).SelectMany(row => ProblemsOf(FactWords.In(OwnerOf(row)), row)))
        .Concat(Enumerable.Range(0, Listed.Count).SelectMany(row => ProblemsOf(Listed[row].NotApplicable, row))).Concat(
        from fact in Registry.Facts
        from row in Enumerable.Range(0, fact.IsPerPartner ? Listed.Count : 1)
        let owner = fact.Owner.In(fact.IsPerPartner ? Listed[row] : Collaboration)
        where owner is not null && fact.Read(owner) == Fact.Invalid
        select new FactProblem(PathOf(fact, row), FactValues.Mistake(fact, fact.Store.Get(owner))));

    /// <summary>The facts that are known, in the order of the model, and those of the partners by fact and name. Derived facts are not among them.</summary>
    public IReadOnlyList<FactReading> Known() =>
    [
        .. from fact in Registry.Facts
           where !fact.IsDerived
           from row in Enumerable.Range(0, fact.IsPerPartner ? Listed.Count : 1)
           let cell = new FactCell(fact, fact.IsPerPartner ? row : -1)
           where this[fact, row] != Fact.Unknown
           orderby cell
           select ReadingOf(cell),
    ];

    /// <summary>
    /// How many facts are known, those that do not apply among them, and how many there are; a partner that is not listed counts as one of
    /// whom nothing is known.
    /// </summary>
    public (int Known, int Total) Count()
    {
        var known = Registry.Collaboration.CountKnown(BytesOf(-1), NumbersOf(-1));
        for (var row = 0; row < Listed.Count; row++)
        {
            known += Registry.Partner.CountKnown(BytesOf(row), NumbersOf(row));
        }

        return (known, Registry.Collaboration.Givable + (Registry.Partner.Givable * Math.Max(1, Listed.Count)));
    }
}
