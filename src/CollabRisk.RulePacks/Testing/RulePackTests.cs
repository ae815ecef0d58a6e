using System.Diagnostics.CodeAnalysis;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Testing;

/// <summary>Runs the tests that rule packs bring along.</summary>
/// <remarks>
/// <para>
/// A pack's tests run on the rules of the whole set, with the overrides of packs as of the date in the pack's own manifest: the day
/// on which someone runs them makes no difference, nor do the host's own overrides. Only a pack's own tests count for its rules.
/// </para>
/// <para>The same set gives the same result, byte for byte. Thread-safe.</para>
/// </remarks>
public static class RulePackTests
{
    /// <summary>Runs tests.</summary>
    /// <param name="set">The packs.</param>
    /// <param name="packId">The id of the one pack whose tests are run; <see langword="null"/> for all.</param>
    /// <returns>What came of the tests, pack by pack. A pack without tests has not passed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The set has no pack with the id.</exception>
    /// <exception cref="RulePackException">Tests have mistakes, so that the pack is not valid; the exception has them all.</exception>
    public static RulePackTestRun Run(RulePackSet set, string? packId = null) =>
        TryRun(set, packId, out var run, out var problems) ? run : throw new RulePackException(problems);

    /// <summary>Runs tests, with mistakes in them as a value.</summary>
    /// <param name="set">The packs.</param>
    /// <param name="packId">The id of the one pack whose tests are run; <see langword="null"/> for all.</param>
    /// <param name="run">What came of the tests, if they have no mistakes; they may still have failed.</param>
    /// <param name="problems">
    /// Every mistake, by place: facts, values, case files and codes of rules that are not there. A mistake is not a failed
    /// test; the pack is not valid. Empty if there is none.
    /// </param>
    /// <returns>Whether the tests were run: all of them, or none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The set has no pack with the id.</exception>
    public static bool TryRun(RulePackSet set, string? packId, [NotNullWhen(true)] out RulePackTestRun? run, out IReadOnlyList<RuleBookProblem> problems)
    {
        var prepared = Prepare(set, packId, out problems);
        run = problems.Count > 0 ? null : new RulePackTestRun([.. prepared.Select(Run)]);
        return run is not null;
    }

    /// <summary>Finds the mistakes in tests without running them.</summary>
    /// <param name="set">The packs.</param>
    /// <param name="packId">The id of the one pack whose tests are looked at; <see langword="null"/> for all.</param>
    /// <returns>Every mistake, by place; empty if there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The set has no pack with the id.</exception>
    public static IReadOnlyList<RuleBookProblem> ProblemsOf(RulePackSet set, string? packId = null)
    {
        Prepare(set, packId, out var problems);
        return problems;
    }

    /// <summary>Runs the tests of packs that are about to be used, and says what speaks against using them.</summary>
    /// <param name="set">The packs.</param>
    /// <returns>Every mistake in a test, or else everything that came out otherwise than a test expects; empty where all is as expected.
    /// That a pack has no tests does not speak against it here.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<RuleBookProblem> FailuresOf(RulePackSet set) =>
        !TryRun(set, packId: null, out var run, out var problems) ? problems :
        [
            .. from pack in run.Packs
               from test in pack.Tests
               from failure in test.Failures
               select new RuleBookProblem(TestProblemKinds.Failed.Code, pack.Id, $"the test '{test.Name}' fails: {failure.What}") { Place = failure.Place },
        ];

    /// <summary>The tests of one pack with what came of each, to be told as examples; null where there are mistakes in them.</summary>
    internal static IReadOnlyList<(PreparedTest Test, TestResult Result)>? ExamplesOf(RulePackSet set, string packId, out IReadOnlyList<RuleBookProblem> problems)
    {
        var prepared = Prepare(set, packId, out problems);
        return problems.Count > 0 ? null : [.. prepared.SelectMany(pack => pack.Tests.Zip(Run(pack).Tests))];
    }

    private static List<(LoadedRulePack Pack, RuleBook Book, IReadOnlyList<PreparedTest> Tests)> Prepare(
        RulePackSet set, string? packId, out IReadOnlyList<RuleBookProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(set);
        var packs = set.Packs.Where(pack => packId is null || pack.Manifest.Id == packId).ToList();
        if (packs.Count == 0 && packId is not null)
        {
            throw new ArgumentException($"The set has no pack '{packId}'.{DidYouMean.Sentence(packId, set.Packs.Select(pack => pack.Manifest.Id))}", nameof(packId));
        }

        var found = new List<RuleBookProblem>();
        var prepared = new List<(LoadedRulePack, RuleBook, IReadOnlyList<PreparedTest>)>();
        foreach (var pack in packs)
        {
            var book = BookFor(pack, set);
            var ofPack = new PackProblems(pack.Manifest.Id, set.Options.Limits.Problems);
            var facts = new TestFactReader(book, pack.Folder, ofPack);
            prepared.Add((pack, book, [.. pack.Tests.Select(test => PreparedTest.Of(test, book, facts, ofPack)).OfType<PreparedTest>()]));
            found.AddRange(ofPack.All);
        }

        // Several tests may begin with one case file, whose problems are told once.
        problems = [.. found.ByPlace().ThenBy(problem => problem.What, StringComparer.Ordinal)];
        return prepared;
    }

    /// <summary>
    /// The rule book of the packs alone, on the day of the pack: what a host changes about rules is not a mistake of the packs, and
    /// overrides that have expired since were meant when the tests were written.
    /// </summary>
    internal static RuleBook BookFor(LoadedRulePack pack, RulePackSet set)
    {
        var book = set.RuleBook;
        if (set.Options.Overrides.Count == 0 && book.ExpiredOverrides.Count == 0 && book.Overrides.All(change => change.Expires is null))
        {
            return book;
        }

        // On that day overrides may have stood against each other of which only one holds today. Then today's book is the one there is.
        return RuleBook.TryBuild([.. set.Options.BasePacks, .. set.Packs.Select(each => each.Pack)], overrides: null, pack.Manifest.Date, out var then, out _) ? then : book;
    }

    private static TestedPack Run((LoadedRulePack Pack, RuleBook Book, IReadOnlyList<PreparedTest> Tests) prepared)
    {
        var (pack, book, tests) = prepared;
        var possible = new PossibleTruths(book);
        var coverage = new CoverageCounter(PackCondition.Of(book, pack.Manifest.Id), possible);
        var gaps = new TestGapFinder(book, pack.Manifest.Id, possible);
        var results = new List<TestResult>();
        foreach (var test in tests)
        {
            // Not by an evaluator, which would tell telemetry of it: no one asked about these collaborations.
            var assessment = new Assessment(book, test.Collaboration);
            coverage.Count(assessment.State);
            gaps.Note(test, assessment.State);
            var checker = new TestChecker(assessment);
            results.Add(new TestResult(test.Written, [.. test.Expectations.Select(checker.Check).OfType<TestMismatch>()], [.. checker.Others(test)]));
        }

        return new TestedPack(pack.Manifest, results, gaps.ToList(), coverage.ToList());
    }
}
