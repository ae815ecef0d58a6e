using System.Data.Common;
using Dapper;

namespace CollabRisk.Register.Storage;

/// <summary>Statements within one transaction.</summary>
internal sealed class Work(DbConnection connection, DbTransaction transaction, CancellationToken cancel)
{
    public Task<int> ExecuteAsync(string sql, object? values = null) => connection.ExecuteAsync(Command(sql, values));

    public Task<T> FirstAsync<T>(string sql, object? values = null) => connection.QueryFirstAsync<T>(Command(sql, values));

    public Task<T?> FirstOrNoneAsync<T>(string sql, object? values = null) => connection.QueryFirstOrDefaultAsync<T>(Command(sql, values));

    public async Task<IReadOnlyList<T>> AllAsync<T>(string sql, object? values = null) => [.. await connection.QueryAsync<T>(Command(sql, values))];

    private CommandDefinition Command(string sql, object? values) => new(sql, values, transaction, cancellationToken: cancel);
}
