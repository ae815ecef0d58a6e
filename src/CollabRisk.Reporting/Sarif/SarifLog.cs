using System.Text.Json;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Sarif;

/// <summary>What one run of a SARIF log says.</summary>
/// <param name="WriteRules">Writes the descriptors of the rules of which there are results.</param>
/// <param name="Failures">What kept the run from being complete, as sentences; without any, it succeeded.</param>
/// <param name="WriteResults">Writes the results.</param>
/// <param name="WriteProperties">Writes what else there is to say of the run; null for nothing.</param>
/// <param name="Name">What tells the run from others in the log; null where it is the only one.</param>
internal sealed record SarifRun(
    Action<Utf8JsonWriter> WriteRules, IReadOnlyList<string> Failures, Action<Utf8JsonWriter> WriteResults, Action<Utf8JsonWriter>? WriteProperties = null, string? Name = null);

/// <summary>A SARIF 2.1.0 log: what every report has in common. The reports fill in rules, results and properties.</summary>
internal static class SarifLog
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>Writes a log of some runs.</summary>
    public static string Write(params IEnumerable<SarifRun> runs) => JsonOutput.Write(indented: true, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        foreach (var run in runs)
        {
            Write(json, run);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, SarifRun run)
    {
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "CollabRisk");
        json.WriteStartArray("rules");
        run.WriteRules(json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        if (run.Name is { } name)
        {
            json.WriteStartObject("automationDetails");
            json.WriteString("id", Unseen.Replaced(name));
            json.WriteEndObject();
        }

        WriteInvocation(json, run.Failures);
        json.WriteStartArray("results");
        run.WriteResults(json);
        json.WriteEndArray();
        if (run.WriteProperties is { } properties)
        {
            json.WriteStartObject("properties");
            properties(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a message, without what a reader would not see.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Unseen.Replaced(text));
        json.WriteEndObject();
    }

    /// <summary>Writes the facts that a result is about, as its places.</summary>
    public static void WriteFacts(Utf8JsonWriter json, IEnumerable<string> paths)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartArray("logicalLocations");
        foreach (var path in paths)
        {
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", path);
            json.WriteString("kind", "member");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>Writes the place in a file where a result is.</summary>
    public static void WritePlace(Utf8JsonWriter json, TextPlace place)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", AddressOf(place.File));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Line);
        json.WriteNumber("startColumn", place.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string AddressOf(string file)
    {
        var path = string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
        return path.StartsWith('/') ? $"file://{path}" : path;
    }

    private static void WriteInvocation(Utf8JsonWriter json, IReadOnlyList<string> failures)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", failures.Count == 0);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var failure in failures)
        {
            json.WriteStartObject();
            json.WriteString("level", "error");
            WriteText(json, "message", failure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
