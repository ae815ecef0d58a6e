using System.Diagnostics;

namespace CollabRisk.Cli.Tests;

/// <summary>
/// The tool in a process that is told to end while it waits for its input. SIGINT takes the same way; it is not sent here, since a
/// process that was started in the background may have been told to ignore it.
/// </summary>
public sealed class InterruptedProcessTests
{
    [Theory]
    [InlineData("TERM", "text")]
    [InlineData("TERM", "ndjson")]
    public async Task Evaluate_WaitingOnAPipe_EndsOnTheFirstSignal(string signal, string format)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        var cancel = TestContext.Current.CancellationToken;
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        var tool = Path.Combine(tests.Parent!.Parent!.FullName, "CollabRisk.Cli", tests.Name, "CollabRisk.Cli.dll");

        using var process = Process.Start(new ProcessStartInfo("dotnet", [tool, "evaluate", "-", "--format", format])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var error = process.StandardError.ReadToEndAsync(cancel);

        // More than a pipe holds, so that it has begun to read when this is written; blank, so that it goes on waiting.
        await process.StandardInput.WriteAsync(new string(' ', 1 << 18).AsMemory(), cancel);
        await process.StandardInput.FlushAsync(cancel);
        using (var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync(cancel);
        }

        await process.WaitForExitAsync(cancel);
        process.ExitCode.Should().Be(3);
        (await error).Should().Be("collabrisk: interrupted.\n");
        (await output).Should().BeEmpty();
    }
}
