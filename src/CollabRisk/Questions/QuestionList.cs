using System.Buffers;
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
    /// <summary>How many bits of a rank are the number of a cell.</summary>
    private const int CellBits = 26;

    /// <summary>A list of what waits is kept for the next that has room for no more.</summary>
    private const int MostKept = 1 << 14;

    [ThreadStatic]
    private static List<Waiting>? spare;

    private readonly EvaluationState state;
    private readonly OpenFacts open;

    /// <summary>
    /// By the number of a cell, the last of <see cref="waiting"/> that is for it, counted from 1; 0 for none. Rented, so that it may be longer than
    /// there are cells.
    /// </summary>
    private readonly int[] lastAt;

    /// <summary>The numbers of the cells for which something waits, in the order in which they were met.</summary>
    private readonly List<int> cells = [];

    /// <summary>What waits for facts, rule by rule in the order of the codes.</summary>
    private readonly List<Waiting> waiting;

    /// <summary>The derived facts for which the rule that is looked at waits at the level that is looked at.</summary>
    private readonly List<Fact> derived = [];

    private QuestionList(EvaluationState state, int[] lastAt, List<Waiting> waiting)
    {
        this.state = state;
        this.lastAt = lastAt;
        this.waiting = waiting;
        open = new OpenFacts(state);
    }

    public static IReadOnlyList<OpenQuestion> Of(EvaluationState state)
    {
        var lastAt = ArrayPool<int>.Shared.Rent(state.Facts.CellCount);
        Array.Clear(lastAt, 0, state.Facts.CellCount);
        var waiting = spare ?? [];
        spare = null;
        try
        {
            var list = new QuestionList(state, lastAt, waiting);
            foreach (var rule in state.Book.RulesByCode)
            {
                if (!rule.IsSwitchedOff && state.ErrorOf(rule) is null)
                {
                    list.Add(rule);
                }
            }

            return list.Ranked();
        }
        finally
        {
            ArrayPool<int>.Shared.Return(lastAt);
            if (waiting.Capacity <= MostKept)
            {
                waiting.Clear();
                spare = waiting;
            }
        }
    }

    /// <summary>Adds what keeps open whether cases of a rule are raised, and at which level.</summary>
    private void Add(Rule rule)
    {
        // What other rules and derived facts wait for is there already where another case asked for it at the same level.
        Level? level = null;
        for (var v = 0; v < rule.Cases.Length; v++)
        {
            for (var row = 0; row < state.RowsOf(rule) && !rule.Cases[v].IsSwitchedOff; row++)
            {
                if (state.Raised(rule, v, row) == Truth.False)
                {
                    continue;
                }

                var result = state.ResultOf(rule, v, row);
                if (result.Raised == Truth.Unknown || result.AtLeast < result.AtMost)
                {
                    if (level == result.AtMost)
                    {
                        open.ForgetFacts();
                    }
                    else
                    {
                        level = result.AtMost;
                        open.Clear();
                        derived.Clear();
                    }

                    open.Add(rule, v, row, result);
                    open.AddLevel(rule, v, row, result);
                    foreach (var cell in open.AsTheyCame())
                    {
                        AddAskable(cell, rule, result.AtMost);
                    }
                }
            }
        }
    }

    /// <summary>Adds a fact that a person can be asked for: in place of a derived one, those unknown from which it follows.</summary>
    private void AddAskable(FactCell cell, Rule rule, Level level)
    {
        if (!cell.Fact.IsDerived)
        {
            Add(cell, rule, level);
            return;
        }

        if (derived.Contains(cell.Fact))
        {
            return;
        }

        derived.Add(cell.Fact);
        foreach (var fact in DerivedFacts.AnswerableSourcesOf(cell.Fact, state.Facts.Registry))
        {
            for (var row = 0; row < (fact.IsPerPartner ? state.Facts.PartnerRows : 1); row++)
            {
                if (state.Facts[fact, row] == Fact.Unknown)
                {
                    Add(state.Facts.CellOf(fact, row), rule, level);
                }
            }
        }
    }

    private void Add(FactCell cell, Rule rule, Level level)
    {
        var number = state.Facts.NumberOf(cell);
        var last = lastAt[number];
        if (last == 0)
        {
            cells.Add(number);
        }
        else if (waiting[last - 1] is var before && before.Rule.IsOf(rule))
        {
            // Rules come one after the other, so one that waits already was the last.
            if (before.Rule.Level < level)
            {
                waiting[last - 1] = before with { Rule = new(rule, level) };
            }

            return;
        }

        waiting.Add(new(new(rule, level), last));
        lastAt[number] = waiting.Count;
    }

    /// <summary>The questions, those first that the worst waits for, then those for which more of the worst and then more of all wait, then in the order of the model.</summary>
    private OpenQuestion[] Ranked()
    {
        var settles = new WaitingRule[waiting.Count];
        var parts = new (int From, int Count)[cells.Count];
        var ranks = new ulong[cells.Count];

        // By level, first how many rules wait at it, then where those that do end.
        Span<int> ends = stackalloc int[(int)Level.High + 1];
        var from = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            ends.Clear();
            var last = lastAt[cells[i]];
            for (var at = last; at > 0; at = waiting[at - 1].Before)
            {
                ends[(int)waiting[at - 1].Rule.Level]++;
            }

            var worst = (Level)ends.LastIndexOfAnyExcept(0);
            var atWorst = ends[(int)worst];

            // The worst come first; those of one level are filled in from the last.
            var end = from;
            for (var level = worst; level >= Level.None; level--)
            {
                ends[(int)level] = end += ends[(int)level];
            }

            for (var at = last; at > 0; at = waiting[at - 1].Before)
            {
                var rule = waiting[at - 1].Rule;
                settles[--ends[(int)rule.Level]] = rule;
            }

            ranks[i] = Rank(worst, atWorst, end - from, cells[i]);
            parts[i] = (from, end - from);
            lastAt[cells[i]] = i;
            from = end;
        }

        // Numbers alone sort faster than questions by them.
        Array.Sort(ranks);
        var questions = new OpenQuestion[ranks.Length];
        for (var i = 0; i < questions.Length; i++)
        {
            var cell = CellOf(ranks[i]);
            var part = parts[lastAt[cell]];
            questions[i] = new(state, state.Facts.CellAt(cell), new(settles, part.From, part.Count));
        }

        return questions;
    }

    /// <summary>
    /// The order of questions in one number, which sorts fast: the smaller, the sooner. More than a quarter of a million rules count as that many, and
    /// a thousand partners have far fewer cells than the 67 million that fit.
    /// </summary>
    private static ulong Rank(Level worst, int atWorst, int all, int cell)
    {
        const int Most = (1 << 18) - 1;
        return (((((ulong)(Level.High - worst) << 18) | Fewer(atWorst)) << 18 | Fewer(all)) << CellBits) | (uint)cell;

        static uint Fewer(int count) => (uint)(Most - Math.Min(count, Most));
    }

    /// <summary>The number of the cell that a rank ends with.</summary>
    private static int CellOf(ulong rank) => (int)(rank & ((1UL << CellBits) - 1));

    /// <summary>A rule that waits for a fact.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Before">The one before it that waits for the same fact, counted from 1; 0 for none.</param>
    private readonly record struct Waiting(WaitingRule Rule, int Before);
}
