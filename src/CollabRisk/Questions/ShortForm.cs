using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Questions;

/// <summary>The few questions that decide most of what a rule book can raise at Moderate or High.</summary>
/// <remarks>
/// <para>
/// A question is a page with up to five lines about one matter, each with an answer of its own, as questionnaires on partnerships
/// have them; a line that an earlier answer made needless is left out. At most thirty questions with ninety lines: a quarter of an hour at ten seconds a line, which no one has measured with people yet.
/// Each rule pack that was read from files adds a part of its own, at most half as long, and takes nothing away.
/// </para>
/// <para>
/// Worked out from the conditions of the rules, so that it follows the packs that are chosen; the same rule book always gives the same
/// form. Immutable and thread-safe.
/// </para>
/// </remarks>
public sealed class ShortForm
{
    /// <summary>How many questions the form has at most, without the parts for packs that were read from files.</summary>
    public const int MostQuestions = 30;

    /// <summary>How many lines the form has at most, without the parts for packs that were read from files.</summary>
    public const int MostLines = 90;

    /// <summary>How many questions the part for one pack has at most.</summary>
    public const int MostQuestionsOfPack = 15;

    /// <summary>How many lines the part for one pack has at most.</summary>
    public const int MostLinesOfPack = 45;

    private const int MostLinesOfOne = 5;

    /// <summary>A partner's fact is a line for each partner, and there are two at least.</summary>
    private const int PartnersAtLeast = 2;

    /// <summary>Each is worked out once, however many ask for it at the same time: it takes seconds.</summary>
    private static readonly ConditionalWeakTable<RuleBook, Lazy<ShortForm>> Made = [];

    /// <summary>The parts for one pack alone, by its id.</summary>
    private static readonly ConditionalWeakTable<RuleBook, ConcurrentDictionary<string, Lazy<ShortForm>>> MadeOfPacks = [];

    private ShortForm(IReadOnlyList<ShortQuestion> questions) => Questions = questions;

    /// <summary>The questions, those that decide most first.</summary>
    public IReadOnlyList<ShortQuestion> Questions { get; }

    /// <summary>How many lines there are, with two partners.</summary>
    public int Lines => Questions.Sum(question => question.Facts.Sum(LinesOf));

    /// <summary>How many lines there are with some partners: each has a line for a partner's fact.</summary>
    internal int LinesFor(int partners) => Questions.SelectMany(question => question.Facts).Sum(fact => fact.IsPerPartner ? partners : 1);

    /// <summary>The short form of a rule book. Worked out when it is first asked for.</summary>
    /// <param name="book">The rule book.</param>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is <see langword="null"/>.</exception>
    public static ShortForm Of(RuleBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return Made.GetValue(book, static book => new(() => new(Choose(book)))).Value;
    }

