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
        Assert.False(nothing.Overall.Assessable);
        Assert.All(nothing.Findings, finding => Assert.Equal(FindingKind.DataGap, finding.Kind));

        // What a no raises or clears, not knowing leaves open.
        foreach (var fact in FactRegistry.Default.Facts.Where(fact => fact is { Type: FactType.YesNo, IsPerPartner: false, IsDerived: false }))
        {
            foreach (var (code, settled) in Evaluator.Evaluate(FactWriter.With(new Collaboration(), fact, false)).Outcomes)
            {
                if (settled.Outcome is Outcome.Raised or Outcome.Clear && settled.Rule.Kind != FindingKind.DataGap)
                {
                    Assert.Equal((code, fact, Outcome.Undetermined), (code, fact, nothing.Outcomes[code].Outcome));
                }
            }
        }
    }

    [Fact]
    public void Semantics_Point2_OutcomeFactsAreNoInputs() => ForRandom((collaboration, random) =>
    {
        var before = Evaluator.Evaluate(collaboration);
        var after = Evaluator.Evaluate(collaboration with { Outcome = Some.Collaboration(random, knownShare: 0.7).Outcome });
        Assert.Equal(before.Overall, after.Overall);
        Assert.Equal(OutcomesOf(before, Judging), OutcomesOf(after, Judging));
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
        Assert.Contains(Book.Find(code)!.Moderators, moderator => moderator.Direction == direction && moderator.Claims.Contains(claim));

    [Fact]
    public void Semantics_Point5_ModeratorsDeleteNoFinding() => ForRandom((collaboration, _) =>
        Assert.All(Evaluator.Evaluate(collaboration).Findings.Where(finding => finding.Level is not null), finding =>
            Assert.InRange(finding.Level!.Value.AtLeast, Level.Low, finding.Level.Value.AtMost)));

    /// <summary>Findings never become facts: what was evaluated, evaluated again, comes to the same.</summary>
    [Fact]
    public void Semantics_Point6_LoopsRunOnce() => ForRandom((collaboration, _) =>
    {
        var once = Evaluator.Evaluate(collaboration);
        var twice = Evaluator.Evaluate(once.Collaboration);
        Assert.Equal(once.Collaboration, twice.Collaboration);
        Assert.Equal(OutcomesOf(once, Enum.GetValues<FindingKind>()), OutcomesOf(twice, Enum.GetValues<FindingKind>()));
        Assert.Equal(DerivedFacts.Complete(collaboration), once.Collaboration);
    });

    [Fact]
    public void Semantics_Point7_PhaseIsAParameterWithoutContent()
    {
        foreach (var phase in Enum.GetNames<Phase>())
        {
            AssertJudges("", $"phase={phase}", raises: []);
        }

        // The attributes of leaders are said to matter at different points, and not at which: no phase changes them.
        Assert.All(["LEADER-ATTR-COMMITMENT", "LEADER-ATTR-ENTREPRENEURSHIP", "LEADER-ATTR-INTEGRITY", "LEADER-ATTR-RELATIONAL", "DRIVER-ATTRIBUTE"],
            code => Assert.DoesNotContain(Book.Find(code)!.Facts, fact => fact.Path == "phase"));
    }

    [Fact]
    public void Semantics_Point8_FormIsNeutral()
    {
        // A form may say of which collaborations a rule about other facts is asked; it is never what is judged.
        Assert.All(Book.Rules.Where(rule => Judging.Contains(rule.Kind)), rule =>
        {
            Assert.All(rule.Cases, @case => Assert.DoesNotContain(@case.When.Facts, IsForm));
            Assert.DoesNotContain(rule.Moderators.SelectMany(moderator => moderator.When.Facts), IsForm);
        });
        var guarded = Book.Rules.Where(rule => rule.Facts.Any(IsForm)).Select(rule => rule.Code).ToHashSet(StringComparer.Ordinal);
        ForRandom((collaboration, random) =>
        {
            var forms = Enum.GetValues<CollaborationForm>();
            var before = Evaluator.Evaluate(collaboration);
            var after = Evaluator.Evaluate(collaboration with { Form = forms[random.Next(forms.Length)] });
            Assert.Equal(OutcomesOf(before, Judging).Where(each => !guarded.Contains(each.Code)), OutcomesOf(after, Judging).Where(each => !guarded.Contains(each.Code)));
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
        Assert.Equal(4, LeadershipChapters.Count);
        ForRandom((collaboration, _) =>
        {
            var assessment = Evaluator.Evaluate(collaboration);
            var raised = assessment.Findings.Where(finding => finding.Level is not null).ToList();
            Assert.All(raised.Where(finding => LeadershipChapters.Contains(finding.Rule.Chapter)), finding => Assert.True(finding.Level!.Value.AtMost < Level.High, finding.ToString()));

            var leadership = Evaluator.Evaluate(new Collaboration { Leadership = collaboration.Leadership });
            Assert.True(leadership.Overall.AtLeast < Level.High, leadership.ToString());
        });
    }

    [Fact]
    public void Semantics_Point9_NoFindingSaysThatAFactorCauses() => Assert.All(Book.Rules, rule =>
    {
        Assert.DoesNotMatch(Causes, rule.Title);
        Assert.All(rule.Cases, @case => Assert.DoesNotMatch(Causes, @case.Says.Text));
    });

    [Fact]
    public void Semantics_Point10_DriversAreWeightedDatedAndPerPartner()
    {
        var drivers = FactRegistry.Default.Facts.Where(fact => fact.Path.StartsWith("network.drivers.", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, drivers.Count);
        Assert.All(drivers, driver => Assert.Equal(FactType.Number, driver.Type));
        Assert.Equal(FactType.Date, FactRegistry.Default.Find("asOf")!.Type);
        Assert.True(FactRegistry.Default.Find("partners[].drivers")!.IsPerPartner);

        AssertJudges("", "partnerCount=2; partners[A].drivers=[Personal]; partners[B].drivers=[Personal]", raises: []);
        AssertJudges("", "partnerCount=2; partners[A].drivers=[Personal]; partners[B].drivers=[Ecological]", raises: ["DRIVER-DIVERGENCE"]);
    }

    /// <summary>Text stands behind four pairings; the order of a table behind the others, which a pack can override.</summary>
    [Fact]
    public void Semantics_Point11_PairingsAreData()
    {
        var pairings = new[] { "DRIVER-ATTRIBUTE", "DRIVER-CHALLENGE" }.SelectMany(code => Book.Find(code)!.Cases).ToList();
        Assert.Equal(10, pairings.Count);
        string[] inTheText = ["D4-53", "D4-54", "D4-55", "D4-56"];
        var (explicitly, implied) = (pairings.Where(IsInTheText).ToList(), pairings.Where(pairing => !IsInTheText(pairing)).ToList());
        Assert.Equal(4, explicitly.Count);
        Assert.All(explicitly, pairing => Assert.True(pairing.Confidence < Confidence.Implied, pairing.Subject));
        Assert.All(implied, pairing => Assert.Equal((Confidence.Implied, Level.Low), (pairing.Confidence, pairing.Level!.Level)));
        Assert.All(implied, pairing => Assert.Contains(pairing.Caveats, caveat => caveat is Caveats.ImpliedAttribute or Caveats.ImpliedChallenge));

        var overridden = RuleBook.Build(KnowledgePacks.All, [RuleOverride.SwitchOff("DRIVER-CHALLENGE", "Our own study found no such pairing.")]);
        Assert.NotEmpty(overridden.Find("DRIVER-CHALLENGE")!.Overrides);

        bool IsInTheText(Case pairing) => pairing.Claims.Any(claim => inTheText.Contains(claim.Id));
    }

    [Fact]
    public void Semantics_Point12_EveryFindingCarriesItsEvidence()
    {
        // Who is behind a case or the literature shows, so that what is pooled ("both") or placed by position is visible.
        Assert.All(Sources.Claims.Where(claim => claim.Strength <= Confidence.Literature), claim => Assert.NotEqual("", claim.Basis));
        ForRandom((collaboration, _) => Assert.All(Evaluator.Evaluate(collaboration).Findings, finding =>
        {
            Assert.NotEmpty(finding.Claims);
            Assert.True(finding.Confidence >= finding.Claims.Min(claim => claim.Strength), finding.ToString());
            if (finding.Claims[0].Source.Caveat is { } caveat && finding.Claims.All(claim => claim.Source == finding.Claims[0].Source))
            {
                Assert.Contains(caveat, finding.Caveats);
            }
        }));
    }

    [Theory]
    [InlineData("isInformationSystem=no", "NONTECH-BARRIERS", "TECH-CULTURE-BARRIER", "INFO-SHARING-ENABLED", "SHARED-INFRASTRUCTURE")]
    [InlineData("governance.leadOrganisation=no", "LEAD-PARTNER-DISENGAGEMENT", "REENGAGES-ON-TROUBLE", "ACTIVE-PARTNER-DECISIONS")]
    [InlineData("alliance.opportunismExposure=no", "OPPORTUNISM-UNPROTECTED", "TRANSPARENCY-V-WALLING", "WALL-OFF-TECH", "CONTRACT-SAFEGUARDS", "SKILL-SWAP", "CREDIBLE-COMMITMENT")]
    public void Semantics_Point13_RulesApplyOnlyWhereTheirGuardHolds(string facts, params string[] codes)
    {
        var assessment = Evaluator.Evaluate(FactText.Read(facts));
        Assert.All(codes, code => Assert.Equal((code, Outcome.NotApplicable), (code, assessment.Outcomes[code].Outcome)));
    }

    [Fact]
    public void Semantics_Point13_DeliveryIsAskedOfInformationSystemsOnly()
    {
        var assessment = Evaluator.Evaluate(FactText.Read("isInformationSystem=no"));
        var heading = new BusinessDrivenDelivery().Heading;
        Assert.All(assessment.Outcomes.Values.Where(outcome => outcome.Rule.Chapter == heading), outcome => Assert.Equal(Outcome.NotApplicable, outcome.Outcome));
    }

    /// <summary>The commissioner's route and the power that leaves ambulance services out are United Kingdom law.</summary>
    [Fact]
    public void Semantics_Point13_UnitedKingdomLawIsAPackOfItsOwn() => Assert.All(
        Book.Rules.Where(rule => rule.Claims.Any(claim => claim.Id is "D0-20" or "D0-21")),
        rule => Assert.Equal(KnowledgePacks.UnitedKingdom.Id, rule.PackId));

    [GeneratedRegex(@"\b(cause[sd]?|causing|guarantee[sd]?|ensure[sd]?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Causes { get; }

    private static void ForRandom(Action<Collaboration, Random> check) => Parallel.For(0, Count, seed =>
    {
        var random = new Random(seed);
        check(Some.Collaboration(random, KnownShares[seed % KnownShares.Length]), random);
    });

    private static List<(string Code, Outcome Outcome)> OutcomesOf(Assessment assessment, FindingKind[] kinds) =>
        [.. assessment.Outcomes.Values.Where(outcome => kinds.Contains(outcome.Rule.Kind)).Select(outcome => (outcome.Rule.Code, outcome.Outcome))];

    /// <summary>What learning something adds to the findings that judge: exactly these codes.</summary>
    private static void AssertJudges(string before, string after, string[] raises)
    {
        Assert.Equal(raises.Order(StringComparer.Ordinal), Raised(after).Except(Raised(before), StringComparer.Ordinal).Order(StringComparer.Ordinal));

        static IEnumerable<string> Raised(string facts) =>
            Evaluator.Evaluate(FactText.Read(facts)).Findings.Where(finding => Judging.Contains(finding.Kind)).Select(finding => finding.Code).Distinct(StringComparer.Ordinal);
    }
}
