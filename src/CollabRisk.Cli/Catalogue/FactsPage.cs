using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Cli.Catalogue;

/// <summary>The dictionary of facts: path, meaning, question, values, and the rules that read each.</summary>
internal static class FactsPage
{
    public static string Of(RuleBook book)
    {
        var page = new MarkdownPage("Facts", "Every fact may be unknown: leave it out, or write `null`. Unknown is never \"no\". Where there can be no value, such as how differences were dealt with where there are none, write `\"does not apply\"`: nothing is found on such a fact, and it is not asked for again. A worse value never gives a better result, and a remedy only moves a fact to the better; a neutral fact has no better value, for the reason given.");
        foreach (var group in book.Facts.Facts.GroupBy(Group))
        {
            page.Heading(2, group.Key.Length == 0 ? "The collaboration" : $"`{group.Key}`");
            page.Table(
                ["Fact", "Meaning", "Question", "Values", "Better", "Read by"],
                group.Select(fact => (IReadOnlyList<string>)[$"`{fact.Path}`", Meaning(fact), MarkdownPage.Text(fact.Question), Values(fact), Better(fact), ReadBy(fact, book)]));
        }

        page.Heading(2, "How to answer");
        page.Line("So that two people would answer alike: what counts and what does not, with an example on either side of the line. What a fact means is the source's; where the line is drawn, and the examples, are ours.");
        page.Line();
        page.Table(["Fact", "Note"], book.Facts.Facts.Where(fact => fact.CodingNote is not null).Select(fact => (IReadOnlyList<string>)[$"`{fact.Path}`", MarkdownPage.Text(fact.CodingNote!)]));
        if (FactModel.Conversions.Count > 0)
        {
            page.Heading(2, "Facts of earlier versions");
            page.Line($"This is version {FactModel.Version} of the fact model. Files of earlier versions are read as follows, and what was converted is said.");
            page.Line();
            page.Table(["Fact", "Value", "Is read as", "Why"], FactModel.Conversions.Select(row => (IReadOnlyList<string>)
                [row.Path, row.Value ?? "any", row.To is null ? "nothing" : row.Value is null ? row.To : $"{row.To}: {row.Becomes ?? "not known"}", row.Why]));
        }

        return page.ToString();
    }

    private static string Group(Fact fact) =>
        fact.Path.LastIndexOf('.') is var dot and > 0 ? fact.Path[..dot] : "";

    public static string Meaning(Fact fact) => MarkdownPage.Text(string.Join("; ", new[]
    {
        fact.Meaning,
        fact.IsChangeable ? null : "cannot be changed by those responsible",
        fact.IsOutcome ? "records the outcome, never an input to a risk" : null,
        fact.IsDerived ? "follows from other facts, never given" : null,
        fact.MoreWordsBecause is { } open ? $"packs may add words: {open}" : null,
        fact.ExpertBecause is { } expert ? $"entered by an expert, never asked: {expert}" : null,
    }.OfType<string>()));

    public static string Values(Fact fact) => fact.ValuesInWords();

    public static string Better(Fact fact) => fact.Direction == FactDirection.Neutral
        ? fact.NeutralBecause is { } reason ? $"neutral: {MarkdownPage.Text(reason)}" : "neutral"
        : $"{fact.Direction}".ToLowerInvariant();

    private static string ReadBy(Fact fact, RuleBook book)
    {
        var codes = book.Rules.Where(rule => rule.Facts.Contains(fact)).Select(rule => rule.Code).Order(StringComparer.Ordinal).ToList();
        return codes.Count > 0 ? string.Join(", ", codes.Select(code => $"[{code}](rules.md#{code.ToLowerInvariant()})"))
            : fact.DescriptiveBecause is { } reason ? $"no rule: {MarkdownPage.Text(reason)}"
            : "by way of the facts that follow from it";
    }
}
