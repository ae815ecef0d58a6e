using CollabRisk.Comparing;
using CollabRisk.Register.Model;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Register.Coordination;

/// <summary>
/// Who answered for a snapshot, and who for the one before it. Where others answered, results differ though no one may have changed an answer: a view
/// that is missing is not an improvement.
/// </summary>
internal sealed class Turnout
{
    private readonly Entry entry;
    private readonly Snapshot before;
    private readonly Snapshot after;
    private readonly AssessmentDifference difference;
    private readonly IReadOnlyList<View> missing;
    private readonly IReadOnlyList<View> added;

    /// <summary>What the results would be if those who are missing saw it as they did last time; null where no one is, or where that would tell what one of them said.</summary>
    private readonly AssessmentDifference? carried;

    private Turnout(Entry entry, Snapshot before, Snapshot after, AssessmentDifference difference, Func<Snapshot, Assessment> assess)
    {
        (this.entry, this.before, this.after, this.difference) = (entry, before, after, difference);
        missing = NotIn(before, after);
        added = NotIn(after, before);
        if (missing.Count > 0 && entry.Naming == Naming.Names && IsKept)
        {
            carried = AssessmentDifference.Between(difference.Before, assess(after with { Views = [.. after.Views, .. missing] }));
        }
    }

    /// <summary>Whether it is kept who answered: an export with letters leaves it out.</summary>
    private bool IsKept => before.Views.Concat(after.Views).All(view => view.Respondent.Length > 0);

    /// <summary>Compares who answered; null where one of the two does not come of views.</summary>
    /// <param name="entry">The collaboration.</param>
    /// <param name="before">The snapshot before.</param>
    /// <param name="after">The snapshot.</param>
    /// <param name="difference">What is different between the two.</param>
    /// <param name="assess">Assesses a snapshot.</param>
    public static Turnout? Between(Entry entry, Snapshot before, Snapshot after, AssessmentDifference difference, Func<Snapshot, Assessment> assess) =>
        before.Views.Count == 0 || after.Views.Count == 0 ? null : new(entry, before, after, difference, assess);

    /// <summary>How many of those who were asked answered for a snapshot.</summary>
    public static string Of(Snapshot snapshot) => snapshot.Asked is { } asked && asked >= snapshot.Views.Count
        ? FormattableString.Invariant($"{snapshot.Views.Count} of {asked} who were asked answered") : $"{snapshot.Views.Count} answered";

    /// <summary>How many answered for both, who did not this time and who is new, and what follows from that for whoever compares the two.</summary>
    public string InWords
    {
        get
        {
            var sentences = new List<string> { $"{Wording.Day(before.Day)}: {Of(before)}. {Wording.Day(after.Day)}: {Of(after)}." };
            if (!IsKept)
            {
                sentences.Add("Who answered both times is not kept here, so what is different may come of that alone.");
            }
            else if (missing.Count + added.Count == 0)
            {
                sentences.Add("The same respondents answered both times.");
            }
            else
            {
                sentences.AddRange(new[] { Told(missing, "answered last time and not this time"), Told(added, "answered this time and not last time") }.OfType<string>());
            }

            if (missing.Count > 0 || !IsKept)
            {
                sentences.Add("What is cleared is cleared in the views that were given this time.");
            }

            var otherwise = new[]
            {
                carried is not null && carried.After.Overall != difference.After.Overall ? $"the range would be {Wording.Short(carried.After.Overall)}" : null,
                Resting.Count > 0 ? $"these would not be cleared: {string.Join("; ", Resting.Select(finding => Wording.Named(finding.Title, finding.SubjectInWords)))}" : null,
            }.OfType<string>().ToList();
            if (otherwise.Count > 0)
            {
                sentences.Add($"With what {Missing} said last time, {string.Join(", and ", otherwise)}.");
            }

            return string.Join(' ', sentences);
        }
    }

    /// <summary>What to say of a finding that is cleared, where someone who answered last time is missing; null where there is nothing to add.</summary>
    public string? Cleared(string fingerprint)
    {
        return difference.Findings.All(change => change.Fingerprint != fingerprint || change.End != FindingEnd.Cleared) ? null
            : Resting.Any(finding => finding.Fingerprint == fingerprint) ? $"cleared in the views given this time; with what {Missing} said last time, it would not be"
            : carried is null && (missing.Count > 0 || !IsKept) ? "cleared in the views given this time, which are not all of those of last time"
            : null;
    }

    /// <summary>What is cleared only because someone is missing.</summary>
    private IReadOnlyList<Finding> Resting => field ??= carried is null ? []
        : [.. difference.Findings.Where(IsCleared).Where(change => !carried.Findings.Any(other => other.Fingerprint == change.Fingerprint && IsCleared(other))).Select(change => change.Before!)];

    private string Missing => Words.List([.. missing.Select(view => view.Holder)]);

    private static bool IsCleared(FindingChange change) => change is { End: FindingEnd.Cleared, Before.Kind: not FindingKind.Strength };

    /// <summary>Those who did something, by name, or where results have letters, by number alone.</summary>
    private string? Told(IReadOnlyList<View> who, string did) => who.Count == 0 ? null
        : entry.Naming == Naming.Names ? $"{Words.List([.. who.Select(view => view.Holder)])} {did}." : $"{Words.Count(who.Count, "respondent")} {did}.";

    /// <summary>Those of one who are not in the other. A name is one person, also where they were asked anew; a letter is not.</summary>
    private List<View> NotIn(Snapshot one, Snapshot other) =>
        [.. one.Views.Where(view => !other.Views.Any(each => each.Respondent == view.Respondent || (entry.Naming == Naming.Names && Names.Alike.Equals(each.Holder, view.Holder))))];
}
