using System.Data;
using System.Data.Common;
using CollabRisk.Text;
using Npgsql;

namespace CollabRisk.Register.Storage;

/// <summary>A register in PostgreSQL, for one program or several.</summary>
internal sealed class PostgresDatabase : Database
{
    /// <summary>Any number will do, as long as all nodes take the same.</summary>
    private const long SchemaLock = 0x436f6c6c61625269;

    private readonly NpgsqlConnectionStringBuilder connection;

    public PostgresDatabase(string connection)
    {
        this.connection = new(connection) { ApplicationName = "CollabRisk.Register" };
        Source = NpgsqlDataSource.Create(this.connection);
    }

    public override string Name => $"the PostgreSQL database {connection.Database} on {connection.Host}";

    public override string SharedLock => " FOR SHARE";

    public override string OwnLock => " FOR UPDATE";

    protected override DbDataSource Source { get; }

    protected override string CountOfTable => "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = @table";

    public override bool IsTaken(DbException exception) => exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>Nodes that start at the same time make the tables one after another.</summary>
    protected override Task LockSchemaAsync(Work work, CancellationToken cancel) => work.ExecuteAsync("SELECT pg_advisory_xact_lock(@key)", new { key = SchemaLock });

    protected override ValueTask<DbTransaction> BeginAsync(DbConnection connection, bool isRead, CancellationToken cancel) =>
        connection.BeginTransactionAsync(isRead ? IsolationLevel.RepeatableRead : IsolationLevel.ReadCommitted, cancel);

    protected override Trouble Reason(DbException exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new("The disk of the database is full."),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => Trouble.Of("The database refuses the name or the password of this program."),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => Trouble.Of($"There is not a database called {connection.Database}. Make it first."),
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => new("The database has too many connections."),
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } e => new("The database is damaged.", $"{Words.Capitalize(Name)} is damaged: {e.MessageText} ({e.SqlState})", IsDamage: true),
        PostgresException e => Trouble.Of($"PostgreSQL says: {e.MessageText} ({e.SqlState})"),
        _ => new("The database does not answer."),
    };
}
