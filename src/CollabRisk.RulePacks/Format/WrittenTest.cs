using CollabRisk.RulePacks.Yaml;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Format;

/// <summary>A test as its author wrote it. Its facts are read when the test is run, when every fact that packs declare is known.</summary>
/// <param name="Name">What the test shows.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="CaseFile">The name of a file with the collaboration from which it starts, or null.</param>
/// <param name="Facts">What is known, or null.</param>
/// <param name="Expected">What the rules must come to.</param>
internal sealed record WrittenTest(string Name, TextPlace Place, YamlScalar? CaseFile, YamlMap? Facts, IReadOnlyList<ExpectedOutcome> Expected)
{
    /// <summary>What the overall range must be; null where it may be any.</summary>
    public ExpectedRange? Overall { get; init; }

    /// <summary>The facts that must be among the open questions.</summary>
    public IReadOnlyList<YamlScalar> Asks { get; init; } = [];
}

/// <summary>What a test expects of the overall range.</summary>
/// <param name="Place">Where it was written.</param>
/// <param name="AtLeast">Its lower end; null where it may be any.</param>
/// <param name="AtMost">Its upper end; null where it may be any.</param>
internal sealed record ExpectedRange(TextPlace Place, Level? AtLeast, Level? AtMost);

/// <summary>What a test expects of one rule.</summary>
/// <param name="Place">Where it was written.</param>
/// <param name="Rule">The code of the rule.</param>
/// <param name="Outcome">The outcome: of the case where there is a subject, otherwise of the rule.</param>
/// <param name="Subject">The subject of the case, or the name of the partner; null for the rule as a whole.</param>
/// <param name="Level">The level of a raised finding, or null where any will do.</param>
internal sealed record ExpectedOutcome(TextPlace Place, string Rule, Outcome Outcome, string? Subject, Level? Level)
{
    /// <summary>The code of the rule under whose finding this one must appear; null where it may be a root or under any.</summary>
    public YamlScalar? Under { get; init; }

    /// <summary>Words that the message must have; null where it may have any.</summary>
    public YamlScalar? Says { get; init; }
}
