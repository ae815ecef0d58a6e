namespace CollabRisk.Register.Hosting;

/// <summary>
/// Addresses hold the secrets of links, and messages of exceptions repeat answers, so no line of a log has either, whatever levels the
/// configuration sets: what the framework writes of each request and each fault is left out, and the register writes its own.
/// </summary>
internal static class LogSecrecy
{
    /// <summary>Those that write addresses or what was sent, by the beginnings of their names.</summary>
    private static readonly string[] Secretive =
    [
        "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.HttpLogging", "Microsoft.AspNetCore.HostFiltering", "Microsoft.AspNetCore.HttpOverrides", "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.Server.Kestrel.BadRequests", "Microsoft.AspNetCore.StaticFiles", "Microsoft.AspNetCore.W3CLogging",
    ];

    public static void Add(IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options =>
    {
        // Of several rules for one logger the most specific alone holds, and the configuration may have any: so each of them gets the same condition.
        for (var at = 0; at < options.Rules.Count; at++)
        {
            var rule = options.Rules[at];
            options.Rules[at] = new(rule.ProviderName, rule.CategoryName, rule.LogLevel, (provider, category, level) => MayWrite(category, level) && rule.Filter?.Invoke(provider, category, level) != false);
        }

        // This one holds where the configuration says nothing.
        options.Rules.Insert(0, new(null, null, options.MinLevel, (_, category, level) => MayWrite(category, level)));
    });

    private static bool MayWrite(string? category, LogLevel level) =>
        category is null || !Secretive.Any(each => category.StartsWith(each, StringComparison.Ordinal)) || (level >= LogLevel.Warning && category.StartsWith("Microsoft.AspNetCore.Routing", StringComparison.Ordinal));
}
