using System.Text;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Tests.Yaml;

/// <summary>Reading YAML from anybody: what is read, what is refused, and where.</summary>
public class YamlReaderTests
{
    [Fact]
    public void Read_KeysListsAndTexts_HaveTheirPlaces()
    {
        var map = Read("a: 1\nb:\n  - 'x y'\n  - {c: d}\n").Should().BeOfType<YamlMap>().Which;
        map.Entries.Select(entry => entry.Key.Text).Should().Equal("a", "b");
        map.Entries[1].Key.Place.Should().Be(new TextPlace("f.yaml", 2, 1));
        var list = map.Find("b").Should().BeOfType<YamlList>().Which;
        var quoted = list.Items[0].Should().BeOfType<YamlScalar>().Which;
        quoted.IsQuoted.Should().BeTrue();
        quoted.Text.Should().Be("x y");
        quoted.Place.Should().Be(new TextPlace("f.yaml", 3, 5));
        list.Items[1].Should().BeOfType<YamlMap>().Which.Find("c")!.Place.Should().Be(new TextPlace("f.yaml", 4, 9));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# a comment alone\n")]
    [InlineData("\uFEFF")]
    public void Read_Nothing_IsNothingAndNoProblem(string text)
    {
        Read(text, out var problems).Should().BeNull();
        problems.Should().BeEmpty();
    }

    [Fact]
    public void Read_WithByteOrderMarkAndWindowsLines_CountsLinesAlike()
    {
        var map = Read("\uFEFFa: 1\r\nb: 2\r\n").Should().BeOfType<YamlMap>().Which;
        map.Find("b")!.Place.Should().Be(new TextPlace("f.yaml", 2, 4));
    }

    [Fact]
    public void Read_Alias_StandsForItsAnchorAtItsOwnPlace()
    {
        var map = Read("a: &x {k: v}\nb: *x\n").Should().BeOfType<YamlMap>().Which;
        var alias = map.Find("b").Should().BeOfType<YamlMap>().Which;
        alias.Find("k").Should().BeOfType<YamlScalar>().Which.Text.Should().Be("v");
        alias.Place.Line.Should().Be(2);
    }

    [Theory]
    [InlineData("CRP111", "a: [1, 2\nb: 3\n")]
    [InlineData("CRP111", "a: 'open\n")]
    [InlineData("CRP111", "a: b: c\n")]
    [InlineData("CRP111", "a:\n\t- tab\n")]
    [InlineData("CRP111", "{a: 1}: b\n")]
    [InlineData("CRP112", "a: 1\nb: 2\na: 3\n")]
    [InlineData("CRP113", "a: 1\n---\nb: 2\n")]
    [InlineData("CRP114", "a: !!python/object:os.system x\n")]
    [InlineData("CRP114", "a: !<tag:evil> {b: c}\n")]
    [InlineData("CRP115", "a: *nothing\n")]
    [InlineData("CRP117", "a: &x y z\n")]
    [InlineData("CRP117", "a: &x y\nb: &x z\nc: *x\n")]
    [InlineData("CRP117", "&x a: y\n")]
    [InlineData("CRP116", "a: &x [1, *x]\n")]
    [InlineData("CRP116", "a: &x {k: {l: *x}}\n")]
    public void Read_WhatIsNoPack_IsRefusedWithItsPlace(string code, string text)
    {
        Read(text, out var problems);
        var problem = problems.Should().ContainSingle().Which;
        problem.Code.Should().Be(code);
        problem.Place!.File.Should().Be("f.yaml");
        problem.Place.Line.Should().BeInRange(1, 3);
    }

    [Fact]
    public void Read_KeyTwice_NamesBothPlaces()
    {
        Read("a: 1\nb: 2\na: 3\n", out var problems);
        problems[0].ToString().Should().Be("f.yaml(3,1): CRP112: test: the key 'a' is here a second time; the first is at f.yaml(1,1). Keep one.");
    }

    [Fact]
    public void Read_InvalidUtf8_SaysWhere()
    {
        Read([.. "a: 1\nb: "u8, 0xC3, 0x28, 0x0A], out var problems).Should().BeNull();
        var problem = problems.Should().ContainSingle().Which;
        problem.Code.Should().Be("CRP110");
        problem.Place.Should().Be(new TextPlace("f.yaml", 2, 4));
        problem.What.Should().Contain("C3");
    }

    [Fact]
    public void Read_AliasBomb_EndsAtTheLimit()
    {
        var text = new StringBuilder("l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i <= 12; i++)
        {
            text.Append(null, $"l{i}: &l{i} [{string.Join(", ", Enumerable.Repeat($"*l{i - 1}", 10))}]\n");
        }

        Read(text.ToString(), out var problems).Should().BeNull();
        var problem = problems.Should().ContainSingle().Which;
        problem.Code.Should().Be("CRP904");
        problem.What.Should().Contain("200000");
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Read_FiftyThousandBrackets_EndsAtTheLimit(char bracket)
    {
        Read("a: " + new string(bracket, 50_000), out var problems).Should().BeNull();
        problems.Should().ContainSingle().Which.Code.Should().Be("CRP903");
    }

    [Fact]
    public void Read_FiftyThousandNestedBlocks_EndsAtTheLimit()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 1_000; i++)
        {
            text.Append(' ', 2 * i).Append("- a:\n");
        }

        Read(text.ToString(), out var problems).Should().BeNull();
        problems.Should().ContainSingle().Which.Code.Should().Be("CRP903");
    }

    [Fact]
    public void Read_BeyondEachLimit_SaysWhich()
    {
        Of(new string('x', 101), RulePackLimits.Default with { FileBytes = 100 }).Should().Be("CRP901");
        Of("[1, 2, 3]", RulePackLimits.Default with { Nodes = 3 }).Should().Be("CRP904");
        Of("a: &x 1\nb: [*x, *x]", RulePackLimits.Default with { Aliases = 1 }).Should().Be("CRP905");
        Of($"a: {new string('x', 11)}", RulePackLimits.Default with { TextLength = 10 }).Should().Be("CRP906");
        Of("[[[1]]]", RulePackLimits.Default with { Depth = 3 }).Should().Be("CRP903");

        static string Of(string text, RulePackLimits limits)
        {
            Read(Encoding.UTF8.GetBytes(text), out var problems, limits);
            return problems.Should().ContainSingle().Which.Code;
        }
    }

    [Fact]
    public void Read_AtEachLimit_IsRead()
    {
        var limits = new RulePackLimits { FileBytes = 12, Nodes = 4, Depth = 3, TextLength = 3, Aliases = 0 };
        Read("a: &x [abc]\n"u8.ToArray(), out var problems, limits).Should().NotBeNull();
        problems.Should().BeEmpty();
    }

    private static YamlNode? Read(string text)
    {
        var node = Read(text, out var problems);
        problems.Should().BeEmpty();
        return node;
    }

    private static YamlNode? Read(string text, out IReadOnlyList<RuleBookProblem> problems) => Read(Encoding.UTF8.GetBytes(text), out problems);

    private static YamlNode? Read(byte[] bytes, out IReadOnlyList<RuleBookProblem> problems, RulePackLimits? limits = null)
    {
        var found = new PackProblems("test", most: 100);
        var node = YamlReader.Read("f.yaml", bytes, limits ?? RulePackLimits.Default, found);
        problems = found.All;
        return node;
    }
}
