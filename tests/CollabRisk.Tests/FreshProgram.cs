namespace CollabRisk.Tests;

/// <summary>A program of somebody who has the packages from a folder, and nothing else of this repository.</summary>
internal sealed class FreshProgram : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk-package-").FullName;

    /// <summary>Where the packages are.</summary>
    public string Feed => Path.Combine(folder, "feed");

    /// <summary>A version of its own each time, so that no cache answers with an older package.</summary>
    public string Version { get; } = $"0.1.0-test.{Guid.NewGuid():N}";

    /// <summary>Packs a project of the repository into the folder.</summary>
    public Task Pack(string project) => DotnetCommand.Run(
        Repository.Root, "pack", Path.Combine("src", project), "--output", Feed, $"-p:Version={Version}", $"-p:ArtifactsPath={Path.Combine(folder, "artifacts")}");

    /// <summary>Runs a program that refers to one package, and gives what it writes.</summary>
    /// <param name="program">The text of the program.</param>
    /// <param name="package">The package.</param>
    /// <param name="arguments">What the program is given.</param>
    public async Task<string> Run(string program, string package, params string[] arguments)
    {
        var app = Directory.CreateDirectory(Path.Combine(folder, "app")).FullName;
        await File.WriteAllTextAsync(Path.Combine(app, "Program.cs"), program, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(app, "app.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestoreAdditionalProjectSources>{Feed}</RestoreAdditionalProjectSources>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="{Version}" />
              </ItemGroup>
            </Project>
            """, TestContext.Current.CancellationToken);
        return (await DotnetCommand.Run(app, ["run", .. arguments.Length == 0 ? [] : arguments.Prepend("--")])).ReplaceLineEndings("\n").Trim();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
