using System.Globalization;
using System.Text;
using CollabRisk.Evaluation;
using CollabRisk.Facts;

namespace CollabRisk.Rules.Conditions;

/// <summary>At least a number of partners meet a condition. Partners that are not listed may or may not.</summary>
internal sealed class AtLeastPartners(int count, Condition each) : Condition
{
    private readonly Condition[] children = [each];

    public int Count { get; } = count;

    public override IReadOnlyList<Condition> Children => children;

    public override Truth Evaluate(EvaluationState state, int partner)
    {
        long sure = 0;
        long possible = 0;
        for (var row = 0; row < state.Facts.PartnerRows; row++)
        {
            var weight = state.Facts.IsMissing(row) ? state.Facts.Missing : 1;
            var value = each.Evaluate(state, row);
            sure += value == Truth.True && !state.Facts.IsMissing(row) ? weight : 0;
            possible += value != Truth.False ? weight : 0;
        }

        return sure >= Count ? Truth.True : possible >= Count ? Truth.Unknown : Truth.False;
    }

    public override void AddOpen(EvaluationState state, int partner, FactSink open) =>
        PartnerRows.AddOpen(each, state, open);

    public override void AddSupport(EvaluationState state, int partner, FactSink support) =>
        PartnerRows.AddSupport(each, state, Evaluate(state, partner), support);

    public override void Write(StringBuilder text) =>
        WriteCall(text, string.Create(CultureInfo.InvariantCulture, $"at least {Count} partners"), children);
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

    public override void AddOpen(EvaluationState state, int partner, FactSink open) =>
        PartnerRows.AddOpen(each, state, open);

    public override void AddSupport(EvaluationState state, int partner, FactSink support) =>
        PartnerRows.AddSupport(each, state, Evaluate(state, partner), support);

    public override void Write(StringBuilder text) => WriteCall(text, "every partner", children);
}

/// <summary>At least two partners are known to differ in a fact.</summary>
internal sealed class PartnersDiffer(Fact fact) : Condition
{
    public override IEnumerable<Fact> OwnFacts => [fact];

    public override Truth Evaluate(EvaluationState state, int partner)
    {
        var first = Fact.Unknown;
        var complete = true;
        for (var row = 0; row < state.Facts.PartnerRows; row++)
        {
            var code = state.Facts[fact, row];
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

    public override void AddOpen(EvaluationState state, int partner, FactSink open)
    {
        for (var row = 0; row < state.Facts.PartnerRows; row++)
        {
            if (state.Facts[fact, row] == Fact.Unknown)
            {
                open.Add(fact, row);
            }
        }
    }

    public override void AddSupport(EvaluationState state, int partner, FactSink support)
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
}

internal static class PartnerRows
{
    public static void AddOpen(Condition each, EvaluationState state, FactSink open)
    {
        for (var row = 0; row < state.Facts.PartnerRows; row++)
        {
            if (each.Evaluate(state, row) == Truth.Unknown)
            {
                each.AddOpen(state, row, open);
            }
        }
    }

    public static void AddSupport(Condition each, EvaluationState state, Truth value, FactSink support)
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
