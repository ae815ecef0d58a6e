using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Format;

/// <summary>Reads what a pack changes about rules of other packs.</summary>
internal sealed class OverrideReader(RuleReader rules, KnownToPacks known)
{
    public IReadOnlyList<RuleOverride> Read(IEnumerable<MapReader> entries) => [.. entries.Select(Read).OfType<RuleOverride>()];

    private RuleOverride? Read(MapReader entry)
    {
        var rule = entry.Text(OverrideKeys.Rule);
        var subject = entry.Text(OverrideKeys.Case);
        var reason = entry.Text(OverrideKeys.Reason);
        var author = entry.Text(OverrideKeys.Author);
        var expires = entry.Day(OverrideKeys.Expires);
        var changes = OverrideKeys.Changes.Where(key => entry.Node(key) is not null).ToList();
        if (changes.Count != 1)
        {
            entry.Report(
                changes.Count == 0 ? PackProblemKinds.MissingKey : PackProblemKinds.UnknownKey,
                changes.Count == 0 ? entry.Place : entry.PlaceOf(changes[1]),
                $"an override makes one change: {Words.List([.. OverrideKeys.Changes.Select(key => $"'{key.Name}'")], "or")}; found {(changes.Count == 0 ? "none" : Words.List([.. changes.Select(key => $"'{key.Name}'")]))}. Write one override for each.");
            return null;
        }

        if (rule is null || reason is null)
        {
            return null;
        }

        var inLanguages = new List<TextInLanguage>(LanguageReader.Read(entry, OverrideKeys.InLanguages, OverrideKeys.Reason, reason));
        var read = Change(entry, rule, subject, reason, changes[0], inLanguages);
        return read is null ? null : read with { InLanguages = inLanguages, Subject = read.Subject ?? subject, Author = author, Expires = expires, Place = entry.Place };
    }

    private RuleOverride? Change(MapReader entry, string rule, string? subject, string reason, Key change, List<TextInLanguage> inLanguages)
    {
        if (change == OverrideKeys.SwitchOff)
        {
            var isOff = entry.YesNo(OverrideKeys.SwitchOff);
            if (isOff == false)
            {
                entry.Report(PackProblemKinds.BadValue, entry.PlaceOf(change), "'switch off' is yes. A rule that is to stay on needs no override; remove it.");
            }

            return isOff == true ? RuleOverride.SwitchOff(rule, reason) : null;
        }

        if (change == OverrideKeys.Level)
        {
            return entry.Word(OverrideKeys.Level) is { } level ? RuleOverride.ChangeLevel(rule, level, reason) : null;
        }

        var below = entry.Open((MapKey)change);
        if (below is null)
        {
            return null;
        }

        bool OfPartner() => known.IsPerPartner(rule);
        if (change == OverrideKeys.ChangeCase)
        {
            var keys = (CaseChangeKeys.AppliesWhen, CaseChangeKeys.When, CaseChangeKeys.Level, CaseChangeKeys.Says, CaseChangeKeys.Claims);
            var changed = rules.CaseOf(below, subject, keys, OfPartner, inLanguages);
            inLanguages.AddRange(LanguageReader.Read(below, CaseChangeKeys.InLanguages, CaseChangeKeys.Says, changed.Says));
            return RuleOverride.WithCase(OverrideKind.ChangeCase, rule, changed, reason);
        }

        if (change == OverrideKeys.AddCase)
        {
            if (subject is not null)
            {
                entry.Report(PackProblemKinds.UnknownKey, entry.PlaceOf(OverrideKeys.Case), "an added case has its 'subject' under 'add case'. Remove 'case'.");
            }

            return RuleOverride.WithCase(OverrideKind.AddCase, rule, rules.CaseOf(below, saysOfRule: null, OfPartner, inLanguages), reason);
        }

        var direction = change == OverrideKeys.RaisedWhen ? Direction.Raised : Direction.Lowered;
        return rules.ModeratorOf(below, direction, OfPartner, inLanguages) is { } moderator ? RuleOverride.AddModerator(rule, moderator, reason) : null;
    }
}
