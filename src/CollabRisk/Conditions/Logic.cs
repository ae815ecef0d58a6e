using System.Text;
using CollabRisk.Facts;

namespace CollabRisk.Conditions;

/// <summary>All of the conditions hold.</summary>
internal sealed class AllOf(IReadOnlyList<Condition> conditions) : Condition
{
    private readonly Condition[] children = [.. conditions];

    public override IReadOnlyList<Condition> Children => children;

    public override Truth Evaluate(ConditionContext context, int partner)
    {
        var value = Truth.True;
        for (var i = 0; i < children.Length && value != Truth.False; i++)
        {
            value = Kleene.And(value, children[i].Evaluate(context, partner));
        }

        return value;
    }

    public override Truth EvaluateOpposite(ConditionContext context, int partner)
    {
        var value = Truth.False;
        for (var i = 0; i < children.Length && value != Truth.True; i++)
        {
            value = Kleene.Or(value, children[i].EvaluateOpposite(context, partner));
        }

        return value;
    }

    public override void Write(StringBuilder text) => WriteCall(text, "all", children);

    public override string Describe() => "all of these hold";
}

/// <summary>At least one of the conditions holds.</summary>
internal sealed class AnyOf(IReadOnlyList<Condition> conditions) : Condition
{
    private readonly Condition[] children = [.. conditions];

    public override IReadOnlyList<Condition> Children => children;

    public override Truth Evaluate(ConditionContext context, int partner)
    {
        var value = Truth.False;
        for (var i = 0; i < children.Length && value != Truth.True; i++)
        {
            value = Kleene.Or(value, children[i].Evaluate(context, partner));
        }

        return value;
    }

    public override Truth EvaluateOpposite(ConditionContext context, int partner)
    {
        var value = Truth.True;
        for (var i = 0; i < children.Length && value != Truth.False; i++)
        {
            value = Kleene.And(value, children[i].EvaluateOpposite(context, partner));
        }

        return value;
    }

    public override void Write(StringBuilder text) => WriteCall(text, "any", children);

    public override string Describe() => "at least one of these holds";
}

/// <summary>
/// The condition does not hold; an unknown stays unknown. Rules are given <see cref="Of"/>, which takes it down to what has no opposite
/// of its own.
/// </summary>
internal sealed class Not(Condition child) : Condition
{
    private readonly Condition[] children = [child];

    public override IReadOnlyList<Condition> Children => children;

    /// <summary>That a condition does not hold, with "not" taken down to its comparisons.</summary>
    public static Condition Of(Condition condition)
    {
        Condition opposite = condition switch
        {
            Not => condition.Children[0],
            AllOf => new AnyOf([.. condition.Children.Select(Of)]),
            AnyOf => new AllOf([.. condition.Children.Select(Of)]),
            EveryPartner => new AtLeastPartners(1, Of(condition.Children[0])),
            AtLeastPartners { Count: 1 } => new EveryPartner(Of(condition.Children[0])),
            OneOf test => test.Opposite(),
            NumberTest test => test.Opposite(),
            NumberPairTest test => test.Opposite(),
            _ => new Not(condition),
        };
        opposite.Place ??= condition.Place;
        return opposite;
    }

    public override Truth Evaluate(ConditionContext context, int partner) => child.EvaluateOpposite(context, partner);

    public override Truth EvaluateOpposite(ConditionContext context, int partner) => child.Evaluate(context, partner);

    public override void AddOpen(ConditionContext context, int partner, OpenCollector open) => child.AddOpen(context, partner, open);

    public override void AddSupport(ConditionContext context, int partner, FactCollector support) =>
        child.AddSupport(context, partner, support);

    public override void Write(StringBuilder text) => WriteCall(text, "not", children);

    public override string Describe() => "this does not hold";
}
