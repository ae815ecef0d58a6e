using CollabRisk.Register.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CollabRisk.Register.Hosting;

/// <summary>Healthy where the database can be read, each of its tables, and nothing in it was found damaged.</summary>
internal sealed class DatabaseHealthCheck(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.ReadAsync(
                async work =>
                {
                    foreach (var table in Backup.TableNames)
                    {
                        await work.AllAsync<dynamic>($"SELECT * FROM {table} LIMIT 1");
                    }

                    return 0;
                },
                cancellationToken);
            return database.IsDamaged ? HealthCheckResult.Unhealthy("Something in the database is damaged.") : HealthCheckResult.Healthy();
        }
        catch (StorageException e)
        {
            return HealthCheckResult.Unhealthy(e.Message);
        }
    }
}
