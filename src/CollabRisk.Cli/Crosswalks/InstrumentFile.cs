using System.Text.Json;

namespace CollabRisk.Cli.Crosswalks;

/// <summary>Reads the instruments that a rule pack brings, in the file <c>crosswalks.json</c> of its folder.</summary>
internal static class InstrumentFile
{
    private const string Name = "crosswalks.json";

    /// <summary>The instruments of the pack in a folder; none where it brings none.</summary>
    /// <exception cref="InvalidDataException">The file is not one of instruments; the message says where and why.</exception>
    public static IReadOnlyList<Instrument> Of(string packFolder)
    {
        var path = Path.Combine(packFolder, Name);
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return [.. document.RootElement.GetProperty("instruments").EnumerateArray().Select(ReadInstrument)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path}: it is not a file of instruments: {e.Message} schemas/crosswalks.schema.json says what is in one.", e);
        }
    }

    private static Instrument ReadInstrument(JsonElement instrument) => new(
        Text(instrument, "name"), Text(instrument, "title"), Text(instrument, "publisher"), TextOrNull(instrument, "date"), TextOrNull(instrument, "address"), Text(instrument, "seen"),
        [.. instrument.GetProperty("items").EnumerateArray().Select(item => new InstrumentItem(Text(item, "number"), Text(item, "title"), Texts(item, "facts"), Texts(item, "rules"), TextOrNull(item, "note")))]);

    private static string Text(JsonElement owner, string name) => owner.GetProperty(name).GetString() ?? throw new InvalidOperationException($"'{name}' is null.");

    private static string? TextOrNull(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static List<string> Texts(JsonElement owner, string name) => [.. owner.GetProperty(name).EnumerateArray().Select(value => value.GetString() ?? throw new InvalidOperationException($"'{name}' has a null."))];
}
