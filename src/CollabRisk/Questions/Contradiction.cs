using CollabRisk.Facts;

namespace CollabRisk.Questions;

/// <summary>
/// Finds what an answer contradicts. Some facts follow from others, so that an answer about a partner may change what is
/// known of the whole, and some values cannot both be so; such an answer and what is known cannot both be right.
/// </summary>
internal static class Contradiction
{
    /// <summary>
    /// The first fact, in the order of the model, that is known before and is not the same after, or else one that is known before
    /// and cannot be so after; <see langword="null"/> where there is none.
    /// </summary>
    public static FactReading? Between(FactTable before, FactTable after) => Changed(before, after) ?? MadeImpossible(before, after);

    private static FactReading? MadeImpossible(FactTable before, FactTable after)
    {
        var already = ImpossiblePairs.In(before).ToHashSet();
        foreach (var pair in ImpossiblePairs.In(after).Where(pair => !already.Contains(pair)))
        {
            foreach (var known in new[] { pair.One, pair.Other }.Where(fact => before[fact, -1] != Fact.Unknown))
            {
                return before.ReadingOf(new(known, -1));
            }
        }

        return null;
    }

    private static FactReading? Changed(FactTable before, FactTable after)
    {
        // An answer is about one partner, or none, so that the rows of all others are as they were.
        var changed = Enumerable.Range(0, before.Listed.Count).Select(row => (Row: row, Now: after.RowOf(before.Listed[row].Name)))
            .Where(each => each.Now < 0 || !before.HasSameCodes(each.Row, after, each.Now)).ToArray();
        foreach (var fact in before.Registry.Facts)
        {
            if (!fact.IsPerPartner)
            {
                if (before[fact, -1] is var code && code != Fact.Unknown && after[fact, -1] != code)
                {
                    return before.ReadingOf(new(fact, -1));
                }

                continue;
            }

            foreach (var (row, now) in changed)
            {
                if (before[fact, row] is var code && code != Fact.Unknown && (now < 0 || after[fact, now] != code))
                {
                    return before.ReadingOf(new(fact, row));
                }
            }
        }

        return null;
    }
}
