using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Tests.Knowledge;
using CollabRisk.Tests.Rules;
using NRules;
using NRules.AgendaFilters;
using NRules.Fluent.Dsl;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.NRules.Tests;

/// <summary>A session follows a collaboration whose facts change.</summary>
public class CollaborationSessionTests
{
    /// <summary>Sequences of random changes, and the steps in each.</summary>
    private const int Sequences = 8, SequencesOfOthers = 4, Steps = 12;

    private static readonly NRulesRuleBook Book = Books.Compile(Books.AllPacks);

    [Theory]
    [MemberData(nameof(Books.Names), MemberType = typeof(Books))]
    public void Update_LongRandomSequences_GiveWhatAFreshEvaluationGives(string name)
    {
        var book = Books.Compile(name);
        var builtIn = new CollaborationEvaluator(book.RuleBook);
        Parallel.For(0, name == Books.AllPacks ? Sequences : SequencesOfOthers, seed =>
        {
            var random = new Random(seed);
            var given = Books.Collaboration(book.RuleBook, random, knownShare: seed % 5 * 0.2);
            var session = book.Begin(given);
            for (var step = 0; step < Steps; step++)
            {
                session.Fire();
                Both.AreTheSame(builtIn.Evaluate(given), session.Assessment, $"{name}, sequence {seed}, step {step}");

                // Now and then several updates come before the next firing.
                for (var updates = random.Next(1, 4); updates > 0; updates--)
                {
                    session.Update(given = Changed(given, book.RuleBook.Facts, random));
                }
            }
        });
    }

