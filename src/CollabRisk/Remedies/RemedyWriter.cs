using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Rules;

namespace CollabRisk.Remedies;

/// <summary>Says what a set of changes does: by the same evaluation of all rules, before and after.</summary>
internal sealed class RemedyWriter(RemedyGoal goal, EvaluationState before, ChangeableFacts facts)
{
    private readonly Assessment now = new(before);

    public Remedy Write(IReadOnlyList<(int Place, ValueClass Value)> changes, Collaboration changed)
    {
        var after = Evaluator.Run(goal.Book, changed);
        var then = new Assessment(after);
        var went = new HashSet<RuleCase>();
        var opened = new HashSet<RuleCase>();
        var moves = new List<LevelMove>();
        foreach (var rule in goal.Book.RulesByCode.Where(rule => before.ErrorOf(rule) is null && after.ErrorOf(rule) is null))
        {
            foreach (var each in RuleCase.Of(rule, before).Where(each => !each.IsSwitchedOff))
            {
                var (was, isNow) = (each.In(before), each.In(after));
                if (was.Raised == Truth.True && isNow.Raised == Truth.False)
                {
                    went.Add(each);
                }
                else if (was.Raised == Truth.True && isNow.Raised == Truth.True && was.Levels != isNow.Levels)
                {
                    moves.Add(new(rule.Code, each.SubjectIn(before.Facts), was.Levels, isNow.Levels));
                }
                else if (was.Raised != Truth.Unknown && isNow.Raised == Truth.Unknown)
                {
                    opened.Add(each);
                }
            }
        }

        var against = goal.Against(before).ToHashSet();
        var asked = went.Where(against.Contains).Select(Key).ToHashSet();
        var alongside = went.Where(each => !against.Contains(each)).Select(Key).ToHashSet();
        var had = now.Findings.Select(Key).ToHashSet();
        var (advice, done, alsoAdvised) = Advice(changes, went, against, after);
        var isDone = opened.SelectMany(each => each.Rule.Cases[each.Case].Recommendations.Where(step => after.IsDone(each.Rule, step, each.Partner))).ToHashSet();
        return new Remedy
        {
            Changes = [.. changes.Select(Describe)],
            Advice = advice,
            Done = done,
            AlsoAdvised = alsoAdvised,
            ToKeepIt = [.. ToKeep(opened, after).Where(step => !isDone.Contains(step)).Distinct().Except(advice).Except(alsoAdvised)],
            Clears = [.. now.Findings.Where(finding => asked.Contains(Key(finding)))],
            AlsoClears = [.. now.Findings.Where(finding => alongside.Contains(Key(finding)))],
            AlsoRaises = [.. then.Findings.Where(finding => !had.Contains(Key(finding)))],
            LevelMoves = moves,
            OpensUp = [.. opened.Select(each => each.Rule).Distinct().OrderBy(rule => rule.Code, StringComparer.Ordinal).Select(rule => new RuleOutcome(after, rule))],
            After = then.Overall,
            Collaboration = changed,
        };
    }

    private (string Code, string? Subject) Key(RuleCase each) => (each.Rule.Code, each.SubjectIn(before.Facts));

    private static (string Code, string? Subject) Key(Finding finding) => (finding.Code, finding.Subject);

    private RemedyChange Describe((int Place, ValueClass Value) change)
    {
        var (fact, row) = facts[change.Place];
        var from = before.Facts.ReadingOf(new(fact, row));
        return new(from, from.As(change.Value.Code), [.. change.Value.Others.Select(from.As)]);
    }

    /// <summary>
    /// The advice that comes to the changes, and what else is advised against what goes. A recommendation is attached to a case of a
    /// rule, so it has to do with a change where the case goes away because its condition reads the fact: that is what the rule is
    /// about. A rule whose guard reads the fact only stops applying, and its advice has nothing to do with the change. Of what is left,
    /// a step comes to the change where it counts as done by a fact that changes, or a recommendation asked for just that.
    /// </summary>
    private (List<Recommendation> Advice, List<Recommendation> Done, List<Recommendation> AlsoAdvised) Advice(
        IReadOnlyList<(int Place, ValueClass Value)> changes, HashSet<RuleCase> went, HashSet<RuleCase> against, EvaluationState after)
    {
        var changed = changes.Select(change => facts[change.Place].Fact).ToHashSet();
        var steps =
            (from each in went.Where(each => each.Rule.Kind == FindingKind.Recommendation).Concat(against).Concat(went.Where(each => goal.Rules.Contains(each.Rule)))
             let its = each.Rule.Cases[each.Case]
             where its.When.Facts.Any(changed.Contains)
             from step in its.Recommendations
             where !before.IsDone(each.Rule, step, each.Partner)
             select (Step: step, IsAskedFor: each.Rule.Kind == FindingKind.Recommendation, IsDone: IsDoneBy(each, step, changed, after))).ToList();
        var advice = steps.Where(each => each.IsAskedFor || each.IsDone).Select(each => each.Step).Distinct().ToList();
        return (advice, [.. steps.Where(each => each.IsDone).Select(each => each.Step).Distinct()], [.. steps.Select(each => each.Step).Distinct().Except(advice)]);
    }

    /// <summary>Whether the changes are what a step brings about: one of them is a fact by which it counts as done, and with them it is not known not to be.</summary>
    private static bool IsDoneBy(RuleCase each, Recommendation step, HashSet<Facts.Fact> changed, EvaluationState after) =>
        each.Rule.DoneWhen.TryGetValue(step.Code, out var done) && done.Facts.Any(changed.Contains) && done.Evaluate(after, each.Partner) != Truth.False;

    /// <summary>
    /// Advice for what the changes open up: that of the risks that become possible, and for the strengths that do, that of the
    /// risks under the same heading which ask about what the strength still needs.
    /// </summary>
    private IEnumerable<Recommendation> ToKeep(HashSet<RuleCase> opened, EvaluationState after)
    {
        var rules = opened.Select(each => each.Rule).Distinct().ToList();
        foreach (var recommendation in opened.Where(each => each.Rule.HasLevel).SelectMany(each => each.Rule.Cases[each.Case].Recommendations).Distinct())
        {
            yield return recommendation;
        }

        foreach (var strength in rules.Where(rule => rule.Kind == FindingKind.Strength))
        {
            var needs = OpenFacts.Of(after, strength).Select(reading => reading.Fact).ToHashSet();
            foreach (var recommendation in goal.Book.RulesByCode
                .Where(rule => rule.HasLevel && rule.Chapter == strength.Chapter)
                .SelectMany(rule => rule.Cases.Where(each => each.When.Facts.Any(needs.Contains))).SelectMany(each => each.Recommendations))
            {
                yield return recommendation;
            }
        }
    }
}
