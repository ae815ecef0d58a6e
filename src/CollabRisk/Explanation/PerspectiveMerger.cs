using CollabRisk.Facts;
using CollabRisk.Json;

namespace CollabRisk.Explanation;

/// <summary>Merges views fact by fact; see <see cref="Perspectives"/> for what counts as agreed and disputed.</summary>
/// <param name="views">The views, one for each holder, by holder.</param>
internal sealed class PerspectiveMerger(IReadOnlyList<Perspective> views)
{
    private static readonly FactRegistry Registry = FactRegistry.Default;
    private static readonly Fact AsOf = Registry.Find("asOf")!;
    private static readonly Fact PartnerCount = Registry.Find("partnerCount")!;
    private static readonly Fact PartnerName = Registry.Find("partners[].name")!;

    private readonly List<HeldFact> agreed = [];
    private readonly List<HeldFact> knownToOne = [];
    private readonly List<HeldFact> disputed = [];

    public IReadOnlyList<HeldFact> Agreed => agreed;

    public IReadOnlyList<HeldFact> KnownToOne => knownToOne;

    public IReadOnlyList<HeldFact> Disputed => disputed;

    public Collaboration Merge()
    {
        // Nobody else has seen this collaboration and its partners yet, which is why their properties may still be set.
        var merged = new Collaboration { AsOf = CommonDay() };
        var everybody = views.Select(view => (view, (object)view.View)).ToList();
        foreach (var fact in Registry.Facts.Where(fact => !fact.IsPerPartner && !fact.IsDerived && fact != AsOf && fact != Registry.PartnerList))
        {
            Merge(fact, partner: null, merged, everybody);
        }

        var named = views.SelectMany(view => view.View.Partners ?? []).Select(partner => partner.Name).Distinct(StringComparer.Ordinal).ToList();
        var members = Members(named);
        if (views.Any(view => view.View.Partners is not null))
        {
            Fact list = Registry.PartnerList;
            list.Property.SetValue(merged, FactList.Create<Partner>([.. members.Select(Merge)]));
            if (members.Count < named.Count)
            {
                disputed.Add(new HeldFact(list, null, Positions(list, everybody)));
                LeaveRoomForMissing(merged, named.Count);
            }
        }

        if (views.Count > 1)
        {
            foreach (var (fact, _) in Contradictions.In(merged).ToList())
            {
                Dispute(fact, merged);
            }
        }

        ShowWhatFollows(merged);
        return merged;
    }

    /// <summary>Whether a view lists all the partners; a list of one never does. <see cref="Evaluation.FactTable"/> sees it in the same way.</summary>
    public static bool ListsAll(Collaboration view) => view.Partners is { Count: >= 2 } list && !(view.PartnerCount > list.Count);

    /// <summary>The day that all dated views describe.</summary>
    private DateOnly? CommonDay()
    {
        var days = views.Select(view => view.View.AsOf).OfType<DateOnly>().Distinct().ToList();
        return days.Count == 1 ? days[0] : null;
    }

    /// <summary>The partners whom nobody disputes, in the order in which the views list them.</summary>
    private List<string> Members(List<string> named)
    {
        var whole = views.Where(view => ListsAll(view.View)).Select(view => view.View.Partners!.Select(partner => partner.Name).ToHashSet(StringComparer.Ordinal)).ToList();
        return named.FindAll(name => whole.TrueForAll(list => list.Contains(name)));
    }

    private Partner Merge(string name)
    {
        var merged = new Partner { Name = name };
        var asSeen = new List<(Perspective, object)>();
        foreach (var view in views)
        {
            if (view.View.Partners?.FirstOrDefault(partner => partner.Name == name) is { } partner)
            {
                asSeen.Add((view, partner));
            }
        }

        foreach (var fact in Registry.Facts.Where(fact => fact.IsPerPartner && !fact.IsDerived))
        {
            Merge(fact, name, merged, asSeen);
        }

        return merged;
    }

    private void Merge(Fact fact, string? partner, object merged, List<(Perspective View, object Seen)> asSeen)
    {
        var positions = Positions(fact, asSeen);
        if (positions.Count == 0)
        {
            return;
        }

        var value = fact.Property.GetValue(positions[0].Owner);
        var held = new HeldFact(fact, partner, positions);
        if (positions.TrueForAll(position => Equals(fact.Property.GetValue(position.Owner), value)))
        {
            (positions.Count > 1 ? agreed : knownToOne).Add(held);
            if (fact != PartnerName)
            {
                fact.Property.SetValue(OwnerIn(merged, fact.Owner), value);
            }
        }
        else
        {
            disputed.Add(held);
        }
    }

    private static List<FactPosition> Positions(Fact fact, List<(Perspective View, object Seen)> asSeen)
    {
        var positions = new List<FactPosition>();
        foreach (var (view, seen) in asSeen)
        {
            if (OwnerIn(seen, fact.Owner) is { } owner && fact.Read(owner) != Fact.Unknown)
            {
                positions.Add(new FactPosition(view, fact, owner));
            }
        }

        return positions;
    }

    /// <summary>The group that has the fact; null where a group on the way was set to nothing.</summary>
    public static object? OwnerIn(object root, FactGroup group) =>
        group.Parent is null ? root : OwnerIn(root, group.Parent) is { } above ? group.Read!(above) : null;

    /// <summary>
    /// A list of two or more without a higher number beside it would count as all there are, and so take the side of
    /// those who leave a partner out.
    /// </summary>
    private void LeaveRoomForMissing(Collaboration merged, int named)
    {
        if (merged.Partners!.Count < 2 || merged.PartnerCount > merged.Partners.Count)
        {
            return;
        }

        if (merged.PartnerCount is not null)
        {
            Dispute(PartnerCount, merged);
        }

        PartnerCount.Property.SetValue(merged, named);
    }

    /// <summary>Takes back a fact that does not agree with what the merged partners show.</summary>
    private void Dispute(Fact fact, Collaboration merged)
    {
        var held = agreed.Concat(knownToOne).First(held => held.Fact == fact);
        agreed.Remove(held);
        knownToOne.Remove(held);
        disputed.Add(held);
        fact.Property.SetValue(OwnerIn(merged, fact.Owner), null);
    }

    /// <summary>Says of each disputed fact what follows about it all the same, and puts them in the order of the model.</summary>
    private void ShowWhatFollows(Collaboration merged)
    {
        var follows = DerivedFacts.Complete(merged);
        var ordered = disputed
            .Select(held => held.Partner is null && held.Fact != Registry.PartnerList && OwnerIn(follows, held.Fact.Owner) is { } owner && held.Fact.Read(owner) != Fact.Unknown
                ? held.Following(FactPosition.InWords(held.Fact, owner))
                : held)
            .OrderBy(held => held.Fact.IsPerPartner)
            .ThenBy(held => held.Fact.IsPerPartner ? 0 : held.Fact.Index)
            .ToList();
        disputed.Clear();
        disputed.AddRange(ordered);
    }
}
