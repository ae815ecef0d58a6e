using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace CollabRisk.AspNetCore.Tests;

/// <summary>The sample runs as a program of its own and answers.</summary>
public class WebApiSampleTests
{
    [Fact]
    public async Task WebApi_Runs_AnswersAndIsHealthy()
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(tests.Parent!.Parent!.FullName, "WebApi", tests.Name, "WebApi.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(program)! })!;
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(await Address(process)) };
            using var good = await client.PostAsJsonAsync("/brief", new { vision = new { exists = false } }, TestContext.Current.CancellationToken);
            (await good.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("VISION-ABSENT");
            using var bad = await client.PostAsJsonAsync("/brief", new { vison = new { exists = false } }, TestContext.Current.CancellationToken);
            bad.StatusCode.Should().Be(HttpStatusCode.BadRequest);
            (await client.GetStringAsync("/health", TestContext.Current.CancellationToken)).Should().Be("Healthy");
            (await client.GetStringAsync("/collabrisk/openapi.json", TestContext.Current.CancellationToken)).Should().Contain("\"3.1.0\"");
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public void Page_ItsCode_IsThatOfTheSampleButForItsOwnEndpoint()
    {
        var sample = Repository.Read("samples", "WebApi", "Program.cs");
        var lines = Repository.Read("src", "CollabRisk.AspNetCore", "PACKAGE.md").Split("```csharp\n")[1].Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.Contains("MapCollabRisk(", StringComparison.Ordinal) && !line.Contains("AddCollabRiskAspNetCore(", StringComparison.Ordinal));
        lines.Should().AllSatisfy(line => sample.Should().Contain(line));
    }

    private static async Task<string> Address(Process process)
    {
        const string Listening = "Now listening on: ";
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
            {
                return line[(at + Listening.Length)..].Trim();
            }
        }

        throw new InvalidOperationException("The sample ended without listening.");
    }
}
