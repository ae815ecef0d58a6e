using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Questions;

/// <summary>Lists the unknown facts that could settle rules, those that matter most first.</summary>
/// <remarks>
/// The order is a quick one that needs no further evaluation: what each answer would change is worked out only for the
/// questions of which someone asks it. The work is linear in the cases of rules and the facts they wait for.
/// </remarks>
internal sealed class QuestionList
{
    private readonly EvaluationState state;

    /// <summary>What keeps the cases of one rule open that could come to a level, by level; used for one rule after the other.</summary>
    private readonly OpenFacts?[] openAt = new OpenFacts?[(int)Level.High + 1];

    /// <summary>For each fact the rules that it could settle, each once and with the worst level first met.</summary>
    private readonly Dictionary<FactCell, List<KeyValuePair<Rule, Level>>> settles = [];

    private QuestionList(EvaluationState state) => this.state = state;

    public static IReadOnlyList<OpenQuestion> Of(EvaluationState state)
    {
        var list = new QuestionList(state);
        foreach (var rule in state.Book.Rules)
        {
            if (!rule.IsSwitchedOff && state.ErrorOf(rule) is null)
            {
                list.Add(rule);
            }
        }

        var ranked = list.settles.Select(static each => (each.Key, Rules: each.Value, AtWorst: RankRules(each.Value))).ToArray();
        Array.Sort(ranked, static (one, other) =>
            one.Rules[0].Value != other.Rules[0].Value ? other.Rules[0].Value - one.Rules[0].Value
            : one.AtWorst != other.AtWorst ? other.AtWorst - one.AtWorst
            : one.Rules.Count != other.Rules.Count ? other.Rules.Count - one.Rules.Count
            : one.Key.CompareTo(other.Key));
        return Array.ConvertAll(ranked, each => new OpenQuestion(state, state.Facts.ReadingOf(each.Key), each.Rules));
    }

    /// <summary>Puts the rules that a fact could settle in order, worst first, and tells how many are as bad as the worst.</summary>
    private static int RankRules(List<KeyValuePair<Rule, Level>> rules)
    {
        if (rules.Count > 1)
        {
            rules.Sort(static (one, other) => one.Value != other.Value ? other.Value - one.Value : string.CompareOrdinal(one.Key.Code, other.Key.Code));
        }

        var count = 1;
        while (count < rules.Count && rules[count].Value == rules[0].Value)
        {
            count++;
        }

        return count;
    }

    /// <summary>Adds what keeps open whether cases of a rule are raised, and at which level.</summary>
    private void Add(Rule rule)
    {
        var any = false;
        for (var v = 0; v < rule.Cases.Count; v++)
        {
            for (var row = 0; row < state.RowsOf(rule) && !rule.Cases[v].IsSwitchedOff; row++)
            {
                if (state.IsRuledOut(rule, v, row))
                {
                    continue;
                }

                var result = state.ResultOf(rule, v, row);
                if (result.Raised == Truth.Unknown || (result.Raised == Truth.True && result.AtLeast < result.AtMost))
                {
                    any = true;
                    var open = openAt[(int)result.AtMost] ??= new OpenFacts(state);
                    open.Add(rule, v, row, result);
                    open.AddLevel(rule, v, row, result);
                }
            }
        }

        // From the worst level down, so that the first that is met stays.
        for (var level = Level.High; any && level >= Level.None; level--)
        {
            if (openAt[(int)level] is { } open)
            {
                var cells = open.Cells;
                for (var i = 0; i < cells.Count; i++)
                {
                    AddAskable(cells[i], rule, level);
                }

                open.Clear();
            }
        }
    }

    /// <summary>Adds a fact that a person can be asked for: in place of a derived one, those unknown from which it follows.</summary>
    private void AddAskable(FactCell open, Rule rule, Level level)
    {
        if (!open.Fact.IsDerived)
        {
            Add(open, rule, level);
            return;
        }

        var sources = new FactCollector(state.Facts);
        foreach (var fact in DerivedFacts.AnswerableSourcesOf(open.Fact, state.Facts.Registry))
        {
            for (var row = 0; row < (fact.IsPerPartner ? state.Facts.PartnerRows : 1); row++)
            {
                if (state.Facts[fact, row] == Fact.Unknown)
                {
                    sources.Add(fact, row);
                }
            }
        }

        foreach (var source in sources.Cells)
        {
            Add(source, rule, level);
        }
    }

    private void Add(FactCell cell, Rule rule, Level level)
    {
        if (!settles.TryGetValue(cell, out var rules))
        {
            settles.Add(cell, rules = []);
        }

        // Rules come one after the other, so one that is there already was the last.
        if (rules.Count == 0 || rules[^1].Key != rule)
        {
            rules.Add(new(rule, level));
        }
    }
}
