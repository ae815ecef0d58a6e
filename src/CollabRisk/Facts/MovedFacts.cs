namespace CollabRisk.Facts;

/// <summary>What moved from one table of facts to another of the same registry.</summary>
internal sealed class MovedFacts
{
    public MovedFacts(FactTable before, FactTable after)
    {
        Before = before;
        After = after;
        OfCollaboration = after.Moved(-1, before, -1);
        HasSamePartners = after.HasPartnersOf(before);
        for (var row = 0; row < after.Listed.Count && HasSamePartners && !ReferenceEquals(after.Listed, before.Listed); row++)
        {
            if (!ReferenceEquals(after.Listed[row], before.Listed[row]) && !after.HasSameCodes(row, before, row))
            {
                Rows.Add(row);
            }
        }
    }

    public FactTable Before { get; }

    public FactTable After { get; }

    /// <summary>The facts of the collaboration that have another code, in no particular order.</summary>
    public List<Fact> OfCollaboration { get; }

    /// <summary>Whether the partners are the same ones, in the same rows, and as many are not listed.</summary>
    public bool HasSamePartners { get; }

    /// <summary>The rows of partners of whom some facts have another code; none where the partners are not the same ones.</summary>
    public List<int> Rows { get; } = [];
}
