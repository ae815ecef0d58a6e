using CollabRisk.Knowledge;

namespace CollabRisk.Tests.Knowledge;

/// <summary>Every code that the catalogue proposes is in the knowledge, or docs/finding-index.md says what became of it and why.</summary>
public class FindingIndexTests
{
    private static readonly (string Kind, string Code, string Now, string Why)[] Index =
    [
        .. Repository.Read("docs", "finding-index.md").Split('\n')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 6 && cells[1] is not ("Kind" or "---"))
            .Select(cells => (cells[1], cells[2], cells[3], cells[4])),
    ];

    [Fact]
    public void Index_EveryCode_IsARuleOfItsKindOrHasAReason()
    {
        Index.Should().HaveCount(272);
        foreach (var (kind, code, now, why) in Index)
        {
            var (expectedKind, expectedCode) = now == "as it is" ? (kind, code) : (now.Split(' ')[0], now.Split(' ')[1]);
            var rule = RuleCases.Book.Find(expectedCode);
            rule.Should().NotBeNull($"{code}: no rule has the code {expectedCode}.");
            $"{rule.Kind}".Should().Be(expectedKind, $"{code}: {expectedCode} is a {rule.Kind}, expected a {expectedKind}.");
            (now == "as it is" || why.Length > 0).Should().BeTrue($"{code} became {now} without a reason.");
        }
    }

    /// <summary>Of a code that the library had, whoever names it hears what replaced it, and that is what the index says.</summary>
    [Fact]
    public void Index_CodesThatARuleOfTheLibraryHad_AreRetired()
    {
        var retired = KnowledgeBase.RetiredCodes.ToDictionary(code => code.Code, StringComparer.Ordinal);
        retired.Should().HaveCount(23);
        foreach (var code in retired.Values)
        {
            var row = Index.Should().ContainSingle(row => row.Code == code.Code).Which;
            RuleCases.Book.Find(code.Code).Should().BeNull();
            code.ReplacedBy.Contains(row.Now.Split(' ')[1]).Should().BeTrue(
                $"{code.Code} is retired for {string.Join(", ", code.ReplacedBy)}, and in the index became {row.Now}.");
        }
    }

    [Fact]
    public void Book_EveryRule_IsInTheIndexOrNamedAsAdded()
    {
        var text = Repository.Read("docs", "finding-index.md");
        RuleCases.Book.Rules.Should().AllSatisfy(rule => text.Should().Contain(rule.Code));
    }
}
