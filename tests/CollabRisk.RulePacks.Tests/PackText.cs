using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Tests;

/// <summary>Packs as text, for tests: a good one, and ways to make parts of it.</summary>
internal static class PackText
{
    /// <summary>The manifest and the evidence that every pack of the tests has.</summary>
    public const string Head = """
        pack:
          id: test.pack
          version: 1.0.0
          title: A pack of the tests
          licence: MIT
          authors: [A. Tester]
          date: 2026-11-22
          engine: '>=0.1.0 <1.0.0'
          prefix: TST
        sources:
          - id: test-source
            title: A source of the tests
            weight: None, it is a test.
        claims:
          - id: TST-C1
            source: test-source
            place: page 1
            says: It is so.
            about: Risk
            strength: NamedCase

        """;

    /// <summary>A pack with one risk that has the clauses.</summary>
    /// <param name="clauses">The clauses, one on each line, next to code, kind, title, level, message and claims.</param>
    public static string WithRisk(string clauses) => Head + $$"""
        chapters:
          - heading: Tests
            area: Relations
            rules:
              - code: TST-RISK
                kind: Risk
                title: A risk
                level: {is: Moderate, because: the test says so}
                says: It is so.
                claims: [TST-C1]
        {{Indented(clauses, 8)}}

        """;

    /// <summary>Loads a pack of one file; problems fail the test.</summary>
    public static RulePackSet Load(string text, RulePackOptions? options = null) =>
        new RulePackLoader(options).TryRead("pack.yaml", text, out var set, out var problems) ? set : throw new InvalidOperationException(string.Join('\n', problems));

    /// <summary>The problems of a pack of one file.</summary>
    public static IReadOnlyList<RuleBookProblem> Problems(string text, RulePackOptions? options = null)
    {
        new RulePackLoader(options).TryRead("pack.yaml", text, out var set, out var problems).Should().BeFalse();
        set.Should().BeNull();
        problems.Should().NotBeEmpty();
        return problems;
    }

    /// <summary>The one problem of a pack of one file.</summary>
    public static RuleBookProblem Problem(string text, RulePackOptions? options = null) => Problems(text, options).Should().ContainSingle().Which;

    public static string Indented(string text, int by) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? line : new string(' ', by) + line));
}
