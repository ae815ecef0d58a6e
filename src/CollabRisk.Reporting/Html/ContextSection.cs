using CollabRisk.Evidence;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>What helps to read the rest: circumstances, signs, reminders; what is switched off; what the host judged.</summary>
internal sealed class ContextSection(AssessmentContent content)
{
    private readonly IReadOnlyList<IGrouping<string, Finding>> findings =
    [
        .. new[] { FindingKind.Diagnostic, FindingKind.Context, FindingKind.Caveat }.SelectMany(content.OfKind)
            .GroupBy(finding => finding.Code, StringComparer.Ordinal),
    ];

    public bool HasSomething => findings.Count + content.Assessment.SwitchedOff.Count + content.Assessment.HostFindings.Count > 0;

    public Markup Write() => Markup.Of($"""
        {Markup.When(findings.Count > 0, () => Markup.Of($"<ul>{Markup.Each(findings, Line)}</ul>"))}{Markup.When(content.Assessment.SwitchedOff.Count > 0, () => Markup.Of($"""<h3 class="h3">Switched off, and not counted</h3><ul>{Markup.Each(content.Assessment.SwitchedOff, SwitchedOff)}</ul>"""))}{Markup.When(content.Assessment.HostFindings.Count > 0, () => Markup.Of($"""<h3 class="h3">Judgements of others</h3><p>They rest on no source, and do not count in the range.</p><ul>{Markup.Each(content.Assessment.HostFindings, Judgement)}</ul>"""))}
        """);

    private Markup Line(IGrouping<string, Finding> same)
    {
        var first = same.First();
        var others = same.Skip(1).Select(finding => finding.SaidSubject.IsEmpty ? finding.SaidMessage : finding.SaidSubject).ToList();
        return Markup.Of($"""
            <li><b>{first.Rule.SaidTitle}.</b> {content.Say(first.SaidMessage)}{Markup.When(others.Count > 0, () => Markup.Of($" Also: {content.Say(Wording.Some(others, 6, ", "))}."))} <span class="mut small">{Wording.Of(first.Kind)}; {first.Confidence.InWords()}</span></li>
            """);
    }

    private Markup SwitchedOff(Finding finding) => Markup.Of($"""
        <li><b>{finding.Rule.SaidTitle}.</b> {content.Say(finding.SaidMessage)} <span class="mut small">{(finding.Level is { } level ? $"would be {level}; " : "")}{Passage.Join(" ", finding.Overrides.Select(change => LevelReasons.Overridden(change, finding.Rule.Language)))}</span></li>
        """);

    private Markup Judgement(HostFinding finding) => Markup.Of($"""
        <li><b>{finding.Title}.</b> {content.Say(finding.Message)} <span class="mut small">{Wording.Of(finding.Kind)}{(finding.Level is { } level ? $", {level}" : "")}; judged by {finding.JudgedBy}</span></li>
        """);
}
