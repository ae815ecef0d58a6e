using CollabRisk.Facts;

namespace CollabRisk.Conditions;

/// <summary>What conditions are asked of: the facts of one collaboration, and what is known of the rules on which they build.</summary>
internal abstract class ConditionContext(FactTable facts)
{
    public FactTable Facts { get; } = facts;

    /// <summary>The range that the rules evaluated so far leave open.</summary>
    public abstract OverallRange Overall { get; }

    /// <summary>Whether a rule was raised, at a level or above it where one is given, for one partner where both the rule and the question are about partners.</summary>
    public abstract Truth Raised(string code, int partner, Level? level = null);

    /// <summary>How a rule ended, and whether it is asked of each partner.</summary>
    public abstract (Outcome Outcome, bool IsPerPartner) EndOf(string code);
}

/// <summary>Facts alone. No rule was asked, so nothing is known of any; enough for the tests of facts.</summary>
internal sealed class FactContext(FactTable facts) : ConditionContext(facts)
{
    public override OverallRange Overall => new(Level.None, Level.High);

    public override Truth Raised(string code, int partner, Level? level = null) => Truth.Unknown;

    public override (Outcome Outcome, bool IsPerPartner) EndOf(string code) => (Outcome.Undetermined, false);
}
