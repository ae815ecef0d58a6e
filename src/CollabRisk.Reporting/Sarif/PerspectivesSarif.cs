using System.Text.Json;
using CollabRisk.Perspectives;
using CollabRisk.Reporting.Content;

namespace CollabRisk.Reporting.Sarif;

/// <summary>
/// Several partners' views as SARIF 2.1.0: the findings of what they say together, and each difference between them as a result that people have to
/// look at (kind <c>review</c>). It tells no more of who says what than the page does.
/// </summary>
internal static class PerspectivesSarif
{
    /// <summary>What stands for the rule of a difference, which no rule of a book makes.</summary>
    private const string Disagreement = "COLLABRISK-DISAGREEMENT";

    public static string Of(PerspectiveAssessment assessed, PerspectiveReportOptions options)
    {
        var views = new Views(assessed, options);
        var rules = AssessmentSarif.RulesOf(assessed.Merged.Findings.Select(finding => finding.Rule));
        return SarifLog.Write(new SarifRun(
            json =>
            {
                rules.ForEach(rule => AssessmentSarif.WriteRule(json, rule));
                WriteRule(json);
            },
            AssessmentSarif.FailuresOf(assessed.Merged),
            json =>
            {
                foreach (var finding in assessed.Merged.Findings)
                {
                    AssessmentSarif.WriteResult(json, finding, AssessmentSarif.PlaceOf(finding.Code, rules));
                }

                foreach (var disagreement in assessed.Disagreements)
                {
                    WriteDisagreement(json, views, disagreement, rules.Count);
                }
            },
            json =>
            {
                AssessmentSarif.WriteProperties(json, assessed.Merged);
                json.WriteNumber("views", views.Holders.Count);
                json.WriteNumber("agreed", assessed.Perspectives.Agreed.Count);
                json.WriteNumber("disputed", assessed.Perspectives.Disputed.Count);
                json.WriteNumber("knownToOne", assessed.Perspectives.KnownToOne.Count);
                json.WriteString("shownAs", views.ShownAs);
            }));
    }

    private static void WriteRule(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Disagreement);
        SarifLog.WriteText(json, "shortDescription", "Partners differ");
        SarifLog.WriteText(json, "help", "Ask each what they have seen, before asking who is right. What is disputed counts as not known.");
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", "none");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDisagreement(Utf8JsonWriter json, Views views, Disagreement disagreement, int rule)
    {
        var answers = views.Answers(disagreement.Held);
        json.WriteStartObject();
        json.WriteString("ruleId", Disagreement);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("kind", "review");
        json.WriteString("level", "none");
        SarifLog.WriteText(json, "message", $"{disagreement.Question} {string.Join("; ", answers.Select(each => each.Who.Length > 0 ? $"{each.Who}: {each.Answer}" : each.Answer))}.");
        SarifLog.WriteFacts(json, [disagreement.Path]);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("collabrisk/v1", $"{Disagreement}/{disagreement.Path}");
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("worst", disagreement.Worst.ToString());
        json.WriteStartArray("holdsOpen");
        foreach (var code in disagreement.HoldsOpen)
        {
            json.WriteStringValue(code);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
