using System.Globalization;
using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Remedies;

/// <summary>
/// Searches the smallest sets of changes that reach a goal, size by size.
/// </summary>
/// <remarks>
/// Whatever case speaks against the goal, one of the facts that hold it there must change (<see cref="BlockingFacts"/>), so the
/// search branches over these only. Having gone through all sets with a fact, it closes that fact for the branches next to it,
/// so no set is met twice. Cases that are held by separate facts need a change each, which tells how many changes are needed
/// at least: branches that need more than the size in question are cut, and the sizes that are too small are skipped.
/// None of this leaves out a set that reaches the goal. Every step is decided by an evaluation of the rules.
/// </remarks>
internal sealed class RemedySearch
{
    private readonly RemedyGoal goal;
    private readonly RemedyOptions options;
    private readonly Collaboration given;
    private readonly EvaluationState before;
    private readonly ChangeableFacts facts;
    private readonly bool[] closed;
    private readonly CancellationToken cancellation;
    private readonly List<RuleCase> againstBefore;
    private readonly HashSet<(Fact, Fact)> contradictedBefore;
    private readonly List<(int Place, ValueClass Value)> changes = [];
    private readonly List<(IReadOnlyList<(int Place, ValueClass Value)> Changes, Collaboration Changed)> found = [];
    private int evaluations;
    private int nextSize;
    private bool isStopped;
    private bool isCancelled;

    public RemedySearch(RemedyGoal goal, Collaboration given, RemedyOptions options, CancellationToken cancellation)
    {
        this.cancellation = cancellation;
        this.goal = goal;
        this.given = given;
        this.options = options;
        before = Evaluator.Run(goal.Book, given);
        facts = new ChangeableFacts(goal.Book, before.Facts);
        closed = new bool[facts.Count];
        againstBefore = [.. goal.Against(before)];
        contradictedBefore = [.. ImpossiblePairs.In(before.Facts)];
    }

    public RemedySet Run()
    {
        if (IsReached(before))
        {
            return Result(RemedySearchEnd.AlreadyReached, 0, "The target is already met; nothing needs to change.");
        }

        var size = Math.Max(1, Needed(Against(before)) ?? 0);
        while (size <= options.MaxChanges && found.Count == 0 && !isStopped)
        {
            nextSize = int.MaxValue;
            Extend(given, before, size);
            if (found.Count > 0 || isStopped)
            {
                break;
            }

            if (nextSize == int.MaxValue)
            {
                return Result(RemedySearchEnd.Impossible, 0, ImpossibleBecause());
            }

            size = nextSize;
        }

        return (found.Count, isStopped) switch
        {
            ( > 0, false) => Result(RemedySearchEnd.FoundAll, size, $"{Counted(size, "change")} {(size == 1 ? "is" : "are")} enough, and fewer are not. {(found.Count == 1 ? "There is one such set" : $"These are all {found.Count} sets")} of that size."),
            ( > 0, true) => Result(RemedySearchEnd.FoundSome, size, $"{Counted(size, "change")} {(size == 1 ? "is" : "are")} enough, and fewer are not. There may be more sets of that size: the search stopped {WhatStopped()}."),
            (_, true) => Result(isCancelled ? RemedySearchEnd.Cancelled : RemedySearchEnd.StoppedAtBound, size, string.Create(CultureInfo.InvariantCulture, $"No set of up to {Counted(size - 1, "change")} achieves it. The search stopped {WhatStopped()} among sets of {size}; larger sets were not searched.")),
            _ => Result(RemedySearchEnd.StoppedAtBound, size, string.Create(CultureInfo.InvariantCulture, $"No set of up to {Counted(options.MaxChanges, "change")} achieves it: at least {size} are needed. Larger sets than {options.MaxChanges} were not searched.")),
        };
    }

