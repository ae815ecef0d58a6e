using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Tests.Knowledge;
using CollabRisk.Tests.Rules;
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
    public void Change_OneFact_FiresOnlyRulesThatReadIt()
    {
        var session = Book.Begin(CaseFiles.Read("joint-it-department-late"));
        session.Fire().Should().BeGreaterThan(Both.AllPacks.Rules.Count, "Not every rule fired.");
        var fired = new List<string>();
        session.Inner.Events.RuleFiredEvent += (_, one) => fired.Add(one.Rule.Name.Split(':')[0]);

        session.Change(FactChange.Parse("vision.exists=no"));
        session.Fire();

        var reading = Both.AllPacks.Rules
            .Where(rule => rule.Facts.Any(fact => fact.Path == "vision.exists") || rule.AsksForOverall)
            .Select(rule => rule.Code).ToHashSet();
        for (var more = -1; more != 0;)
        {
            var built = Both.AllPacks.Rules.Where(rule => rule.BuildsOn.Any(reading.Contains)).Select(rule => rule.Code).ToList();
            more = built.Count(reading.Add);
        }

        fired.Should().Contain("VISION-ABSENT");
        fired.Except(reading).Except(["CollabRisk"]).Should().BeEmpty();
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
        Invoking(() => session.Assessment).Should().ThrowExactly<InvalidOperationException>().WithMessage("*Call Fire first*");
        session.Fire();
        session.Assessment.Should().NotBeNull();
        session.Change(FactChange.Parse("vision.exists=no"));
        Invoking(() => session.Assessment).Should().ThrowExactly<InvalidOperationException>();
    }

    [Fact]
    public void Fire_ThatWasStopped_LeavesNoAssessment()
    {
        var session = Book.Begin(new Collaboration());
        session.Inner.Fire(10);
        Invoking(() => session.Assessment).Should().ThrowExactly<InvalidOperationException>();
        session.Inner.Agenda.Clear();
        Invoking(() => session.Assessment).Should().ThrowExactly<InvalidOperationException>();
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
}
