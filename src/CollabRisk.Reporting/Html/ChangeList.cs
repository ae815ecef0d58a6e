using CollabRisk.Comparing;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>What is different between two assessments, in words: what came, what was cleared, what is only no longer known, and because of what.</summary>
internal sealed class ChangeList(AssessmentDifference difference)
{
    private readonly LongNames names = new([difference.Before.Collaboration, difference.After.Collaboration]);

    /// <summary>The findings, by what became of them. Those that are no longer known are never among those that were cleared.</summary>
    /// <param name="depth">How deep the headings are: 3 below a section, 4 below a step.</param>
    public Markup Findings(int depth)
    {
        var changes = difference.Findings;
        return Markup.Of($"""
            {Group(depth, "Found now, and not before", changes.Where(change => change.Kind == DifferenceKind.Added && change.Latest.Kind != FindingKind.Strength))}{Group(depth, "Another level or wording", changes.Where(change => change.Kind == DifferenceKind.Changed))}{Group(depth, "Cleared", changes.Where(change => change.End == FindingEnd.Cleared && change.Latest.Kind != FindingKind.Strength))}{Group(depth, "No longer known: nothing shows that it is over", changes.Where(change => change.End == FindingEnd.NoLongerKnown))}{Group(depth, "No longer applies", changes.Where(change => change.End == FindingEnd.NoLongerApplies))}{Group(depth, "No longer asked", changes.Where(change => change.End == FindingEnd.NoLongerAsked))}{Group(depth, "New strengths", changes.Where(change => change.Kind == DifferenceKind.Added && change.Latest.Kind == FindingKind.Strength))}{Group(depth, "Strengths that are gone", changes.Where(change => change.End == FindingEnd.Cleared && change.Latest.Kind == FindingKind.Strength))}{Markup.When(changes.Count == 0, () => Markup.Of($"<p>No finding is different.</p>"))}
            """);
    }

    /// <summary>The facts that moved.</summary>
    public Markup Facts() => difference.Facts.Count == 0
        ? Markup.Of($"<p>No fact moved.</p>")
        : Markup.Of($"""<ul class="two small">{Markup.Each(difference.Facts, move => Markup.Of($"<li>{Moved(move)}</li>"))}</ul>""");

    /// <summary>A range that fell though nothing shows an improvement is said so, right where the range is.</summary>
    public Markup FellByForgetting() => Markup.When(difference.FellByForgetting, () => Markup.Of($"""
        <p class="note"><b>It fell, but nothing shows an improvement.</b> {Words.Capitalize(string.Join("; ", difference.StillOpen.Select(change => Wording.Lower(Named(change.Latest))).Distinct(StringComparer.Ordinal)))} may still be so: what decided it is no longer known, or weighs less only as long as something is not known.</p>
        """));

    /// <summary>The rules, where they are not the same: then a difference may come from them.</summary>
    public Markup Rules() => Markup.When(!difference.SameRules, () => Markup.Of($"""
        <p class="note"><b>The rules are not the same.</b> {Packs(difference.Before)}, then {Packs(difference.After)}: {difference.Rules.Count(rule => rule.Kind == DifferenceKind.Added)} added, {difference.Rules.Count(rule => rule.Kind == DifferenceKind.Gone)} gone, {difference.Rules.Count(rule => rule.Kind == DifferenceKind.Changed)} changed.</p>
        """));

    public static string Packs(Assessment assessment) => string.Join(", ", assessment.RuleBook.Packs.Select(pack => $"{pack.Id} {pack.Version}"));

    private Markup Group(int depth, string heading, IEnumerable<FindingChange> changes)
    {
        var list = changes.ToList();
        return Markup.When(list.Count > 0, () => Markup.Of($"""{(depth == 3 ? Markup.Of($"""<h3 class="h3">{heading}</h3>""") : Markup.Of($"<h4>{heading}</h4>"))}<ul>{Markup.Each(list, Line)}</ul>"""));
    }

    private Markup Line(FindingChange change)
    {
        var finding = change.Latest;
        var level = (change.Before?.Level, change.After?.Level) switch
        {
            ({ } was, { } now) when was != now => $"{was} → {now}",
            _ => finding.Level?.ToString(),
        };
        var because = change.CausedBy.Select(Moved).Concat(change.CausedByRules.Select(code => $"the rule {code} is not the same")).ToList();
        return Markup.Of($"""
            <li>{Markup.When(finding.Level is not null, () => Pictures.Mark(finding.Level!.Value))} <b>{Named(finding)}</b>{(level is null ? "" : $" ({level})")}. {names.Shorten(finding.Message)}{Markup.When(change.OutcomeBefore == Outcome.Undetermined && change.Kind == DifferenceKind.Added, () => Markup.Of($" It was not known before."))}{Markup.When(because.Count > 0, () => Markup.Of($""" <span class="mut small">Because: {Wording.Some(because, 4)}.</span>"""))}</li>
            """);
    }

    private string Named(Finding finding) => names.Shorten(finding.Subject is null ? finding.Title : $"{finding.Title}: {finding.Subject}");

    private string Moved(FactMove move) =>
        $"{(move.Partner is { } name ? names.Shorten(name) + ": " : "")}{Wording.Meaning(move.Fact)}: {Value(move.Before)} → {Value(move.After)}";

    private static string Value(string value) => value == CollabRisk.Facts.FactValues.UnknownWord ? Wording.NotKnown : value;
}
