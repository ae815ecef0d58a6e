using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.Tests.Conditions;

public class ValueCandidatesTests
{
    private const int Trials = 500;

    /// <summary>A whole number, one with decimals between two limits, one without limits, and a day.</summary>
    public static TheoryData<string> Paths => ["partnerCount", "partners[].benefitShare", "outcome.totalCost", "asOf"];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Numbers_AnyTurns_HaveOneOfEveryClassThatTheyTellApart(string path)
    {
        var fact = FactRegistry.Default.Find(path)!;
        var (smallest, largest) = FactValues.CodeLimits(fact);
        var step = fact.Type == FactType.WholeNumber ? Fact.Encode(1) : 1;
        var random = new Random(11);
        for (var trial = 0; trial < Trials; trial++)
        {
            // Close to each other and to the limits, and of whole numbers between two of them.
            var near = random.Next(3) switch { 0 => smallest, 1 => largest, _ => Math.Clamp(Fact.Encode(60), smallest, largest) };
            var turns = Enumerable.Range(0, random.Next(4)).Select(_ => near + random.Next(-40_000, 40_000)).ToList();
            foreach (var candidates in (SortedSet<long>[])[ValueCandidates.PlainNumbers(fact, turns), ValueCandidates.Numbers(fact, turns)])
            {
                var classes = candidates.Select(Mark).ToHashSet(StringComparer.Ordinal);
                candidates.Should().OnlyContain(number => number >= smallest && number <= largest && number % step == 0, "the fact can have them");
                for (var i = 0; i < 20; i++)
                {
                    var value = Math.Clamp((near + random.Next(-50_000, 50_000)) / step * step, smallest, largest);
                    classes.Contains(Mark(value)).Should().BeTrue($"{path} {value} among {string.Join(", ", turns)}, with {string.Join(", ", candidates)}");
                }
            }

            string Mark(long value) => string.Join(' ', turns.Select(turn => value.CompareTo(turn)));
        }
    }

    [Theory]
    [InlineData("partners[].benefitShare", "60", "59 60 61")]
    [InlineData("partners[].benefitShare", "60 60.5", "59 60 60.25 60.5 61.5")]
    [InlineData("partners[].benefitShare", "0", "0 1")]
    [InlineData("partnerCount", "7.5", "6 7 8 9")]
    [InlineData("outcome.totalCost", "", "0")]
    public void PlainNumbers_OfTurns_AreThoseThatAPersonWouldGive(string path, string turns, string expected)
    {
        var numbers = ValueCandidates.PlainNumbers(FactRegistry.Default.Find(path)!, turns.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(turn => Fact.Encode(decimal.Parse(turn, System.Globalization.CultureInfo.InvariantCulture))));
        string.Join(' ', numbers.Select(FactRegistry.Default.Find(path)!.InWords)).Should().Be(expected);
    }
}
