using CollabRisk.Evidence;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>What was studied, what that cannot show, which sources the report rests on and where they differ.</summary>
internal sealed class EvidenceSection(AssessmentContent content)
{
    private Assessment Assessment => content.Assessment;

    public Markup Write() => Markup.Of($"""
        {Notes()}{Markup.When(content.Sources.Count > 0, Sources)}{Markup.When(Assessment.Tensions.Count > 0, Tensions)}
        """);

    private Markup Notes()
    {
        var notes = Assessment.Notes.Where(note => note.About.Count == 0).Select(Assessment.RuleBook.Said).ToList();
        return notes.Count == 0
            ? Markup.Of($"<p>The rules that were used say nothing about their evidence as a whole.</p>")
            : Markup.Of($"<ul>{Markup.Each(notes, note => Markup.Of($"<li>{note}</li>"))}</ul>");
    }

    private Markup Sources() => Markup.Of($"""
        <div class="tw"><table role="table" class="t st"><caption>The sources of this report, and how many of their statements it rests on</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Source</th><th role="columnheader" scope="col">What it can bear</th><th role="columnheader" scope="col">Statements used here</th></tr></thead><tbody role="rowgroup">{Markup.Each(content.Sources, Source)}</tbody></table></div>
        """);

    private static Markup Source((Source Source, int Times) each) => Markup.Of($"""
        <tr role="row" id="src-{each.Source.Id}"><th role="rowheader" scope="row">{each.Source.Title} <span class="code">{each.Source.Id}</span>{Whereabouts(each.Source)}</th><td role="cell" data-l="What it can bear">{each.Source.Weight}</td><td role="cell" data-l="Statements used here">{each.Times}</td></tr>
        """);

    /// <summary>Who published it, what of it was read, and its address: one to follow, since a source is there to be checked.</summary>
    private static Markup Whereabouts(Source source) => Markup.When(source.Whereabouts().Length > 0, () => Markup.Of($"""
        <br><span class="small mut">{source.Edition().TrimStart()}{Markup.When(source.Address is not null, () => Markup.Of($""" <a href="{source.Address!.AbsoluteUri}" rel="noreferrer">{source.Address.AbsoluteUri}</a>"""))}</span>
        """));

    private Passage Said(Tension tension, string text) => Assessment.RuleBook.Said(tension, text);

    private Markup Tensions() => Markup.Of($"""
        <h3 class="h3">Where the sources differ</h3><ul>{Markup.Each(Assessment.Tensions, tension => Markup.Of($"""<li id="tension-{tension.Id}"><b>{tension.Id}.</b> {Said(tension, tension.OneSide)} But: {Said(tension, tension.OtherSide)} <span class="mut">{Said(tension, tension.Handling)}</span></li>"""))}</ul>
        """);
}
