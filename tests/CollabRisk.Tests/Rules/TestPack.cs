using CollabRisk.Evidence;
using CollabRisk.Rules;

namespace CollabRisk.Tests.Rules;

/// <summary>Small packs for tests: a chapter written on the spot, one source and a claim of each strength.</summary>
internal static class TestPack
{
    public static Source Source { get; } = new("test-source", "A source for tests", "Carries nothing.");

    public static IReadOnlyList<Claim> Claims { get; } =
    [
        .. Enum.GetValues<Confidence>().Select(strength => new Claim(
            $"T-{(int)strength + 1}", Source, "nowhere", $"A claim of strength {strength}.", Polarity.Risk, strength, "")),
    ];

    public static RulePack Of(Action<OpenChapter> write, string id = "test") => new()
    {
        Id = id,
        Version = "1.0.0",
        Title = "A pack for tests",
        Chapters = [new OpenChapter(write)],
        Claims = Claims,
    };

    public static RuleBook Book(Action<OpenChapter> write) => RuleBook.Build([Of(write)]);

    public static CollaborationEvaluator Evaluator(Action<OpenChapter> write) => new(Book(write));

    /// <summary>Has the tables of a book made, as they are once it is used enough.</summary>
    public static void MakeTables(RuleBook book)
    {
        // Each time that they are asked for counts as a use of the book. Another test may be making them, which takes it a while.
        SpinWait.SpinUntil(() => book.Tables is not null, TimeSpan.FromMinutes(1)).Should().BeTrue();
    }

    public static IReadOnlyList<RuleBookProblem> Problems(Action<OpenChapter> write)
    {
        RuleBook.TryBuild([Of(write)], null, out _, out var problems).Should().BeFalse("The book was built.");
        return problems;
    }
}

/// <summary>A chapter whose rules are written from outside.</summary>
internal sealed class OpenChapter(Action<OpenChapter> write, Level cap = Level.High) : Chapter
{
    public override string Heading => "A chapter for tests";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.OutsideThePaper;

    public override Level Cap => cap;

    /// <summary>A risk with everything it needs but a condition.</summary>
    public RuleBuilder ARisk(string code, Level level = Level.Moderate) => Whole(Risk(code, new LevelBasis(level, "a test says so")));

    public RuleBuilder AMismatch(string code, Level level = Level.Moderate) => Whole(Mismatch(code, new LevelBasis(level, "a test says so")));

    public RuleBuilder AStrength(string code) => Whole(Strength(code));

    public RuleBuilder AContext(string code) => Whole(Context(code));

    public RuleBuilder ADataGap(string code) => Whole(DataGap(code));

    /// <summary>A risk of which nothing is said yet.</summary>
    public RuleBuilder ABareRisk(string code) => Risk(code, LevelBasis.MainInfluence);

    public RuleBuilder Advise(Recommendation recommendation) => Recommend(recommendation).Titled("A title");

    protected override void Write() => write(this);

    private static RuleBuilder Whole(RuleBuilder builder) => builder.Titled("A title").Says("A message.").RestsOn("T-1");
}
