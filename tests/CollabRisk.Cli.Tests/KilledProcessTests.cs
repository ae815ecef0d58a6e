using System.Diagnostics;
using CollabRisk.Planning;
using CollabRisk.Tests;

namespace CollabRisk.Cli.Tests;

/// <summary>
/// The tool killed while it saves, by a signal that no process can do anything about: each file is the old one or the new one, whole. The interview,
/// which saves many times in a run, has its own test.
/// </summary>
public sealed class KilledProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk").FullName;

    private static readonly string Tool = new DirectoryInfo(AppContext.BaseDirectory) is var tests ? Path.Combine(tests.Parent!.Parent!.FullName, "CollabRisk.Cli", tests.Name, "CollabRisk.Cli.dll") : "";

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Each command that writes a file, and how the file is known to be whole.</summary>
    public static TheoryData<string, string> Commands => new()
    {
        { "plan FILE", "hr.json.plan" },
        { "plan FILE -o OUT/plan.xlsx", "OUT/plan.xlsx" },
        { "answers OUT/police.csv -o OUT", "OUT/police.json" },
        { "record FILE -o OUT/decision.json", "OUT/decision.json" },
        { "report FILE -o OUT/report.html", "OUT/report.html" },
        { "report FILE -o OUT/report.xlsx", "OUT/report.xlsx" },
        { "compare FILE FILE -o OUT/changes.html", "OUT/changes.html" },
        { "timeline OUT/dated.json -o OUT/timeline.md", "OUT/timeline.md" },
        { "perspectives OUT/police.csv FILE -o OUT/views.sarif", "OUT/views.sarif" },
        { "portfolio OUT -o OUT/portfolio.csv", "OUT/portfolio.csv" },
        { "questionnaire --short -o OUT/ask.xlsx", "OUT/ask.xlsx" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_KilledWhileItSaves_LeavesTheOldOrTheNewFileWhole(string line, string saved)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The moments are watched with files that only this system shows.");
        var cancel = TestContext.Current.CancellationToken;
        var file = Path.Combine(folder, "hr.json");
        File.Copy(Path.Combine(Repository.Root, "samples", "cases", "joint-hr-function.json"), file);
        Directory.CreateDirectory(Path.Combine(folder, "OUT"));
        await File.WriteAllTextAsync(Path.Combine(folder, "OUT", "police.csv"), "Fact,Answer\nvision.exists,no\n", cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "OUT", "dated.json"), """{ "asOf": "2026-01-01", "vision": { "exists": false } }""", cancel);
        var target = Path.Combine(folder, saved.Replace('/', Path.DirectorySeparatorChar));
        string[] args = [.. line.Split(' ').Select(arg => arg == "FILE" ? file : arg.StartsWith("OUT", StringComparison.Ordinal) ? Path.Combine(folder, arg) : arg)];

        // What it writes when it is left alone.
        (await RunAsync(args, cancel)).Should().Be(0);
        var whole = await File.ReadAllBytesAsync(target, cancel);

        // An old file that anyone can tell from the new one, and whose plan is readable.
        var old = saved.EndsWith(".plan", StringComparison.Ordinal) ? System.Text.Encoding.UTF8.GetBytes(ActionPlan.Read(System.Text.Encoding.UTF8.GetString(whole)).Value!.With(new ActionStep("OURS", "Meet")).ToJson()) : "the old file"u8.ToArray();
        string[] changed = saved.EndsWith(".plan", StringComparison.Ordinal) ? [.. args, "--step", "OURS", "--owner", "Ann"] : args;
        for (var time = 0; time < 2; time++)
        {
            await File.WriteAllBytesAsync(target, old, cancel);
            using var process = Start(changed);

            // The first sign of the save is the file next to it; from there on it is killed a little later each time.
            while (!File.Exists(target + SafeFile.Unfinished) && !process.HasExited)
            {
                Thread.SpinWait(50);
            }

            for (var wait = Stopwatch.StartNew(); wait.Elapsed.TotalMilliseconds < time * 0.4;)
            {
                Thread.SpinWait(10);
            }

            process.Kill();
            await process.WaitForExitAsync(cancel);
            var left = await File.ReadAllBytesAsync(target, cancel);
            if (!left.AsSpan().SequenceEqual(old))
            {
                if (saved.EndsWith(".plan", StringComparison.Ordinal))
                {
                    ActionPlan.Read(System.Text.Encoding.UTF8.GetString(left)).Value!.Steps[^1].Owner.Should().Be("Ann");
                }
                else
                {
                    left.Should().Equal(whole);
                }
            }
        }

        // What was left unfinished is in no one's way.
        (await RunAsync(changed, cancel)).Should().Be(0);
        File.Exists(target + SafeFile.Unfinished).Should().BeFalse();
    }

    private static Process Start(string[] args) =>
        Process.Start(new ProcessStartInfo("dotnet", [Tool, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        using var process = Start(args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        await output;
        TestContext.Current.TestOutputHelper?.WriteLine(await error);
        return process.ExitCode;
    }
}
