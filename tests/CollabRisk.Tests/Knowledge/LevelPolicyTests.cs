using System.Reflection;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk.Tests.Knowledge;

/// <summary>Levels and confidence follow docs/levels.md: one policy, for every rule.</summary>
public class LevelPolicyTests
{
    private static readonly string[][] Table =
    [
        .. Repository.Read("docs", "levels.md").Split('\n')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length is 4 or 5 or 6 && cells[1] is not ("Basis" or "Rule" or "Confidence" or "---")),
    ];

    private static readonly Dictionary<string, LevelBasis> Bases = typeof(LevelBasis).GetProperties(BindingFlags.Static | BindingFlags.Public)
        .Where(property => property.PropertyType == typeof(LevelBasis))
        .ToDictionary(property => property.Name, property => (LevelBasis)property.GetValue(null)!, StringComparer.Ordinal);

    [Fact]
    public void Policy_EveryBasis_IsInTheTableWithItsLevelAndConfidence() => Table.Where(cells => cells.Length == 6).Select(cells => $"{cells[1]} {cells[2]} {cells[3]}").Order(StringComparer.Ordinal).Should().Equal(
        Bases.Select(basis => $"{basis.Key} {basis.Value.Level} {basis.Value.BestConfidence}").Order(StringComparer.Ordinal));

    [Fact]
    public void Policy_EveryConfidence_IsInTheTableInItsOrder() => Table.Where(cells => cells.Length == 4).Select(cells => cells[1]).Should().Equal(
        Enum.GetNames<Confidence>());

    [Fact]
    public void Rules_EveryCase_HasABasisOfThePolicy() => RuleCases.Book.Rules
        .SelectMany(rule => rule.Cases, (rule, each) => (rule, each))
        .Where(pair => pair.each.Level is { } level && !Bases.ContainsValue(level))
        .Select(pair => $"{pair.rule.Code} {pair.each.Subject}: {pair.each.Level}")
        .Should().BeEmpty();

    [Fact]
    public void Rules_High_AreThoseOfThePolicyWithTheirBasis() => RuleCases.Book.Rules.Where(rule => rule.Level?.Level == Level.High)
        .Select(rule => $"{rule.Code} {Bases.Single(basis => basis.Value == rule.Level).Key}").Order(StringComparer.Ordinal).Should().Equal(
        Table.Where(cells => cells.Length == 5).Select(cells => $"{cells[1]} {cells[2]}"));

    /// <summary>What is not the source's own word is said to be ours, and never looks better supported than that.</summary>
    [Fact]
    public void Rules_DerivedStep_SaySoAndAreImplied() => RuleCases.Book.Rules.SelectMany(rule => rule.Cases, (rule, each) => (rule, each)).Where(pair => pair.each.Level == LevelBasis.DerivedStep).Should().AllSatisfy(
        pair =>
        {
            pair.each.Confidence.Should().Be(Confidence.Implied);
            pair.each.Caveats.Any(caveat => caveat.Contains("derived", StringComparison.Ordinal) || caveat.Contains("analogy", StringComparison.Ordinal)).Should().BeTrue(
                $"{pair.rule.Code} is a derived step, but no caveat says so.");
        });

    [Fact]
    public void Claims_OfAnAbstract_AreUnargued() => KnowledgeBase.Claims.Where(claim => claim.Source == Sources.BlueLightAbstract)
        .Should().AllSatisfy(claim => claim.Strength.Should().Be(Confidence.Unargued));

    [Fact]
    public void Claims_OfLiterature_NameIt() => KnowledgeBase.Claims.Where(claim => claim.Strength == Confidence.Literature).Should().AllSatisfy(
        claim => claim.Basis.Should().NotContainEquivalentOf("uncited"));
}
