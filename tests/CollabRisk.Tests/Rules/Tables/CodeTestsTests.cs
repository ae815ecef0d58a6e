using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules.Tables;

namespace CollabRisk.Tests.Rules.Tables;

/// <summary>Tests of numbers, days and sets in tables say what the nodes of the tree say, at the edges too, which random facts hardly ever hit.</summary>
public class CodeTestsTests
{
    private static readonly Fact Number = FactRegistry.Default.Find("workload.staffAfter")!;
    private static readonly Fact Other = FactRegistry.Default.Find("workload.staffBefore")!;
    private static readonly Fact Set = FactRegistry.Default.Find("benefitsSought")!;

    private static readonly long[] Special = [Fact.Unknown, Fact.NotApplicable, Fact.NotApplicable + 1, long.MaxValue, 0];

    [Fact]
    public void Of_ANumber_IsWhatTheNodeSays()
    {
        var constants = new[] { -10_000L, 0, 1, 30_000, Fact.NotApplicable + 1, long.MaxValue };
        foreach (var (comparison, constant) in Enum.GetValues<Comparison>().SelectMany(_ => constants, (comparison, constant) => (comparison, constant)))
        {
            var node = new NumberTest(Number, comparison, constant);
            var test = CodeTests.Of(node)!.Value;
            foreach (var code in Special.Concat([constant, Math.Max(constant, Fact.NotApplicable + 2) - 1, Math.Min(constant, long.MaxValue - 1) + 1, Math.Max(-constant, Fact.NotApplicable + 1)]))
            {
                Assert.Equal((comparison, constant, code, node.Of(code)), (comparison, constant, code, TruthByte.ToTruth(test.Of(code))));
            }
        }
    }

    [Fact]
    public void Of_ASetAndItsOpposite_IsWhatTheNodeSays()
    {
        var asked = new ulong[] { 0, 1, 0b101, 1UL << 61 };
        foreach (var (question, words) in Enum.GetValues<SetQuestion>().SelectMany(_ => asked, (question, words) => (question, words)))
        {
            var node = new SetTest(Set, question, words);
            var (test, opposite) = (CodeTests.Of(node)!.Value, CodeTests.Of(new Not(node))!.Value);
            foreach (var code in new[] { Fact.Unknown, Fact.NotApplicable, 0, 1, 0b100, 0b101, 0b111, (long)words, (long)(words | 2), 1L << 61 })
            {
                Assert.Equal((question, words, code, node.Of(code)), (question, words, code, TruthByte.ToTruth(test.Of(code))));
                Assert.Equal((question, words, code, code == Fact.NotApplicable ? Truth.False : Kleene.Not(node.Of(code))), (question, words, code, TruthByte.ToTruth(opposite.Of(code))));
            }
        }
    }

    [Fact]
    public void Of_NotKnown_IsWhatTheNodeSays()
    {
        var test = CodeTests.Of(new UnknownTest(Number))!.Value;
        Special.Select(code => TruthByte.ToTruth(test.Of(code))).Should().Equal(Special.Select(UnknownTest.Of));
    }

    [Fact]
    public void Of_TwoNumbers_IsWhatTheNodeSays()
    {
        var codes = Special.Concat([-10_000, 1, 30_000]).ToList();
        foreach (var comparison in Enum.GetValues<Comparison>())
        {
            var node = new NumberPairTest(Number, comparison, Other);
            var test = CodeTests.Of(node);
            foreach (var (one, other) in codes.SelectMany(_ => codes, (one, other) => (one, other)))
            {
                Assert.Equal((comparison, one, other, node.Of(one, other)), (comparison, one, other, TruthByte.ToTruth(test.Of(one, other))));
            }
        }
    }
}
