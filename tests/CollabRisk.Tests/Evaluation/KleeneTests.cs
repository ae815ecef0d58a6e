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
        Kleene.Not(Truth.False).Should().Be(Truth.True);
        Kleene.Not(Truth.Unknown).Should().Be(Truth.Unknown);
        Kleene.Not(Truth.True).Should().Be(Truth.False);
    }

    [Fact]
    public void AndOrNot_ObeyTheLaws()
    {
        foreach (var a in Values)
        {
            Kleene.Not(Kleene.Not(a)).Should().Be(a);
            foreach (var b in Values)
            {
                Kleene.And(b, a).Should().Be(Kleene.And(a, b));
                Kleene.Or(b, a).Should().Be(Kleene.Or(a, b));
                Kleene.And(a, Kleene.Or(a, b)).Should().Be(a);
                Kleene.Or(a, Kleene.And(a, b)).Should().Be(a);
                Kleene.Or(Kleene.Not(a), Kleene.Not(b)).Should().Be(Kleene.Not(Kleene.And(a, b)));
                foreach (var c in Values)
                {
                    Kleene.And(Kleene.And(a, b), c).Should().Be(Kleene.And(a, Kleene.And(b, c)));
                    Kleene.Or(Kleene.Or(a, b), c).Should().Be(Kleene.Or(a, Kleene.Or(b, c)));
                    Kleene.Or(Kleene.And(a, b), Kleene.And(a, c)).Should().Be(Kleene.And(a, Kleene.Or(b, c)));
                }
            }
        }
    }

    private static void AssertTable(Func<Truth, Truth, Truth> operation, string rows)
    {
        var table = string.Join(' ', Values.Select(a => string.Concat(Values.Select(b => operation(a, b).ToString()[0]))));
        table.Should().Be(rows);
    }
}
