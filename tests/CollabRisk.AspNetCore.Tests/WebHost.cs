using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CollabRisk.AspNetCore.Tests;

/// <summary>A web application with a real server on a port of its own.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebHost(WebApplication app)
    {
        this.app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    /// <summary>Starts an application.</summary>
    /// <param name="map">Maps its endpoints.</param>
    /// <param name="add">Adds its services, next to those of CollabRisk.</param>
    /// <param name="environment">The environment, since what happens to errors differs.</param>
    /// <param name="limits">Sets limits.</param>
    public static async Task<WebHost> StartAsync(
        Action<WebApplication> map, Action<IServiceCollection>? add = null, string environment = "Production", Action<CollabRiskAspNetCoreOptions>? limits = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddCollabRiskAspNetCore(limits);
        add?.Invoke(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new WebHost(app);
    }

    public Task<Reply> PostAsync(string path, string body, string contentType = "application/json", string? accept = null) =>
        SendAsync(HttpMethod.Post, path, body, contentType, accept);

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, "", null);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync(TestContext.Current.CancellationToken);
        await app.DisposeAsync();
    }

    private async Task<Reply> SendAsync(HttpMethod method, string path, string? body, string contentType, string? accept)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = contentType.Length == 0 ? null : MediaTypeHeaderValue.Parse(contentType);
        }

        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Reply(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}

/// <summary>What a request got.</summary>
internal sealed record Reply(HttpStatusCode Status, string? MediaType, string Text)
{
    public JsonElement Json { get; } = MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonDocument.Parse(Text).RootElement : default;

    /// <summary>The problems, each as line, column, path and message.</summary>
    public IReadOnlyList<string> Problems => [.. Json.GetProperty("problems").EnumerateArray().Select(problem =>
        $"{problem.GetProperty("line")},{problem.GetProperty("column")} {problem.GetProperty("path")}: {problem.GetProperty("message")}")];
}
