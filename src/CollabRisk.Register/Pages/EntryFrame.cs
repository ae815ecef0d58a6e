using CollabRisk.Register.Access;
using CollabRisk.Register.Model;
using CollabRisk.Register.Rules;
using CollabRisk.Reporting.Content;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>The pages about one collaboration: what is the same on all of them.</summary>
/// <param name="entry">The collaboration.</param>
/// <param name="visitor">Who looks at it.</param>
/// <param name="shelf">The rules.</param>
/// <param name="sentTo">The part that a form was sent to, where the page answers one.</param>
/// <param name="sent">What was sent in a field, where the page answers a form; empty where nothing was.</param>
internal sealed class EntryFrame(Entry entry, Visitor visitor, RuleShelf shelf, string sentTo, Func<string, string> sent)
{
    public static readonly IReadOnlyList<(string Part, string Name, bool Coordinates)> Parts =
    [
        ("", "Respondents", true), ("partners", "Partners", true), ("results", "Results", false), ("time", "Over time", false), ("plan", "Plan", false), ("rules", "Rules", false), ("history", "History", true), ("settings", "Settings", true),
    ];

    /// <summary>Where the pages of the collaboration begin.</summary>
    public string Home { get; } = $"{visitor.Home}c/{entry.Id}/";

    public Entry Entry => entry;

    public Visitor Visitor => visitor;

    /// <summary>What can be known by the rules in use.</summary>
    public CollabRisk.Rules.RuleBook Book => shelf.EvaluatorOf(entry.Packs).RuleBook;

    public bool Coordinates { get; } = visitor.Coordinates(entry.Id);

    public Markup Write(string part, Markup main, IReadOnlyList<FormProblem>? problems = null) => Frame.Write(
        entry.Name, "CollabRisk register", Meta(), Markup.Of($"{RulesNotice()}{main}"), Ways(part), Parts.First(each => each.Part == part).Name, problems is { Count: > 0 });

    /// <summary>A form about the collaboration as it is on this page.</summary>
    public Markup Form(string part, Markup fields, string css = "", bool takesFiles = false) => Frame.Form(visitor, $"{Home}{part}", entry.Version, fields, css, takesFiles);

    /// <summary>What is in a field of a form to a part: what was typed and cannot be taken, or else what is usual there.</summary>
    public Markup In(string part, string field, string usual, IReadOnlyList<FormProblem>? problems) => new Verbatim(Typed(part, field, usual, problems)).Attribute;

    /// <summary>The same as text. Forms of one page may have fields of one name: what was sent is in the form that sent it.</summary>
    public string Typed(string part, string field, string usual, IReadOnlyList<FormProblem>? problems) => problems is { Count: > 0 } && part == sentTo && sent(field) is { Length: > 0 } typed ? typed : usual;

    private IEnumerable<(string?, string)> Ways(string part)
    {
        if (visitor.Entry is null)
        {
            yield return (visitor.Home, "All collaborations");
        }

        foreach (var each in Parts.Where(each => Coordinates || !each.Coordinates))
        {
            yield return (each.Part == part ? null : $"{Home}{each.Part}", each.Name);
        }
    }

    private IEnumerable<Markup> Meta()
    {
        yield return entry.OpenRound is { } open ? Markup.Of($"Round {open.Number} is <b>open</b>") : Markup.Of($"Round {entry.LastRound.Number} closed, as of <b>{Wording.Day(entry.LastRound.ClosedOn!.Value)}</b>");
        yield return Markup.Text(entry.TellingInWords);
        yield return Markup.Of($"Rules: <b>{string.Join(", ", shelf.EvaluatorOf(entry.Packs).RuleBook.Packs.Select(pack => $"{pack.Id} {pack.Version}"))}</b>");
    }

    /// <summary>That the rules are not those that were taken: everywhere, since every result depends on them.</summary>
    private Markup RulesNotice()
    {
        var missing = shelf.Missing(entry.Packs);
        return missing.Count > 0
            ? Markup.Of($"""<p class="told strong" role="status"><b>{Words.List(missing)} {(missing.Count == 1 ? "is" : "are")} not among the packs of this register any more.</b> Results are by the other rules. <a href="{Home}rules">Rules</a></p>""")
            : Markup.When(shelf.DigestOf(entry.Packs) != entry.RulesDigest, () => Markup.Of($"""<p class="told strong" role="status"><b>The rules have changed since they were taken.</b> <a href="{Home}rules">See what that changes</a></p>"""));
    }
}
