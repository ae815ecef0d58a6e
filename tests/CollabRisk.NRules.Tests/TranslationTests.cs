using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.NRules.Translation;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;
using NRules.Diagnostics;
using NRules.RuleModel;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.NRules.Tests;

/// <summary>What a host sees of the rules in NRules' own diagnostics.</summary>
public class TranslationTests
{
    private static IRuleDefinition Translated(Action<OpenChapter> write, string name) =>
        RuleTranslation.Of(TestPack.Book(write)).Single(rule => rule.Name == name);

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
        var names = RuleTranslation.Of(TestPack.Book(chapter => chapter.ARisk("FLAGS").ForEachFlag(c => c.Culture.Traits, trait => trait == false).Says("{subject} is missing.")))
            .Select(rule => rule.Name).ToList();
        names.Should().Contain("FLAGS: flexibility");
        names.Should().NotContain("FLAGS");
    }

    [Fact]
    public void Rule_Condition_IsAnExpressionOverTheFactsItReads()
    {
        var rule = Translated(chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false && c.Trust.Organisational < TrustLevel.Sufficient), "R");
        Patterns(rule).Select(pattern => pattern.Declaration.Name).Should().Equal("trust", "vision", "condition");
        BindingOf(rule, "condition").Should().Be(
            "(vision, trust) => IIF(((vision.exists is no.Of(vision.Code(vision.exists)) == True) AndAlso "
            + "(trust.organisational in {None, Low}.Of(trust.Code(trust.organisational)) == True)), True, "
            + "IIF(((vision.exists is no.Of(vision.Code(vision.exists)) != False) AndAlso "
            + "(trust.organisational in {None, Low}.Of(trust.Code(trust.organisational)) != False)), Unknown, False))");
    }

    [Fact]
    public void Rule_BuiltOnAnother_MatchesItsResultsAndComesLater()
    {
        void Write(OpenChapter chapter)
        {
            chapter.ARisk("BASE").When(c => c.Vision.Exists == false);
            chapter.ARisk("NEXT").When(c => Raised("BASE"));
            chapter.AContext("OVERALL").When(c => OverallIsAtLeast(Level.High));
        }

        var (lowest, next, overall) = (Translated(Write, "BASE"), Translated(Write, "NEXT"), Translated(Write, "OVERALL"));
        var match = Patterns(next).Should().ContainSingle(pattern => pattern.Source is AggregateElement).Which;
        ((AggregateElement)match.Source!).Source.Expressions.Should().ContainSingle().Which.Expression.ToString().Should().Be("one => (one.Code == \"BASE\")");
        var sum = Translated(Write, "CollabRisk: overall range");
        (lowest.Priority > next.Priority && next.Priority > sum.Priority && sum.Priority > overall.Priority).Should().BeTrue("The layers are out of order.");
        var last = Translated(Write, "CollabRisk: assessment");
        (overall.Priority > last.Priority && last.Priority > 0).Should().BeTrue("Rules of a host would come in between.");
    }

    [Fact]
    public void Rules_ThatReadTheSameGroup_ShareItsNode()
    {
        var book = NRulesRuleBook.Compile(TestPack.Book(chapter =>
        {
            chapter.ARisk("ONE").When(c => c.Vision.Exists == false);
            chapter.ARisk("OTHER").When(c => c.Vision.AtStart == false);
        }));
        var node = book.Sessions.GetSchema().Nodes.Should().ContainSingle(
            node => node.NodeType == NodeType.Selection && node.Rules.Any(rule => rule.Name == "ONE")).Which;
        node.Rules.Select(rule => rule.Name).Order(StringComparer.Ordinal).Should().Equal("ONE", "OTHER");
    }

    /// <summary>NRules would share the value of two expressions that differ only in which of the matched facts they ask.</summary>
    [Fact]
    public void Rules_ThatAskTheSameOfDifferentFacts_HaveValuesOfTheirOwn()
    {
        var book = TestPack.Book(chapter =>
        {
            chapter.ARisk("A").When(c => c.Vision.Exists == false);
            chapter.ARisk("B").When(c => c.Vision.AtStart == false);
            chapter.ARisk("ONE").AppliesWhen(c => Raised("A")).When(c => Raised("B"));
            chapter.ARisk("OTHER").AppliesWhen(c => Raised("B")).When(c => Raised("A"));
        });
        var outcomes = new NRulesCollaborationEvaluator(book).Evaluate(CollabRisk.Tests.FactText.Read("vision.exists=no; vision.atStart=yes")).Outcomes;
        outcomes["ONE"].Outcome.Should().Be(Outcome.Clear);
        outcomes["OTHER"].Outcome.Should().Be(Outcome.NotApplicable);
    }

    [Fact]
    public void Compile_ConditionOfAnotherType_SaysWhichRuleHasIt()
    {
        var book = TestPack.Book(chapter => chapter.ARisk("STRANGE").Definition.When = Clause.Of(new Strange()));
        Invoking(() => NRulesRuleBook.Compile(book)).Should().ThrowExactly<NotSupportedException>()
            .WithMessage("STRANGE: 'strange' is a condition of type Strange, for which there is no translation to NRules.");
    }

    [Fact]
    public void Match_ShowsTheValuesOfGuardConditionAndModerators()
    {
        var session = NRulesRuleBook.Compile(TestPack.Book(chapter => chapter.ARisk("R")
                .AppliesWhen(c => c.Vision.AtStart == true).When(c => c.Vision.Exists == false).LoweredWhen(c => c.Vision.Compelling == true, "it compels")))
            .Begin(CollabRisk.Tests.FactText.Read("vision.atStart=yes; vision.exists=no"));
        var seen = new List<string>();
        session.Inner.Events.RuleFiredEvent += (_, fired) => seen.AddRange(fired.Facts.Where(fact => fact.Value is Truth).Select(fact => $"{fired.Rule.Name} {fact.Declaration.Name}: {fact.Value}"));
        session.Fire();
        seen.Should().Equal("R guard: True", "R condition: True", "R moderator 1: Unknown");
    }

    private static IEnumerable<PatternElement> Patterns(IRuleDefinition rule) => rule.LeftHandSide.ChildElements.OfType<PatternElement>();

    private static string BindingOf(IRuleDefinition rule, string name) =>
        ((BindingElement)Patterns(rule).Single(pattern => pattern.Declaration.Name == name).Source!).Expression.ToString();

    private sealed class Strange : Condition
    {
        public override Truth Evaluate(ConditionContext context, int partner) => Truth.Unknown;

        public override void Write(System.Text.StringBuilder text) => text.Append("strange");
    }
}
