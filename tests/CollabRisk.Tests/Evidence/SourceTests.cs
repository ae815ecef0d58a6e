using CollabRisk.Evidence;
using CollabRisk.Rules;

namespace CollabRisk.Tests.Evidence;

/// <summary>What a source and a claim say of themselves, and in which form.</summary>
public class SourceTests
{
    private static readonly Source Plain = new("a-review", "A review", "One country.");

    [Fact]
    public void Whereabouts_WhatIsKnown_IsSaidInOneOrder()
    {
        Plain.Whereabouts().Should().BeEmpty();
        (Plain with { Date = "2005" }).Whereabouts().Should().Be(" 2005.");
        (Plain with { Publisher = "Audit Office", Date = "2005-10", Extract = "the summary.", Address = new Uri("https://example.org/review") }).Whereabouts()
            .Should().Be(" Audit Office, 2005-10. Read in extract: the summary. https://example.org/review");
    }

    [Theory]
    [InlineData("2005")]
    [InlineData("2005-12")]
    [InlineData("2004-02-29")]
    public void TryBuild_ADate_IsTaken(string date) => ProblemsOf(Plain with { Date = date }).Should().BeEmpty();

    [Theory]
    [InlineData("5")]
    [InlineData("2005-13")]
    [InlineData("2005-02-29")]
    [InlineData("October 2005")]
    [InlineData("2005\n")]
    public void TryBuild_NoDate_IsAProblem(string date) => ProblemsOf(Plain with { Date = date }).Should().ContainSingle().Which.Code.Should().Be("CRP516");

    [Theory]
    [InlineData("review.pdf")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    public void TryBuild_AnAddressThatIsNotOfTheWeb_IsAProblem(string address) =>
        ProblemsOf(Plain with { Address = new Uri(address, UriKind.RelativeOrAbsolute) }).Should().ContainSingle().Which.What.Should().Contain("which is not one of the web");

    [Fact]
    public void TryBuild_ALongQuotation_IsAProblem()
    {
        ProblemsOf(Plain, new string('a', 300)).Should().BeEmpty();
        ProblemsOf(Plain, new string('a', 301)).Should().ContainSingle().Which.What.Should().Contain("quotes 301 characters");
    }

    /// <summary>Strengths that are compared are in the order of the enumeration, and each has words of its own.</summary>
    [Fact]
    public void InWords_EveryStrength_IsItsOwn() =>
        Enum.GetValues<Confidence>().Select(strength => strength.InWords()).Should().Equal(
            "named case", "literature", "many cases", "survey", "criterion", "asserted", "asserted in an abstract alone", "implied");

    private static IReadOnlyList<RuleBookProblem> ProblemsOf(Source source, string? quotation = null)
    {
        RulePack pack = new()
        {
            Id = "test",
            Version = "1.0.0",
            Title = "A pack for tests",
            Chapters = [],
            Claims = [new("EX-1", source, "page 1", "It is so.", Polarity.Risk, Confidence.Survey, "") { Quotation = quotation }],
        };
        RuleBook.TryBuild([pack], null, out _, out var problems);
        return problems;
    }
}
