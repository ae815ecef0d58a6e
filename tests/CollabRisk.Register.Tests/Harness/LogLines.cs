using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CollabRisk.Register.Tests.Harness;

/// <summary>Everything that is logged, at every level, with what goes along with it.</summary>
internal sealed class LogLines : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> lines = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public IReadOnlyList<string> All => [.. lines];

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LogLines lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => lines.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var around = new List<string>();
            lines.scopes.ForEachScope((scope, list) => list.Add(scope is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(", ", values.Select(each => $"{each.Key}={each.Value}")) : $"{scope}"), around);
            var named = state is IEnumerable<KeyValuePair<string, object?>> parts ? string.Join(", ", parts.Select(each => $"{each.Key}={each.Value}")) : "";
            lines.lines.Enqueue($"{logLevel} {category} {eventId.Name}: {formatter(state, exception)} [{named}] [{string.Join("; ", around)}] {exception}");
        }
    }
}
