using System.Globalization;
using System.Text;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Comparing;

/// <summary>Writes a difference as text for people. Nothing is cut short.</summary>
internal sealed class DifferenceText
{
    private readonly StringBuilder text = new();

    private DifferenceText(AssessmentDifference difference)
    {
        var (before, after) = (difference.Before, difference.After);
        Line(before.Overall == after.Overall ? $"Overall: {after.Overall}, as before" : $"Overall: {before.Overall} -> {after.Overall}");
        if (difference.DaysInDoubt is { } days)
        {
            Line($"Look at the order: {days}");
        }

        if (before.SwitchedOff.Count > 0 || after.SwitchedOff.Count > 0)
        {
            var (was, now) = (AssessmentText.SwitchedOff(before), AssessmentText.SwitchedOff(after));
            Line(was == now ? $"Not counted: {now}" : $"Not counted: {was} -> {now}");
        }

        if (difference.FellByForgetting)
        {
            Line(StillOpen(difference));
        }

        if (!difference.SameRules)
        {
            Line($"The rules are not the same: {Packs(before.RuleBook)} -> {Packs(after.RuleBook)}");
            Codes("Rules added", difference.Rules.Where(rule => rule.Kind == DifferenceKind.Added).Select(rule => rule.Code));
            Codes("Rules gone", difference.Rules.Where(rule => rule.Kind == DifferenceKind.Gone).Select(rule => rule.Code));
            Codes("Rules changed", difference.Rules.Where(rule => rule.Kind == DifferenceKind.Changed).Select(rule => rule.Code));
        }

        foreach (var move in difference.Facts)
        {
            Line($"Fact: {move.Path}: {move.Before} -> {move.After} ({move.Fact.Meaning})");
        }

        foreach (var kind in difference.Findings.GroupBy(change => change.Kind))
        {
            WriteByMatter([.. kind]);
        }

        foreach (var tension in difference.TensionsAdded)
        {
            Line($"+ Tension {tension.Id}: {tension.OneSide} But: {tension.OtherSide}");
        }

        foreach (var tension in difference.TensionsGone)
        {
            Line($"- Tension {tension.Id}: {tension.OneSide} But: {tension.OtherSide}");
        }

        Codes("Settled", difference.Outcomes.Where(outcome => outcome.IsSettled).Select(outcome => $"{outcome.Rule.Code} ({InWords(outcome.After)})"));
        Codes("Now open", difference.Outcomes.Where(outcome => outcome.IsOpened).Select(outcome => $"{outcome.Rule.Code} ({(outcome.Before == Outcome.NotApplicable ? "did not apply" : $"was {InWords(outcome.Before)}")})"));
        Codes("Outcome changed", difference.Outcomes.Where(outcome => outcome is { IsSettled: false, IsOpened: false })
            .Select(outcome => $"{outcome.Rule.Code} ({InWords(outcome.Before)} -> {InWords(outcome.After)})"));
    }

    public static string Of(AssessmentDifference difference) =>
        difference.IsEmpty ? "Nothing is different.\n" : new DifferenceText(difference).text.ToString();

    public static string InWords(Outcome? outcome) => outcome switch
    {
        Outcome.Raised => "raised",
        Outcome.Clear => "clear",
        Outcome.Undetermined => "undetermined",
        Outcome.NotApplicable => "does not apply",
        Outcome.Error => "error",
        _ => "not asked",
    };

    public static string InWords(FindingEnd end) => Words.Humanize($"{end}");

    /// <summary>Says that a range fell though nothing shows that anything is better.</summary>
    public static string StillOpen(AssessmentDifference difference)
    {
        var findings = Words.List([.. difference.StillOpen.Select(change => change.Fingerprint)]);
        var forgotten = difference.StillOpen.SelectMany(change => change.CausedBy).Where(move => move.AfterValue is null)
            .Select(move => move.Path).Distinct(StringComparer.Ordinal).ToList();
        return $"It fell, but nothing shows an improvement: {findings} may still hold"
            + (forgotten.Count == 0 ? "." : $", as {Words.List(forgotten)} {(forgotten.Count == 1 ? "is" : "are")} no longer recorded.");
    }

    /// <summary>Writes changes of one kind: below a root those that follow from it.</summary>
    private void WriteByMatter(List<FindingChange> changes)
    {
        foreach (var group in FindingGroup.Of(changes.Select(change => change.Latest)))
        {
            foreach (var finding in group.Findings)
            {
                Write(changes.Find(change => change.Latest == finding)!, finding == group.Root ? "" : "  ");
            }
        }
    }

    private void Write(FindingChange change, string indent)
    {
        var (sign, finding) = (change.Kind switch { DifferenceKind.Added => '+', DifferenceKind.Gone => '-', _ => '~' }, change.Latest);
        Line($"{indent}{sign} {Words.Capitalize(Words.Humanize($"{finding.Kind}"))} {change.Fingerprint}{LevelOf(change)}: {finding.Message}{Note(change)}");
        if (change is { Before: { } was, After: { } now })
        {
            Moderated($"{indent}    now", now.ModeratedBy, was.ModeratedBy);
            Moderated($"{indent}    no longer", was.ModeratedBy, now.ModeratedBy);
        }

        var because = change.CausedBy.Select(move => $"{move}").Concat(change.CausedByRules.Select(code => $"the rule {code} is not the same")).ToList();
        if (because.Count > 0)
        {
            Line($"{indent}    because {Words.List(because)}");
        }
    }

    private static string LevelOf(FindingChange change) =>
        change is { Before: { Level: not null } was, After: { Level: not null } now } && was.Level != now.Level ? $" ({was.Level} -> {now.Level})"
        : change.Latest.Level is null ? ""
        : $" ({change.Latest.Level})";

    /// <summary>Not being raised is not one thing: a finding may have been clear, or no one may have known.</summary>
    private static string Note(FindingChange change) => change switch
    {
        { Kind: DifferenceKind.Added, OutcomeBefore: Outcome.Undetermined } => " (was undetermined before)",
        { Kind: DifferenceKind.Added, OutcomeBefore: Outcome.NotApplicable } => " (did not apply before)",
        { End: { } end } => $" ({InWords(end)})",
        { Kind: DifferenceKind.Changed, Before: var was, After: var now } when was!.Message != now!.Message => $" (before: {was.Message})",
        _ => "",
    };

    private void Moderated(string when, IReadOnlyList<Moderator> here, IReadOnlyList<Moderator> there)
    {
        foreach (var moderator in here.Where(one => !there.Any(other => other.Direction == one.Direction && other.Because == one.Because)))
        {
            Line($"{when} {(moderator.Direction == Direction.Raised ? "raised" : "lowered")}: {moderator.Because}");
        }
    }

    private void Codes(string what, IEnumerable<string> codes)
    {
        if (codes.ToList() is { Count: > 0 } list)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"{what} ({list.Count}): {string.Join(", ", list)}"));
        }
    }

    private static string Packs(RuleBook book) => string.Join(", ", book.Packs.Select(pack => $"{pack.Id} {pack.Version}"));

    private void Line(string line) => text.Append(line).Append('\n');
}
