using CollabRisk.DependencyInjection;
using CollabRisk.Facts;
using CollabRisk.RulePacks.DependencyInjection;
using CollabRisk.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CollabRisk.RulePacks.Tests.DependencyInjection;

/// <summary>What a host can say about packs in files in its configuration.</summary>
public sealed class ConfiguredRulePacksTests : IDisposable
{
    private readonly PackOnDisk pack = PackOnDisk.Sample();

    public void Dispose() => pack.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Configuration_SaysEverything_IsRead(bool alsoForTheCore)
    {
        var keys = RulePackSigning.NewKeys();
        File.WriteAllText(pack["../key.pub.pem"], keys.PublicKeyPem);
        RulePackSigning.Sign(pack.Folder, keys.PrivateKeyPem);
        var section = Section(
            ("Packs:0", "collabrisk.general"),
            ("SwitchOff:RCR-ROTA-OVERLOAD", "not our question"),
            ("RulePacks:Paths:0", pack.Folder),
            ("RulePacks:TrustedKeyFiles:0", pack["../key.pub.pem"]),
            ("RulePacks:TrustedPaths:0", "packs/shipped"),
            ("RulePacks:MountedFolders", "true"),
            ("RulePacks:Watch", "true"),
            ("RulePacks:QuietTime", "00:00:02"),
            ("RulePacks:RecheckInterval", "never"),
            ("RulePacks:SelfTest", "false"),
            ("RulePacks:Policy:MaySwitchOff", "true"),
            ("RulePacks:Policy:MayChangeCases", "false"),
            ("RulePacks:Policy:MayLowerBy", "1"),
            ("RulePacks:Policy:MayChange:0", "WORK-*"),
            ("RulePacks:Policy:MayChange:1", "MEDIA-MIX"),
            ("RulePacks:Policy:MayChange:2", "PLATFORM-BARRIER"),
            ("RulePacks:Policy:MayGoBack", "true"),
            ("RulePacks:Policy:Packs:0:Id", "regional.control-room"),
            ("RulePacks:Policy:Packs:0:OldestVersion", "0.9.0"),
            ("RulePacks:Policy:Packs:0:Keys:0", RulePackSigning.Fingerprint(keys.PublicKeyPem)),
            ("RulePacks:Limits:FileBytes", "500000"));
        var services = new ServiceCollection();
        if (alsoForTheCore)
        {
            services.AddCollabRisk(section);
        }

        using var provider = services.AddCollabRiskRulePacks(section).BuildServiceProvider();
        provider.GetRequiredService<RuleBook>().Find("RCR-ROTA-OVERLOAD")!.Overrides[0].Reason.Should().Be("not our question");
        provider.GetRequiredService<RulePackWatcher>().Current.Packs[0].Signature!.Key.Should().Be(RulePackSigning.Fingerprint(keys.PublicKeyPem));
        var read = provider.GetRequiredService<IOptions<RulePackHostOptions>>().Value;
        read.TrustedPaths.Should().Equal("packs/shipped");
        read.MountedFolders.Should().BeTrue();
        read.Watch.Should().BeTrue();
        read.QuietTime.Should().Be(TimeSpan.FromSeconds(2));
        read.RecheckInterval.Should().BeNull();
        read.SelfTest.Should().BeNull();
        read.Policy.Should().BeEquivalentTo(new RulePackPolicy
        {
            MayChangeCases = false,
            MayLowerBy = 1,
            MayChange = ["WORK-*", "MEDIA-MIX", "PLATFORM-BARRIER"],
            MayGoBack = true,
            Packs = [new("regional.control-room") { OldestVersion = "0.9.0", Keys = [RulePackSigning.Fingerprint(keys.PublicKeyPem)] }],
        });
        read.Limits.FileBytes.Should().Be(500_000);
    }

