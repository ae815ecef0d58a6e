using System.Data.Common;

namespace CollabRisk.Register.Storage;

/// <summary>Where the register is kept: SQLite in a file, or PostgreSQL. What differs between the two is here and nowhere else.</summary>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>The version of the tables. A database of another one is refused rather than guessed at.</summary>
    public const int SchemaVersion = 1;

    /// <summary>What the database is, for people; without a password.</summary>
    public abstract string Name { get; }

    /// <summary>What a SELECT ends with so that no one changes its rows until the transaction ends; several may hold the same ones.</summary>
    public virtual string SharedLock => "";

    /// <summary>The same for one transaction alone, which waits until no other holds the rows.</summary>
    public virtual string OwnLock => "";

    protected abstract DbDataSource Source { get; }

    /// <summary>Counts the tables of the name @table: one or none.</summary>
    protected abstract string CountOfTable { get; }

    /// <summary>A database by its connection string: one that names a host is PostgreSQL, all others are a file of SQLite.</summary>
    /// <exception cref="ArgumentException">It is a connection string of neither.</exception>
    /// <exception cref="StorageException">It names no file.</exception>
    public static Database Of(string connection)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connection };
            return parts.ContainsKey("Host") || parts.ContainsKey("Server") ? new PostgresDatabase(connection) : new SqliteDatabase(connection);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // It may have a password in it, and is not repeated.
            throw new ArgumentException("Register:Database is not a connection string. Write 'Data Source=register.db', or that of a PostgreSQL database, such as 'Host=db.internal;Database=register;Username=register'.", e);
        }
    }

    /// <summary>Whether there is a register in it. Nothing is made by asking.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public virtual Task<bool> HasRegisterAsync(CancellationToken cancel) => ReadAsync(async work => await work.FirstAsync<long>(CountOfTable, new { table = "setting" }) > 0, cancel);

    /// <summary>Makes the tables where there are none.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        using var stream = typeof(Database).Assembly.GetManifestResourceStream("Schema.sql")!;
        using var reader = new StreamReader(stream);
        var schema = await reader.ReadToEndAsync(cancel);
        BeforeFirstUse();
        await WriteAsync(
            async work =>
            {
                await LockSchemaAsync(work, cancel);
                await work.ExecuteAsync(schema);
                await work.ExecuteAsync("INSERT INTO setting (name, value) VALUES ('schema', @version) ON CONFLICT (name) DO NOTHING", new { version = $"{SchemaVersion}" });
                var found = await work.FirstAsync<string>("SELECT value FROM setting WHERE name = 'schema'");
                return found == $"{SchemaVersion}" ? 0
                    : throw new StorageException($"The tables in {Name} are of version {found}, and this program knows version {SchemaVersion}. Start the program that wrote them, or restore a backup that fits.", isLasting: true);
            },
            cancel);
    }

    /// <summary>Reads. What is read together is of one state.</summary>
    /// <exception cref="StorageException">The database cannot be used now.</exception>
    public Task<T> ReadAsync<T>(Func<Work, Task<T>> read, CancellationToken cancel) => InTransactionAsync(read, isRead: true, cancel);

    /// <summary>Writes all of it or nothing.</summary>
    /// <exception cref="StorageException">The database cannot be used now; nothing was written.</exception>
    public Task<T> WriteAsync<T>(Func<Work, Task<T>> write, CancellationToken cancel) => InTransactionAsync(write, isRead: false, cancel);

    /// <summary>What deletion leaves on the disk is written over, as far as the database can.</summary>
    public virtual Task ScrubAsync(CancellationToken cancel) => Task.CompletedTask;

    public virtual async ValueTask DisposeAsync() => await Source.DisposeAsync();

    /// <summary>Whether an insert failed because its key is there already.</summary>
    public abstract bool IsTaken(DbException exception);

    /// <summary>Whether something that was kept could not be read since the program started. What else there is can be used, and is not to be relied on.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>What is wrong with the database.</summary>
    protected abstract Trouble Reason(DbException exception);

    protected StorageException NotUsable(DbException exception)
    {
        var reason = Reason(exception);
        IsDamaged |= reason.IsDamage;
        return new(reason, exception);
    }

    protected virtual void BeforeFirstUse()
    {
    }

    protected virtual Task LockSchemaAsync(Work work, CancellationToken cancel) => Task.CompletedTask;

    protected virtual ValueTask<IDisposable?> TurnAsync(bool isRead, CancellationToken cancel) => new((IDisposable?)null);

    private async Task<T> InTransactionAsync<T>(Func<Work, Task<T>> run, bool isRead, CancellationToken cancel)
    {
        using var turn = await TurnAsync(isRead, cancel);
        try
        {
            await using var connection = await Source.OpenConnectionAsync(cancel);
            await using var transaction = await BeginAsync(connection, isRead, cancel);
            var result = await run(new Work(connection, transaction, cancel));
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        catch (DbException e) when (!IsTaken(e))
        {
            throw NotUsable(e);
        }
        catch (Exception e) when (e is IOException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw new StorageException("The database does not answer.", e);
        }
    }

    protected abstract ValueTask<DbTransaction> BeginAsync(DbConnection connection, bool isRead, CancellationToken cancel);
}
