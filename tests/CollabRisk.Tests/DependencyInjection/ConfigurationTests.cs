using CollabRisk.DependencyInjection;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CollabRisk.Tests.DependencyInjection;

/// <summary>What a host can say in its configuration.</summary>
public class ConfigurationTests
{
    private const string Everything = """
        {
          "CollabRisk": {
            "Packs": ["collabrisk.general", "collabrisk.united-kingdom"],
            "SwitchOff": { "VISION-ABSENT": "not our question" },
            "Overrides": [
              { "Code": "FUNDING-TIMING", "Level": "low", "Reason": "one grant pays for all", "Author": "A. Author", "Expires": "2099-09-30" },
              { "Code": "WORK-OVERLOAD", "SwitchOff": true, "Reason": "asked elsewhere" }
            ]
          }
        }
        """;

    [Fact]
    public void Configuration_SaysEverything_IsTheSameAsTheLambda()
    {
        var inCode = Book(services => services.AddCollabRisk(options =>
        {
            options.Packs.Add(KnowledgePacks.UnitedKingdom);
            options.SwitchOff("VISION-ABSENT", "not our question").SwitchOff("WORK-OVERLOAD", "asked elsewhere");
            options.Override(RuleOverride.ChangeLevel("FUNDING-TIMING", Level.Low, "one grant pays for all") with { Author = "A. Author", Expires = new(2099, 9, 30) });
        }));
        var configured = Book(services => services.AddCollabRisk(Section(Everything)));
        configured.Digest.Should().Be(inCode.Digest);
        configured.Overrides.Select(change => change.ToString()).Should().Equal(inCode.Overrides.Select(change => change.ToString()));
        Book(services => services.AddCollabRisk(Section(Everything)).AddCollabRisk(Section(Everything))).Digest.Should().Be(inCode.Digest);
    }

    [Fact]
    public void Configuration_WithoutTheSection_LeavesTheDefaults() =>
        Book(services => services.AddCollabRisk(Section("{}"))).Digest.Should().Be(CollaborationEvaluator.Default.RuleBook.Digest);

    [Fact]
    public void Configuration_WithAName_IsThatOfTheName()
    {
        using var provider = new ServiceCollection().AddCollabRisk().AddCollabRisk("kent", Section(Everything)).BuildServiceProvider();
        provider.GetRequiredKeyedService<RuleBook>("kent").Overrides.Should().HaveCount(3);
        provider.GetRequiredService<RuleBook>().Overrides.Should().BeEmpty();
    }

    [Fact]
    public void Configuration_PackInCode_IsKnownByItsId()
    {
        var mine = Rules.TestPack.Of(chapter => chapter.ARisk("TST-RISK").When(c => c.Vision.Exists == false), id: "my.pack");
        var book = Book(services => services.AddCollabRisk(options => options.Packs.Add(mine)).AddCollabRisk(Section("""{ "CollabRisk": { "Packs": ["my.pack"] } }""")));
        book.Packs.Select(pack => pack.Id).Should().Equal("my.pack");
    }

