using CollabRisk.Conditions;
using CollabRisk.Rules;

namespace CollabRisk.NRules.Session;

/// <summary>What the rules ask of an assessment where no property of the model says it.</summary>
internal static class AssessmentQuestions
{
    /// <summary>Whether a rule failed: no one knows then what it would have found.</summary>
    public static bool HasFailed(this Assessment assessment, Rule rule) => assessment.State.ErrorOf(rule) is not null;

    /// <summary>Whether another rule was raised, for the partner where both rules are about partners.</summary>
    public static Truth IsRaised(this Assessment assessment, string code, AssessedPartner? partner) => assessment.State.Raised(code, partner?.Row ?? -1);

    /// <summary>The value of a condition.</summary>
    public static Truth ValueOf(this Assessment assessment, Condition condition, AssessedPartner? partner) => condition.Evaluate(assessment.State, partner?.Row ?? -1);
}