    [Fact]
    public void Configuration_PolicyThatRefusesThePack_StopsTheHost()
    {
        var section = Section(("RulePacks:Paths:0", pack.Folder), ("RulePacks:Policy:MaySwitchOff", "false"), ("RulePacks:Policy:MayChange", "none"));
        using var provider = new ServiceCollection().AddCollabRiskRulePacks(section).BuildServiceProvider();
        Invoking(() => provider.GetRequiredService<ICollaborationEvaluator>()).Should().ThrowExactly<OptionsValidationException>()
            .Which.Failures.Should().HaveCount(4).And.Contain(failure => failure.Contains(": CRP834: regional.control-room/override of MEDIA-MIX: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RulePacks:Path:0", "x", "CollabRisk:RulePacks:Path: this key has no meaning. Did you mean 'Paths'? Known here: Paths, TrustedKeys, TrustedPaths, TrustedKeyFiles, Language, MountedFolders, Watch, QuietTime, RecheckInterval, SelfTest, Policy, Limits.")]
    [InlineData("RulePacks:QuietTime", "2 seconds", "CollabRisk:RulePacks:QuietTime: '2 seconds' is not a length of time such as 00:01:30 (hours, minutes, seconds).")]
    [InlineData("RulePacks:Policy:MayLowerBy", "3", "CollabRisk:RulePacks:Policy:MayLowerBy: '3' is not a number of steps. Give 0, 1 or 2.")]
    [InlineData("RulePacks:Policy:Packs:0:OldestVersion", "1.0.0", "CollabRisk:RulePacks:Policy:Packs:0: it has no 'Id'. Give the id of the pack.")]
    [InlineData("RulePacks:Limits:Rules", "many", "CollabRisk:RulePacks:Limits:Rules: 'many' is not a whole number.")]
    [InlineData("RulePacks:Limits:Rules", "-1", "CollabRisk:RulePacks:Limits:Rules: '-1' is outside 0 to 2147483647.")]
    [InlineData("RulePacks:TrustedKeyFiles:0", "no-such-key.pem", "CollabRisk:RulePacks:TrustedKeyFiles:0: the key cannot be read")]
    [InlineData("Pack:0", "x", "CollabRisk:Pack: this key has no meaning. Did you mean 'Packs'?")]
    public void Configuration_SomethingWrong_SaysWhereAndWhatIsAllowed(string key, string value, string problem)
    {
        using var provider = new ServiceCollection().AddCollabRiskRulePacks(Section(("RulePacks:Paths:0", pack.Folder), (key, value))).BuildServiceProvider();
        Invoking(() => provider.GetRequiredService<RuleBook>()).Should().ThrowExactly<OptionsValidationException>().Which.Failures
            .Should().ContainSingle().Which
            .Should().StartWith(problem);
    }

    [Fact]
    public void Configuration_OnlyGivenToTheCore_IsNotLostInSilence()
    {
        using var provider = new ServiceCollection()
            .AddCollabRisk(Section(("RulePacks:Watch", "true")))
            .AddCollabRiskRulePacks(options => options.Paths.Add(pack.Folder)).BuildServiceProvider();
        Invoking(() => provider.GetRequiredService<RuleBook>()).Should().ThrowExactly<OptionsValidationException>().Which.Failures.Should().ContainSingle().Which.Should().Be(
            "CollabRisk:RulePacks: nothing reads this section. Give the configuration to AddCollabRiskRulePacks, or remove it.");
    }

    [Fact]
    public void Limits_EveryOne_CanBeSaid() =>
        NamedLimit.All.Select(limit => limit.Name).Order(StringComparer.Ordinal).Should().Equal(
            typeof(RulePackLimits).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Limits_EachAlone_IsTheOneThatChanges()
    {
        foreach (var limit in NamedLimit.All)
        {
            var set = limit.Set(RulePackLimits.Default, 7);
            limit.Of(set).Should().Be(7);
            limit.Set(set, limit.Of(RulePackLimits.Default)).Should().Be(RulePackLimits.Default);
        }
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create($"CollabRisk:{value.Key}", (string?)value.Value))).Build().GetSection("CollabRisk");
}
