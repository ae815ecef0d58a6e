using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Content;

/// <summary>Why a finding has the level that it has.</summary>
internal static class LevelReasons
{
    /// <summary>What moved, held or unsettles the level of findings that one rule makes at one level, beyond the reason of the rule.</summary>
    public static IEnumerable<Passage> Beyond(IReadOnlyList<Finding> findings)
    {
        var first = findings[0];
        var rule = first.Rule;
        var moved = findings.SelectMany(each => each.ModeratedBy).Distinct()
            .Select(moderator => Passage.Of($"{(moderator.Direction == Direction.Raised ? "Raised" : "Lowered")} one step, because {rule.Said(moderator.Because)}."));
        var more = new Passage[]
        {
            first.OwnLevel is { } own ? Passage.Of($"The rule’s own level is {own.Level}: {rule.Said(own.Reason).Select(Words.Sentence)}") : null,
            first.CappedAt is { } cap ? $"Held at {cap}, the highest level of its chapter." : null,
            first.Level is { } level && level.AtLeast != level.AtMost ? "The level is not settled: facts that would raise or lower it are not known." : null,
        };
        return moved.Concat(more.Where(reason => !reason.IsEmpty)).Concat(first.Overrides.Select(change => Overridden(change, rule.Language)));
    }

    /// <summary>What an override does, with who decided it and until when.</summary>
    /// <param name="change">The override.</param>
    /// <param name="language">The language of the rule book; null for English.</param>
    public static Passage Overridden(RuleOverride change, string? language) => Passage.Join(" ", new[]
    {
        Passage.Of($"Overridden: {change.SaidEffect(language)}."),
        change.InLanguages.Said(change.Reason, language).Select(Words.Sentence),
        change.Author is null ? null : $"By {change.Author}.",
        change.Expires is { } day ? $"Until {Wording.Day(day)}." : null,
        change.PackId is null ? null : $"In pack {change.PackId}.",
    }.Where(part => !part.IsEmpty));
}
