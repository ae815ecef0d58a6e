using System.CommandLine;
using CollabRisk.Questions;
using CollabRisk.Register.Rules;
using CollabRisk.Register.Settings;
using CollabRisk.Register.Storage;
using CollabRisk.Text;
using Microsoft.Extensions.Options;

namespace CollabRisk.Register.Hosting;

/// <summary>The command line: it serves, makes a link for the office, makes a backup and restores one.</summary>
internal static class RegisterCommand
{
    /// <summary>Something is wrong that whoever operates the register can mend.</summary>
    public const int Failed = 1;

    /// <summary>What of the configuration may be given on the command line: sections with a colon, and keys.</summary>
    private static readonly string[] Settable = [$"{RegisterOptions.Section}:", "Kestrel:", "Logging:", "urls", "http_ports", "https_ports", "environment", "AllowedHosts"];

    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var database = new Option<string?>("--database") { Description = "The connection string: 'Data Source=FILE' for SQLite, or with 'Host=' a PostgreSQL database.", Recursive = true, HelpName = "CONNECTION" };
        var root = new RootCommand("The register of CollabRisk: collaborations that several people keep together. Without a command it serves. Everything that can be set is in docs/operating.md; what is given as --Register:Name=value is taken too.") { database };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancel) => GuardedAsync(() => ServeAsync(Settings(parsed, database), output, cancel), errors));

        var link = new Command("link", "Makes a link for the office, and prints it.") { TreatUnmatchedTokensAsErrors = false };
        link.SetAction((parsed, cancel) => WithServicesAsync(() => Settings(parsed, database), errors, async services =>
        {
            if (!await PrepareAsync(services, cancel))
            {
                errors.WriteLine($"{Words.Capitalize(services.GetRequiredService<Database>().Name)} was not there or was empty: a new register was made in it. If there is another already, name it with --database, and make the link there.");
            }

            var secret = await RegisterHost.MakeOfficeLinkAsync(services.GetRequiredService<RegisterStore>(), TimeProvider.System, cancel);
            output.WriteLine($"{Address(services)}/l/{secret}");
        }));

        var file = new Argument<string>("FILE") { Description = "The file." };
        var backup = new Command("backup", "Writes all that the register keeps to a file, while it is in use. It can be restored into SQLite and PostgreSQL alike.") { file };
        backup.TreatUnmatchedTokensAsErrors = false;
        backup.SetAction((parsed, cancel) => WithServicesAsync(() => Settings(parsed, database), errors, async services =>
        {
            var kept = services.GetRequiredService<Database>();
            if (!await kept.HasRegisterAsync(cancel))
            {
                throw new StorageException($"There is not a register in {kept.Name}. Name the one to back up with --database, as it is served.", isLasting: true);
            }

            await kept.PrepareAsync(cancel);
            var count = await Backup.WriteAsync(kept, parsed.GetValue(file)!, TimeProvider.System.GetUtcNow(), cancel);
            output.WriteLine($"{parsed.GetValue(file)}: {Words.Count(count, "row")}. Whoever has it has all that people said: keep it as you keep the register.");
        }));

        var restore = new Command("restore", "Puts a backup into a register that is empty.") { file };
        restore.TreatUnmatchedTokensAsErrors = false;
        restore.SetAction((parsed, cancel) => WithServicesAsync(() => Settings(parsed, database), errors, async services =>
        {
            await PrepareAsync(services, cancel);
            var count = await Backup.RestoreAsync(services.GetRequiredService<Database>(), parsed.GetValue(file)!, cancel);
            output.WriteLine($"{Words.Count(count, "row")} restored into {services.GetRequiredService<Database>().Name}.");
        }));

        root.Add(link);
        root.Add(backup);
        root.Add(restore);
        // Signals are the host's: it ends what it serves and stops. Two that come together would end in an exception of the command line.
        return root.Parse(args).InvokeAsync(new() { Output = output, Error = errors, ProcessTerminationTimeout = null });
    }

    private static async Task ServeAsync(string[] settings, TextWriter output, CancellationToken cancel)
    {
        await using var app = RegisterHost.Build(settings);
        if (app.Urls.Count == 0 && string.IsNullOrEmpty(app.Configuration["urls"]) && !app.Configuration.GetSection("Kestrel:Endpoints").Exists() && string.IsNullOrEmpty(app.Configuration["http_ports"]))
        {
            app.Urls.Add(RegisterHost.UsualAddress);
        }

        await RegisterHost.PrepareAsync(app.Services, cancel);
        var usual = app.Services.GetRequiredService<RuleShelf>().EvaluatorOf([]);
        await app.StartAsync(cancel);

        // Only now, since it is shown once: a start that fails would have made a link that no one has.
        var first = await RegisterHost.FirstLinkAsync(app.Services, cancel);

        // It takes seconds, and everyone needs it: it is begun before the first asks, and nobody waits for it who does not need it.
        _ = Task.Run(() => ShortForm.Of(usual.RuleBook), CancellationToken.None);
        output.WriteLine($"The register is kept in {app.Services.GetRequiredService<Database>().Name}.");
        output.WriteLine(first is null
            ? $"It is at {Address(app.Services, app)}. Links that were made work on; 'link' makes one for the office."
            : $"Open this link to begin. It is shown once, and whoever has it may do everything: {Address(app.Services, app)}/l/{first}");
        await app.WaitForShutdownAsync(cancel);
    }

    private static async Task<int> WithServicesAsync(Func<string[]> settings, TextWriter errors, Func<IServiceProvider, Task> work) => await GuardedAsync(
        async () =>
        {
            await using var app = RegisterHost.Build(settings(), builder => builder.Logging.ClearProviders());
            await work(app.Services);
        },
        errors);

    /// <summary>Makes the tables where there are none.</summary>
    /// <returns>Whether there was a register already.</returns>
    private static async Task<bool> PrepareAsync(IServiceProvider services, CancellationToken cancel)
    {
        var database = services.GetRequiredService<Database>();
        var isThere = await database.HasRegisterAsync(cancel);
        await database.PrepareAsync(cancel);
        return isThere;
    }

    /// <summary>What an operator can mend is said in sentences, all at once, and without a trace.</summary>
    private static async Task<int> GuardedAsync(Func<Task> work, TextWriter errors)
    {
        try
        {
            await work();
            return 0;
        }
        catch (OptionsValidationException e)
        {
            foreach (var failure in e.Failures)
            {
                errors.WriteLine(failure);
            }
        }
        catch (Exception e) when (e is StorageException or InvalidDataException or IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException { InnerException: null })
        {
            errors.WriteLine(e.Message);
        }

        return Failed;
    }

    private static string Address(IServiceProvider services, WebApplication? app = null) =>
        services.GetRequiredService<IOptions<RegisterOptions>>().Value.Address ?? app?.Urls.FirstOrDefault()?.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal) ?? RegisterHost.UsualAddress;

    /// <summary>What was given for the configuration: whatever is not an option of ours, and the database under its name.</summary>
    /// <exception cref="OptionsValidationException">Something was given that has no meaning.</exception>
    private static string[] Settings(ParseResult parsed, Option<string?> database)
    {
        var problems = Meaningless(parsed.UnmatchedTokens).ToList();
        return problems.Count > 0 ? throw new OptionsValidationException(RegisterOptions.Section, typeof(RegisterOptions), problems)
            : [.. parsed.UnmatchedTokens, .. parsed.GetValue(database) is { } connection ? [$"--{RegisterOptions.Section}:{nameof(RegisterOptions.Database)}={connection}"] : Array.Empty<string>()];
    }

    /// <summary>What is neither an option nor a setting: a word that is not quite right must not be ignored in silence.</summary>
    private static IEnumerable<string> Meaningless(IReadOnlyList<string> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            var key = token.Split('=')[0];
            if (!token.StartsWith("--", StringComparison.Ordinal))
            {
                yield return $"'{token}' is neither a command nor an option.{DidYouMean.Sentence(token, ["link", "backup", "restore"])} --help names all there are.";
            }
            else if (!Settable.Any(each => each.EndsWith(':') ? key.StartsWith($"--{each}", StringComparison.OrdinalIgnoreCase) : key.Equals($"--{each}", StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"'{key}' is not an option.{DidYouMean.Sentence(key, ["--database", .. Settable.Where(each => !each.EndsWith(':')).Select(each => $"--{each}")])} What is set in the configuration is given as --Register:Name=value.";
            }
            else if (!token.Contains('=', StringComparison.Ordinal))
            {
                // Its value is the next one.
                if (++at == tokens.Count)
                {
                    yield return $"'{key}' has not got a value. Write {key}=VALUE.";
                }
            }
        }
    }
}
