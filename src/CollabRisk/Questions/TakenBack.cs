using CollabRisk.Facts;

namespace CollabRisk.Questions;

/// <summary>
/// Finds what an answer would take back. Some facts follow from others, so that an answer about a partner may change what is
/// known of the whole; such an answer and what is known cannot both be right.
/// </summary>
internal static class TakenBack
{
    /// <summary>The first fact, in the order of the model, that is known before and is not the same after; <see langword="null"/> where there is none.</summary>
    public static FactReading? Between(FactTable before, FactTable after)
    {
        foreach (var fact in before.Registry.Facts)
        {
            if (!fact.IsPerPartner)
            {
                if (before[fact, -1] is var code && code != Fact.Unknown && after[fact, -1] != code)
                {
                    return new FactReading(fact.Path, fact, code);
                }

                continue;
            }

            for (var row = 0; row < before.Listed.Count; row++)
            {
                var now = after.RowOf(before.Listed[row].Name);
                if (before[fact, row] is var code && code != Fact.Unknown && (now < 0 || after[fact, now] != code))
                {
                    return new FactReading(before.PathOf(fact, row), fact, code);
                }
            }
        }

        return null;
    }
}
