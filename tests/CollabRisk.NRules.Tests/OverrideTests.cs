using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.NRules.Tests;

/// <summary>Each kind of override does in NRules what it does built in, also to the rules that build on what it touches.</summary>
public class OverrideTests
{
    private static readonly RulePack Pack = TestPack.Of(chapter =>
    {
        chapter.ARisk("CASES", Level.High).ForEachFlag(c => c.Culture.Traits, trait => trait == false).Says("{subject} is missing.");
        chapter.ARisk("WHOLE", Level.High).When(c => c.Vision.Exists == false);
        chapter.ARisk("EACH").ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead);
        chapter.AContext("AFTER-CASES").When(c => Raised("CASES"));
        chapter.AContext("AFTER-WHOLE").When(c => Raised("WHOLE"));
        chapter.AContext("OVERALL").When(c => OverallIsAtLeast(Level.High));
    });

    /// <summary>Facts under which the two rules with cases and the one about partners say something, open questions among them.</summary>
    private static readonly string[] Known =
    [
        "", "vision.exists=no", "vision.exists=no; vision.atStart=yes", "vision.exists=no; vision.atStart=no; trust.organisational=Low",
        "culture.traits.flexibility=no", "culture.traits.flexibility=no; vision.atStart=yes; trust.organisational=Low", "culture.traits.flexibility=yes",
        "partners[A].role=NonLead; partners[A].reputation=Poor; partners[B].role=NonLead; partnerCount=4",
    ];

    public static TheoryData<string> Kinds => [.. Changes.Keys];

    private static Dictionary<string, RuleOverride[]> Changes { get; } = new()
    {
        ["rule switched off"] = [RuleOverride.SwitchOff("WHOLE", "off")],
        ["case switched off"] = [RuleOverride.SwitchOff("CASES", "off") with { Subject = "flexibility" }],
        ["level of a rule"] = [RuleOverride.ChangeLevel("WHOLE", Level.Low, "seldom here")],
        ["level of a case"] = [RuleOverride.ChangeLevel("CASES", Level.Low, "seldom here") with { Subject = "flexibility" }],
        ["moderator of a rule"] = [RuleOverride.AddModerator("WHOLE", Direction.Lowered, c => c.Vision.AtStart == true, "there was one once", "a local study")],
        ["moderator of a case"] = [RuleOverride.AddModerator("CASES", Direction.Lowered, c => c.Vision.AtStart == true, "there was one once", "a local study") with { Subject = "flexibility" }],
        ["moderator of partners"] = [RuleOverride.AddModerator("EACH", Direction.Raised, (c, p) => p.Reputation == Reputation.Poor, "it is in trouble", "a local study")],
        ["case changed"] = [RuleOverride.ChangeCase("CASES", "flexibility", "another view", c => c.Trust.Organisational == TrustLevel.Low, c => c.Vision.Exists == false, says: "Otherwise.")],
        ["case added"] = [RuleOverride.AddCase("CASES", "a vision", "one more", c => c.Vision.Exists == false, ["T-1"], level: new(Level.Low, "it is new"), says: "A new case.")],
        ["expired"] = [RuleOverride.SwitchOff("WHOLE", "off") with { Expires = new DateOnly(2026, 6, 30) }],
        ["several"] =
        [
            RuleOverride.SwitchOff("CASES", "off") with { Subject = "flexibility" },
            RuleOverride.AddCase("CASES", "a vision", "one more", c => c.Vision.Exists == false, ["T-1"], says: "A new case."),
            RuleOverride.ChangeLevel("WHOLE", Level.Low, "seldom here"),
            RuleOverride.AddModerator("WHOLE", Direction.Raised, c => Raised("EACH"), "partners are led", "a local study"),
        ],
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Evaluate_Override_ComesToWhatItDoesBuiltIn(string kind)
    {
        var book = RuleBook.Build([Pack], Changes[kind], new DateOnly(2026, 11, 22));
        var (builtIn, inNRules) = (new CollaborationEvaluator(book), new NRulesCollaborationEvaluator(book));
        var without = new CollaborationEvaluator(RuleBook.Build([Pack]));
        var matters = false;
        foreach (var facts in Known.Select(FactText.Read))
        {
            Both.AreTheSame(builtIn, inNRules, facts, kind);
            matters |= Said(builtIn.Evaluate(facts)) != Said(without.Evaluate(facts));
        }

        matters.Should().Be(kind != "expired");

        static string Said(Assessment assessment) => $"{assessment.Overall} {string.Join("; ", assessment.Findings.Select(finding => $"{finding.Code} {finding.Level} {finding.Message}"))}";
    }

    [Fact]
    public void Session_CaseThatIsSwitchedOff_IsNoFactButStillCountsForRulesBuiltOnIt()
    {
        var book = RuleBook.Build([Pack], Changes["case switched off"]);
        var session = NRulesRuleBook.Compile(book).Begin(FactText.Read("culture.traits.flexibility=no"));
        session.Fire();
        session.Inner.Query<Finding>().Select(finding => finding.Code).Should().Equal("AFTER-CASES");
        session.Assessment.SwitchedOff.Should().ContainSingle().Which.Code.Should().Be("CASES");
    }
}
