using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.Remedies;

/// <summary>Values of a fact that no test of the rule book tells apart.</summary>
/// <param name="Code">The value that stands for them: the one nearest to the present value.</param>
/// <param name="Others">The other words of the class, in order; not listed for numbers.</param>
internal sealed record ValueClass(long Code, IReadOnlyList<long> Others);

/// <summary>
/// Sorts the values of a fact into classes that no test of the rule book tells apart, so that a search over a few classes is a
/// search over all values. All rules have a say, not only those the search is about: then a class does the same throughout,
/// side effects included.
/// </summary>
internal sealed class ValueClasses
{
    private readonly FactTable facts;
    private readonly ILookup<Fact, FactTest> tests;
    private readonly HashSet<Fact> comparedBetweenPartners;
    private readonly List<(Fact Left, Fact Right)> numberPairs;
    private readonly ILookup<Fact, PartnersSum> sums;

    /// <param name="conditions">The conditions of all rules.</param>
    /// <param name="facts">The facts as they are.</param>
    public ValueClasses(IEnumerable<Condition> conditions, FactTable facts)
    {
        this.facts = facts;
        var nodes = conditions.SelectMany(condition => condition.All).ToList();
        tests = nodes.OfType<FactTest>().ToLookup(test => test.Fact);
        comparedBetweenPartners = [.. nodes.OfType<PartnersDiffer>().SelectMany(node => node.OwnFacts)];
        sums = nodes.OfType<PartnersSum>().DistinctBy(sum => sum.ToString(), StringComparer.Ordinal).ToLookup(sum => sum.Fact);
        numberPairs = [.. nodes.OfType<NumberPairTest>().Select(Sides).Distinct()];

        static (Fact, Fact) Sides(Condition node) => (node.OwnFacts[0], node.OwnFacts[^1]);
    }

    /// <summary>The classes of the place's values, without the one of its present value.</summary>
    public IReadOnlyList<ValueClass> OtherThanNow(FactCell cell)
    {
        var now = facts[cell.Fact, cell.Row];
        var marks = Marks(cell);
        var nowMark = !Fact.IsValue(now) ? null : ValueCandidates.Mark(now, marks);
        return
        [
            .. ValueCandidates.Classes(Candidates(cell), marks)
                .Where(same => same.Key != nowMark)
                .Select(same => same.OrderBy(code => Distance(code, now)).ThenBy(code => code).ToList())
                .Select(same => new ValueClass(same[0], cell.Fact.Type == FactType.Word ? [.. same.Skip(1).Order()] : []))
                .OrderBy(each => each.Code),
        ];
    }

    private List<Func<long, long>> Marks(FactCell cell)
    {
        var fact = cell.Fact;
        var marks = tests[fact].Select(test => (Func<long, long>)(code => test.Holds(code) ? 1 : 0)).ToList();
        if (fact.Type is FactType.Number or FactType.WholeNumber)
        {
            if (IsComparedWithFacts(fact))
            {
                // Compared with other facts: distinguished by where it is among all that it is compared with.
                var boundaries = Boundaries(cell);
                marks.Add(code => boundaries.Count(boundary => boundary <= code) + boundaries.Count(boundary => boundary < code));
            }
        }
        else if (comparedBetweenPartners.Contains(fact) || ImpossiblePairs.Knows(fact))
        {
            marks.Add(code => code);
        }

        return marks;
    }

    /// <summary>None for what no rule compares with a number: nothing would come of changing it.</summary>
    private IEnumerable<long> Candidates(FactCell cell) =>
        cell.Fact.Type is FactType.YesNo or FactType.Word ? ValueCandidates.All(cell.Fact)
        : Boundaries(cell) is { Count: > 0 } boundaries ? ValueCandidates.PlainNumbers(cell.Fact, boundaries)
        : [];

    /// <summary>The numbers at which some test changes its answer, in rising order; with the limits where it is compared with other facts.</summary>
    private List<long> Boundaries(FactCell cell)
    {
        var constants = tests[cell.Fact].OfType<NumberTest>().Select(test => test.Constant);
        var others = OthersBesideConstants(cell).ToList();
        if (IsComparedWithFacts(cell.Fact))
        {
            others.AddRange(new[] { cell.Fact.Minimum ?? 0, cell.Fact.Maximum }.OfType<decimal>().Select(Fact.Encode));
        }

        return [.. constants.Concat(others).Distinct().Order()];
    }

    private bool IsComparedWithFacts(Fact number) =>
        numberPairs.Exists(pair => pair.Left == number || pair.Right == number) || comparedBetweenPartners.Contains(number) || sums.Contains(number);

    /// <summary>The present values of other facts with which a number is compared, and what is missing in a sum.</summary>
    private IEnumerable<long> OthersBesideConstants(FactCell cell) =>
        numberPairs.SelectMany(pair => pair.Left == cell.Fact ? KnownOf(pair.Right) : pair.Right == cell.Fact ? KnownOf(pair.Left) : [])
            .Concat(comparedBetweenPartners.Contains(cell.Fact) ? OfOtherPartners(cell) : [])
            .Concat(sums[cell.Fact].SelectMany(sum => sum.TurnsOf(facts, cell.Row)));

    /// <summary>The present values of a fact, of every partner for a partner's fact.</summary>
    private IEnumerable<long> KnownOf(Fact other) =>
        Enumerable.Range(0, other.IsPerPartner ? facts.Listed.Count : 1).Select(row => facts[other, row]).Where(Fact.IsValue).Distinct();

    private IEnumerable<long> OfOtherPartners(FactCell cell) =>
        Enumerable.Range(0, facts.Listed.Count).Where(row => row != cell.Row).Select(row => facts[cell.Fact, row]).Where(Fact.IsValue).Distinct();

    private static long Distance(long code, long now) => !Fact.IsValue(now) ? 0 : Math.Abs(code - now);
}
