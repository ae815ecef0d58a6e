using System.Text.Json;
using CollabRisk.Json;

namespace CollabRisk.Remedies;

/// <summary>Writes remedies as JSON.</summary>
internal static class RemedyJson
{
    public const string SchemaId = "collabrisk/remedies/2";

    public static void Write(Utf8JsonWriter json, RemedySet set)
    {
        json.WriteObject("target", set.Target, WriteTarget);
        json.WriteWord<RemedySearchEnd>("end", set.End);
        json.WriteString("statement", set.Statement);
        json.WriteNumber("fewestChanges", set.FewestChanges);
        json.WriteNumber("evaluations", set.Evaluations);
        json.WriteRange("before", set.Before);
        json.WriteList("heldBy", set.HeldBy, AssessmentJson.WriteShownFact);
        json.WriteList("steps", set.Steps, AssessmentJson.WriteRecommendation);
        json.WriteList("remedies", set.Remedies, WriteRemedy);
    }

    private static void WriteTarget(Utf8JsonWriter json, RemedyTarget target)
    {
        json.WriteString("code", target.Code);
        json.WriteString("subject", target.Subject);
        json.WriteWord("raisedAtMost", target.Level);
    }

    private static void WriteRemedy(Utf8JsonWriter json, Remedy remedy)
    {
        json.WriteList("changes", remedy.Changes, WriteChange);
        json.WriteList("advice", remedy.Advice, AssessmentJson.WriteRecommendation);
        json.WriteList("alsoAdvised", remedy.AlsoAdvised, AssessmentJson.WriteRecommendation);
        json.WriteList("toKeepIt", remedy.ToKeepIt, AssessmentJson.WriteRecommendation);
        json.WriteList("clears", remedy.Clears, WriteFinding);
        json.WriteList("alsoClears", remedy.AlsoClears, WriteFinding);
        json.WriteList("alsoRaises", remedy.AlsoRaises, WriteFinding);
        json.WriteList("levelMoves", remedy.LevelMoves, WriteMove);
        json.WriteList("opensUp", remedy.OpensUp, WriteOpened);
        json.WriteRange("after", remedy.After);
    }

    private static void WriteChange(Utf8JsonWriter json, RemedyChange change)
    {
        json.WriteString("path", change.Path);
        json.WriteObject("from", change.From, AssessmentJson.WriteShownValue);
        json.WriteObject("to", change.To, AssessmentJson.WriteShownValue);
        json.WriteList("alternatives", change.Alternatives, AssessmentJson.WriteShownValue);
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        AssessmentJson.WriteReference(json, finding);
        json.WriteString("message", finding.Message);
    }

    private static void WriteMove(Utf8JsonWriter json, LevelMove move)
    {
        json.WriteString("code", move.Code);
        json.WriteString("subject", move.Subject);
        json.WriteRange("from", move.From);
        json.WriteRange("to", move.To);
    }

    private static void WriteOpened(Utf8JsonWriter json, RuleOutcome outcome)
    {
        json.WriteString("code", outcome.Rule.Code);
        json.WriteWord<FindingKind>("kind", outcome.Rule.Kind);
        json.WriteWords("openFacts", outcome.OpenFacts.Select(fact => fact.Path));
    }
}