    [Fact]
    public void Change_FactOfAPack_FiresOnlyRulesThatReadIt()
    {
        var book = Books.Compile(Books.FromYaml);
        var session = book.Begin(FactText.Read(
            "workload.overload=yes; partners[A].extensions.rcr.liaisonDesk=yes; partners[B].role=NonLead; partners[B].activeInDecisions=no", book.RuleBook.Facts));
        session.Fire();
        var fired = new List<string>();
        session.Inner.Events.RuleFiredEvent += (_, one) => fired.Add(one.Rule.Name);

        FiredBy("partners[B].extensions.rcr.liaisonDesk=no").Should().Equal("RCR-DESK-MISSING", "RCR-DESKS-UNEVEN");
        session.Assessment.Outcomes["RCR-DESK-MISSING"].Outcome.Should().Be(Outcome.Raised);

        // The moderator that the pack adds makes a rule of the general knowledge read a fact of the pack.
        FiredBy("extensions.rcr.rotaShared=no").Should().Contain("WORK-OVERLOAD");
        fired.Should().NotContain("RCR-DESK-MISSING");
        Both.AreTheSame(new CollaborationEvaluator(book.RuleBook).Evaluate(session.Collaboration), session.Assessment);

        IEnumerable<string> FiredBy(string change)
        {
            fired.Clear();
            session.Change(FactChange.Parse(change, book.RuleBook.Facts));
            session.Fire();
            return fired.Where(name => !name.StartsWith("CollabRisk: ", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        }
    }

    [Fact]
    public void Change_OneFact_FiresTheRulesThatSaySomethingNew()
    {
        var session = Book.Begin(CaseFiles.Read("joint-it-department-late"));
        session.Fire().Should().Be(1 + session.Assessment.Findings.Count, "what is raised fires, and the rule that makes the assessment");
        var before = session.Assessment.Findings.ToHashSet();
        var fired = new List<string>();
        session.Inner.Events.RuleFiredEvent += (_, one) => fired.Add(one.Rule.Name.Split(':')[0]);

        session.Change(FactChange.Parse("vision.exists=no"));
        session.Fire();

        fired.Should().Contain("VISION-ABSENT").And.HaveCountLessThan(before.Count / 2);
        fired.Should().BeEquivalentTo(["CollabRisk", .. session.Assessment.Findings.Where(finding => !before.Contains(finding)).Select(finding => finding.Code)]);
    }

    [Fact]
    public void Change_Nothing_FiresNoRuleOfTheBook()
    {
        var session = Book.Begin(CaseFiles.Read("firecontrol"));
        session.Fire();
        var fired = new List<string>();
        session.Inner.Events.RuleFiredEvent += (_, one) => fired.Add(one.Rule.Name);
        session.Update(CaseFiles.Read("firecontrol"));
        session.Fire();
        fired.Should().NotContain(name => !name.StartsWith("CollabRisk: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Fire_FindingThatSaysTheSame_StaysTheSameFact()
    {
        var session = NRulesRuleBook.Compile(TestPack.Book(chapter =>
        {
            chapter.ARisk("STAYS").When(c => c.Trust.Organisational == TrustLevel.Low);
            chapter.ARisk("GOES").When(c => c.Vision.Exists == false);
        })).Begin(FactText.Read("trust.organisational=Low; vision.exists=no"));
        session.Fire();
        var stays = session.Inner.Query<Finding>().Single(finding => finding.Code == "STAYS");
        session.Change(FactChange.Parse("vision.exists=yes"));
        session.Fire();
        session.Inner.Query<Finding>().Should().ContainSingle().Which.Should().BeSameAs(stays);
        session.Assessment.Findings.Should().ContainSingle().Which.Should().BeSameAs(stays);
    }

    [Fact]
    public void Session_HoldsPartnersAndTheCollaborationAsTheyStand()
    {
        var session = Book.Begin(FactText.Read("partners[A].role=Lead; partners[B].role=NonLead"));
        session.Change(FactChange.Parse("partners[B].role=Equal"), FactChange.Parse("name=Joint control room"));
        session.Fire();
        session.Inner.Query<Partner>().OrderBy(partner => partner.Name).Select(partner => partner.Role!.Value).Should().Equal(PartnerRole.Lead, PartnerRole.Equal);
        var collaboration = session.Inner.Query<Collaboration>().Should().ContainSingle().Which;
        collaboration.Name.Should().Be("Joint control room");
        collaboration.Governance.LeadOrganisation.Should().BeTrue("What follows from other facts is filled in.");
    }

    [Fact]
    public void Begin_PartnersOfOneName_AreRefusedAsByTheEvaluator()
    {
        var same = new Partner { Name = "Twin", Role = PartnerRole.NonLead };
        var collaboration = new Collaboration { Partners = [same, same, new() { Name = "Twin ", Role = PartnerRole.NonLead }] };
        Invoking(() => Book.Begin(collaboration)).Should().Throw<ArgumentException>().WithMessage("*3 partners are called 'Twin'*");
        Invoking(() => RuleCases.Evaluator.Evaluate(collaboration)).Should().Throw<ArgumentException>().WithMessage("*3 partners are called 'Twin'*");
    }

    [Fact]
    public void Assessment_BeforeTheRulesFired_SaysToFireThem()
    {
        var session = Book.Begin(new Collaboration());
        Invoking(() => session.Assessment).Should().ThrowExactly<InvalidOperationException>().WithMessage("*wait to be fired*Call Fire*");
        session.Fire();
        session.Assessment.Should().NotBeNull();
        session.Change(FactChange.Parse("vision.exists=no"));
        Invoking(() => session.Assessment).Should().ThrowExactly<InvalidOperationException>();
    }

    [Fact]
    public void Assessment_FireWasStopped_SaysToGoOn()
    {
        var session = Book.Begin(FactText.Read("vision.exists=no"));
        session.Inner.Fire(1);
        Invoking(() => session.Assessment).Should().ThrowExactly<InvalidOperationException>().WithMessage("*wait to be fired*call it again*");
        session.Fire();
        session.Assessment.Findings.Should().Contain(finding => finding.Code == "VISION-ABSENT");
    }

    [Fact]
    public void Assessment_RuleOfTheHostHalts_SaysToGoOn()
    {
        var session = NRulesRuleBook.Compile(Both.AllPacks, HostRules.Of(typeof(Halts), typeof(AnyFinding))).Begin(FactText.Read("vision.exists=no"));
        session.Fire();
        Invoking(() => session.Assessment).Should().ThrowExactly<InvalidOperationException>().WithMessage("*wait to be fired*halts*call it again*");
        session.Fire();
        session.Assessment.HostFindings.Should().ContainSingle();
    }

    [Theory]
    [InlineData(0, "*rule that makes the assessment was not fired*agenda was cleared*")]
    [InlineData(1, "*raised and did not fire: VISION-ABSENT*")]
    public void Assessment_AgendaCleared_SaysWhatWasNotFired(int fired, string message)
    {
        var session = Book.Begin(FactText.Read("vision.exists=no"));
        session.Inner.Fire(fired);
        session.Inner.Agenda.Clear();
        Invoking(() => session.Assessment).Should().ThrowExactly<InvalidOperationException>().WithMessage(message);
    }

    [Fact]
    public void Assessment_FilterKeepsRulesFromFiring_NamesThem()
    {
        var session = Book.Begin(FactText.Read("vision.exists=no"), before: inner => inner.Agenda.AddFilter(new AllBut("VISION-ABSENT")));
        session.Fire();
        Invoking(() => session.Assessment).Should().ThrowExactly<InvalidOperationException>().WithMessage("*did not fire: VISION-ABSENT. A filter*");
    }

    [Fact]
    public void Fire_RuleOfTheHostUpdatesTheCollaboration_IsFollowed()
    {
        var session = NRulesRuleBook.Compile(Both.AllPacks, HostRules.Of(typeof(AgreesAVision))).Begin(FactText.Read("vision.exists=no; trust.organisational=Low"));
        session.Fire();
        session.Collaboration.Vision.Exists.Should().BeTrue();
        Both.AreTheSame(RuleCases.Evaluator.Evaluate(FactText.Read("vision.exists=yes; trust.organisational=Low")), session.Assessment);
        session.Change(FactChange.Parse("trust.organisational=unknown"));
        session.Fire();
        Both.AreTheSame(RuleCases.Evaluator.Evaluate(FactText.Read("vision.exists=yes")), session.Assessment);
    }

    [Fact]
    public void Assessment_CollaborationWasRetracted_SaysSo()
    {
        var session = Book.Begin(FactText.Read("vision.exists=no"));
        session.Fire();
        session.Inner.Retract(session.Inner.Query<Collaboration>().Single());
        session.Fire();
        Invoking(() => session.Assessment).Should().ThrowExactly<InvalidOperationException>().WithMessage("*retracted*Begin another session.");
        Invoking(() => session.Update(new Collaboration())).Should().ThrowExactly<InvalidOperationException>().WithMessage("*retracted*");
        session.Inner.Query<Finding>().Should().BeEmpty();
        session.Collaboration.Vision.Exists.Should().BeFalse("what was given last is still known");
    }

    [Fact]
    public void Begin_AnotherCollaborationIsInserted_IsRefused()
    {
        var session = Book.Begin(new Collaboration());
        Invoking(() => session.Inner.Insert(FactText.Read("vision.exists=no"))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Change_ThatCannotBeMade_LeavesTheSessionAsItWas()
    {
        var session = Book.Begin(FactText.Read("partners[A].role=Lead"));
        session.Fire();
        var before = session.Assessment;
        Invoking(() => session.Change(FactChange.Parse("partners[No one].role=Lead"))).Should().ThrowExactly<ArgumentException>();
        Invoking(() => session.Update(new Collaboration { Trust = new() { Organisational = (TrustLevel)99 } })).Should().ThrowExactly<ArgumentException>();
        session.Assessment.Should().BeSameAs(before);
    }

    [Fact]
    public void Update_LayersOnPartners_FollowTheirPartners()
    {
        var book = TestPack.Book(chapter =>
        {
            chapter.ARisk("ONE").ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead);
            chapter.ARisk("TWO").ForEach(c => c.Partners).When((c, p) => Raised("ONE") && p.Reputation == Reputation.Poor);
            chapter.ARisk("SOME").When(c => Raised("ONE") && c.Partners.AtLeast(2, p => Raised("TWO")));
        });
        var session = NRulesRuleBook.Compile(book).Begin(FactText.Read("partners[B].role=NonLead; partners[B].reputation=Poor; partners[C].role=Lead; partners[C].reputation=Poor"));
        foreach (var facts in (string[])[
            "partners[A].role=NonLead; partners[B].role=NonLead; partners[B].reputation=Poor; partners[C].role=Lead; partners[C].reputation=Poor",
            "partners[A].role=NonLead; partners[A].reputation=Poor; partners[C].role=NonLead; partners[C].reputation=Poor",
            "partners[C].role=NonLead; partners[C].reputation=Poor; partnerCount=3",
            "partners[C].role=NonLead; partners[C].reputation=Poor; partnerCount=4",
            ""])
        {
            session.Update(FactText.Read(facts));
            session.Fire();
            Both.AreTheSame(new CollaborationEvaluator(book).Evaluate(FactText.Read(facts)), session.Assessment, facts);
        }
    }

    private static Collaboration Changed(Collaboration given, FactRegistry registry, Random random)
    {
        // Facts that packs declare come at the end; they are few, and are not to be missed.
        var declared = registry.Collaboration.Extensions.Facts.Concat(registry.Partner.Extensions.Facts).ToList();
        var fact = declared.Count > 0 && random.Next(3) == 0 ? declared[random.Next(declared.Count)] : registry.Facts[random.Next(registry.Facts.Count)];
        var value = random.Next(4) == 0 ? null : Some.Value(random, fact);
        if (fact.IsDerived)
        {
            return given with { Partners = Some.Collaboration(random, knownShare: 0.7).Partners };
        }

        if (!fact.IsPerPartner)
        {
            return fact.With(given, value);
        }

        var partners = given.Partners?.ToArray() ?? [];
        if (partners.Length == 0 || fact == registry.PartnerName)
        {
            var name = (string)Some.Value(random, registry.PartnerName);
            return given with { Partners = FactList.Create<Partner>([.. partners.Skip(random.Next(2)).Where(partner => partner.Name != name), new() { Name = name }]) };
        }

        var at = random.Next(partners.Length);
        partners[at] = fact.With(partners[at], value);
        return given with { Partners = FactList.Create<Partner>(partners) };
    }

    /// <summary>A filter that keeps one rule from firing.</summary>
    private sealed class AllBut(string rule) : IAgendaFilter
    {
        public bool Accept(AgendaContext context, Activation activation) => activation.Rule.Name != rule;
    }

    /// <summary>Stops the rules after it, once.</summary>
    [Priority(1)]
    public sealed class Halts : Rule
    {
        public override void Define()
        {
            When().Exists<Finding>();
            Then().Do(context => context.Halt());
        }
    }

    /// <summary>Changes the collaboration itself.</summary>
    public sealed class AgreesAVision : Rule
    {
        public override void Define()
        {
            Collaboration collaboration = null!;
            When().Match(() => collaboration, c => c.Vision.Exists == false);
            Then().Do(context => context.Update(WithVision(collaboration)));
        }

        private static Collaboration WithVision(Collaboration collaboration) => collaboration with { Vision = collaboration.Vision with { Exists = true } };
    }
}
