using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Tests.Knowledge;
using NRules;
using NRules.Fluent;
using Rule = NRules.Fluent.Dsl.Rule;

namespace CollabRisk.NRules.Tests;

/// <summary>A host compiles the rules of a book with its own, and has several collaborations in one session.</summary>
public class RuleBookRepositoryTests
{
    private static readonly Collaboration North = FactText.Read("name=North; vision.exists=no; partners[A].role=Lead; partners[B].role=NonLead; partners[B].strategicEngagement=Declining");
    private static readonly Collaboration South = FactText.Read("name=South; vision.exists=no; trust.organisational=None; partners[A].role=Lead; partners[B].role=NonLead; partners[B].strategicEngagement=Full");
    private static readonly Collaboration West = FactText.Read("name=West; vision.exists=yes");

    private static readonly ISessionFactory Sessions = Compiled(new RuleBookRepository(Both.AllPacks));

    [Fact]
    public void Session_SeveralCollaborations_HasTheAssessmentOfEach()
    {
        var session = Sessions.CreateSession();
        session.InsertAll([North, South, West]);
        session.Fire();
        session.Query<Assessment>().Should().HaveCount(3);
        foreach (var assessment in session.Query<Assessment>())
        {
            Both.AreTheSame(RuleCases.Evaluator.Evaluate(assessment.State.Facts.Given), assessment);
        }

        session.Query<Finding>().ToHashSet().SetEquals(session.Query<Assessment>().SelectMany(assessment => assessment.Findings)).Should().BeTrue();
    }

    [Fact]
    public void Session_RulesOfTheHost_TellFindingsAndPartnersApart()
    {
        var session = Sessions.CreateSession();
        session.InsertAll([North, South, West]);
        session.Fire();
        session.Query<Note>().Select(note => note.Text).Should().BeEquivalentTo("North has no vision", "South has no vision", "North: B draws back");
    }

    [Fact]
    public void Session_CollaborationIsRetracted_TakesItsFindingsAlong()
    {
        var session = Sessions.CreateSession();
        session.InsertAll([North, South]);
        session.Fire();
        session.Retract(North);
        session.Insert(North with { Vision = new() { Exists = true } });
        session.Fire();
        session.Query<Note>().Select(note => note.Text).Should().BeEquivalentTo("South has no vision", "North: B draws back");
        session.Query<Assessment>().Should().HaveCount(2);
    }

    [Fact]
    public void Session_RandomCollaborationsTogether_EndAsEachAlone()
    {
        var random = new Random(5);
        var collaborations = Enumerable.Range(0, 20).Select(n => Books.Collaboration(Both.AllPacks, random, random.NextDouble()) with { Name = $"Number {n}" }).ToList();
        var session = Sessions.CreateSession();
        session.InsertAll(collaborations);
        session.Fire();
        var byName = session.Query<Assessment>().ToDictionary(assessment => assessment.Collaboration.Name!);
        foreach (var collaboration in collaborations)
        {
            Both.AreTheSame(RuleCases.Evaluator.Evaluate(collaboration), byName[collaboration.Name!], collaboration.Name!);
        }

        session.Query<Finding>().Should().HaveCount(byName.Values.Sum(assessment => assessment.Findings.Count));
    }

    [Fact]
    public void Session_SeveralRuleBooks_HasAnAssessmentByEach()
    {
        RuleBook[] books = [RuleBook.Build([KnowledgePacks.General]), RuleBook.Build([KnowledgePacks.AllianceAndDelivery])];
        var session = new RuleCompiler().Compile(books.SelectMany(book => new RuleBookRepository(book).GetRuleSets())).CreateSession();
        session.Insert(North);
        session.Fire();
        foreach (var book in books)
        {
            Both.AreTheSame(new CollaborationEvaluator(book).Evaluate(North), session.Query<Assessment>().AsEnumerable().Single(assessment => assessment.RuleBook == book));
        }
    }

    [Fact]
    public void Session_FactsThatCannotBe_SayWhatIsWrong()
    {
        var session = Sessions.CreateSession();
        session.Insert(new Collaboration { PartnerCount = -3 });
        Invoking(() => session.Fire()).Should().Throw<RuleExecutionException>().WithInnerException<ArgumentException>().WithMessage("*partnerCount: -3*");
    }

    [Fact]
    public void Sessions_OfACompiledRuleBook_HaveSeveralCollaborationsToo()
    {
        var session = Books.Compile(Books.AllPacks).Sessions.CreateSession();
        var same = new Partner { Name = "A", Role = PartnerRole.Lead };
        session.InsertAll([North, South, new Collaboration { Name = "One", Partners = [same] }, new Collaboration { Name = "Other", Partners = [same] }]);
        session.Fire();
        session.Query<Assessment>().Select(assessment => assessment.Collaboration.Name!).Should().BeEquivalentTo("North", "South", "One", "Other");
        session.Query<Partner>().Should().HaveCount(6);
        session.Query<AssessedPartner>().Should().HaveCount(6);

        // An update with the same facts makes none of them the only one of its session.
        session.Update(North);
        session.Fire();
        session.Insert(West);
        session.Fire();
        session.Query<Assessment>().Should().HaveCount(5);
    }

    [Fact]
    public void GetRuleSets_OneSet_ThatAHostAddsToItsRepository()
    {
        var repository = new RuleRepository();
        repository.Load(load => load.NestedTypes().From(typeof(NoVisionNoted)));
        foreach (var set in new RuleBookRepository(Both.AllPacks).GetRuleSets())
        {
            repository.Add(set);
        }

        var session = repository.Compile().CreateSession();
        session.InsertAll([North, West]);
        session.Fire();
        session.Query<Note>().Should().ContainSingle().Which.Text.Should().Be("North has no vision");
    }

    private static ISessionFactory Compiled(RuleBookRepository book)
    {
        var own = new RuleRepository();
        own.Load(load => load.NestedTypes().From(typeof(NoVisionNoted), typeof(DrawsBackNoted)));
        return new RuleCompiler { ExpressionCompiler = new GradualExpressionCompiler() }.Compile(own.GetRuleSets().Concat(book.GetRuleSets()));
    }

    public sealed record Note(string Text);

    public sealed class NoVisionNoted : Rule
    {
        public override void Define()
        {
            Assessment assessment = null!;
            Finding finding = null!;
            When()
                .Match(() => assessment)
                .Match(() => finding, f => f.Code == "VISION-ABSENT", f => assessment.Findings.Contains(f));
            Then().Yield(_ => new Note($"{assessment.Collaboration.Name} has no vision"));
        }
    }

    public sealed class DrawsBackNoted : Rule
    {
        public override void Define()
        {
            AssessedPartner assessed = null!;
            When().Match(() => assessed, a => a.Partner.StrategicEngagement == Engagement.Declining);
            Then().Yield(_ => new Note($"{assessed.Assessment.Collaboration.Name}: {assessed.Partner.Name} draws back"));
        }
    }
}
