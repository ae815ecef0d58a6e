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

    public static string Write(IReadOnlyDictionary<string, string?> values) => JsonSerializer.Serialize(values, Default.IReadOnlyDictionaryStringString);

    public static Entry ReadEntry(string json) => JsonSerializer.Deserialize(json, Default.Entry)!;

    public static Sheet ReadSheet(string json) => JsonSerializer.Deserialize(json, Default.Sheet)!;

    public static Snapshot ReadSnapshot(string json) => JsonSerializer.Deserialize(json, Default.Snapshot)!;
}
