using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Rules;

namespace CollabRisk.Questions;

/// <summary>How much a question is worth asking now.</summary>
/// <remarks>
/// <para>
/// One answer seldom narrows the range while other rules hold it up, so the rank looks ahead: to the work that is left, which
/// is to settle every case of a rule that can still reach the top of the range. Unless one of them is raised, which ends the
/// work at once, all of them must be settled, so it never hurts to begin with the question that takes the most of them away.
/// </para>
/// <para>
/// In order: the levels by which the range narrows whatever the answer (<paramref name="Guaranteed"/>); the cases taken away on
/// average (<paramref name="Released"/>), all of them where an answer settles the range; the rules settled on average, each
/// counting as much as its worst level, from 1 for Low to 3 for High (<paramref name="Settled"/>); the levels by which the
/// range narrows on average (<paramref name="Average"/>). Each answer counts once. What still ties stays in the order of the
/// model.
/// </para>
/// </remarks>
internal readonly record struct QuestionRank(int Guaranteed, double Released, double Settled, double Average) : IComparable<QuestionRank>
{
    /// <summary>The rank of a question; all zero where its answers cannot be counted.</summary>
    /// <param name="question">The question.</param>
    /// <param name="level">The highest level about which something can still be asked.</param>
    public static QuestionRank Of(OpenQuestion question, Level level)
    {
        if (question.Answers.Count == 0)
        {
            return default;
        }

        var before = question.State;
        var held = CasesHoldingUp(before, level);
        var open = before.Book.Rules
            .Where(rule => rule.HasLevel && before.OutcomeThatCounts(rule) == Outcome.Undetermined)
            .Select(rule => (Rule: rule, Worst: WorstOpen(before, rule)))
            .ToList();
        return new QuestionRank(
            question.GuaranteedNarrowing,
            question.Answers.Average(answer => held - CasesHoldingUp(answer.After, level)),
            question.Answers.Average(answer => open.Sum(each => answer.After.OutcomeThatCounts(each.Rule) == Outcome.Undetermined ? 0 : (int)each.Worst)),
            question.AverageNarrowing);
    }

    /// <summary>The highest level at which an open case of the rule could still be raised; None where no case can, or without a level.</summary>
    public static Level WorstOpen(EvaluationState state, Rule rule) =>
        state.ResultsThatCount(rule).Where(result => result.Raised == Truth.Unknown).Select(result => result.AtMost).DefaultIfEmpty(Level.None).Max();

    /// <summary>
    /// How many cases of rules keep the overall range from being settled below a level: cases of risks and mismatches that
    /// can still reach it, each partner counting once. None, if the range has already reached the level from below.
    /// </summary>
    public static int CasesHoldingUp(EvaluationState state, Level level)
    {
        if (state.Overall.AtLeast >= level)
        {
            return 0;
        }

        var count = 0;
        foreach (var rule in state.Book.Rules)
        {
            if (rule.HasLevel)
            {
                foreach (var result in state.ResultsThatCount(rule))
                {
                    count += result.Raised != Truth.False && result.AtMost >= level ? 1 : 0;
                }
            }
        }

        return count;
    }

    public int CompareTo(QuestionRank other) =>
        Guaranteed.CompareTo(other.Guaranteed) is var guaranteed and not 0 ? guaranteed
        : Released.CompareTo(other.Released) is var released and not 0 ? released
        : Settled.CompareTo(other.Settled) is var settled and not 0 ? settled
        : Average.CompareTo(other.Average);
}
