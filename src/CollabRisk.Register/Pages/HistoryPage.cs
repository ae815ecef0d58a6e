using System.Text.Json;
using CollabRisk.Questions;
using CollabRisk.Register.Model;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>Who changed what and when. What respondents answered is part of it only once their round is closed, and never where results have letters.</summary>
internal sealed class HistoryPage(EntryFrame frame, IReadOnlyList<Change> changes)
{
    private const int Most = 500;

    public Markup Write()
    {
        var shown = changes.Where(IsShown).ToList();
        return frame.Write("history", Markup.Of($"""
            <section class="s" aria-labelledby="h-h"><h2 id="h-h">History</h2><p>The latest change first. Nothing here is ever changed; {(frame.Entry.Naming == Naming.Letters ? "what respondents answered is not shown, since results have letters in place of names." : "what respondents answered is shown once their round is closed.")}</p>
            <div class="tw"><table role="table" class="t st"><caption class="vh">Changes</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">When</th><th role="columnheader" scope="col">Who</th><th role="columnheader" scope="col">What</th></tr></thead><tbody role="rowgroup">{Markup.Each(shown.Take(Most), Row)}</tbody></table></div>{Markup.When(shown.Count > Most, () => Markup.Of($"<p>{shown.Count - Most} earlier ones are in the export.</p>"))}</section>
            """));
    }

    private bool IsShown(Change change) => change.Subject.Length == 0
        || (frame.Entry.Naming == Naming.Names && change.Subject.Split(' ') is [_, _, var round] && frame.Entry.Rounds.Any(each => each.ClosedOn is not null && FormattableString.Invariant($"{each.Number}") == round));

    private Markup Row(Change change) => Markup.Of($"""
        <tr role="row"><th role="rowheader" scope="row" class="nw">{Saying.Moment(change.At)}</th><td role="cell" data-l="Who"><bdi>{Who(change)}</bdi></td><td role="cell" data-l="What">{Words.Capitalize(change.What)}{(change.Subject.Length == 0 ? About(change) : Answer(change))}</td></tr>
        """);

    private string Who(Change change) => change.Subject.Split(' ') is [_, var id, _] ? frame.Entry.RespondentOf(id)?.Name ?? "a respondent" : change.By;

    /// <summary>The question that a fact is the answer to; its path where the rules in use do not know it.</summary>
    private Passage Question(string path) => Asking.Of(path, frame.Book)?.Question ?? path;

    /// <summary>Whom a change is about; no one where they were deleted.</summary>
    private Markup About(Change change) => frame.Entry.RespondentOf(Values(change).GetValueOrDefault("respondent")) is { } respondent ? Markup.Of($" (<bdi>{respondent.Name}</bdi>)") : Markup.Empty;

    private Markup Answer(Change change)
    {
        var values = Values(change);
        return Get("fact") is not { } fact ? Markup.Empty
            : Markup.Of($""": {Question(fact)} {(Get("before") == Get("after") ? Markup.Empty : Markup.Of($"{Get("before") ?? "not known"} → "))}<b>{Get("after") ?? "not known"}</b>{(Get("note") is { } note ? $". {note}" : "")}""");

        string? Get(string name) => values.GetValueOrDefault(name);
    }

    private static Dictionary<string, string> Values(Change change)
    {
        using var detail = JsonDocument.Parse(change.Detail);
        return detail.RootElement.EnumerateObject().Where(each => each.Value.ValueKind == JsonValueKind.String).ToDictionary(each => each.Name, each => each.Value.GetString()!, StringComparer.Ordinal);
    }
}
