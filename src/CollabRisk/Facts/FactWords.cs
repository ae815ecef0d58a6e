using System.Collections.Immutable;

namespace CollabRisk.Facts;

/// <summary>
/// Words that packs add to facts of the library, by the names of the facts in one collaboration or partner. Written
/// <c>new() { ["sector"] = "gdn.HousingAssociation" }</c> in a partner, <c>new() { ["context.jurisdiction"] = "gdn.Ireland" }</c> in a collaboration.
/// </summary>
/// <remarks>
/// A word has the prefix of the pack that adds it, by which it is understood to be one before any pack is at hand: whether there is such a fact,
/// and such a word, shows next to a rule book. In JSON the word is in the place of the fact's value. Compared by value. Immutable and thread-safe.
/// </remarks>
public sealed class FactWords : IEquatable<FactWords>
{
    private readonly ImmutableSortedDictionary<string, string> words = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Makes an empty one, to be filled in braces.</summary>
    public FactWords()
    {
    }

    private FactWords(ImmutableSortedDictionary<string, string> words) => this.words = words;

    /// <summary>No words.</summary>
    public static FactWords None { get; } = new();

    /// <summary>The names of the facts that have such a word, in alphabetical order.</summary>
    public IEnumerable<string> Names => words.Keys;

    /// <summary>Whether no fact has such a word.</summary>
    public bool IsEmpty => words.IsEmpty;

    /// <summary>The word of a fact; <see langword="null"/> where it has none that a pack adds.</summary>
    /// <param name="fact">The name of the fact as it is called in the collaboration or the partner, such as <c>sector</c>; upper and lower case differ.</param>
    /// <value>A prefix and a word joined by a dot, such as <c>gdn.HousingAssociation</c>.</value>
    /// <exception cref="ArgumentNullException"><paramref name="fact"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The value has no such form.</exception>
    public string? this[string fact]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(fact);
            return words.GetValueOrDefault(fact);
        }

        init => words = Changed(fact, value);
    }

    /// <summary>The same with the word of one fact changed.</summary>
    /// <param name="fact">The name of the fact.</param>
    /// <param name="word">The word with its prefix, or <see langword="null"/> where the fact has none any more.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fact"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The word has no such form; see the indexer.</exception>
    public FactWords With(string fact, string? word) => Changed(fact, word) is var changed && changed == words ? this : new(changed);

    /// <inheritdoc/>
    public bool Equals(FactWords? other) => other is not null && (ReferenceEquals(words, other.words) || words.SequenceEqual(other.words));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactWords);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (fact, word) in words)
        {
            hash.Add(fact, StringComparer.Ordinal);
            hash.Add(word, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>The names with their words, separated by commas.</summary>
    public override string ToString() => string.Join(", ", words.Select(each => $"{each.Key}: {each.Value}"));

    /// <summary>The names of the facts with their words, by name.</summary>
    internal IReadOnlyCollection<KeyValuePair<string, string>> Entries => words;

    /// <summary>Those of a collaboration or partner; none of anything else.</summary>
    internal static FactWords In(object root) => root switch
    {
        Collaboration collaboration => collaboration.AddedWords,
        Partner partner => partner.AddedWords,
        _ => None,
    };

    /// <summary>The collaboration or partner with others.</summary>
    internal static object With(object root, FactWords words) => root switch
    {
        Collaboration collaboration => collaboration with { AddedWords = words },
        Partner partner => partner with { AddedWords = words },
        _ => root,
    };

    private ImmutableSortedDictionary<string, string> Changed(string fact, string? word)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return word is null ? words.Remove(fact)
            : ExtensionForm.IsAddedWord(word) ? words.SetItem(fact, word)
            : throw new ArgumentException($"'{word}' is not a word that a pack adds. {ExtensionForm.OfAddedWords}", nameof(word));
    }
}
