using CollabRisk.Facts;
using CollabRisk.RulePacks.Testing;

namespace CollabRisk.RulePacks.Tests.Testing;

/// <summary>What somebody sees who runs the tests of a pack.</summary>
public class RulePackTestsTests
{
    private const string Moderated = """
        when:
          vision.exists: no
        lowered when:
          - when:
              communication.regular: yes
            because: they talk often
            claims: [TST-C1]
        """;

    private const string PerPartner = """
        for each: partner
        applies when:
          partner.role: NonLead
        when:
          partner.extensions.tst.desk: no
        """;

    [Fact]
    public void Run_EveryExpectationMet_Passes()
    {
        var pack = TestedPackText.Run("""
            - name: no vision
              facts: {vision.exists: no, communication.regular: no}
              raises: [{rule: TST-RISK, level: Moderate}]
            - name: no vision and much talk
              facts: {vision.exists: no, communication.regular: yes}
              raises: [{rule: TST-RISK, level: Low}, VISION-ABSENT]
            - name: a vision
              facts: {vision.exists: yes}
              clear: TST-RISK
            - name: nothing is known
              undetermined: [TST-RISK]
            """, Moderated);

        Assert.True(pack.HasPassed, string.Join('\n', pack.Tests.SelectMany(test => test.Mismatches)));
        Assert.Equal(["no vision", "no vision and much talk", "a vision", "nothing is known"], pack.Tests.Select(test => test.Name));
        Assert.Empty(pack.Gaps);
        Assert.Equal(pack.Possible, pack.Seen);
    }

    [Fact]
    public void Run_RaisedInsteadOfClear_SaysWhatDecided() => Assert.Equal(
        "TST-RISK should be clear, but is raised at Moderate (vision.exists is no; the level is Moderate).",
        TestedPackText.Mismatch("{name: t, facts: {vision.exists: no}, clear: [TST-RISK]}".AsItem()));

    [Fact]
    public void Run_ClearInsteadOfRaised_SaysWhatDecided() => Assert.Equal(
        "TST-RISK should be raised at High, but is clear (vision.exists is yes).",
        TestedPackText.Mismatch("{name: t, facts: {vision.exists: yes}, raises: [{rule: TST-RISK, level: High}]}".AsItem()));

    [Fact]
    public void Run_UndeterminedInsteadOfRaised_NamesWhatIsNotKnown() => Assert.Equal(
        "TST-RISK should be raised, but is undetermined (not known: vision.exists).",
        TestedPackText.Mismatch("{name: t, raises: [TST-RISK]}".AsItem()));

    [Fact]
    public void Run_UnknownIsNotFalse_ClearIsNotMet() => Assert.Equal(
        "TST-RISK should be clear, but is undetermined (not known: vision.exists).",
        TestedPackText.Mismatch("{name: t, facts: {vision.exists: unknown}, clear: [TST-RISK]}".AsItem()));

    [Fact]
    public void Run_AnotherLevel_SaysWhatMovedIt() => Assert.Equal(
        "TST-RISK should be raised at Moderate, but is raised at Low (vision.exists is no; the level is Moderate, one step lower because they talk often).",
        TestedPackText.Mismatch("{name: t, facts: {vision.exists: no, communication.regular: yes}, raises: [{rule: TST-RISK, level: Moderate}]}".AsItem(), Moderated));

    [Fact]
    public void Run_PartnerAsSubject_LooksAtThatPartner()
    {
        const string Test = """
            - name: two partners
              facts:
                partners:
                  - {name: A, role: Lead, extensions.tst.desk: no}
                  - {name: B, role: NonLead, extensions.tst.desk: no}
              raises: [{rule: TST-RISK, subject: EXPECTED}]
            """;
        Assert.True(TestedPackText.Run(Test.Replace("EXPECTED", "B", StringComparison.Ordinal), PerPartner).HasPassed);
        Assert.Equal(
            "TST-RISK for A should be raised, but does not apply (partners[A].role is lead).",
            TestedPackText.Mismatch(Test.Replace("EXPECTED", "A", StringComparison.Ordinal), PerPartner));
    }

    [Fact]
    public void Run_CaseAsSubject_LooksAtThatCase()
    {
        const string Test = """
            - name: one of several
              facts: {communication.reaches.suppliers: no, communication.reaches.staff: yes}
              raises: [{rule: STAKEHOLDER-COVERAGE, subject: suppliers}, STAKEHOLDER-COVERAGE]
              clear: [{rule: STAKEHOLDER-COVERAGE, subject: staff}]
              undetermined: [{rule: STAKEHOLDER-COVERAGE, subject: departments}]
            """;
        Assert.True(TestedPackText.Run(Test).HasPassed, RunText(Test));
    }

