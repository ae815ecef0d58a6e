using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using CollabRisk.Text;

namespace CollabRisk.Register.Storage;

/// <summary>
/// A copy of everything in a register, of one state: a line of JSON for each row, under a line that says what it is and above one that says how
/// many there are. It can be restored into SQLite and PostgreSQL alike, so that it is also the way from one to the other.
/// </summary>
internal static class Backup
{
    private const string Format = "collabrisk-register-backup/1";

    /// <summary>What the last line says: how many rows there are, and a digest of all lines before it.</summary>
    private const string Rows = "rows", Digest = "sha256";

    /// <summary>The tables in an order in which each row finds those that it refers to.</summary>
    private static readonly IReadOnlyList<(string Name, string[] Columns)> Tables =
    [
        ("setting", ["name", "value"]),
        ("entry", ["id", "version", "body"]),
        ("sheet", ["entry", "respondent", "round", "version", "body"]),
        ("snapshot", ["entry", "day", "body"]),
        ("change", ["entry", "subject", "version", "made_at", "made_by", "request", "what", "body"]),
        ("link", ["id", "digest", "role", "entry", "respondent", "made_at", "ends_at", "revoked_at"]),
        ("audit", ["id", "made_at", "made_by", "what", "entry", "detail"]),
    ];

    /// <summary>The tables that a register has.</summary>
    public static IEnumerable<string> TableNames => Tables.Select(table => table.Name);

