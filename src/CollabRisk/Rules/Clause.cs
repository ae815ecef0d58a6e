using System.Linq.Expressions;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules;

/// <summary>A condition as its author wrote it. It becomes a tree only when the rule book, and so every fact there is, is known.</summary>
internal abstract class Clause
{
    public static Clause Of(LambdaExpression lambda) => new LambdaClause(lambda);

    public static Clause Of(Condition tree) => new TreeClause(tree);

    /// <summary>The tree, or null where the clause says something that no tree can; then that has been reported.</summary>
    public abstract Condition? Translate(FactRegistry registry, ReportProblem report);

    /// <summary>What kind of problem a lambda is that cannot be read.</summary>
    public static ProblemKind KindOf(UntranslatableException untranslatable) =>
        untranslatable.IsOfUndeclaredFact ? RuleProblems.UndeclaredFact : RuleProblems.UnreadableCondition;

    private sealed class LambdaClause(LambdaExpression lambda) : Clause
    {
        public override Condition? Translate(FactRegistry registry, ReportProblem report)
        {
            try
            {
                return new ConditionTranslator(registry).Translate(lambda);
            }
            catch (UntranslatableException e)
            {
                report(KindOf(e), e.Message);
                return null;
            }
        }
    }

    private sealed class TreeClause(Condition tree) : Clause
    {
        public override Condition? Translate(FactRegistry registry, ReportProblem report) => tree;
    }
}

/// <summary>Reports something that speaks against a rule.</summary>
/// <param name="kind">What kind of problem it is.</param>
/// <param name="what">What is wrong, with the value, and what to do.</param>
/// <param name="place">Where it is, if that is more exact than the place of the rule.</param>
/// <param name="fact">The path of the fact that it is about; null where it is about none.</param>
internal delegate void ReportProblem(ProblemKind kind, string what, TextPlace? place = null, string? fact = null);
