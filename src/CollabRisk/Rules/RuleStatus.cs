using CollabRisk.Text;

namespace CollabRisk.Rules;

/// <summary>How settled a rule is. Findings of a rule that is not stable say so in their caveats.</summary>
public enum RuleStatus
{
    /// <summary>The rule is meant to stay as it is.</summary>
    Stable,

    /// <summary>The rule is being tried out; it may change or go.</summary>
    Experimental,

    /// <summary>The rule is kept for those who use it and will go; <see cref="Rule.StatusNote"/> says what to use instead.</summary>
    Deprecated,
}

internal static class RuleStatusWords
{
    /// <summary>What appears with every finding of a rule that is not stable, as a sentence; null for a stable one.</summary>
    public static string? Caveat(RuleStatus status, string? note) => status == RuleStatus.Stable ? null : Said(status, note).ToString();

    /// <summary>The same, of a rule that is not stable, with a note that may be in another language.</summary>
    public static Passage Said(RuleStatus status, Passage note) => status switch
    {
        RuleStatus.Experimental => Passage.Of($"The rule is experimental and may change or go{Rest(note)}"),
        RuleStatus.Deprecated => Passage.Of($"The rule is deprecated{Rest(note)}"),
        _ => default,
    };

    private static Passage Rest(Passage note) => string.IsNullOrWhiteSpace($"{note}") ? "."
        : Passage.Of($": {note.AtStart(text => text.TrimStart()).AtEnd(text => text.TrimEnd().TrimEnd('.'))}.");
}
