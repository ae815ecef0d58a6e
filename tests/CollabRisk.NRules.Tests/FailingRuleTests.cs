using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.NRules.Tests;

/// <summary>A rule whose condition throws ends as an error, never as clear, and stops no other.</summary>
public class FailingRuleTests
{
    private static readonly RuleBook Book = TestPack.Book(chapter =>
    {
        // Fails as soon as it is known whether there was a vision at the start.
        chapter.ARisk("BROKEN", Level.High).Definition.When = Clause.Of(new Broken("vision.atStart"));
        chapter.ARisk("SOUND").When(c => c.Vision.Exists == false);
        chapter.ARisk("BUILT-ON-BROKEN", Level.Low).When(c => Raised("BROKEN"));
        chapter.ARisk("BUILT-ON-THAT", Level.Low).When(c => Raised("BUILT-ON-BROKEN") || Raised("SOUND"));
        chapter.AContext("OVERALL").When(c => OverallIsAtLeast(Level.High));
        chapter.ARisk("EACH").ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.Lead);
        chapter.ARisk("BROKEN-FOR-SOME").ForEach(c => c.Partners).Definition.When = Clause.Of(new AnyOf([new OneOf(Fact("partners[].role"), 1), new Broken("partners[].reputation")]));
        chapter.ARisk("BUILT-ON-SOME").ForEach(c => c.Partners).When((c, p) => Raised("BROKEN-FOR-SOME"));
        chapter.ARisk("ANY").When(c => Raised("BROKEN-FOR-SOME"));
        chapter.ARisk("AFTER-FALSE").Definition.When = Clause.Of(new AllOf([new OneOf(Fact("vision.exists"), 0b10), new Broken("vision.atStart")]));
    });

    [Theory]
    [InlineData("vision.exists=no")]
    [InlineData("vision.exists=no; vision.atStart=yes")]
    [InlineData("vision.exists=yes; vision.atStart=yes")]
    [InlineData("vision.exists=no; vision.atStart=no; partners[A].role=Lead; partners[B].role=NonLead; partners[B].reputation=Good")]
    [InlineData("partners[A].role=Lead; partners[A].reputation=Good; partners[B].reputation=Poor; partnerCount=4")]
    public void Evaluate_ConditionThatThrows_EndsAsItDoesBuiltIn(string facts) =>
        Both.AreTheSame(new CollaborationEvaluator(Book), new NRulesCollaborationEvaluator(Book), FactText.Read(facts));

    [Fact]
    public void Change_ThatMakesARuleFailAndSucceedAgain_EndsAsItDoesBuiltIn()
    {
        var session = NRulesRuleBook.Compile(Book).Begin(FactText.Read("vision.exists=no"));
        foreach (var change in (string[])["vision.atStart=yes", "vision.exists=yes", "vision.atStart=unknown", "vision.atStart=no", "vision.atStart=unknown"])
        {
            session.Change(FactChange.Parse(change));
            session.Fire();
            Both.AreTheSame(new CollaborationEvaluator(Book).Evaluate(session.Collaboration), session.Assessment, change);
        }
    }

    [Fact]
    public void Evaluate_ConditionThatThrows_IsSeenInTheEventsOfNRules()
    {
        var session = NRulesRuleBook.Compile(Book).Begin(new Collaboration());
        var failed = new List<string>();
        session.Inner.Events.LhsExpressionFailedEvent += (_, failure) => failed.AddRange(failure.Rules.Select(rule => rule.Name));
        session.Change(FactChange.Parse("vision.atStart=yes"));
        session.Fire();
        failed.Should().Contain("BROKEN");
        session.Assessment.Outcomes["BROKEN"].Error.Should().Be("It broke on 1.");
    }

    private static Fact Fact(string path) => FactRegistry.Default.Find(path)!;

    private sealed class Broken(string path) : FactTest(FactRegistry.Default.Find(path)!)
    {
        public override bool Holds(long code) => throw new InvalidOperationException($"It broke on {code}.");

        public override void Write(System.Text.StringBuilder text) => text.Append("broken by ").Append(Fact.Path);
    }
}