    /// <summary>Goes on from a state with up to <paramref name="left"/> more changes.</summary>
    private void Extend(Collaboration current, EvaluationState state, int left)
    {
        if (IsReached(state))
        {
            if (found.Count == options.MaxRemedies)
            {
                isStopped = true;
                return;
            }

            found.Add(([.. changes.OrderBy(change => change.Place)], current));
            return;
        }

        var against = Against(state);
        if (Needed(against) is not { } needed)
        {
            return;
        }

        if (needed > left)
        {
            nextSize = Math.Min(nextSize, changes.Count + needed);
            return;
        }

        List<int> branches = [.. against.MinBy(set => set.Count)!.Order()];
        if (left == 1 && branches.RemoveAll(place => !against.TrueForAll(set => set.Contains(place))) > 0)
        {
            // The last change has to move all of them at once; those that cannot may with one more next to them.
            nextSize = Math.Min(nextSize, changes.Count + 2);
        }

        var closedHere = new List<int>();
        foreach (var place in branches)
        {
            closed[place] = true;
            closedHere.Add(place);
            foreach (var value in facts.ChoicesOf(place))
            {
                if (!isStopped)
                {
                    Try(current, place, value, left - 1);
                }
            }
        }

        closedHere.ForEach(place => closed[place] = false);
    }

    private void Try(Collaboration current, int place, ValueClass value, int left)
    {
        isCancelled = cancellation.IsCancellationRequested;
        if (isCancelled || evaluations == options.MaxEvaluations)
        {
            isStopped = true;
            return;
        }

        evaluations++;
        var changed = With(current, facts[place], value.Code);
        changes.Add((place, value));
        Extend(changed, Evaluator.Run(goal.Book, changed, goal.Rules), left);
        changes.RemoveAt(changes.Count - 1);
    }

    private bool IsReached(EvaluationState state) =>
        !goal.FailsIn(state) && !goal.Against(state).Any() && !Evaded(state).Any() && !Contradicted(state).Any();

    /// <summary>The cases against the goal that changes only took out of their field of application.</summary>
    private IEnumerable<RuleCase> Evaded(EvaluationState state) => againstBefore.Where(each => each.IsEvadedIn(state, before));

    /// <summary>The facts that contradict each other because of changes.</summary>
    private IEnumerable<(Fact One, Fact Other)> Contradicted(EvaluationState state) =>
        ImpossiblePairs.In(state.Facts).Where(pair => !contradictedBefore.Contains(pair));

    /// <summary>For each case that speaks against the goal, and all else that does, the places of which one has to change.</summary>
    private List<HashSet<int>> Against(EvaluationState state)
    {
        var holding = new BlockingFacts(state, goal, facts, closed);
        return goal.FailsIn(state)
            ? [holding.Of(goal.Asked[0])]
            : [.. goal.Against(state).Select(holding.Of), .. Evaded(state).Select(holding.OfGuard), .. Contradicted(state).Select(holding.Of)];
    }

    /// <summary>A number of changes without which it cannot be done; null where it cannot be done at all.</summary>
    private static int? Needed(List<HashSet<int>> against)
    {
        var taken = new HashSet<int>();
        var needed = 0;
        foreach (var set in against.OrderBy(set => set.Count))
        {
            if (set.Count == 0)
            {
                return null;
            }

            if (!taken.Overlaps(set))
            {
                taken.UnionWith(set);
                needed++;
            }
        }

        return needed;
    }

    private Collaboration With(Collaboration current, FactCell place, long code) =>
        new FactPlace(place.Fact, place.Fact.IsPerPartner ? before.Facts.Listed[place.Row].Name : null).With(current, place.Fact.ValueOf(code));

