using System.Text;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Conditions;

/// <summary>
/// Another rule was raised, at a level or above it where one is given. For a partner's condition on a rule about partners, the rule was raised for the same partner.
/// A rule that ended in an error counts as unknown.
/// </summary>
internal sealed class RaisedTest(string code, Level? level = null) : Condition
{
    public string Code { get; } = code;

    /// <summary>The level at which it was raised at least; null where any will do.</summary>
    public Level? Level { get; } = level;

    public override IEnumerable<string> OwnCodes => [Code];

    public override Truth Evaluate(ConditionContext context, int partner) => context.Raised(Code, partner, Level);

    public override void AddOpen(ConditionContext context, int partner, OpenCollector open) => open.AddRule(Code, partner, withLevel: Level is not null);

    public override void AddSupport(ConditionContext context, int partner, FactCollector support)
    {
        // What the other finding rests on is shown there; this one names it as what it builds on.
    }

    public override void Write(StringBuilder text)
    {
        text.Append("raised ").Append(Code);
        if (Level is { } least)
        {
            text.Append(" at least at ").Append(least);
        }
    }

    public override string Describe() => $"{Code} is raised{AtLevel}";

    /// <summary>The level in words; nothing where any will do.</summary>
    public string AtLevel => Level is { } least ? $" at {least}{(least == CollabRisk.Level.High ? "" : " or above")}" : "";

    public override string? Found(ConditionContext context, int partner)
    {
        var (outcome, isPerPartner) = context.EndOf(Code);
        if (outcome == Outcome.Error)
        {
            return $"{Code} failed";
        }

        if (!isPerPartner || partner < 0)
        {
            return outcome == Outcome.NotApplicable ? $"{Code} does not apply" : $"{Code} is {Words.Humanize($"{outcome}")}";
        }

        // The outcome of the rule is about all partners, the value of this node about one.
        var one = Evaluate(context, partner) switch { Truth.True => "raised", Truth.False => "not raised", _ => "undetermined" };
        return $"{Code} is {one}{(Level is null ? "" : AtLevel)} for {PartnerRows.NameOf(context, partner)}";
    }
}

/// <summary>The overall range is at least a level. Rules that ask this are evaluated after all the others.</summary>
internal sealed class OverallTest(Level level) : Condition
{
    public Level Level { get; } = level;

    public override Truth Evaluate(ConditionContext context, int partner) => Of(context.Overall.AtLeast, context.Overall.AtMost);

    /// <summary>The value of the test where this is the overall range.</summary>
    public Truth Of(Level atLeast, Level atMost) =>
        atLeast >= Level ? Truth.True : atMost >= Level ? Truth.Unknown : Truth.False;

    public override void AddOpen(ConditionContext context, int partner, OpenCollector open)
    {
        // Nearly every unknown fact keeps the overall range open; the risks that it could raise name it.
    }

    public override void Write(StringBuilder text) => text.Append("overall at least ").Append(Level);

    public override string Describe() => $"the overall range is at least {Level}";

    public override string? Found(ConditionContext context, int partner) =>
        $"the overall range is {context.Overall}";
}
