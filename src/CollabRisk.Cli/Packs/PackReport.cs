using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using CollabRisk.Json;
using CollabRisk.Reporting.Sarif;
using CollabRisk.RulePacks;
using CollabRisk.RulePacks.Testing;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Cli.Packs;

/// <summary>What is said of packs, for tools: problems, warnings with those that are accepted, and tests that failed or are missing.</summary>
/// <param name="Problems">What speaks against the packs; nothing else is known then.</param>
/// <param name="Set">The packs, where they could be loaded.</param>
internal sealed record PackReport(IReadOnlyList<RuleBookProblem> Problems, RulePackSet? Set)
{
    /// <summary>Identifies the shape of the JSON, in the property <c>schema</c>.</summary>
    private const string SchemaId = "collabrisk/rule-pack-check/1";

    /// <summary>What the static checks found; null where they were not run.</summary>
    public RulePackCheckReport? Check { get; init; }

    /// <summary>What came of the tests; null where they were not run.</summary>
    public RulePackTestRun? Tests { get; init; }

    /// <summary>The report of the checks as JSON, as <c>schemas/rule-pack-check.schema.json</c> describes it.</summary>
    public string ToJson() => JsonOutput.Write(indented: true, json => json.WriteDocument(SchemaId, this, static (json, report) =>
    {
        json.WriteBoolean("valid", report.Problems.Count == 0);
        json.WriteList("problems", report.Problems, static (json, problem) => Write(json, problem, reason: null));
        json.WriteList("warnings", report.Check?.Warnings ?? [], static (json, warning) => Write(json, warning, reason: null));
        json.WriteList("accepted", report.Check?.Accepted ?? [], static (json, accepted) => Write(json, accepted.Warning, accepted.Reason));
        json.WriteStartArray("notDecided");
        foreach (var question in report.Check?.NotDecided ?? [])
        {
            json.WriteStringValue(question);
        }

        json.WriteEndArray();
        json.WriteList("packs", report.Set?.Packs ?? [], (json, pack) =>
        {
            json.WriteString("id", pack.Manifest.Id);
            json.WriteString("version", pack.Manifest.Version);
            json.WriteNumber("rules", report.Set!.RuleBook.Rules.Count(rule => rule.PackId == pack.Manifest.Id));
            json.WriteNumber("overrides", pack.Pack.Overrides.Count);
            json.WriteNumber("tests", pack.Tests.Count);
        });
    }));

    /// <summary>The report as SARIF: a problem and a failed test is an error, a warning and what is not tested a warning; one that is accepted is suppressed.</summary>
    public string ToSarif()
    {
        var results = Results().ToList();
        var codes = results.Select(result => result.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return SarifLog.Write(new SarifRun(
            json =>
            {
                foreach (var code in codes)
                {
                    json.WriteStartObject();
                    json.WriteString("id", code);
                    if (ProblemKindList.Find(code) is { } kind)
                    {
                        SarifLog.WriteText(json, "shortDescription", kind.Title);
                        SarifLog.WriteText(json, "fullDescription", $"{kind.Title}. {kind.Why}");
                        SarifLog.WriteText(json, "help", kind.Remedy);
                    }

                    json.WriteEndObject();
                }
            },
            Failures: [],
            json => results.ForEach(result => Write(json, result, codes.IndexOf(result.Code)))));
    }

    /// <summary>The checks as JUnit XML: a test case for each problem and warning, or one that passed for each pack.</summary>
    /// <param name="strict">Whether a warning is a failure.</param>
    public string ToJUnit(bool strict)
    {
        var results = Results().Where(result => result.Reason is null).ToList();
        var failures = results.Count(result => strict || result.Level == "error");
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            var good = results.Count > 0 ? [] : (Set?.Packs ?? []).Select(pack => pack.Manifest.Id).ToList();
            xml.WriteStartElement("testsuites");
            xml.WriteStartElement("testsuite");
            Attribute("name", "collabrisk pack check");
            Attribute("tests", (results.Count + good.Count).ToString(CultureInfo.InvariantCulture));
            Attribute("failures", failures.ToString(CultureInfo.InvariantCulture));
            Attribute("errors", "0");
            foreach (var id in good)
            {
                xml.WriteStartElement("testcase");
                Attribute("name", "the pack is valid, without warnings");
                Attribute("classname", id);
                xml.WriteEndElement();
            }

            foreach (var result in results)
            {
                var text = $"{(result.Place is null ? "" : $"{result.Place}: ")}{result.Code}: {result.What}";
                xml.WriteStartElement("testcase");
                Attribute("name", $"{result.Code} {result.Where}");
                Attribute("classname", result.Where.Split('/')[0]);
                if (result.Place is { } place)
                {
                    Attribute("file", place.File);
                    Attribute("line", place.Line.ToString(CultureInfo.InvariantCulture));
                }

                if (strict || result.Level == "error")
                {
                    xml.WriteStartElement("failure");
                    Attribute("message", result.What);
                    Attribute("type", result.Code);
                    xml.WriteString(Unseen.Replaced(text));
                    xml.WriteEndElement();
                }
                else
                {
                    xml.WriteElementString("system-out", Unseen.Replaced(text));
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();

            void Attribute(string name, string value) => xml.WriteAttributeString(name, Unseen.Replaced(value));
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private IEnumerable<Result> Results() =>
    [
        .. Problems.Select(problem => Of(problem, "error", null)),
        .. (Check?.Warnings ?? []).Select(warning => Of(warning, "warning", null)),
        .. (Check?.Accepted ?? []).Select(accepted => Of(accepted.Warning, "warning", accepted.Reason)),
        .. from pack in Tests?.Packs ?? []
           from test in pack.Tests
           from failure in test.Failures
           select new Result("error", "test-failed", $"{pack.Id}/{test.Name}", $"{test.Name}: {failure.What}", failure.Place, null),
        .. from pack in Tests?.Packs ?? []
           where pack.Tests.Count == 0
           select new Result("error", "no-tests", pack.Id, "The pack has no tests.", null, null),
        .. from pack in Tests?.Packs ?? []
           from gap in pack.Gaps
           select new Result("warning", "not-tested", $"{pack.Id}/{gap.Where}", $"{gap.Where}: {gap.What}", gap.Place, null),
    ];

    private static Result Of(RuleBookProblem problem, string level, string? reason) => new(level, problem.Code, problem.Where, problem.What, problem.Place, reason);

    private static void Write(Utf8JsonWriter json, RuleBookProblem problem, string? reason)
    {
        json.WriteString("code", problem.Code);
        json.WriteString("where", problem.Where);
        json.WriteString("what", problem.What);
        if (problem.Place is { } place)
        {
            json.WriteStartObject("place");
            json.WriteString("file", place.File);
            json.WriteNumber("line", place.Line);
            json.WriteNumber("column", place.Column);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("place");
        }

        if (reason is not null)
        {
            json.WriteString("reason", reason);
        }
    }

    private static void Write(Utf8JsonWriter json, Result result, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", result.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("kind", "fail");
        json.WriteString("level", result.Level);
        SarifLog.WriteText(json, "message", $"{result.Where}: {result.What}");
        if (result.Place is { } place)
        {
            json.WriteStartArray("locations");
            SarifLog.WritePlace(json, place);
            json.WriteEndArray();
        }

        if (result.Reason is { } reason)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "inSource");
            json.WriteString("justification", Unseen.Replaced(reason));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private sealed record Result(string Level, string Code, string Where, string What, TextPlace? Place, string? Reason);
}
