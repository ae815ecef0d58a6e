using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Comparing;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.Planning;

/// <summary>What became of each step of a plan between two states of a collaboration.</summary>
/// <remarks>That a finding went after a step was done does not show that the step did it. Immutable and thread-safe.</remarks>
[JsonConverter(typeof(AnswerJsonConverter<PlanReview>))]
public sealed class PlanReview : IAnswer
{
    internal PlanReview(ActionPlan plan, AssessmentDifference difference)
    {
        Plan = plan;
        Difference = difference;
        Steps = [.. plan.Steps.Select(step => new StepReview(step, [.. step.Findings.Select(finding => new FindingReview(finding, difference))]))];
    }

    /// <summary>The plan.</summary>
    public ActionPlan Plan { get; }

    /// <summary>The two states.</summary>
    public AssessmentDifference Difference { get; }

    /// <summary>The steps in the order of the plan.</summary>
    public IReadOnlyList<StepReview> Steps { get; }

    /// <inheritdoc/>
    public string ToText() => Unseen.Replaced(PlanText.Of(this));

    /// <inheritdoc/>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, WriteTo);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json) => json.WriteDocument(PlanJson.ReviewSchemaId, this, PlanJson.Write);

    /// <summary>How many steps there are, and how many of their findings are cleared.</summary>
    public override string ToString() =>
        $"{Plan}; {Words.Count(Steps.SelectMany(step => step.Findings).Where(finding => finding.End == FindingEnd.Cleared).DistinctBy(finding => finding.Finding.Fingerprint, StringComparer.Ordinal).Count(), "finding")} cleared";
}

/// <summary>What became of a step.</summary>
/// <param name="Step">The step, with its state as people say it.</param>
/// <param name="Findings">What became of each finding that it is for; empty for a step of one's own.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record StepReview(ActionStep Step, IReadOnlyList<FindingReview> Findings);

/// <summary>What became of a finding that a step is for.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FindingReview
{
    internal FindingReview(StepFinding finding, AssessmentDifference difference)
    {
        Finding = finding;
        var named = UnderNewNames(finding, difference);
        var (before, after) = (In(difference.BeforeUnderNewNames), In(difference.After));
        (WasRaised, IsRaised) = (before is not null, after is not null);
        (Before, After) = (before?.Level, after?.Level);
        (OutcomeBefore, OutcomeAfter) = (named.OutcomeIn(difference.BeforeUnderNewNames.State), named.OutcomeIn(difference.After.State));
        End = difference.Findings.FirstOrDefault(change => change.Fingerprint == named.Fingerprint)?.End;

        Finding? In(Assessment assessment) => assessment.Findings.FirstOrDefault(each => each.Fingerprint == named.Fingerprint);
    }

    /// <summary>The finding under the name that its partner has after, where that is spelt in another way.</summary>
    private static StepFinding UnderNewNames(StepFinding finding, AssessmentDifference difference)
    {
        if (difference.NewNames.Count == 0 || difference.Before.RuleBook.Find(finding.Code) is not { } rule)
        {
            return finding;
        }

        var partner = Enumerable.Range(0, rule.Cases.Length).Select(number => FindingSource.PartnerIn(finding.Fingerprint, rule, number)).FirstOrDefault(name => name is not null);
        return partner is not null && difference.NewNames.TryGetValue(partner, out var now) ? finding with { Fingerprint = finding.Fingerprint[..^partner.Length] + now } : finding;
    }

    /// <summary>The finding as the plan has it.</summary>
    public StepFinding Finding { get; }

    /// <summary>Whether it was raised before.</summary>
    public bool WasRaised { get; }

    /// <summary>Whether it is raised after.</summary>
    public bool IsRaised { get; }

    /// <summary>Its level before; <see langword="null"/> where it was not raised or has none.</summary>
    public LevelRange? Before { get; }

    /// <summary>Its level after; <see langword="null"/> where it is not raised or has none.</summary>
    public LevelRange? After { get; }

    /// <summary>
    /// How its case ended before, for the partner where it is about one: one that was not raised was clear, did not apply, or was undetermined, so that no
    /// one knew. <see langword="null"/> where nothing asked it.
    /// </summary>
    public Outcome? OutcomeBefore { get; }

    /// <summary>How its case ended after, in the same way.</summary>
    public Outcome? OutcomeAfter { get; }

    /// <summary>Why it is raised no longer; <see langword="null"/> where it is, or was not.</summary>
    public FindingEnd? End { get; }

    /// <summary>What became of it, in a few words.</summary>
    public override string ToString() => $"{Finding.Fingerprint}: {InWords}";

    internal string InWords => (WasRaised, IsRaised) switch
    {
        (true, true) when Before == After => Before is { } level ? $"{level}, as before" : "as before",
        (true, true) => $"{Level(Before)} → {Level(After)}",
        (true, false) => End switch
        {
            FindingEnd.Cleared => "cleared",
            FindingEnd.NoLongerKnown => "no longer known",
            FindingEnd.NoLongerApplies => "no longer applies",
            _ => "no longer asked",
        },
        (false, true) => $"{(After is { } level ? $"raised at {level}" : "raised")}, {Earlier}",
        _ => (IsOpen(OutcomeBefore), IsOpen(OutcomeAfter)) switch
        {
            (true, true) => "not known in either",
            (true, false) => "not known before, and not raised now",
            (false, true) => "not raised before, and not known now",
            _ => "not raised in either",
        },
    };

    /// <summary>What it was where it was not raised: that no one knew is not that it was not so.</summary>
    private string Earlier => OutcomeBefore switch
    {
        Outcome.Undetermined or Outcome.Error => "it was not known before",
        Outcome.NotApplicable => "did not apply before",
        Outcome.Clear => "was not before",
        _ => "was not asked before",
    };

    /// <summary>Whether no one knows how it is: a fact is missing, or the rule failed.</summary>
    private static bool IsOpen(Outcome? outcome) => outcome is Outcome.Undetermined or Outcome.Error;

    private static string Level(LevelRange? level) => level?.ToString() ?? "without a level";
}
