using System.Text;
using CollabRisk.Text;

namespace CollabRisk.Records;

/// <summary>Writes decision records as text.</summary>
internal static class DecisionRecordText
{
    public static string Of(DecisionRecord record)
    {
        var text = new StringBuilder();
        Line(record.Collaboration.Name ?? "A collaboration without a name");
        if (record.At is { } moment)
        {
            Line($"Decided: {Moment.Write(moment)}");
        }

        Line($"Overall: {(record.Overall is { } range ? $"{Verdict.Headline(range)}. {Verdict.Meaning(range)}" : "the recorded assessment does not say.")}");
        Line($"Library: {record.LibraryVersion}");
        Line($"Packs: {string.Join(", ", record.Packs.Select(pack => $"{pack.Id} {pack.Version}"))}");
        foreach (var change in record.Overrides)
        {
            Line($"Override: {change}");
        }

        Line($"Rules: {record.RuleBookDigest}");
        Line($"Facts: {record.FactsDigest}");
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }
}
