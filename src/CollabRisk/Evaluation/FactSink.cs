using CollabRisk.Facts;

namespace CollabRisk.Evaluation;

/// <summary>Collects facts, each once, to be read out in the order of the model.</summary>
internal sealed class FactSink(FactTable table)
{
    private readonly SortedDictionary<FactReading, byte> readings = new(FactReading.ModelOrder);

    public void Add(Fact fact, int partner)
    {
        var path = table.PathOf(fact, partner);
        var missing = fact.IsPerPartner && table.IsMissing(partner);
        readings[new FactReading(path, missing ? table.Registry.PartnerList : fact, missing ? Fact.Unknown : table[fact, partner])] = 0;
    }

    public void AddPartnerList() => Add(table.Registry.PartnerList, -1);

    public IReadOnlyList<FactReading> ToList() => [.. readings.Keys];
}
