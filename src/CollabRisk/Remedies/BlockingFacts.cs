using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Remedies;

/// <summary>A bound on a truth value: at least it, or at most it.</summary>
internal readonly record struct TruthBound(bool IsFloor, Truth Value)
{
    public bool Holds(Truth value) => IsFloor ? value >= Value : value <= Value;

    /// <summary>The bound on a condition that its negation comes to.</summary>
    public TruthBound Negated => new(!IsFloor, Kleene.Not(Value));

    public static TruthBound AtLeast(Truth value) => new(true, value);

    public static TruthBound AtMost(Truth value) => new(false, value);
}

/// <summary>
/// Says which facts hold a truth value where it is: while none of these places changes, the value keeps its bound, whatever
/// else changes. So whoever wants it to move has to change one of them. Places that cannot change, or may not in this branch
/// of a search, are left out; where none is left, the value cannot move.
/// </summary>
/// <remarks>A set may be larger than need be, never smaller: the search stays exact and only takes longer.</remarks>
internal sealed class BlockingFacts(EvaluationState state, RemedyGoal goal, ChangeableFacts facts, bool[] closed)
{
    /// <summary>What was found of rules on which others build: many may build on one, and each is looked at once.</summary>
    private readonly Dictionary<(Rule Rule, int Partner, TruthBound Bound), HashSet<int>> holding = [];

    /// <summary>What holds a case that speaks against the target where it is.</summary>
    public HashSet<int> Of(RuleCase against)
    {
        var into = new HashSet<int>();
        if (goal.Target.Level is null)
        {
            AddCase(into, against, TruthBound.AtLeast(Truth.Unknown));
            return into;
        }

        AddCase(into, against, TruthBound.AtLeast(Truth.True));
        foreach (var moderator in against.Rule.Cases[against.Case].Moderators)
        {
            // The level falls when something that raises it stops, or when something that lowers it is no longer ruled out.
            var bound = moderator.Direction == Direction.Raised ? TruthBound.AtLeast(Truth.True) : TruthBound.AtMost(Truth.False);
            if (bound.Holds(moderator.When.Evaluate(state, against.Partner)))
            {
                Add(into, moderator.When, against.Partner, bound);
            }
        }

        return into;
    }

    /// <summary>What keeps a case from applying. A case that only stopped to apply is not cleared: it has to apply again, and be clear.</summary>
    public HashSet<int> OfGuard(RuleCase evaded)
    {
        var into = new HashSet<int>();
        foreach (var guard in evaded.Guards)
        {
            var bound = TruthBound.AtMost(Truth.False);
            if (bound.Holds(guard.Evaluate(state, evaded.Partner)))
            {
                Add(into, guard, evaded.Partner, bound);
            }
        }

        Add(into, evaded.When, evaded.Partner, TruthBound.AtLeast(Truth.Unknown));
        return into;
    }

    /// <summary>The facts of which one has to change where two of them contradict each other.</summary>
    public HashSet<int> Of((Fact One, Fact Other) contradiction)
    {
        var into = new HashSet<int>();
        AddFacts(into, [contradiction.One, contradiction.Other], -1);
        return into;
    }

    /// <summary>Everything that a rule reads, itself and through the rules on which it builds.</summary>
    public HashSet<int> Of(Rule failed)
    {
        var into = new HashSet<int>();
        AddEverything(into, failed, []);
        return into;
    }

    /// <summary>Asked only of conditions whose value keeps the bound.</summary>
    private void Add(HashSet<int> into, Condition node, int partner, TruthBound bound)
    {
        switch (node)
        {
            case Not:
                Add(into, node.Children[0], partner, bound.Negated);
                break;
            case AllOf:
                AddJoined(into, node.Children.Select(child => (child, partner)), bound, all: bound.IsFloor);
                break;
            case AnyOf:
                AddJoined(into, node.Children.Select(child => (child, partner)), bound, all: !bound.IsFloor);
                break;
            case AtLeastOf some:
                AddEnough(into, node.Children.Select(child => (child, partner)), bound, bound.IsFloor ? some.Count : node.Children.Count + 1 - some.Count);
                break;
            case EveryPartner:
                AddJoined(into, Rows.Select(row => (node.Children[0], row)), bound, all: bound.IsFloor);
                break;
            case AtLeastPartners enough:
                AddAtLeastPartners(into, enough, bound);
                break;
            case RaisedTest raised:
                into.UnionWith(Holding(goal.Book.Find(raised.Code)!, partner, bound));
                break;
            case OverallTest:
                foreach (var rule in goal.Rules)
                {
                    AddOwn(into, rule);
                }

                break;
            case OfEveryPartnersFact:
                foreach (var row in Rows)
                {
                    AddFacts(into, node.OwnFacts, row);
                }

                break;
            default:
                AddFacts(into, node.OwnFacts, partner);
                break;
        }
    }

    private IEnumerable<int> Rows => Enumerable.Range(0, state.Facts.PartnerRows);

