using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Tests.Loading;

/// <summary>Loading packs: all or nothing, every problem at its place, whatever the order.</summary>
public sealed class LoadingTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("collabrisk-packs-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    /// <summary>The pack that a stranger might send on the first day. Each mistake is marked with what is wrong.</summary>
    private const string TenMistakes = """
        pack:
          id: My Pack
          version: 1.0
          title: A first try
          licence: MIT
          authors: [A. Nalyst]
          date: 2026-11-22
          engine: '>=0.1.0 <1.0.0'
          prefix: TRY
        claims:
          - id: TRY-C1
            source: two-case-papr
            place: page 1
            says: It is so.
            about: Risk
            strength: NamedCase
        chapters:
          - heading: Tries
            area: Relatons
            rules:
              - code: TRY-ONE
                kind: Risk
                title: One
                level: {is: Severe, because: it is}
                when: {vision.exsts: no}
                says: One.
                claims: [TRY-C1]
              - code: TRY-TWO
                kind: Strength
                title: Two
                wen: {vision.exists: yes}
                says: Two.
                claims: [TRY-C9]
              - code: OTHER-THREE
                kind: Strength
                title: Three
                when: {trust.organisational: Hihg}
                says: "{vision.exist} three."
                claims: [D3-189]
        overrides:
          - rule: VISON-ABSENT
            reason: We know better.
            author: A. Nalyst
            switch off: yes
        """;

    [Fact]
    public void TryRead_TenMistakes_GivesTenMessages()
    {
        string[] expected =
        [
            "first.yaml(2,7): CRP201: My Pack: the id of a pack is made of small letters, digits, dots and hyphens, such as 'my-force.control-room'.",
            "first.yaml(3,12): CRP202: My Pack: '1.0' is not a semantic version, such as '1.0.0'.",
            "first.yaml(12,13): CRP136: My Pack: no source has the id 'two-case-papr'. Did you mean 'two-case-paper'?",
            "first.yaml(19,11): CRP124: My Pack: 'area' is one of the words ExternalEnvironment, OrganisationalCharacteristics, PeopleCharacteristics, Relations or Instruments; found 'Relatons'. Did you mean 'Relations'?",
            "first.yaml(24,21): CRP124: My Pack: 'is' is one of the words Low, Moderate or High; found 'Severe'.",
            "first.yaml(25,16): CRP141: My Pack/TRY-ONE: there is no fact 'vision.exsts'. Did you mean 'vision.exists'?",
            "first.yaml(31,9): CRP121: My Pack: a rule has no key 'wen'. Did you mean 'when'?",
            "first.yaml(33,18): CRP222: My Pack/TRY-TWO: no claim has the id 'TRY-C9'. Did you mean 'TRY-C1'?",
            "first.yaml(34,15): CRP507: My Pack/OTHER-THREE: its code is outside 'TRY', the prefix of its pack My Pack. Begin it with 'TRY-'.",
            "first.yaml(37,38): CRP124: My Pack/OTHER-THREE: 'Hihg' is not a word of 'trust.organisational'; the words are None, Low, Sufficient and High. Did you mean 'High'?",
            "first.yaml(38,15): CRP209: My Pack/OTHER-THREE: the message uses '{vision.exist}', which is not a fact of the collaboration and the rule has no subject",
            "first.yaml(41,5): CRP403: My Pack/override of VISON-ABSENT: no rule has this code. Did you mean 'VISION-ABSENT'?",
        ];
        new RulePackLoader().TryRead("first.yaml", TenMistakes, out _, out var problems).Should().BeFalse();
        problems.Select(problem => problem.ToString()).Should().Equal(expected);
    }

    [Fact]
    public void TryRead_KeysOfTheManifestAtTheTop_SaysWhereTheyBelong()
    {
        new RulePackLoader().TryRead("flat.yaml", "id: my.pack\nversion: 1.0.0\ntitle: My pack\n", out _, out var problems).Should().BeFalse();
        problems.Select(problem => problem.What).Should().Contain(
        [
            "a pack file has no key 'id'. It belongs under 'pack'.",
            "a pack file has no key 'version'. It belongs under 'pack'.",
            "a pack file has no key 'title'. It belongs under 'pack'.",
        ]);
    }

    [Fact]
    public void Load_WithProblems_ThrowsThemAll()
    {
        var path = Write("bad.yaml", TenMistakes);
        var e = Invoking(() => new RulePackLoader().Load(path)).Should().ThrowExactly<RulePackException>().Which;
        e.Problems.Count.Should().BeGreaterThanOrEqualTo(10);
        e.Message.Should().Contain("CRP141");
    }

    [Fact]
    public void Load_NoPaths_GivesThePacksInCodeAlone() =>
        new RulePackLoader().Load().RuleBook.Digest.Should().Be(RuleBook.Build([CollabRisk.Knowledge.KnowledgePacks.General]).Digest);

    [Fact]
    public void Load_OneGoodAndOneBad_LoadsNeither()
    {
        var good = Write("good.yaml", PackText.WithRisk("when: {vision.exists: no}"));
        var bad = Write("bad.yaml", TenMistakes);
        new RulePackLoader().TryLoad([good, bad], out var set, out var problems).Should().BeFalse();
        set.Should().BeNull();
        problems.Should().AllSatisfy(problem => problem.Place!.File.Should().EndWith("bad.yaml"));
    }

    [Fact]
    public void Load_InAnyOrder_GivesTheSameBookAndTheSameProblems()
    {
        string[] paths = [Write("a.yaml", Named("a.pack", "AAA")), Write("b.yaml", Named("b.pack", "BBB")), Write("c.yaml", Named("c.pack", "CCC"))];
        var loader = new RulePackLoader();
        loader.Load(paths.Reverse()).RuleBook.Digest.Should().Be(loader.Load(paths).RuleBook.Digest);

        string[] clashing = [Write("d.yaml", Named("d.pack", "DDD")), Write("e.yaml", Named("e.pack", "DDD")), Write("f.yaml", Named("d.pack", "FFF"))];
        loader.TryLoad(clashing, out _, out var forward);
        loader.TryLoad(clashing.Reverse(), out _, out var backward);
        forward.Should().NotBeEmpty();
        backward.Should().Equal(forward);
    }

    [Fact]
    public void Load_TwoPacksWithOneId_NamesBoth()
    {
        var (one, two) = (Write("one.yaml", Named("same.pack", "ONE")), Write("two.yaml", Named("same.pack", "TWO")));
        new RulePackLoader().TryLoad([one, two], out _, out var problems).Should().BeFalse();
        var problem = problems.Single(each => each.Code == "CRP501");
        problem.What.Should().Contain(one);
        problem.What.Should().Contain(two);
    }

    [Fact]
    public void Load_TwoPacksWithOnePrefix_NamesBoth()
    {
        var (one, two) = (Write("one.yaml", Named("one.pack", "SAME")), Write("two.yaml", Named("two.pack", "SAME").Replace("SAME-RISK", "SAME-RISK-2", StringComparison.Ordinal)));
        new RulePackLoader().TryLoad([one, two], out _, out var problems).Should().BeFalse();
        problems.Should().Contain(
            each => each.Where == "one.pack" && each.What.Contains("two.pack", StringComparison.Ordinal) && each.What.Contains(two, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_ACircleAcrossPacks_NamesAllItsRulesWithTheirPlaces()
    {
        var one = Write("one.yaml", Named("one.pack", "ONE").Replace("vision.exists: no", "raised: TWO-RISK", StringComparison.Ordinal));
        var two = Write("two.yaml", Named("two.pack", "TWO").Replace("vision.exists: no", "raised: ONE-RISK", StringComparison.Ordinal));
        new RulePackLoader().TryLoad([one, two], out _, out var problems).Should().BeFalse();
        var problem = problems.Should().ContainSingle().Which;
        problem.Code.Should().Be("CRP505");
        problem.What.Should().Contain("ONE-RISK of one.pack at");
        problem.What.Should().Contain("TWO-RISK of two.pack at");
    }

    [Fact]
    public void Load_PacksThatReferToEachOther_FindsRulesClaimsSourcesAndAdvice()
    {
        var one = Write("one.yaml", Named("one.pack", "ONE") + """
            recommendations:
              - code: ONE-DO
                says: Do it.
                claims: [ONE-C1]
            """);
        var two = Write("two.yaml", Named("two.pack", "TWO").Replace("claims: [TWO-C1]", "claims: [ONE-C1, TWO-C1]\n        advises: [ONE-DO]\n        leads to: [ONE-RISK]", StringComparison.Ordinal));
        foreach (var paths in new[] { new[] { one, two }, [two, one] })
        {
            var rule = new RulePackLoader().Load(paths).RuleBook.Find("TWO-RISK")!;
            rule.Recommendations.Select(advice => advice.Code).Should().Equal("ONE-DO");
            rule.LeadsTo.Should().Equal("ONE-RISK");
        }
    }

    [Theory]
    [InlineData(">=1.0.0", "CRP133")]
    [InlineData("<0.1.0", "CRP133")]
    [InlineData("newest", "CRP125")]
    [InlineData("^0.1", "CRP125")]
    public void Load_ForAnotherEngine_IsRefused(string range, string code) =>
        PackText.Problem(PackText.WithRisk("when: {vision.exists: no}").Replace(">=0.1.0 <1.0.0", range, StringComparison.Ordinal)).Code.Should().Be(code);

    [Fact]
    public void Load_ForAnotherFactModel_IsRefused() =>
        PackText.Problem(PackText.WithRisk("when: {vision.exists: no}").Replace("  prefix: TST", "  prefix: TST\n  fact model: 3", StringComparison.Ordinal)).Code
            .Should().Be("CRP134");

    [Fact]
    public void Load_AFolder_CountsTheSectionsOfAllItsFiles()
    {
        Write("pack/pack.yaml", PackText.Head);
        Write("pack/rules/one.yaml", Rules("TST-ONE"));
        Write("pack/rules/deep/two.yml", Rules("TST-TWO"));
        Write("pack/.hidden/three.yaml", "nonsense: yes");
        Write("pack/readme.md", "nonsense: [");
        var set = new RulePackLoader().Load(Path.Combine(root, "pack"));
        set.RuleBook.RulesByCode.Where(rule => rule.PackId == "test.pack").Select(rule => rule.Code).Should().Equal("TST-ONE", "TST-TWO");
        set.RuleBook.Find("TST-TWO")!.Place!.File.Should().Be($"{root}/pack/rules/deep/two.yml");
    }

    [Fact]
    public void Load_DefinedTwice_NamesTheOtherPlace()
    {
        Write("pack/pack.yaml", PackText.Head);
        Write("pack/a.yaml", Rules("TST-ONE"));
        Write("pack/b.yaml", Rules("TST-ONE"));
        new RulePackLoader().TryLoad([Path.Combine(root, "pack")], out _, out var problems).Should().BeFalse();
        var problem = problems.Should().ContainSingle().Which;
        problem.Code.Should().Be("CRP135");
        problem.What.Should().Contain($"already, at {root}/pack/a.yaml(5,9)");
    }

    [Theory]
    [InlineData("", "CRP103")]
    [InlineData("# nothing\n", "CRP103")]
    [InlineData("chapters: []\n", "CRP132")]
    [InlineData("- a\n", "CRP123")]
    [InlineData("just text\n", "CRP123")]
    public void Load_WithoutAManifest_SaysSo(string text, string code) =>
        PackText.Problems(text).Should().Contain(problem => problem.Code == code);

    [Fact]
    public void Load_NoSuchPath_SaysSo()
    {
        new RulePackLoader().TryLoad([Path.Combine(root, "nowhere")], out _, out var problems).Should().BeFalse();
        problems.Should().ContainSingle().Which.Code.Should().Be("CRP101");
    }

    [Fact]
    public void Load_ALinkOutOfTheFolder_IsNotFollowed()
    {
        var secret = Write("secret.yaml", "secret: yes");
        Write("pack/pack.yaml", PackText.WithRisk("when: {vision.exists: no}"));
        File.CreateSymbolicLink(Path.Combine(root, "pack/link.yaml"), secret);
        Directory.CreateSymbolicLink(Path.Combine(root, "pack/folder"), root);
        new RulePackLoader().TryLoad([Path.Combine(root, "pack")], out _, out var problems).Should().BeFalse();
        problems.Select(problem => problem.Code).Should().Equal("CRP104", "CRP104");
        problems.Should().NotContain(problem => problem.What.Contains("secret:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../secret.json")]
    [InlineData("cases/../../secret.json")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\secret.json")]
    [InlineData("link.json")]
    public void Read_AnotherFileOfThePack_StaysInTheFolder(string name)
    {
        Write("secret.json", "{}");
        Write("pack/pack.yaml", PackText.Head);
        File.CreateSymbolicLink(Path.Combine(root, "pack/link.json"), Path.Combine(root, "secret.json"));
        var problems = new PackProblems("test", most: 10);
        var folder = RulePacks.Files.PackFolder.Open(Path.Combine(root, "pack"), RulePackLimits.Default, problems);
        folder.Read(name, new TextPlace("pack.yaml", 1, 1), problems).Should().BeNull();
        problems.All.Should().ContainSingle().Which.Code.Should().Be("CRP104");
    }

    [Fact]
    public void Load_MoreFilesOrRulesThanAllowed_IsRefused()
    {
        var limits = RulePackLimits.Default with { Files = 2, Rules = 1 };
        Write("many/pack.yaml", PackText.Head);
        Write("many/a.yaml", Rules("TST-A"));
        Write("many/b.yaml", Rules("TST-B"));
        var loader = new RulePackLoader(new RulePackOptions { Limits = limits });
        loader.TryLoad([Path.Combine(root, "many")], out _, out var problems).Should().BeFalse();
        problems.Should().Contain(problem => problem.Code == "CRP902");

        var two = new RulePackLoader(new RulePackOptions { Limits = limits with { Files = 3 } });
        two.TryLoad([Path.Combine(root, "many")], out _, out problems).Should().BeFalse();
        problems.Should().Contain(problem => problem.Code == "CRP907");
    }

    [Fact]
    public void Load_FilesThatAreTooLargeTogether_AreRefused()
    {
        Write("large/pack.yaml", PackText.Head);
        Write("large/a.yaml", Rules("TST-A"));
        var bytes = Directory.GetFiles(Path.Combine(root, "large")).Sum(file => new FileInfo(file).Length);
        var limits = RulePackLimits.Default with { PackBytes = bytes - 1 };
        new RulePackLoader(new RulePackOptions { Limits = limits }).TryLoad([Path.Combine(root, "large")], out _, out var problems).Should().BeFalse();
        problems.Should().ContainSingle().Which.Code.Should().Be("CRP910");
        new RulePackLoader(new RulePackOptions { Limits = limits with { PackBytes = bytes } }).Load(Path.Combine(root, "large"));
    }

    [Fact]
    public void Load_APipeInTheFolder_DoesNotWait()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps pipes elsewhere.");
        Write("pipe/pack.yaml", PackText.WithRisk("when: {vision.exists: no}"));
        using var made = System.Diagnostics.Process.Start("mkfifo", Path.Combine(root, "pipe/wait.yaml"));
        made.WaitForExit();
        made.ExitCode.Should().Be(0);
        new RulePackLoader().Load(Path.Combine(root, "pipe")).Packs.Should().ContainSingle();
    }

    [Fact]
    public void Load_ConditionsLargerThanAllowed_AreRefused()
    {
        var options = new RulePackOptions { Limits = RulePackLimits.Default with { ConditionSize = 5, EvaluationCost = 20 } };
        PackText.Problems(PackText.WithRisk($"when: {{any: [{string.Join(", ", Enumerable.Repeat("vision.exists: no", 6))}]}}"), options)
            .Should().Contain(problem => problem.Code == "CRP908");
        PackText.Problems(PackText.WithRisk("when: {some partner: {partner.role: Lead}}"), options).Should().Contain(problem => problem.Code == "CRP909");
        PackText.Load(PackText.WithRisk("when: {any: [vision.exists: no]}"), options);
    }

    [Fact]
    public void Load_AFileOfNothingButMistakes_IsReportedShort()
    {
        var text = "pack: {}\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"key{i}: 1\n")));
        var problems = PackText.Problems(text);
        problems.Count.Should().BeInRange(100, RulePackLimits.Default.Problems + 2);
        problems.Should().Contain(problem => problem.Code == "CRP100");
    }

    private static string Named(string id, string prefix) =>
        PackText.WithRisk("when: {vision.exists: no}").Replace("test.pack", id, StringComparison.Ordinal).Replace("TST", prefix, StringComparison.Ordinal);

    private static string Rules(string code) => $$"""
        chapters:
          - heading: Tests
            area: Relations
            rules:
              - code: {{code}}
                kind: Strength
                title: A strength
                when: {vision.exists: yes}
                says: It is so.
                claims: [TST-C1]
        """;

    private string Write(string name, string text)
    {
        var path = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
