using System.Linq.Expressions;
using System.Reflection;
using NRules.RuleModel;
using RuleModelBuilder = NRules.RuleModel.Builders.RuleBuilder;

namespace CollabRisk.NRules.Translation;

/// <summary>
/// Keeps rules of a host with <c>SelectMany</c> thread-safe. In NRules 1.0.4 all sessions of a factory share a plain dictionary of the comparers
/// of the types that are flattened, which is filled when the first match needs them, so that simultaneous sessions can break it. A rule that
/// flattens nothing makes NRules fill it when the first session is made.
/// </summary>
internal sealed class FlattenedTypes : RuleElementVisitor<ISet<Type>>
{
    /// <summary>A rule for each type that rules flatten. They never fire. With them, make one session before any other.</summary>
    public static IReadOnlyList<IRuleDefinition> RulesFor(IEnumerable<IRuleDefinition> rules)
    {
        var visitor = new FlattenedTypes();
        var types = new HashSet<Type>();
        foreach (var rule in rules)
        {
            visitor.Visit(types, rule.LeftHandSide);
        }

        var make = typeof(FlattenedTypes).GetMethod(nameof(RuleFor), BindingFlags.Static | BindingFlags.NonPublic)!;
        return [.. types.Select(type => (IRuleDefinition)make.MakeGenericMethod(type).Invoke(null, null)!)];
    }

    protected override RuleElement VisitAggregate(ISet<Type> types, AggregateElement element)
    {
        if (element.Name == AggregateElement.FlattenName)
        {
            types.Add(element.ResultType);
        }

        return base.VisitAggregate(types, element);
    }

    private static IRuleDefinition RuleFor<T>()
    {
        Expression<Func<Nothing, IEnumerable<T>>> none = nothing => Array.Empty<T>();
        Expression<Action<IContext>> act = context => Nothing.Do();
        var builder = new RuleModelBuilder();
        builder.Name($"{RuleTranslation.Tag}: comparer of {typeof(T)}");
        builder.Tags([RuleTranslation.Tag, RuleTranslation.WorkingTag]);
        var flattened = builder.LeftHandSide().Pattern(typeof(T), "one").Aggregate();
        flattened.Flatten(none);
        flattened.Pattern(typeof(Nothing), "nothing");
        builder.RightHandSide().Action(act);
        return builder.Build();
    }

    /// <summary>What no session has.</summary>
    private sealed class Nothing
    {
        public static void Do()
        {
        }
    }
}
