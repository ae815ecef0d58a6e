namespace CollabRisk.RulePacks.Tests;

/// <summary>The package as its user meets it: packed, restored from a folder by a fresh program, and run on the sample pack.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk-package-").FullName;

    [Fact]
    public async Task Package_RestoredByAFreshProgram_LoadsTheSampleAndRunsItsTests()
    {
        // A version of its own each time, so that no cache answers with an older package.
        var version = $"0.1.0-test.{Guid.NewGuid():N}";
        var feed = Path.Combine(folder, "feed");
        foreach (var project in new[] { "CollabRisk", "CollabRisk.RulePacks" })
        {
            await DotnetCommand.Run(Repository.Root, "pack", Path.Combine("src", project), "--output", feed, $"-p:Version={version}", $"-p:ArtifactsPath={Path.Combine(folder, "artifacts")}");
        }

        var app = Directory.CreateDirectory(Path.Combine(folder, "app")).FullName;
        await File.WriteAllTextAsync(Path.Combine(app, "Program.cs"), """
            using CollabRisk;
            using CollabRisk.RulePacks;
            using CollabRisk.RulePacks.Testing;

            var set = new RulePackLoader().Load(args[0]);
            Console.WriteLine(RulePackTests.Run(set));
            var assessment = new CollaborationEvaluator(set.RuleBook).Evaluate(new() { Extensions = new() { ["rcr.handoverSeconds"] = 75 } });
            Console.WriteLine(assessment.Findings.Single(finding => finding.Code == "RCR-HANDOVER-SLOW").Message);
            """, TestContext.Current.CancellationToken);
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
                <PackageReference Include="CollabRisk.RulePacks" Version="{version}" />
              </ItemGroup>
            </Project>
            """, TestContext.Current.CancellationToken);

        var output = await DotnetCommand.Run(app, "run", "--", Path.Combine(Repository.Root, "samples/packs/regional-control-room"));
        Assert.Equal(
            """
            regional.control-room 1.0.0: 19 tests passed; 77 of 77 condition values seen (100 %).
            Handing over a call takes 75 seconds, longer than the minute after which calls were taken again.
            """, output.ReplaceLineEndings("\n").Trim());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
