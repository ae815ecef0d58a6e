using CollabRisk.RulePacks.Testing;

namespace CollabRisk.RulePacks.Tests.Testing;

/// <summary>Packs with tests, as text.</summary>
internal static class TestedPackText
{
    /// <summary>Facts of every type that the pack declares itself.</summary>
    private const string Facts = """
        facts:
          - {name: shared, type: YesNo, meaning: it is shared, question: Is it shared?, better: yes}
          - {name: grade, type: Word, ordered: yes, words: [Low, Middle, High], meaning: the grade, question: Which grade is it?, better: higher}
          - {name: ways, type: Words, words: [Phone, Radio, Letter], meaning: the ways, question: Which ways are there?, neutral because: no way is better}
          - {name: seconds, type: Number, minimum: 0, maximum: 600, meaning: the seconds, question: How many seconds does it take?, better: lower}
          - {name: began, type: Date, meaning: the day on which it began, question: When did it begin?, neutral because: no day is better}
          - {name: desk, type: YesNo, per partner: yes, meaning: the partner has a desk, question: Has the partner a desk?, better: yes}

        """;

    /// <summary>A pack with one risk, on the vision unless clauses say otherwise, and tests.</summary>
    public static string With(string tests, string clauses = "when:\n  vision.exists: no") =>
        PackText.WithRisk(clauses) + Facts + "tests:\n" + PackText.Indented(tests, 2) + "\n";

    /// <summary>Runs the tests of a pack; mistakes in them fail the test.</summary>
    public static TestedPack Run(string tests, string clauses = "when:\n  vision.exists: no") =>
        RulePackTests.Run(PackText.Load(With(tests, clauses))).Packs.Should().ContainSingle().Which;

    /// <summary>The only mismatch of the only test of a pack, as a sentence.</summary>
    public static string Mismatch(string test, string clauses = "when:\n  vision.exists: no") =>
        $"{Run(test, clauses).Tests.Should().ContainSingle().Which.Mismatches.Should().ContainSingle().Which}";

    /// <summary>The mistakes in the tests of a pack, each as a line without the code of the pack.</summary>
    public static IReadOnlyList<string> Mistakes(string tests, string clauses = "when:\n  vision.exists: no")
    {
        var set = PackText.Load(With(tests, clauses));
        RulePackTests.TryRun(set, null, out var run, out var problems).Should().BeFalse();
        run.Should().BeNull();
        RulePackTests.ProblemsOf(set).Should().Equal(problems);
        Invoking(() => RulePackTests.Run(set)).Should().ThrowExactly<RulePackException>().Which.Problems.Should().Equal(problems);
        problems.Should().AllSatisfy(problem => (problem.Place is { Line: > 1, Column: > 1 }).Should().BeTrue($"{problem}"));
        return [.. problems.Select(problem => $"{problem.Code}: {problem.What}")];
    }
}
