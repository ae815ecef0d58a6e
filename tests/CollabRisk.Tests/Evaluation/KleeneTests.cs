using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.Tests.Evaluation;

/// <summary>The laws of Kleene's logic, over all values.</summary>
public class KleeneTests
{
    private static readonly Truth[] Values = [Truth.False, Truth.Unknown, Truth.True];

    [Fact]
    public void And_Table() => AssertTable(Kleene.And, "FFF FUU FUT");

    [Fact]
    public void Or_Table() => AssertTable(Kleene.Or, "FUT UUT TTT");

    [Fact]
    public void Not_Unknown_StaysUnknown()
    {
        Assert.Equal(Truth.True, Kleene.Not(Truth.False));
        Assert.Equal(Truth.Unknown, Kleene.Not(Truth.Unknown));
        Assert.Equal(Truth.False, Kleene.Not(Truth.True));
    }

    [Fact]
    public void AndOrNot_ObeyTheLaws()
    {
        foreach (var a in Values)
        {
            Assert.Equal(a, Kleene.Not(Kleene.Not(a)));
            foreach (var b in Values)
            {
                Assert.Equal(Kleene.And(a, b), Kleene.And(b, a));
                Assert.Equal(Kleene.Or(a, b), Kleene.Or(b, a));
                Assert.Equal(a, Kleene.And(a, Kleene.Or(a, b)));
                Assert.Equal(a, Kleene.Or(a, Kleene.And(a, b)));
                Assert.Equal(Kleene.Not(Kleene.And(a, b)), Kleene.Or(Kleene.Not(a), Kleene.Not(b)));
                foreach (var c in Values)
                {
                    Assert.Equal(Kleene.And(a, Kleene.And(b, c)), Kleene.And(Kleene.And(a, b), c));
                    Assert.Equal(Kleene.Or(a, Kleene.Or(b, c)), Kleene.Or(Kleene.Or(a, b), c));
                    Assert.Equal(Kleene.And(a, Kleene.Or(b, c)), Kleene.Or(Kleene.And(a, b), Kleene.And(a, c)));
                }
            }
        }
    }

    private static void AssertTable(Func<Truth, Truth, Truth> operation, string rows)
    {
        var table = string.Join(' ', Values.Select(a => string.Concat(Values.Select(b => operation(a, b).ToString()[0]))));
        Assert.Equal(rows, table);
    }
}
