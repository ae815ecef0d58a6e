using System.Runtime.InteropServices;

namespace CollabRisk.Facts;

/// <summary>Collects facts, to be read out each once and in the order of the model.</summary>
internal class FactCollector(FactTable table)
{
    private readonly List<FactCell> cells = [];

    /// <summary>What was collected, as it came: in no particular order, and some of it more than once.</summary>
    public ReadOnlySpan<FactCell> AsTheyCame => CollectionsMarshal.AsSpan(cells);

    /// <summary>Adds a fact; one of partners that are not listed is the list of them.</summary>
    public void Add(Fact fact, int partner) => Add(table.CellOf(fact, partner));

    /// <summary>Adds what another collector has of the same table.</summary>
    public void Add(FactCell cell) => cells.Add(cell);

    public void AddPartnerList() => Add(table.Registry.PartnerList, -1);

    /// <summary>Forgets the facts that were collected, or only those that came after so many.</summary>
    public void ForgetFacts(int kept = 0) => cells.RemoveRange(kept, cells.Count - kept);

    /// <summary>The facts with their values, each once and in the order of the model.</summary>
    public IReadOnlyList<FactReading> ToList()
    {
        cells.Sort();
        var distinct = Math.Min(1, cells.Count);
        for (var i = 1; i < cells.Count; i++)
        {
            if (cells[i].CompareTo(cells[distinct - 1]) != 0)
            {
                cells[distinct++] = cells[i];
            }
        }

        cells.RemoveRange(distinct, cells.Count - distinct);
        var readings = distinct == 0 ? [] : new FactReading[distinct];
        for (var i = 0; i < distinct; i++)
        {
            readings[i] = table.ReadingOf(cells[i]);
        }

        return readings;
    }
}
