using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace CollabRisk.Facts;

/// <summary>
/// A set of words (enum values), compared by value. Written <c>[Benefit.CostReduction, Benefit.Resilience]</c>.
/// </summary>
/// <typeparam name="T">An enum whose values are numbered from 0 to at most 62.</typeparam>
/// <remarks>
/// An empty set says that none of the words applies. A set that is not known is <see langword="null"/>, never empty.
/// Enumerates in the order in which the enum declares its words. Immutable and thread-safe.
/// </remarks>
[CollectionBuilder(typeof(FactSet), nameof(FactSet.Create))]
public sealed class FactSet<T> : IReadOnlyCollection<T>, IEquatable<FactSet<T>>
    where T : struct, Enum
{
    internal FactSet(ulong bits) => Bits = bits;

    /// <summary>One bit for each word, by the word's number.</summary>
    internal ulong Bits { get; }

    /// <summary>How many words the set holds.</summary>
    public int Count => BitOperations.PopCount(Bits);

    /// <summary>Whether the set holds the word.</summary>
    /// <param name="word">The word to look for.</param>
    public bool Contains(T word) => (Bits & FactSet.Bit(word)) != 0;

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        foreach (var word in Enum.GetValues<T>())
        {
            if (Contains(word))
            {
                yield return word;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(FactSet<T>? other) => other is not null && Bits == other.Bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactSet<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => Bits.GetHashCode();

    /// <summary>The words, separated by commas.</summary>
    public override string ToString() => string.Join(", ", this);
}

/// <summary>Makes <see cref="FactSet{T}"/> values.</summary>
public static class FactSet
{
    /// <summary>Makes a set of the words given; a word given twice counts once.</summary>
    /// <typeparam name="T">The enum of the words.</typeparam>
    /// <param name="words">The words; none makes the empty set, which says that none applies.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not a word of the enum.</exception>
    public static FactSet<T> Create<T>(params ReadOnlySpan<T> words)
        where T : struct, Enum
    {
        var bits = 0UL;
        foreach (var word in words)
        {
            if (!Enum.IsDefined(word))
            {
                throw new ArgumentOutOfRangeException(nameof(words), word, $"{word} is not a word of {typeof(T).Name}.");
            }

            bits |= Bit(word);
        }

        return new FactSet<T>(bits);
    }

    internal static ulong Bit<T>(T word)
        where T : struct, Enum => 1UL << Convert.ToInt32(word, null);
}