    /// <summary>A short form for the rules of one pack alone, half as long, for those who have answered the rest already. Worked out when it is first asked for.</summary>
    /// <param name="book">A rule book with the pack.</param>
    /// <param name="packId">The id of the pack, such as <c>collabrisk.partnership-guidance</c>.</param>
    /// <exception cref="ArgumentNullException">One of the arguments is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The rule book has no pack with this id.</exception>
    public static ShortForm OfPack(RuleBook book, string packId)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(packId);
        return book.Packs.Any(pack => pack.Id == packId)
            ? MadeOfPacks.GetOrCreateValue(book).GetOrAdd(packId, id => new(() => new(InOrder(book, Choose(book, new RuleChances(book, rule => rule.PackId == id), MostQuestionsOfPack, MostLinesOfPack, []))))).Value
            : throw new ArgumentException(NoPack(book, packId), nameof(packId));
    }

    /// <summary>What is said of a pack that the rule book does not have.</summary>
    internal static string NoPack(RuleBook book, string packId) =>
        $"The rule book has no pack '{Shown.Name(packId)}'. It has {Words.List([.. book.Packs.Select(pack => pack.Id)])}.";

    /// <summary>The form for the rules in code, and after it a part for each pack that was read from files: who adds a pack is not asked less about the rest.</summary>
    private static IReadOnlyList<ShortQuestion> Choose(RuleBook book)
    {
        var packs = book.Rules.Where(rule => rule.Place is not null).Select(rule => rule.PackId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (packs.Count == 0 || book.Rules.All(rule => rule.Place is not null))
        {
            return InOrder(book, Choose(book, new RuleChances(book), MostQuestions, MostLines, []));
        }

        var pages = Choose(book, new RuleChances(book, rule => rule.Place is null), MostQuestions, MostLines, []);
        foreach (var pack in packs)
        {
            pages = Choose(book, new RuleChances(book, rule => rule.PackId == pack), pages.Count + MostQuestionsOfPack, pages.Sum(LinesIn) + MostLinesOfPack, pages);
        }

        return InOrder(book, pages);
    }

    private static IReadOnlyList<ShortQuestion> InOrder(RuleBook book, IEnumerable<IReadOnlyList<Fact>> pages) =>
        [.. pages.Select(page => new ShortQuestion([.. book.Facts.Facts.Where(page.Contains)]))];

    /// <summary>
    /// Takes one fact after the other, each time the one that decides most for each line it costs, until the form is full. What a
    /// question takes for granted comes with it, and the list of partners with a partner's fact.
    /// </summary>
    private static List<List<Fact>> Choose(RuleBook book, RuleChances chances, int mostQuestions, int mostLines, List<List<Fact>> pages)
    {
        var facts = book.Facts.Facts.Where(fact => !fact.IsDerived && fact.ExpertBecause is null && chances.IsRead(fact)).ToList();
        var chosen = pages.SelectMany(page => page).ToHashSet();
        while (facts.Where(fact => !chosen.Contains(fact))
            .Select(fact => WithGround(fact, book.Facts, chosen))
            .Where(added => LinesIn(chosen) + LinesIn(added) <= mostLines && PagesWith(pages, added).Count <= mostQuestions)
            .Select(added => (Added: added, Gain: chances.Gain(chosen, added) / LinesIn(added)))
            .Where(each => each.Gain > 0)
            .DefaultIfEmpty()
            .MaxBy(each => each.Gain) is { Added: { } best })
        {
            chosen.UnionWith(best);
            pages = PagesWith(pages, best);
        }

        return pages;
    }

    private static int LinesIn(IEnumerable<Fact> facts) => facts.Sum(LinesOf);

    private static int LinesOf(Fact fact) => fact.IsPerPartner ? PartnersAtLeast : 1;

    /// <summary>The pages with further facts: on a page of their matter that has room, or on one of their own.</summary>
    private static List<List<Fact>> PagesWith(List<List<Fact>> pages, List<Fact> added)
    {
        var all = pages.ConvertAll(page => page.ToList());
        foreach (var fact in added)
        {
            if (all.Find(page => page.Count < MostLinesOfOne && ShortQuestion.MatterOf(page[0]) == ShortQuestion.MatterOf(fact)) is { } page)
            {
                page.Add(fact);
            }
            else
            {
                all.Add([fact]);
            }
        }

        return all;
    }

    /// <summary>A fact after those that have to be asked for before it, as far as they are not chosen yet.</summary>
    private static List<Fact> WithGround(Fact fact, FactRegistry registry, HashSet<Fact> chosen)
    {
        var added = new List<Fact>();
        for (var each = fact; each is not null; each = Presuppositions.Of(each))
        {
            added.Insert(0, each);
        }

        if (fact.IsPerPartner)
        {
            added.Insert(0, registry.PartnerList);
        }

        added.RemoveAll(chosen.Contains);
        return added;
    }
}

/// <summary>A question of the short form: a page with one line or several about one matter.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ShortQuestion
{
    internal ShortQuestion(IReadOnlyList<Fact> facts) => Facts = facts;

    /// <summary>What the question is about: the matter of its lines, or the question itself where there is one line.</summary>
    public string Heading => Facts.Count == 1 ? Facts[0].Question : MatterOf(Facts[0]) is { Length: > 0 } matter ? Words.Capitalize(matter) : "The collaboration";

    /// <summary>The facts of the lines, in the order of the model; each partner has a line for a partner's fact.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>The heading.</summary>
    public override string ToString() => Heading;

    /// <summary>What a fact is about: its group, of one that a pack declares in no group the pack's prefix, or where several groups have the same facts, what it says of all of them.</summary>
    internal static string MatterOf(Fact fact)
    {
        if (fact.IsPerPartner)
        {
            return "each partner";
        }

        if (FactRegistry.NameAmongExtensions(fact.Path) is { } name)
        {
            return Words.Humanize(ExtensionForm.GroupOf(name) is { } ofPack ? ofPack[(ofPack.IndexOf('.', StringComparison.Ordinal) + 1)..] : name[..name.IndexOf('.', StringComparison.Ordinal)]);
        }

        var group = fact.Owner;
        if (group.Parent is not { } parent)
        {
            return "";
        }

        var same = parent.Groups.Exists(other => other != group && other.Facts.Exists(each => each.Name == fact.Name));
        return $"{(parent.Name.Length > 0 ? Words.Humanize(parent.Name) + ": " : "")}{Words.Humanize(same ? fact.Name : group.Name)}";
    }
}
