using CollabRisk.Cli.Catalogue;
using CollabRisk.Facts;
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
            rules.Should().Contain($"#### {rule.Code}\n");
            rule.Claims.Should().AllSatisfy(claim => knowledge.Should().Contain($"### {claim.Id}\n"));
        }
    }

    [Fact]
    public void Rules_NotStable_ShowTheirStatus()
    {
        var pack = new RulePack { Id = "test", Version = "1.0.0", Title = "Test", Chapters = [new Trial()], Claims = KnowledgePacks.General.Claims };
        var page = RulesPage.Of([pack], RuleBook.Build([pack]));
        page.Should().Contain("- **Status**: Experimental\n");
        page.Should().Contain("- **Status**: Deprecated: use NEW instead\n");
        RulesPage.Of(KnowledgePacks.All, Book).Should().NotContain("Status");
    }

    private sealed class Trial : Chapter
    {
        public override string Heading => "Trial";

        public override Area Area => Area.Relations;

        public override Tier Tier => Tier.OutsideThePaper;

        protected override void Write()
        {
            var claim = KnowledgePacks.General.Claims[0].Id;
            Context("NEW").Titled("New").When(c => c.Vision.Exists == false).Says("New.").RestsOn(claim).Experimental();
            Context("OLD").Titled("Old").When(c => c.Vision.Exists == false).Says("Old.").RestsOn(claim).Deprecated("use NEW instead");
        }
    }
}
