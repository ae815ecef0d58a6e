using CollabRisk.Facts;

namespace CollabRisk.Tests.Facts;

/// <summary>Every fact says which of its values are better, or why none is.</summary>
public class FactDirectionTests
{
    [Fact]
    public void Facts_EachHasADirectionOrAReasonToHaveNone() => FactRegistry.Default.Facts.Where(fact => (fact.Direction == FactDirection.Neutral) != (fact.NeutralBecause is { Length: > 0 }))
        .Should().BeEmpty();

    [Fact]
    public void Facts_HaveOnlyDirectionsThatTheirValuesCanHave() => FactRegistry.Default.Facts.Where(fact => fact.Direction switch
    {
        FactDirection.Yes or FactDirection.No => fact.Type != FactType.YesNo,
        FactDirection.Higher or FactDirection.Lower => fact is { Type: FactType.Word, IsOrdered: false } or { Type: not (FactType.Word or FactType.Number or FactType.WholeNumber) },
        _ => false,
    })
        .Should().BeEmpty();

    [Fact]
    public void Facts_ThatRecordTheOutcome_AreNeutral() =>
        FactRegistry.Default.Facts.Where(fact => fact.IsOutcome).Should().AllSatisfy(fact => fact.Direction.Should().Be(FactDirection.Neutral));

    [Theory]
    [InlineData("vision.exists", FactDirection.Yes)]
    [InlineData("workload.overload", FactDirection.No)]
    [InlineData("trust.trend", FactDirection.Higher)]
    [InlineData("partners[].strategicEngagement", FactDirection.Higher)]
    [InlineData("partners[].role", FactDirection.Neutral)]
    [InlineData("culture.differences", FactDirection.Neutral)]
    public void Direction_IsThatOfTheModel(string path, FactDirection direction) =>
        FactRegistry.Default.Find(path)!.Direction.Should().Be(direction);
}
