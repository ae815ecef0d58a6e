using System.Linq.Expressions;
using System.Text;
using NRules.RuleModel;

namespace CollabRisk.NRules.Tests;

/// <summary>The page that shows what rules look like in NRules is what they look like.</summary>
public class RulesPageTests
{
    private static readonly string[] Shown = ["VISION-ABSENT", "LEAD-PARTNER-DISENGAGEMENT", "DRIVER-ATTRIBUTE", "CollabRisk"];

    [Fact]
    public void Page_ShowsTheRulesAsTheyAre() => Approved.Equal("docs/nrules-rules.md", Page());

    private static string Page()
    {
        var text = new StringBuilder("""
            # What the rules look like in NRules

            Three rules as `NRulesRuleBook.Rules` has them, written out by a test; [nrules.md](nrules.md) says how to use them, and
            [rules.md](rules.md) says all rules in words. Every rule that bears a code has the same three conditions around its own:
            the assessment is one of its rule book, the partner is one of the assessment's, and no case of the rule failed. A fact that is not
            known is null, and passes neither a test nor its opposite. A match fires again where its key, the finding, is another one.


            """);
        foreach (var shown in Shown)
        {
            text.Append("## ").Append(shown == "CollabRisk" ? "The rule that always runs" : shown).Append("\n\n```text\n");
            text.AppendJoin('\n', Books.Compile(Books.AllPacks).Rules.Where(rule => rule.Name.Split(':')[0] == shown).Select(Written)).Append("```\n\n");
        }

        return text.ToString();
    }

    private static string Written(IRuleDefinition rule)
    {
        var text = new StringBuilder();
        text.Append("rule \"").Append(rule.Name).Append("\"\n");
        Line("tags", string.Join(", ", rule.Tags));
        Line("priority", $"{rule.Priority}");
        foreach (var pattern in rule.LeftHandSide.ChildElements.OfType<PatternElement>())
        {
            Line("match", $"{pattern.ValueType.Name} {pattern.Declaration.Name}");
            foreach (var condition in pattern.Expressions.OfType<NamedExpressionElement>())
            {
                Line("", $"  where {Body(condition.Expression)}");
            }
        }

        foreach (var filter in rule.FilterGroup.Filters)
        {
            Line("key", Body(filter.Expression));
        }

        foreach (var action in rule.RightHandSide.Actions)
        {
            Line("then", Body(action.Expression));
        }

        return text.ToString();

        void Line(string name, string what) => text.Append("  ").Append(name.PadRight(10)).Append(what).Append('\n');
    }

    private static string Body(LambdaExpression expression)
    {
        var body = expression.Body is UnaryExpression { NodeType: ExpressionType.Convert } converted ? converted.Operand : expression.Body;
        return body.ToString()
            .Replace("value(CollabRisk.Rules.RuleBook)", "the rule book", StringComparison.Ordinal)
            .Replace("value(CollabRisk.NRules.Translation.RuleTranslation+<>c__DisplayClass5_0).", "", StringComparison.Ordinal);
    }
}
