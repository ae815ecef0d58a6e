using CollabRisk.Facts;

namespace CollabRisk.Tests.Facts;

/// <summary>Values of facts that packs declare: how C# gives them, how JSON does, and what neither may say.</summary>
public class FactExtensionsTests
{
    private static readonly FactExtensions Given = new()
    {
        ["rcr.rotaShared"] = true,
        ["rcr.maturity"] = "Sufficient",
        ["rcr.tools"] = new[] { "Radio", "Phone", "Radio" },
        ["rcr.calls"] = 120,
        ["rcr.goLive"] = new DateOnly(2024, 3, 31),
        ["abc.none"] = new WordSetOfNone().Words,
    };

    [Fact]
    public void Getters_KnownAndUnknown_GiveTheValueOrNull()
    {
        Given.YesNo("rcr.rotaShared").Should().BeTrue();
        Given.Word("rcr.maturity").Should().Be("Sufficient");
        Given.Words("rcr.tools")!.Should().Equal("Phone", "Radio");
        Given.Number("rcr.calls").Should().Be(120m);
        Given.Day("rcr.goLive").Should().Be(new DateOnly(2024, 3, 31));
        Given.Words("abc.none")!.Should().BeEmpty();
        Given.YesNo("rcr.other").Should().BeNull();
        Given.Words("rcr.other").Should().BeNull();
        Invoking(() => Given.YesNo("rcr.maturity")).Should().ThrowExactly<InvalidOperationException>();
    }

    [Theory]
    [InlineData("2024-02-31", "The calendar has no such day.")]
    [InlineData("near-to-me", "A word is made of letters")]
    public void Read_NeitherWordNorDay_SaysWhatItMayBe(string text, string hint) =>
        CollaborationJson.Read($$$"""{ "extensions": { "rcr": { "goLive": "{{{text}}}" } } }""").Problems.Should().ContainSingle()
            .Which.ToString().Should().Contain($"found the text '{text}'. {hint}");

    [Fact]
    public void Equality_SameValues_IsByValue()
    {
        Given.With("rcr.calls", 121).With("rcr.calls", 120.00m).Should().Be(Given);
        Given.With("rcr.tools", new[] { "Phone", "Radio" }).GetHashCode().Should().Be(Given.GetHashCode());
        Given.With("rcr.calls", null).Should().NotBe(Given);
        new FactExtensions { ["rcr.calls"] = 1 }.With("rcr.calls", null).Should().Be(FactExtensions.None);
        new Collaboration { Extensions = null! }.Should().Be(new Collaboration());
    }

    [Theory]
    [InlineData("rotaShared", true, "not a name of a fact")]
    [InlineData("rcr.Rota", true, "not a name of a fact")]
    [InlineData("a.b.c.d", true, "not a name of a fact")]
    [InlineData("a.b..c", true, "not a name of a fact")]
    [InlineData("rcr.x", "two words", "not a word")]
    [InlineData("rcr.x", "2024-03-31", "A day is given as a DateOnly")]
    [InlineData("rcr.x", 1.5, "a value of type Double cannot be kept")]
    public void With_WhatCannotBeKept_Throws(string name, object value, string problem) =>
        Invoking(() => FactExtensions.None.With(name, value)).Should().ThrowExactly<ArgumentException>().WithMessage($"*{problem}*");

    [Fact]
    public void With_NumberOutOfReach_Throws() => Invoking(() => FactExtensions.None.With("rcr.x", 1e15m)).Should().ThrowExactly<ArgumentException>();

    [Fact]
    public void With_AFactAndAGroupOfOneName_Throws()
    {
        var fact = new FactExtensions { ["rcr.rota"] = true };
        var inGroup = new FactExtensions { ["rcr.rota.shared"] = true };
        Invoking(() => fact.With("rcr.rota.shared", true)).Should().ThrowExactly<ArgumentException>().WithMessage("*'rcr.rota.shared' cannot be known next to 'rcr.rota'*");
        Invoking(() => inGroup.With("rcr.rota", true)).Should().ThrowExactly<ArgumentException>().WithMessage("*'rcr.rota' cannot be known next to 'rcr.rota.shared'*");
        fact.With("rcr.rota", null).With("rcr.rota.shared", true).Should().Be(inGroup);
    }

