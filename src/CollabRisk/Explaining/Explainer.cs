using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Explaining;

/// <summary>Explains one rule: walks its conditions and asks each of them what the evaluation asked.</summary>
internal sealed class Explainer(EvaluationState state, Rule rule)
{
    public IReadOnlyList<ExplainedCase> Cases()
    {
        var cases = new List<ExplainedCase>();
        for (var v = 0; v < rule.Cases.Length && state.ErrorOf(rule) is null; v++)
        {
            for (var row = 0; row < state.RowsOf(rule); row++)
            {
                cases.Add(Explain(v, EvaluationState.PartnerAt(rule, row), state.ResultOf(rule, v, row)));
            }
        }

        return cases;
    }

    private ExplainedCase Explain(int number, int partner, CaseResult result)
    {
        var @case = rule.Cases[number];
        var subject = @case.Subject ?? (partner >= 0 ? PartnerRows.NameOf(state, partner) : null);
        var guards = (rule.AppliesWhen, @case.AppliesWhen) switch
        {
            (null, var ofCase) => ofCase,
            (var ofRule, null) => ofRule,
            var (ofRule, ofCase) => new AllOf([ofRule, ofCase]),
        };
        var guard = guards is null ? null : Explain(guards, partner);
        var condition = Explain(@case.When, partner);
        return new ExplainedCase
        {
            Subject = subject,
            SubjectInWords = @case.SubjectInWords ?? subject,
            Outcome = result.Outcome,
            Message = result.Outcome == Outcome.Raised ? FindingSource.MessageOf(state, rule, number, partner) : null,
            Because = [.. Because(result, guard, condition).Distinct(StringComparer.Ordinal)],
            Guard = guard,
            Condition = condition,
            Level = rule.HasLevel ? LevelOf(@case, partner, result) : null,
            Claims = @case.Claims,
            Overrides = [.. @case.Overrides, .. @case.Moderators.Select(moderator => moderator.Override).OfType<RuleOverride>()],
            IsSwitchedOff = @case.IsSwitchedOff,
        };
    }

    private ExplainedCondition Explain(Condition condition, int partner, string? of = null)
    {
        var read = new FactCollector(state.Facts);
        condition.AddRead(state, partner, read);
        var facts = read.ToList();
        var other = condition.OwnCodes.Select(code => new RuleOutcome(state, state.Book.Find(code)!)).FirstOrDefault();
        return new ExplainedCondition
        {
            Text = other is null ? condition.Describe() : $"{condition.Describe()} (“{other.Rule.Title}”)",
            Value = condition.Evaluate(state, partner),
            Found = facts.Count == 0 ? condition.Found(state, partner) : Words.List([.. facts.Select(ExplanationText.Clause)]),
            Partner = of,
            Facts = facts,
            Rule = other,
            Children = [.. condition.Asked(state, partner).Select(asked => Explain(asked.Child, asked.Partner, asked.Name))],
        };
    }

    private ExplainedLevel LevelOf(Case @case, int partner, CaseResult result) => new()
    {
        Base = @case.Level!,
        Own = @case.Level == @case.OwnLevel ? null : @case.OwnLevel,
        Moderators = [.. @case.Moderators.Select(moderator =>
        {
            var condition = Explain(moderator.When, partner);
            return new ExplainedModerator
            {
                Moderator = moderator,
                Condition = condition,
                Step = condition.Value != Truth.True ? 0 : moderator.Direction == Direction.Raised ? 1 : -1,
            };
        })],
        Cap = rule.Cap,
        IsCapped = result.IsCapped,
        Range = result.Raised == Truth.False ? null : result.Levels,
    };

    /// <summary>What the nodes found that gave the case its outcome.</summary>
    private static IEnumerable<string> Because(CaseResult result, ExplainedCondition? guard, ExplainedCondition condition) => result.Outcome switch
    {
        Outcome.Raised or Outcome.Clear => Decisive(condition),
        Outcome.NotApplicable => result.Guard == Truth.False ? Decisive(guard!)
            : Void(condition).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } none ? none
            : Decisive(condition),
        _ => (result.Guard == Truth.Unknown ? Decisive(guard!) : [])
            .Concat(result.Condition != Truth.Unknown ? []
                : condition.Value == Truth.True ? ["no one has said who these partners are"]
                : Decisive(condition)),
    };

    /// <summary>The facts below a node that do not apply.</summary>
    private static IEnumerable<string> Void(ExplainedCondition node) => node.Facts.Where(fact => fact.Code == Fact.NotApplicable)
        .Select(ExplanationText.Clause).Concat(node.Children.SelectMany(Void));

    /// <summary>
    /// What was found by the nodes to which a node owes its value: below it those of the same value, and all of them where
    /// there are none, as below a "not".
    /// </summary>
    private static IEnumerable<string> Decisive(ExplainedCondition node)
    {
        if (node.Found is { } found)
        {
            var facts = node.Value == Truth.Unknown ? [.. node.Facts.Where(fact => fact.Code == Fact.Unknown)] : node.Facts;
            return facts.Count == 0 ? [found] : facts.Select(ExplanationText.Clause);
        }

        var same = node.Children.Where(child => child.Value == node.Value).ToList();
        return (same.Count > 0 ? same : node.Children).SelectMany(Decisive);
    }
}
