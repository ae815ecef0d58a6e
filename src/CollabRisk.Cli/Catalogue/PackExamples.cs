using CollabRisk.Facts;
using CollabRisk.RulePacks.Testing;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Cli.Catalogue;

/// <summary>The tests of a pack, told as examples of what its rules make of what is known.</summary>
internal sealed class PackExamples(IReadOnlyList<(PreparedTest Test, TestResult Result)> tests, RuleBook book)
{
    /// <summary>The rules of which there are examples, in the order of the book.</summary>
    public IEnumerable<Rule> Rules => tests.SelectMany(each => each.Test.Expectations).Select(expected => expected.Rule.Code).Distinct(StringComparer.Ordinal)
        .Select(code => book.Find(code)!).OrderBy(rule => rule.Position);

    /// <summary>The examples of a rule, as lines of Markdown.</summary>
    public IEnumerable<string> Of(Rule rule)
    {
        var asked = FactsBehind(rule);
        return from each in tests
               let expected = each.Test.Expectations.Where(expectation => expectation.Rule.Code == rule.Code).ToList()
               where expected.Count > 0
               let results = Words.List([.. expected.Select(Result)])
               select $"{MarkdownPage.Text(Words.Sentence(each.Test.Written.Name))} {Known(each.Test, asked)} {results}.{Failed(each.Result, rule)}";
    }

    /// <summary>The facts that the rule asks for, by itself or by way of others that it builds on.</summary>
    private HashSet<Fact> FactsBehind(Rule rule)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var facts = new HashSet<Fact>();
        var ahead = new Stack<Rule>([rule]);
        while (ahead.TryPop(out var next))
        {
            if (codes.Add(next.Code))
            {
                facts.UnionWith(next.Facts);
                next.BuildsOn.Select(book.Find).OfType<Rule>().ToList().ForEach(ahead.Push);
            }
        }

        return facts;
    }

    /// <summary>What is known of that for which the rule asks, partner by partner.</summary>
    private string Known(PreparedTest test, HashSet<Fact> asked)
    {
        var known = FactTable.Of(test.Collaboration, book.Facts).Known().Where(fact => fact.Fact.Type != FactType.List && fact.Fact.Name != "name").ToList();
        var shown = known.Where(fact => asked.Contains(fact.Fact)).ToList();
        var others = known.Count - shown.Count;
        var list = string.Join(' ', shown.GroupBy(fact => fact.PartnerName).Select(of =>
            $"{(of.Key is { } name ? $"{MarkdownPage.Text(name)}: " : "")}{string.Join(' ', of.Select(fact => $"{MarkdownPage.Text(fact.Fact.Question)} **{MarkdownPage.Text(Words.Capitalize(fact.Value))}**."))}"));
        return (list.Length, others) switch
        {
            (0, 0) => "With nothing known:",
            (0, _) => $"With {Words.Count(others, "answer")} for which the rule does not ask:",
            (_, 0) => $"With: {list} Then:",
            _ => $"With: {list} And {Words.Count(others, "answer")} for which the rule does not ask. Then:",
        };
    }

    private static string Result(Expectation expected) => expected.Outcome switch
    {
        Outcome.Raised => $"**raised{(expected.Written.Level is { } level ? $" at {level}" : "")}**{About(expected)}",
        Outcome.NotApplicable => $"**does not apply**{About(expected)}",
        Outcome.Undetermined => $"**undetermined**{About(expected)}",
        _ => $"**clear**{About(expected)}",
    };

    private static string About(Expectation expected) => expected.Written.Subject is { } subject ? $" for {MarkdownPage.Text(subject)}" : "";

    /// <summary>A page must not say of a rule what it does not do.</summary>
    private static string Failed(TestResult result, Rule rule) =>
        result.Mismatches.Any(mismatch => mismatch.Code == rule.Code) ? " So it should be, but it is not: this test of the pack fails." : "";
}
