using System.Globalization;
using System.Text;
using CollabRisk.Evaluation;
using CollabRisk.Facts;

namespace CollabRisk.Conditions;

/// <summary>At least a number of partners meet a condition. Partners that are not listed may or may not.</summary>
internal sealed class AtLeastPartners(int count, Condition each) : Condition
{
    private readonly Condition[] children = [each];

    public int Count { get; } = count;

    public override IReadOnlyList<Condition> Children => children;

    public override Truth Evaluate(EvaluationState state, int partner)
    {
        Span<Truth> values = state.Facts.PartnerRows <= 64 ? stackalloc Truth[state.Facts.PartnerRows] : new Truth[state.Facts.PartnerRows];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = each.Evaluate(state, row);
        }

        return Of(values, state.Facts);
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

    public override void AddOpen(EvaluationState state, int partner, FactCollector open) =>
        PartnerRows.AddOpen(each, state, open);

    public override void AddSupport(EvaluationState state, int partner, FactCollector support) =>
        PartnerRows.AddSupport(each, state, Evaluate(state, partner), support);

    public override void Write(StringBuilder text) =>
        WriteCall(text, string.Create(CultureInfo.InvariantCulture, $"at least {Count} partners"), children);

    public override string Describe() => Count == 1
        ? "this holds for at least one partner"
        : string.Create(CultureInfo.InvariantCulture, $"this holds for at least {Count} partners");

    public override IEnumerable<(Condition Child, int Partner, string? Name)> Asked(EvaluationState state, int partner) =>
        PartnerRows.Asked(each, state);
}

/// <summary>Every partner meets a condition; unknown while partners are missing, since they may not.</summary>
internal sealed class EveryPartner(Condition each) : Condition
{
    private readonly Condition[] children = [each];

    public override IReadOnlyList<Condition> Children => children;

    public override Truth Evaluate(EvaluationState state, int partner)
    {
        var value = Truth.True;
        for (var row = 0; row < state.Facts.PartnerRows && value != Truth.False; row++)
        {
            value = Kleene.And(value, each.Evaluate(state, row));
        }

        return value;
    }

    public override void AddOpen(EvaluationState state, int partner, FactCollector open) =>
        PartnerRows.AddOpen(each, state, open);

    public override void AddSupport(EvaluationState state, int partner, FactCollector support) =>
        PartnerRows.AddSupport(each, state, Evaluate(state, partner), support);

    public override void Write(StringBuilder text) => WriteCall(text, "every partner", children);

    public override string Describe() => "this holds for every partner";

    public override IEnumerable<(Condition Child, int Partner, string? Name)> Asked(EvaluationState state, int partner) =>
        PartnerRows.Asked(each, state);
}

/// <summary>At least two partners are known to differ in a fact.</summary>
internal sealed class PartnersDiffer(Fact fact) : Condition
{
    public Fact Fact => fact;

    public override IEnumerable<Fact> OwnFacts => [fact];

    public override Truth Evaluate(EvaluationState state, int partner)
    {
        Span<long> codes = state.Facts.PartnerRows <= 64 ? stackalloc long[state.Facts.PartnerRows] : new long[state.Facts.PartnerRows];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = state.Facts[fact, row];
        }

        return Of(codes);
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

    public override void AddOpen(EvaluationState state, int partner, FactCollector open)
    {
        for (var row = 0; row < state.Facts.PartnerRows; row++)
        {
            if (state.Facts[fact, row] == Fact.Unknown)
            {
                open.Add(fact, row);
            }
        }
    }

    public override void AddSupport(EvaluationState state, int partner, FactCollector support)
    {
        for (var row = 0; row < state.Facts.Listed.Count; row++)
        {
            if (state.Facts[fact, row] != Fact.Unknown)
            {
                support.Add(fact, row);
            }
        }
    }

    public override void Write(StringBuilder text) => text.Append("partners differ in ").Append(fact.Path);

    public override string Describe() => $"at least two partners differ in this: {fact.InPlainWords}";

    public override void AddRead(EvaluationState state, int partner, FactCollector read)
    {
        for (var row = 0; row < state.Facts.PartnerRows; row++)
        {
            read.Add(fact, row);
        }
    }
}

internal static class PartnerRows
{
    /// <summary>Who a row of partners is, for a reader.</summary>
    public static string NameOf(EvaluationState state, int row) =>
        !state.Facts.IsMissing(row) ? state.Facts.Listed[row].Name
        : state.Facts.Missing switch
        {
            1 => "the partner that is not listed",
            int.MaxValue => "the partners that are not listed",
            var missing => string.Create(CultureInfo.InvariantCulture, $"the {missing} partners that are not listed"),
        };

    public static IEnumerable<(Condition Child, int Partner, string? Name)> Asked(Condition each, EvaluationState state) =>
        Enumerable.Range(0, state.Facts.PartnerRows).Select(row => (each, row, (string?)NameOf(state, row)));

    public static void AddOpen(Condition each, EvaluationState state, FactCollector open)
    {
        for (var row = 0; row < state.Facts.PartnerRows; row++)
        {
            if (each.Evaluate(state, row) == Truth.Unknown)
            {
                each.AddOpen(state, row, open);
            }
        }
    }

    public static void AddSupport(Condition each, EvaluationState state, Truth value, FactCollector support)
    {
        for (var row = 0; row < state.Facts.Listed.Count; row++)
        {
            if (each.Evaluate(state, row) == value)
            {
                each.AddSupport(state, row, support);
            }
        }
    }
}
