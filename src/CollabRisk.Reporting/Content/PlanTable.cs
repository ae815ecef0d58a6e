using CollabRisk.Planning;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Content;

/// <summary>A plan as a table, a step a row: the same for every kind of file.</summary>
internal static class PlanTable
{
    public static readonly IReadOnlyList<string> Headings =
        ["No.", "Step", "Advice", "Need", "For findings", "Level at least", "Level at most", "Clears", "Cleared otherwise", "Owner", "Due", "State", "Note", "Code"];

    /// <summary>The states, in words, in their order.</summary>
    public static IReadOnlyList<string> States { get; } = [.. Enum.GetNames<StepState>().Select(Words.Humanize)];

    /// <summary>The rows, in the order of the headings: texts, numbers and days.</summary>
    public static IEnumerable<object?[]> Rows(ActionPlan plan) => plan.Steps.Select((step, at) => new object?[]
    {
        at + 1, step.Action, step.Origin, step.NeedInWords, string.Join("; ", step.Findings.Select(finding => finding.Fingerprint)),
        step.Level?.AtLeast.ToString(), step.Level?.AtMost.ToString(), string.Join("; ", step.Clears.Select(InWords)), string.Join("; ", step.ClearedOtherwise.Select(InWords)), step.Owner, step.Due, Words.Humanize($"{step.State}"), step.Note, step.Code,
    });

    /// <summary>What a step clears, and when.</summary>
    public static string InWords(StepClearing clearing) => $"{Words.List(clearing.Findings)} when {string.Join(" and ", clearing.Changes)}";

    /// <summary>The changes as a reader understands them, without paths.</summary>
    public static Passage InPlainWords(StepClearing clearing, PlanLanguages languages) => Passage.Join(
        " and ", clearing.Changes.Select(change => Passage.Of($"{(PartnerIn(change.Fact) is { } name ? name + ": " : "")}{languages.Said(change.Meaning)}: {languages.SaidValue(change.To)}")));

    /// <summary>The names of partners that occur in the plan: it has no list of them.</summary>
    public static IEnumerable<string> Names(ActionPlan plan) => plan.Steps.SelectMany(step => NamesIn(step.Findings)
        .Concat(step.Clears.Concat(step.ClearedOtherwise).SelectMany(clearing => clearing.Changes).Select(change => PartnerIn(change.Fact)).OfType<string>()));

    /// <summary>What findings are about, as they say it.</summary>
    public static IEnumerable<string> NamesIn(IEnumerable<StepFinding> findings) => findings.SelectMany(finding => new[] { finding.Subject, finding.SubjectInWords }).OfType<string>();

    private static string? PartnerIn(string path) =>
        path.StartsWith("partners[", StringComparison.Ordinal) && path.LastIndexOf("].", StringComparison.Ordinal) is var end and > 0 ? path["partners[".Length..end] : null;
}
