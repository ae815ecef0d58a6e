using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Tests.Checks;

/// <summary>Packs of a few rules for the static checks, without the general knowledge.</summary>
internal static class CheckedText
{
    /// <summary>Left out of <see cref="Warnings"/>: most of these small packs ask for any values, whichever are better.</summary>
    public const string WorseLooksBetter = "CRP624";

    public static RulePackOptions Alone { get; } = new() { BasePacks = [] };

    /// <summary>A rule with all it needs but its condition.</summary>
    /// <param name="code">What follows the prefix of the pack.</param>
    /// <param name="clauses">Its other clauses, one on each line.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="level">The level, where it has one.</param>
    public static string Rule(string code, string clauses, FindingKind kind = FindingKind.Risk, Level level = Level.Moderate) => $$"""
        - code: TST-{{code}}
          kind: {{kind}}
          title: A rule
          says: It is so, says {{code}}.
          claims: [TST-C1]
        {{PackText.Indented(clauses + (kind is FindingKind.Risk or FindingKind.Mismatch ? $"\nlevel: {{is: {level}, because: the test says so}}" : ""), 2)}}
        """;

    /// <summary>A pack with the rules.</summary>
    public static string Pack(params string[] rules) => $$"""
        {{PackText.Head}}
        chapters:
          - heading: Tests
            area: Relations
            rules:
        {{PackText.Indented(string.Join('\n', rules), 6)}}

        """;

    /// <summary>The warnings about a pack of one file.</summary>
    public static IReadOnlyList<RuleBookProblem> Warnings(string text, RulePackOptions? options = null)
    {
        var report = RulePackChecks.Run(PackText.Load(text, options ?? Alone));
        report.NotDecided.Should().BeEmpty();
        return [.. report.Warnings.Where(warning => warning.Code != WorseLooksBetter)];
    }

    /// <summary>That one warning is given about a pack, and none about another that nearly is like it.</summary>
    public static RuleBookProblem OnlyOf(string code, string pack, string nearly, RulePackOptions? options = null)
    {
        Warnings(nearly, options).Should().BeEmpty();
        var warning = Warnings(pack, options).Should().ContainSingle().Which;
        warning.Code.Should().Be(code);
        return warning;
    }
}
