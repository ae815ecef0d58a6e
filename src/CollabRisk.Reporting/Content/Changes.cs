using CollabRisk.Comparing;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Content;

/// <summary>
/// What is different between two assessments, in words, whatever the form of the report: what came, what was cleared, what is only no longer known,
/// and because of what.
/// </summary>
internal sealed class Changes(AssessmentDifference difference)
{
    private readonly LongNames names = new([difference.Before.Collaboration, difference.After.Collaboration]);

    public AssessmentDifference Difference => difference;

    /// <summary>The findings, by what became of them. Those that are no longer known are never among those that were cleared.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<FindingChange> Changes)> Groups =>
    [
        .. new (string Heading, Func<FindingChange, bool> IsIn)[]
        {
            ("Found now, and not before", change => change.Kind == DifferenceKind.Added && change.Latest.Kind != FindingKind.Strength),
            ("Another level or wording", change => change.Kind == DifferenceKind.Changed),
            ("Cleared", change => change.End == FindingEnd.Cleared && change.Latest.Kind != FindingKind.Strength),
            ("No longer known: nothing shows that it is over", change => change.End == FindingEnd.NoLongerKnown),
            ("No longer applies", change => change.End == FindingEnd.NoLongerApplies),
            ("No longer asked", change => change.End == FindingEnd.NoLongerAsked),
            ("New strengths", change => change.Kind == DifferenceKind.Added && change.Latest.Kind == FindingKind.Strength),
            ("Strengths that are gone", change => change.End == FindingEnd.Cleared && change.Latest.Kind == FindingKind.Strength),
        }.Select(group => (group.Heading, (IReadOnlyList<FindingChange>)[.. difference.Findings.Where(group.IsIn)])).Where(group => group.Item2.Count > 0),
    ];

    /// <summary>What became of the range.</summary>
    public string Range => difference.Before.Overall == difference.After.Overall
        ? $"The range is as before: {Wording.Short(difference.After.Overall)}."
        : $"The range was {Wording.Short(difference.Before.Overall)}, and is {Wording.Short(difference.After.Overall)} now.";

    /// <summary>What else may be so where a range fell though nothing shows an improvement; <see langword="null"/> where it did not fall so.</summary>
    public Passage StillOpen => !difference.FellByForgetting ? null
        : Passage.Of($"{Passage.Join("; ", difference.StillOpen.Select(change => Wording.Lower(Named(change.Latest))).Distinct()).AtStart(Words.Capitalize)} may still be so: what decided it is no longer known, or weighs less only as long as something is not known.");

    /// <summary>That the two may be the wrong way round; <see langword="null"/> where nothing speaks for it.</summary>
    public string? Order => difference.DaysInDoubt is { } days ? $"{Words.Capitalize(days)}." : null;

    /// <summary>The rules of both, where they are not the same: then a difference may come from them.</summary>
    public string? OtherRules => difference.SameRules ? null
        : FormattableString.Invariant($"{Wording.Packs(difference.Before)}, then {Wording.Packs(difference.After)}: {difference.Rules.Count(rule => rule.Kind == DifferenceKind.Added)} added, {difference.Rules.Count(rule => rule.Kind == DifferenceKind.Gone)} gone, {difference.Rules.Count(rule => rule.Kind == DifferenceKind.Changed)} changed.");

    /// <summary>The names that are cut, in full.</summary>
    public IReadOnlyList<string> Shortened => names.Full;

    public Passage Named(Finding finding) => (finding.SaidSubject.IsEmpty ? finding.Rule.SaidTitle : Passage.Of($"{finding.Rule.SaidTitle}: {finding.SaidSubject}")).Select(names.Shorten);

    public Passage Says(Finding finding) => finding.SaidMessage.Select(names.Shorten);

    /// <summary>The level of a finding, and from which to which it went; <see langword="null"/> where it has none.</summary>
    public static string? Level(FindingChange change) => (change.Before?.Level, change.After?.Level) switch
    {
        ({ } was, { } now) when was != now => $"{was} → {now}",
        _ => change.Latest.Level?.ToString(),
    };

    /// <summary>Whether it was found only now because someone asked.</summary>
    public static bool WasNotKnown(FindingChange change) => change.OutcomeBefore == Outcome.Undetermined && change.Kind == DifferenceKind.Added;

    /// <summary>What made the change: facts that moved, and rules that are not the same.</summary>
    public IReadOnlyList<Passage> Because(FindingChange change) =>
        [.. change.CausedBy.Select(Moved), .. change.CausedByRules.Select(code => (Passage)$"the rule {code} is not the same")];

    public Passage Moved(FactMove move) =>
        Passage.Of($"{(move.Partner is { } name ? names.Shorten(name) + ": " : "")}{Wording.Meaning(move.Fact)}: {move.SaidBefore} → {move.SaidAfter}");
}
