using CollabRisk.Rules;

namespace CollabRisk.Cli.Catalogue;

/// <summary>The catalogue of rules: what each asks, how grave it is and why, on which claims it rests, what to do.</summary>
internal static class RulesPage
{
    public static string Of(IReadOnlyList<RulePack> packs, RuleBook book)
    {
        var page = new MarkdownPage("Rules", "Every rule, under the heading of the sources where it is. A claim leads to the passage that it paraphrases.");
        page.Table(["Kind", "Rules"], book.Rules.GroupBy(rule => rule.Kind).OrderBy(kind => kind.Key)
            .Select(kind => (IReadOnlyList<string>)[kind.Key.ToString(), $"{kind.Count()}"]));
        foreach (var pack in packs)
        {
            page.Heading(2, pack.Title);
            page.Line($"Pack `{pack.Id}` {pack.Version}. {pack.Description}");
            page.Line();
            foreach (var chapter in pack.Chapters)
            {
                Write(page, chapter.Heading, [.. book.Rules.Where(rule => rule.PackId == pack.Id && rule.Chapter == chapter.Heading)], Links.ToPages);
            }
        }

        if (book.Retired.Count > 0)
        {
            page.Heading(2, "Retired codes");
            page.Line("Codes that rules have had and have no longer. They are never used again; whoever names one is told what replaced it.");
            page.Line();
            page.Table(["Code", "Replaced by", "Since", "Why"], book.Retired.Select(gone => (IReadOnlyList<string>)
                [gone.Code, gone.ReplacedBy.Count == 0 ? "nothing" : Links.ToPages.Rules(gone.ReplacedBy), gone.Since, gone.Why]));
        }

        return page.ToString();
    }

    /// <summary>Writes the rules under one heading.</summary>
    public static void Write(MarkdownPage page, string heading, IReadOnlyList<Rule> rules, Links links)
    {
        page.Heading(3, heading);
        foreach (var rule in rules.OrderBy(rule => rule.Kind).ThenBy(rule => rule.Code, StringComparer.Ordinal))
        {
            page.Heading(4, rule.Code);
            page.Line($"**{rule.Kind}{Levels(rule)}.** {rule.Title}.");
            page.Line();
            page.Item("Status", rule.Status == RuleStatus.Stable ? null : rule.StatusNote is null ? $"{rule.Status}" : $"{rule.Status}: {rule.StatusNote}");
            page.Item("Applies when", Code(rule.Guard));
            if (rule.CasesInWords is [{ Subject: null } only])
            {
                page.Item(rule.IsPerPartner ? "Raised for each partner when" : "Raised when", Code(rule.Condition));
                page.Item("Says", only.Message);
                page.Item("Confidence", $"`{only.Confidence}`");
            }
            else
            {
                foreach (var each in rule.CasesInWords)
                {
                    page.Item($"Case: {each.Subject}", Case(each, links));
                }
            }

            page.Item("Level", rule.Level?.Reason);
            page.Item("Highest level", rule is { Level: not null, Cap: < Level.High } ? $"{rule.Cap}, as for all findings of its chapter" : null);
            foreach (var moderator in rule.Moderators)
            {
                page.Item(moderator.Direction.ToString(), $"one step because {moderator.Because} ({links.Claims(moderator.Claims)}): {Code(moderator.Condition)}");
            }

            page.Item("Rests on", links.Claims(rule.Claims.Select(claim => claim.Id)));
            page.Item("Advice", string.Join("; ", rule.Recommendations.Select(advice => $"`{advice.Code}` {advice.Text}{(advice.IsDerived ? " (our step, not the source's)" : "")}")));
            page.Item("Caveats", string.Join(" ", rule.Caveats));
            page.Item("How to read it", string.Join(" ", rule.Notes));
            page.Item("Builds on", links.Rules(rule.BuildsOn));
            page.Item("Leads to", links.Rules(rule.LeadsTo));
            page.Item("Under", links.Rules(rule.Under));
            page.Line();
        }
    }

    /// <summary>The level of a rule, or the range of its cases.</summary>
    private static string Levels(Rule rule)
    {
        var levels = rule.CasesInWords.Select(each => each.Level?.Level).OfType<Level>().Distinct().Order().ToList();
        return levels.Count == 0 ? "" : levels.Count == 1 ? $", {levels[0]}" : $", {levels[0]} to {levels[^1]}";
    }

    /// <summary>A case whole: when it is raised, what it says, how grave and how well supported it is, and what limits it alone.</summary>
    private static string Case(CaseInWords each, Links links) => string.Join(' ', ((string?[])
    [
        each.Guard is null ? null : $"applies when {Code(each.Guard)};",
        $"raised when {Code(each.Condition)}.",
        each.Message.EndsWith('.') ? each.Message : $"{each.Message}.",
        each.Level is { } level ? $"{level.Level}, because {level.Reason}; confidence `{each.Confidence}`." : $"Confidence `{each.Confidence}`.",
        $"Rests on {links.Claims(each.Claims.Select(claim => claim.Id))}.",
        each.OwnCaveats.Count > 0 ? string.Join(' ', each.OwnCaveats) : null,
    ]).OfType<string>());

    private static string? Code(string? condition) => condition is null ? null : $"`{condition}`";
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
