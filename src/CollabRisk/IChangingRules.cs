namespace CollabRisk;

/// <summary>An evaluator of the library whose rules may be others from one call to the next.</summary>
internal interface IChangingRules
{
    /// <summary>The evaluator with the rules that are in use now, and stay.</summary>
    CollaborationEvaluator Now { get; }
}

/// <summary>Holds on to rules where an answer takes more than one evaluation.</summary>
internal static class ChangingRules
{
    /// <summary>The evaluator with the rules of now, so that one answer is never made by two rule books. Any other evaluator is given back.</summary>
    public static ICollaborationEvaluator WithRulesOfNow(this ICollaborationEvaluator evaluator) => evaluator is IChangingRules changing ? changing.Now : evaluator;
}
