using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>What one step of a <see cref="CollaborationMonitor"/> changed.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class MonitorStep
{
    internal MonitorStep(Assessment before, Assessment after)
    {
        Before = before;
        After = after;
        Outcomes =
        [
            .. from rule in after.RuleBook.RulesByCode
               let change = new OutcomeChange(rule, before.State.OutcomeOf(rule), after.State.OutcomeOf(rule))
               where change.Before != change.After
               select change,
        ];

        // Findings that the step did not touch are the same objects in both assessments.
        var kept = after.Findings.ToHashSet();
        kept.IntersectWith(before.Findings);
        var gone = before.Findings.Where(finding => !kept.Contains(finding)).ToList();
        var added = new List<Finding>();
        var changed = new List<FindingChange>();
        foreach (var finding in after.Findings.Where(finding => !kept.Contains(finding)))
        {
            var at = gone.FindIndex(other => other.Code == finding.Code && other.Subject == finding.Subject);
            if (at < 0)
            {
                added.Add(finding);
                continue;
            }

            if (!SaysTheSame(gone[at], finding))
            {
                changed.Add(new FindingChange(gone[at], finding));
            }

            gone.RemoveAt(at);
        }

        Added = added;
        Gone = gone;
        Changed = changed;
    }

    /// <summary>The assessment before the step.</summary>
    public Assessment Before { get; }

    /// <summary>The assessment after the step.</summary>
    public Assessment After { get; }

    /// <summary>The rules that ended otherwise than before, by code.</summary>
    public IReadOnlyList<OutcomeChange> Outcomes { get; }

    /// <summary>The findings, told apart by code and subject, that were not there before; worst first.</summary>
    public IReadOnlyList<Finding> Added { get; }

    /// <summary>The findings that are no longer there; worst first.</summary>
    public IReadOnlyList<Finding> Gone { get; }

    /// <summary>The findings that were there and now have another level, message, fact or link to others; worst first.</summary>
    public IReadOnlyList<FindingChange> Changed { get; }

    /// <summary>Whether no outcome, no finding and no range changed.</summary>
    public bool IsEmpty => Outcomes.Count + Added.Count + Gone.Count + Changed.Count == 0 && Before.Overall == After.Overall;

    /// <summary>The range before and after, and how many findings came, went and changed.</summary>
    public override string ToString() =>
        $"Overall {(Before.Overall == After.Overall ? $"stays {After.Overall}" : $"from {Before.Overall} to {After.Overall}")}; "
        + $"findings: {Added.Count} added, {Gone.Count} gone, {Changed.Count} changed; {Outcomes.Count} outcomes changed";

    private static bool SaysTheSame(Finding a, Finding b) =>
        a.Level == b.Level && a.LevelRange == b.LevelRange && a.Message == b.Message
        && a.Facts.SequenceEqual(b.Facts) && a.ModeratedBy.SequenceEqual(b.ModeratedBy)
        && a.BuildsOn.SequenceEqual(b.BuildsOn) && a.LeadsTo.SequenceEqual(b.LeadsTo) && a.Tensions.SequenceEqual(b.Tensions);
}

/// <summary>A rule that ended otherwise than before.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Before">How it ended before.</param>
/// <param name="After">How it ends now.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record OutcomeChange(Rule Rule, Outcome Before, Outcome After)
{
    /// <summary>Code and outcomes.</summary>
    public override string ToString() => $"{Rule.Code}: {Before} → {After}";
}

/// <summary>A finding that is about the same as before and says something else.</summary>
/// <param name="Before">What it said before.</param>
/// <param name="After">What it says now.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record FindingChange(Finding Before, Finding After);
