using CollabRisk.Register.Storage;
using CollabRisk.Reporting.Html;
using Microsoft.Extensions.Primitives;

namespace CollabRisk.Register.Pages;

/// <summary>That the database cannot be used now. What was sent is on the page, to be sent again: it needs no database for that.</summary>
internal static class FailurePage
{
    /// <summary>Writes the page.</summary>
    /// <param name="address">Where it was sent.</param>
    /// <param name="sent">What was sent; nothing where a page was asked for.</param>
    /// <param name="e">What is wrong.</param>
    public static Markup Write(string address, IReadOnlyList<KeyValuePair<string, StringValues>> sent, StorageException e)
    {
        var wasSent = sent.Count > 0;
        return Frame.Write("This could not be done now", "Register", [], Markup.Of($"""
            <section class="s"><p class="lead">{e.Shown}</p>{Markup.When(wasSent, () => Markup.Of($"""
            <p>It is not certain that what you sent was kept. {(e.IsLasting ? "Leave this page open, and send it again when the register works" : "Send it again in a moment")}: if it was kept, it counts once.</p>
            """))}
            <p>{(wasSent && !e.IsLasting ? "Nothing that was kept before is lost." : e.Advice)}</p>
            {Markup.When(wasSent, () => Again(address, sent))}
            <p class="small mut">{(e.IsLasting ? "The log of the register says more." : "If this goes on, tell whoever operates the register; its log says more.")}</p></section>
            """));
    }

    private static Markup Again(string address, IReadOnlyList<KeyValuePair<string, StringValues>> sent) => Markup.Of($"""
        <form method="post" action="{address}">{Markup.Each(sent, field => Markup.Each(field.Value.OfType<string>(), value => Markup.Of($"""<textarea hidden name="{field.Key}">{new Verbatim(value).Markup}</textarea>""")))}<p class="btns"><button class="pri" type="submit">Send it again</button></p></form>
        """);
}
