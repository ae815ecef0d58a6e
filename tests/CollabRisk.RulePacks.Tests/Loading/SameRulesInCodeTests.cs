using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Rules.Building;
using CustomRules;

namespace CollabRisk.RulePacks.Tests.Loading;

/// <summary>The sample pack as YAML and as C#: one rule book, and the same findings.</summary>
public class SameRulesInCodeTests
{
    private static readonly RuleBook FromYaml = new RulePackLoader().Load(Path.Combine(Repository.Root, "samples/packs/regional-control-room")).RuleBook;

    private static readonly RuleBook FromCode = RuleBook.Build([KnowledgePacks.General, RegionalControlRoom.Pack], asOf: FromYaml.AsOf);

    [Fact]
    public void Digest_OfTheTwo_IsTheSame()
    {
        foreach (var rule in FromYaml.RulesByCode)
        {
            var (text, same) = (new System.Text.StringBuilder(), new System.Text.StringBuilder());
            RuleBookDigest.Write(rule, text);
            RuleBookDigest.Write(FromCode.Find(rule.Code)!, same);
            same.ToString().Should().Be(text.ToString());
        }

        FromCode.Digest.Should().Be(FromYaml.Digest);
    }

    [Fact]
    public void Digest_OfTheTwoInDutch_IsTheSameAndNotThatInEnglish()
    {
        var fromYaml = new RulePackLoader(new() { Language = "nl-BE" }).Load(Path.Combine(Repository.Root, "samples/packs/regional-control-room")).RuleBook;

        RuleBook.Build([KnowledgePacks.General, RegionalControlRoom.Pack], asOf: fromYaml.AsOf, language: "nl-BE").Digest.Should().Be(fromYaml.Digest).And.NotBe(FromYaml.Digest);
        FromYaml.RulesByCode.Should().OnlyContain(rule => RuleBookDigest.AreSameInEveryLanguage(rule, FromCode.Find(rule.Code)!));
    }

    [Fact]
    public void Evaluate_RandomCollaborations_GivesTheSameFindings()
    {
        var random = new Random(7);
        for (var i = 0; i < RandomCount.Of(500); i++)
        {
            var collaboration = Some.Collaboration(random, random.NextDouble()) with
            {
                Extensions = new()
                {
                    ["rcr.rotaShared"] = One(random, true, false),
                    ["rcr.handoverSeconds"] = One(random, 10, 60, 75),
                    ["rcr.handover.drill"] = One(random, "Never", "Quarterly", "Monthly"),
                    ["rcr.channels"] = One(random, (object)new[] { "SwitchboardOnly" }, new[] { "Radio", "SwitchboardOnly" }, Array.Empty<string>()),
                },
            };
            collaboration = collaboration with
            {
                Partners = collaboration.Partners is { } partners
                    ? FactList.Create<CollabRisk.Facts.Partner>([.. partners.Select(partner => partner with { Extensions = new() { ["rcr.liaisonDesk"] = One(random, true, false) } })])
                    : null,
            };
            (new CollaborationEvaluator(FromCode).Evaluate(collaboration)).ToJson().Should().Be(
                (new CollaborationEvaluator(FromYaml).Evaluate(collaboration)).ToJson());
        }
    }

    /// <summary>One of the values, or not known.</summary>
    private static object? One(Random random, params object[] values) =>
        random.Next(values.Length + 1) is var at && at < values.Length ? values[at] : null;
}
