using System.Text.Json.Serialization;
using CollabRisk.AspNetCore;
using CollabRisk.DependencyInjection;
using CollabRisk.Register.Access;
using CollabRisk.Register.Answering;
using CollabRisk.Register.Api;
using CollabRisk.Register.Coordination;
using CollabRisk.Register.Model;
using CollabRisk.Register.Pages;
using CollabRisk.Register.Requests;
using CollabRisk.Register.Routes;
using CollabRisk.Register.Rules;
using CollabRisk.Register.Settings;
using CollabRisk.Register.Storage;
using CollabRisk.RulePacks;
using CollabRisk.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using static CollabRisk.Register.Requests.Callers;

namespace CollabRisk.Register.Hosting;

/// <summary>Puts the program together.</summary>
internal static partial class RegisterHost
{
    /// <summary>Where it listens unless the configuration says otherwise: on this machine alone.</summary>
    public const string UsualAddress = "http://localhost:5080";

    /// <summary>So many bytes are taken of a request; pages have limits of their own.</summary>
    private const int MostBytes = 1024 * 1024;

    /// <summary>Makes the application; see <see cref="PrepareAsync"/> for what it does before it starts.</summary>
    /// <exception cref="OptionsValidationException">Something is wrong with the configuration or with a pack; every problem is named.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(RegisterHost).Assembly.GetName().Name });
        configure?.Invoke(builder);
        builder.Services.AddOptions<RegisterOptions>().Configure<IConfiguration>((options, configuration) => options.TakeOver(configuration.GetSection(RegisterOptions.Section)))
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<RegisterOptions>, OptionsCheck>();

        LogSecrecy.Add(builder.Services);
        builder.WebHost.ConfigureKestrel((context, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
        });

