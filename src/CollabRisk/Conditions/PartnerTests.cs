using System.Globalization;
using System.Text;
using CollabRisk.Facts;

namespace CollabRisk.Conditions;

/// <summary>At least a number of partners meet a condition. Partners that are not listed may or may not.</summary>
internal sealed class AtLeastPartners(int count, Condition each) : Condition
{
    private readonly Condition[] children = [each];

    public int Count { get; } = count;

    public override IReadOnlyList<Condition> Children => children;

    public override Truth Evaluate(ConditionContext context, int partner)
    {
        Span<Truth> values = context.Facts.PartnerRows <= 64 ? stackalloc Truth[context.Facts.PartnerRows] : new Truth[context.Facts.PartnerRows];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = each.Evaluate(context, row);
        }

        return Of(values, context.Facts);
    }

    /// <summary>Fewer partners than the number miss the opposite of the condition.</summary>
    public override Truth EvaluateOpposite(ConditionContext context, int partner)
    {
        long sure = 0;
        long possible = 0;
        for (var row = 0; row < context.Facts.PartnerRows; row++)
        {
            var value = each.EvaluateOpposite(context, row);
            sure += value == Truth.False && !context.Facts.IsMissing(row) ? 1 : 0;
            possible += value == Truth.True ? 0 : context.Facts.IsMissing(row) ? context.Facts.Missing : 1;
        }

        return possible < Count ? Truth.True : sure < Count ? Truth.Unknown : Truth.False;
    }

    /// <summary>The value of the test where the condition has these values, by the rows of partners.</summary>
    public Truth Of(ReadOnlySpan<Truth> values, FactTable facts)
    {
        long sure = 0;
        long possible = 0;
        for (var row = 0; row < values.Length; row++)
        {
            sure += values[row] == Truth.True && !facts.IsMissing(row) ? 1 : 0;
            possible += values[row] == Truth.False ? 0 : facts.IsMissing(row) ? facts.Missing : 1;
        }

        return sure >= Count ? Truth.True : possible >= Count ? Truth.Unknown : Truth.False;
    }

    /// <summary>What keeps the number open, or how many miss the condition.</summary>
    public override void AddOpen(ConditionContext context, int partner, OpenCollector open) =>
        PartnerRows.AddOpen(Evaluate(context, partner) == Truth.Unknown ? each : Not.Of(each), context, open);

    public override void AddSupport(ConditionContext context, int partner, FactCollector support) =>
        PartnerRows.AddSupport(each, context, Evaluate(context, partner), support);

    public override void Write(StringBuilder text) =>
        WriteCall(text, string.Create(CultureInfo.InvariantCulture, $"at least {Count} partners"), children);

    public override string Describe() => Count == 1
        ? "this holds for at least one partner"
        : string.Create(CultureInfo.InvariantCulture, $"this holds for at least {Count} partners");

    public override IEnumerable<(Condition Child, int Partner, string? Name)> Asked(ConditionContext context, int partner) =>
        PartnerRows.Asked(each, context);
}

/// <summary>Every partner meets a condition; unknown while partners are missing, since they may not.</summary>
internal sealed class EveryPartner(Condition each) : Condition
{
    private readonly Condition[] children = [each];

    public override IReadOnlyList<Condition> Children => children;

    public override Truth Evaluate(ConditionContext context, int partner)
    {
        var value = Truth.True;
        for (var row = 0; row < context.Facts.PartnerRows && value != Truth.False; row++)
        {
            value = Kleene.And(value, each.Evaluate(context, row));
        }

        return value;
    }

    public override Truth EvaluateOpposite(ConditionContext context, int partner) => new AtLeastPartners(1, Not.Of(each)).Evaluate(context, partner);

    public override void AddOpen(ConditionContext context, int partner, OpenCollector open) =>
        PartnerRows.AddOpen(each, context, open);

    public override void AddSupport(ConditionContext context, int partner, FactCollector support) =>
        PartnerRows.AddSupport(each, context, Evaluate(context, partner), support);

    public override void Write(StringBuilder text) => WriteCall(text, "every partner", children);

