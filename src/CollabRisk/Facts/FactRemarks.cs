using System.Collections;
using System.Runtime.CompilerServices;

namespace CollabRisk.Facts;

/// <summary>The remarks on the facts of a collaboration: by fact and day, each once, in whatever order they were given.</summary>
/// <remarks>Written <c>[new("vision.exists") { By = "the programme manager" }]</c>. Compared by value. Immutable and thread-safe.</remarks>
[CollectionBuilder(typeof(FactRemarks), nameof(Create))]
public sealed class FactRemarks : IReadOnlyList<FactRemark>, IEquatable<FactRemarks>
{
    private readonly FactRemark[] remarks;

    private FactRemarks(FactRemark[] remarks) => this.remarks = remarks;

    /// <summary>No remarks.</summary>
    public static FactRemarks None { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => remarks.Length;

    /// <summary>A remark.</summary>
    /// <param name="index">Its place, from 0.</param>
    public FactRemark this[int index] => remarks[index];

    /// <summary>The remarks on one fact.</summary>
    /// <param name="path">The path, with the partner's name where it is a partner's fact.</param>
    public IEnumerable<FactRemark> On(string path) => remarks.Where(remark => remark.Fact == path);

    /// <summary>Makes remarks.</summary>
    /// <param name="remarks">The remarks, in any order.</param>
    public static FactRemarks Create(ReadOnlySpan<FactRemark> remarks)
    {
        var distinct = new SortedSet<FactRemark>(remarks.ToArray(), FactRemark.Order);
        return distinct.Count == 0 ? None : new([.. distinct]);
    }

    /// <summary>These and others.</summary>
    /// <param name="others">The others.</param>
    public FactRemarks With(params IEnumerable<FactRemark> others) => [.. remarks, .. others];

    /// <summary>The remarks in their order.</summary>
    public IEnumerator<FactRemark> GetEnumerator() => ((IEnumerable<FactRemark>)remarks).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(FactRemarks? other) => other is not null && remarks.AsSpan().SequenceEqual(other.remarks);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactRemarks);

    /// <inheritdoc/>
    public override int GetHashCode() => remarks.Length == 0 ? 0 : HashCode.Combine(remarks.Length, remarks[0]);

    /// <summary>How many there are.</summary>
    public override string ToString() => Text.Words.Count(Count, "remark");
}
