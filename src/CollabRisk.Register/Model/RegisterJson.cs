using System.Text.Json;
using System.Text.Json.Serialization;

namespace CollabRisk.Register.Model;

/// <summary>How the register writes what it keeps.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Entry))]
[JsonSerializable(typeof(Sheet))]
[JsonSerializable(typeof(Snapshot))]
[JsonSerializable(typeof(Link))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string?>))]
internal sealed partial class RegisterJson : JsonSerializerContext
{
    public static string Write(Entry entry) => JsonSerializer.Serialize(entry, Default.Entry);

    public static string Write(Sheet sheet) => JsonSerializer.Serialize(sheet, Default.Sheet);

    public static string Write(Snapshot snapshot) => JsonSerializer.Serialize(snapshot, Default.Snapshot);

    /// <summary>The values of a change, in the order of their names.</summary>
    public static string Detail(params IEnumerable<(string Name, string? Value)> values) => JsonSerializer.Serialize<IReadOnlyDictionary<string, string?>>(
        new SortedDictionary<string, string?>(values.ToDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal), StringComparer.Ordinal), Default.IReadOnlyDictionaryStringString);

    public static Entry ReadEntry(string json) => JsonSerializer.Deserialize(json, Default.Entry)!;

    public static Sheet ReadSheet(string json) => JsonSerializer.Deserialize(json, Default.Sheet)!;

    public static Snapshot ReadSnapshot(string json) => JsonSerializer.Deserialize(json, Default.Snapshot)!;
}