    public override string Describe() => "this holds for every partner";

    public override IEnumerable<(Condition Child, int Partner, string? Name)> Asked(ConditionContext context, int partner) =>
        PartnerRows.Asked(each, context);
}

/// <summary>At least two partners are known to differ in a fact.</summary>
internal sealed class PartnersDiffer(Fact fact) : Condition
{
    public Fact Fact => fact;

    public override IEnumerable<Fact> OwnFacts => [fact];

    public override Truth Evaluate(ConditionContext context, int partner)
    {
        Span<long> codes = context.Facts.PartnerRows <= 64 ? stackalloc long[context.Facts.PartnerRows] : new long[context.Facts.PartnerRows];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = context.Facts[fact, row];
        }

        return Of(codes);
    }

    public override Truth EvaluateOpposite(ConditionContext context, int partner)
    {
        for (var row = 0; row < context.Facts.PartnerRows; row++)
        {
            if (context.Facts[fact, row] == Fact.NotApplicable)
            {
                return Truth.False;
            }
        }

        return base.EvaluateOpposite(context, partner);
    }

    /// <summary>The value of the test where the fact has these codes, by the rows of partners.</summary>
    public static Truth Of(ReadOnlySpan<long> codes)
    {
        var first = Fact.Unknown;
        var complete = true;
        foreach (var code in codes)
        {
            if (code == Fact.Unknown)
            {
                complete = false;
            }
            else if (code == Fact.NotApplicable)
            {
                // Whoever has no such thing does not differ in it.
            }
            else if (first == Fact.Unknown)
            {
                first = code;
            }
            else if (code != first)
            {
                return Truth.True;
            }
        }

        return complete ? Truth.False : Truth.Unknown;
    }

    public override void AddOpen(ConditionContext context, int partner, OpenCollector open)
    {
        for (var row = 0; row < context.Facts.PartnerRows; row++)
        {
            if (context.Facts[fact, row] == Fact.Unknown)
            {
                open.Add(fact, row);
            }
        }
    }

    public override void AddSupport(ConditionContext context, int partner, FactCollector support)
    {
        for (var row = 0; row < context.Facts.Listed.Count; row++)
        {
            if (context.Facts[fact, row] != Fact.Unknown)
            {
                support.Add(fact, row);
            }
        }
    }

    public override void Write(StringBuilder text) => text.Append("partners differ in ").Append(fact.Path);

    public override string Describe() => $"at least two partners differ in this: {fact.InPlainWords}";

    public override void AddRead(ConditionContext context, int partner, FactCollector read)
    {
        for (var row = 0; row < context.Facts.PartnerRows; row++)
        {
            read.Add(fact, row);
        }
    }
}

internal static class PartnerRows
{
    /// <summary>Who a row of partners is, for a reader.</summary>
    public static string NameOf(ConditionContext context, int row) =>
        !context.Facts.IsMissing(row) ? context.Facts.Listed[row].Name
        : context.Facts.Missing switch
        {
            1 => "the partner that is not listed",
            int.MaxValue => "the partners that are not listed",
            var missing => string.Create(CultureInfo.InvariantCulture, $"the {missing} partners that are not listed"),
        };

    public static IEnumerable<(Condition Child, int Partner, string? Name)> Asked(Condition each, ConditionContext context) =>
        Enumerable.Range(0, context.Facts.PartnerRows).Select(row => (each, row, (string?)NameOf(context, row)));

    public static void AddOpen(Condition each, ConditionContext context, OpenCollector open)
    {
        for (var row = 0; row < context.Facts.PartnerRows; row++)
        {
            if (each.Evaluate(context, row) == Truth.Unknown)
            {
                each.AddOpen(context, row, open);
            }
        }
    }

    public static void AddSupport(Condition each, ConditionContext context, Truth value, FactCollector support)
    {
        for (var row = 0; row < context.Facts.Listed.Count; row++)
        {
            if (each.Evaluate(context, row) == value)
            {
                each.AddSupport(context, row, support);
            }
        }
    }
}
