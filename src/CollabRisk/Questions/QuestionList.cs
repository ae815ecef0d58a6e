using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Questions;

/// <summary>Lists the unknown facts that could settle rules, those that matter most first.</summary>
/// <remarks>
/// The order is a quick one that needs no further evaluation: what each answer would change is worked out only for the
/// questions of which someone asks it.
/// </remarks>
internal static class QuestionList
{
    public static IReadOnlyList<OpenQuestion> Of(EvaluationState state)
    {
        var settles = new SortedDictionary<FactReading, Dictionary<Rule, Level>>(FactReading.ModelOrder);
        foreach (var rule in state.Book.Rules.Where(rule => !rule.IsSwitchedOff && state.ErrorOf(rule) is null))
        {
            for (var level = Level.High; level >= Level.None; level--)
            {
                if (OpenAt(state, rule, level) is { } open)
                {
                    Add(rule, level, open, state.Facts, settles);
                }
            }
        }

        return
        [
            .. settles
                .Select(each => new OpenQuestion(
                    state, each.Key, [.. each.Value.OrderByDescending(s => s.Value).ThenBy(s => s.Key.Code, StringComparer.Ordinal)]))
                .OrderByDescending(question => question.Worst)
                .ThenByDescending(question => question.Settles.Count(s => s.Value == question.Worst))
                .ThenByDescending(question => question.CouldSettle.Count),
        ];
    }

    /// <summary>
    /// What keeps open whether cases of a rule that could come to a level are raised, and at which level; null where no
    /// such case is open.
    /// </summary>
    private static OpenFacts? OpenAt(EvaluationState state, Rule rule, Level level)
    {
        OpenFacts? open = null;
        for (var v = 0; v < rule.Cases.Count; v++)
        {
            for (var row = 0; row < state.RowsOf(rule) && !rule.Cases[v].IsSwitchedOff; row++)
            {
                var result = state.ResultOf(rule, v, row);
                if (result.AtMost == level && (result.Raised == Truth.Unknown || (result.Raised == Truth.True && result.AtLeast < result.AtMost)))
                {
                    open ??= new OpenFacts(state);
                    open.Add(rule, v, row);
                    open.AddLevel(rule, v, row);
                }
            }
        }

        return open;
    }

    private static void Add(Rule rule, Level level, OpenFacts open, FactTable facts, SortedDictionary<FactReading, Dictionary<Rule, Level>> settles)
    {
        foreach (var reading in open.ToList())
        {
            foreach (var fact in Askable(facts, reading))
            {
                if (!settles.TryGetValue(fact, out var rules))
                {
                    settles.Add(fact, rules = []);
                }

                // The levels come from the worst down, so the first stays.
                rules.TryAdd(rule, level);
            }
        }
    }

    /// <summary>The facts that a person can be asked for: in place of a derived fact, those unknown from which it follows.</summary>
    private static IReadOnlyList<FactReading> Askable(FactTable facts, FactReading open)
    {
        if (!open.Fact.IsDerived)
        {
            return [open];
        }

        var sources = new FactCollector(facts);
        foreach (var fact in DerivedFacts.AnswerableSourcesOf(open.Fact, facts.Registry))
        {
            if (!fact.IsPerPartner)
            {
                AddUnknown(fact, -1);
                continue;
            }

            for (var row = 0; row < facts.PartnerRows; row++)
            {
                AddUnknown(fact, row);
            }
        }

        return sources.ToList();

        void AddUnknown(Fact fact, int row)
        {
            if (facts[fact, row] == Fact.Unknown)
            {
                sources.Add(fact, row);
            }
        }
    }
}
