using System.Text.RegularExpressions;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Knowledge.Chapters;
using CollabRisk.Rules;

namespace CollabRisk.Tests.Knowledge;

/// <summary>
/// What the claims ask of the engine and of the rules: the thirteen points of the catalogue's section 12, each with a test
/// that names it. Where a point holds for all collaborations, random ones are asked.
/// </summary>
public partial class SemanticsTests
{
    private const int Count = 1_000;

    private static readonly double[] KnownShares = [0.05, 0.2, 0.5, 0.8, 1.0];

    private static readonly RuleBook Book = RuleCases.Book;

    private static readonly CollaborationEvaluator Evaluator = RuleCases.Evaluator;

    private static readonly FindingKind[] Judging = [FindingKind.Risk, FindingKind.Mismatch, FindingKind.Strength, FindingKind.Diagnostic];

    private static readonly HashSet<string> LeadershipChapters =
    [
        .. KnowledgePacks.General.Chapters
            .Where(chapter => chapter.GetType().Name.StartsWith("Leadership", StringComparison.Ordinal))
            .Select(chapter => chapter.Heading),
    ];

    [Fact]
    public void Semantics_Point1_UnknownIsNotFalse()
    {
        var nothing = Evaluator.Evaluate(new Collaboration());
        nothing.Overall.Assessable.Should().BeFalse();
        nothing.Findings.Where(finding => finding.Kind != FindingKind.DataGap).Should().BeEmpty();

        // What a no raises or clears, not knowing leaves open.
        foreach (var fact in FactRegistry.Default.Facts.Where(fact => fact is { Type: FactType.YesNo, IsPerPartner: false, IsDerived: false }))
        {
            foreach (var (code, settled) in Evaluator.Evaluate(fact.With(new Collaboration(), false)).Outcomes)
            {
                if (settled.Outcome is Outcome.Raised or Outcome.Clear && settled.Rule.Kind != FindingKind.DataGap)
                {
                    nothing.Outcomes[code].Outcome.Should().Be(Outcome.Undetermined, "{0} settles {1}", fact.Path, code);
                }
            }
        }
    }

    [Fact]
    public void Semantics_Point2_OutcomeFactsAreNoInputs() => ForRandom((collaboration, random) =>
    {
        collaboration = WhereAllApplies(collaboration);
        var before = Evaluator.Evaluate(collaboration);
        var after = Evaluator.Evaluate(collaboration with { Outcome = Some.Collaboration(random, knownShare: 0.7).Outcome });
        after.Overall.Should().Be(before.Overall);
        OutcomesOf(after, Judging).Should().Equal(OutcomesOf(before, Judging));
    });

    [Theory]
    [InlineData("arrangement", "DIFFERENCES-ARRANGEMENT")]
    [InlineData("organisationalCulture", "DIFFERENCES-ORG-CULTURE")]
    [InlineData("professionalCulture", "DIFFERENCES-PROF-CULTURE")]
    [InlineData("leadershipStyle", "DIFFERENCES-LEADERSHIP")]
    [InlineData("trustAndConfidence", "DIFFERENCES-TRUST")]
    public void Semantics_Point3_PresenceAndHandlingAreSeparateFacts(string difference, string code)
    {
        AssertJudges("crossProfession=yes", $"crossProfession=yes; differences.{difference}.acknowledged=yes", raises: []);
        AssertJudges("crossProfession=yes", $"crossProfession=yes; differences.{difference}.dealtWith=yes", raises: []);
        AssertJudges("crossProfession=yes", $"crossProfession=yes; differences.{difference}.dealtWith=no", raises: [code]);
        AssertJudges("crossProfession=yes", $"crossProfession=yes; differences.{difference}.acknowledged=no", raises: [code]);
        AssertJudges("crossProfession=yes", $"crossProfession=yes; differences.{difference}.acknowledged=yes; differences.{difference}.dealtWith=no", raises: [code]);
    }

