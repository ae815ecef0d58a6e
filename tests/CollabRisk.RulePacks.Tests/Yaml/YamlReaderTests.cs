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
        var map = Assert.IsType<YamlMap>(Read("a: 1\nb:\n  - 'x y'\n  - {c: d}\n"));
        Assert.Equal(["a", "b"], map.Entries.Select(entry => entry.Key.Text));
        Assert.Equal(new TextPlace("f.yaml", 2, 1), map.Entries[1].Key.Place);
        var list = Assert.IsType<YamlList>(map.Find("b"));
        var quoted = Assert.IsType<YamlScalar>(list.Items[0]);
        Assert.True(quoted.IsQuoted);
        Assert.Equal("x y", quoted.Text);
        Assert.Equal(new TextPlace("f.yaml", 3, 5), quoted.Place);
        Assert.Equal(new TextPlace("f.yaml", 4, 9), Assert.IsType<YamlMap>(list.Items[1]).Find("c")!.Place);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# a comment alone\n")]
    [InlineData("\uFEFF")]
    public void Read_Nothing_IsNothingAndNoProblem(string text)
    {
        Assert.Null(Read(text, out var problems));
        Assert.Empty(problems);
    }

    [Fact]
    public void Read_WithByteOrderMarkAndWindowsLines_CountsLinesAlike()
    {
        var map = Assert.IsType<YamlMap>(Read("\uFEFFa: 1\r\nb: 2\r\n"));
        Assert.Equal(new TextPlace("f.yaml", 2, 4), map.Find("b")!.Place);
    }

    [Fact]
    public void Read_Alias_StandsForItsAnchorAtItsOwnPlace()
    {
        var map = Assert.IsType<YamlMap>(Read("a: &x {k: v}\nb: *x\n"));
        var alias = Assert.IsType<YamlMap>(map.Find("b"));
        Assert.Equal("v", Assert.IsType<YamlScalar>(alias.Find("k")).Text);
        Assert.Equal(2, alias.Place.Line);
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
    [InlineData("CRP116", "a: &x [1, *x]\n")]
    [InlineData("CRP116", "a: &x {k: {l: *x}}\n")]
    public void Read_WhatIsNoPack_IsRefusedWithItsPlace(string code, string text)
    {
        Read(text, out var problems);
        var problem = Assert.Single(problems);
        Assert.Equal(code, problem.Code);
        Assert.Equal("f.yaml", problem.Place!.File);
        Assert.InRange(problem.Place.Line, 1, 3);
    }

    [Fact]
    public void Read_KeyTwice_NamesBothPlaces()
    {
        Read("a: 1\nb: 2\na: 3\n", out var problems);
        Assert.Equal("f.yaml(3,1): CRP112: test: the key 'a' stands here a second time; the first is at f.yaml(1,1). Keep one.", problems[0].ToString());
    }

    [Fact]
    public void Read_InvalidUtf8_SaysWhere()
    {
        Assert.Null(Read([.. "a: 1\nb: "u8, 0xC3, 0x28, 0x0A], out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal("CRP110", problem.Code);
        Assert.Equal(new TextPlace("f.yaml", 2, 4), problem.Place);
        Assert.Contains("C3", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AliasBomb_EndsAtTheLimit()
    {
        var text = new StringBuilder("l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i <= 12; i++)
        {
            text.Append(null, $"l{i}: &l{i} [{string.Join(", ", Enumerable.Repeat($"*l{i - 1}", 10))}]\n");
        }

        Assert.Null(Read(text.ToString(), out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal("CRP904", problem.Code);
        Assert.Contains("200000", problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Read_FiftyThousandBrackets_EndsAtTheLimit(char bracket)
    {
        Assert.Null(Read("a: " + new string(bracket, 50_000), out var problems));
        Assert.Equal("CRP903", Assert.Single(problems).Code);
    }

    [Fact]
    public void Read_FiftyThousandNestedBlocks_EndsAtTheLimit()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 1_000; i++)
        {
            text.Append(' ', 2 * i).Append("- a:\n");
        }

        Assert.Null(Read(text.ToString(), out var problems));
        Assert.Equal("CRP903", Assert.Single(problems).Code);
    }

    [Fact]
    public void Read_BeyondEachLimit_SaysWhich()
    {
        Assert.Equal("CRP901", Of(new string('x', 101), RulePackLimits.Default with { FileBytes = 100 }));
        Assert.Equal("CRP904", Of("[1, 2, 3]", RulePackLimits.Default with { Nodes = 3 }));
        Assert.Equal("CRP905", Of("a: &x 1\nb: [*x, *x]", RulePackLimits.Default with { Aliases = 1 }));
        Assert.Equal("CRP906", Of($"a: {new string('x', 11)}", RulePackLimits.Default with { TextLength = 10 }));
        Assert.Equal("CRP903", Of("[[[1]]]", RulePackLimits.Default with { Depth = 3 }));

        static string Of(string text, RulePackLimits limits)
        {
            Read(Encoding.UTF8.GetBytes(text), out var problems, limits);
            return Assert.Single(problems).Code;
        }
    }

    [Fact]
    public void Read_AtEachLimit_IsRead()
    {
        var limits = new RulePackLimits { FileBytes = 12, Nodes = 4, Depth = 3, TextLength = 3, Aliases = 0 };
        Assert.NotNull(Read("a: &x [abc]\n"u8.ToArray(), out var problems, limits));
        Assert.Empty(problems);
    }

    private static YamlNode? Read(string text)
    {
        var node = Read(text, out var problems);
        Assert.Empty(problems);
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
