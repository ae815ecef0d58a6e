using System.Globalization;
using System.Text;
using CollabRisk.Facts;

namespace CollabRisk.Conditions;

/// <summary>A condition that asks about all partners, so that it has one value for the collaboration.</summary>
internal abstract class OfAllPartners : Condition;

/// <summary>Enough partners meet a condition: a number of them, or a share of all. Partners that are not listed may or may not.</summary>
internal sealed class AtLeastPartners(Quota quota, Condition each) : OfAllPartners
{
    private readonly Condition[] children = [each];

    public AtLeastPartners(int count, Condition each)
        : this(Quota.OfCount(count), each)
    {
    }

    public Quota Quota { get; } = quota;

    public override IReadOnlyList<Condition> Children => children;

    public override Truth Evaluate(ConditionContext context, int partner) => Reached(context, isOpposite: false);

    /// <summary>Fewer partners than are asked for miss the opposite of the condition.</summary>
    public override Truth EvaluateOpposite(ConditionContext context, int partner) => Kleene.Not(Reached(context, isOpposite: true));

    private Truth Reached(ConditionContext context, bool isOpposite)
    {
        var (sure, possible, missingMay) = (0L, 0L, false);
        for (var row = 0; row < context.Facts.PartnerRows; row++)
        {
            var value = isOpposite ? Kleene.Not(each.EvaluateOpposite(context, row)) : each.Evaluate(context, row);
            var isMissing = context.Facts.IsMissing(row);
            sure += value == Truth.True && !isMissing ? 1 : 0;
            possible += value != Truth.False && !isMissing ? 1 : 0;
            missingMay |= value != Truth.False && isMissing;
        }

        return Quota.Reached(sure, possible, missingMay, context.Facts);
    }

    /// <summary>What keeps the number open, or how many miss the condition; of a share also how many partners there are.</summary>
    public override void AddOpen(ConditionContext context, int partner, OpenCollector open)
    {
        PartnerRows.AddOpen(Evaluate(context, partner) == Truth.Unknown ? each : Not.Of(each), context, open);
        if (Quota.IsShare && context.Facts.Missing > 0)
        {
            open.AddPartnerList();
        }
    }

    public override void AddSupport(ConditionContext context, int partner, FactCollector support) =>
        PartnerRows.AddSupport(each, context, Evaluate(context, partner), support);

    public override void Write(StringBuilder text) => WriteCall(text, $"{Quota}", children);

    public override string Describe() => $"this holds for {Quota.InWords()}";

    public override IEnumerable<(Condition Child, int Partner, string? Name)> Asked(ConditionContext context, int partner) =>
        PartnerRows.Asked(each, context);
}

/// <summary>Every partner meets a condition; unknown while partners are missing, since they may not.</summary>
internal sealed class EveryPartner(Condition each) : OfAllPartners
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

    public override void AddOpen(ConditionContext context, int partner, OpenCollector open) =>
        PartnerRows.AddOpen(each, context, open);

    public override void AddSupport(ConditionContext context, int partner, FactCollector support) =>
        PartnerRows.AddSupport(each, context, Evaluate(context, partner), support);

    public override void Write(StringBuilder text) => WriteCall(text, "every partner", children);

    public override string Describe() => "this holds for every partner";

    public override IEnumerable<(Condition Child, int Partner, string? Name)> Asked(ConditionContext context, int partner) =>
        PartnerRows.Asked(each, context);
}

/// <summary>A condition on the values of one fact over all partners.</summary>
internal abstract class OfEveryPartnersFact(Fact fact) : OfAllPartners
{
    public Fact Fact { get; } = fact;

    public override IReadOnlyList<Fact> OwnFacts => field ??= [Fact];

    public override void AddOpen(ConditionContext context, int partner, OpenCollector open)
    {
        for (var row = 0; row < context.Facts.PartnerRows; row++)
        {
            if (context.Facts[Fact, row] == Fact.Unknown)
            {
                open.Add(Fact, row);
            }
        }
    }

    public override void AddSupport(ConditionContext context, int partner, FactCollector support)
    {
        for (var row = 0; row < context.Facts.Listed.Count; row++)
        {
            if (context.Facts[Fact, row] != Fact.Unknown)
            {
                support.Add(Fact, row);
            }
        }
    }

    public override void AddRead(ConditionContext context, int partner, FactCollector read)
    {
        for (var row = 0; row < context.Facts.PartnerRows; row++)
        {
            read.Add(Fact, row);
        }
    }
}

/// <summary>At least two partners are known to differ in a fact.</summary>
internal sealed class PartnersDiffer(Fact fact) : OfEveryPartnersFact(fact)
{
    public override Truth Evaluate(ConditionContext context, int partner)
    {
        Span<long> codes = context.Facts.PartnerRows <= 64 ? stackalloc long[context.Facts.PartnerRows] : new long[context.Facts.PartnerRows];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = context.Facts[Fact, row];
        }

