namespace CollabRisk;

/// <summary>
/// The order of findings: graver before less grave, a root before what follows, of strengths those first whose facts could have raised the
/// gravest risks, better supported before less, then as the chapters of the book have them. The alphabet decides nothing but the order of partners.
/// </summary>
/// <remarks>Words are compared as numbers: an enum's own <c>CompareTo</c> boxes both sides, which was most of the cost of sorting.</remarks>
internal sealed class FindingOrder : IComparer<Finding>
{
    public static FindingOrder Instance { get; } = new();

    public int Compare(Finding? a, Finding? b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return LevelRange.WorstFirst(a.Level, b.Level) is var level and not 0 ? level
            : a.Level is null && (int)a.Kind - (int)b.Kind is var kind and not 0 ? kind
            : b.IsRoot.CompareTo(a.IsRoot) is var root and not 0 ? root
            : (int)b.Rule.Answers - (int)a.Rule.Answers is var answers and not 0 ? answers
            : (int)a.Confidence - (int)b.Confidence is var confidence and not 0 ? confidence
            : a.Rule.Position.CompareTo(b.Rule.Position) is var position and not 0 ? position
            : a.CaseNumber.CompareTo(b.CaseNumber) is var @case and not 0 ? @case
            : a.PartnerRow.CompareTo(b.PartnerRow);
    }
}
