using System.Runtime.InteropServices;

namespace CollabRisk.Facts;

/// <summary>Collects facts, each once, to be read out in the order of the model.</summary>
internal class FactCollector(FactTable table)
{
    private readonly List<FactCell> cells = [];

    /// <summary>How many of <see cref="cells"/>, from the first, are in order and each there once.</summary>
    private int sorted;

    /// <summary>What was collected, in the order of the model.</summary>
    public IReadOnlyList<FactCell> Cells
    {
        get
        {
            if (sorted < cells.Count && cells.Count > 1)
            {
                cells.Sort();
                var distinct = 1;
                for (var i = 1; i < cells.Count; i++)
                {
                    if (cells[i] != cells[distinct - 1])
                    {
                        cells[distinct++] = cells[i];
                    }
                }

                cells.RemoveRange(distinct, cells.Count - distinct);
            }

            sorted = cells.Count;
            return cells;
        }
    }

    /// <summary>What was collected, as it came: in no particular order, and some of it more than once.</summary>
    public ReadOnlySpan<FactCell> AsTheyCame => CollectionsMarshal.AsSpan(cells);

    /// <summary>Adds a fact; one of partners that are not listed is the list of them.</summary>
    public void Add(Fact fact, int partner) => Add(table.CellOf(fact, partner));

    /// <summary>Adds what another collector has of the same table.</summary>
    public void Add(FactCell cell) => cells.Add(cell);

    public void AddPartnerList() => Add(table.Registry.PartnerList, -1);

    /// <summary>Forgets what was collected.</summary>
    protected void Forget()
    {
        cells.Clear();
        sorted = 0;
    }

    /// <summary>The facts with their values, in the order of the model.</summary>
    public IReadOnlyList<FactReading> ToList()
    {
        var inOrder = Cells;
        var readings = inOrder.Count == 0 ? [] : new FactReading[inOrder.Count];
        for (var i = 0; i < readings.Length; i++)
        {
            readings[i] = table.ReadingOf(inOrder[i]);
        }

        return readings;
    }
}
