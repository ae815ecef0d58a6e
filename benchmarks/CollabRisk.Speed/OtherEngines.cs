using System.Globalization;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;
using RulesEngine.Models;
using Rule = CollabRisk.Rules.Rule;

namespace CollabRisk.Speed;

/// <summary>
/// The rules as microsoft/RulesEngine takes them: lambda expressions in text over the collaboration, one workflow, asked of all rules.
/// Rules about partners, derived facts, sets of words and other rules are left out; what is left is written in two-valued logic.
/// </summary>
internal sealed class OtherEngines
{
    private const string Workflow = "General";
    private readonly RulesEngine.RulesEngine engine;

    public OtherEngines(RuleBook book)
    {
        var rules = book.Rules.Select(rule => (rule.Code, Text: TextOf(rule))).Where(rule => rule.Text is not null)
            .Select(rule => new RulesEngine.Models.Rule { RuleName = rule.Code, Expression = rule.Text, RuleExpressionType = RuleExpressionType.LambdaExpression }).ToList();
        Rules = rules.Count;
        engine = new([new Workflow { WorkflowName = Workflow, Rules = rules }], new ReSettings { CustomTypes = [.. typeof(Collaboration).Assembly.GetExportedTypes().Where(type => type.IsEnum)] });
    }

    /// <summary>How many rules could be written.</summary>
    public int Rules { get; }

    /// <summary>How many rules are raised.</summary>
    public int Run(Collaboration collaboration)
    {
        var raised = 0;
        foreach (var result in engine.ExecuteAllRulesAsync(Workflow, new RuleParameter("c", collaboration)).AsTask().GetAwaiter().GetResult())
        {
            raised += result.IsSuccess ? 1 : 0;
        }

        return raised;
    }

    private static string? TextOf(Rule rule)
    {
        try
        {
            return rule.IsPerPartner ? null : string.Join(" || ", rule.Cases.Select(@case =>
                "(" + string.Join(" && ", new[] { rule.AppliesWhen, @case.AppliesWhen, @case.When }.OfType<Condition>().Select(part => TextOf(part, want: true))) + ")"));
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private static string TextOf(Condition node, bool want) => node switch
    {
        AllOf or AnyOf when node.Children.Count > 0 => "(" + string.Join(node is AllOf == want ? " && " : " || ", node.Children.Select(child => TextOf(child, want))) + ")",
        Not => TextOf(node.Children[0], !want),
        UnknownTest test => $"{Value(test.Fact)} {(want ? "==" : "!=")} null",
        OneOf { Fact.Type: FactType.YesNo } test => $"{Value(test.Fact)} == {(test.Holds(1) == want ? "true" : "false")}",
        OneOf test => "(" + string.Join(" || ", Enumerable.Range(0, test.Fact.AllowedWords.Count).Where(code => test.Holds(code) == want)
            .Select(code => $"{Value(test.Fact)} == {test.Fact.Store.Word(test.Fact, 0).GetType().Name}.{test.Fact.AllowedWords[code]}").DefaultIfEmpty("false")) + ")",
        NumberTest { Fact.Type: FactType.Number or FactType.WholeNumber } test when want =>
            string.Create(CultureInfo.InvariantCulture, $"{Value(test.Fact)} {Comparisons.Symbol(test.Comparison) switch { "=" => "==", "≠" => "!=", "≤" => "<=", "≥" => ">=", var sign => sign }} {Fact.DecodeNumber(test.Constant)}"),
        _ => throw new NotSupportedException($"{node}"),
    };

    private static string Value(Fact fact) => fact.IsPerPartner || fact.IsDerived || fact.Type is FactType.List
        ? throw new NotSupportedException($"{fact}")
        : "c." + string.Join('.', fact.Path.Split('.').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
