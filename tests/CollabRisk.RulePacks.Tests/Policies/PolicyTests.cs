using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Tests.Policies;

/// <summary>What a host's policy refuses of packs, and what it lets through.</summary>
public class PolicyTests
{
    private static readonly (string Private, string Public) Keys = RulePackSigning.NewKeys();

    [Fact]
    public void Load_SwitchOffNotAllowed_IsRefusedAtTheOverride()
    {
        var problem = PackText.Problem(Changing("switch off: yes"), Under(new() { MaySwitchOff = false }));
        problem.Code.Should().Be("CRP834");
        problem.ToString().Should().Be(
            "pack.yaml(22,5): CRP834: test.pack/override of VISION-ABSENT: it switches VISION-ABSENT off, and packs may not switch rules off on this host. Remove the override, or ask the host.");
        PackText.Load(Changing("switch off: yes")).RuleBook.Find("VISION-ABSENT")!.Overrides.Should().ContainSingle();
    }

    [Fact]
    public void Load_SwitchOffThatHasExpired_IsLetThrough() => PackText.Load(Changing("switch off: yes\nexpires: 2020-01-01"), Under(new() { MaySwitchOff = false }));

    [Theory]
    [InlineData("level: Low", 1, "it lowers VISION-ABSENT by 2 steps, and packs may lower a level by 1 at most on this host. Lower it less, or ask the host.")]
    [InlineData("level: Moderate", 0, "it lowers VISION-ABSENT by 1 step, and packs may lower a level by none on this host. Lower it less, or ask the host.")]
    [InlineData("lowered when: {when: {communication.regular: yes}, because: they talk, claims: [TST-C1]}", 0, "it lowers VISION-ABSENT by 1 step, and packs may lower a level by none on this host. Lower it less, or ask the host.")]
    public void Load_LoweredFurtherThanAllowed_IsRefused(string change, int most, string what)
    {
        var problem = PackText.Problem(Changing(change), Under(new() { MayLowerBy = most }));
        problem.Code.Should().Be("CRP835");
        problem.What.Should().Be(what);
    }

    [Fact]
    public void Load_SeveralOverridesLowerOneRule_AreCountedTogether()
    {
        var both = Changing("level: Moderate") + Entry("lowered when: {when: {communication.regular: yes}, because: they talk, claims: [TST-C1]}");
        PackText.Problem(both, Under(new() { MayLowerBy = 1 })).What.Should().StartWith("with 1 other override, it lowers VISION-ABSENT by 2 steps");
        PackText.Load(both, Under(new() { MayLowerBy = 2 })).Packs.Should().ContainSingle();
    }

    [Theory]
    [InlineData("level: Moderate")]
    [InlineData("raised when: {when: {communication.regular: no}, because: they do not talk, claims: [TST-C1]}")]
    public void Load_LoweredByNoMoreThanAllowed_IsLetThrough(string change) => PackText.Load(Changing(change), Under(new() { MayLowerBy = 1 }));

    [Fact]
    public void Load_CaseChangedWhereNotAllowed_IsRefused()
    {
        var problem = PackText.Problem(
            Changing("case: niche and entrepreneurship\nchange case: {says: Nothing to see.}", "DRIVER-ATTRIBUTE"), Under(new() { MayChangeCases = false }));
        problem.Code.Should().Be("CRP837");
    }

    [Fact]
    public void Load_RuleThatPacksMayNotChange_IsRefused()
    {
        PackText.Problem(Changing("level: High"), Under(new() { MayChange = ["TRUST-*", "VISION-FADES"] })).ToString().Should().EndWith(
            "CRP836: test.pack/override of VISION-ABSENT: VISION-ABSENT is not among the rules that packs may change on this host: TRUST-* and VISION-FADES. Remove the override, or ask the host.");
        PackText.Load(Changing("level: Moderate"), Under(new() { MayChange = ["VISION-*"] })).Packs.Should().ContainSingle();
        PackText.Problem(Changing("level: Moderate"), Under(new() { MayChange = [] })).Code.Should().Be("CRP836");
    }

    [Fact]
    public void Load_HostsOwnOverrides_AreNotBound()
    {
        var options = Under(RulePackPolicy.AddOnly) with { Overrides = [RuleOverride.SwitchOff("VISION-ABSENT", "not our question")] };
        PackText.Load(PackText.WithRisk("when: {vision.compelling: no}"), options).RuleBook.Find("VISION-ABSENT")!.Overrides.Should().ContainSingle();
    }

    [Fact]
    public void Load_PolicyOfStrangers_LetsPacksAddRulesAlone()
    {
        PackText.Load(PackText.WithRisk("when: {vision.compelling: no}"), Under(RulePackPolicy.AddOnly)).RuleBook.Find("TST-RISK").Should().NotBeNull();
        PackText.Problems(Changing("switch off: yes"), Under(RulePackPolicy.AddOnly)).Select(problem => problem.Code).Should().Equal("CRP836", "CRP834");
    }

