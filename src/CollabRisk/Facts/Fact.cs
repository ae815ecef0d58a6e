using System.Collections;
using System.Globalization;
using CollabRisk.Text;

namespace CollabRisk.Facts;

/// <summary>One fact of the model: what it means, which values it takes and how to ask for it.</summary>
/// <remarks>Immutable and thread-safe. All facts are in <see cref="FactRegistry.Facts"/>; those that packs declare, in that of the rule book.</remarks>
public sealed partial class Fact
{
    /// <summary>The code of a fact that is not known. No value of any type has it.</summary>
    internal const long Unknown = long.MinValue;

    /// <summary>The code of a value that the fact cannot have, such as a number outside its limits. No evaluation begins with one.</summary>
    internal const long Invalid = long.MinValue + 1;

    /// <summary>The code of a fact that does not apply. No value of any type has it.</summary>
    internal const long NotApplicable = long.MinValue + 2;

    /// <summary>Whether a code is that of a value: the fact is known, and applies.</summary>
    internal static bool IsValue(long code) => code is not (Unknown or NotApplicable);

    /// <summary>The largest number that has a code, either side of nought.</summary>
    internal const decimal LargestNumber = 922_337_203_685_477m;

    /// <summary>What is kept with it of what was written of questions for it.</summary>
    internal byte[][]? WrittenAsQuestion;

    private IReadOnlyList<string>? sources;

    /// <summary>By the byte of the value, what <see cref="ReadAs"/> gave.</summary>
    private FactReading?[]? readings;

    internal Fact(
        string path, FactType type, string meaning, string question, IReadOnlyList<string> words,
        bool isPerPartner, int index, FactGroup owner, FactStore store)
    {
        Path = path;
        Type = type;
        Meaning = meaning;
        Question = question;
        AllowedWords = words;
        IsPerPartner = isPerPartner;
        Index = index;
        Owner = owner;
        Store = store;
        Read = store.ReaderOf(this);
        CodingNote = CodingNotes.Of(path);
    }

    /// <summary>The path in the JSON form, such as <c>vision.exists</c> or <c>partners[].role</c>.</summary>
    public string Path { get; }

    /// <summary>What values the fact takes.</summary>
    public FactType Type { get; }

    /// <summary>What the fact means, in the field's own terms.</summary>
    public string Meaning { get; }

    /// <summary>A plain question that someone in the collaboration can answer.</summary>
    public string Question { get; }

    /// <summary>
    /// The words a <see cref="FactType.Word"/> or <see cref="FactType.Words"/> fact may take, in order, those that packs add at the end; otherwise empty.
    /// </summary>
    public IReadOnlyList<string> AllowedWords { get; private set; }

    /// <summary>
    /// The words among <see cref="AllowedWords"/> that packs of the rule book add (<see cref="Rules.RulePack.Words"/>), in alphabetical order; empty
    /// where none does, and in <see cref="FactRegistry.Default"/>.
    /// </summary>
    public IReadOnlyList<WordDeclaration> AddedWords { get; private set; } = [];

    /// <summary>
    /// Why packs may add words of their own, so that the list is open; <see langword="null"/> where the words are all there are, as for every fact
    /// that a pack declares.
    /// </summary>
    public string? MoreWordsBecause { get; internal init; }

    /// <summary>Whether <see cref="AllowedWords"/> are in rising order, so that a rule may ask for "below" and "at least".</summary>
    public bool IsOrdered { get; internal init; }

    /// <summary>The smallest allowed number, or <see langword="null"/> where there is no limit.</summary>
    public decimal? Minimum { get; internal init; }

    /// <summary>The largest allowed number, or <see langword="null"/> where there is no limit.</summary>
    public decimal? Maximum { get; internal init; }

    /// <summary>Which values are better for a collaboration.</summary>
    public FactDirection Direction { get; internal init; }

    /// <summary>Why no value is better than another; <see langword="null"/> where one is, and where a pack that declares the fact does not say.</summary>
    public string? NeutralBecause { get; internal init; }

    /// <summary>Whether those responsible for the collaboration can change it; a form, the law or a past event cannot be changed.</summary>
    public bool IsChangeable { get; internal init; }

