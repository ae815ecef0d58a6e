namespace CollabRisk;

/// <summary>
/// The order of findings: graver before less grave, a root before what follows, of strengths those first whose facts could have raised the
/// gravest risks, better supported before less, then as the chapters of the book have them. The alphabet decides nothing but the order of partners.
/// </summary>
internal sealed class FindingOrder : IComparer<Finding>
{
    public static FindingOrder Instance { get; } = new();

    public int Compare(Finding? a, Finding? b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return a.Rank.CompareTo(b.Rank) is var rank and not 0 ? rank
            : a.Rule.Position.CompareTo(b.Rule.Position) is var position and not 0 ? position
            : a.CaseNumber.CompareTo(b.CaseNumber) is var @case and not 0 ? @case
            : a.PartnerRow.CompareTo(b.PartnerRow);
    }

    /// <summary>What comes first for what it is, the lowest first. Each finding is compared with several others, so it is worked out once for each.</summary>
    public static int RankOf(Finding finding)
    {
        var (atLeast, atMost) = finding.Level is { } level ? ((int)level.AtLeast, (int)level.AtMost) : (0, 0);
        var rank = ((int)Level.High - atLeast) << 2 | ((int)Level.High - atMost);
        rank = rank << 4 | (finding.Level is null ? (int)finding.Kind : 0);
        rank = rank << 1 | (finding.IsRoot ? 0 : 1);
        rank = rank << 2 | ((int)Level.High - (int)finding.Rule.Answers);
        return rank << 4 | (int)finding.Confidence;
    }
}