    [Theory]
    [InlineData("other.pack", null, "CRP831: test.pack: the policy of this host does not list the pack. It takes other.pack.")]
    [InlineData("test.pack", "1.0.1", "CRP832: test.pack: this is version 1.0.0, and this host takes 1.0.1 and later. Get the newer version.")]
    public void Load_PackThatIsNotTaken_IsRefused(string id, string? oldest, string problem) =>
        PackText.Problem(PackText.WithRisk("when: {vision.compelling: no}"), Under(new() { Packs = [new(id) { OldestVersion = oldest }] })).ToString()
            .Should().Be($"pack.yaml(2,3): {problem}");

    [Theory]
    [InlineData("1.0.0", "1.0.0", true)]
    [InlineData("1.0.0", "0.9.10", true)]
    [InlineData("1.10.0", "1.9.0", true)]
    [InlineData("1.0.0", "1.0.0-rc.1", true)]
    [InlineData("1.0.0-rc.10", "1.0.0-rc.9", true)]
    [InlineData("1.0.0-rc.1", "1.0.0", false)]
    [InlineData("1.0.0-1", "1.0.0-alpha", false)]
    [InlineData("1.0.0-alpha", "1.0.0-alpha.1", false)]
    public void Load_VersionsAsTheyAreOrdered_AreTakenOrNot(string version, string oldest, bool isTaken)
    {
        var text = PackText.WithRisk("when: {vision.compelling: no}").Replace("version: 1.0.0", $"version: {version}", StringComparison.Ordinal);
        new RulePackLoader(Under(new() { Packs = [new("test.pack") { OldestVersion = oldest }] })).TryRead("pack.yaml", text, out _, out _).Should().Be(isTaken);
    }

    [Fact]
    public void Load_KeyOfAnotherPack_IsRefused()
    {
        using var pack = PackOnDisk.Sample();
        var (mine, yours) = RulePackSigning.NewKeys();
        RulePackSigning.Sign(pack.Folder, mine);
        var policy = new RulePackPolicy { TrustedKeys = [yours, Keys.Public], Packs = [new("regional.control-room") { Keys = [RulePackSigning.Fingerprint(Keys.Public)] }] };
        new RulePackLoader(Under(policy)).TryLoad([pack.Folder], out _, out var problems).Should().BeFalse();
        problems.Should().ContainSingle().Which.Code.Should().Be("CRP833");
        RulePackSigning.Sign(pack.Folder, Keys.Private);
        new RulePackLoader(Under(policy)).Load(pack.Folder).Packs[0].Signature!.Key.Should().Be(RulePackSigning.Fingerprint(Keys.Public));
    }

    [Fact]
    public void Load_KeysOfAPackAlone_AskForASignature()
    {
        using var pack = PackOnDisk.Sample();
        var policy = new RulePackPolicy { Packs = [new("regional.control-room") { Keys = [RulePackSigning.Fingerprint(Keys.Public)] }] };
        new RulePackLoader(Under(policy)).TryLoad([pack.Folder], out _, out var problems).Should().BeFalse();
        problems.Should().ContainSingle().Which.Code.Should().Be("CRP801");
    }

    [Theory]
    [InlineData("MayLowerBy", "'lower by' is 0, 1 or 2 steps; found 3.")]
    [InlineData("MayChange", "'vision*' is not the code of a rule. Write one such as 'VISION-ABSENT', or 'VISION-*' for all that begin with 'VISION-'.")]
    [InlineData("Id", "'My Pack' is not the id of a pack, such as 'my-force.control-room'.")]
    [InlineData("OldestVersion", "'1.0' is not a version, such as '1.2.0'.")]
    [InlineData("Keys", "'abc' is not the fingerprint of a key: 32 digits, 0 to 9 and a to f. 'collabrisk pack keys' and 'pack sign' show it.")]
    public void Load_PolicyThatIsWrong_LoadsNothing(string wrong, string problem)
    {
        var policy = wrong switch
        {
            "MayLowerBy" => new RulePackPolicy { MayLowerBy = 3 },
            "MayChange" => new RulePackPolicy { MayChange = ["vision*"] },
            "Id" => new RulePackPolicy { Packs = [new("My Pack"), new("test.pack")] },
            "OldestVersion" => new RulePackPolicy { Packs = [new("test.pack") { OldestVersion = "1.0" }] },
            _ => new RulePackPolicy { TrustedKeys = [Keys.Public], Packs = [new("test.pack") { Keys = ["abc"] }] },
        };
        PackText.Problems(PackText.WithRisk("when: {vision.compelling: no}"), Under(policy)).Should().Contain(each => each.Code == "CRP838" && each.What == problem);
    }

