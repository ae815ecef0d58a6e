namespace CollabRisk;

/// <summary>
/// The order of findings: graver before less grave, a root before what follows, better supported before less, then as the
/// chapters of the book have them. The alphabet decides nothing but the order of partners.
/// </summary>
internal sealed class FindingOrder : IComparer<Finding>
{
    public static FindingOrder Instance { get; } = new();

    public int Compare(Finding? a, Finding? b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return (b.LevelRange?.AtLeast ?? Level.None).CompareTo(a.LevelRange?.AtLeast ?? Level.None) is var atLeast and not 0 ? atLeast
            : (b.LevelRange?.AtMost ?? Level.None).CompareTo(a.LevelRange?.AtMost ?? Level.None) is var atMost and not 0 ? atMost
            : a.LevelRange is null && a.Kind.CompareTo(b.Kind) is var kind and not 0 ? kind
            : (a.Root is not null).CompareTo(b.Root is not null) is var root and not 0 ? root
            : a.Confidence.CompareTo(b.Confidence) is var confidence and not 0 ? confidence
            : a.Rule.Position.CompareTo(b.Rule.Position) is var position and not 0 ? position
            : a.VariantNumber.CompareTo(b.VariantNumber) is var variant and not 0 ? variant
            : a.PartnerRow.CompareTo(b.PartnerRow);
    }
}
