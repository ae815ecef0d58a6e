using System.Text;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Remedies;

/// <summary>Writes remedies as text.</summary>
internal static class RemedyText
{
    public static string Of(RemedySet set)
    {
        var text = new StringBuilder();
        text.Append("Remedies so that ").Append(set.Target).Append(".\n").Append(set.Statement).Append('\n');
        if (set.Steps.Count > 0)
        {
            text.Append("\nWhat the sources advise:\n").AppendJoin('\n', set.Steps.Select(step => $"- {Sentence(step)}")).Append('\n');
        }

        for (var i = 0; i < set.Remedies.Count; i++)
        {
            var remedy = set.Remedies[i];
            text.Append('\n').Append(i + 1).Append(". ").AppendJoin("\n   and ", remedy.Changes).Append('\n');
            NumberedEntry.Line(text, "To do", remedy.Advice.Select(Sentence));
            NumberedEntry.Line(text, "Also advised", remedy.AlsoAdvised.Select(Sentence));
            NumberedEntry.Line(text, "To keep it", remedy.ToKeepIt.Select(Sentence));
            NumberedEntry.Line(text, "Clears", FindingGroup.Of(remedy.Clears).Select(Short), "; ");
            NumberedEntry.Line(text, "Also clears", FindingGroup.Of(remedy.AlsoClears).Select(Short), "; ");
            NumberedEntry.Line(text, "Also raises", FindingGroup.Of(remedy.AlsoRaises).Select(Short), "; ");
            NumberedEntry.Line(text, "Moves", remedy.LevelMoves.Select(move => $"{Name(move.Code, move.Subject)} {move.From} → {move.To}"), "; ");
            NumberedEntry.Line(text, "Opens up", remedy.OpensUp.Select(outcome => outcome.Rule.Code), "; ");
            NumberedEntry.Line(text, "Overall", [$"{set.Before} → {remedy.After}"]);
        }

        return text.ToString();
    }

    private static string Sentence(Recommendation recommendation) => $"{recommendation.Text} ({recommendation.Code})";

    /// <summary>A matter: the root, and in brackets what follows from it.</summary>
    private static string Short(FindingGroup matter) =>
        matter.Consequences.Count == 0 ? Short(matter.Root) : $"{Short(matter.Root)} [with {string.Join("; ", matter.Consequences.Select(Short))}]";

    private static string Short(Finding finding) =>
        $"{Name(finding.Code, finding.SubjectInWords)}, {(finding.Level is { } level ? $"{level}" : Words.Humanize($"{finding.Kind}"))}";

    private static string Name(string code, string? subject) => subject is null ? code : $"{code} ({subject})";
}
