using CollabRisk.Explaining;
using CollabRisk.Remedies;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Content;

/// <summary>
/// A risk or mismatch as a reader meets it: one finding, or what one rule says of several partners in the same way.
/// </summary>
internal sealed class Card(int number, int matter, bool isRoot, Finding first)
{
    private readonly List<Finding> findings = [first];

    /// <summary>The number in the report, from 1, so that paper can refer to it.</summary>
    public int Number { get; } = number;

    /// <summary>The number of the card at the top of the matter; its own where it is that card.</summary>
    public int Matter { get; } = matter;

    /// <summary>Whether it names the matter, and does not follow from another card.</summary>
    public bool IsRoot { get; } = isRoot;

    /// <summary>The finding, or the first of several.</summary>
    public Finding First { get; } = first;

    public IReadOnlyList<Finding> Findings => findings;

    public string Code => First.Code;

    public LevelRange Level => First.Level!.Value;

    public Rule Rule => First.Rule;

    /// <summary>The subjects; empty where the finding is about the whole.</summary>
    public IReadOnlyList<Passage> Subjects => [.. findings.Select(finding => finding.SaidSubject).Where(subject => !subject.IsEmpty)];

    /// <summary>What the rule is about, with the language that it is in.</summary>
    public Passage Title => First.Rule.SaidTitle;

    /// <summary>What could change it.</summary>
    public required CardChanges Changes { get; init; }

    /// <summary>Takes another finding in, where it says the same of another partner.</summary>
    public bool TryAdd(Finding other)
    {
        if (!other.Rule.IsPerPartner || other.Code != Code || other.Level != First.Level || other.Confidence != First.Confidence)
        {
            return false;
        }

        findings.Add(other);
        return true;
    }

    /// <summary>The steps, each once.</summary>
    public IReadOnlyList<Recommendation> Steps => [.. findings.SelectMany(finding => finding.Recommendations).DistinctBy(step => step.Code, StringComparer.Ordinal)];
}

/// <summary>What would change a finding: states that move its level, and the smallest sets of facts that would clear it.</summary>
/// <param name="Moderators">The moderators of its case, with what is known of each.</param>
/// <param name="Remedies">The search for what would clear it; <see langword="null"/> where the report was asked to leave it out.</param>
internal sealed record CardChanges(IReadOnlyList<ExplainedModerator> Moderators, RemedySet? Remedies);
