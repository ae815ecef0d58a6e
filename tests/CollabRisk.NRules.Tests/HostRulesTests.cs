using System.Text.Json.Nodes;
using CollabRisk.Facts;
using CollabRisk.Records;
using CollabRisk.Tests.Rules;
using NRules.Fluent.Dsl;

namespace CollabRisk.NRules.Tests;

/// <summary>A host's own NRules rules see what CollabRisk found, and say what the host thinks of it.</summary>
public class HostRulesTests
{
    private static readonly CollabRisk.Rules.RuleBook RuleBook = TestPack.Book(chapter =>
    {
        chapter.ARisk("VISION-ABSENT").When(c => c.Vision.Exists == false);
        chapter.ARisk("DRAWS-BACK").ForEach(c => c.Partners).When((c, p) => p.StrategicEngagement == Engagement.Declining);
    });

    private static readonly NRulesRuleBook Book = NRulesRuleBook.Compile(RuleBook, HostRules.Of(typeof(FunderDrawsBack), typeof(TwoWorries)));

    [Fact]
    public void Fire_RuleOverFindingAndPartner_AddsToTheSameAssessment()
    {
        var session = Book.Begin(FactText.Read("partners[A].role=Lead; partners[A].strategicEngagement=Declining; partners[B].role=NonLead; partners[B].strategicEngagement=Declining"));
        session.Fire();
        var own = session.Assessment.HostFindings.Should().ContainSingle().Which;
        own.ToString().Should().Be("FUNDER-DRAWS-BACK: A pays and is drawing back. (Programme board, minute 7)");
        session.Assessment.Findings.Select(finding => finding.Subject).Should().Equal("A", "B");
    }

    [Fact]
    public void Fire_RuleOverFindingsOfTheHost_BuildsOnThem()
    {
        var session = Book.Begin(FactText.Read("vision.exists=no; partners[A].role=Lead; partners[A].strategicEngagement=Declining"));
        session.Fire();
        session.Assessment.HostFindings.Select(finding => finding.Code).Should().Equal("FUNDER-DRAWS-BACK", "TWO-WORRIES");
    }

    [Fact]
    public void Change_ThatTakesTheFindingAway_TakesTheHostsFindingAway()
    {
        var session = Book.Begin(FactText.Read("vision.exists=no; partners[A].role=Lead; partners[A].strategicEngagement=Declining"));
        session.Fire();
        session.Assessment.HostFindings.Should().HaveCount(2);
        session.Change(FactChange.Parse("partners[A].strategicEngagement=unknown"));
        session.Fire();
        session.Assessment.HostFindings.Should().BeEmpty();
        Both.AreTheSame(new CollaborationEvaluator(RuleBook).Evaluate(session.Collaboration), session.Assessment);
    }

    [Fact]
    public void Assessment_FindingsOfTheHost_DoNotCountAsEvidence()
    {
        var facts = FactText.Read("partners[A].role=Lead; partners[A].strategicEngagement=Declining; partners[B].strategicEngagement=Full; vision.exists=yes");
        var assessment = new NRulesCollaborationEvaluator(Book).Evaluate(facts);
        assessment.HostFindings.Should().ContainSingle().Which.Level.Should().Be(Level.High);
        assessment.Overall.Should().Be(new OverallRange(Level.Moderate, Level.Moderate));
        assessment.Findings.Should().NotContain(finding => finding.Code == "FUNDER-DRAWS-BACK");

        // Everything but the host's own list reads as it does without the host.
        var withHost = assessment.ToJson();
        WithoutHostFindings(withHost).Should().Be(WithoutHostFindings(new CollaborationEvaluator(RuleBook).Evaluate(facts).ToJson()));
        withHost.Should().Contain("\"judgedBy\": \"Programme board, minute 7\"");

        static string WithoutHostFindings(string json)
        {
            var assessment = JsonNode.Parse(json)!.AsObject();
            assessment.Remove("hostFindings").Should().BeTrue();
            return assessment.ToJsonString();
        }
    }

    [Fact]
    public void Replay_DecisionWithFindingsOfTheHost_ListsThemAndNothingElse()
    {
        var record = DecisionRecord.Of(new NRulesCollaborationEvaluator(Book).Evaluate(FactText.Read("vision.exists=no; partners[A].role=Lead; partners[A].strategicEngagement=Declining")));
        var replay = DecisionRecord.Read(record.ToJson()).Value!.Replay(RuleBook);
        replay.IsIdentical.Should().BeFalse();
        replay.Differences.Select(difference => difference.ToString()).Should().Equal(
            "assessment.hostFindings[FUNDER-DRAWS-BACK/A]: recorded { … }, now nothing",
            "assessment.hostFindings[TWO-WORRIES]: recorded { … }, now nothing");
    }

