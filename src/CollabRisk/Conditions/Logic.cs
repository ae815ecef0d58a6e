using System.Globalization;
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

    public override void Write(StringBuilder text) => WriteCall(text, "any", children);

    public override string Describe() => "at least one of these holds";
}

/// <summary>At least a number of the conditions hold; there are more of them than that, and the number is at least 1.</summary>
internal sealed class AtLeastOf(int count, IReadOnlyList<Condition> conditions) : Condition
{
    private readonly Condition[] children = [.. conditions];

    public int Count { get; } = count;

    public override IReadOnlyList<Condition> Children => children;

    public override Truth Evaluate(ConditionContext context, int partner)
    {
        var (sure, possible) = (0, 0);
        foreach (var child in children)
        {
            var value = child.Evaluate(context, partner);
            sure += value == Truth.True ? 1 : 0;
            possible += value != Truth.False ? 1 : 0;
        }

        return sure >= Count ? Truth.True : possible >= Count ? Truth.Unknown : Truth.False;
    }

    /// <summary>The value of the node, or whatever "and" and "or" are made of, where its parts are these: of all ways to choose enough of them, one holds.</summary>
    /// <param name="parts">What stands for the children.</param>
    /// <param name="count">How many are asked for.</param>
    /// <param name="always">What always holds.</param>
    /// <param name="never">What never holds.</param>
    /// <param name="and">That two hold.</param>
    /// <param name="or">That one of two holds.</param>
    public static T Of<T>(IReadOnlyList<T> parts, int count, T always, T never, Func<T, T, T> and, Func<T, T, T> or)
    {
        // By how many are still asked for: that so many hold of those that were looked at, from the last to the first.
        var reached = Enumerable.Repeat(never, count + 1).ToArray();
        reached[0] = always;
        foreach (var part in parts.Reverse())
        {
            for (var asked = count; asked > 0; asked--)
            {
                reached[asked] = or(and(part, reached[asked - 1]), reached[asked]);
            }
        }

        return reached[count];
    }

    public override void Write(StringBuilder text) => WriteCall(text, string.Create(CultureInfo.InvariantCulture, $"at least {Count} of"), children);

    public override string Describe() => string.Create(CultureInfo.InvariantCulture, $"at least {Count} of these hold");
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
            AtLeastOf some => new AtLeastOf(some.Children.Count + 1 - some.Count, [.. some.Children.Select(Of)]),
            AtLeastPartners some when some.Quota == Quota.One => new EveryPartner(Of(condition.Children[0])),
            OneOf test => test.Opposite(),
            NumberTest test => test.Opposite(),
            NumberPairTest test => test.Opposite(),
            DayPairTest test => test.Opposite(),
            PartnersSum test => test.Opposite(),
            _ => new Not(condition),
        };
        opposite.Place ??= condition.Place;
        return opposite;
    }

    public override Truth Evaluate(ConditionContext context, int partner) => child.EvaluateOpposite(context, partner);

    public override void AddOpen(ConditionContext context, int partner, OpenCollector open) => child.AddOpen(context, partner, open);

    public override void AddSupport(ConditionContext context, int partner, FactCollector support) =>
        child.AddSupport(context, partner, support);

    public override void Write(StringBuilder text) => WriteCall(text, "not", children);

    public override string Describe() => "this does not hold";
}
