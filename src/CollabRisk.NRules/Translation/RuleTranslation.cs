using System.Globalization;
using System.Linq.Expressions;
using CollabRisk.Conditions;
using CollabRisk.NRules.Session;
using CollabRisk.Rules;
using NRules.RuleModel;
using RuleModelBuilder = NRules.RuleModel.Builders.RuleBuilder;

namespace CollabRisk.NRules.Translation;

/// <summary>
/// Makes NRules rules of a rule book: one for each case of each rule, one for the overall range where a rule asks for it, and
/// a last one that sums up. All of them go before the rules of a host, whose priority is 0 unless it says otherwise.
/// </summary>
internal sealed class RuleTranslation
{
    public const string Tag = "CollabRisk";

    private readonly RuleBook book;
    private readonly Dictionary<string, Condition> tests = new(StringComparer.Ordinal);
    private readonly List<IRuleDefinition> rules = [];

    private RuleTranslation(RuleBook book) => this.book = book;

    public static IReadOnlyList<IRuleDefinition> Of(RuleBook book)
    {
        var translation = new RuleTranslation(book);
        translation.Translate();
        return translation.rules;
    }

    private void Translate()
    {
        var layers = new RuleLayers(book);
        foreach (var rule in book.Rules)
        {
            for (var v = 0; v < rule.Cases.Count; v++)
            {
                rules.Add(RuleOf(new RuleCase(rule, v), layers.PriorityOf(rule)));
            }
        }

        if (layers.OverallPriority is { } priority)
        {
            Expression<Action<IContext, RunningEvaluation, IEnumerable<CaseFact>>> settle = (context, evaluation, cases) => evaluation.SettleOverall(context, cases);
            rules.Add(RuleOverCases(
                "CollabRisk: overall range", "Works out the overall range for the rules that ask for it.", priority, settle,
                one => Expression.Lambda<Func<CaseFact, bool>>(Expression.Property(one, nameof(CaseFact.HasLevel)), one)));
        }

        Expression<Action<IContext, RunningEvaluation, IEnumerable<CaseFact>>> assess = (context, evaluation, cases) => evaluation.Assess(context, cases);
        rules.Add(RuleOverCases("CollabRisk: assessment", "Writes the findings, as facts that other rules can match.", RuleLayers.LastPriority, assess));
    }

    private IRuleDefinition RuleOf(RuleCase ruleCase, int priority)
    {
        var (rule, @case) = (ruleCase.Rule, ruleCase.Case);
        var patterns = new RulePatterns();
        var expressions = new ConditionExpressions(ruleCase, book, patterns, tests);
        var partner = rule.IsPerPartner ? patterns.Partner() : null;

        // Each part is bound to a name, so that NRules shows its value in every match.
        var guard = Expression.Parameter(typeof(Truth), "guard");
        var condition = Expression.Parameter(typeof(Truth), "condition");
        var bindings = new List<(ParameterExpression Name, Expression Value)>();
        Expression applies = Expression.Constant(Truth.True);
        if (GuardOf(rule, @case) is { } value)
        {
            bindings.Add((guard, value));
            applies = guard;
        }

        bindings.Add((condition, applies == guard ? expressions.ValueUnlessFalse(guard, @case.When, partner) : expressions.ValueOf(@case.When, partner)));
        var moderators = new List<ParameterExpression>();
        for (var i = 0; i < @case.Moderators.Count && rule.HasLevel; i++)
        {
            moderators.Add(Expression.Parameter(typeof(Truth), string.Create(CultureInfo.InvariantCulture, $"moderator {i + 1}")));
            bindings.Add((moderators[i], expressions.ValueUnlessFalse(condition, @case.Moderators[i].When, partner)));
        }

        if (patterns.IsEmpty)
        {
            // A condition that reads nothing has the same value for every collaboration; it still needs one.
            patterns.Group("");
        }

        var builder = new RuleModelBuilder();
        builder.Name(ruleCase.Name);
        builder.Description(Describe(rule, @case));
        builder.Tags([Tag, $"{rule.Kind}", rule.PackId, rule.Chapter]);
        builder.Property(RuleCase.Property, ruleCase);
        builder.Priority(priority);
        patterns.AddTo(builder.LeftHandSide());
        foreach (var (name, bound) in bindings)
        {
            builder.LeftHandSide().Pattern(typeof(Truth), name.Name).Binding().BindingExpression(Expression.Lambda(bound, FreeParameters.Of(bound)));

            // A match whose values are what they were has nothing new to say, so it does not fire again.
            builder.Filters().Filter(FilterType.KeyChange, Expression.Lambda(Expression.Convert(name, typeof(object)), name));
        }

        var context = Expression.Parameter(typeof(IContext), "context");
        var settle = Expression.Call(
            Expression.Constant(ruleCase), typeof(RuleCase).GetMethod(nameof(RuleCase.Settle))!, context, applies, condition,
            Expression.NewArrayInit(typeof(Truth), moderators), (Expression?)partner ?? Expression.Constant(null, typeof(PartnerFacts)));
        builder.RightHandSide().Action(Expression.Lambda(settle, [context, .. FreeParameters.Of(settle).Where(read => read != context)]));
        return builder.Build();

        Expression? GuardOf(Rule rule, Case @case) => (rule.AppliesWhen, @case.AppliesWhen) switch
        {
            (null, null) => null,
            ({ } one, null) => expressions.ValueOf(one, partner),
            (null, { } other) => expressions.ValueOf(other, partner),
            ({ } one, { } other) => Expression.Call(typeof(Kleene).GetMethod(nameof(Kleene.And))!, expressions.ValueOf(one, partner), expressions.ValueOf(other, partner)),
        };
    }

    private static IRuleDefinition RuleOverCases(
        string name, string description, int priority, LambdaExpression action, Func<ParameterExpression, LambdaExpression>? which = null)
    {
        var builder = new RuleModelBuilder();
        builder.Name(name);
        builder.Description(description);
        builder.Tag(Tag);
        builder.Priority(priority);
        builder.LeftHandSide().Pattern(typeof(RunningEvaluation), "evaluation");
        RulePatterns.All<CaseFact>(Expression.Parameter(typeof(IEnumerable<CaseFact>), "cases"), which)(builder.LeftHandSide());
        builder.RightHandSide().Action(action);
        return builder.Build();
    }

    private static string Describe(Rule rule, Case @case)
    {
        var guards = string.Join("; ", ((Condition?[])[rule.AppliesWhen, @case.AppliesWhen]).OfType<Condition>());
        return $"{rule.Title}: {@case.When}{(guards.Length == 0 ? "" : $", where {guards}")}";
    }
}