    /// <summary>Whether it records how the collaboration turned out. No risk, mismatch, diagnostic or strength reads such a fact.</summary>
    public bool IsOutcome { get; internal init; }

    /// <summary>Whether it follows from other facts and is never given.</summary>
    public bool IsDerived => DerivedFrom is not null;

    /// <summary>Whether each partner has a value of its own.</summary>
    public bool IsPerPartner { get; }

    /// <summary>Why no rule reads the fact, or <see langword="null"/> where rules may.</summary>
    public string? DescriptiveBecause { get; internal init; }

    /// <summary>
    /// Why no one in a collaboration is asked for the fact, so that only an expert enters it, and what is asked instead;
    /// <see langword="null"/> where a person can answer <see cref="Question"/>.
    /// </summary>
    public string? ExpertBecause { get; internal init; }

    /// <summary>
    /// How to answer <see cref="Question"/> so that two people would answer alike: what counts and what does not, with an example on
    /// either side of the line, and what the words mean that packs add; <see langword="null"/> where the question is plain without.
    /// </summary>
    public string? CodingNote { get => WithMeanings(field); internal init; }

    /// <summary>
    /// Whether <see cref="DoesNotApply"/> is an answer: not of names, lists and what is in them, of the day that the facts describe, nor of
    /// what follows from other facts.
    /// </summary>
    public bool MayNotApply => !IsDerived && Type is not FactType.List && Name != "name" && Path != "asOf" && !CanFollow
        && (IsPerPartner || !Path.Contains("[]", StringComparison.Ordinal));

    /// <summary>Whether its owner always has it, as a partner has a name.</summary>
    internal bool IsRequired { get; init; }

    /// <summary>Whether its value can follow from other facts.</summary>
    internal bool CanFollow => (sources ??= DerivedFacts.SourcesOf(this)).Count > 0;

    /// <summary>What the meaning and the words of a declared fact are in other languages.</summary>
    internal IReadOnlyList<TextInLanguage> InLanguages { get; init; } = [];

    /// <summary>The language in which a declared fact is told, as far as it has words in it; null for English.</summary>
    internal string? Language { get; init; }

    /// <summary>The place of the fact's code in a row of codes: the collaboration's or a partner's.</summary>
    internal int Index { get; }

    /// <summary>Whether a table keeps the code in a byte; otherwise in a number. See <see cref="FactCodes"/>.</summary>
    internal bool IsByte => Type is FactType.YesNo or FactType.Word;

    /// <summary>
    /// Whether two values may have the same code. Codes of numbers that are not whole are rounded; those of texts say whether they are blank, and of
    /// lists that they are given; where packs add words, one that none adds has the code of what is not known.
    /// </summary>
    internal bool IsBeyondCode => TakesMoreWords || Type is not (FactType.YesNo or FactType.Word or FactType.Words or FactType.WholeNumber or FactType.Date);

    /// <summary>The place among the bytes, or the numbers, of its owner.</summary>
    internal int Slot { get; set; }

    /// <summary>What a derived fact follows from; otherwise null.</summary>
    internal string? DerivedFrom { get; init; }

    /// <summary>The group that has the fact.</summary>
    internal FactGroup Owner { get; }

    /// <summary>How the model keeps the value.</summary>
    internal FactStore Store { get; }

    /// <summary>Reads the code of the fact from the object that has it.</summary>
    internal Func<object, long> Read { get; }

    /// <summary>The last part of the path, as the JSON property is called.</summary>
    internal string Name => Path[(Path.LastIndexOf('.') + 1)..];

    /// <inheritdoc/>
    public override string ToString() => Path;

    /// <summary>The meaning without the field's own terms, which are in brackets.</summary>
    internal string InPlainWords => Words.WithoutBrackets(Meaning);

    /// <summary>The path within the collaboration, or within the partner.</summary>
    internal string NameInOwner => IsPerPartner ? Path["partners[].".Length..] : Path;

    /// <summary>The path with the name of a partner in its place: <c>partners[Fire Service].role</c>.</summary>
    internal string PathFor(string? partner) => IsPerPartner ? $"partners[{partner}].{NameInOwner}" : Path;

