using System.Text.Json;
using CollabRisk.Evidence;
using CollabRisk.Reporting.Content;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Sarif;

/// <summary>
/// An assessment as SARIF 2.1.0, for tools that read results of checks. A result is a finding. What is not known is not a result, since tools take
/// every result for an alert: the properties of the run say how many rules are open, and the overall range.
/// </summary>
internal static class AssessmentSarif
{
    public static string Of(Assessment assessment)
    {
        var rules = assessment.Findings.Select(finding => finding.Rule).DistinctBy(rule => rule.Code, StringComparer.Ordinal).ToList();
        return SarifLog.Write(
            json => rules.ForEach(rule => WriteRule(json, rule)),

            // A rule that failed makes the run one that did not succeed: what it would have found is not known.
            [.. assessment.Outcomes.Values.Where(outcome => outcome.Outcome == Outcome.Error).Select(outcome => $"The rule {outcome.Rule.Code} failed: {outcome.Error}")],
            json =>
            {
                foreach (var finding in assessment.Findings)
                {
                    WriteResult(json, finding, rules.FindIndex(rule => rule.Code == finding.Code));
                }
            },
            json => WriteProperties(json, assessment));
    }

    private static void WriteRule(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Code);
        SarifLog.WriteText(json, "shortDescription", rule.Title);
        if (rule.Recommendations.Count > 0)
        {
            SarifLog.WriteText(json, "help", string.Join("\n", rule.Recommendations.Select(step => step.Text)));
        }

        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(rule.Level?.Level));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("kind", Words.CamelCase($"{rule.Kind}"));
        json.WriteString("chapter", rule.Chapter);
        json.WriteString("pack", rule.PackId);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("kind", finding.Level is null ? "informational" : "fail");
        json.WriteString("level", LevelOf(finding.Level?.AtLeast));
        SarifLog.WriteText(json, "message", finding.Recommendations.Count == 0 ? finding.Message : $"{finding.Message} Do: {finding.Recommendations[0].Text}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartArray("logicalLocations");
        foreach (var fact in finding.Facts)
        {
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", fact.Path);
            json.WriteString("kind", "member");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("collabrisk/v1", finding.Fingerprint);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("findingKind", Words.CamelCase($"{finding.Kind}"));
        json.WriteString("title", finding.Title);
        json.WriteString("root", finding.Root ?? finding.Fingerprint);
        json.WriteString("support", finding.Confidence.InWords());
        if (finding.Level is { } level)
        {
            json.WriteString("atLeast", level.AtLeast.ToString());
            json.WriteString("atMost", level.AtMost.ToString());
        }

        json.WriteStartArray("claims");
        foreach (var claim in finding.Claims)
        {
            json.WriteStringValue($"{claim.Id} ({claim.Source.Id}, {claim.Locator})");
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteString("collaboration", Wording.NameOf(assessment.Collaboration));
        json.WriteBoolean("assessable", assessment.Overall.Assessable);
        json.WriteString("atLeast", assessment.Overall.AtLeast.ToString());
        json.WriteString("atMost", assessment.Overall.AtMost.ToString());
        json.WriteNumber("switchedOff", assessment.SwitchedOff.Count);
        json.WriteString("worstSwitchedOff", assessment.WorstSwitchedOff.ToString());
        json.WriteNumber("knownFacts", assessment.KnownFacts);
        json.WriteNumber("totalFacts", assessment.TotalFacts);
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            json.WriteNumber($"rules{outcome}", assessment.Outcomes.Values.Count(each => each.Outcome == outcome));
        }

        json.WriteString("ruleBookDigest", assessment.RuleBook.Digest);
    }

    /// <summary>The level as SARIF has it, by what is shown.</summary>
    private static string LevelOf(Level? level) => level switch
    {
        Level.High => "error",
        Level.Moderate => "warning",
        Level.Low => "note",
        _ => "none",
    };
}
