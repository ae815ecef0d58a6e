using CollabRisk.Facts;

namespace CollabRisk.NRules.Session;

/// <summary>
/// The facts of one group of the collaboration, such as vision, as one fact of the session. Rules match the groups that they
/// read, so that a change in one group leaves the rules alone that read others.
/// </summary>
/// <param name="group">The path of the group; empty for the facts that are in none.</param>
/// <param name="table">The facts.</param>
internal sealed class GroupFacts(string group, FactTable table)
{
    public string Group { get; } = group;

    /// <summary>The facts as they stand. Changed for all rows at once; the session is told of those in which a code moved.</summary>
    public FactTable Table { get; set; } = table;

    public long Code(Fact fact) => Table[fact, -1];

    /// <summary>The group of a fact: its path up to its own name.</summary>
    public static string Of(Fact fact) => fact.Path.LastIndexOf('.') is var end and >= 0 ? fact.Path[..end] : "";

    public override string ToString() => Group.Length == 0 ? "the collaboration" : Group;
}

/// <summary>All facts of one row of partners, listed or not, as one fact of the session.</summary>
internal sealed class PartnerFacts(FactTable table, int row)
{
    /// <inheritdoc cref="GroupFacts.Table"/>
    public FactTable Table { get; private set; } = table;

    /// <summary>The row in the table; another one when partners before it come or go.</summary>
    public int Row { get; private set; } = row;

    /// <summary>Whether the row stands for the partners that are not listed.</summary>
    public bool IsUnlisted => Table.IsMissing(Row);

    /// <summary>What tells the row from the others, whatever its place: the name, which is blank for the partners that are not listed.</summary>
    public string Name => NameOf(Table, Row);

    public long Code(Fact fact) => Table[fact, Row];

    public void MoveTo(FactTable table, int row) => (Table, Row) = (table, row);

    public static string NameOf(FactTable table, int row) =>
        table.IsMissing(row) ? "" : table.Listed[row].Name;

    public override string ToString() => IsUnlisted ? "the partners that are not listed" : Table.Listed[Row].Name;
}
