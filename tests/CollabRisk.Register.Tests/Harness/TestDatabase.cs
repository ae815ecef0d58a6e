using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CollabRisk.Register.Tests.Harness;

/// <summary>A database of a test's own, which is gone when the test ends. Several programs may use it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    public const string Variable = "COLLABRISK_POSTGRES";

    private readonly string folder;
    private readonly string name = $"register_{Guid.NewGuid():N}";

    private TestDatabase(Kind kind, string? disk)
    {
        Kind = kind;
        folder = disk is null ? Directory.CreateTempSubdirectory("register-").FullName : Directory.CreateDirectory(Path.Combine(disk, $"register-{Guid.NewGuid():N}")).FullName;
    }

    /// <summary>The connection string of a PostgreSQL server in which databases may be made; null where there is none.</summary>
    public static string? Postgres { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection ? connection : null;

    public Kind Kind { get; }

    /// <summary>A folder for files of the test.</summary>
    public string Folder => folder;

    /// <summary>The file of SQLite.</summary>
    public string File => Path.Combine(folder, "register.db");

    public string Connection => Kind == Kind.Sqlite ? $"Data Source={File}" : new NpgsqlConnectionStringBuilder(Postgres) { Database = name, MaxPoolSize = 20 }.ConnectionString;

    /// <summary>Makes one.</summary>
    /// <param name="kind">Where.</param>
    /// <param name="disk">A folder for its files; null for that of temporary files.</param>
    public static async Task<TestDatabase> MakeAsync(Kind kind, string? disk = null)
    {
        var database = new TestDatabase(kind, disk);
        if (kind == Kind.Postgres)
        {
            await AtServerAsync($"CREATE DATABASE {database.name}");
        }

        return database;
    }

    /// <summary>A connection for looking at what is kept, past the program.</summary>
    public DbConnection Open() => Kind == Kind.Sqlite ? new SqliteConnection(new SqliteConnectionStringBuilder(Connection) { Pooling = false }.ConnectionString) : new NpgsqlConnection(Connection);

    /// <summary>Every value in every table, as text.</summary>
    public async Task<string> EverythingAsync()
    {
        await using var connection = Open();
        var all = new List<string>();
        foreach (var table in new[] { "setting", "entry", "sheet", "snapshot", "change", "link", "audit" })
        {
            foreach (IDictionary<string, object?> row in await connection.QueryAsync($"SELECT * FROM {table}"))
            {
                all.Add($"{table}: {string.Join(" | ", row.Values)}");
            }
        }

        return string.Join('\n', all);
    }

    /// <summary>Lets programs into the database of PostgreSQL, or puts all of them out.</summary>
    public async Task AllowAsync(bool allow)
    {
        await AtServerAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS {allow}");
        if (!allow)
        {
            await AtServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Kind == Kind.Postgres)
        {
            await AtServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task AtServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Postgres) { Pooling = false }.ConnectionString);
        await connection.ExecuteAsync(sql);
    }
}
