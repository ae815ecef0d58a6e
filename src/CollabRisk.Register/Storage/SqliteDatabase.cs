using System.Data.Common;
using CollabRisk.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CollabRisk.Register.Storage;

/// <summary>A register in one file, for one program.</summary>
internal sealed class SqliteDatabase : Database
{
    // From sqlite3.h.
    private const int Busy = 5, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26, TakenKey = 1555, TakenValue = 2067;

    /// <summary>Of emptying the log, with some time between them.</summary>
    private const int MostAttempts = 200;

    private readonly SqliteConnectionStringBuilder connection;

    /// <summary>Writers wait for their turn here, in the order in which they came, and not in SQLite, where they would sleep and try again.</summary>
    private readonly SemaphoreSlim writers = new(1, 1);

    public SqliteDatabase(string connection)
    {
        this.connection = new(connection) { ForeignKeys = true, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = true, DefaultTimeout = 15 };
        if (string.IsNullOrWhiteSpace(this.connection.DataSource))
        {
            throw new StorageException("Register:Database names no file. Write 'Data Source=register.db', or the connection string of a PostgreSQL database, with 'Host='.", isLasting: true);
        }

        Source = SqliteFactory.Instance.CreateDataSource(this.connection.ConnectionString);
    }

    /// <summary>The full path of the file.</summary>
    public string File => Path.GetFullPath(connection.DataSource);

    public override string Name => $"the file {File}";

    protected override DbDataSource Source { get; }

    protected override string CountOfTable => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @table";

    /// <summary>To open a file that is not there would make one.</summary>
    public override async Task<bool> HasRegisterAsync(CancellationToken cancel) => System.IO.File.Exists(File) && await base.HasRegisterAsync(cancel);

    /// <exception cref="StorageException">The disk does not take it, or something reads for so long that the log cannot be emptied.</exception>
    public override async Task ScrubAsync(CancellationToken cancel)
    {
        using var turn = await TurnAsync(isRead: false, cancel);
        try
        {
            await using var open = await Source.OpenConnectionAsync(cancel);

            // Pages of the log that still hold what was deleted go into the file, where secure_delete has written it over. Whoever reads just now is waited for.
            for (var attempt = 0; await open.QueryFirstAsync<long>("PRAGMA wal_checkpoint(TRUNCATE)") != 0; attempt++)
            {
                if (attempt == MostAttempts)
                {
                    throw new StorageException("It is deleted. Its traces are still in the log of the database, because something reads from it without an end; they go when the register is started again.", isLasting: false);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
            }
        }
        catch (DbException e)
        {
            throw NotUsable(e);
        }
    }

    public override bool IsTaken(DbException exception) => exception is SqliteException { SqliteExtendedErrorCode: TakenKey or TakenValue };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        using var pooled = new SqliteConnection(connection.ConnectionString);
        SqliteConnection.ClearPool(pooled);
        writers.Dispose();
    }

    /// <summary>What people say is for the owner of the file alone; SQLite gives its other files the same rights.</summary>
    protected override void BeforeFirstUse()
    {
        if (OperatingSystem.IsWindows() || System.IO.File.Exists(File) || !Directory.Exists(Path.GetDirectoryName(File)))
        {
            return;
        }

        try
        {
            using var made = new FileStream(File, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another program was faster, or may write here where this one may not: SQLite says which.
        }
    }

    protected override async ValueTask<IDisposable?> TurnAsync(bool isRead, CancellationToken cancel)
    {
        if (isRead)
        {
            return null;
        }

        await writers.WaitAsync(cancel);
        return new Turn(writers);
    }

    protected override async ValueTask<DbTransaction> BeginAsync(DbConnection connection, bool isRead, CancellationToken cancel)
    {
        // A write-ahead log lets readers read while one writes; FULL has each commit on the disk before it is said to be.
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
        return ((SqliteConnection)connection).BeginTransaction(deferred: isRead);
    }

    protected override Trouble Reason(DbException exception) => ((SqliteException)exception).SqliteErrorCode switch
    {
        Full => new("The disk is full."),
        Busy => new("Another program holds the file of the register."),
        ReadOnly => new("The file of the register may not be written to."),
        IoError => new("The disk cannot be read from or written to."),
        CannotOpen => new("The file of the register cannot be opened.", $"{Words.Capitalize(Name)} cannot be opened. Its folder must be there, and this program must be allowed to write in it."),
        Corrupt or NotADatabase => new("The file of the register is damaged.", $"{Words.Capitalize(Name)} is damaged, or is not a register. Keep it, and restore a backup into another one.", IsDamage: true),
        _ => Trouble.Of($"SQLite says: {exception.Message}"),
    };

    private sealed class Turn(SemaphoreSlim writers) : IDisposable
    {
        public void Dispose() => writers.Release();
    }
}