        return Of(codes);
    }

    public override Truth EvaluateOpposite(ConditionContext context, int partner)
    {
        for (var row = 0; row < context.Facts.PartnerRows; row++)
        {
            if (context.Facts[Fact, row] == Fact.NotApplicable)
            {
                return Truth.False;
            }
        }

        return base.EvaluateOpposite(context, partner);
    }

    /// <summary>The value of the test where the fact has these codes, by the rows of partners. No word is named, so an added one is the word that it counts as.</summary>
    private Truth Of(ReadOnlySpan<long> codes)
    {
        var first = Fact.Unknown;
        var complete = true;
        foreach (var given in codes)
        {
            var code = Fact.Counted(given);
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

    public override void Write(StringBuilder text) => text.Append("partners differ in ").Append(Fact.Path);

    public override string Describe() => $"at least two partners differ in this: {Fact.InPlainWords}";
}

/// <summary>
/// The sum of a number over all partners compared with a constant. What is not known lies between the limits of the fact, and a partner
/// that is not listed may have any number; a partner to whom the fact does not apply adds nothing. Of no number at all there is no sum.
/// </summary>
internal sealed class PartnersSum(Fact fact, Comparison comparison, long constant) : OfEveryPartnersFact(fact)
{
    public Comparison Comparison { get; } = comparison;

    public long Constant { get; } = constant;

    public override Truth Evaluate(ConditionContext context, int partner)
    {
        var (smallest, largest) = LimitsOfOne;
        var (least, most) = ((Int128)0, (Int128)0);
        var (hasValue, mayHaveValue) = (false, context.Facts.Missing > 0);
        for (var row = 0; row < context.Facts.Listed.Count; row++)
        {
            var code = context.Facts[Fact, row];
            if (code == Fact.Unknown)
            {
                mayHaveValue = true;
                least += smallest;
                most += largest;
            }
            else if (code != Fact.NotApplicable)
            {
                hasValue = true;
                least += code;
                most += code;
            }
        }

        var missing = context.Facts.Missing < int.MaxValue ? context.Facts.Missing : 0;
        least = context.Facts.Missing == int.MaxValue && smallest < 0 ? Int128.MinValue : least + ((Int128)smallest * missing);
        most = context.Facts.Missing == int.MaxValue && largest > 0 ? Int128.MaxValue : most + ((Int128)largest * missing);
        return !hasValue && !mayHaveValue ? Truth.False : Of(least, most, hasValue);
    }

    /// <summary>The value of the test where the sum is between two numbers.</summary>
    /// <param name="least">The smallest that it can be.</param>
    /// <param name="most">The largest.</param>
    /// <param name="hasValue">Whether any of the numbers is known; while none is, there may be no sum.</param>
    public Truth Of(Int128 least, Int128 most, bool hasValue) =>
        IsSure(Comparison, least, most) ? hasValue ? Truth.True : Truth.Unknown
        : IsSure(Comparisons.Opposite(Comparison), least, most) ? Truth.False
        : Truth.Unknown;

    /// <summary>The test that holds where this one does not.</summary>
    public PartnersSum Opposite() => new(Fact, Comparisons.Opposite(Comparison), Constant);

    /// <summary>The numbers of one partner at which the test turns, be the unknown numbers of the others as small or as large as they can be.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="partner">The row of the partner.</param>
    public IEnumerable<long> TurnsOf(FactTable facts, int partner)
    {
        var (known, open) = ((Int128)0, 0);
        for (var row = 0; row < facts.Listed.Count; row++)
        {
            if (row != partner && facts[Fact, row] is var code)
            {
                known += Fact.IsValue(code) ? code : 0;
                open += code == Fact.Unknown ? 1 : 0;
            }
        }

        long[] limits = open == 0 ? [0] : [LimitsOfOne.Smallest, LimitsOfOne.Largest];
        return limits.Select(each => Constant - known - ((Int128)each * open)).Where(turn => turn > long.MinValue && turn < long.MaxValue).Select(turn => (long)turn);
    }

    /// <summary>What a partner of whom nothing is known may add.</summary>
    public (long Smallest, long Largest) LimitsOfOne
    {
        get
        {
            var (smallest, largest) = FactValues.CodeLimits(Fact);
            return Fact.MayNotApply ? (Math.Min(0, smallest), Math.Max(0, largest)) : (smallest, largest);
        }
    }

    public override void Write(StringBuilder text) =>
        text.Append("sum of ").Append(Fact.Path).Append(' ').Append(Comparisons.Symbol(Comparison)).Append(' ').Append(Fact.InWords(Constant));

    public override string Describe() => $"added up over all partners, {Fact.InPlainWords} is {AnswerInWords()}";

    /// <summary>The sums that pass.</summary>
    public string AnswerInWords() => $"{Comparisons.OfNumbers(Comparison)}{Fact.InWords(Constant)}";

    private bool IsSure(Comparison comparison, Int128 least, Int128 most) => comparison switch
    {
        Comparison.Equal => least == Constant && most == Constant,
        Comparison.NotEqual => most < Constant || least > Constant,
        Comparison.Less => most < Constant,
        Comparison.AtMost => most <= Constant,
        Comparison.Greater => least > Constant,
        _ => least >= Constant,
    };
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
