using CollabRisk.Register.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CollabRisk.Register.Hosting;

/// <summary>Healthy where the database can be read.</summary>
internal sealed class DatabaseHealthCheck(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.ReadAsync(work => work.FirstAsync<string>("SELECT value FROM setting WHERE name = 'schema'"), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StorageException e)
        {
            return HealthCheckResult.Unhealthy(e.Message);
        }
    }
}
