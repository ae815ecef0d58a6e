using CollabRisk.Conditions;
using CollabRisk.Rules;

namespace CollabRisk.Evaluation;

/// <summary>What one case of a rule came to, for the collaboration or for one partner.</summary>
/// <param name="Guard">Whether the case applies.</param>
/// <param name="Condition">Whether its condition holds.</param>
/// <param name="AtLeast">The lowest level at which it is raised, or would be; None without a level.</param>
/// <param name="AtMost">The highest level at which it is raised, or would be; None without a level.</param>
/// <param name="IsCapped">Whether moderators would take it, or could take it, above the cap of its chapter.</param>
/// <param name="IsVoid">Whether it reads a fact that does not apply, so that it is never clear.</param>
internal readonly record struct CaseResult(Truth Guard, Truth Condition, Level AtLeast, Level AtMost, bool IsCapped = false, bool IsVoid = false)
{
    public LevelRange Levels => new(AtLeast, AtMost);

    /// <summary>Whether the case is raised: it applies and its condition holds.</summary>
    public Truth Raised => Kleene.And(Guard, Condition);

    /// <summary>Whether the case is raised at a level or above it.</summary>
    public Truth RaisedAt(Level level) => Kleene.And(Raised, AtLeast >= level ? Truth.True : AtMost >= level ? Truth.Unknown : Truth.False);

    public Outcome Outcome => Guard switch
    {
        Truth.False => Outcome.NotApplicable,
        Truth.Unknown => Outcome.Undetermined,
        _ => Condition switch { Truth.True => Outcome.Raised, Truth.False => IsVoid ? Outcome.NotApplicable : Outcome.Clear, _ => Outcome.Undetermined },
    };

    /// <summary>What a case comes to, from the values of its parts.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="case">The case.</param>
    /// <param name="guard">Whether it applies.</param>
    /// <param name="condition">Whether its condition holds; false where it does not apply.</param>
    /// <param name="moderators">Which moderators act, in their order; of no matter where there is no level or the condition does not hold.</param>
    /// <param name="isUnlisted">Whether it is asked of partners that are not listed.</param>
    public static CaseResult Of(Rule rule, Case @case, Truth guard, Truth condition, ReadOnlySpan<Truth> moderators, bool isUnlisted)
    {
        if (guard == Truth.False)
        {
            return new CaseResult(guard, Truth.False, Level.None, Level.None);
        }

        if (condition == Truth.True && isUnlisted)
        {
            // No one has said yet who these partners are, so nothing can be raised about them.
            condition = Truth.Unknown;
        }

        if (!rule.HasLevel)
        {
            return new CaseResult(guard, condition, Level.None, Level.None);
        }

        var level = new ModeratedLevel(@case.Level!.Level);
        for (var i = 0; i < @case.Moderators.Length && condition != Truth.False; i++)
        {
            level.Move(moderators[i], @case.Moderators[i].Direction);
        }

        var (atLeast, atMost) = level.Within(rule.Cap);
        return new CaseResult(guard, condition, atLeast, atMost, IsCapped: rule.Cap < Level.High && level.CanPass(rule.Cap));
    }
}
