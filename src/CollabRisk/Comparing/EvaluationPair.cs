using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Rules.Building;

namespace CollabRisk.Comparing;

/// <summary>
/// Two evaluations side by side: which partners belong together, which facts moved, and which rules are not the same.
/// Everything is read from the two evaluations; nothing is evaluated in another way.
/// </summary>
internal sealed class EvaluationPair
{
    /// <summary>Up to so many moves are looked through, which is faster than to make a dictionary; most steps have one.</summary>
    private const int FewMoves = 8;

    private readonly List<(Fact Fact, int Partner, FactMove Move)> moves = [];
    private Dictionary<(Fact Fact, int Partner), FactMove>? byCell;
    private readonly Dictionary<string, bool> sameRules = new(StringComparer.Ordinal);
    private List<PartnerPair>? partners;

    /// <summary>Puts two evaluations side by side.</summary>
    /// <param name="before">The one.</param>
    /// <param name="after">The other.</param>
    /// <param name="newNames">The names of partners in both by those that they had before, where these were spelt in another way.</param>
    public EvaluationPair(EvaluationState before, EvaluationState after, IReadOnlyDictionary<string, string> newNames)
    {
        Before = before;
        After = after;
        AddMovesOfCollaboration();

        foreach (var (was, now) in newNames.OrderBy(name => name.Value, Text.Names.Order))
        {
            var name = before.Facts.Registry.PartnerName;
            moves.Add((name, Partners.Index().First(each => each.Item.Now?.Name == now).Index, new FactMove(name, now, was, now, after.Facts.Given.Remarks)));
        }

        // Most steps leave the partners as they are.
        var changed = new List<int>();
        for (var pair = 0; !ReferenceEquals(before.Facts.Listed, after.Facts.Listed) && pair < Partners.Count; pair++)
        {
            if (Partners[pair].Was != Partners[pair].Now)
            {
                changed.Add(pair);
            }
        }

        foreach (var fact in changed.Count == 0 ? [] : OfPartner())
        {
            changed.ForEach(pair => AddMove(fact, pair));
        }
    }

    public EvaluationState Before { get; }

    public EvaluationState After { get; }

    /// <summary>The partners of both sides, by name; at the end, where a side has them, the partners that are not listed.</summary>
    public IReadOnlyList<PartnerPair> Partners => partners ??= PairUp(Before.Facts, After.Facts);

    private bool HasSameRegistry => Before.Facts.Registry == After.Facts.Registry;

    /// <summary>The facts that moved, in the order of the model, a partner's by the names of the partners.</summary>
    public IEnumerable<FactMove> Moves => moves.Select(each => each.Move);

    /// <summary>Those of some moves, in the same order.</summary>
    public IReadOnlyList<FactMove> MovesAmong(HashSet<FactMove> some)
    {
        var among = new List<FactMove>(some.Count);
        foreach (var each in moves)
        {
            if (some.Contains(each.Move))
            {
                among.Add(each.Move);
            }
        }

        return among.AsReadOnly();
    }

    /// <summary>The move of a fact, of a partner where it is a partner's; null where it did not move.</summary>
    public FactMove? MoveOf(Fact fact, int partner)
    {
        (fact, partner) = (OfPair(fact), fact.IsPerPartner ? partner : -1);
        if (moves.Count > FewMoves)
        {
            return (byCell ??= moves.ToDictionary(each => (each.Fact, each.Partner), each => each.Move)).GetValueOrDefault((fact, partner));
        }

        foreach (var each in moves)
        {
            if (each.Fact == fact && each.Partner == partner)
            {
                return each.Move;
            }
        }

        return null;
    }

    /// <summary>All moves of a fact, whichever partner's.</summary>
    public IEnumerable<FactMove> MovesOf(Fact fact) => moves.Where(each => each.Fact == OfPair(fact)).Select(each => each.Move);

    /// <summary>The pair to which the partner of a finding belongs; -1 where it is about the collaboration.</summary>
    public int PairOf(Finding finding, bool before)
    {
        // Every row before it has a pair of its own, so its own is never before it.
        for (var pair = finding.PartnerRow; pair >= 0 && pair < Partners.Count; pair++)
        {
            if (finding.PartnerRow == (before ? Partners[pair].Before : Partners[pair].After))
            {
                return pair;
            }
        }

        return -1;
    }

    /// <summary>Whether both rule books have the rule and it finds and says the same on the same facts.</summary>
    public bool IsSameRule(string code)
    {
        if (Before.Book == After.Book)
        {
            return true;
        }

        if (!sameRules.TryGetValue(code, out var same))
        {
            same = Before.Book.Find(code) is { } was && After.Book.Find(code) is { } now && RuleBookDigest.AreSame(was, now);
            sameRules.Add(code, same);
        }

        return same;
    }

