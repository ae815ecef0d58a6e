using CollabRisk.Comparing;
using CollabRisk.Register.Rules;
using CollabRisk.Reporting.Content;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>Which rules apply, and what other ones would change before they are taken.</summary>
internal sealed class RulesPage(EntryFrame frame, RuleShelf shelf, Assessment? before)
{
    public Markup Write(string? notice = null, IReadOnlyList<FormProblem>? problems = null, RulesPreview? preview = null, IReadOnlyList<string?>? sent = null)
    {
        var book = shelf.EvaluatorOf(frame.Entry.Packs).RuleBook;
        var chosen = preview?.Packs ?? sent ?? frame.Entry.Packs;
        return frame.Write("rules", Markup.Of($"""
            {Frame.Notice(notice)}{Frame.Problems(problems ?? [])}
            <section class="s" aria-labelledby="h-u"><h2 id="h-u">The rules in use</h2><ul>{Markup.Each(book.Packs, pack => Markup.Of($"<li><b>{pack.Id}</b> {pack.Version}</li>"))}</ul><p class="small mut">{Words.Count(book.Rules.Count, "rule")}. Each finding says which rule and which evidence it comes from.</p></section>
            {Markup.When(preview is not null, () => Preview(preview!))}
            {Markup.When(frame.Coordinates, () => Choice(chosen))}
            """), problems);
    }

    private Markup Choice(IReadOnlyList<string?> chosen) => Markup.Of($"""
        <section class="s" aria-labelledby="h-c"><h2 id="h-c">Choose rules</h2><p>The general knowledge always applies. These packs can apply next to it; what they find is shown with their own evidence.</p>
        <form method="get" action="{frame.Home}rules">{Frame.Hidden("see", "1")}<div class="opts">{Markup.Each(shelf.Packs, pack => Markup.Of($"""<label class="opt"><input type="checkbox" name="pack" value="{pack.Id}"{(chosen.Contains(pack.Id) ? Markup.Of($" checked") : Markup.Empty)}><span>{pack.Title}<small>{pack.Id} {pack.Version}. {pack.Description}</small></span></label>"""))}{Markup.When(shelf.Packs.Count == 0, () => Markup.Of($"<p>This register has no other packs. Whoever operates it can add some.</p>"))}</div><div class="btns"><button type="submit">See what that changes</button></div></form></section>
        """);

    private Markup Preview(RulesPreview preview)
    {
        var difference = preview.Difference;
        return Markup.Of($"""
            <section class="s chg" aria-labelledby="h-p"><h2 id="h-p">What these rules change</h2><p>{string.Join(", ", preview.Book.Packs.Select(pack => $"{pack.Id} {pack.Version}"))}: {Words.Count(preview.Book.Rules.Count, "rule")}.</p>
            {(difference is null || before is null ? Markup.Of($"<p>There is not a snapshot yet, so nothing changes that anyone has seen.</p>") : Markup.Of($"""
            <p>As of {Wording.AsOf(difference.After)} the range {(difference.Before.Overall == difference.After.Overall ? $"stays {Wording.Short(difference.After.Overall)}" : $"goes {Wording.FromTo(difference.Before.Overall, difference.After.Overall)}")}.</p>
            {(difference.Findings.Count == 0 ? Markup.Of($"<p>No finding is different.</p>") : Markup.Of($"""<ul>{Markup.Each(difference.Findings, change => Markup.Of($"<li>{change.ToString()}</li>"))}</ul>"""))}
            """))}
            {frame.Form("rules", Markup.Of($"""{Markup.Each(preview.Packs, pack => Frame.Hidden("pack", pack))}{Frame.Hidden("digest", shelf.DigestOf(preview.Packs))}<div class="btns"><button class="pri" type="submit">Take these rules</button><a href="{frame.Home}rules">Leave them as they are</a></div>"""))}</section>
            """);
    }
}

/// <summary>Rules that are looked at before they are taken.</summary>
internal sealed record RulesPreview(IReadOnlyList<string> Packs, CollabRisk.Rules.RuleBook Book, AssessmentDifference? Difference);
