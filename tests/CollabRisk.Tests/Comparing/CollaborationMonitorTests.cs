using System.Runtime.CompilerServices;
using CollabRisk.Comparing;
using CollabRisk.Conditions;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Tests.Knowledge;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Comparing;

public class CollaborationMonitorTests
{
    /// <summary>Sequences, each of as many steps: together a few thousand.</summary>
    private const int Sequences = 40, Steps = 100;

    [Fact]
    public void Change_LongRandomSequences_GiveWhatAFreshEvaluationGives() => Parallel.For(0, Sequences, seed =>
    {
        var random = new Random(seed);
        var given = Some.Collaboration(random, knownShare: seed % 5 * 0.2);
        var monitor = new CollaborationMonitor(RuleCases.Book, given);
        var before = RuleCases.Evaluator.Evaluate(given);
        for (var step = 0; step < Steps; step++)
        {
            given = Changed(given, random);
            var changed = step % 2 == 0 ? monitor.Update(given) : monitor.Change(_ => given);
            var fresh = RuleCases.Evaluator.Evaluate(given);
            AssertSame(fresh, monitor.Current, $"sequence {seed}, step {step}");
            AssertTells(changed, before, fresh);
            if (step % 10 == 9)
            {
                AssertSameQuestions(fresh, monitor.Current);
            }

            before = fresh;
        }
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Change_FactsThatRulesBuildOn_ReachesEveryLayer(bool withTables)
    {
        var book = TestPack.Book(chapter =>
        {
            chapter.ARisk("BASE").When(c => c.Vision.Exists == false);
            chapter.AStrength("NEXT").When(c => FactConditions.Raised("BASE") && c.Trust.Organisational == TrustLevel.High);
            chapter.AContext("OVERALL").When(c => FactConditions.OverallIsAtLeast(Level.Moderate));
            chapter.AStrength("PAST-OVERALL").When(c => FactConditions.Raised("OVERALL"));
        });
        if (withTables)
        {
            TestPack.MakeTables(book);
        }

        var monitor = new CollaborationMonitor(book, FactText.Read("trust.organisational=High"));

        var step = monitor.Change(c => c with { Vision = c.Vision with { Exists = false } });

        step.Outcomes.Select(o => o.ToString()).Should().Equal(
            "BASE: Undetermined -> Raised", "NEXT: Undetermined -> Raised", "OVERALL: Undetermined -> Raised", "PAST-OVERALL: Undetermined -> Raised");
        Of(step, DifferenceKind.Added).OrderBy(f => f.Kind == FindingKind.Risk ? 0 : f.Kind == FindingKind.Context ? 1 : 2).Select(f => f.Code)
            .Should().Equal("BASE", "OVERALL", "NEXT", "PAST-OVERALL");
        step.After.Overall.Should().Be(new OverallRange(Level.Moderate, Level.Moderate));
        step.Before.Overall.Should().Be(new OverallRange(Level.None, Level.Moderate));
    }

    [Fact]
    public void Change_FactThatFollowedFromAnother_FollowsAnew()
    {
        var monitor = new CollaborationMonitor(RuleCases.Book, FactText.Read("partners[A].role=Lead; partners[B].role=NonLead"));
        monitor.Current.Collaboration.Governance.LeadOrganisation.Should().BeTrue();

        monitor.Change(c => c with { Partners = [.. c.Partners!.Select(partner => partner with { Role = PartnerRole.Equal })] });
        monitor.Current.Collaboration.Governance.LeadOrganisation.Should().BeFalse();

        monitor.Change(c => c with { Partners = [.. c.Partners!.Select(partner => partner with { Role = null })] });
        monitor.Current.Collaboration.Governance.LeadOrganisation.Should().BeNull();
    }

    /// <summary>Work is counted, not timed: of twenty rules that are evaluated on their trees, a step asks the one that reads what moved.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Change_OneFact_AsksOnlyTheRulesOnTreesThatReadIt(bool withTables)
    {
        var facts = FactRegistry.Default.Facts.Where(fact => !fact.IsPerPartner && fact.Type == FactType.YesNo && !fact.CanFollow).Take(20).ToList();
        var asked = new List<Fact>();
        var book = TestPack.Book(chapter =>
        {
            foreach (var (number, fact) in facts.Index())
            {
                chapter.ARisk($"ASKS-{number}").Definition.When = Clause.Of(new Noted(fact, asked));
            }
        });
        if (withTables)
        {
            TestPack.MakeTables(book);
        }

        var monitor = new CollaborationMonitor(book, new());
        foreach (var fact in facts)
        {
            asked.Clear();
            var step = monitor.Change(c => fact.With(c, true));
            asked.Should().Equal(fact);
            step.Outcomes.Should().ContainSingle().Which.After.Should().Be(Outcome.Raised);
            step.After.Findings.Should().HaveCount(facts.IndexOf(fact) + 1);
        }
    }

    /// <summary>Findings whose own rules read nothing that changed still say what others are raised, and under which they are.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Change_RuleThatOthersNameOrAreUnder_ChangesWhatTheirFindingsSay(bool withTables)
    {
        var book = TestPack.Book(chapter =>
        {
            chapter.ARisk("ROOT", Level.High).When(c => c.Vision.Exists == false);
            chapter.ARisk("UNDER").When(c => c.Workload.Overload == true).Under("ROOT");
            chapter.ARisk("DEEPER").When(c => c.Communication.Regular == false).Under("UNDER");
            chapter.ARisk("LEADING").When(c => c.Trust.Organisational == TrustLevel.Low).LeadsTo("ROOT");
            chapter.AStrength("BUILT").When(c => FactConditions.Raised("UNDER"));
            chapter.AStrength("ASIDE").When(c => c.Vision.AtStart == true);
        });
        if (withTables)
        {
            TestPack.MakeTables(book);
        }

        var monitor = new CollaborationMonitor(book, FactText.Read("workload.overload=yes; communication.regular=no; trust.organisational=Low; vision.atStart=yes"));
        Finding Of(string code) => monitor.Current.Findings.Single(finding => finding.Code == code);
        (Of("UNDER").Root, Of("DEEPER").Root, Of("LEADING").LeadsTo.Count).Should().Be((null, "UNDER", 0));
        var aside = Of("ASIDE");

        monitor.Change(c => c with { Vision = c.Vision with { Exists = false } });
        (Of("UNDER").Root, Of("DEEPER").Root, Of("LEADING").LeadsTo.Single()).Should().Be(("ROOT", "ROOT", "ROOT"));
        Of("ASIDE").Should().BeSameAs(aside, "nothing that it says has changed");

        monitor.Change(c => c with { Vision = c.Vision with { Exists = null }, Workload = new() });
        (Of("DEEPER").Root, Of("LEADING").LeadsTo.Count, monitor.Current.Findings.Count).Should().Be((null, 0, 3));
    }

    [Fact]
    public void Change_OtherSideOfATension_IsSaidByBothAndLeavesTheRest()
    {
        var book = RuleBook.Build([new RulePack
        {
            Id = "test",
            Version = "1.0.0",
            Title = "A pack for tests",
            Claims = TestPack.Claims,
            Tensions = [new Tension("T-T", "One side.", "The other.", "So.", ["T-1"]) { One = ["ONE"], Other = ["OTHER"] }],
            Chapters = [new OpenChapter(chapter =>
            {
                chapter.ARisk("ONE").When(c => c.Vision.Exists == false);
                chapter.ARisk("OTHER").When(c => c.Workload.Overload == true);
                chapter.ARisk("ASIDE").When(c => c.Communication.Regular == false);
            })],
        }]);
        var monitor = new CollaborationMonitor(book, FactText.Read("vision.exists=no; communication.regular=no"));
        IEnumerable<string> InTension() => monitor.Current.Findings.Where(finding => finding.Tensions.Count > 0).Select(finding => finding.Code).Order();
        var aside = monitor.Current.Findings.Single(finding => finding.Code == "ASIDE");
        InTension().Should().BeEmpty();

        monitor.Change(c => c with { Workload = c.Workload with { Overload = true } });
        InTension().Should().Equal("ONE", "OTHER");
        monitor.Current.Findings.Should().Contain(aside, "nothing that it says has changed");

        monitor.Change(c => c with { Workload = new() });
        InTension().Should().BeEmpty();
    }

    /// <summary>A finding is read from an evaluation, which it keeps; one that stays over many steps must not keep them all.</summary>
    [Fact]
    public void Change_FindingsThatStay_KeepOnlyTheLastEvaluation()
    {
        var monitor = new CollaborationMonitor(RuleCases.Book, FactText.Read("vision.exists=no; workload.overload=no"));
        var (stays, first) = Now();

        Step();
        GC.Collect();

        first.IsAlive.Should().BeFalse();
        Now().Finding.Should().BeSameAs(stays);
        stays.Facts.Select(fact => fact.ToString()).Should().Equal("vision.exists: no");

        // What a method has held lives until it ends, so what must be forgotten is only touched in these.
        [MethodImpl(MethodImplOptions.NoInlining)]
        (Finding Finding, WeakReference State) Now() => (monitor.Current.Findings.Single(finding => finding.Code == "VISION-ABSENT"), new(monitor.Current.State));

        [MethodImpl(MethodImplOptions.NoInlining)]
        void Step() => _ = monitor.Change(c => c with { Workload = c.Workload with { Overload = true } }).After.Findings;
    }

    /// <summary>A host that reads the range alone, step by step, keeps no step that is past, and can still read the findings.</summary>
    [Fact]
    public void Change_StepsOfWhichNoFindingIsRead_KeepOnlyTheOneBefore()
    {
        var monitor = new CollaborationMonitor(RuleCases.Book, FactText.Read("vision.exists=no"));
        var past = Enumerable.Range(0, 10).Select(Step).ToList();
        GC.Collect();

        past.SkipLast(2).Where(state => state.IsAlive).Should().BeEmpty("only the last and the one before it can still be of use");
        monitor.Current.Findings.Select(finding => $"{finding}").Should().Equal(new CollaborationEvaluator(RuleCases.Book).Evaluate(monitor.Current.Collaboration).Findings.Select(finding => $"{finding}"));

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference Step(int number)
        {
            _ = monitor.Change(c => c with { Workload = c.Workload with { Overload = number % 2 == 0 } });
            return new(monitor.Current.State);
        }
    }

    [Fact]
    public void Change_FactThatOnlyTheMessageShows_ChangesTheFinding()
    {
        var book = TestPack.Book(chapter => chapter.ARisk("SHOWN").When(c => c.Vision.Exists == false).Says("There are {workload.staffAfter} left."));
        var monitor = new CollaborationMonitor(book, FactText.Read("vision.exists=no; workload.staffAfter=12"));

        var step = monitor.Change(c => c with { Workload = c.Workload with { StaffAfter = 9 } });

        var change = step.Findings.Should().ContainSingle().Which;
        change.Before!.Message.Should().Be("There are 12 left.");
        change.After!.Message.Should().Be("There are 9 left.");
        step.Outcomes.Should().BeEmpty();
        step.IsEmpty.Should().BeFalse();
    }

    [Fact]
    public void Update_PartnerRenamed_FindingIsAboutTheNewName()
    {
        var book = TestPack.Book(chapter => chapter.ARisk("EACH").ForEach(c => c.Partners).When((c, p) => p.ActiveInDecisions == false));
        var monitor = new CollaborationMonitor(book, FactText.Read("partners[A].activeInDecisions=no; partners[B].activeInDecisions=yes"));

        var step = monitor.Update(FactText.Read("partners[Z].activeInDecisions=no; partners[B].activeInDecisions=yes"));

        Of(step, DifferenceKind.Gone).Should().ContainSingle().Which.Subject.Should().Be("A");
        Of(step, DifferenceKind.Added).Should().ContainSingle().Which.Subject.Should().Be("Z");
    }

    [Fact]
    public void Update_SameFacts_ChangesNothing()
    {
        var given = Some.Collaboration(new Random(7), knownShare: 0.5);
        var monitor = new CollaborationMonitor(RuleCases.Book, given);

        var step = monitor.Update(given with { });

        step.IsEmpty.Should().BeTrue();
        step.After.Findings.Should().Equal(step.Before.Findings);
    }

    [Fact]
    public void Change_ThatThrows_LeavesTheSessionAsItWas()
    {
        var monitor = new CollaborationMonitor(RuleCases.Book, new Collaboration());
        var before = monitor.Current;

        Invoking(() => monitor.Change(_ => throw new InvalidOperationException())).Should().ThrowExactly<InvalidOperationException>();
        Invoking(() => monitor.Change(_ => null!)).Should().ThrowExactly<ArgumentNullException>();

        monitor.Current.Should().BeSameAs(before);
    }

    [Fact]
    public void Change_FromManyThreads_LosesNoStep()
    {
        var monitor = new CollaborationMonitor(RuleCases.Book, new Collaboration { PartnerCount = 2 });

        Parallel.For(0, 200, _ => monitor.Change(c => c with { PartnerCount = c.PartnerCount + 1 }));

        monitor.Current.Collaboration.PartnerCount.Should().Be(202);
    }

    /// <summary>One thing changed: a fact of the collaboration or of a partner, learned or forgotten, or who the partners are.</summary>
    private static Collaboration Changed(Collaboration given, Random random)
    {
        var registry = FactRegistry.Default;
        var fact = registry.Facts[random.Next(registry.Facts.Count)];
        var partners = given.Partners?.ToList() ?? [];
        switch (random.Next(12))
        {
            case 0:
                return given with { Partners = (FactList<Partner>?)(random.Next(4) == 0 ? null : Some.Value(random, registry.PartnerList)) };
            case 1:
                partners.Add(new Partner { Name = $"Added {random.Next()}" });
                return given with { Partners = [.. partners] };
            case 2 when partners.Count > 0:
                partners.RemoveAt(random.Next(partners.Count));
                return given with { Partners = [.. partners] };
            case 3 when partners.Count > 0:
                var renamed = random.Next(partners.Count);
                partners[renamed] = partners[renamed] with { Name = $"Renamed {random.Next()}" };
                return given with { Partners = [.. partners] };
            case 4:
                return given with { PartnerCount = random.Next(3) == 0 ? null : random.Next(2, 8) };
            case 5:
                // Several facts at once, as when a questionnaire comes back.
                return Enumerable.Range(0, random.Next(2, 30)).Aggregate(given, (c, _) => OneFact(c, registry.Facts[random.Next(registry.Facts.Count)], random));
            default:
                return OneFact(given, fact, random);
        }
    }

    private static Collaboration OneFact(Collaboration given, Fact fact, Random random)
    {
        var value = random.Next(3) == 0 ? null : Some.Value(random, fact);
        if (fact.IsDerived || (fact.Name == "name" && fact.IsPerPartner) || (fact.IsPerPartner && given.Partners is not { Count: > 0 }))
        {
            return given;
        }

        if (!fact.IsPerPartner)
        {
            return fact.With(given, value);
        }

        var partners = given.Partners!.ToArray();
        var at = random.Next(partners.Length);
        partners[at] = fact.With(partners[at], value);
        return given with { Partners = [.. partners] };
    }

    private static void AssertSame(Assessment fresh, Assessment current, string where)
    {
        (fresh.Overall == current.Overall).Should().BeTrue($"{where}: {fresh.Overall} became {current.Overall}");
        current.Findings.Select(Whole).Should().Equal(fresh.Findings.Select(Whole));
        current.Outcomes.Values.Select(o => o.ToString()).Should().Equal(fresh.Outcomes.Values.Select(o => o.ToString()));
        current.Tensions.Should().Equal(fresh.Tensions);
        current.Collaboration.Should().Be(fresh.Collaboration);
        current.KnownFacts.Should().Be(fresh.KnownFacts);
        current.TotalFacts.Should().Be(fresh.TotalFacts);
    }

    private static void AssertSameQuestions(Assessment fresh, Assessment current) => current.OpenQuestions.Select(q => $"{q} {q.Worst} {string.Join(' ', q.CouldSettle)}").Should().Equal(
        fresh.OpenQuestions.Select(q => $"{q} {q.Worst} {string.Join(' ', q.CouldSettle)}"));

    /// <summary>What the step tells is the difference between two fresh evaluations.</summary>
    private static void AssertTells(AssessmentDifference step, Assessment before, Assessment after) =>
        step.ToJson().Should().Be(AssessmentDifference.Between(before, after).ToJson());

    private static IEnumerable<Finding> Of(AssessmentDifference step, DifferenceKind kind) =>
        step.Findings.Where(change => change.Kind == kind).Select(change => (change.After ?? change.Before)!);

    private static string Whole(Finding f) => string.Join(
        " | ", f.Code, f.Kind, f.Level, f.CappedAt, f.Confidence, f.Subject, f.Message, string.Join(';', f.Facts), string.Join(';', f.ModeratedBy.Select(m => m.Because)),
        string.Join(';', f.BuildsOn), string.Join(';', f.LeadsTo), string.Join(';', f.Tensions.Select(t => t.Id)), string.Join(';', f.Caveats));

    /// <summary>Whether a fact is "yes", and a note each time that is asked. Tables do not know it.</summary>
    private sealed class Noted(Fact fact, List<Fact> asked) : Condition
    {
        public override IReadOnlyList<Fact> OwnFacts { get; } = [fact];

        public override Truth Evaluate(ConditionContext context, int partner)
        {
            asked.Add(fact);
            return context.Facts[fact, partner] switch { Fact.Unknown => Truth.Unknown, var code => Kleene.Of(code == 1) };
        }

        public override void Write(System.Text.StringBuilder text) => text.Append("noted(").Append(fact.Path).Append(')');
    }
}
