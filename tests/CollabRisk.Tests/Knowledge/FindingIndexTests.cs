using System.Globalization;
using CollabRisk.Evidence;
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

    /// <summary>What the sources say supports a collaboration is credited where it is known, or the index says why nothing credits it.</summary>
    [Fact]
    public void Claims_OfSuccess_AreCreditedByAStrengthOrSayWhyNot()
    {
        var credited = RuleCases.Book.Rules.Where(rule => rule.Kind == FindingKind.Strength).SelectMany(rule => rule.Claims).Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        var excused = Repository.Read("docs", "finding-index.md").Split('\n')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 4 && cells[1].StartsWith('D') && cells[2].Length > 0)
            .SelectMany(cells => IdsIn(cells[1])).ToHashSet(StringComparer.Ordinal);

        Sources.Claims.Where(claim => claim.Polarity == Polarity.Success).Select(claim => claim.Id).Except(credited, StringComparer.Ordinal)
            .Should().BeEquivalentTo(excused);
    }

    /// <summary>"D0-05, D4-105 to D4-107" in single ids.</summary>
    private static IEnumerable<string> IdsIn(string list) => list.Split(", ").SelectMany(each =>
    {
        var ends = each.Split(" to ");
        var numbers = ends.Select(id => int.Parse(id.Split('-')[1], CultureInfo.InvariantCulture)).ToArray();
        return Enumerable.Range(numbers[0], numbers[^1] - numbers[0] + 1).Select(number => $"{ends[0].Split('-')[0]}-{number:00}");
    });

    [Fact]
    public void Book_EveryRule_IsInTheIndexOrNamedAsAdded()
    {
        var text = Repository.Read("docs", "finding-index.md");
        RuleCases.Book.Rules.Should().AllSatisfy(rule => text.Should().Contain(rule.Code));
    }
}
