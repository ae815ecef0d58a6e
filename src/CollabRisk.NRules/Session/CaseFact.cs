using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.NRules.Translation;
using CollabRisk.Rules;

namespace CollabRisk.NRules.Session;

/// <summary>
/// What one case of a rule came to, as a fact of the session: the rules that build on it match it, and it goes when what it
/// rests on goes.
/// </summary>
/// <param name="ruleCase">The case.</param>
/// <param name="partner">The row of partners it is about; null where it is about the collaboration.</param>
/// <param name="result">What it came to.</param>
internal sealed class CaseFact(RuleCase ruleCase, PartnerFacts? partner, CaseResult result)
{
    public RuleCase Case { get; } = ruleCase;

    public string Code => Case.Rule.Code;

    /// <summary>Whether it is a part of the overall range.</summary>
    public bool HasLevel => Case.Rule.HasLevel;

    public PartnerFacts? Partner { get; } = partner;

    public CaseResult Result { get; } = result;

    public override string ToString() => $"{Case}{(Partner is null ? "" : $", {Partner}")}: {Result.Outcome}";

    /// <summary>Whether a rule was raised, as its cases in the session say; of one partner, where both the rule and the question are about partners.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="cases">Those of its cases that have a result.</param>
    /// <param name="partner">The partner in question, or null.</param>
    /// <param name="partners">All rows of partners where the rule is about partners; otherwise null.</param>
    public static Truth Raised(Rule rule, IEnumerable<CaseFact> cases, PartnerFacts? partner, IEnumerable<PartnerFacts>? partners)
    {
        var value = Truth.False;
        var settled = 0;
        foreach (var each in cases)
        {
            settled++;
            value = partner is null || each.Partner is null || each.Partner == partner ? Kleene.Or(value, each.Result.Raised) : value;
        }

        // A case without a result has failed, or its turn has not come: either way no one knows yet, and it is not false.
        return settled == rule.Cases.Count * (partners?.Count() ?? 1) ? value : Truth.Unknown;
    }
}

/// <summary>The overall range that the rules with a level leave open, as a fact of the session for the rules that ask for it.</summary>
/// <param name="AtLeast">The lowest level possible.</param>
/// <param name="AtMost">The highest level possible.</param>
internal sealed record OverallFact(Level AtLeast, Level AtMost);
