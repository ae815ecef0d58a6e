using System.IO.Compression;
using System.Text.RegularExpressions;

namespace CollabRisk.Tests;

/// <summary>The package as its user meets it: packed, restored from a folder by a fresh program, and run.</summary>
public sealed partial class PackageTests
{
    [Fact]
    public async Task Package_RestoredByAFreshProgram_RunsTheExampleOfTheReadme()
    {
        using var fresh = new FreshProgram();
        await fresh.Pack(fresh.Version, "CollabRisk");
        using (var package = await ZipFile.OpenReadAsync(Path.Combine(fresh.Feed, $"CollabRisk.{fresh.Version}.nupkg"), TestContext.Current.CancellationToken))
        {
            package.Entries.Select(entry => entry.FullName).Should().Contain(
                ["README.md", "icon.png", "lib/net10.0/CollabRisk.xml", "schemas/collaboration.schema.json", .. AnswerJson.Schemas.Select(schema => $"schemas/{schema.Key.Split('/')[1]}.schema.json")]);
            using var page = new StreamReader(await package.GetEntry("README.md")!.OpenAsync(TestContext.Current.CancellationToken));
            (await page.ReadToEndAsync(TestContext.Current.CancellationToken)).Should()
                .Contain("(https://collabrisk.example/repository/blob/main/docs/rules.md)", "a page in a package leads to the web")
                .And.NotContain("](..").And.Contain("`services.AddCollabRisk()`");
        }

        File.Exists(Path.Combine(fresh.Feed, $"CollabRisk.{fresh.Version}.snupkg")).Should().BeTrue("symbols are packed as well");
        (await fresh.Run(Repository.Read("samples", "Quickstart", "Program.cs"), "CollabRisk")).Should().Be(Readme.ExampleOutput);
    }

    /// <summary>The first five minutes of the README where no package is published, but for the version and that nothing is built again.</summary>
    [Fact]
    public async Task Package_StepsOfTheReadme_EndWithItsExample()
    {
        using var fresh = new FreshProgram();
        string[] steps =
        [
            "dotnet pack src/CollabRisk --output feed",
            "dotnet new console --output first-try",
            "cp samples/Quickstart/Program.cs first-try/",
            "cd first-try",
            "dotnet add package CollabRisk --version 0.2.0 --no-restore",
            "dotnet run -p:RestoreAdditionalProjectSources=\"$PWD/../feed\"",
        ];
        Readme.Text.Should().Contain($"```sh\n{string.Join('\n', steps)}\n```");

        await fresh.Pack(fresh.Version, "CollabRisk");
        await DotnetCommand.Run(fresh.App, "new", "console", "--output", "first-try", "--no-restore");
        var app = Path.Combine(fresh.App, "first-try");
        File.Copy(Path.Combine(Repository.Root, "samples", "Quickstart", "Program.cs"), Path.Combine(app, "Program.cs"), overwrite: true);
        await DotnetCommand.Run(app, "add", "package", "CollabRisk", "--version", fresh.Version, "--no-restore");
        var output = await DotnetCommand.Run(app, "run", $"-p:RestoreAdditionalProjectSources={fresh.Feed}", $"-p:RestorePackagesPath={Path.Combine(fresh.App, "packages")}");
        output.ReplaceLineEndings("\n").Trim().Should().Be(Readme.ExampleOutput);
    }

    [Theory]
    [InlineData("CollabRisk")]
    [InlineData("CollabRisk.RulePacks")]
    [InlineData("CollabRisk.NRules")]
    [InlineData("CollabRisk.AspNetCore")]
    [InlineData("CollabRisk.Reporting")]
    [InlineData("CollabRisk.Reporting.Spreadsheets")]
    [InlineData("CollabRisk.Cli")]
    public void Page_EveryLink_LeadsToAFileOfTheRepository(string project)
    {
        var links = Links.Matches(Repository.Read("src", project, "PACKAGE.md")).Select(match => match.Groups["to"].Value).Where(link => !link.StartsWith("https:", StringComparison.Ordinal)).ToList();
        links.Should().NotBeEmpty().And.OnlyContain(link => link.StartsWith("../../", StringComparison.Ordinal));
        links.Where(link => !Path.Exists(Path.Combine(Repository.Root, link["../../".Length..]))).Should().BeEmpty();
    }

    [GeneratedRegex(@"\]\((?<to>[^)#]+)")]
    private static partial Regex Links { get; }
}
