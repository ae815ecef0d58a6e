using CollabRisk.Text;

namespace CollabRisk.Facts;

/// <summary>A fact that a rule pack adds to those of the library, for its rules to read.</summary>
/// <remarks>
/// Its path is <c>extensions.rcr.rotaShared</c> for the name <c>rcr.rotaShared</c>, or <c>partners[].extensions.rcr.rotaShared</c>
/// where each partner has the fact. A fact in a group has the group in its name, <c>rcr.rota.shared</c>, and in its path. What is wrong with a declaration is reported as the rule book is built. Immutable and thread-safe.
/// </remarks>
public sealed class FactDeclaration
{
    /// <summary>A prefix that the pack's author chose and the name of the fact, joined by a dot: <c>rcr.rotaShared</c>; or a prefix, a group and the name: <c>rcr.rota.shared</c>. In a rule book, each name is declared once.</summary>
    public required string Name { get; init; }

    /// <summary>What values the fact takes; any type but <see cref="FactType.Text"/> and <see cref="FactType.List"/>.</summary>
    public required FactType Type { get; init; }

    /// <summary>What the fact means, in one phrase, with the field's own term in brackets where there is one.</summary>
    public required string Meaning { get; init; }

    /// <summary>A plain question that someone in the collaboration can answer.</summary>
    public required string Question { get; init; }

    /// <summary>
    /// How to answer the question so that two people would answer alike: what counts and what does not, with an example on either side of
    /// the line; <see langword="null"/> where the question is plain without.
    /// </summary>
    public string? CodingNote { get; init; }

    /// <summary>The words of a <see cref="FactType.Word"/> or <see cref="FactType.Words"/> fact, 1 to 62 of them; of other facts, none.</summary>
    public IReadOnlyList<string> AllowedWords { get; init; } = [];

    /// <summary>Whether the words of a <see cref="FactType.Word"/> fact are given in rising order, so that a rule may ask for "below" and "at least".</summary>
    public bool IsOrdered { get; init; }

    /// <summary>The smallest allowed number; <see langword="null"/> where there is no limit.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The largest allowed number; <see langword="null"/> where there is no limit.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>
    /// Which values are better: <see cref="FactDirection.Yes"/> or <see cref="FactDirection.No"/> for a yes/no fact,
    /// <see cref="FactDirection.Higher"/> or <see cref="FactDirection.Lower"/> for a number or for words in order.
    /// </summary>
    /// <value><see cref="FactDirection.Neutral"/> unless given; the checks of packs then ask for <see cref="NeutralBecause"/>.</value>
    public FactDirection Better { get; init; }

    /// <summary>Why no value is better than another, as a clause; <see langword="null"/> where one is.</summary>
    public string? NeutralBecause { get; init; }

    /// <summary>Whether each partner has a value of its own; otherwise the collaboration has it once.</summary>
    public bool IsPerPartner { get; init; }

    /// <summary>Whether those responsible for the collaboration can change it, unlike its form, the law or a past event.</summary>
    /// <value><see langword="true"/> unless given.</value>
    public bool IsChangeable { get; init; } = true;

    /// <summary>Whether it records how the collaboration turned out. No risk, mismatch, diagnostic or strength may read such a fact.</summary>
    public bool IsOutcome { get; init; }

    /// <summary>What the meaning and the words are in other languages, each word as <see cref="AllowedWords"/> has it in English. Questions have <see cref="Rules.RulePack.Wordings"/>.</summary>
    public IReadOnlyList<TextInLanguage> InLanguages { get; init; } = [];

    /// <summary>Where it is, for a declaration that was read from a text.</summary>
    internal TextPlace? Place { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
