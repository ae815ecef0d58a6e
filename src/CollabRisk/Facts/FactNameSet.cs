using System.Collections;
using System.Runtime.CompilerServices;

namespace CollabRisk.Facts;

/// <summary>
/// Names of facts of one collaboration or partner, as they are called there: <c>["vision.exists", "differences.discussed"]</c> in a
/// collaboration, <c>["role"]</c> in a partner.
/// </summary>
/// <remarks>Each once, in alphabetical order. Whether there is such a fact shows next to a rule book. Compared by value. Immutable and thread-safe.</remarks>
[CollectionBuilder(typeof(FactNameSet), nameof(Create))]
public sealed class FactNameSet : IReadOnlyCollection<string>, IEquatable<FactNameSet>
{
    private readonly string[] names;

    private FactNameSet(string[] names) => this.names = names;

    /// <summary>No names.</summary>
    public static FactNameSet None { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => names.Length;

    /// <summary>Makes a set of names.</summary>
    /// <param name="names">The names, in any order; one given twice counts once.</param>
    /// <exception cref="ArgumentNullException">A name is <see langword="null"/>.</exception>
    public static FactNameSet Create(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            ArgumentNullException.ThrowIfNull(name, nameof(names));
        }

        return names.IsEmpty ? None : new([.. names.ToArray().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Whether a name is among them; upper and lower case differ.</summary>
    /// <param name="name">The name.</param>
    public bool Contains(string name) => Array.BinarySearch(names, name, StringComparer.Ordinal) >= 0;

    /// <summary>The names in their order.</summary>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)names).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(FactNameSet? other) => other is not null && names.AsSpan().SequenceEqual(other.names);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactNameSet);

    /// <inheritdoc/>
    public override int GetHashCode() => names.Length == 0 ? 0 : HashCode.Combine(names.Length, StringComparer.Ordinal.GetHashCode(names[0]));

    /// <summary>The names, separated by commas.</summary>
    public override string ToString() => string.Join(", ", names);

    /// <summary>With a name, or without it.</summary>
    internal FactNameSet With(string name, bool isThere) => Contains(name) == isThere ? this
        : isThere ? Create([.. names, name])
        : Create([.. names.Where(other => other != name)]);
}
