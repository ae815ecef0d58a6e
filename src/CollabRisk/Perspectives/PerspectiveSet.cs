using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Perspectives;

/// <summary>Several holders' views of one collaboration, merged fact by fact.</summary>
/// <remarks>
/// <para>
/// What two or more holders say alike is agreed; what one alone knows is taken as well; what they contradict one another on
/// is disputed, and counts as unknown. No holder outweighs another, and the order of the views makes no difference. Facts
/// that follow from others are not merged, but follow from what was merged; where a holder gives such a fact and the merged
/// partners show something else, it is disputed too, and the evaluation goes by the partners as it always does.
/// </para>
/// <para>
/// Partners are matched by name. A view that lists two partners or more, and gives no higher number of them, lists them
/// all. Where such a view leaves out a partner whom another names, the partner is disputed: the merged list leaves it out,
/// and counts as a list in which someone is missing. A list alone cannot say that, so <see cref="Collaboration.PartnerCount"/>
/// is then the number the holders give, or that of all partners named where they give none that is larger than the list.
/// A partner whom only some name, and no such view leaves out, is taken. What is said about a disputed partner is in none of the lists.
/// </para>
/// <para>
/// The day that the facts describe dates a view and is never disputed: it is kept where all views that have one agree.
/// </para>
/// <para>
/// Facts that packs declare are merged by their declarations where the views are evaluated, and the lists of
/// <see cref="PerspectiveAssessment.Perspectives"/> have them. Those that no pack of the rule book declares are in none of the lists; they are
/// kept where all views that give them agree.
/// </para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
public sealed class PerspectiveSet
{
    private readonly FactRegistry facts;
    private readonly QuestionWording? wording;

    private PerspectiveSet(IReadOnlyList<Perspective> views, IReadOnlyList<Perspective> superseded, FactRegistry facts, QuestionWording? wording = null)
    {
        Views = views;
        Superseded = superseded;
        this.facts = facts;
        this.wording = wording;
        var merger = new PerspectiveMerger(views, facts, wording);
        Merged = merger.Merge();
        Agreed = merger.Agreed;
        KnownToOne = merger.KnownToOne;
        Disputed = merger.Disputed;
    }

    /// <summary>The views that count, one for each holder, by holder.</summary>
    public IReadOnlyList<Perspective> Views { get; }

    /// <summary>Earlier views of holders who have a later one. They count for nothing, not even for what the later one leaves out.</summary>
    public IReadOnlyList<Perspective> Superseded { get; }

    /// <summary>The facts that two holders or more say alike, in the order of the model; the partners' facts come last.</summary>
    public IReadOnlyList<HeldFact> Agreed { get; }

    /// <summary>The facts that exactly one holder knows, in the same order. That a partner takes part is the fact <c>partners[…].name</c>.</summary>
    public IReadOnlyList<HeldFact> KnownToOne { get; }

    /// <summary>
    /// The facts on which views contradict one another, in the same order. Where it is disputed who takes part, that is one
    /// fact: <c>partners</c>.
    /// </summary>
    public IReadOnlyList<HeldFact> Disputed { get; }

    /// <summary>The collaboration with the facts that are agreed or known to one holder. Of one view alone, the facts of that view.</summary>
    public Collaboration Merged { get; }

    /// <summary>Merges views.</summary>
    /// <param name="views">The views, in any order. Of two by the same holder, the later one counts; each needs a day of its own.</param>
    /// <exception cref="ArgumentNullException"><paramref name="views"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no view, or a holder has several of which it cannot be told which is the latest.</exception>
    public static PerspectiveSet Of(params IEnumerable<Perspective> views)
    {
        ArgumentNullException.ThrowIfNull(views);
        var given = views.ToList();
        foreach (var view in given)
        {
            ArgumentNullException.ThrowIfNull(view, nameof(views));
        }

        if (given.Count == 0)
        {
            throw new ArgumentException("There is no view to merge. Give at least one.", nameof(views));
        }

        var counting = new List<Perspective>();
        var superseded = new List<Perspective>();
        foreach (var same in given.GroupBy(view => view.Holder, StringComparer.Ordinal).OrderBy(same => same.Key, Names.Order))
        {
            var latestFirst = same.OrderByDescending(view => view.On).ToList();
            if (latestFirst.Count > 1 && (latestFirst[^1].On is null || latestFirst.DistinctBy(view => view.On).Count() < latestFirst.Count))
            {
                throw new ArgumentException(
                    $"{same.Key} has {latestFirst.Count} views, and it cannot be told which is the latest. Give each a day of its own, or tell the holders apart.", nameof(views));
            }

            counting.Add(latestFirst[0]);
            superseded.AddRange(latestFirst.Skip(1));
        }

        return new PerspectiveSet(counting, superseded, FactRegistry.Default);
    }

    /// <summary>The same views merged by the facts of a rule book, whose packs may declare more of them and ask in words of their own.</summary>
    internal PerspectiveSet By(RuleBook book) => facts == book.Facts && wording == QuestionWording.OfPacks(book) ? this
        : new PerspectiveSet(Views, Superseded, book.Facts, QuestionWording.OfPacks(book));

    /// <summary>The holders, and how many facts are agreed, known to one and disputed.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join(", ", Views)}: facts agreed {Agreed.Count}, known to one holder {KnownToOne.Count}, disputed {Disputed.Count}");
}
