namespace CollabRisk.RulePacks.Editing;

/// <summary>Something that can be written at a place of a pack.</summary>
/// <param name="Text">What is written.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">What it is, in a few words; empty where the text says it.</param>
/// <param name="About">More about it, as Markdown; null where there is none.</param>
internal sealed record Choice(string Text, ChoiceKind Kind, string Detail, string? About = null)
{
    /// <summary>Whether a value follows on the same line, or in lines of its own; null where it is a value itself.</summary>
    public bool? IsFollowedOnLine { get; init; }
}

/// <summary>What a choice is, for the sign next to it.</summary>
internal enum ChoiceKind
{
    /// <summary>A key of the format.</summary>
    Key,

    /// <summary>A fact.</summary>
    Fact,

    /// <summary>A word that a key or a fact takes.</summary>
    Word,

    /// <summary>A rule, by its code.</summary>
    Rule,

    /// <summary>A claim, a source, a recommendation or a kind of problem, by its id or code.</summary>
    Reference,
}

/// <summary>What a text of a pack means.</summary>
/// <param name="Markdown">In words, as Markdown.</param>
/// <param name="Place">Where it was written, where that is in the files of packs; null otherwise.</param>
internal sealed record Described(string Markdown, Text.TextPlace? Place = null);
