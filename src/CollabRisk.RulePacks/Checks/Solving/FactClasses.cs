using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.RulePacks.Checks.Solving;

/// <summary>
/// The values of facts, in classes that none of some conditions tells apart: one value stands for each class. Values of which a
/// condition compares two facts are not settled by their classes; such comparisons are choices of their own.
/// </summary>
internal sealed class FactClasses(IReadOnlyList<Condition> nodes)
{
    /// <summary>More sets of words than this are not tried.</summary>
    private const int MostSets = 2_000;

    private readonly ILookup<Fact, FactTest> tests = nodes.OfType<FactTest>().ToLookup(test => test.Fact);
    private readonly HashSet<Fact> compared = [.. nodes.OfType<PartnersDiffer>().Select(node => node.Fact)];
    private readonly HashSet<Fact> parts = [.. nodes.OfType<SubsetTest>().Select(node => node.Left)];
    private readonly Dictionary<Fact, IReadOnlyList<long>?> known = [];

    /// <summary>Whether each class of the fact holds one value, so that two of one class are the same.</summary>
    public static bool AreSingle(Fact fact) => fact.Type is FactType.YesNo or FactType.Word;

    /// <summary>A value of each class, then unknown; null where there are too many to try.</summary>
    public IReadOnlyList<long>? Of(Fact fact)
    {
        if (!known.TryGetValue(fact, out var classes))
        {
            known.Add(fact, classes = Classes(fact));
        }

        return classes;
    }

    /// <summary>
    /// Between what a sum of the fact over partners may lie, be it known or not: every pair of numbers, the smaller first, that the tests of
    /// such a sum tell apart, once with a number in it that is known and once without.
    /// </summary>
    public IReadOnlyList<(long Least, long Most, bool HasValue)> SumsOf(Fact fact)
    {
        var turns = nodes.OfType<PartnersSum>().Where(sum => sum.Fact == fact).Select(sum => sum.Constant).Distinct().Order().ToList();
        List<long> around = [.. turns.SelectMany(turn => new[] { turn - 1, turn, turn + 1 }).Distinct().Order()];
        List<(long Least, long Most)> ranges = [.. from least in around from most in around where most >= least select (least, most)];
        return [.. ranges.Select(range => (range.Least, range.Most, true)), .. ranges.Select(range => (range.Least, range.Most, false))];
    }

    private List<long>? Classes(Fact fact)
    {
        if (Candidates(fact) is not { } candidates)
        {
            return null;
        }

        List<Func<long, long>> marks = [.. tests[fact].Select(test => (Func<long, long>)(code => test.Holds(code) ? 1 : 0))];
        if (parts.Contains(fact))
        {
            marks.Add(static code => code == 0 ? 1 : 0);
        }

        var isExact = compared.Contains(fact) && AreSingle(fact);
        return [.. isExact ? candidates : ValueCandidates.Classes(candidates, marks).Select(alike => alike.First()), Fact.Unknown];
    }

    private IEnumerable<long>? Candidates(Fact fact) => fact.Type switch
    {
        FactType.YesNo or FactType.Text or FactType.Word => ValueCandidates.All(fact),
        FactType.Words => ValueCandidates.Sets(fact, tests[fact].OfType<SetTest>().Select(test => (long)test.WordBits), MostSets),
        FactType.Number or FactType.WholeNumber or FactType.Date => ValueCandidates.PlainNumbers(fact, tests[fact].OfType<NumberTest>().Select(test => test.Constant)),
        _ => [0],
    };
}
