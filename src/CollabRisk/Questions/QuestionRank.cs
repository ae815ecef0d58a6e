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
        var held = before.CasesHoldingUp(level);
        var open = before.Book.Rules
            .Where(rule => rule.HasLevel && before.OutcomeThatCounts(rule) == Outcome.Undetermined)
            .Select(rule => (Rule: rule, Worst: before.WorstOpen(rule)))
            .ToList();
        return new QuestionRank(
            question.GuaranteedNarrowing,
            question.Answers.Average(answer => held - answer.After.CasesHoldingUp(level)),
            question.Answers.Average(answer => open.Sum(each => answer.After.OutcomeThatCounts(each.Rule) == Outcome.Undetermined ? 0 : (int)each.Worst)),
            question.AverageNarrowing);
    }

    public int CompareTo(QuestionRank other) =>
        Guaranteed.CompareTo(other.Guaranteed) is var guaranteed and not 0 ? guaranteed
        : Released.CompareTo(other.Released) is var released and not 0 ? released
        : Settled.CompareTo(other.Settled) is var settled and not 0 ? settled
        : Average.CompareTo(other.Average);
}
