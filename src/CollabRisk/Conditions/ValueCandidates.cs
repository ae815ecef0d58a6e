using CollabRisk.Facts;

namespace CollabRisk.Conditions;

/// <summary>Values to try where there are too many to try all: of every class that no test tells apart there is one among them.</summary>
internal static class ValueCandidates
{
    /// <summary>
    /// The numbers, or days, at which tests can change, and the next ones on both sides of each; with both limits of the fact. In
    /// rising order.
    /// </summary>
    /// <param name="fact">A number or a day.</param>
    /// <param name="turns">The numbers with which it is compared.</param>
    public static SortedSet<long> Numbers(Fact fact, IEnumerable<long> turns)
    {
        var step = fact.Type == FactType.WholeNumber ? Fact.Encode(1) : 1;
        var (smallest, largest) = FactValues.CodeLimits(fact);
        var numbers = new SortedSet<long>();
        foreach (var turn in turns.Append(smallest).Append(largest))
        {
            // The greatest value of the fact that is not above the turn.
            var at = turn - (((turn % step) + step) % step);
            numbers.UnionWith(new[] { at - step, at, at + step }.Where(number => number >= smallest && number <= largest));
        }

        return numbers;
    }

    /// <summary>
    /// Sets of words. Of words that all tests treat alike a test can only see whether none, some or all are in the set. Null where
    /// there are more than can be tried.
    /// </summary>
    /// <param name="fact">A set of words.</param>
    /// <param name="asked">The sets of words that tests name.</param>
    /// <param name="most">How many can be tried.</param>
    public static List<long>? Sets(Fact fact, IEnumerable<long> asked, int most)
    {
        long[] masks = [.. asked.Distinct()];
        var sets = new List<long> { 0 };
        foreach (var alike in Enumerable.Range(0, fact.AllowedWords.Count)
            .GroupBy(word => string.Concat(masks.Select(mask => mask >> word & 1)), StringComparer.Ordinal))
        {
            var all = alike.Aggregate(0L, static (bits, word) => bits | 1L << word);
            var some = all & -all;
            long[] parts = [.. new[] { 0, some, all }.Distinct()];
            sets = [.. sets.SelectMany(set => parts.Select(part => set | part))];
            if (sets.Count > most)
            {
                return null;
            }
        }

        return [.. sets.Distinct()];
    }
}
