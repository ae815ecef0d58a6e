using CollabRisk.RulePacks.Testing;

namespace CollabRisk.RulePacks.Tests.Testing;

/// <summary>Tests that are written for rules which lack them.</summary>
public class TestSkeletonTests
{
    public static TheoryData<string> Conditions =>
    [
        "when:\n  vision.exists: no",
        "when:\n  extensions.tst.grade: {below: High}",
        "when:\n  extensions.tst.ways: {has any: [Radio]}",
        "when:\n  extensions.tst.ways: {is exactly: []}",
        "when:\n  extensions.tst.seconds: {above: 60, at most: 70}",
        "when:\n  extensions.tst.began: {before: 2020-01-01}",
        "when:\n  extensions.tst.began: {older than: 2 years}",
        "when:\n  extensions.tst.began: {within: the next 6 months}",
        "when:\n  workload.staffAfter: {below: {fact: workload.staffBefore}}",
        "when:\n  raised: VISION-ABSENT\n  extensions.tst.shared: no",
        "when:\n  at least 2 of:\n    - vision.exists: no\n    - extensions.tst.shared: no\n    - communication.regular: no",
        "when:\n  not:\n    any:\n      - vision.exists: yes\n      - extensions.tst.shared: yes",
        "for each: partner\nwhen:\n  partner.extensions.tst.desk: no",
        "for each: partner\napplies when:\n  partner.role: NonLead\nwhen:\n  partner.extensions.tst.desk: no",
        "when:\n  some partner:\n    partner.extensions.tst.desk: no",
        "when:\n  every partner:\n    partner.extensions.tst.desk: no",
        "when:\n  at least 3 partners:\n    partner.extensions.tst.desk: no",
        "when:\n  most partners:\n    partner.extensions.tst.desk: no",
        "when:\n  sum over partners:\n    partner.benefitShare: {not: 100}",
        "when:\n  partners differ in: partner.sector",
        "for each: {facts: [vision.exists, communication.regular], is: no}",
        "cases:\n  - {subject: a, when: {vision.exists: no}}\n  - {subject: b, applies when: {isInformationSystem: yes}, when: {extensions.tst.shared: no}}",
        "applies when:\n  phase: {at least: GoLive}\nwhen:\n  vision.exists: no\nraised when:\n  - {when: {extensions.tst.shared: no}, because: so, claims: [TST-C1]}",
    ];

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Skeleton_OfARule_PassesAndLeavesNothingUntested(string clauses)
    {
        var text = TestedPackText.With("- {name: another, clear: VISION-ABSENT, facts: {vision.exists: yes}}", clauses);
        var set = PackText.Load(text);
        var gaps = RulePackTests.Run(set).Packs[0].Gaps;
        var skeleton = TestSkeleton.Of(set, set.Packs[0]);
        skeleton.Count.Should().Be(gaps.Sum(gap => gap.Missing.Count), skeleton.Text);

        // As its author would put it into a file of its own.
        using var disk = new PackOnDisk(("pack.yaml", text), ("tests.yaml", skeleton.Text));
        var run = RulePackTests.Run(new RulePackLoader().Load(disk.Folder));
        run.HasPassed.Should().BeTrue(run.ToText());
        run.IsComplete.Should().BeTrue(run.ToText());
    }

    [Fact]
    public void Skeleton_OfTestedRules_IsEmpty()
    {
        using var disk = PackOnDisk.Sample();
        var set = new RulePackLoader().Load(disk.Folder);
        TestSkeleton.Of(set, set.Packs[0]).IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void Skeleton_WhereNothingIsFound_SaysSo()
    {
        // That it would have to be raised and not raised at once only the meaning of the facts rules out.
        var set = PackText.Load(TestedPackText.With("- {name: another, clear: VISION-ABSENT, facts: {vision.exists: yes}}", "when:\n  all:\n    - vision.exists: no\n    - vision.exists: yes"));
        var skeleton = TestSkeleton.Of(set, set.Packs[0]);
        skeleton.IsEmpty.Should().BeFalse();
        skeleton.Text.Should().Contain("# TST-RISK: no facts were found on which it is raised. Write this test yourself.");
    }

    [Fact]
    public void Skeleton_Names_AreNew()
    {
        var set = PackText.Load(TestedPackText.With("- {name: TST-RISK is raised, clear: VISION-ABSENT, facts: {vision.exists: yes}}"));
        TestSkeleton.Of(set, set.Packs[0]).Text.Should().Contain("- name: TST-RISK is raised, 2\n").And.Contain("level: Moderate");
    }
}