        builder.Services.AddSingleton(services => Database.Of(services.GetRequiredService<IOptions<RegisterOptions>>().Value.Database));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<RegisterStore>();
        builder.Services.AddSingleton<RuleShelf>();
        builder.Services.AddSingleton<Coordinator>();
        builder.Services.AddSingleton<AnswerDesk>();
        builder.Services.AddSingleton<LinkTries>();
        builder.Services.AddSingleton<Gate>();
        builder.Services.AddSingleton<Door>();
        builder.Services.AddSingleton<RespondentRoutes>();
        builder.Services.AddSingleton<EntryRoutes>();
        builder.Services.AddSingleton<PartnerRoutes>();
        builder.Services.AddSingleton<OfficeRoutes>();
        builder.Services.AddSingleton<RegisterApi>();
        builder.Services.AddCollabRisk();
        builder.Services.AddCollabRiskAspNetCore();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false)));
        builder.Services.AddOpenApi(RegisterApi.DocumentName, RegisterApi.Describe);
        builder.Services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        builder.Services.AddHealthChecks().AddCollabRisk().AddCheck<DatabaseHealthCheck>("database");
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>, RateLimits>();
        builder.Services.AddSingleton<IConfigureOptions<ForwardedHeadersOptions>, Forwarding>();
        var app = builder.Build();
        Use(app);
        return app;
    }

    /// <summary>Makes the tables where there are none, and reads what all nodes share.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancel)
    {
        var store = services.GetRequiredService<RegisterStore>();
        await store.Database.PrepareAsync(cancel);
        services.GetRequiredService<IOptions<RegisterOptions>>().Value.Secret = await store.SettingAsync("secret", () => LinkSecret.New().Secret, cancel);
    }

    /// <summary>Makes the link of the office where there is none in force, and no one else who has that role.</summary>
    /// <returns>The secret of the new link; null where there is one already.</returns>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public static async Task<LinkSecret?> FirstLinkAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (store, clock) = (services.GetRequiredService<RegisterStore>(), services.GetRequiredService<TimeProvider>());
        return (await store.LinksAsync(null, cancel)).Any(link => link.Role == Role.Office && link.IsValidAt(clock.GetUtcNow())) || services.GetRequiredService<IOptions<RegisterOptions>>().Value.SignIn.Office.Count > 0
            ? null : await MakeOfficeLinkAsync(store, clock, cancel);
    }

    public static async Task<LinkSecret> MakeOfficeLinkAsync(RegisterStore store, TimeProvider clock, CancellationToken cancel)
    {
        var secret = LinkSecret.New();
        await store.AddAsync(secret.ToLink(Role.Office, null, null, clock.GetUtcNow(), null), cancel);
        await store.NoteAsync("whoever operates the register", $"made the link {secret.Id} for the office.", null, "", cancel);
        return secret;
    }

    private static void Use(WebApplication app)
    {
        app.Use((context, next) =>
        {
            // Who really holds the connection, before a proxy's word on it is taken.
            context.Items[Proxies.Item] = context.Connection.RemoteIpAddress;
            return next(context);
        });
        app.UseForwardedHeaders();
        app.Use(WithHeaders);
        app.UseExceptionHandler(failed => failed.Run(FailAsync));
        app.UseStatusCodePages(context =>
        {
            var (request, status) = (context.HttpContext.Request, context.HttpContext.Response.StatusCode);
            var (title, advice) = status switch
            {
                StatusCodes.Status405MethodNotAllowed => (ReasonPhrases.GetReasonPhrase(status), $"This address does not take {Shown.Name(request.Method)}."),
                StatusCodes.Status415UnsupportedMediaType => (ReasonPhrases.GetReasonPhrase(status), "Send JSON, with 'Content-Type: application/json'."),
                _ => (IsForPrograms(context.HttpContext) ? ReasonPhrases.GetReasonPhrase(status) : Refusal.NotThere.Title, Refusal.NotThere.Advice),
            };
            return IsForPrograms(context.HttpContext) ? RegisterApi.Problem(status, title, advice).ExecuteAsync(context.HttpContext) : PageResult.Of(Frame.Message(title, advice), status).ExecuteAsync(context.HttpContext);
        });
        app.UseRouting();
        app.UseRateLimiter();
        app.Use((context, next) =>
        {
            RequestName.Prepare(context, MostBytes);
            return next(context);
        });

        var services = app.Services;
        var door = services.GetRequiredService<Door>();
        app.MapGet("/", context => PageResult.Of(Frame.Message("CollabRisk register", "Open the link that you were sent. Whoever operates this register gets the first one where it was started.")).ExecuteAsync(context));
        app.MapGet("/l/{link}", door.EnterAsync);
        app.MapGet("/register.css", context => Asset(context, "text/css; charset=utf-8", Assets.Style));
        app.MapGet("/register.js", context => Asset(context, "text/javascript; charset=utf-8", Assets.Script));
        app.MapHealthChecks("/health");
        var pages = app.MapGroup("/r/{key}");
        var (respondents, entries, office) = (services.GetRequiredService<RespondentRoutes>(), services.GetRequiredService<EntryRoutes>(), services.GetRequiredService<OfficeRoutes>());
        pages.MapGet("", door.For(_ => true, visit => visit.Visitor.Role switch
        {
            Role.Respondent => respondents.HomeAsync(visit),
            Role.Coordinator => Task.FromResult<IResult>(new SeeOther($"{visit.Visitor.Home}c/{visit.Visitor.Entry}/")),
            Role.Reader when visit.Visitor.Entry is { } entry => Task.FromResult<IResult>(new SeeOther($"{visit.Visitor.Home}c/{entry}/results")),
            _ => office.HomeAsync(visit),
        }));
        respondents.Map(pages);
        entries.Map(pages);
        services.GetRequiredService<PartnerRoutes>().Map(pages);
        office.Map(pages);
        services.GetRequiredService<RegisterApi>().Map(app);
    }

    /// <summary>Gives every response the headers that keep it safe, but for those that it has of its own. They come last: a failure takes back what was there before it.</summary>
    private static Task WithHeaders(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.TryAdd(HeaderNames.ContentSecurityPolicy, Frame.Policy);
            headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");

            // To other sites nothing goes; without it browsers would send our own forms with the origin "null", as if they came from elsewhere.
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
            headers.TryAdd(HeaderNames.XFrameOptions, "DENY");
            headers.TryAdd(HeaderNames.CacheControl, "no-store");
            if (context.Request.IsHttps)
            {
                headers.TryAdd(HeaderNames.StrictTransportSecurity, "max-age=31536000");
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    private static async Task FailAsync(HttpContext context)
    {
        var error = context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>()?.Error;

        // That packs do not go together is true of all snapshots, and says more.
        error = error is Coordination.UnassessedException { InnerException: RulePackException conflict } ? conflict : error;
        var (status, title, advice) = error switch
        {
            // Reading a form says all of what is wrong with one type of exception, which has no status or number beside its message; only those about
            // its limits speak of one. Setting no limits but that of the body would make a type of each, and let a small body become very many fields.
            InvalidDataException form when !form.Message.Contains("limit", StringComparison.Ordinal) => (StatusCodes.Status400BadRequest, "This form cannot be read", "It has a character that no text has (U+0000), or was cut on its way. Nothing was changed. Go back, take the character out, and send it again."),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException => (StatusCodes.Status413PayloadTooLarge, "This is too large", "What was sent is larger than the register takes. Nothing was changed."),
            BadHttpRequestException { InnerException: System.Text.Json.JsonException json } bad => (bad.StatusCode, "This request cannot be read", FormattableString.Invariant($"Nothing was changed. The JSON is wrong in line {json.LineNumber + 1}{(json.Path is { Length: > 1 } path ? $", at {path}" : "")}.")),
            BadHttpRequestException bad => (bad.StatusCode, "This request cannot be read", IsForPrograms(context) ? $"Nothing was changed. {bad.Message}" : "Nothing was changed. Open the page again."),
            Answering.UnfitAnswersException unfit => (StatusCodes.Status409Conflict, "The rules do not fit what was answered", unfit.InFull),
            Coordination.UnassessedException unassessed => (StatusCodes.Status409Conflict, "This cannot be assessed", $"{unassessed.Message} What can be is on the page Over time."),
            RulePackException packs => (StatusCodes.Status503ServiceUnavailable, "The rule packs of this collaboration do not go together", $"{string.Join(" ", packs.Problems.Take(5))} Whoever operates the register can mend them."),
            StorageException storage => (StatusCodes.Status503ServiceUnavailable, "This could not be done now", $"{storage.Shown} {storage.Advice}"),
            _ => (StatusCodes.Status500InternalServerError, "Something went wrong here", "It is in the log of the register. Nothing that was kept before is lost. Try again, and tell whoever operates it if it goes on."),
        };
        if (status >= StatusCodes.Status500InternalServerError && error is not null)
        {
            Failed(context.RequestServices.GetRequiredService<ILogger<WebApplication>>(), context.Request.Method, Faults.InWords(error));
        }

        if (IsForPrograms(context))
        {
            await RegisterApi.Problem(status, title, advice).ExecuteAsync(context);
            return;
        }

        await PageResult.Of(Frame.Message(title, advice), status).ExecuteAsync(context);
    }

    private static Task Asset(HttpContext context, string type, (string Text, string Tag) asset)
    {
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.ETag = asset.Tag;
        if (context.Request.Headers.IfNoneMatch.Contains(asset.Tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = type;
        return context.Response.WriteAsync(asset.Text, context.RequestAborted);
    }

    [LoggerMessage(6, LogLevel.Error, "A {Method} failed: {Fault}", EventName = "Failed")]
    private static partial void Failed(ILogger log, string method, string fault);

    private sealed class OptionsCheck(IConfiguration configuration) : IValidateOptions<RegisterOptions>
    {
        public ValidateOptionsResult Validate(string? name, RegisterOptions options) =>
            RegisterOptions.Meaningless(configuration.GetSection(RegisterOptions.Section)).Concat(options.Problems()).ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
