using CollabRisk.Comparing;
using CollabRisk.Reporting.Content;

namespace CollabRisk.Reporting.Html;

/// <summary>What is different between two assessments, on a page.</summary>
internal sealed class ChangeList(AssessmentDifference difference)
{
    private readonly Changes changes = new(difference);

    /// <summary>The names that are cut, in full.</summary>
    public IReadOnlyList<string> Shortened => changes.Shortened;

    /// <summary>The findings, by what became of them.</summary>
    /// <param name="depth">How deep the headings are: 3 below a section, 4 below a step.</param>
    public Markup Findings(int depth) => changes.Groups.Count == 0
        ? Markup.Of($"<p>No finding is different.</p>")
        : Markup.Each(changes.Groups, group => Markup.Of($"""{(depth == 3 ? Markup.Of($"""<h3 class="h3">{group.Heading}</h3>""") : Markup.Of($"<h4>{group.Heading}</h4>"))}<ul>{Markup.Each(group.Changes, Line)}</ul>"""));

    /// <summary>What became of the range.</summary>
    public Markup Range() => Markup.Of($"<p>{changes.Range}</p>");

    /// <summary>The facts that moved.</summary>
    public Markup Facts() => difference.Facts.Count == 0
        ? Markup.Of($"<p>No fact moved.</p>")
        : Markup.Of($"""<ul class="two small">{Markup.Each(difference.Facts, move => Markup.Of($"<li>{changes.Moved(move)}</li>"))}</ul>""");

    /// <summary>That the two may be the wrong way round.</summary>
    public Markup Order() => Markup.When(changes.Order is not null, () => Markup.Of($"""
        <p class="note"><b>Look at the order.</b> {changes.Order}</p>
        """));

    /// <summary>A range that fell though nothing shows an improvement is said so, right where the range is.</summary>
    public Markup FellByForgetting() => Markup.When(!changes.StillOpen.IsEmpty, () => Markup.Of($"""
        <p class="note"><b>It fell, but nothing shows an improvement.</b> {changes.StillOpen}</p>
        """));

    /// <summary>The rules, where they are not the same.</summary>
    public Markup Rules() => Markup.When(changes.OtherRules is not null, () => Markup.Of($"""
        <p class="note"><b>The rules are not the same.</b> {changes.OtherRules}</p>
        """));

    private Markup Line(FindingChange change)
    {
        var because = changes.Because(change);
        return Markup.Of($"""
            <li>{Markup.When(change.Latest.Level is not null, () => Pictures.Mark(change.Latest.Level!.Value))} <b>{changes.Named(change.Latest)}</b>{(Changes.Level(change) is { } level ? $" ({level})" : "")}. {changes.Says(change.Latest)}{Markup.When(Changes.WasNotKnown(change), () => Markup.Of($" It was not known before."))}{Markup.When(because.Count > 0, () => Markup.Of($""" <span class="mut small">Because: {Wording.Some(because, 4)}.</span>"""))}</li>
            """);
    }
}
