using System.Security.Cryptography;
using System.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>The frame that all pages share: one file that calls nowhere, runs nothing and looks the same everywhere.</summary>
internal static class HtmlPage
{
    /// <summary>The language of the pages. Texts of rule packs may be in others, and say so.</summary>
    public const string Language = "en-GB";

    private static readonly string Style = ReadStyle();

    /// <summary>
    /// What the file may do: nothing but use its own style, which is named by its digest. Whatever a value might bring along is neither
    /// loaded nor run.
    /// </summary>
    public static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'";

    /// <summary>A section of a page, with its heading.</summary>
    /// <param name="Id">The name in links.</param>
    /// <param name="Title">The heading.</param>
    /// <param name="Body">What is in it.</param>
    /// <param name="StartsPage">Whether it begins a new page on paper.</param>
    public sealed record Section(string Id, string Title, Markup Body, bool StartsPage = false);

    /// <summary>Writes a whole page.</summary>
    /// <param name="kind">What the page is: "CollabRisk assessment".</param>
    /// <param name="title">What it is about.</param>
    /// <param name="meta">What is under the title, piece by piece.</param>
    /// <param name="summary">The first screen.</param>
    /// <param name="sections">The rest, in order; they are numbered.</param>
    /// <param name="madeOn">The day for the last line, or <see langword="null"/>.</param>
    /// <param name="cut">The names that are cut on the page, which it lists in full; none if left out.</param>
    public static string Write(string kind, string title, IEnumerable<Markup> meta, Markup summary, IReadOnlyList<Section> sections, DateOnly? madeOn, IReadOnlyList<string>? cut = null)
    {
        var shown = Content.LongNames.Cut(title, 200);
        var numbered = sections.Select((section, at) => Markup.Of($"""
            <section class="{(section.StartsPage ? "s pb" : "s")}" id="{section.Id}" aria-labelledby="h-{section.Id}"><h2 id="h-{section.Id}"><span class="num">{at + 1}</span> {section.Title}</h2>{section.Body}</section>

            """));
        return Markup.Of($"""
            <!DOCTYPE html>
            <html lang="{Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{shown}: {kind}</title>
            <meta http-equiv="Content-Security-Policy" content="{Raw(Policy)}"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">
            <style>{Raw(Style)}</style></head><body class="p-{kind.Split(' ')[^1]}">
            <a class="skip" href="#main">Skip to the main content</a>{Pictures.Definitions}
            <header class="top"><div class="wrap"><p class="eyebrow">{kind}</p><h1 dir="auto">{shown}</h1>
            <ul class="meta">{Markup.Each(meta, each => Markup.Of($"<li>{each}</li>"))}</ul></div></header>
            <main id="main"><div class="wrap">{summary}
            {Contents(sections)}{Markup.Join("", numbered)}{CutNames(cut ?? [])}</div></main>
            <footer class="end"><div class="wrap"><p>Made with CollabRisk{(madeOn is { } day ? $" on {Content.Wording.Day(day)}" : "")}. No account, no network: this file holds all that it shows.</p></div></footer>
            </body></html>
            """).ToString().ReplaceLineEndings("\n") + "\n";
    }

    private static Markup Contents(IReadOnlyList<Section> sections) => Markup.When(sections.Count > 3, () => Markup.Of($"""
        <nav class="toc" aria-labelledby="h-toc"><h2 id="h-toc">On this page</h2><ol>{Markup.Each(sections, section => Markup.Of($"""<li><a href="#{section.Id}">{section.Title}</a></li>"""))}</ol></nav>

        """));

    private static Markup CutNames(IReadOnlyList<string> names) => Markup.When(names.Count > 0, () => Markup.Of($"""
        <details class="list-of"><summary>Names that are cut in this report</summary><ol>{Markup.Each(names, name => Markup.Of($"<li><bdi>{name}</bdi></li>"))}</ol></details>
        """));

    /// <summary>Text of our own that is HTML or CSS already; nothing that a user gave comes here.</summary>
    private static Markup Raw(string own) => Markup.OfOwn(own);

    private static string ReadStyle()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("Report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
