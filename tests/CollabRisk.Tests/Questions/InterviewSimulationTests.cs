using System.Globalization;
using System.Text;
using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.Tests.Knowledge;

namespace CollabRisk.Tests.Questions;

/// <summary>
/// Interviews with simulated people who answer honestly what they know and skip the rest: people who know what a case file says, people
/// who know a random part of a random collaboration, and people who go on from a case file. The figures are those of docs/questions.md.
/// </summary>
public class InterviewSimulationTests(ITestOutputHelper output)
{
    private static readonly CollaborationEvaluator Evaluator = CollaborationEvaluator.Default;

    private static readonly Lazy<IReadOnlyList<(string Group, Run Full, Run Short)>> Runs = new(() =>
        [.. People().AsParallel().AsOrdered().Select(person => (person.Group, Run.Of(person.Start, person.Truth, InterviewForm.Full), Run.Of(person.Start, person.Truth, InterviewForm.Short)))]);

    [Fact]
    public void Full_HonestPeople_AlwaysReachTheRangeAndTheWorstFindings()
    {
        var missed = Runs.Value.Where(run => !run.Full.ReachesRange || !run.Full.ReachesWorst).Select(run => $"{run.Group}: {run.Full}");
        missed.Should().BeEmpty();
    }

    [Fact]
    public void Short_HonestPeople_ReachTheRangeAndTheWorstFindingsInNineOfTen()
    {
        var reached = Runs.Value.Count(run => run.Short.ReachesRange && run.Short.ReachesWorst);
        output.WriteLine(string.Join('\n', Runs.Value.Where(run => !run.Short.ReachesRange || !run.Short.ReachesWorst).Select(run => $"{run.Group}: {run.Short}")));
        ((double)reached / Runs.Value.Count).Should().BeGreaterThanOrEqualTo(0.9);
    }

    [Fact]
    public void Short_HonestPeople_DecidesFourInFiveOfTheRulesAtModerateOrHigh()
    {
        ShortForm.Of(Evaluator.RuleBook).Questions.Should().HaveCountLessThanOrEqualTo(ShortForm.MostQuestions);
        ((double)Runs.Value.Sum(run => run.Short.Decided) / Runs.Value.Sum(run => run.Short.CouldDecide)).Should().BeGreaterThanOrEqualTo(0.8);
    }

    [Fact]
    public void Figures_AreThoseOfTheDocumentation()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "questions.md")).ReplaceLineEndings("\n");
        const string Begin = "<!-- figures: made by InterviewSimulationTests -->\n";
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf("<!-- end of figures -->", StringComparison.Ordinal));
        Approved.Equal("docs/questions.md", page[..from] + Figures() + page[to..]);
    }

    private static string Figures()
    {
        var form = ShortForm.Of(Evaluator.RuleBook);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The short form has {form.Questions.Count} questions with {form.Lines} lines: {string.Join("; ", form.Questions.Select(question => $"{question.Heading.TrimEnd('?')} ({string.Join(", ", question.Facts.Select(fact => $"`{fact.Path}`"))})"))}.\n\n");
        text.Append("| Who is asked | People | Questions of the full form | It reaches range and worst findings | Lines of the short form | It reaches range and worst findings | Rules at Moderate or High decided, of those that all the person knows decides |\n");
        text.Append("| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var group in Runs.Value.GroupBy(run => run.Group).Append(Runs.Value.GroupBy(_ => "all").Single()))
        {
            var runs = group.ToList();
            text.Append(CultureInfo.InvariantCulture, $"| {group.Key} | {runs.Count} | {runs.Average(run => run.Full.Asked):0} | {Share(runs.Count(run => run.Full.ReachesRange && run.Full.ReachesWorst), runs.Count)} ");
            text.Append(CultureInfo.InvariantCulture, $"| {runs.Average(run => run.Short.Asked):0} | {Share(runs.Count(run => run.Short.ReachesRange && run.Short.ReachesWorst), runs.Count)} | {Share(runs.Sum(run => run.Short.Decided), runs.Sum(run => run.Short.CouldDecide))} |\n");
        }

        return text.ToString();
    }

    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0} %");

    private static IEnumerable<(string Group, Collaboration Start, Collaboration Truth)> People()
    {
        foreach (var name in CaseFiles.Names)
        {
            yield return ("know what a case file says; from an empty file", new Collaboration(), CaseFiles.Read(name));
        }

        var random = new Random(31415926);
        foreach (var name in CaseFiles.Names)
        {
            var file = CaseFiles.Read(name);
            yield return ("know a random half of what a case file leaves open; from that file", file, HiddenTruth.Completed(file, random, knownShare: 0.5));
        }

        foreach (var share in new[] { 0.2, 0.5, 0.8, 1 })
        {
            for (var i = 0; i < 4; i++)
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"know {100 * share:0} % of a random collaboration; from an empty file"), new Collaboration(), HiddenTruth.Random(random, share));
            }
        }
    }

    /// <summary>An interview to its end, against what is found with everything that the person knows.</summary>
    private sealed record Run(int Asked, bool ReachesRange, bool ReachesWorst, int Decided, int CouldDecide, string Detail)
    {
        public static Run Of(Collaboration start, Collaboration truth, InterviewForm form)
        {
            var interview = Interview.Start(Evaluator, start, form).Continue();
            while (interview.Next is not null)
            {
                interview = interview.Answered(truth);
            }

            var all = Evaluator.Evaluate(truth);
            var rules = Evaluator.RuleBook.Rules.Where(rule => rule.HasLevel && rule.Highest >= Level.Moderate && all.Outcomes[rule.Code].Outcome != Outcome.Undetermined).ToList();
            return new(
                interview.Asked,
                interview.Assessment.Overall == all.Overall,
                Worst(all).IsSubsetOf(Raised(interview.Assessment)),
                rules.Count(rule => interview.Assessment.Outcomes[rule.Code].Outcome != Outcome.Undetermined),
                rules.Count,
                $"{truth.Name}: {interview.Assessment.Overall} instead of {all.Overall}; missed {string.Join(", ", Worst(all).Except(Raised(interview.Assessment)))}");
        }

        private static HashSet<(string Code, string? Subject)> Raised(Assessment assessment) => [.. assessment.Findings.Select(finding => (finding.Code, finding.Subject))];

        /// <summary>The findings that make the range begin where it does, unless that is below what the short form is for.</summary>
        private static HashSet<(string Code, string? Subject)> Worst(Assessment assessment) =>
            [.. assessment.Findings.Where(finding => finding.Level is { AtLeast: >= Level.Moderate } level && level.AtLeast == assessment.Overall.AtLeast).Select(finding => (finding.Code, finding.Subject))];
    }
}
