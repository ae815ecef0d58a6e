using System.Text;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Conditions;

/// <summary>
/// Another rule was raised. For a partner's condition on a rule about partners, the rule was raised for the same partner.
/// A rule that ended in an error counts as unknown.
/// </summary>
internal sealed class RaisedTest(string code) : Condition
{
    public string Code { get; } = code;

    public override IEnumerable<string> OwnCodes => [Code];

    public override Truth Evaluate(EvaluationState state, int partner) => state.TruthOf(Code, partner);

    public override void AddOpen(EvaluationState state, int partner, FactCollector open) => state.AddOpen(Code, partner, open);

    public override void AddSupport(EvaluationState state, int partner, FactCollector support)
    {
        // What the other finding rests on is shown there; this one names it as what it builds on.
    }

    public override void Write(StringBuilder text) => text.Append("raised ").Append(Code);

    public override string Describe() => $"{Code} is raised";

    public override string? Found(EvaluationState state, int partner)
    {
        var rule = state.Book.Find(Code)!;
        var outcome = state.OutcomeOf(rule);
        if (outcome == Outcome.Error)
        {
            return $"{Code} failed";
        }

        if (!rule.IsPerPartner || partner < 0)
        {
            return outcome == Outcome.NotApplicable ? $"{Code} does not apply" : $"{Code} is {Words.Humanize($"{outcome}")}";
        }

        // The outcome of the rule is about all partners, the value of this node about one.
        var one = Evaluate(state, partner) switch { Truth.True => "raised", Truth.False => "not raised", _ => "undetermined" };
        return $"{Code} is {one} for {PartnerRows.NameOf(state, partner)}";
    }
}

/// <summary>The overall range is at least a level. Rules that ask this are evaluated after all the others.</summary>
internal sealed class OverallTest(Level level) : Condition
{
    public Level Level { get; } = level;

    public override Truth Evaluate(EvaluationState state, int partner) => Of(state.Overall.AtLeast, state.Overall.AtMost);

    /// <summary>The value of the test where this is the overall range.</summary>
    public Truth Of(Level atLeast, Level atMost) =>
        atLeast >= Level ? Truth.True : atMost >= Level ? Truth.Unknown : Truth.False;

    public override void AddOpen(EvaluationState state, int partner, FactCollector open)
    {
        // Nearly every unknown fact keeps the overall range open; the risks that it could raise name it.
    }

    public override void Write(StringBuilder text) => text.Append("overall at least ").Append(Level);

    public override string Describe() => $"the overall range is at least {Level}";

    public override string? Found(EvaluationState state, int partner) =>
        $"the overall range is {new OverallRange(state.Overall.AtLeast, state.Overall.AtMost)}";
}
