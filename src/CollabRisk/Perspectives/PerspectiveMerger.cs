using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.Text;

namespace CollabRisk.Perspectives;

/// <summary>Merges views fact by fact; see <see cref="PerspectiveSet"/> for what counts as agreed and disputed.</summary>
/// <param name="views">The views, one for each holder, by holder.</param>
/// <param name="registry">The facts there are.</param>
/// <param name="wording">Words of their own for questions; null for the library's alone.</param>
internal sealed class PerspectiveMerger(IReadOnlyList<Perspective> views, FactRegistry registry, QuestionWording? wording)
{
    private readonly List<HeldFact> agreed = [];
    private readonly List<HeldFact> knownToOne = [];
    private readonly List<HeldFact> disputed = [];

    public IReadOnlyList<HeldFact> Agreed => agreed;

    public IReadOnlyList<HeldFact> KnownToOne => knownToOne;

    public IReadOnlyList<HeldFact> Disputed => disputed;

    public Collaboration Merge()
    {
        var merged = new Collaboration { AsOf = CommonDay() };
        var everybody = views.Select(view => (view, (object)view.View)).ToList();
        foreach (var fact in registry.Facts.Where(fact => !fact.IsPerPartner && !fact.IsDerived && fact != registry.AsOf && fact != registry.PartnerList))
        {
            merged = Merge(fact, partner: null, merged, everybody);
        }

        merged = merged with { Extensions = WithUndeclared(merged.Extensions, [.. views.Select(view => view.View.Extensions)], registry.Collaboration.Extensions) };

        merged = merged with { Remarks = [.. views.SelectMany(view => view.View.Remarks, (view, remark) => remark.By is null ? remark with { By = view.Holder } : remark)] };

        var named = views.SelectMany(view => view.View.Partners ?? []).Select(partner => partner.Name).Distinct(Joiners.Ignored).ToList();
        var members = Members(named);
        if (views.Any(view => view.View.Partners is not null))
        {
            var list = registry.PartnerList;
            merged = merged with { Partners = FactList.Create<Partner>([.. members.Select(Merge)]) };
            if (members.Count < named.Count)
            {
                disputed.Add(Held(list, null, Positions(list, everybody)));
                merged = WithRoomForMissing(merged, named.Count);
            }
        }

        if (views.Count > 1)
        {
            foreach (var (fact, _) in FactNotes.In(merged, registry).ToList())
            {
                merged = Dispute(fact, merged);
            }
        }

        ShowWhatFollows(merged);
        return merged;
    }

    /// <summary>Whether a view lists all the partners; a list of one never does. <see cref="Facts.FactTable"/> sees it in the same way.</summary>
    public static bool ListsAll(Collaboration view) => view.Partners is { Count: >= 2 } list && !(view.PartnerCount > list.Count);

    /// <summary>The day that all dated views describe.</summary>
    private DateOnly? CommonDay()
    {
        var days = views.Select(view => view.View.AsOf).OfType<DateOnly>().Distinct().ToList();
        return days.Count == 1 ? days[0] : null;
    }

    /// <summary>The partners whom no one disputes, in the order in which the views list them.</summary>
    private List<string> Members(List<string> named)
    {
        var whole = views.Where(view => ListsAll(view.View)).Select(view => view.View.Partners!.Select(partner => partner.Name).ToHashSet(Joiners.Ignored)).ToList();
        return named.FindAll(name => whole.TrueForAll(list => list.Contains(name)));
    }

    private Partner Merge(string name)
    {
        var merged = new Partner { Name = name };
        var asSeen = new List<(Perspective, object)>();
        foreach (var view in views)
        {
            if (view.View.Partners?.FirstOrDefault(partner => Joiners.Ignored.Equals(partner.Name, name)) is { } partner)
            {
                asSeen.Add((view, partner));
            }
        }

        foreach (var fact in registry.Facts.Where(fact => fact.IsPerPartner && !fact.IsDerived))
        {
            merged = Merge(fact, name, merged, asSeen);
        }

        return merged with { Extensions = WithUndeclared(merged.Extensions, [.. asSeen.Select(seen => ((Partner)seen.Item2).Extensions)], registry.Partner.Extensions) };
    }

    private T Merge<T>(Fact fact, string? partner, T merged, List<(Perspective View, object Seen)> asSeen)
        where T : class
    {
        var positions = Positions(fact, asSeen);
        if (positions.Count == 0)
        {
            return merged;
        }

        var value = positions[0].Known;
        var held = Held(fact, partner, positions);
        if (!positions.TrueForAll(position => Equals(position.Known, value)))
        {
            disputed.Add(held);
            return merged;
        }

        (positions.Count > 1 ? agreed : knownToOne).Add(held);
        return fact.With(merged, value);
    }

    private HeldFact Held(Fact fact, string? partner, IReadOnlyList<FactPosition> positions) => new(fact, partner, wording?.WordsOf(fact.Path), positions);

    /// <summary>What no pack declares has no question to dispute about; it is kept where all who give it agree.</summary>
    private FactExtensions WithUndeclared(FactExtensions merged, List<FactExtensions> given, FactGroup declared)
    {
        foreach (var name in given.SelectMany(each => each.Names).Distinct(StringComparer.Ordinal).Where(name => registry.Find(declared.Path + name) is null))
        {
            if (given.Select(each => each[name]).OfType<object>().Distinct().ToList() is [var agreed])
            {
                merged = merged.With(name, agreed);
            }
        }

        return merged;
    }

    private static List<FactPosition> Positions(Fact fact, List<(Perspective View, object Seen)> asSeen)
    {
        var positions = new List<FactPosition>();
        foreach (var (view, seen) in asSeen)
        {
            if (fact.ValueIn(seen) is { } known)
            {
                positions.Add(new FactPosition(view, fact, known));
            }
        }

        return positions;
    }

    /// <summary>
    /// A list of two or more without a higher number next to it would count as all there are, and so take the side of
    /// those who leave a partner out.
    /// </summary>
    private Collaboration WithRoomForMissing(Collaboration merged, int named)
    {
        if (merged.Partners!.Count < 2 || merged.PartnerCount > merged.Partners.Count)
        {
            return merged;
        }

        return (merged.PartnerCount is null ? merged : Dispute(registry.PartnerCount, merged)) with { PartnerCount = named };
    }

    /// <summary>Takes back a fact that does not agree with what the merged partners show.</summary>
    private Collaboration Dispute(Fact fact, Collaboration merged)
    {
        var held = agreed.Concat(knownToOne).First(held => held.Fact == fact);
        agreed.Remove(held);
        knownToOne.Remove(held);
        disputed.Add(held);
        return fact.With(merged, null);
    }

    /// <summary>Says of each disputed fact what follows about it all the same, and puts them in the order of the model.</summary>
    private void ShowWhatFollows(Collaboration merged)
    {
        var follows = DerivedFacts.Complete(merged, registry);
        var ordered = disputed
            .Select(held => held.Partner is null && held.Fact != registry.PartnerList && held.Fact.ValueIn(follows) is { } known
                ? held.Following($"{FactPosition.InWords(held.Fact, known, follows)}")
                : held)
            .OrderBy(held => held.Fact.IsPerPartner)
            .ThenBy(held => held.Fact.IsPerPartner ? 0 : held.Fact.Index)
            .ToList();
        disputed.Clear();
        disputed.AddRange(ordered);
    }
}
