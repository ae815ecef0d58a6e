using System.Collections;
using System.Runtime.CompilerServices;

namespace CollabRisk.Facts;

/// <summary>
/// A set of words that a rule pack defines, compared by value; the words of the library's own facts are in a
/// <see cref="FactSet{T}"/>. Written <c>["Phone", "Radio"]</c>.
/// </summary>
/// <remarks>
/// An empty set says that none of the words applies. A set that is not known is <see langword="null"/>, never empty.
/// Enumerates in alphabetical order. Immutable and thread-safe.
/// </remarks>
[CollectionBuilder(typeof(WordSet), nameof(Create))]
public sealed class WordSet : IReadOnlyCollection<string>, IEquatable<WordSet>
{
    private readonly string[] words;

    private WordSet(string[] words) => this.words = words;

    /// <summary>How many words the set holds.</summary>
    public int Count => words.Length;

    /// <summary>Makes a set of the words given; a word given twice counts once.</summary>
    /// <param name="words">The words; none makes the empty set, which says that none applies.</param>
    /// <exception cref="ArgumentNullException">A word is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A word has other characters than letters and digits, does not begin with a letter, or is longer than 100 characters.</exception>
    public static WordSet Create(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            ArgumentNullException.ThrowIfNull(word, nameof(words));
            if (!ExtensionForm.IsWord(word))
            {
                throw new ArgumentException($"'{word}' is not a word. {ExtensionForm.OfWords}", nameof(words));
            }
        }

        return new WordSet([.. words.ToArray().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Whether the set holds the word; upper and lower case differ.</summary>
    /// <param name="word">The word to look for.</param>
    public bool Contains(string word) => Array.BinarySearch(words, word, StringComparer.Ordinal) >= 0;

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)words).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => words.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(WordSet? other) => other is not null && words.AsSpan().SequenceEqual(other.words);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WordSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var word in words)
        {
            hash.Add(word, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>The words, separated by commas.</summary>
    public override string ToString() => string.Join(", ", words);
}