    [Theory]
    [InlineData("", "context.localPolitics=Inhibiting", "LOCAL-POLITICS")]
    [InlineData("", "context.localPolitics=Stimulating", "LOCAL-POLITICS-STIMULATING")]
    [InlineData("", "context.legacyEffect=Negative", "LEGACY-NEGATIVE")]
    [InlineData("", "context.legacyEffect=Positive", "LEGACY-POSITIVE")]
    [InlineData("", "leadership.keyPersonalities=Blocking", "PERSONALITIES-BLOCKING")]
    [InlineData("", "leadership.keyPersonalities=Enabling", "PERSONALITIES-ENABLING")]
    [InlineData("", "technology.platformsDiffer=yes", null)]
    [InlineData("technology.platformsDiffer=yes", "technology.differenceFraming=Barrier", "PLATFORM-BARRIER")]
    [InlineData("technology.platformsDiffer=yes", "technology.differenceFraming=Opportunity", "PLATFORM-OPPORTUNITY")]
    [InlineData("", "culture.differences=High", null)]
    [InlineData("", "context.austerityPressure=yes", null)]
    [InlineData("", "context.statutoryDuty=yes", null)]
    public void Semantics_Point4_TwoWayFactorsTakeTheirSignFromTheFact(string given, string learned, string? code) =>
        AssertJudges(given, $"{given}; {learned}", code is null ? [] : [code]);

    [Theory]
    [InlineData("WORK-OVERLOAD", "D3-202", Direction.Lowered)]
    [InlineData("WORK-OVERLOAD", "D3-204", Direction.Raised)]
    [InlineData("SEPARATE-IDENTITY-TENSION", "D3-113", Direction.Raised)]
    [InlineData("TURNOVER-TRUST-LOSS", "D3-192", Direction.Lowered)]
    [InlineData("BENEFIT-DISPUTE", "D3-161", Direction.Raised)]
    [InlineData("SEPARATE-IDENTITY-TENSION", "D3-105", Direction.Raised)]
    public void Semantics_Point5_ModeratorsOfTheSources_MoveTheLevel(string code, string claim, Direction direction) =>
        Book.Find(code)!.Moderators.Should().Contain(moderator => moderator.Direction == direction && moderator.Claims.Contains(claim));

    [Fact]
    public void Semantics_Point5_ModeratorsDeleteNoFinding() => ForRandom((collaboration, _) =>
        Evaluator.Evaluate(collaboration).Findings.Where(finding => finding.Level is { } range && !(Level.Low <= range.AtLeast && range.AtLeast <= range.AtMost))
            .Should().BeEmpty());

    /// <summary>Findings never become facts: what was evaluated, evaluated again, comes to the same.</summary>
    [Fact]
    public void Semantics_Point6_LoopsRunOnce() => ForRandom((collaboration, _) =>
    {
        var once = Evaluator.Evaluate(collaboration);
        var twice = Evaluator.Evaluate(once.Collaboration);
        twice.Collaboration.Should().Be(once.Collaboration);
        OutcomesOf(twice, Enum.GetValues<FindingKind>()).Should().Equal(OutcomesOf(once, Enum.GetValues<FindingKind>()));
        once.Collaboration.Should().Be(DerivedFacts.Complete(collaboration));
    });

    [Fact]
    public void Semantics_Point7_PhaseIsAParameterWithoutContent()
    {
        foreach (var phase in Enum.GetNames<Phase>())
        {
            AssertJudges("", $"phase={phase}", raises: []);
        }

        // The attributes of leaders are said to matter at different points, and not at which: no phase changes them.
        string[] attributes = ["LEADER-ATTR-COMMITMENT", "LEADER-ATTR-ENTREPRENEURSHIP", "LEADER-ATTR-INTEGRITY", "LEADER-ATTR-RELATIONAL", "DRIVER-ATTRIBUTE"];
        attributes.Should().AllSatisfy(code => Book.Find(code)!.Facts.Should().NotContain(fact => fact.Path == "phase"));
    }

    [Fact]
    public void Semantics_Point8_FormIsNeutral()
    {
        // A form may say of which collaborations a rule about other facts is asked; it is never what is judged.
        Book.Rules.Where(rule => Judging.Contains(rule.Kind)).Should().AllSatisfy(rule =>
        {
            rule.Cases.Should().AllSatisfy(@case => @case.When.Facts.Where(IsForm).Should().BeEmpty());
            rule.Moderators.SelectMany(moderator => moderator.When.Facts).Where(IsForm).Should().BeEmpty();
        });
        var guarded = Book.Rules.Where(rule => rule.Facts.Any(IsForm)).Select(rule => rule.Code).ToHashSet(StringComparer.Ordinal);
        ForRandom((collaboration, random) =>
        {
            collaboration = WhereAllApplies(collaboration);
            var forms = Enum.GetValues<CollaborationForm>();
            var before = Evaluator.Evaluate(collaboration);
            var after = Evaluator.Evaluate(collaboration with { Form = forms[random.Next(forms.Length)] });
            OutcomesOf(after, Judging).Where(each => !guarded.Contains(each.Code)).Should().Equal(
                OutcomesOf(before, Judging).Where(each => !guarded.Contains(each.Code)));
        });
        foreach (var form in Enum.GetNames<CollaborationForm>())
        {
            AssertJudges("", $"form={form}", raises: []);
        }

        static bool IsForm(Fact fact) => fact.Path is "form" or "network.primaryForm";
    }

