using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CollabRisk.Cli.Catalogue;
using CollabRisk.Facts;
using CollabRisk.RulePacks;
using CollabRisk.Rules;
using CollabRisk.Tests;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CollabRisk.Cli.Tests;

/// <summary>The commands about rule packs, as their user meets them.</summary>
public sealed partial class PackCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples/packs/regional-control-room");

    private static readonly global::Json.Schema.JsonSchema CheckSchema = global::Json.Schema.JsonSchema.FromText(Repository.Read("schemas", "rule-pack-check.schema.json"));

    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk-pack-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("my-pack", "my-pack", "MP")]
    [InlineData("rota", "rota", "ROTA")]
    [InlineData("2nd Control Room!", "pack-2nd-control-room", "P2CR")]
    [InlineData("Zorg & één", "zorg-een", "ZE")]
    [InlineData("Straße Øst", "strasse-ost", "SO")]
    public async Task New_AnyFolder_IsValidTestedAndWithoutWarnings(string name, string id, string prefix)
    {
        var path = At(name);
        var made = await Run("pack", "new", path);
        made.Code.Should().Be(0);
        made.Error.Should().BeEmpty();
        made.Out.Should().Contain($"Next: collabrisk pack test {(!name.Contains(' ', StringComparison.Ordinal) ? path : OperatingSystem.IsWindows() ? $"\"{path}\"" : $"'{path}'")}");
        made.Out.Should().Contain($"The id of the pack is {id}, and its codes begin with {prefix}. Both are permanent once someone uses the pack; to choose others, remove the folder and give --id and --prefix.");
        var check = await Run("pack", "check", path, "--strict");
        check.Should().Be((0, $"{id} 0.1.0: 1 rule, 0 overrides, 5 tests; valid.\nNo warnings.\n", ""));
        var test = await Run("pack", "test", path, "--strict");
        test.Should().Be((0, $"{id} 0.1.0: 5 tests passed; 6 of 6 condition values seen (100 %).\n", ""));
        File.ReadAllText(Path.Combine(path, "pack.yaml")).Should().Contain($"prefix: {prefix}\n");
        File.Exists(Path.Combine(path, ".vscode/rule-pack.schema.json")).Should().BeTrue();
    }

    [Fact]
    public async Task New_WithIdAndPrefix_UsesThem()
    {
        await Run("pack", "new", At("x"), "--id", "north.rota", "--prefix", "NR-A");
        (await Run("pack", "test", At("x"))).Should().Be((0, "north.rota 0.1.0: 5 tests passed; 6 of 6 condition values seen (100 %).\n", ""));
    }

    [Fact]
    public async Task New_SomethingThere_ChangesNothing()
    {
        File.WriteAllText(At("note.txt"), "mine");
        var run = await Run("pack", "new", folder);
        run.Code.Should().Be(2);
        run.Out.Should().BeEmpty();
        run.Error.Should().Contain("there is something there already");
        Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Should().Equal("note.txt");
    }

    [Fact]
    public async Task Check_TheSample_IsValid() =>
        (await Run("pack", "check", Sample)).Should().Be(
            (0, "regional.control-room 1.0.0: 9 rules, 3 overrides, 30 tests; valid.\nNo warnings. 1 warning is accepted, with a reason.\n", ""));

    [Theory]
    [InlineData("pack test PACK --coverage", "collabrisk: '--coverage' is not an option of 'collabrisk pack test'. 'collabrisk pack test --help' lists them.\n")]
    [InlineData("pack check PACK --strikt", "collabrisk: '--strikt' is not an option of 'collabrisk pack check'. Did you mean '--strict'? 'collabrisk pack check --help' lists them.\n")]
    [InlineData("evaluate x.json --packs PACK --foo=1", "collabrisk: '--foo' is not an option of 'collabrisk evaluate'. 'collabrisk evaluate --help' lists them.\n")]
    public async Task UnknownOption_WhereAPathCouldBe_IsNotTakenForOne(string line, string error) =>
        (await Run([.. line.Split(' ').Select(word => word == "PACK" ? Sample : word)])).Should().Be((2, "", error));

    [Fact]
    public async Task New_Readme_NamesCommandsThatWork()
    {
        await Run("pack", "new", At("x"));
        var lines = File.ReadAllLines(At("x/README.md")).Where(line => line.StartsWith("    collabrisk pack ", StringComparison.Ordinal)).ToList();
        lines.Should().HaveCount(2);
        foreach (var line in lines)
        {
            (await Run([.. line.Trim().Split(' ').Skip(1).Select(word => word == "." ? At("x") : word)])).Code.Should().Be(0, line);
        }
    }

    [Theory]
    [InlineData("pack check PACK")]
    [InlineData("pack test PACK")]
    [InlineData("pack docs PACK")]
    [InlineData("catalogue rules --packs PACK")]
    [InlineData("evaluate CASE --packs PACK")]
    [InlineData("next CASE --packs PACK")]
    [InlineData("explain CASE VISION-ABSENT --packs PACK")]
    [InlineData("remedies CASE VISION-ABSENT --packs PACK")]
    [InlineData("what-if CASE vision.exists=yes --packs PACK")]
    [InlineData("compare CASE CASE --packs PACK")]
    [InlineData("timeline CASE CASE --packs PACK")]
    [InlineData("perspectives CASE CASE --packs PACK")]
    [InlineData("report CASE --packs PACK")]
    public async Task KeyAndPolicy_EveryCommandThatLoadsPacks_KeepsToThem(string line)
    {
        var policy = At("policy.yaml");
        File.WriteAllText(policy, "switch off: no");
        File.WriteAllText(At("case.json"), """{"name": "Case", "asOf": "2026-01-01", "vision": {"exists": false}}""");
        string[] words = [.. line.Split(' ').Select(word => word switch { "PACK" => Sample, "CASE" => At("case.json"), _ => word })];
        var refused = await Run([.. words, "--policy", policy]);
        refused.Code.Should().Be(2);
        refused.Out.Should().BeEmpty();
        refused.Error.Should().Contain("CRP834: regional.control-room/override of MEDIA-MIX: it switches MEDIA-MIX off");
        await Run("pack", "keys", At("key"));
        var unsigned = await Run([.. words, "--key", At("key.pub")]);
        unsigned.Code.Should().Be(2);
        unsigned.Error.Should().Contain("the pack has no signature");
    }

    [Theory]
    [InlineData("switch of: no", "a policy has no key 'switch of'. Did you mean 'switch off'?")]
    [InlineData(null, "there is no folder and no file at")]
    public async Task Policy_ThatCannotBeRead_LoadsNothing(string? text, string error)
    {
        if (text is not null)
        {
            File.WriteAllText(At("policy.yaml"), text);
        }

        var run = await Run("pack", "check", Sample, "--policy", At("policy.yaml"));
        run.Code.Should().Be(2);
        run.Out.Should().BeEmpty();
        run.Error.Should().Contain(error);
    }

    [Fact]
    public async Task Check_NameOfAFileThatTurnsTheLine_IsWrittenAsItsCode()
    {
        await Run("pack", "new", At("x"));
        File.WriteAllText(At("x/a\n\u001b[2K\u202e.yaml"), "[");
        var run = await Run("pack", "check", At("x"));
        run.Error.Should().Contain("x/a\\u000A\\u001B[2K\\u202E.yaml(");
        run.Error.Any(c => (char.IsControl(c) && c != '\n') || c == '\u202e').Should().BeFalse();
    }

    [Fact]
    public async Task Check_AsJson_HasWarningsAcceptedOnesAndPacks()
    {
        await WithWarnings();
        var run = await Run("pack", "check", At("x"), "--format", "json", "--strict");
        run.Code.Should().Be(1);
        run.Error.Should().BeEmpty();
        using var json = System.Text.Json.JsonDocument.Parse(run.Out);
        CheckSchema.Evaluate(json.RootElement).IsValid.Should().BeTrue();
        json.RootElement.GetProperty("valid").GetBoolean().Should().BeTrue();
        Codes(json, "warnings").Should().Equal("CRP681");
        Codes(json, "accepted").Should().Equal("CRP642");
        json.RootElement.GetProperty("accepted")[0].GetProperty("reason").GetString().Should().Be("for the next rule");
        json.RootElement.GetProperty("packs")[0].GetProperty("rules").GetInt32().Should().Be(1);

        static IEnumerable<string?> Codes(System.Text.Json.JsonDocument json, string list) =>
            [.. json.RootElement.GetProperty(list).EnumerateArray().Select(each => each.GetProperty("code").GetString())];
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("junit")]
    public async Task Check_ProblemsInAnyFormat_AreOnStandardOutputWithExitCode2(string format)
    {
        await Run("pack", "new", At("x"));
        File.WriteAllText(At("x/more.yaml"), "notes:\n  - says: a: b\n");
        var run = await Run("pack", "check", At("x"), "--format", format);
        run.Code.Should().Be(2);
        run.Error.Should().BeEmpty();
        run.Out.Should().Contain("CRP111").And.Contain("a colon followed by a space begins a value");
        switch (format)
        {
            case "json":
                using (var json = System.Text.Json.JsonDocument.Parse(run.Out))
                {
                    CheckSchema.Evaluate(json.RootElement).IsValid.Should().BeTrue();
                }

                break;
            case "sarif":
                using (var sarif = System.Text.Json.JsonDocument.Parse(run.Out))
                {
                    var result = sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
                    result.GetProperty("level").GetString().Should().Be("error");
                    var kind = sarif.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
                    foreach (var text in new[] { "shortDescription", "fullDescription", "help" })
                    {
                        kind.GetProperty(text).GetProperty("text").GetString().Should().NotBeNullOrEmpty();
                    }

                    var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
                    place.GetProperty("artifactLocation").GetProperty("uri").GetString().Should().Be($"file://{At("x/more.yaml")}");
                    place.GetProperty("region").GetProperty("startLine").GetInt32().Should().Be(2);
                }

                break;
            default:
                var suite = System.Xml.Linq.XDocument.Parse(run.Out).Root!.Elements().Should().ContainSingle().Which;
                ((int)suite.Attribute("failures")!).Should().Be(1);
                suite.Descendants("failure").Should().ContainSingle();
                break;
        }
    }

    [Fact]
    public void ProblemKindList_EveryKindOfBothAssemblies_IsFound()
    {
        var kinds = new[] { typeof(ProblemKind).Assembly, typeof(RulePackLoader).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(ProblemKind)).Select(field => (ProblemKind)field.GetValue(null)!).ToList();
        kinds.Should().HaveCountGreaterThan(100).And.OnlyContain(kind => ProblemKindList.Find(kind.Code) == kind);
    }

    [Fact]
    public async Task Check_AsSarif_SuppressesWhatIsAccepted()
    {
        await WithWarnings();
        var run = await Run("pack", "check", At("x"), "--format", "sarif");
        run.Code.Should().Be(0);
        using var sarif = System.Text.Json.JsonDocument.Parse(run.Out);
        var results = sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();
        results.Select(result => result.GetProperty("level").GetString()).Should().Equal("warning", "warning");
        results.Select(result => result.TryGetProperty("suppressions", out _)).Should().Equal(false, true);
        results[1].GetProperty("suppressions")[0].GetProperty("justification").GetString().Should().Be("for the next rule");
    }

    [Theory]
    [InlineData("--strict", 1, 1)]
    [InlineData("--verbose", 0, 0)]
    public async Task Check_AsJUnit_CountsWarningsWhereTheyAreFailures(string option, int code, int failures)
    {
        await WithWarnings();
        var run = await Run("pack", "check", At("x"), "--format", "junit", option);
        run.Code.Should().Be(code);
        var suite = System.Xml.Linq.XDocument.Parse(run.Out).Root!.Elements().Single();
        ((int)suite.Attribute("tests")!).Should().Be(1);
        ((int)suite.Attribute("failures")!).Should().Be(failures);
    }

    [Theory]
    [InlineData("sarif", "\"ruleId\": \"test-failed\"")]
    [InlineData("junit", "<failure message=\"")]
    [InlineData("json", "\"rule\": \"X-TROUBLE-LATE\"")]
    public async Task Test_FailureInAnyFormat_IsThere(string format, string text)
    {
        await Run("pack", "new", At("x"));
        var tests = At("x/tests/first-chapter.yaml");
        File.WriteAllText(tests, File.ReadAllText(tests).Replace("level: Moderate", "level: High", StringComparison.Ordinal));
        var run = await Run("pack", "test", At("x"), "--format", format);
        run.Code.Should().Be(1);
        run.Error.Should().BeEmpty();
        run.Out.Should().Contain(text).And.Contain("Moderate");
    }

    /// <summary>A new pack with a text that a comment cuts, and a claim that is not used, which is accepted.</summary>
    private async Task WithWarnings()
    {
        await Run("pack", "new", At("x"));
        File.WriteAllText(At("x/more.yaml"), """
            claims:
              - {id: X-C9, source: x-example, place: section 2, says: It is so., about: Risk, strength: Assertion}
            notes:
              - says: One programme alone was studied #1
            accepted warnings:
              - {warning: CRP642, about: X-C9, reason: for the next rule}
            """);
    }

    [Fact]
    public async Task Check_Mistakes_AreAllToldWithExitCode2()
    {
        await Run("pack", "new", At("bad"));
        Replace("bad/rules/first-chapter.yaml", "communication.regular", "communication.regulr");
        Replace("bad/tests/first-chapter.yaml", "level: Low", "level: Lowest");
        var run = await Run("pack", "check", At("bad"));
        run.Code.Should().Be(2);
        run.Out.Should().BeEmpty();
        run.Error.Should().Contain($"{At("bad")}/rules/first-chapter.yaml(15,");
        run.Error.Should().Contain("CRP141");
        run.Error.Should().Contain("Did you mean 'communication.regular'?");
        run.Error.Should().Contain("CRP124");
        run.Error.Should().EndWith("collabrisk: the rules cannot be used; there are 2 problems.\n");
    }

    [Fact]
    public async Task Check_AMistakeInATest_IsToldWithExitCode2()
    {
        await Run("pack", "new", At("bad"));
        Replace("bad/tests/first-chapter.yaml", "communication.regular: yes", "communication.regular: often");
        var run = await Run("pack", "check", At("bad"));
        run.Code.Should().Be(2);
        run.Error.Should().Contain("CRP702");
    }

    [Fact]
    public async Task Check_AWarning_EndsWith1OnlyWhereAskedFor()
    {
        await Run("pack", "new", At("warned"));
        Replace("warned/evidence.yaml", "recommendations:", "recommendations:\n  - code: W-UNUSED\n    says: No one is told this.\n    claims: [W-C1]");
        var run = await Run("pack", "check", At("warned"));
        run.Code.Should().Be(0);
        run.Out.Should().Contain("CRP641");
        run.Out.Should().Contain("1 warning.");
        (await Run("pack", "check", At("warned"), "--strict")).Code.Should().Be(1);
    }

    [Fact]
    public async Task Test_AFailure_SaysWhyWithExitCode1AndInEveryReport()
    {
        await Run("pack", "new", At("failing"));
        Replace("failing/rules/first-chapter.yaml", "is: Low", "is: High");
        var run = await Run("pack", "test", At("failing"), "--junit", At("result.xml"), "--lcov", At("coverage.info"));
        run.Code.Should().Be(1);
        run.Error.Should().BeEmpty();
        run.Out.Should().Contain("FAILING-TROUBLE-LATE should be raised at Low, but is raised at High");
        File.ReadAllText(At("result.xml")).Should().Contain("<failure");
        File.ReadAllText(At("coverage.info")).Should().Contain("SF:");
        (await Run("pack", "test", At("failing"), "--format", "json")).Out.Should().StartWith("{");
    }

    [Fact]
    public async Task Test_NoTests_Fails()
    {
        await Run("pack", "new", At("untested"));
        File.Delete(At("untested/tests/first-chapter.yaml"));
        (await Run("pack", "test", At("untested"))).Code.Should().Be(1);
    }

    [Fact]
    public async Task Docs_TheSample_HasFactsRulesOverridesAndEvidence()
    {
        var run = await Run("pack", "docs", Sample);
        run.Code.Should().Be(0);
        run.Error.Should().BeEmpty();
        Approved.Equal("tests/CollabRisk.Cli.Tests/Approved/pack-docs.md", run.Out);
    }

    [Fact]
    public async Task Docs_TextsFromOutside_ReadAsTheyAreAndAreNoMarkdown()
    {
        const string Hostile = "<b onclick=x>`a`</b> <!-- [b](https://evil.example) ![c](d.png) https://evil.example www.evil.example | *e* _f_ ~~g~~ &lt; # h";
        await Run("pack", "new", At("hostile"));
        foreach (var file in Directory.EnumerateFiles(At("hostile"), "*.yaml", SearchOption.AllDirectories))
        {
            // Every text of the pack that is not a name or a value: in each place a reader would meet it.
            File.WriteAllText(file, HostileKeys().Replace(File.ReadAllText(file), $"$1'- {Hostile} $2'"));
        }

        var run = await Run("pack", "docs", At("hostile"));
        run.Error.Should().BeEmpty();
        run.Code.Should().Be(0);
        var markdown = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();
        var page = Markdown.Parse(run.Out, markdown);
        page.Descendants<HtmlInline>().Should().BeEmpty();
        page.Descendants<HtmlBlock>().Should().OnlyContain(html => html.Lines.ToString().StartsWith("<!-- Generated by", StringComparison.Ordinal));
        page.Descendants<LinkInline>().Should().OnlyContain(link => link.Url!.StartsWith('#') && !link.IsImage);
        page.Descendants<AutolinkInline>().Should().BeEmpty();
        page.Descendants<EmphasisInline>().Should().OnlyContain(emphasis => emphasis.DelimiterChar == '*' && emphasis.DelimiterCount == 2);
        page.Descendants<Table>().Should().HaveCount(2).And.OnlyContain(table => table.All(row => ((TableRow)row).Count == ((TableRow)table[0]).Count));
        Markdown.ToPlainText(run.Out, markdown).Should().Contain("<b onclick=x>`a`</b> <!-- [b](https://evil.example) ![c](d.png)");
    }

    [Theory]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    [InlineData("a\nb\r\u2028c", "a b  c")]
    [InlineData("1. one", "1\\. one")]
    [InlineData("# one", "\\# one")]
    [InlineData("- one - two", "\\- one - two")]
    [InlineData("a < b and c > d, R&D", "a < b and c > d, R&D")]
    [InlineData("a | b", "a \\| b")]
    public void Text_SignsOfMarkdown_AreShownAndNotRead(string text, string expected) => MarkdownPage.Text(text).Should().Be(expected);

    [Fact]
    public async Task Docs_ATestThatFails_IsNotToldAsIfItWereSo()
    {
        await Run("pack", "new", At("failing"));
        Replace("failing/rules/first-chapter.yaml", "is: Low", "is: High");
        var run = await Run("pack", "docs", At("failing"));
        run.Code.Should().Be(0);
        run.Out.Should().Contain("**raised at Low**. So it should be, but it is not: this test of the pack fails.");
    }

    [Fact]
    public async Task Docs_AMistakeInATest_IsToldWithExitCode2()
    {
        await Run("pack", "new", At("bad"));
        Replace("bad/tests/first-chapter.yaml", "communication.regular: yes", "communication.regular: often");
        var run = await Run("pack", "docs", At("bad"));
        run.Code.Should().Be(2);
        run.Out.Should().BeEmpty();
        run.Error.Should().Contain("CRP702");
    }

    [Fact]
    public async Task Sign_ThenVerify_TellsWhetherAFileChanged()
    {
        await Run("pack", "new", At("signed"));
        var keys = await Run("pack", "keys", At("key.pem"));
        keys.Code.Should().Be(0);
        (await Run("pack", "keys", At("key.pem"))).Code.Should().Be(2);
        (await Run("pack", "sign", At("signed"), "--key", At("key.pem"))).Code.Should().Be(0);
        var good = await Run("pack", "verify", At("signed"), "--key", At("key.pem.pub"));
        good.Code.Should().Be(0);
        good.Error.Should().BeEmpty();
        Replace("signed/pack.yaml", "0.1.0", "0.1.1");
        var changed = await Run("pack", "verify", At("signed"), "--key", At("key.pem.pub"));
        changed.Code.Should().Be(1);
        changed.Out.Should().BeEmpty();
        changed.Error.Should().Contain("CRP805");
    }

    [Fact]
    public async Task Sign_UnderAPolicy_SignsOnlyWhatTheHostWillTake()
    {
        await Run("pack", "new", At("mine"));
        await Run("pack", "keys", At("key"));
        await Run("pack", "keys", At("other"));
        File.WriteAllText(At("policy.yaml"), "trusted keys: key.pub\nswitch off: no\n");
        var other = await Run("pack", "sign", At("mine"), "--key", At("other"), "--policy", At("policy.yaml"));
        other.Code.Should().Be(2);
        other.Error.Should().Contain("policy.yaml: the policy does not trust the key ");
        File.WriteAllText(At("mine/off.yaml"), "overrides:\n  - rule: MEDIA-MIX\n    switch off: yes\n    reason: We use one medium.\n    author: Ann\n");
        var off = await Run("pack", "sign", At("mine"), "--key", At("key"), "--policy", At("policy.yaml"));
        off.Code.Should().Be(2);
        off.Error.Should().Contain("packs may not switch rules off on this host");
        File.Exists(At("mine/pack.sig")).Should().BeFalse();
        File.Delete(At("mine/off.yaml"));
        (await Run("pack", "sign", At("mine"), "--key", At("key"), "--policy", At("policy.yaml"))).Code.Should().Be(0);
        (await Run("pack", "check", At("mine"), "--policy", At("policy.yaml"))).Error.Should().NotContain("CRP8");
    }

    [Fact]
    public async Task Sign_UnderAPolicyWithAKeyThatIsNone_SaysWhatIsWrongWithIt()
    {
        await Run("pack", "new", At("mine"));
        await Run("pack", "keys", At("key"));
        File.WriteAllText(At("bad.pub"), "not a key");
        File.WriteAllText(At("policy.yaml"), "trusted keys: bad.pub\n");
        var run = await Run("pack", "sign", At("mine"), "--key", At("key"), "--policy", At("policy.yaml"));
        run.Code.Should().Be(2);
        run.Error.Should().Contain("policy.yaml(1,15): ").And.Contain("the key 'bad.pub' cannot be used: there is no PEM");
        File.Exists(At("mine/pack.sig")).Should().BeFalse();
    }

    [Theory]
    [InlineData("PUBLIC", "pack", "check", "mine", "--key")]
    [InlineData("PUBLIC", "pack", "verify", "mine", "--key")]
    [InlineData("PRIVATE", "pack", "sign", "mine", "--key")]
    public async Task Key_FileThatHoldsNone_IsNamedWithWhatItShouldHold(string kind, params string[] args)
    {
        File.WriteAllText(At("README.md"), "# About our cases\n");
        var run = await Run([.. args, At("README.md")]);
        run.Should().Be((2, "", $"{At("README.md")}: there is no PEM in the text. A key begins with the line '-----BEGIN {kind} KEY-----'.\n"));
    }

    [Fact]
    public async Task Evaluate_KeyAndAPackThatComesWithTheTool_NeedsNoSignature()
    {
        await Run("pack", "keys", At("key"));
        File.WriteAllText(At("case.json"), """{"name": "Case", "extensions": {"gdn": {"agreement": {"written": false}}}}""");
        var run = await Run("evaluate", At("case.json"), "--packs", "partnership-guidance", "--key", At("key.pub"));
        run.Error.Should().BeEmpty();
        run.Code.Should().Be(0);
        run.Out.Should().Contain("AGREEMENT");
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
        run.Code.Should().Be(2);
        run.Out.Should().BeEmpty();
        (run.Error + At("nowhere")).Should().Contain("nowhere");
        run.Error.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Evaluate_WithPacks_UsesTheirRulesFactsAndOverrides()
    {
        File.WriteAllText(At("case.json"), """
            { "isInformationSystem": true, "workload": { "overload": true }, "extensions": { "rcr": { "rotaShared": false, "handoverSecond": 5 } } }
            """);
        var run = await Run("evaluate", At("case.json"), "--packs", Sample, "--all");
        run.Code.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Out.Should().Contain("RCR-ROTA-OVERLOAD");
        run.Out.Should().Contain("Raised one step if duty rotas are planned apart");
        run.Out.Should().Contain("extensions.rcr.handoverSecond: no loaded pack declares this fact");
        run.Out.Should().Contain("Did you mean");
    }

    [Fact]
    public async Task WhatIf_WithPacks_TakesTheirFacts()
    {
        File.WriteAllText(At("case.json"), """{ "isInformationSystem": true, "extensions": { "rcr": { "rotaShared": false } } }""");
        var run = await Run("what-if", At("case.json"), "extensions.rcr.rotaShared=yes", "--packs", Sample);
        run.Code.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Out.Should().Contain("RCR-ROTA-SHARED");
    }

    [Fact]
    public async Task Evaluate_AValueThatADeclaredFactCannotHave_IsBadInput()
    {
        File.WriteAllText(At("case.json"), """{ "extensions": { "rcr": { "handover": { "drill": "Sometimes" } } } }""");
        var run = await Run("evaluate", At("case.json"), "--packs", Sample);
        run.Code.Should().Be(2);
        run.Out.Should().BeEmpty();
        run.Error.Should().Contain("'Sometimes' is not one of Never, Yearly, Quarterly or Monthly");
    }

    [Fact]
    public async Task Evaluate_PackThatMisspellsACode_IsToldTheCodeAndNotToLoadAPack()
    {
        await Run("pack", "new", At("my-pack"));
        File.AppendAllText(At("my-pack/rules/first-chapter.yaml"), "        under: [VISION-ABSNT]\n");
        File.WriteAllText(At("case.json"), "{}");
        var run = await Run("evaluate", At("case.json"), "--packs", At("my-pack"));
        run.Code.Should().Be(2);
        run.Error.Should().Contain("it is under 'VISION-ABSNT', but no rule has this code. Did you mean 'VISION-ABSENT'?").And.NotContain("--pack general");
    }

    [GeneratedRegex("^( *(?:- )?(?:title|description|says|because|place|weight|basis|meaning|question|caveats|heading|name): )(.+ .+)$", RegexOptions.Multiline)]
    private static partial Regex HostileKeys();

    private string At(string name) => $"{folder}/{name}";

    private void Replace(string file, string text, string by)
    {
        var before = File.ReadAllText(At(file));
        before.Should().Contain(text);
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
