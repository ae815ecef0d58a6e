using CollabRisk.RulePacks.Testing;

namespace CollabRisk.RulePacks.Tests.Testing;

/// <summary>Tests that are rows of a table.</summary>
public class TableTests
{
    private const string Slow = "when:\n  extensions.tst.seconds: {above: 60}\nlowered when:\n  - {when: {extensions.tst.shared: yes}, because: it is shared, claims: [TST-C1]}";

    [Fact]
    public void Run_RowsOfATable_AreTestsWithNamesOfTheirOwn()
    {
        var pack = Run("""
            - name: how long it takes
              facts: {extensions.tst.shared: no}
              columns: [extensions.tst.seconds, extensions.tst.shared, TST-RISK]
              rows:
                - [60, ~, clear]
                - [61, no, Moderate]
                - [61, yes, Low]
                - [61, unknown, raised]
                - [unknown, yes, undetermined]
                - [does not apply, yes, not applicable]
            """);
        pack.Tests.Select(test => test.Name).Should().Equal(
            "nothing", "how long it takes: 60, ~", "how long it takes: 61, no", "how long it takes: 61, yes", "how long it takes: 61, unknown", "how long it takes: unknown, yes",
            "how long it takes: does not apply, yes");
        pack.Tests.Where(test => !test.HasPassed).SelectMany(test => test.Mismatches).Should().BeEmpty();
        pack.Gaps.Should().BeEmpty();
    }

    [Fact]
    public void Run_RowThatFails_PointsToItsCell()
    {
        var mismatch = Run("- {name: t, columns: [extensions.tst.seconds, TST-RISK], rows: [[61, clear], [60, clear]]}").Tests.SelectMany(test => test.Mismatches).Should().ContainSingle().Which;
        $"{mismatch}".Should().Be("TST-RISK should be clear, but is raised at Low to Moderate (extensions.tst.seconds is 61; the level is Moderate).");
        Text("- {name: t, columns: [extensions.tst.seconds, TST-RISK], rows: [[61, clear], [60, clear]]}").Split('\n')[mismatch.Place.Line - 1][(mismatch.Place.Column - 1)..].Should().StartWith("clear], [60");
    }

    [Theory]
    [InlineData("{name: t, columns: [extensions.tst.seconds, TST-RISK], rows: [[61]]}", "the row has 1 cell, and the table 2 columns. Write '~' where a cell says nothing.")]
    [InlineData("{name: t, columns: [extensions.tst.seconds, TST-RISK], rows: [61]}", "a row is a list of cells in square brackets, in the order of 'columns'; found '61'.")]
    [InlineData("{name: t, columns: [extensions.tst.seconds, TST-RISK], rows: all}", "'rows' is a list of rows, each a list of cells in square brackets; found 'all'.")]
    [InlineData("{name: t, columns: [extensions.tst.seconds], rows: [[61]]}", "the table expects nothing: no column is the code of a rule, 'overall' or 'asks'. Add one.")]
    [InlineData("{name: t, columns: [extensions.tst.seconds, TST-RISK, TST-RISK], rows: [[61, raised, raised]]}", "two columns are 'TST-RISK'. Keep one.")]
    [InlineData("{name: t, columns: [extensions.tst.seconds, TST-RISK], rows: [[61, ~]]}", "the row expects nothing. Say what a rule or the overall range comes to, or what is asked; or leave the row out.")]
    [InlineData("{name: t, columns: [extensions.tst.seconds, TST-RISK], rows: [[61, rised]]}", "'rised' is not what TST-RISK can come to. Write raised, clear, undetermined, not applicable, Low, Moderate or High, what is raised in curly brackets, or '~' for nothing. Did you mean 'raised'?")]
    [InlineData("{name: t, columns: [extensions.tst.seconds, TST-RISK], rows: [[61, {lvl: High}]]}", "a raised rule in a cell has no key 'lvl'.")]
    [InlineData("{name: t, columns: [extensions.tst.seconds, overall], rows: [[61, Hihg]]}", "'Hihg' is not an overall range. Write None, Low, Moderate or High, or its ends in curly brackets, or '~' for nothing. Did you mean 'High'?")]
    [InlineData("{name: t, columns: [extensions.tst.seconds, overall], rows: [[61, '~']]}", "is not an overall range.")]
    [InlineData("{name: t, columns: [extensions.tst.seconds, asks], rows: [[61, []]]}", "the row expects nothing.")]
    [InlineData("{name: t, columns: [extensions.tst.seconds, overall], rows: [[61, {}]]}", "the range has no end.")]
    [InlineData("{name: t, columns: [extensions.tst.seconds, asks], rows: [[61, {a: b}]]}", "'asks' has the path of a fact, or several in square brackets; found")]
    [InlineData("{name: t, columns: [extensions.tst.seconds, TST-RISK], rows: [[61, raised], [61, clear]]}", "the pack has a test 't: 61' already, at ")]
    public void Read_Mistake_SaysWhatToWrite(string table, string what) =>
        PackText.Problems(Text($"- {table}")).Should().Contain(problem => problem.What.Contains(what, StringComparison.Ordinal));

    [Fact]
    public void Run_CellsOfWhatElseATestExpects_AreHeldToAsInATest()
    {
        const string Table = """
            - name: t
              columns: [extensions.tst.seconds, extensions.tst.shared, TST-RISK, overall, asks]
              rows:
                - [60, no, clear, {at least: None}, ~]
                - [61, no, {level: Moderate, says: It}, {at least: Moderate}, [vision.exists]]
                - [unknown, yes, ~, {at most: High}, extensions.tst.seconds]
                - [61, yes, {level: High}, ~, ~]
                - [61, unknown, {says: nothing of the kind}, High, extensions.tst.seconds]
            """;
        var tests = Run(Table).Tests;
        tests.Where(test => !test.HasPassed).Select(test => test.Name).Should().Equal("t: 61, yes", "t: 61, unknown");
        tests.SelectMany(test => test.Mismatches.Select(mismatch => $"{mismatch}").Concat(test.Differences.Select(difference => difference.What))).Should().SatisfyRespectively(
            level => level.Should().StartWith("TST-RISK should be raised at High, but is raised at Low"),
            overall => overall.Should().StartWith("overall should be at least High and at most High, but is at least Low"),
            asks => asks.Should().Be("extensions.tst.seconds should be asked for, but is not (it is known)."),
            says => says.Should().Be("TST-RISK should say 'nothing of the kind', but says 'It is so.'."));
    }

    [Fact]
    public void Run_ColumnThatIsNoFact_IsToldOnceAtTheColumn()
    {
        RulePackTests.TryRun(PackText.Load(Text("- {name: t, columns: [extensions.tst.second, TST-RISK], rows: [[61, raised], [60, clear]]}")), null, out _, out var problems).Should().BeFalse();
        problems.Should().ContainSingle().Which.What.Should().Contain("Did you mean 'extensions.tst.seconds'?");
    }

    private static string Text(string tables) => TestedPackText.With("- {name: nothing, undetermined: TST-RISK}", Slow) + "table tests:\n" + PackText.Indented(tables, 2) + "\n";

    private static TestedPack Run(string tables) => RulePackTests.Run(PackText.Load(Text(tables))).Packs.Should().ContainSingle().Which;
}