    /// <summary>Writes a backup to a file that is not there yet; where anything goes wrong there is none.</summary>
    /// <returns>How many rows it has.</returns>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    /// <exception cref="StorageException">The database cannot be read.</exception>
    public static async Task<int> WriteAsync(Database database, string file, DateTimeOffset now, CancellationToken cancel)
    {
        if (File.Exists(file))
        {
            throw new IOException($"{file} is there already. Give another name; a backup overwrites nothing.");
        }

        var partial = $"{file}.partial";
        var (isOurs, count) = (false, 0);
        try
        {
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

            // It has what people said: for its owner alone.
            DeleteLeft(partial);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using (var stream = new FileStream(partial, options))
            {
                isOurs = true;
                await using var text = new StreamWriter(stream) { NewLine = "\n" };
                await WriteLine(text, digest, JsonSerializer.Serialize(new Dictionary<string, string> { ["format"] = Format, ["schema"] = $"{Database.SchemaVersion}", ["made"] = now.ToString("O", CultureInfo.InvariantCulture) }, BackupJson.Default.DictionaryStringString));
                count = await database.ReadAsync(async work => await WriteRows(work, text, digest), cancel);
                await text.WriteLineAsync(JsonSerializer.Serialize(new Dictionary<string, string> { [Rows] = FormattableString.Invariant($"{count}"), [Digest] = Convert.ToHexStringLower(digest.GetCurrentHash()) }, BackupJson.Default.DictionaryStringString));
                await text.FlushAsync(cancel);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, file, overwrite: false);
            return count;
        }
        catch when (isOurs)
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>
    /// Takes away what a backup left that was ended in the middle; one that is still being written cannot be opened. It is not written over: whoever made
    /// the file may have let others read it.
    /// </summary>
    private static void DeleteLeft(string partial)
    {
        if (File.Exists(partial))
        {
            new FileStream(partial, FileMode.Open, FileAccess.Write, FileShare.None).Dispose();
            File.Delete(partial);
        }
    }

    /// <summary>Puts a backup into a register that is empty; all of it or nothing. A file that was cut or changed since it was written is not taken.</summary>
    /// <returns>How many rows it has.</returns>
    /// <exception cref="InvalidDataException">The file is not a whole backup, or the register is not empty.</exception>
    /// <exception cref="StorageException">The database cannot be written to.</exception>
    public static async Task<int> RestoreAsync(Database database, string file, CancellationToken cancel)
    {
        await CheckAsync(file, cancel);
        using var text = new StreamReader(file);
        await text.ReadLineAsync(cancel);
        return await database.WriteAsync(
            async work =>
            {
                if (await work.FirstAsync<long>("SELECT COUNT(*) FROM entry") > 0)
                {
                    throw new InvalidDataException($"{Words.Capitalize(database.Name)} has collaborations, and a backup is restored into an empty register only. Name another database.");
                }

                // A program that serves from it would go on with what it knew, and its links would open nothing.
                if (await work.FirstAsync<long>("SELECT COUNT(*) FROM link") > 0)
                {
                    throw new InvalidDataException($"{Words.Capitalize(database.Name)} has links: it is served, or was. Restore into a database that is not there yet, and start the register on it.");
                }

                foreach (var (name, _) in Tables)
                {
                    await work.ExecuteAsync($"DELETE FROM {name}");
                }

                var (count, number) = (0, 1);
                while (await text.ReadLineAsync(cancel) is { } line)
                {
                    number++;
                    var row = Parse(line, file, number);
                    if (row.TryGetProperty(Rows, out _))
                    {
                        break;
                    }

                    await Insert(work, row, FormattableString.Invariant($"{file}, line {number}"));
                    count++;
                }

                return count;
            },
            cancel);
    }

    /// <summary>Reads the whole file once before anything is changed.</summary>
    private static async Task CheckAsync(string file, CancellationToken cancel)
    {
        using var text = new StreamReader(file);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var first = await text.ReadLineAsync(cancel) ?? "";
        var header = Parse(first, file, 1);
        if (TextOf(header, "format") != Format)
        {
            throw new InvalidDataException($"{file} is not a backup of a register: its first line does not say \"{Format}\".");
        }

        if (TextOf(header, "schema") is var schema && schema != $"{Database.SchemaVersion}")
        {
            throw new InvalidDataException($"{file} is a backup of version {schema}, and this program knows version {Database.SchemaVersion}.");
        }

        Add(digest, first);
        for (var count = 0; await text.ReadLineAsync(cancel) is { } line; count++)
        {
            var row = Parse(line, file, count + 2);
            if (TextOf(row, Rows) is not { } rows)
            {
                Add(digest, line);
            }
            else if (rows == FormattableString.Invariant($"{count}") && TextOf(row, Digest) == Convert.ToHexStringLower(digest.GetHashAndReset()) && await text.ReadLineAsync(cancel) is null)
            {
                return;
            }
            else
            {
                throw new InvalidDataException(FormattableString.Invariant($"{file} is not as it was written: it has {count} rows, and its last line speaks of {rows} others. It was changed or cut; nothing was restored."));
            }
        }

        throw new InvalidDataException($"{file} ends without saying that it is whole. It was cut; nothing was restored.");
    }

    private static void Add(IncrementalHash digest, string line) => digest.AppendData(System.Text.Encoding.UTF8.GetBytes($"{line}\n"));

    private static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static async Task WriteLine(StreamWriter text, IncrementalHash digest, string line)
    {
        Add(digest, line);
        await text.WriteLineAsync(line);
    }

    private static async Task<int> WriteRows(Work work, StreamWriter text, IncrementalHash digest)
    {
        var count = 0;
        foreach (var (name, columns) in Tables)
        {
            foreach (var row in await work.AllAsync<dynamic>($"SELECT {string.Join(", ", columns)} FROM {name} ORDER BY {string.Join(", ", columns.Take(3))}"))
            {
                using var memory = new MemoryStream();
                using (var json = new Utf8JsonWriter(memory, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
                {
                    json.WriteStartObject();
                    json.WriteStartObject(name);
                    foreach (var column in columns)
                    {
                        WriteValue(json, column, ((IDictionary<string, object?>)row)[column]);
                    }

                    json.WriteEndObject();
                    json.WriteEndObject();
                }

                await WriteLine(text, digest, System.Text.Encoding.UTF8.GetString(memory.ToArray()));
                count++;
            }
        }

        return count;
    }

    private static void WriteValue(Utf8JsonWriter json, string column, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(column);
                break;
            case long number:
                json.WriteNumber(column, number);
                break;
            default:
                json.WriteString(column, (string)value);
                break;
        }
    }

    private static async Task Insert(Work work, JsonElement row, string place)
    {
        var given = row.ValueKind == JsonValueKind.Object ? row.EnumerateObject().FirstOrDefault() : default;
        if (Tables.FirstOrDefault(table => table.Name == given.Name) is not { Name: not null } table || given.Value.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"{place}: there is not a table '{given.Name}'.");
        }

        var values = new Dapper.DynamicParameters();
        foreach (var column in table.Columns)
        {
            values.Add(column, given.Value.TryGetProperty(column, out var value) ? Value(value, place) : throw new InvalidDataException($"{place}: '{column}' is missing."));
        }

        await work.ExecuteAsync($"INSERT INTO {table.Name} ({string.Join(", ", table.Columns)}) VALUES ({string.Join(", ", table.Columns.Select(column => $"@{column}"))})", values);
    }

    private static object? Value(JsonElement value, string place) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetInt64(),
        JsonValueKind.String => value.GetString(),
        _ => throw new InvalidDataException($"{place}: {value.ValueKind} is not a value of a row."),
    };

    private static JsonElement Parse(string? line, string file, int number)
    {
        try
        {
            return JsonDocument.Parse(line ?? "").RootElement;
        }
        catch (JsonException)
        {
            throw new InvalidDataException(FormattableString.Invariant($"{file}, line {number}: this is not a line of a backup. It was changed or cut."));
        }
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class BackupJson : System.Text.Json.Serialization.JsonSerializerContext;
