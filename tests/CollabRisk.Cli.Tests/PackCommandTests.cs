using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.Tests;

namespace CollabRisk.Cli.Tests;

/// <summary>The commands about rule packs, as their user meets them.</summary>
public sealed class PackCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples/packs/regional-control-room");

    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk-pack-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("my-pack", "my-pack", "MP")]
    [InlineData("rota", "rota", "ROTA")]
    [InlineData("2nd Control Room!", "pack-2nd-control-room", "P2CR")]
    public async Task New_AnyFolder_IsValidTestedAndWithoutWarnings(string name, string id, string prefix)
    {
        var path = At(name);
        var made = await Run("pack", "new", path);
        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.Contains($"Next: collabrisk pack test {path}", made.Out, StringComparison.Ordinal);
        var check = await Run("pack", "check", path, "--strict");
        Assert.Equal((0, $"{id} 0.1.0: 1 rule, 0 overrides, 5 tests; valid.\nNo warnings.\n", ""), check);
        var test = await Run("pack", "test", path, "--strict");
        Assert.Equal((0, $"{id} 0.1.0: 5 tests passed; 6 of 6 condition values seen (100 %).\n", ""), test);
        Assert.Contains($"prefix: {prefix}\n", File.ReadAllText(Path.Combine(path, "pack.yaml")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(path, ".vscode/rule-pack.schema.json")));
    }

    [Fact]
    public async Task New_WithIdAndPrefix_UsesThem()
    {
        await Run("pack", "new", At("x"), "--id", "north.rota", "--prefix", "NR-A");
        Assert.Equal((0, "north.rota 0.1.0: 5 tests passed; 6 of 6 condition values seen (100 %).\n", ""), await Run("pack", "test", At("x")));
    }

    [Fact]
    public async Task New_SomethingThere_ChangesNothing()
    {
        File.WriteAllText(At("note.txt"), "mine");
        var run = await Run("pack", "new", folder);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("there is something there already", run.Error, StringComparison.Ordinal);
        Assert.Equal(["note.txt"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Check_TheSample_IsValid() =>
        Assert.Equal((0, "regional.control-room 1.0.0: 7 rules, 3 overrides, 19 tests; valid.\nNo warnings.\n", ""), await Run("pack", "check", Sample));

    [Fact]
    public async Task Check_Mistakes_AreAllToldWithExitCode2()
    {
        await Run("pack", "new", At("bad"));
        Replace("bad/rules/first-chapter.yaml", "communication.regular", "communication.regulr");
        Replace("bad/tests/first-chapter.yaml", "level: Low", "level: Lowest");
        var run = await Run("pack", "check", At("bad"));
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains($"{At("bad")}/rules/first-chapter.yaml(15,", run.Error, StringComparison.Ordinal);
        Assert.Contains("CRP141", run.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'communication.regular'?", run.Error, StringComparison.Ordinal);
        Assert.Contains("CRP124", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("collabrisk: the rules cannot be used; there are 2 problems.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AMistakeInATest_IsToldWithExitCode2()
    {
        await Run("pack", "new", At("bad"));
        Replace("bad/tests/first-chapter.yaml", "communication.regular: yes", "communication.regular: often");
        var run = await Run("pack", "check", At("bad"));
        Assert.Equal(2, run.Code);
        Assert.Contains("CRP702", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AWarning_EndsWith1OnlyWhereAskedFor()
    {
        await Run("pack", "new", At("warned"));
        Replace("warned/evidence.yaml", "recommendations:", "recommendations:\n  - code: W-UNUSED\n    says: Nobody is told this.\n    claims: [W-C1]");
        var run = await Run("pack", "check", At("warned"));
        Assert.Equal(0, run.Code);
        Assert.Contains("CRP641", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 warning.", run.Out, StringComparison.Ordinal);
        Assert.Equal(1, (await Run("pack", "check", At("warned"), "--strict")).Code);
    }

    [Fact]
    public async Task Test_AFailure_SaysWhyWithExitCode1AndInEveryReport()
    {
        await Run("pack", "new", At("failing"));
        Replace("failing/rules/first-chapter.yaml", "is: Low", "is: High");
        var run = await Run("pack", "test", At("failing"), "--junit", At("result.xml"), "--lcov", At("coverage.info"));
        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Contains("FAILING-TROUBLE-LATE should be raised at Low, but is raised at High", run.Out, StringComparison.Ordinal);
        Assert.Contains("<failure", File.ReadAllText(At("result.xml")), StringComparison.Ordinal);
        Assert.Contains("SF:", File.ReadAllText(At("coverage.info")), StringComparison.Ordinal);
        Assert.StartsWith("{", (await Run("pack", "test", At("failing"), "--format", "json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_NoTests_Fails()
    {
        await Run("pack", "new", At("untested"));
        File.Delete(At("untested/tests/first-chapter.yaml"));
        Assert.Equal(1, (await Run("pack", "test", At("untested"))).Code);
    }

    [Fact]
    public async Task Docs_TheSample_HasFactsRulesOverridesAndEvidence()
    {
        var run = await Run("pack", "docs", Sample);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Approved.Equal("tests/CollabRisk.Cli.Tests/Approved/pack-docs.md", run.Out);
    }

    [Fact]
    public async Task Sign_ThenVerify_TellsWhetherAFileChanged()
    {
        await Run("pack", "new", At("signed"));
        var keys = await Run("pack", "keys", At("key.pem"));
        Assert.Equal(0, keys.Code);
        Assert.Equal(2, (await Run("pack", "keys", At("key.pem"))).Code);
        Assert.Equal(0, (await Run("pack", "sign", At("signed"), "--key", At("key.pem"))).Code);
        var good = await Run("pack", "verify", At("signed"), "--key", At("key.pem.pub"));
        Assert.Equal((0, ""), (good.Code, good.Error));
        Replace("signed/pack.yaml", "0.1.0", "0.1.1");
        var changed = await Run("pack", "verify", At("signed"), "--key", At("key.pem.pub"));
        Assert.Equal((1, ""), (changed.Code, changed.Out));
        Assert.Contains("CRP805", changed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pack", "verify", "nowhere", "--key", "key.pem")]
    [InlineData("pack", "sign", "nowhere", "--key", "key.pem")]
    [InlineData("pack", "check", "nowhere")]
    [InlineData("pack", "test", "nowhere")]
    [InlineData("pack", "docs", "nowhere")]
    public async Task AnyCommand_NothingThere_SaysSoWithExitCode2(params string[] args)
    {
        var run = await Run([.. args.Select(arg => arg is "nowhere" or "key.pem" ? At(arg) : arg)]);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("nowhere", run.Error + At("nowhere"), StringComparison.Ordinal);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Evaluate_WithPacks_UsesTheirRulesFactsAndOverrides()
    {
        File.WriteAllText(At("case.json"), """
            { "isInformationSystem": true, "workload": { "overload": true }, "extensions": { "rcr": { "rotaShared": false, "handoverSecond": 5 } } }
            """);
        var run = await Run("evaluate", At("case.json"), "--packs", Sample, "--all");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("RCR-ROTA-OVERLOAD", run.Out, StringComparison.Ordinal);
        Assert.Contains("Raised one step if duty rotas are planned apart", run.Out, StringComparison.Ordinal);
        Assert.Contains("extensions.rcr.handoverSecond: no pack that was used declares this fact", run.Out, StringComparison.Ordinal);
        Assert.Contains("Did you mean", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIf_WithPacks_TakesTheirFacts()
    {
        File.WriteAllText(At("case.json"), """{ "isInformationSystem": true, "extensions": { "rcr": { "rotaShared": false } } }""");
        var run = await Run("what-if", At("case.json"), "extensions.rcr.rotaShared=yes", "--packs", Sample);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("RCR-ROTA-SHARED", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_AValueThatADeclaredFactCannotHave_IsBadInput()
    {
        File.WriteAllText(At("case.json"), """{ "extensions": { "rcr": { "handoverDrill": "Sometimes" } } }""");
        var run = await Run("evaluate", At("case.json"), "--packs", Sample);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("Sometimes is not one of Never, Yearly, Quarterly or Monthly", run.Error, StringComparison.Ordinal);
    }

    private string At(string name) => $"{folder}/{name}";

    private void Replace(string file, string text, string by)
    {
        var before = File.ReadAllText(At(file));
        Assert.Contains(text, before, StringComparison.Ordinal);
        File.WriteAllText(At(file), before.Replace(text, by, StringComparison.Ordinal));
    }

    private static async Task<(int Code, string Out, string Error)> Run(params string[] args)
    {
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = await CollabRiskCommand.RunAsync(args, new Terminal(Stream.Null, written, error));
        return (code, written.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
