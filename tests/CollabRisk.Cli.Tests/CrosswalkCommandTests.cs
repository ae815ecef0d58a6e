using System.Text.Json;
using System.Text.Json.Nodes;
using CollabRisk.Tests;
using Json.Schema;

namespace CollabRisk.Cli.Tests;

/// <summary>The pack that comes with the tool, by its name, and the instruments that it brings.</summary>
public sealed class CrosswalkCommandTests : IDisposable
{
    private const string Guidance = "packs/partnership-guidance";

    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Evaluate_APackByItsName_UsesItAndWithoutItNothingChanges()
    {
        var file = FileWith("""{ "extensions": { "gdn": { "agreement": { "written": false }, "exit": { "endingTerms": true, "withdrawalTerms": true } } } }""");
        var with = await RunAsync("evaluate", file, "--packs", "partnership-guidance");
        with.Code.Should().Be(0, with.Error);
        with.Out.Should().Contain("GDN-AGREEMENT-MISSING").And.Contain("GDN-EXIT-AGREED").And.Contain("Read in extract");
        var without = await RunAsync("evaluate", file);
        without.Code.Should().Be(0);
        without.Out.Should().NotContain("GDN-");
    }

    /// <summary>A folder of one's own is meant where it is given as a path.</summary>
    [Theory]
    [InlineData("check", "--strict")]
    [InlineData("test", "--strict")]
    public async Task Pack_ByItsName_IsTheOneThatShips(string command, string option)
    {
        var run = await RunAsync("pack", command, "partnership-guidance", option);
        run.Code.Should().Be(0, run.Out + run.Error);
        run.Out.Should().Contain("collabrisk.partnership-guidance 0.1.0");
    }

    [Fact]
    public async Task PackDocs_OfThePackThatShips_IsThePageOfTheDocumentation()
    {
        var run = await RunAsync("pack", "docs", "partnership-guidance");
        run.Code.Should().Be(0, run.Error);
        Approved.Equal("docs/partnership-guidance-rules.md", run.Out);
    }

    [Fact]
    public async Task List_NamesEveryInstrument()
    {
        var run = await RunAsync("crosswalk", "list");
        run.Code.Should().Be(0);
        run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).Should().Equal(
            "gao", "hmicfrs", "partnership-assessment-tool", "psat", "vichealth", "audit-commission", "causes-of-failure", "iso-44001");
    }

    [Fact]
    public async Task Crosswalk_OfACase_SaysWhatIsFoundKnownAndNotKnownItemByItem()
    {
        var file = FileWith("""{ "name": "Joint unit", "vision": { "exists": false }, "extensions": { "gdn": { "agreement": { "written": true, "reviewed": true, "matchesPractice": true } } } }""");
        var run = await RunAsync("crosswalk", "gao", file);
        run.Code.Should().Be(0, run.Error);
        run.Out.Should().Contain("Collaboration: Joint unit.")
            .And.Contain("1. Define common outcomes: 1 finding, 0 strengths,")
            .And.Contain("High  No shared vision").And.Contain("Known  vision.exists: no")
            .And.Contain("8. Develop and update written guidance and agreements: 0 findings, 1 strength,")
            .And.Contain("Strength  An agreement that is kept up [GDN-AGREEMENT-CURRENT")
            .And.Contain("Ask  Is every part of the joint work under an agreement?");
    }

    /// <summary>What nothing asks about must not look like something in order.</summary>
    [Fact]
    public async Task Crosswalk_AnItemThatNothingAsksAbout_SaysSo()
    {
        var run = await RunAsync("crosswalk", "psat", FileWith("{}"));
        run.Out.Should().Contain("11. Satisfaction with participation: nothing answers to it");
    }

    [Fact]
    public async Task Crosswalk_AsJson_IsAsTheSchemaSays()
    {
        var schema = JsonSchema.FromText(Repository.Read("schemas", "crosswalk.schema.json"));
        var run = await RunAsync("crosswalk", "hmicfrs", FileWith("""{ "vision": { "exists": false }, "partners": [{ "name": "Police", "extensions": { "gdn": { "benefitsOutweighCosts": false } } }] }"""), "--format", "json");
        run.Code.Should().Be(0, run.Error);
        using var document = JsonDocument.Parse(run.Out);
        schema.Evaluate(document.RootElement).IsValid.Should().BeTrue();
        var benefits = document.RootElement.GetProperty("items")[1];
        benefits.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("code")} {finding.GetProperty("subject")}").Should().Contain("GDN-PARTNER-LOSES Police");
        benefits.GetProperty("known").EnumerateArray().Select(fact => fact.GetProperty("path").GetString()).Should().Contain("partners[Police].extensions.gdn.benefitsOutweighCosts");
    }

    [Theory]
    [InlineData("gdo", "there is no instrument 'gdo'. Did you mean 'gao'?")]
    [InlineData("gao", "give the file of a collaboration too")]
    public async Task Crosswalk_WhatIsNotThere_IsSaid(string name, string expected)
    {
        var run = await RunAsync("crosswalk", name);
        run.Code.Should().Be(2);
        run.Error.Should().Contain(expected);
    }

    /// <summary>Every name on the list is of a fact or a rule, whatever becomes of the knowledge; and no item is left without an answer in silence.</summary>
    [Fact]
    public async Task Instruments_All_NameWhatIsThereAndAreAsTheSchemaSays()
    {
        var data = JsonNode.Parse(Repository.Read(Guidance, "crosswalks.json"))!;
        JsonSchema.FromText(Repository.Read("schemas", "crosswalks.schema.json")).Evaluate(JsonDocument.Parse(data.ToJsonString()).RootElement).IsValid.Should().BeTrue();
        var file = FileWith("{}");
        foreach (var instrument in data["instruments"]!.AsArray())
        {
            var run = await RunAsync("crosswalk", instrument!["name"]!.GetValue<string>(), file);
            run.Code.Should().Be(0, run.Error);
            instrument["items"]!.AsArray().Any(item => item!["rules"]!.AsArray().Count == 0 && item["note"] is null).Should().BeFalse(instrument["name"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Crosswalk_AFileThatIsNotOne_IsRefused()
    {
        var pack = Directory.CreateDirectory(Path.Combine(folder, "own")).FullName;
        await File.WriteAllTextAsync(Path.Combine(pack, "crosswalks.json"), """{ "instruments": [{ "name": "own" }] }""", TestContext.Current.CancellationToken);
        var run = await RunAsync("crosswalk", "list", "--packs", pack);
        run.Code.Should().Be(2);
        run.Error.Should().Contain("it is not a file of instruments");
    }

    private string FileWith(string json)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.json");
        File.WriteAllText(path, json);
        return path;
    }

    private static async Task<(int Code, string Out, string Error)> RunAsync(params string[] args)
    {
        using var input = new MemoryStream();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CollabRiskCommand.RunAsync(args, new Terminal(input, output, error));
        return (code, output.ToString(), error.ToString());
    }
}
