using System.Text.Json.Nodes;
using CollabRisk.RulePacks.Editing;
using NJsonSchema;

namespace CollabRisk.RulePacks.Tests.Schema;

/// <summary>The schema of one pack: what every pack's says, and the names that there are.</summary>
public sealed class PackSchemaTests : IDisposable
{
    private readonly PackOnDisk disk = PackOnDisk.Sample();

    public void Dispose() => disk.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Schema_OfThePack_TakesItsFiles(bool yesIsTrue)
    {
        var schema = await JsonSchema.FromJsonAsync(Schema(), TestContext.Current.CancellationToken);
        foreach (var file in Directory.GetFiles(disk.Folder, "*.yaml", SearchOption.AllDirectories))
        {
            schema.Validate(YamlAsJson.Of(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), yesIsTrue)).Should().BeEmpty(file);
        }
    }

    [Theory]
    [InlineData("names.Rule", "RCR-ROTA-OVERLOAD", "VISION-ABSENT")]
    [InlineData("names.Claim", "RCR-C1", "D3-189")]
    [InlineData("names.Source", "programme-lessons", "two-case-paper")]
    [InlineData("names.Advice", "RCR-PRACTISE-HANDOVER", "WRITE-VISION-TOGETHER")]
    [InlineData("names.Warning", "CRP611", "CRP602")]
    public void Schema_Names_AreThoseOfThePackAndOfTheLibrary_EachWithWhatItIs(string definition, params string[] names)
    {
        var first = Root()["definitions"]![definition]!["anyOf"]![0]!;
        var all = first["enum"]!.AsArray().Select(name => (string)name!).ToList();
        all.Should().Contain(names);
        first["enumDescriptions"]!.AsArray().Should().HaveCount(all.Count).And.OnlyContain(about => ((string)about!).Length > 0);
    }

    [Fact]
    public void Schema_Facts_AreThoseOfThePackToo_WithTheirWords()
    {
        var definitions = Root()["definitions"]!;
        definitions["condition"]!["properties"]!["extensions.rcr.handoverSeconds"].Should().NotBeNull();
        definitions["partnerCondition"]!["properties"]!["partner.extensions.rcr.liaisonDesk"].Should().NotBeNull();
        definitions["knownFacts"]!["properties"]!["extensions.rcr.channels"].Should().NotBeNull();
        definitions["words.extensions.rcr.handover.drill"]!["enum"]!.AsArray().Select(word => (string)word!).Should().Equal("Never", "Yearly", "Quarterly", "Monthly");
        definitions["fact.extensions.rcr.handoverSeconds"]!["description"]!.GetValue<string>().Should().Contain("How many seconds");
    }

    [Theory]
    [InlineData("tests:\n  - name: x\n    raises: RCR-NOT-WRITTEN-YET", true)]
    [InlineData("tests:\n  - name: x\n    raises: not a code", false)]
    [InlineData("tests:\n  - name: x\n    facts: {extensions.rcr.notDeclaredYet: yes}\n    raises: RCR-ROTA-SHARED", true)]
    [InlineData("tests:\n  - name: x\n    facts: {extensions.rcr.handover.drill: Nevr}\n    raises: RCR-ROTA-SHARED", false)]
    [InlineData("table tests:\n  - name: x\n    columns: [extensions.rcr.rotaShared, RCR-ROTA-SHARED]\n    rows: [[yes, raised]]", true)]
    public async Task Schema_WhatIsOnlyAboutToBeWritten_IsTaken_AndAMisspeltWordIsNot(string text, bool isTaken)
    {
        var schema = await JsonSchema.FromJsonAsync(Schema(), TestContext.Current.CancellationToken);
        (schema.Validate(YamlAsJson.Of(text, yesIsTrue: false)).Count == 0).Should().Be(isTaken);
    }

    [Fact]
    public void Schema_OfAPackWithMistakes_IsThereAllTheSame()
    {
        disk.Replace("rules/rota.yaml", "extensions.rcr.rotaShared: no", "extensions.rcr.rotaShred: no");
        disk.Write("more.yaml", "chapters: [");
        Schema().Should().Contain("RCR-ROTA-NOT-SHARED");
    }

    [Fact]
    public void Schema_OfOnePack_IsTheSameEachTime() => Schema().Should().Be(Schema());

    private string Schema() => RulePacks.Schema.FormatSchema.TextOf(new EditedPack(Path.GetFullPath(disk.Folder), new Dictionary<string, byte[]>(), new EditingContext(RulePackOptions.Default, [])));

    private JsonNode Root() => JsonNode.Parse(Schema())!;
}
