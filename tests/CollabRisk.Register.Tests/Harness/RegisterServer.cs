using CollabRisk.Register.Access;
using CollabRisk.Register.Hosting;
using CollabRisk.Register.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CollabRisk.Register.Tests.Harness;

/// <summary>The program itself, with a real server on a port of its own.</summary>
internal sealed class RegisterServer : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly bool ownsDatabase;

    private RegisterServer(WebApplication app, TestDatabase database, bool ownsDatabase, LogLines log, LinkSecret? first)
    {
        (App, this.database, this.ownsDatabase, Log) = (app, database, ownsDatabase, log);
        Address = new Uri(app.Urls.Single());
        FirstLink = first is null ? null : $"/l/{first}";
    }

    public WebApplication App { get; }

    public Uri Address { get; }

    public LogLines Log { get; }

    public TestDatabase Database => database;

    /// <summary>The link of the office that was made at the start; null where there was one.</summary>
    public string? FirstLink { get; }

    public RegisterStore Store => App.Services.GetRequiredService<RegisterStore>();

    /// <summary>A register with a database of its own.</summary>
    public static async Task<RegisterServer> StartAsync(Kind kind = Kind.Sqlite, TimeProvider? clock = null, params string[] settings) =>
        await StartAsync(await TestDatabase.MakeAsync(kind), true, clock, settings);

    /// <summary>One more program on a database.</summary>
    public static Task<RegisterServer> OnAsync(TestDatabase database, TimeProvider? clock = null, params string[] settings) => StartAsync(database, false, clock, settings);

    /// <summary>Someone with a browser, who follows a link.</summary>
    public async Task<(Browser Browser, Page Page)> EnterAsync(string link)
    {
        var browser = new Browser(Address);
        return (browser, await browser.GoAsync(new Uri(Address, link).PathAndQuery));
    }

    /// <summary>The office, by the first link.</summary>
    public Task<(Browser Browser, Page Page)> EnterOfficeAsync() => EnterAsync(FirstLink!);

    /// <summary>A link of the office that this test makes.</summary>
    public async Task<string> OfficeLinkAsync() => $"/l/{await RegisterHost.MakeOfficeLinkAsync(Store, App.Services.GetRequiredService<TimeProvider>(), default)}";

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        if (ownsDatabase)
        {
            await database.DisposeAsync();
        }
    }

    private static async Task<RegisterServer> StartAsync(TestDatabase database, bool ownsDatabase, TimeProvider? clock, string[] settings)
    {
        var log = new LogLines();
        var app = RegisterHost.Build(["--urls=http://127.0.0.1:0", $"--Register:Database={database.Connection}", .. settings], builder =>
        {
            builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
            if (clock is not null)
            {
                builder.Services.AddSingleton(clock);
            }
        });
        await RegisterHost.PrepareAsync(app.Services, default);
        await app.StartAsync();
        return new(app, database, ownsDatabase, log, await RegisterHost.FirstLinkAsync(app.Services, default));
    }
}
