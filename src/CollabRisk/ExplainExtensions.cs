using CollabRisk.Explaining;

namespace CollabRisk;

/// <summary>Explains rules in one call.</summary>
public static class ExplainExtensions
{
    /// <summary>Evaluates a collaboration and explains how one rule ended.</summary>
    /// <param name="evaluator">The evaluator.</param>
    /// <param name="collaboration">The facts; whatever is not known is left out.</param>
    /// <param name="code">The code of the rule; upper and lower case differ.</param>
    /// <returns>The explanation. To explain several rules, evaluate once and use <see cref="Assessment.Explain"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No rule of the evaluator's rule book has the code.</exception>
    public static RuleExplanation Explain(this ICollaborationEvaluator evaluator, Collaboration collaboration, string code)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        return evaluator.Evaluate(collaboration).Explain(code);
    }
}
