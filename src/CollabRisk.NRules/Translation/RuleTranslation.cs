using System.Linq.Expressions;
using CollabRisk.Conditions;
using CollabRisk.NRules.Session;
using CollabRisk.Rules;
using NRules.RuleModel;
using RuleModelBuilder = NRules.RuleModel.Builders.RuleBuilder;

namespace CollabRisk.NRules.Translation;

/// <summary>
/// Makes NRules rules of a rule book: one for each case that is not switched off, which fires when it is raised and only then, and one
/// before them that always runs and makes the assessment. All of them go before the rules of a host, whose priority is 0 unless it says
/// otherwise.
/// </summary>
internal static class RuleTranslation
{
    /// <summary>The tag of all rules.</summary>
    public const string Tag = "CollabRisk";

    /// <summary>The tag of the rules that bear no code.</summary>
    public const string WorkingTag = "CollabRisk.Working";

    private const int AssessmentPriority = 2, CodePriority = 1;

    /// <summary>The rules of a rule book, in its order, and last the one that makes the assessment.</summary>
    /// <param name="book">The rule book.</param>
    /// <param name="withPartners">Whether partners become facts of the session.</param>
    public static IReadOnlyList<IRuleDefinition> Of(RuleBook book, bool withPartners) =>
    [
        .. from rule in book.Rules
           from number in Enumerable.Range(0, rule.Cases.Length)
           where !rule.Cases[number].IsSwitchedOff
           select RuleOf(new RuleCase(rule, number), book),
        Assessment(new Assessing(book, withPartners)),
    ];

    /// <summary>Fires when the case is raised, and yields its finding.</summary>
    private static IRuleDefinition RuleOf(RuleCase ruleCase, RuleBook book)
    {
        var rule = ruleCase.Rule;
        var raised = new RaisedExpressions(ruleCase);
        var (assessment, partner) = (raised.Assessment, raised.Partner);
        var builder = Builder(ruleCase.Name, $"{rule.Title}: {Describe(ruleCase)}", CodePriority, $"{rule.Kind}", rule.PackId, rule.Chapter);
        builder.Property(RuleCase.Property, ruleCase);
        var assessments = builder.LeftHandSide().Pattern(assessment.Type, assessment.Name);
        assessments.Condition(Expression.Lambda(Expression.Equal(Expression.Property(assessment, nameof(CollabRisk.Assessment.RuleBook)), Expression.Constant(book)), assessment));
        var conditions = raised.Conditions().ToLookup(condition => partner is not null && condition.Parameters.Contains(partner));
        foreach (var condition in conditions[false])
        {
            assessments.Condition(condition);
        }

        // A rule of which one case failed has failed, so none of its cases is raised.
        assessments.Condition(Expression.Lambda(Expression.Not(Ask(nameof(AssessmentQuestions.HasFailed), assessment, Expression.Constant(rule))), assessment));
        if (partner is not null)
        {
            var partners = builder.LeftHandSide().Pattern(partner.Type, partner.Name);
            partners.Condition(Expression.Lambda(Expression.ReferenceEqual(Expression.Property(partner, nameof(AssessedPartner.Assessment)), assessment), assessment, partner));
            foreach (var condition in conditions[true])
            {
                partners.Condition(condition);
            }
        }

        // A match whose finding is what it was has nothing new to say, so it does not fire again.
        ParameterExpression[] matched = partner is null ? [assessment] : [assessment, partner];
        Expression[] asked = [assessment, (Expression?)partner ?? Expression.Constant(null, typeof(AssessedPartner))];
        var context = Expression.Parameter(typeof(IContext), "context");
        builder.Filters().Filter(FilterType.KeyChange, Expression.Lambda(
            Expression.Convert(Expression.Call(Expression.Constant(ruleCase), nameof(RuleCase.FindingIn), null, asked), typeof(object)), matched));
        builder.RightHandSide().Action(Expression.Lambda(
            Expression.Call(Expression.Constant(ruleCase), nameof(RuleCase.Yield), null, [context, .. asked]), [context, .. matched]));
        return builder.Build();
    }

    /// <summary>Makes the assessment of each collaboration.</summary>
    private static IRuleDefinition Assessment(Assessing assessing)
    {
        var builder = Builder($"{Tag}: assessment", "Makes the assessment of a collaboration that is inserted or updated.", AssessmentPriority, WorkingTag);
        builder.LeftHandSide().Pattern(typeof(Collaboration), "collaboration");
        Expression<Action<IContext, Collaboration>> assess = (context, collaboration) => assessing.Assess(context, collaboration);
        builder.RightHandSide().Action(assess);
        return builder.Build();
    }

    /// <summary>A question to an assessment that no property of the model answers.</summary>
    public static MethodCallExpression Ask(string question, params Expression[] arguments) => Expression.Call(typeof(AssessmentQuestions), question, null, arguments);

    private static RuleModelBuilder Builder(string name, string description, int priority, params string[] tags)
    {
        var builder = new RuleModelBuilder();
        builder.Name(name);
        builder.Description(description);
        builder.Tags([Tag, .. tags]);
        builder.Priority(priority);
        return builder;
    }

    private static string Describe(RuleCase ruleCase)
    {
        var guards = string.Join("; ", ((Condition?[])[ruleCase.Rule.AppliesWhen, ruleCase.Case.AppliesWhen]).OfType<Condition>());
        return $"{ruleCase.Case.When}{(guards.Length == 0 ? "" : $", where {guards}")}";
    }
}
