using CollabRisk.Conditions;
using CollabRisk.Explaining;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Tests.Knowledge;

namespace CollabRisk.Tests.Explainings;

/// <summary>What an explanation says is what the evaluation came to, for every rule on random collaborations.</summary>
public class ExplanationPropertyTests
{
    private const int Count = 150;

    [Fact]
    public void Explain_EveryRule_SaysWhatTheEvaluationCameTo() => ForEachRule((assessment, rule, explanation) =>
    {
        explanation.Outcome.Should().Be(assessment.Outcomes[rule.Code].Outcome);
        explanation.OpenFacts.Should().Equal(assessment.Outcomes[rule.Code].OpenFacts);
        Together(explanation.Cases).Should().Be(explanation.Outcome);
        foreach (var each in explanation.Cases)
        {
            each.Because.Should().NotBeEmpty();
            var expected = (each.Guard?.Value ?? Truth.True, each.Condition.Value) switch
            {
                (Truth.False, _) => Outcome.NotApplicable,
                (Truth.Unknown, _) or (_, Truth.Unknown) => Outcome.Undetermined,
                (_, Truth.True) => each.Subject?.Contains("not listed", StringComparison.Ordinal) == true ? Outcome.Undetermined : Outcome.Raised,
                _ => FactsBelow(each.Condition).Concat(each.Guard is null ? [] : FactsBelow(each.Guard)).Any(fact => fact.Value == "does not apply") ? Outcome.NotApplicable
                    : each.Outcome == Outcome.NotApplicable && rule.BuildsOn.Count > 0 ? Outcome.NotApplicable
                    : Outcome.Clear,
            };
            each.Outcome.Should().Be(expected);
        }
    });

    [Fact]
    public void Explain_RaisedRule_HasTheFindingsOfTheAssessment() => ForEachRule((assessment, rule, explanation) =>
    {
        var findings = assessment.Findings.Where(finding => finding.Code == rule.Code).ToList();
        var raised = explanation.Cases.Where(each => each.Outcome == Outcome.Raised).ToList();
        raised.Select(each => $"{each.Subject} {each.Message} {each.Level?.Range}").Order(StringComparer.Ordinal).Should().Equal(
            findings.Select(f => $"{f.Subject} {f.Message} {f.Level}").Order(StringComparer.Ordinal));
        foreach (var each in raised)
        {
            var acting = each.Level?.Moderators.Where(moderator => moderator.Step != 0).Select(moderator => moderator.Moderator) ?? [];
            findings.Should().Contain(finding => finding.Subject == each.Subject && finding.ModeratedBy.SequenceEqual(acting));
        }

        foreach (var level in explanation.Cases.Select(each => each.Level).OfType<ExplainedLevel>().Where(level => level.Range is not null))
        {
            // The levels follow from the base and the moderators that are shown, and from nothing else.
            var known = level.Moderators.Sum(moderator => moderator.Step);
            var open = level.Moderators.Where(moderator => moderator.Condition.Value == Truth.Unknown).ToList();
            level.Range.Should().Be(
                new LevelRange(
                    Moved(level, known - open.Count(moderator => moderator.Moderator.Direction == Direction.Lowered)),
                    Moved(level, known + open.Count(moderator => moderator.Moderator.Direction == Direction.Raised))));
        }
    });

    [Fact]
    public void Explain_EveryNode_HasTheValueThatThoseBelowItGive() => ForEachRule((_, rule, explanation) =>
    {
        var guards = rule.AppliesWhen is null ? 0 : 1;
        for (var i = 0; i < explanation.Cases.Count; i++)
        {
            var each = explanation.Cases[i];
            var @case = rule.Cases[i / (explanation.Cases.Count / rule.Cases.Length)];
            AssertConsistent(@case.When, each.Condition);
            if (each.Guard is { } guard && guards + (@case.AppliesWhen is null ? 0 : 1) == 1)
            {
                AssertConsistent((rule.AppliesWhen ?? @case.AppliesWhen)!, guard);
            }

            foreach (var (moderator, explained) in rule.Moderators.Zip(each.Level?.Moderators ?? []))
            {
                AssertConsistent(moderator.When, explained.Condition);
            }
        }
    });

    [Fact]
    public void Explain_EveryRule_IsWrittenAsTextAndAsJsonAndAlwaysTheSame() => ForEachRule((assessment, rule, explanation) =>
    {
        var again = assessment.Explain(rule.Code);
        again.ToText().Should().Be(explanation.ToText());
        again.ToJson().Should().Be(explanation.ToJson());
        explanation.Summary.Should().StartWith(rule.Code);
    }, count: 6);

    private static void AssertConsistent(Condition condition, ExplainedCondition node)
    {
        var values = node.Children.Select(child => (Truth)child.Value).ToList();
        var expected = condition switch
        {
            AllOf or EveryPartner => values.Aggregate(Truth.True, Kleene.And),
            AnyOf => values.Aggregate(Truth.False, Kleene.Or),
            Not when FactsBelow(node).Any(fact => fact.Value == "does not apply") => node.Value,
            Not => Kleene.Not(values.Should().ContainSingle().Which),
            AtLeastPartners => values.TrueForAll(value => value == Truth.False) ? Truth.False : node.Value,
            UnknownTest => Kleene.Of(node.Facts[0].Value == "not known"),
            FactTest or SubsetTest or NumberPairTest when node.Facts.Any(fact => fact.Value == "does not apply") => Truth.False,
            FactTest or SubsetTest or NumberPairTest when node.Facts.All(fact => fact.Value == "not known") => Truth.Unknown,
            FactTest => node.Value == Truth.Unknown ? Truth.False : node.Value,
            RaisedTest when !node.Rule!.Rule.IsPerPartner => node.Rule.Outcome switch { Outcome.Raised => Truth.True, Outcome.Error => Truth.Unknown, _ => node.Value },
            _ => node.Value,
        };
        expected.Should().Be(node.Value, $"'{condition}' is {node.Value}, expected {expected}.");
        (node.Found is not null || node.Children.Count > 0).Should().BeTrue($"'{condition}' found nothing.");
        var children = condition.Children.Count == node.Children.Count
            ? condition.Children
            : Enumerable.Repeat(condition.Children[0], node.Children.Count);
        foreach (var (below, explained) in children.Zip(node.Children))
        {
            AssertConsistent(below, explained);
        }
    }

    private static IEnumerable<FactReading> FactsBelow(ExplainedCondition node) => node.Facts.Concat(node.Children.SelectMany(FactsBelow));

    private static Level Moved(ExplainedLevel level, int steps) =>
        (Level)Math.Clamp((int)level.Base.Level + steps, (int)Level.Low, (int)level.Cap);

    private static Outcome Together(IReadOnlyList<ExplainedCase> cases) => cases.Min(each => each.Outcome switch
    {
        Outcome.Raised => (0, each.Outcome),
        Outcome.Undetermined => (1, each.Outcome),
        Outcome.Clear => (2, each.Outcome),
        _ => (3, each.Outcome),
    }).Outcome;

    private static void ForEachRule(Action<Assessment, Rule, RuleExplanation> assert, int count = Count) => Law.Holds(count, drawn =>
    {
        var assessment = RuleCases.Evaluator.Evaluate(drawn.Collaboration);
        foreach (var rule in RuleCases.Book.Rules)
        {
            assert(assessment, rule, assessment.Explain(rule.Code));
        }
    });
}
