using CollabRisk.RulePacks.Format;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Testing;

/// <summary>What came of the tests of some packs.</summary>
/// <remarks>No report has a time in it: the same packs give the same bytes. Lines end in LF. Immutable and thread-safe.</remarks>
public sealed class RulePackTestRun
{
    internal RulePackTestRun(IReadOnlyList<TestedPack> packs) => Packs = packs;

    /// <summary>The packs, by id.</summary>
    public IReadOnlyList<TestedPack> Packs { get; }

    /// <summary>Whether there are packs, each has tests, and every test passed. Gaps and coverage do not count here.</summary>
    public bool HasPassed => Packs.Count > 0 && Packs.All(pack => pack.HasPassed);

    /// <summary>Whether nothing is left untested: no pack has gaps.</summary>
    public bool IsComplete => Packs.All(pack => pack.Gaps.Count == 0);

    /// <summary>Writes the run for people: what failed and why, what is not tested, and the coverage.</summary>
    /// <param name="all">Whether to list the tests that passed as well, and the coverage of every rule with the values that no test has seen.</param>
    public string ToText(bool all = false) => TextReport.Write(this, all);

    /// <summary>Writes the run as JSON, as <c>schemas/rule-pack-tests.schema.json</c> describes it.</summary>
    /// <param name="indented">Whether to write it over many lines.</param>
    public string ToJson(bool indented = true) => JsonReport.Write(this, indented);

    /// <summary>Writes the run as JUnit XML, which build servers read: a suite for each pack, a test case for each test.</summary>
    /// <remarks>A pack without tests has one test case that fails, so that no build server takes it for a success. Gaps are in the suite's output.</remarks>
    public string ToJUnit() => JUnitReport.Write(this);

    /// <summary>Writes the coverage as LCOV, which editors and build servers show next to the files of the packs.</summary>
    /// <remarks>
    /// Each node of a condition is a block of branches at its line: 0 for true, 1 for false, 2 for unknown. A branch that the
    /// form of the condition rules out is left out. A line counts how often the node on it that was asked most often was asked.
    /// </remarks>
    public string ToLcov() => LcovReport.Write(this);

    /// <summary>The same as <see cref="ToText"/> in short.</summary>
    public override string ToString() => ToText();
}

/// <summary>What came of the tests of one pack.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class TestedPack
{
    internal TestedPack(RulePackManifest manifest, IReadOnlyList<TestResult> tests, IReadOnlyList<TestGap> gaps, IReadOnlyList<RuleCoverage> coverage)
    {
        Id = manifest.Id;
        Version = manifest.Version;
        Tests = tests;
        Gaps = gaps;
        Coverage = coverage;
    }

    /// <summary>The id of the pack.</summary>
    public string Id { get; }

    /// <summary>Its semantic version.</summary>
    public string Version { get; }

    /// <summary>The tests, in the order of the files; empty where the pack has none, which is not success.</summary>
    public IReadOnlyList<TestResult> Tests { get; }

    /// <summary>What no test of the pack tests, by place.</summary>
    public IReadOnlyList<TestGap> Gaps { get; }

    /// <summary>Which values the tests have seen of the conditions, rule by rule in the order of the files; rules of others that the pack overrides come last.</summary>
    public IReadOnlyList<RuleCoverage> Coverage { get; }

    /// <summary>Whether there are tests and every one passed.</summary>
    public bool HasPassed => Tests.Count > 0 && Tests.All(test => test.HasPassed);

    /// <summary>How many of the possible values of all conditions were seen.</summary>
    public int Seen => Coverage.Sum(rule => rule.Seen);

    /// <summary>How many values all conditions can have.</summary>
    public int Possible => Coverage.Sum(rule => rule.Possible);
}

