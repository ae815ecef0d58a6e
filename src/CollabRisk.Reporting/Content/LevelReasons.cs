using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Content;

/// <summary>Why a finding has the level that it has.</summary>
internal static class LevelReasons
{
    /// <summary>What moved, held or unsettles the level of findings that one rule makes at one level, beyond the reason of the rule.</summary>
    public static IEnumerable<string> Beyond(IReadOnlyList<Finding> findings)
    {
        var first = findings[0];
        var moved = findings.SelectMany(each => each.ModeratedBy).Distinct()
            .Select(moderator => $"{(moderator.Direction == Direction.Raised ? "Raised" : "Lowered")} one step, because {moderator.Because}.");
        var more = new[]
        {
            first.OwnLevel is { } own ? $"The rule’s own level is {own.Level}: {Words.Sentence(own.Reason)}" : null,
            first.CappedAt is { } cap ? $"Held at {cap}, the highest level of its chapter." : null,
            first.Level is { } level && level.AtLeast != level.AtMost ? "The level is not settled: facts that would raise or lower it are not known." : null,
        };
        return moved.Concat(more.OfType<string>()).Concat(first.Overrides.Select(Overridden));
    }

    /// <summary>What an override does, with who decided it and until when.</summary>
    public static string Overridden(RuleOverride change) => string.Join(' ', new[]
    {
        $"Overridden: {change.Effect}.",
        Words.Sentence(change.Reason),
        change.Author is null ? null : $"By {change.Author}.",
        change.Expires is { } day ? $"Until {Wording.Day(day)}." : null,
        change.PackId is null ? null : $"In pack {change.PackId}.",
    }.OfType<string>());
}
