using System.Security.Cryptography;
using System.Text;
using CollabRisk.Perspectives;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Content;

/// <summary>Several partners' views of one collaboration, whatever the form of the report: what each holder is called in it, and what may be told of who says what.</summary>
internal sealed class Views
{
    /// <summary>So many partners of whom one thing is found are named; the rest is counted.</summary>
    private const int MostNamed = 4;

    private readonly LongNames names;

    public Views(PerspectiveAssessment assessed, PerspectiveReportOptions options)
    {
        Assessed = assessed;
        Options = options;
        names = new LongNames(assessed.Views.Select(view => view.Perspective.View));
        Holders = options.ShowNames || options.AreLetters
            ? [.. assessed.Views.Select(view => (view, LongNames.Cut(view.Perspective.Holder, 80)))]
            : [.. assessed.Views.OrderBy(Shuffled, StringComparer.Ordinal).Select((view, at) => (view, Words.Letters(at)))];
    }

    public PerspectiveAssessment Assessed { get; }

    public PerspectiveReportOptions Options { get; }

    /// <summary>What each holder is called in the report, in the order of the report.</summary>
    public IReadOnlyList<(ViewAssessment View, string Name)> Holders { get; }

    /// <summary>Whether the report tells who says what, by name or by letter.</summary>
    public bool TellsWho => Options.ShowNames || Holders.Count >= Options.SmallestGroup;

    /// <summary>The name of the collaboration; where the views give several, the one that most of them give.</summary>
    public string Name => Assessed.Merged.Collaboration is { Name.Length: > 0 } merged ? Wording.NameOf(merged)
        : Assessed.Views.GroupBy(view => Wording.NameOf(view.Perspective.View), StringComparer.Ordinal)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).First().Key;

    /// <summary>The days on which answers were given, the first and the last; <see langword="null"/> where no view has one.</summary>
    public string? Days => Assessed.Views.Select(view => view.Perspective.On).OfType<DateOnly>().Order().ToList() is { Count: > 0 } days
        ? days[0] == days[^1] ? Wording.Day(days[0]) : $"{Wording.Day(days[0])} to {Wording.Day(days[^1])}"
        : null;

    public string HowMany => $"{(Holders.Count == 1 ? "view" : "views, each given alone")}";

    public string ShownAs => Options.ShowNames ? "names" : TellsWho ? "letters" : "answers alone";

    /// <summary>How far they agree, in a sentence.</summary>
    public string AtAGlance
    {
        get
        {
            var (agreed, disputed, one) = (Assessed.Perspectives.Agreed.Count, Assessed.Perspectives.Disputed.Count, Assessed.Perspectives.KnownToOne.Count);
            return FormattableString.Invariant($"You agree on {Words.Count(agreed, "matter")}, differ on {disputed}, and {one} {(one == 1 ? "is" : "are")} known to one of you only.");
        }
    }

    /// <summary>What to bear in mind of who can tell whom; <see langword="null"/> where names were asked for.</summary>
    public string? Anonymity => Options.ShowNames ? null
        : TellsWho ? "With few partners, letters alone do not hide who said what. Agree beforehand who sees this."
        : FormattableString.Invariant($"With fewer than {Options.SmallestGroup} views, nothing here shows who said what, not even by letter.");

    public static string Risks(Assessment assessment) => Words.Count(assessment.Findings.Count(finding => finding.Level is not null), "finding");

    /// <summary>The answers to one question, each with those who gave it where that may be told, in the order of the holders; no one where not, in an order that says nothing.</summary>
    public IReadOnlyList<(string Who, Passage Answer)> Answers(HeldFact held)
    {
        var order = Holders.Select(holder => holder.Name).ToList();
        var answers = held.Positions.GroupBy(position => position.Value, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal);
        return TellsWho
            ? [.. answers.Select(same => (Who: Named(same).ToList(), Answer: same.First().Said)).OrderBy(each => order.IndexOf(each.Who[0])).Select(each => (string.Join(", ", each.Who), each.Answer))]
            : [.. answers.Select(same => ("", same.First().Said))];
    }

    /// <summary>Those who did not say, where that may be told.</summary>
    public IReadOnlyList<string> Silent(HeldFact held) => !TellsWho ? []
        : [.. Holders.Where(holder => !held.Holders.Contains(holder.View.Perspective.Holder, StringComparer.Ordinal)).Select(holder => holder.Name)];

    /// <summary>What a holder says; <see langword="null"/> where nothing.</summary>
    public static Passage? Said(HeldFact held, ViewAssessment holder) => held.Positions.FirstOrDefault(position => position.Holder == holder.Perspective.Holder)?.Said;

    public IEnumerable<string> Named(IEnumerable<FactPosition> positions)
    {
        var who = positions.Select(position => position.Holder).ToHashSet(StringComparer.Ordinal);
        return Holders.Where(holder => who.Contains(holder.View.Perspective.Holder)).Select(holder => holder.Name);
    }

    /// <summary>What a difference keeps from being told; <see langword="null"/> where nothing.</summary>
    public Passage HoldsOpen(Disagreement disagreement) => disagreement.HoldsOpen.Count == 0 ? null
        : Passage.Of($"Holds open: {Wording.Some([.. disagreement.HoldsOpen.Select(code => Assessed.Merged.RuleBook.Find(code)?.SaidTitle ?? code)], 2)}{(disagreement.Worst > Level.None ? $", up to {disagreement.Worst}" : "")}");

    public Passage Matter(HeldFact held) => Passage.Of($"{(held.Partner is { } partner ? names.Shorten(partner) + ": " : "")}{Wording.Meaning(held.Fact).AtStart(Words.Capitalize)}");

    /// <summary>What is found, once for all partners of whom it is found.</summary>
    public Passage Says(Card card) =>
        Say(Passage.Of($"{card.First.SaidMessage}{(card.Subjects.Count > 1 ? Passage.Of($" The same of: {About([.. card.Subjects.Skip(1)])}.") : "")}"));

    /// <summary>What is found, by its title, with the partners of whom it is found.</summary>
    public Passage Named(Card card) => Say(Wording.Named(card.Title, About(card.Subjects)));

    private static Passage About(IReadOnlyList<Passage> subjects) => Wording.Some(subjects, MostNamed, ", ");

    /// <summary>The names that are cut, in full.</summary>
    public IReadOnlyList<string> Shortened => names.Full;

    /// <summary>A text in which very long names are cut.</summary>
    public Passage Say(Passage text) => text.Select(names.Shorten);

    /// <summary>An order that is always the same and says nothing: by a digest of the name, and not by the name.</summary>
    private static string Shuffled(ViewAssessment view) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(view.Perspective.Holder)));
}
