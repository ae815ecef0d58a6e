using System.Text.RegularExpressions;
using CollabRisk.Conditions;
using CollabRisk.Evidence;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Cli.Catalogue;

/// <summary>The catalogue of rules: what each asks, how grave it is and why, on which claims it rests, what to do.</summary>
internal static class RulesPage
{
    public static string Of(IReadOnlyList<RulePack> packs, RuleBook book)
    {
        var page = new MarkdownPage("Rules", "Every rule, under the heading of the sources where it is. A claim leads to the passage that it paraphrases. A question is that of the fact whose path follows; the answer is the one that makes the rule hold, and while it is not known the rule is neither raised nor clear.");
        page.Table(["Kind", "Rules"], book.Rules.GroupBy(rule => rule.Kind).OrderBy(kind => kind.Key)
            .Select(kind => (IReadOnlyList<string>)[kind.Key.ToString(), $"{kind.Count()}"]));
        var words = new RuleWords(book, Links.ToPages);
        foreach (var pack in packs)
        {
            page.Heading(2, MarkdownPage.Text(pack.Title));
            page.Line($"Pack `{pack.Id}` {pack.Version}. {MarkdownPage.Text(pack.Description)}");
            page.Line();
            foreach (var chapter in pack.Chapters)
            {
                words.Write(page, chapter.InLanguages.Say(chapter.Heading, book.Language), [.. book.Rules.Where(rule => rule.PackId == pack.Id && rule.Chapter == chapter.InLanguages.Say(chapter.Heading, book.Language))]);
            }
        }

        if (book.Retired.Count > 0)
        {
            page.Heading(2, "Retired codes");
            page.Line("Codes that rules have had and have no longer. They are never used again; whoever names one is told what replaced it.");
            page.Line();
            page.Table(["Code", "Replaced by", "Since", "Why"], book.Retired.Select(gone => (IReadOnlyList<string>)
                [gone.Code, gone.ReplacedBy.Count == 0 ? "nothing" : Links.ToPages.Rules(gone.ReplacedBy), gone.Since, MarkdownPage.Text(gone.Why)]));
        }

        return page.ToString();
    }
}

/// <summary>Writes rules in words, each condition as the questions of its facts with the answers that make it hold.</summary>
/// <param name="book">The rules, also those of others that are named.</param>
/// <param name="links">Where codes and ids lead.</param>
/// <param name="isForReaders">Whether the page is for those who read neither code nor YAML: what a claim says is written out under each rule, and no path is shown.</param>
/// <param name="examples">Examples of a rule, as lines of Markdown; null for none.</param>
internal sealed partial class RuleWords(RuleBook book, Links links, bool isForReaders = false, Func<Rule, IEnumerable<string>>? examples = null)
{
    /// <summary>Writes the rules under one heading.</summary>
    public void Write(MarkdownPage page, string heading, IReadOnlyList<Rule> rules)
    {
        page.Heading(3, MarkdownPage.Text(heading));
        foreach (var rule in rules.OrderBy(rule => rule.Kind).ThenBy(rule => rule.Code, StringComparer.Ordinal))
        {
            page.Heading(4, rule.Code);
            page.Line($"**{Words.Capitalize(Words.Humanize($"{rule.Kind}"))}{Levels(rule)}.** {MarkdownPage.Text(rule.Title)}.");
            page.Line();
            page.Item("Status", rule.Status == RuleStatus.Stable ? null : rule.StatusNote is null ? $"{rule.Status}" : $"{rule.Status}: {MarkdownPage.Text(rule.StatusNote)}");
            WriteCondition(page, "Applies when", rule.AppliesWhen);
            if (rule.Cases is [{ Subject: null } only])
            {
                WriteCondition(page, rule.IsPerPartner ? "Raised for each partner when" : "Raised when", only.When);
                page.Item("Says", Message(rule, only));
                page.Item("Level", rule.Level is { } level ? $"{level.Level}, because {MarkdownPage.Text(level.Reason)}" : null);
                page.Item("Support", only.Confidence.InWords());
            }
            else
            {
                foreach (var each in rule.Cases)
                {
                    WriteCase(page, rule, each);
                }
            }

            page.Item("Highest level", rule is { Level: not null, Cap: < Level.High } ? $"{rule.Cap}, as for all findings of its chapter" : null);
            foreach (var moderator in rule.Moderators)
            {
                var step = $"One step {(moderator.Direction == Direction.Raised ? "higher" : "lower")}";
                WriteCondition(page, $"{step}{(moderator.Subject is null ? "" : $" for {MarkdownPage.Text(moderator.Subject)}")} when", moderator.When);
                page.Bullet(1, $"This counts because {MarkdownPage.Text(moderator.Because)} ({links.Claims(moderator.Claims)}).");
            }

            WriteEvidence(page, rule);
            WriteAdvice(page, rule);
            page.Item("Caveats", MarkdownPage.Text(string.Join(" ", rule.Caveats)));
            page.Item("How to read it", MarkdownPage.Text(string.Join(" ", rule.Notes)));
            page.Item("Builds on", links.Rules(rule.BuildsOn));
            page.Item("Leads to", links.Rules(rule.LeadsTo));
            page.Item("Under", links.Rules(rule.Under));
            page.List("Examples", examples?.Invoke(rule) ?? []);
            page.Line();
        }
    }

