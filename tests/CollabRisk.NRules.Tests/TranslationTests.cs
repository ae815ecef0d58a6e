using CollabRisk.Facts;
using CollabRisk.NRules.Translation;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;
using NRules.RuleModel;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.NRules.Tests;

/// <summary>What a host sees of the rules in NRules' own diagnostics.</summary>
public class TranslationTests
{
    private static IRuleDefinition Translated(Action<OpenChapter> write, string name) =>
        RuleTranslation.Of(TestPack.Book(write), withPartners: true).Single(rule => rule.Name == name);

    [Fact]
    public void Rule_IsNamedDescribedAndTagged()
    {
        var rule = Translated(
            chapter => chapter.ARisk("R").AppliesWhen(c => c.Vision.AtStart == true).When(c => c.Vision.Exists == false), "R");
        rule.Description.Should().Be("A title: vision.exists is no, where vision.atStart is yes");
        rule.Tags.Should().Equal("CollabRisk", "Risk", "test", "A chapter for tests");
    }

    [Fact]
    public void Rule_EachCase_IsARuleNamedByItsSubject()
    {
        var names = RuleTranslation.Of(TestPack.Book(chapter => chapter.ARisk("FLAGS").ForEachFlag(c => c.Culture.Traits, trait => trait == false).Says("{subject} is missing.")), withPartners: true)
            .Select(rule => rule.Name).ToList();
        names.Should().Contain("FLAGS: flexibility");
        names.Should().NotContain("FLAGS");
    }

    [Fact]
    public void Rule_CaseThatIsSwitchedOff_IsNoRule()
    {
        var book = RuleBook.Build([TestPack.Of(chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false))], [RuleOverride.SwitchOff("R", "off")]);
        RuleTranslation.Of(book, withPartners: true).Select(rule => rule.Name).Should().Equal("CollabRisk: assessment");
    }

    [Fact]
    public void Rule_Conditions_AreThoseOfTheModel()
    {
        var rule = Translated(chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false && !(c.Trust.Organisational < TrustLevel.Sufficient)), "R");
        ConditionsOf(rule).Should().Equal(
            "(assessment.RuleBook == value(CollabRisk.Rules.RuleBook))",
            "(assessment.Collaboration.Vision.Exists == False)",
            "((assessment.Collaboration.Trust.Organisational == Sufficient) OrElse (assessment.Collaboration.Trust.Organisational == High))",
            "Not(assessment.HasFailed(R))");
    }

    [Fact]
    public void Rule_AboutPartners_MatchesAPartnerOfTheAssessment()
    {
        var rule = Translated(chapter => chapter.ARisk("R").AppliesWhen(c => c.Vision.Exists == true).ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead), "R");
        rule.LeftHandSide.ChildElements.OfType<PatternElement>().Select(pattern => pattern.Declaration.Type).Should().Equal(typeof(Assessment), typeof(AssessedPartner));
        ConditionsOf(rule).Should().EndWith(["(partner.Assessment == assessment)", "(partner.Partner.Role == NonLead)"]);
    }

    [Fact]
    public void Rules_GoBeforeThoseOfAHost()
    {
        var rules = RuleTranslation.Of(Both.AllPacks, withPartners: true);
        var assessment = rules[^1];
        assessment.Tags.Should().Equal("CollabRisk", "CollabRisk.Working");
        rules.SkipLast(1).Should().OnlyContain(rule => rule.Priority > 0 && rule.Priority < assessment.Priority);
    }

    [Fact]
    public void Evaluate_RulesThatBuildOnOthers_EndAsTheyDoBuiltIn()
    {
        var book = TestPack.Book(chapter =>
        {
            chapter.ARisk("A").When(c => c.Vision.Exists == false);
            chapter.ARisk("B").When(c => c.Vision.AtStart == false);
            chapter.ARisk("ONE").AppliesWhen(c => Raised("A")).When(c => Raised("B"));
            chapter.ARisk("OTHER").AppliesWhen(c => Raised("B")).When(c => Raised("A"));
            chapter.AContext("OVERALL").When(c => OverallIsAtLeast(Level.High));
        });
        foreach (var facts in (string[])["", "vision.exists=no; vision.atStart=yes", "vision.exists=no; vision.atStart=no", "vision.exists=yes; vision.atStart=yes"])
        {
            Both.AreTheSame(new CollaborationEvaluator(book), new NRulesCollaborationEvaluator(book), FactText.Read(facts), facts);
        }
    }

    private static IEnumerable<string> ConditionsOf(IRuleDefinition rule) =>
        rule.LeftHandSide.ChildElements.OfType<PatternElement>().SelectMany(pattern => pattern.Expressions.OfType<NamedExpressionElement>().Select(condition => condition.Expression.Body.ToString()));
}
