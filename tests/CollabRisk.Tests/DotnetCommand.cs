using System.Diagnostics;

namespace CollabRisk.Tests;

/// <summary>The command dotnet, as a user runs it in a shell.</summary>
internal static class DotnetCommand
{
    /// <summary>Runs dotnet and gives what it writes; a failure fails the test with everything it said.</summary>
    public static async Task<string> Run(string folder, params string[] arguments)
    {
        var (exitCode, output) = await Try(folder, arguments);
        exitCode.Should().Be(0, "dotnet {0} said:\n{1}", string.Join(' ', arguments), output);
        return output;
    }

    /// <summary>Runs a program that was built next to the tests, and gives what it writes.</summary>
    /// <param name="project">The name of its project.</param>
    public static async Task<string> RunBuilt(string project)
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        return (await Run(tests.FullName, Path.Combine(tests.Parent!.Parent!.FullName, project, tests.Name, project + ".dll"))).ReplaceLineEndings("\n");
    }

    /// <summary>Runs dotnet and gives how it ended and what it writes; what it writes of trouble follows where it failed.</summary>
    public static Task<(int ExitCode, string Output)> Try(string folder, params string[] arguments) => Try(folder, [], arguments);

    /// <summary>The same with variables of the environment.</summary>
    public static async Task<(int ExitCode, string Output)> Try(string folder, Dictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The test host hands its own SDK settings down; a user's shell has none.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("DOTNET_CLI", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, process.ExitCode == 0 ? output : $"{output}\n{await error}");
    }
}
