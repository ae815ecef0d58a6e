using System.Text.Json;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Sarif;

/// <summary>A SARIF 2.1.0 log of one run: what every report has in common. The reports fill in rules, results and properties.</summary>
internal static class SarifLog
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>Writes a log.</summary>
    /// <param name="writeRules">Writes the descriptors of the rules of which there are results.</param>
    /// <param name="failures">What kept the run from being complete, as sentences; without any, it succeeded.</param>
    /// <param name="writeResults">Writes the results.</param>
    /// <param name="writeProperties">Writes what else there is to say of the run; null for nothing.</param>
    public static string Write(Action<Utf8JsonWriter> writeRules, IReadOnlyList<string> failures, Action<Utf8JsonWriter> writeResults, Action<Utf8JsonWriter>? writeProperties = null) => JsonOutput.Write(indented: true, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "CollabRisk");
        json.WriteStartArray("rules");
        writeRules(json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        WriteInvocation(json, failures);
        json.WriteStartArray("results");
        writeResults(json);
        json.WriteEndArray();
        if (writeProperties is not null)
        {
            json.WriteStartObject("properties");
            writeProperties(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Writes a message, without what a reader would not see.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Unseen.Replaced(text));
        json.WriteEndObject();
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