/// <summary>What came of one test.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class TestResult
{
    internal TestResult(WrittenTest test, IReadOnlyList<TestMismatch> mismatches, IReadOnlyList<TestDifference> differences)
    {
        Differences = differences;
        Name = test.Name;
        Place = test.Place;
        Mismatches = mismatches;
    }

    /// <summary>What the test shows.</summary>
    public string Name { get; }

    /// <summary>Where it was written.</summary>
    public TextPlace Place { get; }

    /// <summary>The rules, and cases of rules, that ended otherwise than expected, in the order of the test; empty where none did.</summary>
    public IReadOnlyList<TestMismatch> Mismatches { get; }

    /// <summary>What else came out otherwise than expected: the overall range, what is asked, the group or the words of a finding; empty where nothing did.</summary>
    public IReadOnlyList<TestDifference> Differences { get; }

    /// <summary>Whether everything came out as expected.</summary>
    public bool HasPassed => Mismatches.Count == 0 && Differences.Count == 0;

    /// <summary>Everything that came out otherwise, each as a sentence.</summary>
    internal IEnumerable<TestDifference> Failures => Mismatches.Select(mismatch => new TestDifference(mismatch.Place, $"{mismatch}")).Concat(Differences);
}

/// <summary>Something other than how a rule ended that came out otherwise than a test expects.</summary>
/// <param name="Place">Where the test says what it expects.</param>
/// <param name="What">What was expected, and how it came out, as a sentence.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TestDifference(TextPlace Place, string What)
{
    /// <summary>The sentence.</summary>
    public override string ToString() => What;
}

/// <summary>A rule, or a case of one, that ended otherwise than a test expects.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class TestMismatch
{
    internal TestMismatch(ExpectedOutcome expected, Outcome outcome, LevelRange? level, IReadOnlyList<string> why)
    {
        Place = expected.Place;
        Code = expected.Rule;
        Subject = expected.Subject;
        ExpectedOutcome = expected.Outcome;
        ExpectedLevel = expected.Level;
        Outcome = outcome;
        Level = level;
        Why = why;
    }

    /// <summary>Where the test says what it expects.</summary>
    public TextPlace Place { get; }

    /// <summary>The code of the rule.</summary>
    public string Code { get; }

    /// <summary>The subject of the case, or the name of the partner; <see langword="null"/> for the rule as a whole.</summary>
    public string? Subject { get; }

    /// <summary>The outcome that the test expects.</summary>
    public Outcome ExpectedOutcome { get; }

    /// <summary>The level that the test expects; <see langword="null"/> where any will do.</summary>
    public Level? ExpectedLevel { get; }

    /// <summary>How it ended. What is switched off does not apply.</summary>
    public Outcome Outcome { get; }

    /// <summary>The level of the finding, the highest where there are several; <see langword="null"/> unless a risk or a mismatch was raised.</summary>
    public LevelRange? Level { get; }

    /// <summary>Why it ended so, as clauses: what decided, or which facts are not known.</summary>
    public IReadOnlyList<string> Why { get; }

    /// <summary>What was expected, how it ended, and why, as a sentence.</summary>
    public override string ToString() =>
        $"{Code}{(Subject is null ? "" : $" for {Subject}")} should {Sentences.ToBe(ExpectedOutcome, ExpectedLevel)}, but {Sentences.Is(Outcome, Level)}{(Why.Count == 0 ? "" : $" ({string.Join("; ", Why)})")}.";
}

/// <summary>Something about a pack that none of its tests tests.</summary>
/// <param name="Place">Where it was written; <see langword="null"/> where that is not known.</param>
/// <param name="Where">The code of the rule, with the subject where an override is about one case.</param>
/// <param name="Missing">The outcomes of the rule that no test expects; empty for an override. An outcome that the rule can never have is not missing.</param>
/// <param name="What">What is missing, and for an override what to do.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TestGap(TextPlace? Place, string Where, IReadOnlyList<Outcome> Missing, string What)
{
    /// <summary>The gap as a line.</summary>
    public override string ToString() => Place is null ? $"{Where}: {What}" : $"{Place}: {Where}: {What}";
}