    /// <summary>The value in a collaboration, or in a partner for a partner's fact, in the type of the model.</summary>
    internal object? ValueIn(object root) => (Owner.In(root) is { } owner ? Store.Get(owner) : null)
        ?? (TakesMoreWords && FactWords.In(root) is { IsEmpty: false } words && words[NameInOwner] is { } word ? word
        : DoesNotApply.In(root) is { Count: > 0 } names && names.Contains(NameInOwner) ? DoesNotApply.Here : null);

    /// <summary>The owner with the fact changed: a collaboration, or a partner for a partner's fact. The model is immutable, so it is a new one.</summary>
    /// <param name="owner">The collaboration or partner.</param>
    /// <param name="value">The value in the type of the model, a word that a pack adds, <see cref="DoesNotApply"/>, or <see langword="null"/> for unknown.</param>
    internal T With<T>(T owner, object? value)
        where T : class
    {
        if (Owner.IsExtensions)
        {
            return (T)Owner.With(owner, group => Store.With(group, value));
        }

        var added = TakesMoreWords ? value as string : null;
        var changed = Owner.With(owner, group => Store.With(group, value is DoesNotApply || added is not null ? null : value));
        if (TakesMoreWords && (added is not null || !FactWords.In(changed).IsEmpty))
        {
            changed = FactWords.With(changed, FactWords.In(changed).With(NameInOwner, added));
        }

        var names = DoesNotApply.In(changed);
        if (names.Count == 0 && value is not DoesNotApply)
        {
            return (T)changed;
        }

        return (T)DoesNotApply.With(changed, names.With(NameInOwner, isThere: value is DoesNotApply));
    }

    /// <summary>The value of the model that has a code; there is none for texts and lists, whose codes say less than they do.</summary>
    internal object ValueOf(long code) => code == NotApplicable ? DoesNotApply.Here : Type switch
    {
        FactType.YesNo => code == 1,
        FactType.Word => code < OwnWordCount ? Store.Word(this, (int)code) : AllowedWords[(int)code],
        FactType.Words => Store.Words(this, code),
        FactType.Date => DateOnly.FromDayNumber((int)code),
        FactType.WholeNumber or FactType.Number => Store.Number(DecodeNumber(code)),
        _ => throw new ArgumentException($"{Path}: a {Type} has no value for a code.", nameof(code)),
    };

    /// <summary>Compares two known values: below nought where the first is the worse one; nought for all values of a fact without a direction.</summary>
    internal int CompareForBetter(long one, long other) => Direction switch
    {
        FactDirection.Yes or FactDirection.Higher => one.CompareTo(other),
        FactDirection.No or FactDirection.Lower => other.CompareTo(one),
        _ => 0,
    };

