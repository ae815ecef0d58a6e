namespace CollabRisk.Tests;

/// <summary>A program of someone who has the packages from a folder, and nothing else of this repository.</summary>
internal sealed class FreshProgram : IDisposable
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;

    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk-package-").FullName;

    public FreshProgram() => App = Directory.CreateDirectory(Path.Combine(folder, "app")).FullName;

    /// <summary>Where the program is.</summary>
    public string App { get; }

    /// <summary>Where the packages are.</summary>
    public string Feed => Path.Combine(folder, "feed");

    /// <summary>A version of its own each time, so that no cache answers with an older package.</summary>
    public string Version { get; } = NewVersion();

    public static string NewVersion() => $"0.2.0-test.{Guid.NewGuid():N}";

    /// <summary>Packs projects of the repository into the folder, from what was built for the tests.</summary>
    public async Task Pack(string version, params string[] projects)
    {
        foreach (var project in projects)
        {
            await DotnetCommand.Run(
                Repository.Root, "pack", Path.Combine("src", project), "--no-build", "--configuration", Configuration, "--output", Feed, $"-p:Version={version}");
        }
    }

    /// <summary>Runs a console program that refers to one package, and gives what it writes.</summary>
    /// <param name="program">The text of the program.</param>
    /// <param name="package">The package.</param>
    /// <param name="arguments">What the program is given.</param>
    public Task<string> Run(string program, string package, params string[] arguments) => Run("Microsoft.NET.Sdk", program, [(package, Version)], arguments);

    /// <summary>Runs a program of another kind that refers to several packages, and gives what it writes.</summary>
    /// <param name="sdk">The SDK of that kind of programs.</param>
    /// <param name="program">The text of the program.</param>
    /// <param name="packages">The packages.</param>
    /// <param name="arguments">What the program is given.</param>
    public async Task<string> Run(string sdk, string program, (string Id, string Version)[] packages, params string[] arguments)
    {
        await Write(sdk, program, packages);
        return (await DotnetCommand.Run(App, ["run", .. arguments.Length == 0 ? [] : arguments.Prepend("--")])).ReplaceLineEndings("\n").Trim();
    }

    /// <summary>Restores a program that refers to packages, and gives how that ended and what was said.</summary>
    public async Task<(int ExitCode, string Output)> Restore(params (string Id, string Version)[] packages)
    {
        await Write("Microsoft.NET.Sdk", "return;", packages);
        return await DotnetCommand.Try(App, "restore");
    }

    /// <summary>Builds the program that was restored, and gives how that ended and what was said.</summary>
    public Task<(int ExitCode, string Output)> Build() => DotnetCommand.Try(App, "build", "--no-restore");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>
    /// Packages of others come from those that this machine has; those of this repository go into the folder, and with it.
    /// </summary>
    private async Task Write(string sdk, string program, params (string Id, string Version)[] packages)
    {
        var mine = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        await File.WriteAllTextAsync(Path.Combine(App, "Program.cs"), program, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(App, "app.csproj"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestoreAdditionalProjectSources>{Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(folder, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{mine}</RestoreFallbackFolders>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
            {string.Join('\n', packages.Select(package => $"""    <PackageReference Include="{package.Id}" Version="{package.Version}" />"""))}
              </ItemGroup>
            </Project>
            """, TestContext.Current.CancellationToken);
    }
}
