using CollabRisk.Register.Access;
using CollabRisk.Register.Answering;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>The links to the answers of a respondent, as they see them: whoever made one could open it, and nothing else would show them that.</summary>
internal static class LinksOfRespondent
{
    /// <summary>So many times of each link are listed.</summary>
    private const int MostTimes = 12;

    /// <summary>That there are other links than the one in use, at the top of a page; nothing where there are none.</summary>
    public static Markup Notice(Desk desk, Visitor visitor)
    {
        var others = desk.Links.Where(link => link.Id != visitor.Key).ToList();
        return Markup.When(others.Count > 0, () => Markup.Of($"""
            <p class="told strong"><b>{(others.Count == 1 ? $"Another link to your answers was made on {Saying.Moment(others[0].MadeAt)}." : $"{others.Count} other links to your answers were made, the last one on {Saying.Moment(others[0].MadeAt)}.")}</b> Whoever opens one sees your answers and can change them. If you know of none, ask whoever coordinates. <a href="{visitor.Home}about">When each was followed</a></p>
            """));
    }

    /// <summary>All of them, with when they were made and followed.</summary>
    public static Markup List(Desk desk, Visitor visitor, IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>> followed) => Markup.Of($"""
        <section class="s" aria-labelledby="h-l"><h2 id="h-l">Links to your answers</h2><p>A time at which you opened none is someone else’s: tell whoever coordinates, or whoever operates the register.</p><ul>{Markup.Each(desk.Links, link => Markup.Of($"""
        <li><span class="code">{link.Id}</span>{(link.Id == visitor.Key ? ", which you use now" : "")}: made on {Saying.Moment(link.MadeAt)}{(link.RevokedAt is { } revoked ? $", withdrawn on {Saying.Moment(revoked)}" : "")}; {Times(followed.GetValueOrDefault(link.Id) ?? [])}</li>
        """))}</ul></section>
        """);

    private static string Times(IReadOnlyList<DateTimeOffset> times) => times.Count == 0 ? "not followed so far"
        : $"followed on {string.Join("; ", times.Take(MostTimes).Select(Saying.Moment))}{(times.Count > MostTimes ? $"; and {Words.Count(times.Count - MostTimes, "time", "times")} before" : "")}";
}
