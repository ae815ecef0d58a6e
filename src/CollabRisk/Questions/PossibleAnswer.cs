using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Rules;

namespace CollabRisk.Questions;

/// <summary>One answer that a question may get, and what it would change.</summary>
/// <remarks>Immutable and thread-safe. It comes from evaluating the rules with that answer, all else being as it is.</remarks>
public sealed class PossibleAnswer
{
    private readonly Lazy<IReadOnlyList<RuleOutcome>> settles;
    private readonly Lazy<IReadOnlyList<Finding>> raises;

    internal PossibleAnswer(string answer, object value, EvaluationState before, EvaluationState after)
    {
        Answer = answer;
        Value = value;
        After = after;
        Overall = after.Overall;
        Narrowing = Width(before) - Width(after);
        settles = new(() =>
        [
            .. after.Book.Rules
                .Where(rule => before.OutcomeThatCounts(rule) == Outcome.Undetermined && after.OutcomeThatCounts(rule) != Outcome.Undetermined)
                .OrderByDescending(rule => WorstOpen(before, rule))
                .ThenBy(rule => rule.Code, StringComparer.Ordinal)
                .Select(rule => new RuleOutcome(after, rule)),
        ]);
        raises = new(() =>
        {
            var known = Findings(before).Select(finding => (finding.Code, finding.Subject)).ToHashSet();
            return [.. Findings(after).Where(finding => !known.Contains((finding.Code, finding.Subject)))];
        });
    }

    /// <summary>The answer in words: "no", "trouble only", "25 or more"; of a set of words one set as an example.</summary>
    public string Answer { get; }

    /// <summary>The answer in the type of the fact; of several numbers, texts or sets that come to the same, one of them as an example.</summary>
    public object Value { get; }

    /// <summary>The overall range with this answer. It is never wider than without.</summary>
    public OverallRange Overall { get; }

    /// <summary>By how many levels the answer narrows the overall range, from 0 to 3.</summary>
    public int Narrowing { get; }

    /// <summary>The rules that are undetermined now and would no longer be, with what they would come to; the worst that could be raised first.</summary>
    public IReadOnlyList<RuleOutcome> Settles => settles.Value;

    /// <summary>The findings that the answer adds, worst first.</summary>
    public IReadOnlyList<Finding> Raises => raises.Value;

    /// <summary>The evaluation with this answer.</summary>
    internal EvaluationState After { get; }

    /// <summary>Answer and range.</summary>
    public override string ToString() => $"{Answer}: {Overall}";

    /// <summary>How many cases of risks and mismatches are undetermined with this answer, each partner counting once.</summary>
    internal int CasesLeft => After.CountOpen();

    /// <summary>The highest level at which an open case of the rule could still be raised; None where no case can, or without a level.</summary>
    private static Level WorstOpen(EvaluationState state, Rule rule) =>
        state.ResultsThatCount(rule).Where(result => result.Raised == Truth.Unknown).Select(result => result.AtMost).DefaultIfEmpty(Level.None).Max();

    private static int Width(EvaluationState state) => state.Overall.AtMost - state.Overall.AtLeast;

    private static IEnumerable<Finding> Findings(EvaluationState state) =>
        new FindingWriter(state, []).Write(previous: null).Where(finding => !finding.Case.IsSwitchedOff);
}
