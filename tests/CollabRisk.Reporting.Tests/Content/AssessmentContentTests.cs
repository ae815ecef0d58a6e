using CollabRisk.Reporting.Content;

namespace CollabRisk.Reporting.Tests.Content;

public class AssessmentContentTests
{
    /// <summary>What benchmarks/README.md says of the samples; a report must not become a search that a host has to wait for.</summary>
    private const int MostEvaluations = 50;

    public static TheoryData<string> Samples => [.. Cases.Samples];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Cards_OfASample_CostFewEvaluations(string name)
    {
        var content = new AssessmentContent(Cases.Of(name), searchesChanges: true);
        (content.Cards.Sum(card => card.Changes.Remedies!.Evaluations) + (content.WayDown?.Evaluations ?? 0)).Should().BeLessThan(MostEvaluations);
        var cheap = new AssessmentContent(Cases.Of(name), searchesChanges: false);
        cheap.Cards.Where(card => card.Changes.Remedies is not null).Should().BeEmpty();
        cheap.WayDown.Should().BeNull();
    }

    /// <summary>Each finding is in one card, a matter begins with its root, and cards are numbered as they are shown.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Cards_OfASample_AreThoseOfTheGroups(string name)
    {
        var assessment = Cases.Of(name);
        var content = new AssessmentContent(assessment, searchesChanges: false);
        content.Cards.SelectMany(card => card.Findings).Should().BeEquivalentTo(assessment.Findings.Where(finding => finding.Level is not null));
        content.Cards.Select(card => card.Number).Should().Equal(Enumerable.Range(1, content.Cards.Count));
        content.Cards.Where(card => card.Matter > card.Number || card.IsRoot != (card.Matter == card.Number)).Should().BeEmpty();
    }

    /// <summary>What is drawn is in the sources’ links: an arrow to what is found, or a dashed one to what could follow and is not known.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Links_OfASample_AreThoseOfTheRules(string name)
    {
        var content = new AssessmentContent(Cases.Of(name), searchesChanges: false);
        var links = content.Links;
        foreach (var (from, to) in links.Edges)
        {
            var leads = content.Assessment.RuleBook.Find(from.Code)!.LeadsTo.Contains(to.Code) || content.Assessment.Findings.Any(finding => finding.Code == to.Code && finding.BuildsOn.Contains(from.Code));
            Assert.True(leads, $"{from.Code} -> {to.Code}");
            Assert.Equal(to.Kind is null, content.Assessment.Outcomes[to.Code].Outcome == Outcome.Undetermined);
        }

        links.Tree().Select(line => line.Node).Should().BeEquivalentTo(links.Nodes, options => options.ComparingByValue<LinkNode>()).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Questions_AboutManyPartners_AreAskedOnceForAllOfThem()
    {
        var content = new AssessmentContent(Cases.Of("many-partners"), searchesChanges: false);
        content.Questions.Should().HaveCountLessThan(300);
        content.Questions.Sum(question => Math.Max(1, question.Partners.Count)).Should().Be(content.Assessment.OpenQuestions.Count);
        content.Questions.First(question => question.Partners.Count == 300).Text.ToString().Should().StartWith("Each of Service 1, Service 2, Service 3, Service 4 and 296 more: ");
    }
}