    private static List<PartnerPair> PairUp(FactTable before, FactTable after)
    {
        var pairs = new List<PartnerPair>(Math.Max(before.PartnerRows, after.PartnerRows));
        var (was, now) = (0, 0);
        while (was < before.Listed.Count || now < after.Listed.Count)
        {
            // Both lists are in the order of the names.
            var order = was == before.Listed.Count ? 1
                : now == after.Listed.Count ? -1
                : Text.Names.Compare(before.Listed[was].Name, after.Listed[now].Name);
            pairs.Add(new PartnerPair(
                order <= 0 ? was : RowOfUnlisted(before),
                order >= 0 ? now : RowOfUnlisted(after),
                order <= 0 ? before.Listed[was] : null,
                order >= 0 ? after.Listed[now] : null));
            was += order <= 0 ? 1 : 0;
            now += order >= 0 ? 1 : 0;
        }

        if (before.Missing > 0 || after.Missing > 0)
        {
            pairs.Add(new PartnerPair(RowOfUnlisted(before), RowOfUnlisted(after), null, null));
        }

        return pairs;

        static int RowOfUnlisted(FactTable facts) => facts.Missing > 0 ? facts.Listed.Count : -1;
    }

    /// <summary>The fact by which moves are known. Two rule books may each declare a fact with the same path.</summary>
    private Fact OfPair(Fact fact) => HasSameRegistry ? fact : Before.Facts.Registry.Find(fact.Path) ?? fact;

    /// <summary>
    /// Adds the moves of facts of the collaboration, in the order of the model. Where both sides have the same facts, those are asked whose codes differ,
    /// and of groups that are other objects those whose codes do not say all of the value; otherwise all.
    /// </summary>
    private void AddMovesOfCollaboration()
    {
        var row = Before.Facts.Registry.Collaboration;
        if (!HasSameRegistry)
        {
            AddMoves([.. row.Facts, .. OnlyAfter(After.Facts.Registry.Collaboration)]);
            return;
        }

        foreach (var fact in After.MovedSince(Before))
        {
            if (!fact.IsBeyondCode)
            {
                AddMove(fact, -1);
            }
        }

        // Most steps keep most groups as the objects that they were. Words of packs, and what does not apply, are kept by the collaboration.
        var (was, now) = (Before.Facts.Given, After.Facts.Given);
        var areSameBesides = ReferenceEquals(was.AddedWords, now.AddedWords) && ReferenceEquals(was.NotApplicable, now.NotApplicable);
        foreach (var (group, beyond) in row.BeyondCodes)
        {
            if (!areSameBesides || !ReferenceEquals(group.In(was), group.In(now)))
            {
                AddMoves(beyond);
            }
        }

        if (moves.Count > 1)
        {
            moves.Sort(static (one, other) => one.Fact.Index - other.Fact.Index);
        }
    }

    private void AddMoves(Fact[] ofCollaboration)
    {
        foreach (var fact in ofCollaboration)
        {
            AddMove(fact, -1);
        }
    }

    /// <summary>The facts of a partner, but for the name: a new one makes another partner, and the list of partners says so.</summary>
    private IEnumerable<Fact> OfPartner() => Before.Facts.Registry.Partner.Facts.Concat(OnlyAfter(After.Facts.Registry.Partner))
        .Where(fact => fact != Before.Facts.Registry.PartnerName);

    private IEnumerable<Fact> OnlyAfter(FactRegistry.FactRow row) =>
        HasSameRegistry ? [] : row.Facts.Where(fact => Before.Facts.Registry.Find(fact.Path) is null);

    private void AddMove(Fact fact, int partner)
    {
        var (was, now) = partner < 0
            ? (ValueOf(fact, Before.Facts), ValueOf(fact, After.Facts))
            : (ValueOf(fact, Partners[partner].Was), ValueOf(fact, Partners[partner].Now));
        if (HasMoved(fact, was, now))
        {
            moves.Add((fact, partner, new FactMove(fact, partner < 0 ? null : (Partners[partner].Was ?? Partners[partner].Now)!.Name, was, now, After.Facts.Given.Remarks)));
        }
    }

    /// <summary>Whether a fact moved. Of the list of partners, only who they are: what is known of them are facts of their own.</summary>
    private bool HasMoved(Fact fact, object? was, object? now) => fact == Before.Facts.Registry.PartnerList
        ? !ReferenceEquals(was, now) && ((was is null) != (now is null) || !Names(Before.Facts).SequenceEqual(Names(After.Facts), StringComparer.Ordinal))
        : !Equals(was, now);

    /// <summary>The value of a fact of the collaboration. Most cannot follow from others, and are as they were given.</summary>
    private static object? ValueOf(Fact fact, FactTable facts) => fact.ValueIn(fact.CanFollow ? facts.Collaboration : facts.Given);

    private static object? ValueOf(Fact fact, Partner? partner) => partner is null ? null : fact.ValueIn(partner);

    private static IEnumerable<string> Names(FactTable facts) => facts.Listed.Select(listed => listed.Name);
}

/// <summary>A partner before and after. A partner that only one side lists was among the unlisted ones of the other, if it had any.</summary>
/// <param name="Before">The row before; -1 where there was none.</param>
/// <param name="After">The row after; -1 where there is none.</param>
/// <param name="Was">The partner as it was listed before, if it was.</param>
/// <param name="Now">The partner as it is listed after, if it is.</param>
internal readonly record struct PartnerPair(int Before, int After, Partner? Was, Partner? Now)
{
    /// <summary>Whether both sides list the partner, or neither does.</summary>
    public bool IsListedAlike => (Was is null) == (Now is null);

    /// <summary>Whether both sides have a row for it.</summary>
    public bool IsOnBothSides => Before >= 0 && After >= 0;
}