    [Fact]
    public void Json_FactsInGroups_AreObjectsInObjects()
    {
        var given = new Collaboration
        {
            Extensions = new() { ["rcr.rota.shared"] = true, ["rcr.rota.months"] = 3, ["rcr.rotaShared"] = false, ["rcr.desk"] = "Open", ["abc.rota.shared"] = false },
        };
        var json = CollaborationJson.Write(given, indented: false);
        json.Should().Be("""{"factModel":2,"extensions":{"abc":{"rota":{"shared":false}},"rcr":{"desk":"Open","rota":{"months":3,"shared":true},"rotaShared":false}}}""");
        CollaborationJson.Parse(json).Should().Be(given);
        CollaborationJson.Parse("""{"extensions":{"rcr":{"rota":{"shared":null},"desk":{}}}}""").Should().Be(new Collaboration());
    }

    [Fact]
    public void Json_WriteAndRead_GivesTheSame()
    {
        var given = new Collaboration { Extensions = Given, Partners = [new() { Name = "A", Extensions = new() { ["rcr.staffed"] = false } }] };
        var json = CollaborationJson.Write(given, indented: false);
        json.Should().Be(
            """{"factModel":2,"partners":[{"name":"A","extensions":{"rcr":{"staffed":false}}}],"extensions":{"abc":{"none":[]},"rcr":{"calls":120,"goLive":"2024-03-31","maturity":"Sufficient","rotaShared":true,"tools":["Phone","Radio"]}}}""");
        CollaborationJson.Parse(json).Should().Be(given);
        CollaborationJson.Parse("""{"extensions":{"rcr":{"rotaShared":null},"abc":null}}""").Should().Be(new Collaboration());
        CollaborationJson.Parse("""{"extensions":null}""").Should().Be(new Collaboration());
    }

    [Fact]
    public void Json_ManyMistakes_ReportsEveryOneWithItsPlace()
    {
        var reading = CollaborationJson.Read("""
            {
              "extensions": {
                "rcr": {
                  "Rota": true,
                  "a": "two words",
                  "b": 1e15,
                  "c": ["Phone", 3, "Phone", "no word"],
                  "d": {"deep": {"er": true}},
                  "e": "2024-02-31",
                  "f": 1, "f": 2
                },
                "abc": true,
                "my-force": {"x": true}
              },
              "partners": [{"name": "A", "extensions": []}]
            }
            """);
        reading.Collaboration.Should().BeNull();
        string[] expected =
        [
            "(4,7) extensions.rcr.Rota: 'Rota' is not a name.",
            "(5,12) extensions.rcr.a: expected true or false, a number, a word,",
            "(6,12) extensions.rcr.b: expected a number from",
            "(7,22) extensions.rcr.c[1]: expected a word; found the number 3.",
            "(7,25) extensions.rcr.c[2]: the word 'Phone' is in this list already.",
            "(7,34) extensions.rcr.c[3]: expected a word; found the text 'no word'.",
            "(8,21) extensions.rcr.d.deep: expected true or false,",
            "(9,12) extensions.rcr.e: expected true or false,",
            "(10,15) extensions.rcr.f: 'f' appears twice",
            "(12,12) extensions.abc: expected an object with the facts of this prefix",
            "(13,5) extensions.my-force: 'my-force' is not a name.",
            "(15,44) partners[0].extensions: expected an object with the prefixes",
        ];
        reading.Problems.Should().HaveCount(expected.Length);
        expected.Zip(reading.Problems).Should().AllSatisfy(each => $"({each.Second.Line},{each.Second.Column}) {each.Second.Path}: {each.Second.Message}".Should().StartWith(
            each.First));
    }

    [Fact]
    public void Json_TooManyWords_IsRefused() =>
        CollaborationJson.Read($"{{\"extensions\":{{\"rcr\":{{\"x\":[{string.Join(',', Enumerable.Range(0, 63).Select(i => $"\"W{i}\""))}]}}}}}}").Problems
            .Should().ContainSingle().Which.Message.Should().Contain(
            "63 words are given; at most 62 are allowed");

    private sealed class WordSetOfNone
    {
        public WordSet Words { get; } = [];
    }
}