    [Fact]
    public void Semantics_Point9_LeadershipNeverGivesTheWholeVerdict()
    {
        LeadershipChapters.Should().HaveCount(4);
        ForRandom((collaboration, _) =>
        {
            var assessment = Evaluator.Evaluate(collaboration);
            var raised = assessment.Findings.Where(finding => finding.Level is not null).ToList();
            raised.Where(finding => LeadershipChapters.Contains(finding.Rule.Chapter) && finding.Level!.Value.AtMost >= Level.High).Should().BeEmpty();

            var leadership = Evaluator.Evaluate(new Collaboration { Leadership = collaboration.Leadership });
            (leadership.Overall.AtLeast < Level.High).Should().BeTrue(leadership.ToString());
        });
    }

    [Fact]
    public void Semantics_Point9_NoFindingSaysThatAFactorCauses() => Book.Rules.Should().AllSatisfy(rule =>
    {
        rule.Title.Should().NotMatchRegex(Causes);
        rule.Cases.Should().AllSatisfy(@case => @case.Says.Text.Should().NotMatchRegex(Causes));
    });

    [Fact]
    public void Semantics_Point10_DriversAreWeightedDatedAndPerPartner()
    {
        var drivers = FactRegistry.Default.Facts.Where(fact => fact.Path.StartsWith("network.drivers.", StringComparison.Ordinal)).ToList();
        drivers.Should().HaveCount(6);
        drivers.Should().AllSatisfy(driver => driver.Type.Should().Be(FactType.Number));
        FactRegistry.Default.Find("asOf")!.Type.Should().Be(FactType.Date);
        FactRegistry.Default.Find("partners[].drivers")!.IsPerPartner.Should().BeTrue();

        AssertJudges("", "partnerCount=2; partners[A].drivers=[Personal]; partners[B].drivers=[Personal]", raises: []);
        AssertJudges("", "partnerCount=2; partners[A].drivers=[Personal]; partners[B].drivers=[Ecological]", raises: ["DRIVER-DIVERGENCE"]);
    }

    /// <summary>Text supports four pairings; the order of a table behind the others, which a pack can override.</summary>
    [Fact]
    public void Semantics_Point11_PairingsAreData()
    {
        var pairings = new[] { "DRIVER-ATTRIBUTE", "DRIVER-CHALLENGE" }.SelectMany(code => Book.Find(code)!.Cases).ToList();
        pairings.Should().HaveCount(10);
        string[] inTheText = ["D4-53", "D4-54", "D4-55", "D4-56"];
        var (explicitly, implied) = (pairings.Where(IsInTheText).ToList(), pairings.Where(pairing => !IsInTheText(pairing)).ToList());
        explicitly.Should().HaveCount(4);
        explicitly.Should().AllSatisfy(pairing => (pairing.Confidence < Confidence.Implied).Should().BeTrue(pairing.Subject));
        implied.Should().AllSatisfy(pairing =>
        {
            pairing.Confidence.Should().Be(Confidence.Implied);
            pairing.Level!.Level.Should().Be(Level.Low);
        });
        implied.Should().AllSatisfy(
            pairing => pairing.Caveats.Where(caveat => caveat is Caveats.ImpliedAttribute or Caveats.ImpliedChallenge).Should().NotBeEmpty());

        var overridden = RuleBook.Build(KnowledgePacks.All, [RuleOverride.SwitchOff("DRIVER-CHALLENGE", "Our own study found no such pairing.")]);
        overridden.Find("DRIVER-CHALLENGE")!.Overrides.Should().NotBeEmpty();

        bool IsInTheText(Case pairing) => pairing.Claims.Any(claim => inTheText.Contains(claim.Id));
    }

