using CollabRisk.Facts;
using CollabRisk.NRules.Session;

namespace CollabRisk.NRules.Tests;

/// <summary>The findings of an assessment, each found in one step however many there are.</summary>
public class FindingIndexTests
{
    [Fact]
    public void Of_OneAssessment_IsMadeOnceAndHasEveryFinding()
    {
        var assessment = CollaborationEvaluator.Default.Evaluate(new Collaboration
        {
            Vision = new() { Exists = false },
            Partners = [.. Enumerable.Range(1, 100).Select(i => new Partner { Name = $"P{i}", Role = i == 1 ? PartnerRole.Lead : PartnerRole.NonLead, StrategicEngagement = Engagement.Declining })],
        });
        var index = FindingIndex.Of(assessment);
        FindingIndex.Of(assessment).Should().BeSameAs(index);
        assessment.Findings.Count.Should().BeGreaterThan(200);
        index.Should().HaveCount(assessment.Findings.Count);
        assessment.Findings.Should().OnlyContain(finding => ReferenceEquals(index[new(finding.Rule, finding.CaseNumber, finding.PartnerRow)], finding));
    }
}
