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
    public static string Of(Assessment assessment) => SarifLog.Write(RunOf(assessment));

    /// <summary>Many collaborations, a run for each; what could not be read is a run that did not succeed.</summary>
    public static string Of(Portfolio portfolio)
    {
        var runs = portfolio.Entries.Select(entry => RunOf(entry.Assessment, entry.Name));
        return SarifLog.Write(portfolio.Unread.Count == 0 ? runs : runs.Append(new SarifRun(_ => { }, portfolio.Unread, _ => { }, Name: "could not be read")));
    }

    private static SarifRun RunOf(Assessment assessment, string? name = null)
    {
        var rules = RulesOf(assessment.Findings.Select(finding => finding.Rule));
        return new(
            json => rules.ForEach(rule => WriteRule(json, rule)),
            FailuresOf(assessment),
            json =>
            {
                foreach (var finding in assessment.Findings)
                {
                    WriteResult(json, finding, PlaceOf(finding.Code, rules));
                }
            },
            json => WriteProperties(json, assessment),
            name);
    }

    public static List<Rule> RulesOf(IEnumerable<Rule> rules) => [.. rules.DistinctBy(rule => rule.Code, StringComparer.Ordinal)];

    public static int PlaceOf(string code, List<Rule> rules) => rules.FindIndex(rule => rule.Code == code);

    /// <summary>A rule that failed makes the run one that did not succeed: what it would have found is not known.</summary>
    public static IReadOnlyList<string> FailuresOf(Assessment assessment) =>
        [.. assessment.Outcomes.Values.Where(outcome => outcome.Outcome == Outcome.Error).Select(outcome => $"The rule {outcome.Rule.Code} failed: {outcome.Error}")];

    public static void WriteRule(Utf8JsonWriter json, Rule rule)
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

    /// <summary>Writes a finding that is raised.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="rule">The place of its rule among the rules of the run.</param>
    /// <param name="baseline">How it compares with an earlier state, as SARIF has it; null where there is none.</param>
    /// <param name="more">Writes further properties.</param>
    public static void WriteResult(Utf8JsonWriter json, Finding finding, int rule, string? baseline = null, Action<Utf8JsonWriter>? more = null)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("kind", finding.Level is null ? "informational" : "fail");
        json.WriteString("level", LevelOf(finding.Level?.AtLeast));
        if (baseline is not null)
        {
            json.WriteString("baselineState", baseline);
        }

        SarifLog.WriteText(json, "message", finding.Recommendations.Count == 0 ? finding.Message : $"{finding.Message} Do: {finding.Recommendations[0].Text}");
        SarifLog.WriteFacts(json, finding.Facts.Select(fact => fact.Path));
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
        more?.Invoke(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteProperties(Utf8JsonWriter json, Assessment assessment)
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
