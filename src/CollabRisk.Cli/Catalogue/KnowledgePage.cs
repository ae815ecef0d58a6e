using CollabRisk.Evidence;
using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk.Cli.Catalogue;

/// <summary>The sources and every claim, with the place in the source and where the claim lives in the product.</summary>
internal static class KnowledgePage
{
    public static string Of(RuleBook book)
    {
        var page = new MarkdownPage("Knowledge", "Every claim that was found in the sources, in our own words, and where each lives. Lines are those of the text files of the sources.");
        var uses = Uses(book);
        page.Table(["Source", "What it is", "What it can carry"], KnowledgeBase.Sources.Select(source => (IReadOnlyList<string>)[$"`{source.Id}`", source.Title, source.Weight]));
        foreach (var source in KnowledgeBase.Sources)
        {
            page.Heading(2, source.Title);
            foreach (var claim in KnowledgeBase.Claims.Where(claim => claim.Source == source))
            {
                page.Heading(3, claim.Id);
                page.Line(claim.Paraphrase);
                page.Line();
                page.Item("Place", claim.Locator);
                page.Item("Strength", $"{claim.Strength}{(claim.Basis.Length == 0 ? "" : $" ({claim.Basis})")}; {claim.Polarity}");
                page.Item("Lives in", uses.TryGetValue(claim.Id, out var rules) ? string.Join(", ", rules.Order(StringComparer.Ordinal).Select(code => $"[{code}](rules.md#{code.ToLowerInvariant()})")) : claim.UsedIn);
                page.Line();
            }
        }

        WriteRegisters(page);
        return page.ToString();
    }

    private static void WriteRegisters(MarkdownPage page)
    {
        page.Heading(2, "Where the sources contradict each other");
        foreach (var tension in KnowledgeBase.Tensions)
        {
            page.Heading(3, tension.Id);
            page.Item("One side", tension.OneSide + Codes(tension.One));
            page.Item("Other side", tension.OtherSide + Codes(tension.Other));
            page.Item("Handling", tension.Handling);
            page.Item("Claims", Claims(tension.Claims));
            page.Line();
        }

        page.Heading(2, "What is missing or damaged");
        page.Table(["Gap", "Where", "What", "Weight", "Claims"], KnowledgeBase.Gaps.Select(gap => (IReadOnlyList<string>)[gap.Id, gap.Where, gap.What, gap.Weight, Claims(gap.Claims)]));
        page.Heading(2, "What is not assessed");
        WriteNotes(page, KnowledgeBase.NotAssessed);
        page.Heading(2, "Background");
        WriteNotes(page, KnowledgeBase.Background);
        page.Heading(2, "Glossary");
        page.Table(["Term", "Meaning", "Claims"], KnowledgeBase.Glossary.Select(entry => (IReadOnlyList<string>)[entry.Term, entry.Meaning, Claims(entry.Claims)]));
        page.Heading(2, "Cases");
        page.Table(["Case", "File", "Claims"], KnowledgeBase.CaseSheets.Select(sheet => (IReadOnlyList<string>)[sheet.Title, $"`{sheet.File}`", Claims(sheet.Claims)]));
    }

    private static void WriteNotes(MarkdownPage page, IEnumerable<Note> notes)
    {
        foreach (var note in notes)
        {
            page.Line($"- {note.Text} ({Claims(note.Claims)})");
        }

        page.Line();
    }

    private static string Claims(IEnumerable<string> ids) => string.Join(", ", ids.Select(id => $"[{id}](#{id.ToLowerInvariant()})"));

    private static string Codes(IReadOnlyList<string> codes) =>
        codes.Count == 0 ? "" : $" ({string.Join(", ", codes.Select(code => $"[{code}](rules.md#{code.ToLowerInvariant()})"))})";

    /// <summary>The rules that rest on each claim, by themselves, by a moderator or by a recommendation.</summary>
    private static Dictionary<string, HashSet<string>> Uses(RuleBook book)
    {
        var uses = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var rule in book.Rules)
        {
            var ids = rule.Claims.Select(claim => claim.Id)
                .Concat(rule.Moderators.SelectMany(moderator => moderator.Claims))
                .Concat(rule.Recommendations.SelectMany(recommendation => recommendation.Claims));
            foreach (var id in ids)
            {
                if (!uses.TryGetValue(id, out var codes))
                {
                    uses.Add(id, codes = []);
                }

                codes.Add(rule.Code);
            }
        }

        return uses;
    }
}
