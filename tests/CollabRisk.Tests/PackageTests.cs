using System.IO.Compression;
using CollabRisk.Facts;

namespace CollabRisk.Tests;

/// <summary>The package as its user meets it: packed, restored from a folder by a fresh program, and run.</summary>
public sealed class PackageTests
{
    [Fact]
    public async Task Package_RestoredByAFreshProgram_RunsTheExampleOfTheReadme()
    {
        using var fresh = new FreshProgram();
        await fresh.Pack("CollabRisk");
        using (var package = await ZipFile.OpenReadAsync(Path.Combine(fresh.Feed, $"CollabRisk.{fresh.Version}.nupkg"), TestContext.Current.CancellationToken))
        {
            var entries = package.Entries.Select(entry => entry.FullName).ToList();
            Assert.Contains("README.md", entries);
            Assert.Contains("icon.png", entries);
            Assert.Contains("lib/net10.0/CollabRisk.xml", entries);
        }

        Assert.True(File.Exists(Path.Combine(fresh.Feed, $"CollabRisk.{fresh.Version}.snupkg")), "There are no symbols.");
        Assert.Equal(Readme.ExampleOutput, await fresh.Run(Repository.Read("samples", "Quickstart", "Program.cs"), "CollabRisk"));
    }
}