    [Fact]
    public void TryRead_EveryKey_IsInThePolicy()
    {
        using var folder = new PackOnDisk(("policy.yaml", """
            switch off: no
            change cases: no
            lower by: 1
            change rules: [VISION-*]
            go back: yes
            trusted keys: [office.pub]
            packs:
              - id: test.pack
                oldest version: 1.2.0
                keys: [0123456789abcdef0123456789abcdef]
            """), ("office.pub", Keys.Public));
        RulePackPolicy.TryRead(folder["policy.yaml"], out var policy, out var problems).Should().BeTrue(string.Join('\n', problems));
        policy.Should().BeEquivalentTo(new RulePackPolicy
        {
            MaySwitchOff = false,
            MayChangeCases = false,
            MayLowerBy = 1,
            MayChange = ["VISION-*"],
            MayGoBack = true,
            TrustedKeys = [Keys.Public],
            Packs = [new("test.pack") { OldestVersion = "1.2.0", Keys = ["0123456789abcdef0123456789abcdef"] }],
        });
    }

    [Theory]
    [InlineData("", "CRP838", "the file says nothing. Write at least one key, such as 'switch off: no'.")]
    [InlineData("switch of: no", "CRP121", "a policy has no key 'switch of'. Did you mean 'switch off'?")]
    [InlineData("lower by: 5", "CRP838", "'lower by' is 0, 1 or 2 steps; found 5.")]
    [InlineData("change rules: [vision]", "CRP838", "'vision' is not the code of a rule. Write one such as 'VISION-ABSENT', or 'VISION-*' for all that begin with 'VISION-'.")]
    [InlineData("trusted keys: [none.pub]", "CRP838", "the key 'none.pub' cannot be read: ")]
    [InlineData("packs: [{oldest version: 1.0.0}]", "CRP122", "an accepted pack needs 'id', which is not here.")]
    public void TryRead_SomethingWrong_GivesNoPolicy(string text, string code, string what)
    {
        using var folder = new PackOnDisk(("policy.yaml", text));
        RulePackPolicy.TryRead(folder["policy.yaml"], out var policy, out var problems).Should().BeFalse();
        policy.Should().BeNull();
        var problem = problems.Should().ContainSingle().Which;
        problem.Code.Should().Be(code);
        problem.What.Should().StartWith(what);
    }

    [Fact]
    public void TryRead_NoFile_GivesNoPolicy()
    {
        using var folder = new PackOnDisk();
        RulePackPolicy.TryRead(folder["policy.yaml"], out _, out var problems).Should().BeFalse();
        problems.Should().ContainSingle().Which.Code.Should().Be("CRP101");
        RulePackPolicy.TryRead(folder.Folder, out _, out problems).Should().BeFalse();
        problems.Should().ContainSingle().Which.Code.Should().Be("CRP101");
    }

    [Fact]
    public void Watcher_OlderSignedVersion_IsRefusedUnlessAllowed()
    {
        using var pack = PackOnDisk.Sample();
        var byHand = new RulePackWatchOptions { Automatic = false };
        var options = new RulePackOptions { TrustedKeys = [Keys.Public] };
        Signed("1.1.0");
        using var watcher = RulePackWatcher.Start([pack.Folder], options, byHand);
        using var willing = RulePackWatcher.Start([pack.Folder], options with { Policy = new() { MayGoBack = true } }, byHand);
        Signed("1.0.0");
        watcher.ReloadNow().Problems.Should().ContainSingle().Which.ToString().Should().EndWith(
            "pack.yaml(3,3): CRP832: regional.control-room: this is version 1.0.0, and version 1.1.0 was in use. A host that means to go back says so in its policy, or starts again.");
        watcher.Current.Packs[0].Manifest.Version.Should().Be("1.1.0");
        willing.ReloadNow().Problems.Should().BeEmpty();
        willing.Current.Packs[0].Manifest.Version.Should().Be("1.0.0");
        Signed("1.2.0");
        watcher.ReloadNow().Problems.Should().BeEmpty();

        void Signed(string version)
        {
            pack.Write("pack.yaml", System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(pack["pack.yaml"]), @"version: \d\.\d\.\d", $"version: {version}"));
            RulePackSigning.Sign(pack.Folder, Keys.Private);
        }
    }

    [Fact]
    public void Watcher_OlderVersionWithoutSignatures_IsTaken()
    {
        using var pack = PackOnDisk.Sample();
        using var watcher = RulePackWatcher.Start([pack.Folder], watch: new() { Automatic = false });
        pack.Replace("pack.yaml", "version: 1.0.0", "version: 0.9.0");
        watcher.ReloadNow().Problems.Should().BeEmpty();
    }

    private static RulePackOptions Under(RulePackPolicy policy) => new() { Policy = policy };

    private static string Changing(string change, string rule = "VISION-ABSENT") => PackText.Head + "overrides:\n" + Entry(change, rule);

    private static string Entry(string change, string rule = "VISION-ABSENT") => PackText.Indented($"- rule: {rule}\n  reason: the tests say so\n  author: A. Tester\n{PackText.Indented(change, 2)}\n", 2);
}
