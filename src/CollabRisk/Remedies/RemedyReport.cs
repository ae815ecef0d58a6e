using System.Text;
using System.Text.Json;
using CollabRisk.Json;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Remedies;

/// <summary>Writes remedies as text and as JSON.</summary>
internal static class RemedyReport
{
    public static string Text(RemedySet set)
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
            Line("To do", remedy.Advice.Select(Sentence));
            Line("To keep it", remedy.ToKeepIt.Select(Sentence));
            Line("Clears", remedy.Clears.Select(Short), "; ");
            Line("Also clears", remedy.AlsoClears.Select(Short), "; ");
            Line("Also raises", remedy.AlsoRaises.Select(Short), "; ");
            Line("Moves", remedy.LevelMoves.Select(move => $"{Name(move.Code, move.Subject)} from {move.From} to {move.To}"), "; ");
            Line("Opens up", remedy.OpensUp.Select(outcome => outcome.Rule.Code), "; ");
            Line("Overall", [$"{set.Before} → {remedy.After}"]);
        }

        return text.ToString();

        void Line(string name, IEnumerable<string> items, string separator = "\n     ")
        {
            var list = items.ToList();
            if (list.Count > 0)
            {
                text.Append("   ").Append(name).Append(": ").AppendJoin(separator, list).Append('\n');
            }
        }
    }

    public static string Json(RemedySet set, bool indented) => JsonOutput.Write(indented, json => Write(set, json));

    private static void Write(RemedySet set, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("schema", "collabrisk/remedies/1");
        json.WriteStartObject("target");
        json.WriteString("code", set.Target.Code);
        json.WriteString("subject", set.Target.Subject);
        json.WriteString("raisedAtMost", set.Target.Level?.ToString());
        json.WriteEndObject();
        json.WriteString("end", $"{set.End}");
        json.WriteString("statement", set.Statement);
        json.WriteNumber("fewestChanges", set.FewestChanges);
        json.WriteNumber("evaluations", set.Evaluations);
        Range("before", set.Before, json);
        List("heldBy", set.HeldBy, fact => Reading(fact, json), json);
        List("steps", set.Steps, recommendation => Write(recommendation, json), json);
        List("remedies", set.Remedies, remedy => Write(remedy, json), json);
        json.WriteEndObject();
    }

    private static void Write(Remedy remedy, Utf8JsonWriter json)
    {
        List("changes", remedy.Changes, change => Write(change, json), json);
        List("advice", remedy.Advice, recommendation => Write(recommendation, json), json);
        List("toKeepIt", remedy.ToKeepIt, recommendation => Write(recommendation, json), json);
        List("clears", remedy.Clears, finding => Write(finding, json), json);
        List("alsoClears", remedy.AlsoClears, finding => Write(finding, json), json);
        List("alsoRaises", remedy.AlsoRaises, finding => Write(finding, json), json);
        List("levelMoves", remedy.LevelMoves, move =>
        {
            json.WriteString("code", move.Code);
            json.WriteString("subject", move.Subject);
            json.WriteString("from", $"{move.From}");
            json.WriteString("to", $"{move.To}");
        }, json);
        List("opensUp", remedy.OpensUp, outcome =>
        {
            json.WriteString("code", outcome.Rule.Code);
            json.WriteString("kind", $"{outcome.Rule.Kind}");
            json.WriteStartArray("openFacts");
            foreach (var fact in outcome.OpenFacts)
            {
                json.WriteStringValue(fact.Path);
            }

            json.WriteEndArray();
        }, json);
        Range("after", remedy.After, json);
    }

    private static void Write(RemedyChange change, Utf8JsonWriter json)
    {
        json.WriteString("path", change.Path);
        json.WriteString("from", change.From.Value);
        json.WriteString("to", change.To.Value);
        json.WriteStartArray("alternatives");
        foreach (var alternative in change.Alternatives)
        {
            json.WriteStringValue(alternative);
        }

        json.WriteEndArray();
    }

    private static void Write(Recommendation recommendation, Utf8JsonWriter json)
    {
        json.WriteString("code", recommendation.Code);
        json.WriteString("text", recommendation.Text);
        json.WriteBoolean("isDerived", recommendation.IsDerived);
        json.WriteStartArray("claims");
        foreach (var claim in recommendation.Claims)
        {
            json.WriteStringValue(claim);
        }

        json.WriteEndArray();
    }

    private static void Write(Finding finding, Utf8JsonWriter json)
    {
        json.WriteString("code", finding.Code);
        json.WriteString("subject", finding.Subject);
        json.WriteString("kind", $"{finding.Kind}");
        json.WriteString("level", finding.Level?.ToString());
        json.WriteString("message", finding.Message);
    }

    private static void Reading(FactReading fact, Utf8JsonWriter json)
    {
        json.WriteString("path", fact.Path);
        json.WriteString("value", fact.Value);
    }

    private static void Range(string name, OverallRange range, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("atLeast", $"{range.AtLeast}");
        json.WriteString("atMost", $"{range.AtMost}");
        json.WriteBoolean("assessable", range.Assessable);
        json.WriteEndObject();
    }

    private static void List<T>(string name, IEnumerable<T> items, Action<T> write, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Sentence(Recommendation recommendation) => $"{recommendation.Text} ({recommendation.Code})";

    private static string Short(Finding finding) =>
        $"{Name(finding.Code, finding.Subject)}, {(finding.Level is { } level ? $"{level}" : Words.Humanize($"{finding.Kind}"))}";

    private static string Name(string code, string? subject) => subject is null ? code : $"{code} ({subject})";
}
