using CollabRisk.Rules;

namespace CollabRisk.Evaluation;

/// <summary>Lists the unknown facts that could settle rules, those that matter most first.</summary>
internal static class OpenQuestionList
{
    public static IReadOnlyList<OpenQuestion> Of(EvaluationState state)
    {
        var settles = new SortedDictionary<FactReading, List<(Rule Rule, Level Worst)>>(FactReading.ModelOrder);
        foreach (var rule in state.Book.Rules.Where(rule => !rule.IsSwitchedOff))
        {
            if (WorstOpen(state, rule) is not { } worst)
            {
                continue;
            }

            var open = new FactSink(state.Facts);
            state.AddOpen(rule, open);
            foreach (var fact in open.ToList())
            {
                if (!settles.TryGetValue(fact, out var rules))
                {
                    settles.Add(fact, rules = []);
                }

                rules.Add((rule, worst));
            }
        }

        return
        [
            .. settles
                .Select(each => new OpenQuestion(
                    each.Key.Path,
                    each.Key.Fact,
                    Ask(each.Key),
                    [.. each.Value.OrderByDescending(s => s.Worst).ThenBy(s => s.Rule.Code, StringComparer.Ordinal).Select(s => s.Rule.Code)],
                    each.Value.Max(s => s.Worst)))
                .OrderByDescending(question => question.Worst)
                .ThenByDescending(question => question.CouldSettle.Count),
        ];
    }

    /// <summary>
    /// The highest level at which an open case of the rule could still be raised, None for a kind without a level; null
    /// where no case can.
    /// </summary>
    private static Level? WorstOpen(EvaluationState state, Rule rule)
    {
        Level? worst = null;
        for (var v = 0; v < rule.Variants.Count && state.ErrorOf(rule) is null; v++)
        {
            for (var row = 0; row < state.RowsOf(rule); row++)
            {
                if (state.ResultOf(rule, v, row) is { Raised: Truth.Unknown } result)
                {
                    worst = worst is { } known && known > result.AtMost ? known : result.AtMost;
                }
            }
        }

        return worst;
    }

    private static string Ask(FactReading reading) =>
        reading.Fact.IsPerPartner && reading.Path.IndexOf(']') is var end and > 0
            ? $"{reading.Path["partners[".Length..end]}: {reading.Fact.Question}"
            : reading.Fact.Question;
}
