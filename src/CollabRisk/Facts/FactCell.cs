namespace CollabRisk.Facts;

/// <summary>A fact in a row of a <see cref="FactTable"/>.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Row">The row of partners; -1 for a fact of the collaboration.</param>
internal readonly record struct FactCell(Fact Fact, int Row) : IComparable<FactCell>
{
    /// <summary>Whether it is the same fact in the same row.</summary>
    public bool Equals(FactCell other) => ReferenceEquals(Fact, other.Fact) && Row == other.Row;

    /// <summary>From the places of both, which costs less than what the runtime keeps for a fact.</summary>
    public override int GetHashCode() => (Fact.Index << 12) ^ Row;

    /// <summary>The order of the model; of one fact of the partners, the order of the rows.</summary>
    public int CompareTo(FactCell other) =>
        Fact.IsPerPartner != other.Fact.IsPerPartner ? Fact.IsPerPartner.CompareTo(other.Fact.IsPerPartner)
        : Fact.Index != other.Fact.Index ? Fact.Index.CompareTo(other.Fact.Index)
        : Row.CompareTo(other.Row);
}
