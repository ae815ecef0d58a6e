using CollabRisk.Register.Access;
using CollabRisk.Register.Answering;
using CollabRisk.Reporting.Content;
using CollabRisk.Reporting.Html;

namespace CollabRisk.Register.Pages;

/// <summary>The frame of all pages of the register: the language of the reports, with forms.</summary>
internal static class Frame
{
    /// <summary>What pages may do: use the style and the script of the register, and send forms to it. Nothing from elsewhere is loaded or run.</summary>
    public const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Writes a page.</summary>
    /// <param name="title">What it is about.</param>
    /// <param name="kind">What it is: "Register".</param>
    /// <param name="meta">What is under the title, piece by piece.</param>
    /// <param name="main">What is in it.</param>
    /// <param name="ways">Where one can go from here: address and name; the one that is here has no address.</param>
    /// <param name="page">Which of several pages about it this is; null where there is but one.</param>
    /// <param name="isRefusal">Whether it says that something sent cannot be taken: whoever hears the title hears that first.</param>
    public static Markup Write(string title, string kind, IEnumerable<Markup> meta, Markup main, IEnumerable<(string? Address, string Name)>? ways = null, string? page = null, bool isRefusal = false)
    {
        var shown = LongNames.Cut(title, 200);
        var pieces = meta.ToList();
        return Markup.Of($"""
            <!DOCTYPE html>
            <html lang="{HtmlPage.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{(isRefusal ? "Error: " : "")}{(page is null ? "" : $"{page}: ")}{shown}: {kind}</title>
            <meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/register.css"><script src="/register.js" defer></script></head><body>
            <a class="skip" href="#main">Skip to the main content</a>{Pictures.Definitions}
            <header class="top"><div class="wrap"><p class="eyebrow">{kind}</p><h1 dir="auto">{shown}</h1>{Markup.When(pieces.Count > 0, () => Markup.Of($"""<ul class="meta">{Markup.Each(pieces, each => Markup.Of($"<li>{each}</li>"))}</ul>"""))}
            {Nav(ways)}</div></header>
            <main id="main" tabindex="-1"><div class="wrap">{main}</div></main>
            <footer class="end"><div class="wrap"><p>CollabRisk register. No verdict, no probability. What is kept here is in the database of whoever operates it, and the register sends it nowhere else.</p></div></footer>
            </body></html>
            """);
    }

    /// <summary>A page that says one thing, and where it has several reasons, each of them.</summary>
    public static Markup Message(string title, string advice, (string Address, string Name)? way = null, IReadOnlyList<string>? each = null) => Write(
        title, "Register", [], Markup.Of($"""
            <section class="s"><p class="lead">{advice}</p>{Markup.When(each is not null, () => Markup.Of($"<ul>{Markup.Each(each!, one => Markup.Of($"<li>{one}</li>"))}</ul>"))}{Markup.When(way is not null, () => Markup.Of($"""<p><a href="{way!.Value.Address}">{way.Value.Name}</a></p>"""))}</section>
            """));

    /// <summary>A form of ours: it says whose it is, which request it is, and on which version it is based.</summary>
    public static Markup Form(Visitor visitor, string action, long version, Markup fields, string css = "", bool takesFiles = false, string? id = null) => Markup.Of($"""
        <form method="post" action="{action}" class="{css}"{Markup.When(id is not null, () => Markup.Of($""" id="{id}" """))}{(takesFiles ? Markup.Of($""" enctype="multipart/form-data" """) : Markup.Empty)}>{Hidden(FormToken.Field, FormToken.For(visitor))}{Hidden("request", Guid.CreateVersion7().ToString("N"))}{Hidden("version", FormattableString.Invariant($"{version}"))}{fields}</form>
        """);

    /// <summary>A form of someone who answers: it says as well in which round.</summary>
    public static Markup Form(Visitor visitor, string action, Desk desk, Markup fields, string? id = null) =>
        Form(visitor, action, desk.Sheet.Version, Markup.Of($"{Hidden("round", FormattableString.Invariant($"{desk.Round.Number}"))}{fields}"), id: id);

    public static Markup Hidden(string name, string value) => Markup.Of($"""<input type="hidden" name="{name}" value="{value}">""");

    /// <summary>What just happened, at the top of a page; nothing where nothing did.</summary>
    public static Markup Notice(string? text) => Markup.When(!string.IsNullOrEmpty(text), () => Markup.Of($"""<p class="told" role="status">{text}</p>"""));

    /// <summary>What is wrong with a form, all of it, at the top of the page.</summary>
    public static Markup Problems(IReadOnlyList<FormProblem> problems) => Markup.When(problems.Count > 0, () => Markup.Of($"""
        <div class="wrong" role="alert" tabindex="-1"><h2>{(problems.Count == 1 ? "One thing is wrong" : FormattableString.Invariant($"{problems.Count} things are wrong"))}</h2><ul>{Markup.Each(problems, problem => problem.Field is not { } field ? Markup.Of($"<li>{problem.Text}</li>")
            : Markup.Of($"""<li{(problems.First(each => each.Field == field) == problem ? Markup.Of($""" id="wrong-{field}" """) : Markup.Empty)}><a href="#{field}">{problem.Text}</a></li>"""))}</ul><p class="small">Nothing was changed.</p></div>
        """));

    /// <summary>What a field says of itself to those who do not see the page: what describes it, and where something is wrong with it, what.</summary>
    /// <param name="id">The id of the field.</param>
    /// <param name="problems">What is wrong with the form.</param>
    /// <param name="describedBy">What describes the field anyway; null for nothing.</param>
    public static Markup About(string id, IReadOnlyList<FormProblem>? problems, string? describedBy = null)
    {
        var isWrong = problems?.Any(problem => problem.Field == id) == true;
        var by = string.Join(' ', new[] { isWrong ? $"wrong-{id}" : null, describedBy }.OfType<string>());
        return Markup.Of($"""{Markup.When(isWrong, () => Markup.Of($""" aria-invalid="true" """))}{Markup.When(by.Length > 0, () => Markup.Of($""" aria-describedby="{by}" """))}""");
    }

    private static Markup Nav(IEnumerable<(string? Address, string Name)>? ways)
    {
        var all = ways?.ToList() ?? [];
        return Markup.When(all.Count > 0, () => Markup.Of($"""
            <nav class="ways" aria-label="Pages"><ul>{Markup.Each(all, way => way.Address is { } address ? Markup.Of($"""<li><a href="{address}">{way.Name}</a></li>""") : Markup.Of($"""<li><b aria-current="page">{way.Name}</b></li>"""))}</ul></nav>
            """));
    }
}
