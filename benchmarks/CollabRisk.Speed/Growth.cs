using System.Globalization;
using System.Reflection;
using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk.Speed;

/// <summary>How the cost grows with the rules and with the partners: the general pack one, ten and a hundred times in one book, and a hundred and a thousand partners.</summary>
internal static class Growth
{
    private const int Rounds = 7;
    /// <summary>A book with more copies is not written as straight-line C#: compiling it takes minutes.</summary>
    private const int LargestReference = 10;

    private static readonly int[] Copies = [1, 10, 100];

    public static void Print(TextWriter output)
    {
        var inputs = Inputs.All[0].Of;
        var books = Copies.Select(copies => (Copies: copies, Evaluator: new CollaborationEvaluator(Copied(copies)))).ToList();
        output.WriteLine("| rules | Evaluate, raised cases with levels, ns | KB | to straight-line C# | to a tenth of the rules |");
        output.WriteLine("| ---: | ---: | ---: | ---: | ---: |");
        for (var i = 0; i < books.Count; i++)
        {
            var (copies, evaluator) = books[i];

            // In pairs: a larger book would drive what the smaller one needs out of the caches.
            var limit = copies > LargestReference ? null : Measurement.SideBySide([Evaluating(evaluator, Inputs.Count / copies), Straight(evaluator.RuleBook, copies)], inputs, Rounds);
            var growth = i == 0 ? null : Measurement.SideBySide([Evaluating(evaluator, Inputs.Count / copies), Evaluating(books[i - 1].Evaluator, 10 * Inputs.Count / copies)], inputs, Rounds);
            output.WriteLine(Row(evaluator.RuleBook.Rules.Count, (limit ?? growth)![0], $"{Ratio(limit)} | {Ratio(growth)}"));
        }

        output.WriteLine();
        output.WriteLine("| partners | Evaluate, raised cases with levels, ns | KB | to a tenth of the partners |");
        output.WriteLine("| ---: | ---: | ---: | ---: |");
        var (few, many) = (WithPartners(100), WithPartners(1_000));
        var partners = Measurement.SideBySide([Evaluating(books[0].Evaluator, 8) with { Own = many }, Evaluating(books[0].Evaluator, 64) with { Own = few }], few, Rounds);
        output.WriteLine(Row(100, partners[1], ""));
        output.WriteLine(Row(1_000, partners[0], Ratio(partners)));

        static string Row(int size, Times times, string ratios) =>
            string.Create(CultureInfo.InvariantCulture, $"| {size:N0} | {times.Nanoseconds:N0} | {times.Bytes / 1024.0:0.0} | {ratios} |");

        static string Ratio(IReadOnlyList<Times>? pair) => pair?[0].Over(pair[1]).ToString("0.00", CultureInfo.InvariantCulture) ?? "";

        static Collaboration[] WithPartners(int count) => [.. Enumerable.Range(0, 64).Select(seed => Inputs.Random(new Random(seed), 0.75, count))];
    }

    private static Engine Evaluating(CollaborationEvaluator evaluator, int inputs)
    {
        List<(Rule Rule, int Number, int Row, LevelRange Levels)> raised = [];
        return new("Evaluate", inputs, collaboration =>
        {
            raised.Clear();
            evaluator.Evaluate(collaboration).StateForNow.AddRaised(raised);
        });
    }

    private static Engine Straight(RuleBook book, int copies)
    {
        var reference = new Reference(book);
        var found = new RaisedCases(book.Rules.Count, book.Rules.Sum(rule => rule.Cases.Length) * 10);
        return new("straight-line C#, two-valued", Inputs.Count / copies, collaboration => reference.Two(collaboration, found));
    }

    /// <summary>The general pack several times in one book. What a copy says of other rules, it says of those of the first.</summary>
    private static RuleBook Copied(int copies)
    {
        var general = KnowledgePacks.General;
        return RuleBook.Build([new RulePack
        {
            Id = general.Id,
            Version = general.Version,
            Title = general.Title,
            Claims = general.Claims,
            Chapters = [.. general.Chapters, .. Enumerable.Range(1, copies - 1).SelectMany(copy => general.Chapters.Select(chapter => new CopiedChapter(chapter, copy)))],
        }]);
    }

    private sealed class CopiedChapter(Chapter chapter, int copy) : Chapter
    {
        private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;
        private static readonly FieldInfo Code = typeof(RuleDefinition).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .First(field => field.FieldType == typeof(string) && field.Name.Contains("Code", StringComparison.Ordinal));

        public override string Heading => string.Create(CultureInfo.InvariantCulture, $"{chapter.Heading}, {copy}");

        public override Area Area => chapter.Area;

        public override Tier Tier => chapter.Tier;

        public override Level Cap => chapter.Cap;

        internal override IReadOnlyList<RuleDefinition> Definitions() => [.. chapter.Definitions().Where(rule => rule.Kind != FindingKind.Recommendation).Select(Renamed)];

        protected override void Write()
        {
            // The rules were written in the chapter that this is a copy of.
        }

        private RuleDefinition Renamed(RuleDefinition rule)
        {
            var renamed = (RuleDefinition)Clone.Invoke(rule, null)!;
            Code.SetValue(renamed, string.Create(CultureInfo.InvariantCulture, $"{rule.Code}-{copy}"));
            return renamed;
        }
    }
}