    [Fact]
    public void Replay_DecisionWithoutFindingsOfTheHost_IsIdentical() =>
        DecisionRecord.Of(new NRulesCollaborationEvaluator(Book).Evaluate(FactText.Read("vision.exists=no"))).Replay(RuleBook).IsIdentical.Should().BeTrue();

    [Fact]
    public void Assessment_HostInsertsAFindingItself_IsInIt()
    {
        var session = Book.Begin(new Collaboration());
        session.Fire();
        session.Inner.Insert(new HostFinding("AUDIT-OPEN", FindingKind.Caveat, level: null, "An audit is open", "The audit of 2024 is not closed.", "Internal audit"));
        session.Assessment.HostFindings.Should().ContainSingle().Which.Code.Should().Be("AUDIT-OPEN");
    }

    [Fact]
    public void Assessment_FindingOfTheHostWithTheCodeOfARule_IsRefused()
    {
        var session = Book.Begin(new Collaboration());
        session.Fire();
        session.Inner.Insert(new HostFinding("VISION-ABSENT", FindingKind.Risk, Level.High, "No vision", "There is none.", "Me"));
        Invoking(() => session.Assessment).Should().ThrowExactly<InvalidOperationException>()
            .WithMessage("Rules of the host found VISION-ABSENT, which the rule book has as the code of a rule. Give a finding of the host a code of its own.");
    }

    [Fact]
    public void Rule_OfTheHostThatThrows_ComesThroughAsNRulesThrowsIt()
    {
        var book = NRulesRuleBook.Compile(RuleBook, HostRules.Of(typeof(Throws)));
        var error = Invoking(() => new NRulesCollaborationEvaluator(book).Evaluate(FactText.Read("vision.exists=no"))).Should().Throw<global::NRules.RuleExecutionException>().Which;
        (error.InnerException?.InnerException ?? error.InnerException).Should().BeOfType<DivideByZeroException>();
    }

    [Fact]
    public void Of_TypesThatAreNoRules_NamesThemAll()
    {
        Invoking(() => HostRules.Of(typeof(string), typeof(FunderDrawsBack), typeof(Rule))).Should().ThrowExactly<ArgumentException>()
            .WithMessage("*System.String, NRules.Fluent.Dsl.Rule is not.*");
    }

    [Fact]
    public void In_Assembly_ReadsItsPublicRules() =>
        HostRules.In(typeof(AnyFinding).Assembly).Select(rule => rule.Name).Should().BeEquivalentTo(typeof(AnyFinding).FullName, typeof(NoVision).FullName);

    /// <summary>A lead partner pays here, so its drawing back weighs more with the host.</summary>
    public sealed class FunderDrawsBack : Rule
    {
        public override void Define()
        {
            Finding finding = null!;
            Partner partner = null!;
            When()
                .Match(() => finding, f => f.Code == "DRAWS-BACK")
                .Match(() => partner, p => p.Name == finding.Subject, p => p.Role == PartnerRole.Lead);
            Then().Yield(_ => new HostFinding(
                "FUNDER-DRAWS-BACK", FindingKind.Risk, Level.High, "The funder draws back", $"{partner.Name} pays and is drawing back.", "Programme board, minute 7", partner.Name));
        }
    }

    /// <summary>Builds on a finding of the evidence and one of the host.</summary>
    public sealed class TwoWorries : Rule
    {
        public override void Define()
        {
            When().Exists<Finding>(f => f.Code == "VISION-ABSENT").Exists<HostFinding>(f => f.Code == "FUNDER-DRAWS-BACK");
            Then().Yield(_ => new HostFinding(
                "TWO-WORRIES", FindingKind.Recommendation, null, "Speak to the board", "Money and direction are both open: speak to the board.", "Programme office", null));
        }
    }

    /// <summary>Fails when it sees a finding.</summary>
    public sealed class Throws : Rule
    {
        public override void Define()
        {
            Finding finding = null!;
            When().Match(() => finding);
            Then().Do(_ => Fail(finding));
        }

        private static void Fail(Finding finding) => throw new DivideByZeroException(finding.Code);
    }
}

/// <summary>A rule that stands by itself, as those of a host do.</summary>
public sealed class AnyFinding : Rule
{
    public override void Define()
    {
        When().Exists<Finding>();
        Then().Yield(_ => new HostFinding("SOMETHING-FOUND", FindingKind.Context, null, "Something was found", "There are findings.", "Someone", null));
    }
}