    [Theory]
    [InlineData("""{ "Pack": ["collabrisk.general"] }""", "CollabRisk:Pack: this key has no meaning. Did you mean 'Packs'? Known here: Packs, SwitchOff, Overrides, RulePacks.")]
    [InlineData("""{ "Packs": ["collabrisk.unitedkingdom"] }""", "CollabRisk:Packs:0: 'collabrisk.unitedkingdom' is not a pack in code. Did you mean 'collabrisk.united-kingdom'? Known are collabrisk.general, collabrisk.united-kingdom, collabrisk.alliance-and-delivery.")]
    [InlineData("""{ "Packs": "collabrisk.general" }""", "CollabRisk:Packs: 'collabrisk.general' is given where a list is expected. Write a list, such as [\"collabrisk.general\"].")]
    [InlineData("""{ "Packs": { "first": "collabrisk.general" } }""", "CollabRisk:Packs:first: a list is expected here, whose keys are 0, 1 and so on.")]
    [InlineData("""{ "SwitchOff": { "VISION-ABSENT": "" } }""", "CollabRisk:SwitchOff:VISION-ABSENT: it is empty. Give a value, or remove the key.")]
    [InlineData("""{ "SwitchOff": "VISION-ABSENT" }""", "CollabRisk:SwitchOff: 'VISION-ABSENT' is given where keys are expected. Write an object.")]
    [InlineData("""{ "SwitchOff": { "VISION-ABSNT": "why not" } }""", "override of VISION-ABSNT: no rule has this code. Did you mean 'VISION-ABSENT'?")]
    [InlineData("""{ "Overrides": [{ "Code": "VISION-ABSENT", "Levl": "Low", "Reason": "r" }] }""", "CollabRisk:Overrides:0:Levl: this key has no meaning. Did you mean 'Level'? Known here: Code, Subject, Level, SwitchOff, Reason, Author, Expires.")]
    [InlineData("""{ "Overrides": [{ "Code": "VISION-ABSENT", "Level": "Lows", "Reason": "r" }] }""", "CollabRisk:Overrides:0:Level: 'Lows' is not a level of a rule. Did you mean 'Low'? Known are Low, Moderate, High.")]
    [InlineData("""{ "Overrides": [{ "Code": "VISION-ABSENT", "Level": "3", "Reason": "r" }] }""", "CollabRisk:Overrides:0:Level: '3' is not a level of a rule. Known are Low, Moderate, High.")]
    [InlineData("""{ "Overrides": [{ "Code": "VISION-ABSENT", "Reason": "r" }] }""", "CollabRisk:Overrides:0: it changes nothing. Give either 'Level' or 'SwitchOff': true.")]
    [InlineData("""{ "Overrides": [{ "Code": "VISION-ABSENT", "Level": "Low", "SwitchOff": true, "Reason": "r" }] }""", "CollabRisk:Overrides:0: it both switches the rule off and gives it a level. Give either 'Level' or 'SwitchOff': true.")]
    [InlineData("""{ "Overrides": [{ "Level": "Low", "Reason": "r" }] }""", "CollabRisk:Overrides:0: it names no rule. Give its 'Code'.")]
    [InlineData("""{ "Overrides": [{ "Code": "VISION-ABSENT", "Level": "Low" }] }""", "override of VISION-ABSENT: a rule is overridden only with a reason. Say why.")]
    [InlineData("""{ "Overrides": [{ "Code": "VISION-ABSENT", "Level": "Low", "Reason": "r", "Expires": "30/09/2026" }] }""", "CollabRisk:Overrides:0:Expires: '30/09/2026' is not a day such as 2026-09-30.")]
    [InlineData("""{ "Overrides": [{ "Code": "VISION-ABSENT", "SwitchOff": "yes", "Reason": "r" }] }""", "CollabRisk:Overrides:0:SwitchOff: 'yes' is not a truth value. Known are true, false.")]
    [InlineData("""{ "RulePacks": { "Paths": ["packs"] } }""", "CollabRisk:RulePacks: rule packs in files need the package CollabRisk.RulePacks. Call AddCollabRiskRulePacks with this configuration, or remove the section.")]
    public void Configuration_SomethingWrong_SaysWhereAndWhatIsAllowed(string json, string problem)
    {
        using var provider = new ServiceCollection().AddCollabRisk(Section($$"""{ "CollabRisk": {{json}} }""")).BuildServiceProvider();
        Invoking(() => provider.GetRequiredService<RuleBook>()).Should().ThrowExactly<OptionsValidationException>().Which.Failures.Should().Contain(problem);
    }

    [Fact]
    public void Configuration_SeveralMistakes_AreAllReported()
    {
        using var provider = new ServiceCollection()
            .AddCollabRisk(Section("""{ "CollabRisk": { "Pakcs": [], "Overrides": [{ "Cod": "X" }], "SwitchOff": { "NO-SUCH-RULE": "r" } } }"""))
            .AddCollabRisk(options => options.Packs.Add(null!)).BuildServiceProvider();
        Invoking(() => provider.GetRequiredService<RuleBook>()).Should().ThrowExactly<OptionsValidationException>().Which.Failures.Should().HaveCount(4);
    }

    private static RuleBook Book(Func<IServiceCollection, IServiceCollection> add)
    {
        using var provider = add(new ServiceCollection()).BuildServiceProvider();
        return provider.GetRequiredService<RuleBook>();
    }

    private static IConfigurationSection Section(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json))).Build().GetSection("CollabRisk");
}
