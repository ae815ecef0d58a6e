using CollabRisk.Facts;

namespace CollabRisk.Conditions;

/// <summary>Values to try where there are too many to try all: of every class that no test tells apart there is one among them.</summary>
internal static class ValueCandidates
{
    /// <summary>The two answers, or each of the words.</summary>
    /// <param name="fact">A yes/no fact or a word.</param>
    public static IEnumerable<long> All(Fact fact) => Enumerable.Range(0, fact.Type == FactType.Word ? fact.AllowedWords.Count : 2).Select(number => (long)number);

    /// <summary>
    /// Numbers, or days, that a person would give: those at which tests can change, and between every two of them, and beyond the last,
    /// the ones next to them by a whole one; where no whole one is between, the middle. In rising order.
    /// </summary>
    /// <param name="fact">A number or a day.</param>
    /// <param name="turns">The numbers with which it is compared.</param>
    public static SortedSet<long> PlainNumbers(Fact fact, IEnumerable<long> turns)
    {
        var one = fact.Type == FactType.Date ? 1 : Fact.Encode(1);
        var (smallest, largest) = FactValues.CodeLimits(fact);
        var step = StepOf(fact);
        long[] at = [.. turns.SelectMany(turn => new[] { AtMost(turn, step), -AtMost(-turn, step) }).Where(turn => turn >= smallest && turn <= largest).Distinct().Order()];
        if (at.Length == 0)
        {
            return [Math.Clamp(0, smallest, largest)];
        }

        var numbers = new SortedSet<long>(at);
        for (var i = 0; i <= at.Length; i++)
        {
            var (low, high) = (i == 0 ? smallest - 1 : at[i - 1], i == at.Length ? largest + 1 : at[i]);
            long[] whole = [.. new[] { i == 0 ? high - one : low + one, i == at.Length ? low + one : high - one }.Where(number => number > low && number < high)];
            numbers.UnionWith(whole.Length > 0 ? whole : [AtMost(low + ((high - low) / 2), step)]);
        }

        numbers.RemoveWhere(number => number < smallest || number > largest);
        return numbers;
    }

    /// <summary>Values in classes that no mark tells apart.</summary>
    /// <param name="values">The values.</param>
    /// <param name="marks">What tells values apart.</param>
    public static IEnumerable<IGrouping<string, long>> Classes(IEnumerable<long> values, IReadOnlyCollection<Func<long, long>> marks) =>
        values.GroupBy(value => Mark(value, marks), StringComparer.Ordinal);

    /// <summary>What the marks say of a value; values of one class have the same.</summary>
    public static string Mark(long value, IReadOnlyCollection<Func<long, long>> marks) => string.Join(' ', marks.Select(mark => mark(value)));

    /// <summary>
    /// The numbers, or days, at which tests can change, and the very next ones on both sides of each, to tell where a range ends; with
    /// both limits of the fact. In rising order.
    /// </summary>
    /// <param name="fact">A number or a day.</param>
    /// <param name="turns">The numbers with which it is compared.</param>
    public static SortedSet<long> Numbers(Fact fact, IEnumerable<long> turns)
    {
        var step = StepOf(fact);
        var (smallest, largest) = FactValues.CodeLimits(fact);
        var numbers = new SortedSet<long>();
        foreach (var turn in turns.Append(smallest).Append(largest))
        {
            var at = AtMost(turn, step);
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

    private static long StepOf(Fact fact) => fact.Type == FactType.WholeNumber ? Fact.Encode(1) : 1;

    /// <summary>The greatest value of a fact that is not above a number.</summary>
    private static long AtMost(long number, long step) => number - (((number % step) + step) % step);
}
