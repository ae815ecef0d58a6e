using System.IO.Compression;

namespace CollabRisk.Tests;

/// <summary>The package as its user meets it: packed, restored from a folder by a fresh program, and run.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk-package-").FullName;

    [Fact]
    public async Task Package_RestoredByAFreshProgram_RunsTheExampleOfTheReadme()
    {
        // A version of its own each time, so that no cache answers with an older package.
        var version = $"0.0.0-test.{Guid.NewGuid():N}";
        var feed = Path.Combine(folder, "feed");
        await DotnetCommand.Run(Repository.Root, "pack", Path.Combine("src", "CollabRisk"), "--output", feed, $"-p:Version={version}", $"-p:ArtifactsPath={Path.Combine(folder, "artifacts")}");

        using (var package = await ZipFile.OpenReadAsync(Path.Combine(feed, $"CollabRisk.{version}.nupkg"), TestContext.Current.CancellationToken))
        {
            var entries = package.Entries.Select(entry => entry.FullName).ToList();
            Assert.Contains("README.md", entries);
            Assert.Contains("icon.png", entries);
            Assert.Contains("lib/net10.0/CollabRisk.xml", entries);
        }

        Assert.True(File.Exists(Path.Combine(feed, $"CollabRisk.{version}.snupkg")), "There are no symbols.");

        var app = Directory.CreateDirectory(Path.Combine(folder, "app")).FullName;
        await File.WriteAllTextAsync(Path.Combine(app, "Program.cs"), Repository.Read("samples", "Quickstart", "Program.cs"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(app, "app.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestoreAdditionalProjectSources>{feed}</RestoreAdditionalProjectSources>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="CollabRisk" Version="{version}" />
              </ItemGroup>
            </Project>
            """, TestContext.Current.CancellationToken);

        var output = await DotnetCommand.Run(app, "run");
        Assert.Equal(Readme.ExampleOutput, output.ReplaceLineEndings("\n").Trim());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