    /// <summary>The place of a word among <see cref="AllowedWords"/>; -1 where it is none of them.</summary>
    internal int NumberOf(string word)
    {
        for (var i = 0; i < AllowedWords.Count; i++)
        {
            if (AllowedWords[i] == word)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A number as a code: exact to four decimals, in the order of the numbers.</summary>
    internal static long Encode(decimal number) => decimal.ToOACurrency(number);

    /// <summary>Whether a number keeps its value as a code.</summary>
    internal static bool IsExact(decimal number) => Math.Abs(number) <= LargestNumber && decimal.Round(number, 4) == number;

    internal static decimal DecodeNumber(long code) => decimal.FromOACurrency(code);

    /// <summary>The code of a known value that the fact may have; of texts and lists it says only whether there is anything.</summary>
    internal long CodeOf(object value) => value switch
    {
        DoesNotApply => NotApplicable,
        bool yes => yes ? 1 : 0,
        DateOnly day => day.DayNumber,
        string text when Type == FactType.Text => FactCodes.Text(text),
        string or Enum => NumberOf($"{value}"),
        _ when Type == FactType.List => 0,
        IEnumerable words => words.Cast<object>().Aggregate(0L, (bits, word) => bits | 1L << NumberOf($"{word}")),
        _ => Encode(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
    };

    /// <summary>
    /// What is read of the fact where it has a code and no partner. Most values are one of a few, and each of those is one object that all assessments share.
    /// </summary>
    internal FactReading ReadAs(long code)
    {
        if (!IsByte)
        {
            return new(new(this, null), code);
        }

        // Two threads may both make one, and make the same.
        var all = readings ??= new FactReading[FactCodes.UnknownWord + 1];
        return all[FactCodes.ToByte(Type, code)] ??= new(new(this, null), code);
    }

    /// <summary>A value in words, as a reader of a report expects it. Of texts and lists rules see only whether there is anything.</summary>
    internal string InWords(long code) => code == Unknown ? "not known" : code == NotApplicable ? DoesNotApply.Word : Type switch
    {
        FactType.YesNo => code == 1 ? "yes" : "no",
        FactType.Word => SpokenWords[(int)code],
        FactType.Words => code == 0 ? "none" : Words.List([.. SpokenIn(code)]),
        FactType.Number or FactType.WholeNumber => DecodeNumber(code).ToString("0.####", CultureInfo.InvariantCulture),
        FactType.Date => CalendarDay.Write(DateOnly.FromDayNumber((int)code)),
        FactType.Text => code == 0 ? "blank" : "given",
        _ => "given",
    };

    /// <summary>A text of the fact, its meaning or one of its words, with the language that it is in.</summary>
    internal Passage Said(string? text) => InLanguages.Said(text, Language);

    /// <summary><see cref="InPlainWords"/> with the language that it is in.</summary>
    internal Passage SaidInPlainWords => Said(Meaning).Select(Words.WithoutBrackets);

    /// <summary>The words of the fact as people say them, each with the language that it is in.</summary>
    internal IReadOnlyList<Passage> SaidWords => [.. SpokenWords.Select(Said)];

    /// <summary>A value in words, as <see cref="InWords"/> gives it, with the language of each word.</summary>
    internal Passage Said(long code) => !IsValue(code) ? InWords(code) : Type switch
    {
        FactType.Word => Said(SpokenWords[(int)code]),
        FactType.Words when code != 0 => Passage.List([.. SpokenIn(code).Select(Said)]),
        _ => InWords(code),
    };

    /// <summary>A value in words, as <see cref="InFull(object?)"/> gives it, with the language of each word.</summary>
    internal Passage SaidInFull(object? value) => value is not (null or DoesNotApply) && Type is FactType.Word or FactType.Words && !IsUnread(value) ? Said(CodeOf(value)) : InFull(value);

    /// <summary>A value in words with all that it says: unlike rules, readers want to see what is in a text or a list.</summary>
    internal string InFull(object? value) => value switch
    {
        null => InWords(Unknown),
        string text when Type == FactType.Text && !string.IsNullOrWhiteSpace(text) => $"\"{Shown.Name(text)}\"",
        string word when IsUnread(word) => Words.Humanize(ExtensionForm.PartsOf(word).Word),
        FactList<Partner> partners => InFull(partners.Select(partner => Shown.Name(partner.Name)).Order(Names.Order)),
        FactList<Saving> savings => InFull(savings.Select(SavingInWords)),
        _ => InWords(CodeOf(value)),
    };

    private static string InFull(IEnumerable<string> entries) => entries.ToList() is { Count: > 0 } list ? Words.List(list) : "none";

    /// <summary>The first part that is known, which is the amount where it is, and the others in brackets: <c>1400000 ("first two years", "one interviewee")</c>.</summary>
    private static string SavingInWords(Saving saving)
    {
        var known = FactRegistry.Default.Saving.Root.Facts.Where(part => part.Store.Get(saving) is not null).Select(part => part.InFull(part.Store.Get(saving))).ToList();
        return known switch
        {
            [] => "not known",
            [var only] => only,
            [var first, .. var others] => $"{first} ({string.Join(", ", others)})",
        };
    }

    /// <summary>The words whose bits are set.</summary>
    internal IEnumerable<string> WordsIn(long bits) => In(AllowedWords, bits);

    /// <summary>The words whose bits are set, as people say them.</summary>
    internal IEnumerable<string> SpokenIn(long bits) => In(SpokenWords, bits);

    private static IEnumerable<string> In(IReadOnlyList<string> words, long bits)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if ((bits >> i & 1) != 0)
            {
                yield return words[i];
            }
        }
    }
}
