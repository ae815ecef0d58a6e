using CollabRisk.Text;

namespace CollabRisk.Facts;

/// <summary>A word that a rule pack adds to a word fact of the library that allows it (<see cref="Facts.Fact.MoreWordsBecause"/>).</summary>
/// <remarks>
/// The word is one of the fact's own from then on: people are offered it as an answer, and rules can ask for it. To everyone who does not name it,
/// it is the word that it counts as: a rule that asks for that word finds it too, and what follows from the fact follows in the same way. What is
/// wrong with a declaration is reported as the rule book is built. Immutable and thread-safe.
/// </remarks>
public sealed class WordDeclaration
{
    /// <summary>The path of the fact, such as <c>partners[].sector</c> or <c>context.jurisdiction</c>.</summary>
    public required string Fact { get; init; }

    /// <summary>
    /// The prefix of the pack and the word, joined by a dot: <c>gdn.HousingAssociation</c>. In a rule book, each word of a fact is added once, and
    /// no word is called as one of the library's is.
    /// </summary>
    public required string Word { get; init; }

    /// <summary>The word of the library that it counts as wherever it is not named itself: <c>Voluntary</c>. It is never a word that a pack adds.</summary>
    public required string CountsAs { get; init; }

    /// <summary>What the word means, in one phrase, so that two people would choose it for the same partners.</summary>
    public required string Meaning { get; init; }

    /// <summary>Where it is, for a declaration that was read from a text.</summary>
    internal TextPlace? Place { get; init; }

    /// <summary>The fact and the word.</summary>
    public override string ToString() => $"{Fact}: {Word}";
}
