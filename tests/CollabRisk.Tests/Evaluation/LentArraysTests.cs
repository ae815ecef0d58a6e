using System.Collections;
using System.Reflection;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Evaluation;

/// <summary>
/// An assessment says the same whenever and wherever it is read, though the thread that made it evaluates others in the same arrays meanwhile.
/// </summary>
public class LentArraysTests
{
    private const int Seeds = 40;

    /// <summary>Some members say a hundred kilobytes.</summary>
    private const int SeedsOfEachMember = 8;

    /// <summary>What an evaluation costs of which the range is read and how much is known, in bytes: the objects without their arrays.</summary>
    private const int MostBytes = 1024;

    /// <summary>Everything that a host can read, one at a time: the one that is read first finds the arrays.</summary>
    public static TheoryData<string> Readings =>
        [.. typeof(Assessment).GetProperties().Select(property => property.Name), nameof(Assessment.ToText), nameof(Assessment.ToString), nameof(Assessment.Explain)];

    [Theory]
    [MemberData(nameof(Readings))]
    public void Read_AfterTheThreadEvaluatedAnother_IsTheSame(string reading)
    {
        var book = CollaborationEvaluator.Default.RuleBook;
        TestPack.MakeTables(book);
        for (var seed = 0; seed < SeedsOfEachMember; seed++)
        {
            var given = Of(seed);
            var expected = Read(new Assessment(Evaluator.Run(book, given)), reading);
            var read = new Assessment(book, given);
            _ = new Assessment(book, Of(seed + 1));
            Read(read, reading).Should().Be(expected, $"seed {seed}, after another");
            Read(new Assessment(book, given), reading).Should().Be(expected, $"seed {seed}, at once");
        }
    }

    public static TheoryData<string> Books => ["general", "all", "declared facts", "added words", "days and sums", "rules that fail", "overrides"];

    [Theory]
    [MemberData(nameof(Books))]
    public void ToJson_BeforeAndAfterTheThreadEvaluatedOthers_IsTheSame(string name)
    {
        var (book, make) = BookOf(name);
        TestPack.MakeTables(book);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (given, other) = (make(seed), make(seed + 1));
            var expected = new Assessment(Evaluator.Run(book, given)).ToJson();
            _ = new Assessment(book, other);
            var read = new Assessment(book, given);
            var late = new Assessment(book, given);
            _ = new Assessment(book, other);
            new Assessment(book, given).ToJson().Should().Be(expected, $"seed {seed}, at once, in arrays that another left");
            read.ToJson().Should().Be(expected, $"seed {seed}, after others");
            late.Next(other).ToJson().Should().Be(new Assessment(Evaluator.Run(book, other)).ToJson(), $"seed {seed}, in a step from what was lent");
        }
    }

    [Fact]
    public async Task ToJson_ReadByOtherThreadsWhileTheirsGoesOn_IsTheSame()
    {
        var evaluator = CollaborationEvaluator.Default;
        TestPack.MakeTables(evaluator.RuleBook);
        var expected = Enumerable.Range(0, Seeds).Select(seed => new Assessment(Evaluator.Run(evaluator.RuleBook, Of(seed))).ToJson()).ToList();
        var readers = new List<Task<(int Seed, string Json)>>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (number, assessment) = (seed, evaluator.Evaluate(Of(seed)));
            for (var reader = 0; reader < 3; reader++)
            {
                readers.Add(Task.Run(() => (number, assessment.ToJson())));
            }

            if (seed % 2 == 0)
            {
                // The thread that made it reads it as well, at about the same time.
                assessment.ToJson().Should().Be(expected[seed]);
            }
        }

        foreach (var (seed, json) in await Task.WhenAll(readers))
        {
            json.Should().Be(expected[seed]);
        }
    }

    [Fact]
    public void Evaluate_RangeAndHowMuchIsKnown_CostLessThanAKilobyte()
    {
        // Not by the evaluator, which tells more to those who listen to it, as other tests do meanwhile.
        var (book, given) = (CollaborationEvaluator.Default.RuleBook, EveryKindOfFinding.Collaboration with { Partners = null });
        TestPack.MakeTables(book);
        _ = new Assessment(book, given).KnownFacts;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Seeds; i++)
        {
            _ = new Assessment(book, given).KnownFacts;
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(Seeds * MostBytes);
    }

    [Fact]
    public void TryGive_LentToAnotherOrOnAnotherThread_DoesNot()
    {
        var (_, earlier) = ThreadArrays.Lend();
        var (arrays, loan) = ThreadArrays.Lend();
        arrays.TryGive(earlier).Should().BeFalse("they are lent to another");
        var isGiven = true;
        var elsewhere = new Thread(() => isGiven = arrays.AreLent(loan) || arrays.TryGive(loan));
        elsewhere.Start();
        elsewhere.Join();
        isGiven.Should().BeFalse();
        var bytes = arrays.Bytes(10);
        arrays.TryGive(loan).Should().BeTrue();
        arrays.Bytes(10).Should().NotBeSameAs(bytes, "they are another's now");
    }

    [Fact]
    public void Bytes_OfOtherLengths_AreNeitherTooShortNorFarTooLong()
    {
        var (arrays, _) = ThreadArrays.Lend();
        var large = arrays.Bytes(1_000);
        arrays.Bytes(500).Should().BeSameAs(large);
        arrays.Bytes(100).Should().HaveCount(100, "whoever takes it may keep it for long");
        arrays.Bytes(101).Should().HaveCount(101);
    }

    private static Collaboration Of(int seed) => Some.Collaboration(new Random(seed), seed % 5 / 4.0);

    private static (RuleBook Book, Func<int, Collaboration> Make) BookOf(string name) => name switch
    {
        "general" => (CollaborationEvaluator.Default.RuleBook, Of),
        "all" => (RuleBook.Build(KnowledgePacks.All), Of),
        "declared facts" => (RotaPack.Book, Of),
        "added words" => (HousingPack.Book, seed => HousingPack.Collaboration(new Random(seed), seed % 5 / 4.0)),
        "days and sums" => (ReviewPack.Book, seed => ReviewPack.Collaboration(new Random(seed), seed % 5 / 4.0)),
        "rules that fail" => (EveryKindOfFinding.Evaluator.RuleBook, Of),
        _ => (RuleBook.Build(KnowledgePacks.All, SomeOverrides.Of(new Random(1))), Of),
    };

    /// <summary>What a host reads, in words.</summary>
    private static string Read(Assessment assessment, string reading) => reading switch
    {
        nameof(Assessment.ToText) => assessment.ToText(),
        nameof(Assessment.ToString) => assessment.ToString(),
        nameof(Assessment.Explain) => string.Join('\n', assessment.RuleBook.Rules.Select(rule => assessment.Explain(rule.Code).ToText())),
        _ => InWords(typeof(Assessment).GetProperty(reading, BindingFlags.Public | BindingFlags.Instance)!.GetValue(assessment)),
    };

    private static string InWords(object? value) => value switch
    {
        IAnswer answer => answer.ToJson(),
        string text => text,
        IEnumerable sequence => string.Join('\n', sequence.Cast<object?>().Select(InWords)),
        _ => $"{value}",
    };
}