    [Fact]
    public void Semantics_Point12_EveryFindingCarriesItsEvidence()
    {
        // Who is behind a case or the literature shows, so that what is pooled ("both") or placed by position is visible.
        Sources.Claims.Where(claim => claim.Strength <= Confidence.Literature).Should().AllSatisfy(claim => claim.Basis.Should().NotBe(""));
        ForRandom((collaboration, _) =>
        {
            foreach (var finding in Evaluator.Evaluate(collaboration).Findings)
            {
                finding.Claims.Should().NotBeEmpty();
                (finding.Confidence >= finding.Claims.Min(claim => claim.Strength)).Should().BeTrue(finding.ToString());
                if (finding.Claims[0].Source.Caveat is { } caveat && finding.Claims.All(claim => claim.Source == finding.Claims[0].Source))
                {
                    finding.Caveats.Should().Contain(caveat);
                }
            }
        });
    }

    [Theory]
    [InlineData("isInformationSystem=no", "NONTECH-BARRIERS", "TECH-CULTURE-BARRIER", "INFO-SHARING-ENABLED", "SHARED-INFRASTRUCTURE")]
    [InlineData("governance.leadOrganisation=no", "LEAD-PARTNER-DISENGAGEMENT", "REENGAGES-ON-TROUBLE", "ACTIVE-PARTNER-DECISIONS")]
    [InlineData("alliance.opportunismExposure=no", "OPPORTUNISM-UNPROTECTED", "TRANSPARENCY-V-WALLING", "WALL-OFF-TECH", "CONTRACT-SAFEGUARDS", "SKILL-SWAP", "CREDIBLE-COMMITMENT")]
    public void Semantics_Point13_RulesApplyOnlyWhereTheirGuardHolds(string facts, params string[] codes)
    {
        var assessment = Evaluator.Evaluate(FactText.Read(facts));
        codes.Should().OnlyContain(code => assessment.Outcomes[code].Outcome == Outcome.NotApplicable);
    }

    [Fact]
    public void Semantics_Point13_DeliveryIsAskedOfInformationSystemsOnly()
    {
        var assessment = Evaluator.Evaluate(FactText.Read("isInformationSystem=no"));
        var heading = new BusinessDrivenDelivery().Heading;
        assessment.Outcomes.Values.Where(outcome => outcome.Rule.Chapter == heading).Should().AllSatisfy(
            outcome => outcome.Outcome.Should().Be(Outcome.NotApplicable));
    }

    /// <summary>The commissioner's route and the power that leaves ambulance services out are United Kingdom law.</summary>
    [Fact]
    public void Semantics_Point13_UnitedKingdomLawIsAPackOfItsOwn() => Book.Rules.Where(rule => rule.Claims.Any(claim => claim.Id is "D0-20" or "D0-21")).Should().AllSatisfy(
        rule => rule.PackId.Should().Be(KnowledgePacks.UnitedKingdom.Id));

    [GeneratedRegex(@"\b(cause[sd]?|causing|guarantee[sd]?|ensure[sd]?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Causes { get; }

    private static void ForRandom(Action<Collaboration, Random> check) => Law.Holds(Count, drawn => check(drawn.Collaboration, drawn.Random()), KnownShares);

    /// <summary>The collaboration where each fact applies, so that any can be given a value.</summary>
    private static Collaboration WhereAllApplies(Collaboration collaboration) => collaboration with { NotApplicable = [] };

    private static List<(string Code, Outcome Outcome)> OutcomesOf(Assessment assessment, FindingKind[] kinds) =>
        [.. assessment.Outcomes.Values.Where(outcome => kinds.Contains(outcome.Rule.Kind)).Select(outcome => (outcome.Rule.Code, outcome.Outcome))];

    /// <summary>What learning something adds to the findings that judge: exactly these codes.</summary>
    private static void AssertJudges(string before, string after, string[] raises)
    {
        Raised(after).Except(Raised(before), StringComparer.Ordinal).Order(StringComparer.Ordinal).Should().Equal(raises.Order(StringComparer.Ordinal));

        static IEnumerable<string> Raised(string facts) =>
            Evaluator.Evaluate(FactText.Read(facts)).Findings.Where(finding => Judging.Contains(finding.Kind)).Select(finding => finding.Code).Distinct(StringComparer.Ordinal);
    }
}
