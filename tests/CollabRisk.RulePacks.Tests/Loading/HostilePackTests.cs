using System.Text;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Testing;

namespace CollabRisk.RulePacks.Tests.Loading;

/// <summary>Packs that were made to do harm: to hang a host, to be taken for another pack's evidence, to write over a terminal, to read what is not theirs.</summary>
public class HostilePackTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Evaluate_ChainOf200Rules_OpensEachRuleOnce(bool bothWays)
    {
        var set = PackText.Load(Chain(200, i => bothWays ? $"any: [raised: TST-R{i - 1}, not: {{raised: TST-R{i - 1}}}]" : $"any: [raised: TST-R{i - 1}, all: [raised: TST-R{Math.Max(0, i - 2)}, vision.exists: no]]"));
        var assessment = new CollaborationEvaluator(set.RuleBook).Evaluate(new Collaboration());

        // Twice the work with each rule would not end before the sun does.
        assessment.OpenQuestions.Single(question => question.Fact.Path == "crossProfession").CouldSettle.Should().HaveCountGreaterThanOrEqualTo(200);
        assessment.ToJson().Should().Contain("TST-R199");
        RulePackChecks.Run(set).Should().NotBeNull();
    }

    [Fact]
    public void Load_ChainThatIsTooLong_CostsTooMuch()
    {
        var text = Chain(2_000, i => $"any: [raised: TST-R{i - 1}, vision.exists: no]");
        var problem = PackText.Problem(text);
        problem.Code.Should().Be("CRP909");
        problem.What.Should().MatchRegex("^finding out what is open costs [0-9]{7} tests of a fact, since rules build on one another in long chains; at most 2000000 are accepted. ");
    }

    [Theory]
    [InlineData("id: TST-C1", "id: TST‑C1", "CRP514", "the id of claim 'TST‑C1' has '‑' (U+2011), which ids do not have.")]
    [InlineData("id: test-source", "id: tеst-source", "CRP514", "the id of source 'tеst-source' has 'е' (U+0435), which ids do not have.")]
    [InlineData("id: test-source", "id: évaluatie-2025", "CRP514", "the id of source 'évaluatie-2025' has 'é' (U+00E9), which ids do not have.")]
    [InlineData("id: test-source", "id: test--source", "CRP514", "the id of source 'test--source' begins or ends with a sign that joins words, or has two of them in a row.")]
    [InlineData("id: test-source", "id: two_case-paper", "CRP515", "the source 'two_case-paper' looks like 'two-case-paper' of collabrisk.general. Give it another id.")]
    [InlineData("id: test-source", "id: Two-Case-Paper", "CRP515", "the source 'Two-Case-Paper' looks like 'two-case-paper' of collabrisk.general. Give it another id.")]
    public void Load_EvidenceThatLooksLikeAnothers_IsRefused(string own, string forged, string code, string what)
    {
        var text = PackText.WithRisk("when: {vision.compelling: no}").Replace(own, forged, StringComparison.Ordinal).Replace(own[4..], forged[4..], StringComparison.Ordinal);
        PackText.Problems(text).Should().Contain(problem => problem.Code == code && problem.What.StartsWith(what, StringComparison.Ordinal) && problem.Place != null);
    }

    [Theory]
    [InlineData("D3-l79", "claim", "D3-179")]
    [InlineData("D3-I79", "claim", "D3-179")]
    [InlineData("d3.179", "claim", "D3-179")]
    public void Load_ClaimThatLooksLikeAnothers_IsRefused(string id, string what, string like)
    {
        var text = PackText.WithRisk("when: {vision.compelling: no}").Replace("  prefix: TST\n", "", StringComparison.Ordinal).Replace("TST-C1", id, StringComparison.Ordinal);
        PackText.Problems(text).Should().Contain(problem => problem.Code == "CRP515" && problem.What == $"the {what} '{id}' looks like '{like}' of collabrisk.general. Give it another id.");
    }

    [Fact]
    public void Load_RuleThatLooksLikeAnothers_IsRefused()
    {
        var text = PackText.WithRisk("when: {vision.compelling: no}").Replace("  prefix: TST\n", "", StringComparison.Ordinal).Replace("TST-RISK", "V1S1ON-ABSENT", StringComparison.Ordinal);
        PackText.Problem(text).What.Should().Be("the rule 'V1S1ON-ABSENT' looks like 'VISION-ABSENT' of collabrisk.general. Give it another code.");
    }

    [Fact]
    public void Load_NameOfAFileWithALineOfItsOwn_StaysOneLine()
    {
        using var pack = new PackOnDisk(("pack.yaml", PackText.WithRisk("when: {vision.compelling: no}")));
        pack.Write("x.yaml(1,1): CRP000: all good\n\u001b[2K\u202e\u200b.yaml", "[");
        new RulePackLoader().TryLoad([pack.Folder], out _, out var problems).Should().BeFalse();
        problems[0].ToString().Should().StartWith($"{pack.Folder}/x.yaml(1,1): CRP000: all good\\u000A\\u001B[2K\\u202E\\u200B.yaml(");
        problems.Should().AllSatisfy(problem => problem.ToString().Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format).Should().BeFalse());
    }

    [Theory]
    [InlineData(".h/c.json")]
    [InlineData("a/../.h/c.json")]
    [InlineData(".c.json")]
    public void Tests_HiddenCaseFile_IsRefused(string name)
    {
        using var pack = new PackOnDisk(
            ("pack.yaml", PackText.WithRisk("when: {vision.compelling: no}") + $"tests:\n  - {{name: a, case file: {name}, raises: TST-RISK}}\n"),
            (".h/c.json", "{}"), (".c.json", "{}"), ("a/c.json", "{}"));
        RulePackTests.ProblemsOf(new RulePackLoader().Load(pack.Folder)).Should().ContainSingle().Which.Code.Should().Be("CRP105");
    }

    [Fact]
    public void Load_PrefixOfTheLibrary_IsToldToItsAuthorOnce()
    {
        var text = PackText.WithRisk("when: {vision.compelling: no}").Replace("prefix: TST", "prefix: TRUST", StringComparison.Ordinal).Replace("TST-", "TRUST-TST-", StringComparison.Ordinal);
        PackText.Problem(text).ToString().Should().MatchRegex(
            @"^pack\.yaml\(9,11\): CRP508: test\.pack: the prefix 'TRUST' takes what is collabrisk\.general's already: TRUST-ABSENT, TRUST-BELOW-THRESHOLD and \d+ others\. Give this pack another prefix\.$");
        PackText.Problems(text.Replace("TRUST", "D3", StringComparison.Ordinal)).Should().ContainSingle();
    }

    /// <summary>A pack of so many rules, each of which builds on those before it.</summary>
    private static string Chain(int length, Func<int, string> when)
    {
        var text = new StringBuilder(PackText.Head).Append("chapters:\n  - heading: Tests\n    area: Relations\n    rules:\n");
        for (var i = 0; i < length; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"      - code: TST-R{i}\n        kind: Context\n        title: A chain {i}\n        when: {{{(i == 0 ? "crossProfession: no" : when(i))}}}\n        says: Link {i}.\n        claims: [TST-C1]\n");
        }

        return text.ToString();
    }
}
