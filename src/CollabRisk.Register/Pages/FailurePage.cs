using CollabRisk.Register.Hosting;
using CollabRisk.Register.Storage;
using CollabRisk.Reporting.Html;

namespace CollabRisk.Register.Pages;

/// <summary>That the database cannot be used now. What was sent is on the page, to be sent again: it needs no database for that.</summary>
internal static class FailurePage
{
    public static Markup Write(Visit visit, StorageException e)
    {
        var wasSent = visit.Sent.Any();
        return Frame.Write("This could not be done now", "Register", [], Markup.Of($"""
            <section class="s"><p class="lead">{e.Message}</p>
            <p>{(wasSent ? "It is not certain that what you sent was kept. Send it again in a moment: if it was kept, it counts once." : "Try again in a moment.")} Nothing that was kept before is lost.</p>
            {Markup.When(wasSent, () => Again(visit))}
            <p class="small mut">If this goes on, tell whoever operates the register; its log says more.</p></section>
            """));
    }

    private static Markup Again(Visit visit) => Markup.Of($"""
        <form method="post" action="{visit.Context.Request.Path.Value}">{Markup.Each(visit.Sent, field => Markup.Each(field.Value.OfType<string>(), value => Markup.Of($"""<textarea hidden name="{field.Key}">{new Verbatim(value).Markup}</textarea>""")))}<p class="btns"><button class="pri" type="submit">Send it again</button></p></form>
        """);
}