    /// <summary>The level of a rule, or the range of its cases.</summary>
    private static string Levels(Rule rule)
    {
        var levels = rule.Cases.Select(each => each.Level?.Level).OfType<Level>().Distinct().Order().ToList();
        return levels.Count == 0 ? "" : levels.Count == 1 ? $", {levels[0]}" : $", {levels[0]} to {levels[^1]}";
    }

    /// <summary>A case whole: what it says, how grave and how well supported it is, what limits it alone, and when it is raised.</summary>
    private void WriteCase(MarkdownPage page, Rule rule, Case each)
    {
        page.Item($"Case: {MarkdownPage.Text(each.SubjectInWords!)}", string.Join(' ', ((string?[])
        [
            Message(rule, each),
            each.Level is { } level ? $"{level.Level}, because {MarkdownPage.Text(level.Reason)}." : null,
            $"Support: {each.Confidence.InWords()}, from {links.Claims(each.Claims.Select(claim => claim.Id))}.",
            .. each.Caveats.Except(rule.Caveats, StringComparer.Ordinal).Select(MarkdownPage.Text),
        ]).OfType<string>()));
        WriteCondition(page, "Applies when", each.AppliesWhen, depth: 1);
        WriteCondition(page, "Raised when", each.When, depth: 1);
    }

    private void WriteEvidence(MarkdownPage page, Rule rule)
    {
        if (isForReaders)
        {
            page.List("Rests on", rule.Claims.Select(claim =>
                $"{links.Claims([claim.Id])}: {MarkdownPage.Text(Words.Sentence(claim.Paraphrase))} ({MarkdownPage.Text(claim.Source.Title)}, {MarkdownPage.Text(claim.Locator)})"));
        }
        else
        {
            page.Item("Rests on", links.Claims(rule.Claims.Select(claim => claim.Id)));
        }
    }

    private void WriteAdvice(MarkdownPage page, Rule rule)
    {
        foreach (var advice in rule.Recommendations)
        {
            var cases = rule.IsAdvisedAlways(advice) ? [] : rule.Cases.Where(each => each.Recommendations.Contains(advice)).Select(each => each.SubjectInWords).ToList();
            page.Item(cases.Count == 0 ? "Advice" : $"Advice on {MarkdownPage.Text(string.Join("; ", cases))}", $"{MarkdownPage.Text(Words.Sentence(advice.Text))} (`{advice.Code}`{(!advice.IsDerived ? "" : isForReaders ? ", a step of the authors and not of the source" : ", our step and not the source's")})");
            WriteCondition(page, "Done when", rule.DoneWhen.GetValueOrDefault(advice.Code), depth: 1);
        }
    }

    private void WriteCondition(MarkdownPage page, string name, Condition? condition, int depth = 0)
    {
        if (condition is not null)
        {
            Write(page, $"**{name}**", PlainCondition.Of(condition), depth);
        }
    }

    /// <summary>Writes a condition as a bullet, with its parts as bullets below; a part that is alone is on the same line.</summary>
    private void Write(MarkdownPage page, string lead, PlainCondition plain, int depth)
    {
        if (plain.Parts.Count == 0)
        {
            page.Bullet(depth, $"{(lead.Length == 0 ? "" : $"{lead}: ")}{Leaf(plain)}");
            return;
        }

        var start = lead.Length == 0 ? Words.Capitalize(plain.Text) : $"{lead} {plain.Text}";
        if (plain.Parts is [var only])
        {
            Write(page, start, only, depth);
            return;
        }

        page.Bullet(depth, $"{start}:");
        foreach (var part in plain.Parts)
        {
            Write(page, "", part, depth + 1);
        }
    }

    private string Leaf(PlainCondition plain)
    {
        if (plain.Code is { } code)
        {
            return $"“{MarkdownPage.Text(book.Find(code)!.Title)}”{plain.Text[code.Length..]} ({links.Rules([code])}).";
        }

        var paths = isForReaders || plain.Facts.Count == 0 ? "" : $" ({string.Join(", ", plain.Facts.Select(fact => $"`{fact.Path}`"))})";
        return plain.Answer is null
            ? $"{MarkdownPage.Text(Words.Capitalize(plain.Text))}{paths}."
            : $"{MarkdownPage.Text(plain.Text)} **{MarkdownPage.Text(Words.Capitalize(plain.Answer))}**{paths}.";
    }

    /// <summary>What a finding says. For readers, what is filled in is a partner, a case or a blank; otherwise it is named.</summary>
    private string Message(Rule rule, Case each)
    {
        var text = each.Says.Text;
        return MarkdownPage.Text(!isForReaders ? text : Words.Capitalize(FilledIn().Replace(text, place =>
            place.Value != "{subject}" ? "…" : rule.IsPerPartner ? "the partner" : each.SubjectInWords ?? "…")));
    }

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex FilledIn();
}

/// <summary>Where codes and ids lead.</summary>
/// <param name="rule">The address of a rule; null for one that is not linked.</param>
/// <param name="claim">The address of a claim; null for one that is not linked.</param>
internal sealed class Links(Func<string, string?> rule, Func<string, string?> claim)
{
    /// <summary>To the pages of the catalogue, from the page of the rules.</summary>
    public static Links ToPages { get; } = new(code => $"#{code.ToLowerInvariant()}", id => $"knowledge.md#{id.ToLowerInvariant()}");

    public string Rules(IEnumerable<string> codes) => List(codes, rule);

    public string Claims(IEnumerable<string> ids) => List(ids, claim);

    private static string List(IEnumerable<string> names, Func<string, string?> address) =>
        string.Join(", ", names.Select(name => address(name) is { } to ? $"[{name}]({to})" : name));
}
