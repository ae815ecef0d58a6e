namespace CollabRisk.Facts;

/// <summary>Collects facts, each once, to be read out in the order of the model.</summary>
internal class FactCollector(FactTable table)
{
    /// <summary>Kept in order: there are few of them, so looking for the place costs less than a tree.</summary>
    private readonly List<FactReading> readings = [];

    public void Add(Fact fact, int partner)
    {
        var path = table.PathOf(fact, partner);
        var missing = fact.IsPerPartner && table.IsMissing(partner);
        Add(new FactReading(path, missing ? table.Registry.PartnerList : fact, missing ? Fact.Unknown : table[fact, partner]));
    }

    /// <summary>Adds what another collector has of the same facts.</summary>
    public void Add(FactReading reading)
    {
        if (readings.BinarySearch(reading, FactReading.ModelOrder) is var at and < 0)
        {
            readings.Insert(~at, reading);
        }
    }

    public void AddPartnerList() => Add(table.Registry.PartnerList, -1);

    public IReadOnlyList<FactReading> ToList() => [.. readings];
}