    /// <summary>Where all of them are needed for the value, all of them hold it; where one is enough, the one with the fewest facts does.</summary>
    private void AddJoined(HashSet<int> into, IEnumerable<(Condition Node, int Partner)> parts, TruthBound bound, bool all)
    {
        var holding = parts.Where(part => bound.Holds(part.Node.Evaluate(state, part.Partner)));
        if (!all)
        {
            into.UnionWith(holding.Select(part => SetOf(part.Node, part.Partner, bound)).MinBy(set => set.Count)!);
            return;
        }

        foreach (var (node, partner) in holding)
        {
            Add(into, node, partner, bound);
        }
    }

    /// <summary>As many as are needed for the value hold it: those with the fewest facts.</summary>
    private void AddEnough(HashSet<int> into, IEnumerable<(Condition Node, int Partner)> parts, TruthBound bound, int needed)
    {
        foreach (var set in parts.Where(part => bound.Holds(part.Node.Evaluate(state, part.Partner)))
            .Select(part => SetOf(part.Node, part.Partner, bound)).OrderBy(set => set.Count).Take(needed))
        {
            into.UnionWith(set);
        }
    }

    private HashSet<int> SetOf(Condition node, int partner, TruthBound bound)
    {
        var set = new HashSet<int>();
        Add(set, node, partner, bound);
        return set;
    }

    private void AddAtLeastPartners(HashSet<int> into, AtLeastPartners some, TruthBound bound)
    {
        var each = some.Children[0];
        var holding = Rows.Where(row => bound.Holds(each.Evaluate(state, row)));
        if (!bound.IsFloor)
        {
            foreach (var row in holding)
            {
                Add(into, each, row, bound);
            }

            return;
        }

        // Enough partners to reach the number, those that are held by the fewest facts first; no change that is looked for adds partners.
        var needed = state.Facts.Missing < int.MaxValue ? some.Quota.NeededOf(state.Facts.Listed.Count + (long)state.Facts.Missing)
            : some.Quota.IsShare ? long.MaxValue : some.Quota.NeededOf(state.Facts.Listed.Count);
        long reached = 0;
        foreach (var (row, set) in holding
            .Where(row => bound.Value != Truth.True || !state.Facts.IsMissing(row))
            .Select(row => (Row: row, Set: SetOf(each, row, bound))).OrderBy(pair => pair.Set.Count))
        {
            if (reached >= needed)
            {
                break;
            }

            into.UnionWith(set);
            reached += state.Facts.IsMissing(row) ? state.Facts.Missing : 1;
        }
    }

    private HashSet<int> Holding(Rule rule, int partner, TruthBound bound)
    {
        var key = (rule, rule.IsPerPartner ? partner : -1, bound);
        if (!holding.TryGetValue(key, out var into))
        {
            holding.Add(key, into = []);
            AddRaised(into, rule, partner, bound);
        }

        return into;
    }

    private void AddRaised(HashSet<int> into, Rule rule, int partner, TruthBound bound)
    {
        if (state.ErrorOf(rule) is not null)
        {
            AddEverything(into, rule, []);
            return;
        }

        var cases = RuleCase.Of(rule, state)
            .Where(each => !rule.IsPerPartner || partner < 0 || each.Row == partner)
            .Where(each => bound.Holds(each.In(state).Raised));
        if (!bound.IsFloor)
        {
            foreach (var each in cases)
            {
                AddCase(into, each, bound);
            }
        }
        else
        {
            into.UnionWith(cases.Select(each =>
            {
                var set = new HashSet<int>();
                AddCase(set, each, bound);
                return set;
            }).MinBy(set => set.Count)!);
        }
    }

    private void AddCase(HashSet<int> into, RuleCase each, TruthBound bound)
    {
        if (!bound.IsFloor && bound.Value == Truth.Unknown && each.Rule.IsPerPartner && state.Facts.IsMissing(each.Row))
        {
            // Nothing is ever raised for partners that are not listed.
            return;
        }

        AddJoined(into, each.Conditions.Select(condition => (condition, each.Partner)), bound, all: bound.IsFloor);
    }

    private void AddEverything(HashSet<int> into, Rule rule, HashSet<Rule> added)
    {
        if (!added.Add(rule))
        {
            return;
        }

        AddOwn(into, rule);
        foreach (var code in rule.BuildsOn)
        {
            AddEverything(into, goal.Book.Find(code)!, added);
        }
    }

    private void AddOwn(HashSet<int> into, Rule rule)
    {
        foreach (var row in Rows.DefaultIfEmpty(-1))
        {
            AddFacts(into, rule.Facts, row);
        }
    }

    private void AddFacts(HashSet<int> into, IEnumerable<Fact> read, int partner)
    {
        foreach (var fact in read)
        {
            if (facts.NumberOf(fact, partner) is { } number && !closed[number])
            {
                into.Add(number);
            }
        }
    }
}
