using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace CollabRisk.Register.Tests.Harness;

/// <summary>The kinds of database that a register may be kept in.</summary>
public enum Kind
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a test on every kind of database. PostgreSQL is a server of its own: without one the test is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new(
    [
        new TheoryDataRow<Kind>(Kind.Sqlite),
        new TheoryDataRow<Kind>(Kind.Postgres) { Skip = TestDatabase.Postgres is null ? $"{TestDatabase.Variable} has not got the connection string of a PostgreSQL server." : null },
    ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
