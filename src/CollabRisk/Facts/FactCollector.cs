namespace CollabRisk.Facts;

/// <summary>Collects facts, each once, to be read out in the order of the model.</summary>
internal class FactCollector(FactTable table)
{
    /// <summary>Kept in order: there are few of them, so looking for the place costs less than a tree.</summary>
    private readonly List<FactCell> cells = [];

    /// <summary>What was collected, in the order of the model.</summary>
    public IReadOnlyList<FactCell> Cells => cells;

    /// <summary>Adds a fact; one of partners that are not listed is the list of them.</summary>
    public void Add(Fact fact, int partner) =>
        Add(!fact.IsPerPartner ? new FactCell(fact, -1) : table.IsMissing(partner) ? new FactCell(table.Registry.PartnerList, -1) : new FactCell(fact, partner));

    /// <summary>Adds what another collector has of the same table.</summary>
    public void Add(FactCell cell)
    {
        if (cells.BinarySearch(cell) is var at and < 0)
        {
            cells.Insert(~at, cell);
        }
    }

    public void AddPartnerList() => Add(table.Registry.PartnerList, -1);

    /// <summary>Forgets what was collected.</summary>
    protected void Forget() => cells.Clear();

    /// <summary>The facts with their values, in the order of the model.</summary>
    public IReadOnlyList<FactReading> ToList()
    {
        var readings = cells.Count == 0 ? [] : new FactReading[cells.Count];
        for (var i = 0; i < readings.Length; i++)
        {
            readings[i] = table.ReadingOf(cells[i]);
        }

        return readings;
    }
}
