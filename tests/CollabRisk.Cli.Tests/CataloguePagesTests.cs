using CollabRisk.Cli.Catalogue;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Tests;

namespace CollabRisk.Cli.Tests;

/// <summary>The pages in docs are what the code says now.</summary>
public class CataloguePagesTests
{
    private static readonly RuleBook Book = RuleBook.Build(KnowledgePacks.All);

    [Fact]
    public void Rules_AreUpToDate() => Approved.Equal("docs/rules.md", RulesPage.Of(KnowledgePacks.All, Book));

    [Fact]
    public void Facts_AreUpToDate() => Approved.Equal("docs/facts.md", FactsPage.Of(Book));

    [Fact]
    public void Knowledge_IsUpToDate() => Approved.Equal("docs/knowledge.md", KnowledgePage.Of(Book));

    [Fact]
    public void Pages_EveryClaimOfARule_CanBeReachedFromItsCode()
    {
        var knowledge = KnowledgePage.Of(Book);
        var rules = RulesPage.Of(KnowledgePacks.All, Book);
        foreach (var rule in Book.Rules)
        {
            Assert.Contains($"#### {rule.Code}\n", rules, StringComparison.Ordinal);
            Assert.All(rule.Claims, claim => Assert.Contains($"### {claim.Id}\n", knowledge, StringComparison.Ordinal));
        }
    }
}
