using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Testing;

namespace CollabRisk.RulePacks.Tests.Testing;

/// <summary>What someone sees who runs the tests of a pack.</summary>
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

        pack.HasPassed.Should().BeTrue(string.Join('\n', pack.Tests.SelectMany(test => test.Mismatches)));
        pack.Tests.Select(test => test.Name).Should().Equal("no vision", "no vision and much talk", "a vision", "nothing is known");
        pack.Gaps.Should().BeEmpty();
        pack.Seen.Should().Be(pack.Possible);
    }

    [Fact]
    public void Run_RaisedInsteadOfClear_SaysWhatDecided() => TestedPackText.Mismatch("{name: t, facts: {vision.exists: no}, clear: [TST-RISK]}".AsItem()).Should().Be(
        "TST-RISK should be clear, but is raised at Moderate (vision.exists is no; the level is Moderate).");

    [Fact]
    public void Run_ClearInsteadOfRaised_SaysWhatDecided() => TestedPackText.Mismatch("{name: t, facts: {vision.exists: yes}, raises: [{rule: TST-RISK, level: High}]}".AsItem()).Should().Be(
        "TST-RISK should be raised at High, but is clear (vision.exists is yes).");

    [Fact]
    public void Run_UndeterminedInsteadOfRaised_NamesWhatIsNotKnown() => TestedPackText.Mismatch("{name: t, raises: [TST-RISK]}".AsItem()).Should().Be(
        "TST-RISK should be raised, but is undetermined (not known: vision.exists).");

    [Fact]
    public void Run_UnknownIsNotFalse_ClearIsNotMet() => TestedPackText.Mismatch("{name: t, facts: {vision.exists: unknown}, clear: [TST-RISK]}".AsItem()).Should().Be(
        "TST-RISK should be clear, but is undetermined (not known: vision.exists).");

    [Fact]
    public void Run_AnotherLevel_SaysWhatMovedIt() => TestedPackText.Mismatch("{name: t, facts: {vision.exists: no, communication.regular: yes}, raises: [{rule: TST-RISK, level: Moderate}]}".AsItem(), Moderated).Should().Be(
        "TST-RISK should be raised at Moderate, but is raised at Low (vision.exists is no; the level is Moderate, one step lower because they talk often).");

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
        TestedPackText.Run(Test.Replace("EXPECTED", "B", StringComparison.Ordinal), PerPartner).HasPassed.Should().BeTrue();
        TestedPackText.Mismatch(Test.Replace("EXPECTED", "A", StringComparison.Ordinal), PerPartner).Should().Be(
            "TST-RISK for A should be raised, but does not apply (partners[A].role is lead).");
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
        TestedPackText.Run(Test).HasPassed.Should().BeTrue(RunText(Test));
    }

    [Fact]
    public void Run_NoTests_HasNotPassed()
    {
        var run = RulePackTests.Run(PackText.Load(PackText.WithRisk("when:\n  vision.exists: no")));
        run.HasPassed.Should().BeFalse();
        run.ToText().Should().EndWith("FAILED: the pack has no tests; 0 of 3 condition values seen (0 %); 1 not tested.");
        run.ToJUnit().Should().Contain("<failure message=\"The pack has no tests.\"");
    }

    [Fact]
    public void Run_NoPacks_HasNotPassed() => RulePackTests.Run(new RulePackLoader().Load()).HasPassed.Should().BeFalse();

    [Fact]
    public void Run_OnePackOfSeveral_RunsThatOne()
    {
        using var folder = new TemporaryFolder();
        var one = folder.Write("one.yaml", TestedPackText.With("- {name: t, undetermined: [TST-RISK]}"));
        var other = folder.Write("other.yaml", TestedPackText.With("- {name: t, undetermined: [OTH-RISK]}")
            .Replace("test.pack", "other.pack", StringComparison.Ordinal).Replace("TST", "OTH", StringComparison.Ordinal)
            .Replace("test-source", "other-source", StringComparison.Ordinal));
        var set = new RulePackLoader().Load(other, one);

        RulePackTests.Run(set).Packs.Select(pack => pack.Id).Should().Equal("other.pack", "test.pack");
        RulePackTests.Run(set, "test.pack").Packs.Should().ContainSingle().Which.Id.Should().Be("test.pack");
        Invoking(() => RulePackTests.Run(set, "test.pak")).Should().ThrowExactly<ArgumentException>().WithMessage("*Did you mean 'test.pack'?*");
        RulePackTests.Run(new RulePackLoader().Load(one, other)).ToJson().Should().Be(RulePackTests.Run(set).ToJson());
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
        var mismatch = RulePackTests.Run(PackText.Load(text)).Packs.Should().ContainSingle().Which.Tests.Should().ContainSingle().Which.Mismatches
            .Should().ContainSingle().Which;
        $"{mismatch}".Should().Be("VISION-ABSENT should be raised, but does not apply (switched off: Asked elsewhere. (A. Tester, pack test.pack)).");
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
        set.RuleBook.Overrides.Should().HaveCount(year == 2026 ? 1 : 0);
        RulePackTests.Run(set).HasPassed.Should().BeTrue();
    }

    [Fact]
    public void Run_SamplePack_PassesAndLeavesNothingUntested()
    {
        var run = RulePackTests.Run(new RulePackLoader().Load(Path.Combine(Repository.Root, "samples/packs/regional-control-room")));
        (run.HasPassed && run.IsComplete).Should().BeTrue(run.ToText());
        var pack = run.Packs.Should().ContainSingle().Which;
        pack.Seen.Should().Be(pack.Possible, run.ToText(all: true));
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
        foreach (var (number, example) in page.Where(part => part.StartsWith("yaml\n", StringComparison.Ordinal)).Index())
        {
            folder.Write(string.Create(CultureInfo.InvariantCulture, $"tests/documentation{number}.yaml"), example["yaml".Length..]);
        }

        var run = RulePackTests.Run(new RulePackLoader().Load(folder.Path));
        run.Packs[0].Tests.Where(test => test.Place.File.Contains("documentation", StringComparison.Ordinal)).Should().HaveCount(6);
        run.HasPassed.Should().BeTrue(run.ToText());
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
