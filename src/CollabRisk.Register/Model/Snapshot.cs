using System.Security.Cryptography;
using CollabRisk.Perspectives;
using CollabRisk.Text;

namespace CollabRisk.Register.Model;

/// <summary>What was known of a collaboration on a day: the views of its respondents, or facts that were brought from elsewhere.</summary>
internal sealed record Snapshot
{
    public required string Entry { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The round it comes from; null where it was brought from elsewhere.</summary>
    public int? Round { get; init; }

    /// <summary>How many were asked when the round was closed; null where that is not kept.</summary>
    public int? Asked { get; init; }

    /// <summary>What each respondent said, in an order that has nothing to do with their names.</summary>
    public IReadOnlyList<View> Views { get; init; } = [];

    /// <summary>The facts that were brought from elsewhere, as JSON; null where they come of the views.</summary>
    public string? Facts { get; init; }

    /// <summary>The digest of the rules when it was made, and the range that they came to; empty where a view was deleted since.</summary>
    public required string RulesDigest { get; init; }

    public required string Range { get; init; }

    /// <summary>The facts of that day: what the views agree on or one alone knows, or what was brought.</summary>
    /// <remarks>With letters in a group that is too small for them, remarks say neither who made them nor which are of one person.</remarks>
    public Collaboration Collaboration(Entry of)
    {
        var collaboration = Facts is not null ? of.WithNamesOfNow(CollaborationJson.Parse(Facts)) : Perspectives(of)?.Merged ?? new Collaboration();
        if (of.Naming == Naming.Letters && Views.Count > 0 && Views.Count < of.SmallestGroup)
        {
            collaboration = collaboration with { Remarks = [.. collaboration.Remarks.Select(remark => remark with { By = null }).OrderBy(remark => remark.ToString(), StringComparer.Ordinal)] };
        }

        return collaboration with { Name = of.Name, AsOf = Day };
    }

    /// <summary>From how many views on there are results: with letters, what they come to is not to be what one respondent said.</summary>
    public static int FewestViews(Naming naming) => naming == Naming.Letters ? 2 : 1;

    /// <summary>Views under letters, dealt anew each time, so that no one is known by an earlier letter or by the place in a list.</summary>
    public static IReadOnlyList<View> Dealt(IEnumerable<View> views)
    {
        var order = views.ToArray();
        RandomNumberGenerator.Shuffle(order.AsSpan());
        return [.. order.Select((view, at) => view with { Holder = $"Respondent {Words.Letters(at)}" })];
    }

    /// <summary>It without what someone said; null where too little is left for results.</summary>
    public Snapshot? Without(string respondent, Naming naming)
    {
        var rest = Views.Where(view => view.Respondent != respondent).ToList();

        // The range of that day was that of all of them.
        return rest.Count < FewestViews(naming) ? null : this with { Views = naming == Naming.Letters ? Dealt(rest) : rest, Asked = Asked - 1, Range = "" };
    }

    /// <summary>The views next to each other; null where there are none.</summary>
    public PerspectiveSet? Perspectives(Entry of) => Views.Count == 0 ? null
        : PerspectiveSet.Of(Views.Select(view => new Perspective(view.Holder, of.WithNamesOfNow(CollaborationJson.Parse(view.Facts)), Day)));

    /// <summary>The names of all partners that something is said about in it, as they were then. What cannot be read names none.</summary>
    public IEnumerable<string> PartnersNamed => Views.Select(view => view.Facts).Append(Facts).OfType<string>()
        .SelectMany(facts => CollaborationJson.Read(facts).Collaboration?.Partners ?? []).Select(partner => partner.Name).Distinct(StringComparer.Ordinal);
}

/// <summary>What a respondent said.</summary>
/// <param name="Respondent">The id.</param>
/// <param name="Holder">The name or the letter under which results show it.</param>
/// <param name="Facts">The facts as JSON.</param>
internal sealed record View(string Respondent, string Holder, string Facts);