    private string WhatStopped() => isCancelled ? $"when it was cancelled, after {Counted(evaluations, "evaluation")}"
        : evaluations == options.MaxEvaluations && found.Count < options.MaxRemedies
        ? $"after {Counted(evaluations, "evaluation")}"
        : $"at {Counted(options.MaxRemedies, "set")}";

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private Passage ImpossibleBecause()
    {
        var held = HeldBy();
        var because = new[]
        {
            Named("which no one can change", held.Where(fact => !fact.Fact.IsChangeable)),
            Named("which has no value that is better than another", held.Where(fact => fact.Fact is { IsChangeable: true, Direction: FactDirection.Neutral })),
        }.Where(each => !each.IsEmpty).ToList();
        return Passage.Of($"No change for the better achieves it.{(because.Count == 0 ? "" : Passage.Of($" It depends on {Passage.Join("; and on ", because)}."))}");

        static Passage Named(string why, IEnumerable<FactReading> facts) => facts.Select(fact => Passage.Of($"{fact.Path} {fact.InBrackets}")).ToList() is { Count: > 0 } named
            ? Passage.Of($"{Passage.List(named)}, {why}")
            : default;
    }

    /// <summary>What the sources advise about the cases against the goal, and is not done yet.</summary>
    private IReadOnlyList<Recommendation> Steps() =>
        [.. goal.Against(before).SelectMany(each => each.Rule.Recommendations.Where(step => !before.IsDone(each.Rule, step, each.Partner))).Distinct()];

    /// <summary>The facts that cannot be changed for the better and on which the cases against the goal rest as things are.</summary>
    private IReadOnlyList<FactReading> HeldBy()
    {
        var open = new OpenFacts(before);
        var support = new FactCollector(before.Facts);
        foreach (var each in goal.Against(before))
        {
            open.Add(each.Rule, each.Case, each.Row, before.ResultOf(each.Rule, each.Case, each.Row));
            foreach (var condition in each.Conditions.Where(condition => condition.Evaluate(before, each.Partner) != Truth.Unknown))
            {
                condition.AddSupport(before, each.Partner, support);
            }

            if (each.Rule.IsPerPartner && before.Facts.IsMissing(each.Row))
            {
                support.AddPartnerList();
            }
        }

        foreach (var cell in open.AsTheyCame())
        {
            support.Add(cell);
        }

        return [.. support.ToList().Where(reading => !ChangeableFacts.IsOpenToChange(reading.Fact))];
    }

    private RemedySet Result(RemedySearchEnd end, int fewest, Passage statement)
    {
        var writer = new RemedyWriter(goal, before, facts);
        return new RemedySet
        {
            Target = goal.Target,
            End = end,
            Remedies =
            [
                .. found.Select(each => (each.Changes, Remedy: writer.Write(each.Changes, each.Changed)))
                    .OrderBy(each => each.Remedy.After.AtLeast)
                    .ThenBy(each => FindingGroup.CountRisks(each.Remedy.AlsoRaises))
                    .ThenByDescending(each => Weight(each.Remedy))
                    .ThenBy(each => each.Remedy.Advice.Count == 0)
                    .ThenBy(each => each.Remedy.AlsoAdvised.Count == 0)
                    .ThenBy(each => each.Changes, InRegistryOrder)
                    .Select(each => each.Remedy),
            ],
            FewestChanges = fewest,
            Evaluations = evaluations,
            Statement = statement.ToString(),
            SaidStatement = statement,
            HeldBy = end == RemedySearchEnd.Impossible ? HeldBy() : [],
            Steps = found.Count == 0 ? Steps() : [],
            Before = before.Overall,
        };
    }

    /// <summary>How much goes besides what was asked for: each step of a matter's level counts one, however many findings say it.</summary>
    private static int Weight(Remedy remedy) =>
        FindingGroup.Of(remedy.Clears.Concat(remedy.AlsoClears)).Sum(matter => (int)(matter.Level?.AtLeast ?? Level.None)) + remedy.LevelMoves.Sum(move => move.From.AtLeast - move.To.AtLeast);

    private static Comparer<IReadOnlyList<(int Place, ValueClass Value)>> InRegistryOrder { get; } = Comparer<IReadOnlyList<(int Place, ValueClass Value)>>.Create(static (a, b) =>
    {
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            var order = (a[i].Place, a[i].Value.Code).CompareTo((b[i].Place, b[i].Value.Code));
            if (order != 0)
            {
                return order;
            }
        }

        return a.Count.CompareTo(b.Count);
    });
}
