using System.Collections;
using System.Runtime.CompilerServices;

namespace CollabRisk.Facts;

/// <summary>An ordered list, compared by value. Written <c>[new() { Name = "A" }, new() { Name = "B" }]</c>.</summary>
/// <typeparam name="T">The type of the entries.</typeparam>
/// <remarks>A list that is not known is <see langword="null"/>. Immutable and thread-safe.</remarks>
[CollectionBuilder(typeof(FactList), nameof(FactList.Create))]
public sealed class FactList<T> : IReadOnlyList<T>, IEquatable<FactList<T>>
    where T : class
{
    private readonly T[] entries;

    internal FactList(T[] entries) => this.entries = entries;

    /// <summary>How many entries the list has.</summary>
    public int Count => entries.Length;

    /// <summary>The entry at a place.</summary>
    /// <param name="index">The place, from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no entry at this place.</exception>
    public T this[int index] => entries[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(FactList<T>? other) => other is not null && entries.AsSpan().SequenceEqual(other.entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var entry in entries)
        {
            hash.Add(entry);
        }

        return hash.ToHashCode();
    }

    /// <summary>The entries, separated by commas.</summary>
    public override string ToString() => string.Join<T>(", ", entries);
}

/// <summary>Makes <see cref="FactList{T}"/> values.</summary>
public static class FactList
{
    /// <summary>Makes a list of the entries given.</summary>
    /// <typeparam name="T">The type of the entries.</typeparam>
    /// <param name="entries">The entries, in order; none of them <see langword="null"/>.</param>
    /// <exception cref="ArgumentNullException">An entry is <see langword="null"/>.</exception>
    public static FactList<T> Create<T>(params ReadOnlySpan<T> entries)
        where T : class
    {
        foreach (var entry in entries)
        {
            ArgumentNullException.ThrowIfNull(entry, nameof(entries));
        }

        return new FactList<T>(entries.ToArray());
    }
}