    [Fact]
    public void Run_NoTests_HasNotPassed()
    {
        var run = RulePackTests.Run(PackText.Load(PackText.WithRisk("when:\n  vision.exists: no")));
        Assert.False(run.HasPassed);
        Assert.EndsWith("FAILED: the pack has no tests; 0 of 3 condition values seen (0 %); 1 not tested.", run.ToText(), StringComparison.Ordinal);
        Assert.Contains("<failure message=\"The pack has no tests.\"", run.ToJUnit(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NoPacks_HasNotPassed() => Assert.False(RulePackTests.Run(new RulePackLoader().Load()).HasPassed);

    [Fact]
    public void Run_OnePackOfSeveral_RunsThatOne()
    {
        using var folder = new TemporaryFolder();
        var one = folder.Write("one.yaml", TestedPackText.With("- {name: t, undetermined: [TST-RISK]}"));
        var other = folder.Write("other.yaml", TestedPackText.With("- {name: t, undetermined: [OTH-RISK]}")
            .Replace("test.pack", "other.pack", StringComparison.Ordinal).Replace("TST", "OTH", StringComparison.Ordinal)
            .Replace("test-source", "other-source", StringComparison.Ordinal));
        var set = new RulePackLoader().Load(other, one);

        Assert.Equal(["other.pack", "test.pack"], RulePackTests.Run(set).Packs.Select(pack => pack.Id));
        Assert.Equal("test.pack", Assert.Single(RulePackTests.Run(set, "test.pack").Packs).Id);
        Assert.Contains("Did you mean 'test.pack'?", Assert.Throws<ArgumentException>(() => RulePackTests.Run(set, "test.pak")).Message, StringComparison.Ordinal);
        Assert.Equal(RulePackTests.Run(set).ToJson(), RulePackTests.Run(new RulePackLoader().Load(one, other)).ToJson());
    }

    [Fact]
    public void Run_SwitchedOffRule_DoesNotApply()
    {
        var text = TestedPackText.With("""
            - name: switched off
              facts: {vision.exists: no}
              raises: [VISION-ABSENT, TST-RISK]
            """) + """
            overrides:
              - {rule: VISION-ABSENT, reason: Asked elsewhere., author: A. Tester, switch off: yes}

            """;
        var mismatch = Assert.Single(Assert.Single(Assert.Single(RulePackTests.Run(PackText.Load(text)).Packs).Tests).Mismatches);
        Assert.Equal("VISION-ABSENT should be raised, but does not apply (switched off: Asked elsewhere. (A. Tester, pack test.pack)).", $"{mismatch}");
    }

    [Theory]
    [InlineData(2026)]
    [InlineData(2040)]
    public void Run_OverrideThatExpires_IsTestedOnTheDayOfThePack(int year)
    {
        var text = TestedPackText.With("- {name: t, facts: {vision.exists: no}, not applicable: [VISION-ABSENT]}") + """
            overrides:
              - {rule: VISION-ABSENT, reason: Asked elsewhere., author: A. Tester, expires: 2027-01-31, switch off: yes}

            """;
        var set = PackText.Load(text, new RulePackOptions { Time = new FixedTime(year) });
        Assert.Equal(year == 2026 ? 1 : 0, set.RuleBook.Overrides.Count);
        Assert.True(RulePackTests.Run(set).HasPassed);
    }

    [Fact]
    public void Run_SamplePack_PassesAndLeavesNothingUntested()
    {
        var run = RulePackTests.Run(new RulePackLoader().Load(Path.Combine(Repository.Root, "samples/packs/regional-control-room")));
        Assert.True(run.HasPassed && run.IsComplete, run.ToText());
        var pack = Assert.Single(run.Packs);
        Assert.True(pack.Seen == pack.Possible, run.ToText(all: true));
    }

    [Fact]
    public void Run_ExampleOfTheDocumentation_Passes()
    {
        using var folder = new TemporaryFolder();
        var sample = Path.Combine(Repository.Root, "samples/packs/regional-control-room");
        foreach (var file in Directory.EnumerateFiles(sample, "*.yaml", SearchOption.AllDirectories))
        {
            folder.Write(Path.GetRelativePath(sample, file), File.ReadAllText(file));
        }

        var page = Repository.Read("docs", "rule-pack-tests.md").Split("```");
        folder.Write("tests/documentation.yaml", page.Single(part => part.StartsWith("yaml\n", StringComparison.Ordinal))["yaml".Length..]);
        var run = RulePackTests.Run(new RulePackLoader().Load(folder.Path));
        Assert.Contains(run.Packs[0].Tests, test => test.Place.File.EndsWith("documentation.yaml", StringComparison.Ordinal));
        Assert.True(run.HasPassed, run.ToText());
    }

    private static string RunText(string tests) => RulePackTests.Run(PackText.Load(TestedPackText.With(tests))).ToText();

    private sealed class FixedTime(int year) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(year, 12, 1, 0, 0, 0, TimeSpan.Zero);
    }
}

internal static class TestText
{
    /// <summary>One test as a list of one.</summary>
    public static string AsItem(this string test) => "- " + test;
}
