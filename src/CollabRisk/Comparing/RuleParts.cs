using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Comparing;

/// <summary>A part of a rule that is not the same in two rule books.</summary>
/// <param name="Part">Which part, in the words of the format of packs: "level", "when", "says"; of one case of several with its subject before it.</param>
/// <param name="Before">What it was; <see langword="null"/> where the rule had none.</param>
/// <param name="After">What it is; <see langword="null"/> where the rule has none.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RulePartChange(string Part, string? Before, string? After)
{
    /// <summary>The part with what it was and what it is.</summary>
    public override string ToString() => $"{Part}: {Before ?? "none"} -> {After ?? "none"}";
}

/// <summary>The parts of a rule as texts, so that two rules can be compared part by part. What decides an assessment is in one of them.</summary>
internal static class RuleParts
{
    /// <summary>The parts that are not the same, in the order in which a rule is written.</summary>
    public static IReadOnlyList<RulePartChange> Between(Rule before, Rule after)
    {
        var (was, now) = (Of(before), Of(after));
        return [.. was.Keys.Union(now.Keys, StringComparer.Ordinal)
            .Select(part => new RulePartChange(part, was.GetValueOrDefault(part), now.GetValueOrDefault(part)))
            .Where(change => change.Before != change.After)];
    }

    private static Dictionary<string, string> Of(Rule rule)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("kind", $"{rule.Kind}");
        Add("title", rule.Title);
        Add("status", rule.Status == RuleStatus.Stable ? null : $"{rule.Status}{(rule.StatusNote is null ? "" : $": {rule.StatusNote}")}");
        Add("level", Level(rule.Level));
        Add("highest level", rule.Level is null || rule.Cap == CollabRisk.Level.High ? null : $"{rule.Cap}");
        Add("for each", rule.IsPerPartner ? "partner" : null);
        Add("applies when", rule.AppliesWhen?.ToString());
        foreach (var @case in rule.Cases)
        {
            var of = @case.Subject is null ? "" : $"{@case.Subject}: ";
            Add(of + "applies when", @case.AppliesWhen?.ToString());
            Add(of + "when", @case.When.ToString());
            Add(of + "says", @case.Says.Text);
            Add(of + "level", @case.Level == rule.Level ? null : Level(@case.Level));
            Add(of + "claims", string.Join(", ", @case.Claims.Select(claim => claim.Id)));
            Add(of + "caveats", string.Join(' ', @case.Caveats));
            Add(of + "advises", @case.Subject is null ? null : string.Join(", ", @case.Recommendations.Select(advice => advice.Code)));
            Add(of + "switched off", @case.SwitchedOff?.Reason);
        }

        foreach (var claim in rule.Cases.SelectMany(@case => @case.Claims).DistinctBy(claim => claim.Id, StringComparer.Ordinal))
        {
            Add($"claim {claim.Id}", $"{claim.Paraphrase} ({claim.Strength})");
        }

        Add("raised when", Moderators(rule, Direction.Raised));
        Add("lowered when", Moderators(rule, Direction.Lowered));
        Add("advises", string.Join(", ", rule.Recommendations.Select(advice => advice.Code)));
        foreach (var advice in rule.Recommendations)
        {
            Add($"recommendation {advice.Code}", advice.Text + (rule.DoneWhen.TryGetValue(advice.Code, out var done) ? $" Done when {done}." : ""));
        }

        Add("caveats", string.Join(' ', rule.Caveats), joined: true);
        Add("notes", string.Join(' ', rule.Notes));
        Add("leads to", string.Join(", ", rule.LeadsTo));
        Add("under", string.Join(", ", rule.Under));
        InLanguages([.. rule.InLanguages, .. rule.ChapterInLanguages, .. rule.NotesInLanguages, .. rule.Claims.SelectMany(claim => claim.InLanguages),
            .. rule.Recommendations.SelectMany(advice => advice.InLanguages), .. rule.Overrides.SelectMany(change => change.InLanguages)]);
        Add("overrides", string.Join("; ", rule.Overrides.Select(change => $"{(change.Subject is null ? "" : $"{change.Subject}: ")}{change.Effect} ({change.Reason})")));
        return parts;

        // Each text is a part of its own, so that what changed in a language is seen next to what it was.
        void InLanguages(IReadOnlyList<TextInLanguage> texts)
        {
            var named = TextsOf(rule);
            foreach (var text in texts)
            {
                // In a book in the language, the rule says the text itself. Two long texts may be named alike.
                var name = named.GetValueOrDefault(text.English) ?? named.GetValueOrDefault(text.Text) ?? Shown.Value(text.English);
                Add($"{(text.Subject is null || text.Subject == text.English ? "" : $"{text.Subject}: ")}{name} in {text.Language}", text.Text, joined: true);
            }
        }

        void Add(string part, string? text, bool joined = false)
        {
            if (!string.IsNullOrEmpty(text))
            {
                parts[part] = joined && parts.TryGetValue(part, out var there) ? $"{there} {text}" : text;
            }
        }
    }

    /// <summary>What each text of a rule that can be in a language is, in the words of the format of packs; of several of a kind with which of them it is.</summary>
    private static Dictionary<string, string> TextsOf(Rule rule)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        Name("title", rule.Title);
        Name("chapter", rule.Chapter);
        Name("status note", rule.StatusNote);
        Name("level", rule.Level?.Reason);
        foreach (var @case in rule.Cases)
        {
            Name($"subject '{@case.Subject}'", @case.Subject);
            Name("says", @case.Says.Text);
            Name("level", @case.Level?.Reason);
            Several("caveat", @case.Caveats);
        }

        Several("caveat", rule.Caveats);
        Several("moderator", rule.Moderators.Select(moderator => moderator.Because));
        Several("note", rule.Notes);
        foreach (var claim in rule.Cases.SelectMany(@case => @case.Claims))
        {
            Name($"claim {claim.Id}", claim.Paraphrase);
        }

        foreach (var advice in rule.Recommendations)
        {
            Name($"recommendation {advice.Code}", advice.Text);
        }

        Several("override", rule.Overrides.SelectMany(change => new[] { change.Reason, change.Because }.OfType<string>()));
        return names;

        void Several(string what, IEnumerable<string> texts)
        {
            foreach (var text in texts)
            {
                Name($"{what} {Shown.Value(text)}", text);
            }
        }

        void Name(string what, string? text)
        {
            if (text is not null)
            {
                names.TryAdd(text, what);
            }
        }
    }

    private static string? Level(LevelBasis? basis) => basis is null ? null
        : $"{basis.Level} because {basis.Reason}{(basis.BestConfidence == Evidence.Confidence.NamedCase ? "" : $", at best {basis.BestConfidence}")}";

    private static string Moderators(Rule rule, Direction direction) => string.Join("; ", rule.Moderators.Where(moderator => moderator.Direction == direction)
        .Select(moderator => $"{(moderator.Subject is null ? "" : $"{moderator.Subject}: ")}{moderator.When} because {moderator.Because}{(moderator.Claims.Count == 0 ? "" : $" [{string.Join(", ", moderator.Claims)}]")}"));
}
