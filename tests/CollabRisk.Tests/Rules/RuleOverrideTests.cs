using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Records;
using CollabRisk.Remedies;
using CollabRisk.Rules;
using CollabRisk.Text;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Tests.Rules;

/// <summary>What overrides do to outcomes, findings and the range, and that whatever they touch says so.</summary>
public class RuleOverrideTests
{
    private const string Niche = "niche and tangled accountability";

    /// <summary>A network that nothing but a niche drives, so that no other pairing is open.</summary>
    private const string NicheAlone =
        "network.drivers.ecological=1; network.drivers.resourceExchange=0; network.drivers.competenceAndLearning=0; network.drivers.personal=0; "
        + "network.drivers.problemFocused=0; network.drivers.technologyFocused=0; ";

    private static readonly DateOnly LastDay = new(2026, 3, 31);

    private static readonly RuleOverride NicheOff =
        RuleOverride.SwitchOff("DRIVER-CHALLENGE", "Our audit found nothing of it.") with { Subject = Niche, Author = "A. Author", Expires = LastDay };

    [Theory]
    [InlineData("vision.exists=no", Outcome.Raised)]
    [InlineData("vision.exists=yes", Outcome.Clear)]
    [InlineData("", Outcome.Undetermined)]
    public void Evaluate_LevelChanged_CountsAsChangedAndShowsItsOwn(string facts, Outcome outcome)
    {
        var assessment = Evaluate(facts, RuleOverride.ChangeLevel("R", Level.High, "we lost two projects"));
        assessment.Outcomes["R"].Outcome.Should().Be(outcome);
        assessment.Overall.AtMost.Should().Be(outcome == Outcome.Clear ? Level.None : Level.High);
        foreach (var finding in assessment.Findings.Where(finding => finding.Code == "R"))
        {
            finding.Level.ToString().Should().Be("High");
            finding.LevelReason.Should().Be("we lost two projects");
            finding.OwnLevel.Should().Be(new LevelBasis(Level.Moderate, "a test says so"));
            finding.Overrides.Should().ContainSingle().Which.Kind.Should().Be(OverrideKind.ChangeLevel);
        }
    }

    [Theory]
    [InlineData("vision.atStart=yes", Level.Low, Level.Low, 1)]
    [InlineData("vision.atStart=no", Level.Moderate, Level.Moderate, 0)]
    [InlineData("", Level.Low, Level.Moderate, 1)]
    public void Evaluate_ModeratorAdded_MovesTheLevelLikeAnyOther(string facts, Level atLeast, Level atMost, int marks)
    {
        var assessment = Evaluate(
            "vision.exists=no; " + facts,
            RuleOverride.AddModerator("R", Direction.Lowered, c => c.Vision.AtStart == true, "there was one once", "a local study", "T-2"));
        var finding = assessment.Findings.Should().ContainSingle(finding => finding.Code == "R").Which;
        finding.Level.Should().Be(new LevelRange(atLeast, atMost));
        assessment.Overall.Should().Be(new OverallRange(atLeast, atMost));
        finding.Overrides.Should().HaveCount(marks);
        finding.OwnLevel.Should().BeNull();
        finding.ModeratedBy.Should().NotContain(by => by.Override!.Reason != "a local study");
        assessment.OpenQuestions.Select(question => question.Path).Should().Equal(marks == 1 && facts.Length == 0 ? ["vision.atStart"] : []);
    }

    [Fact]
    public void Evaluate_ModeratorOfAPartner_IsAskedOfEach()
    {
        var book = RuleBook.Build(
            [TestPack.Of(chapter => chapter.ARisk("P").ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead))],
            [RuleOverride.AddModerator("P", Direction.Raised, (c, p) => p.Reputation == Reputation.Poor, "it is in trouble", "a local study")]);
        var assessment = new CollaborationEvaluator(book).Evaluate(
            FactText.Read("partners[A].role=NonLead; partners[A].reputation=Poor; partners[B].role=NonLead; partners[B].reputation=Good"));
        assessment.Findings.Select(f => (f.Subject!, f.Level.ToString()!, f.Overrides.Count)).Should().Equal(("A", "High", 1), ("B", "Moderate", 0));
    }

    [Theory]
    [InlineData("governance.accountabilityComplex=yes", Outcome.Raised)]
    [InlineData("governance.accountabilityComplex=no", Outcome.Clear)]
    [InlineData("", Outcome.Undetermined)]
    public void Evaluate_CaseSwitchedOff_SetsItApartAndCountsItNowhere(string facts, Outcome outcome)
    {
        var assessment = WithPairings(NicheOff).Evaluate(FactText.Read(NicheAlone + facts));
        assessment.Outcomes["DRIVER-CHALLENGE"].Outcome.Should().Be(outcome);
        assessment.Findings.Should().NotContain(finding => finding.Code == "DRIVER-CHALLENGE");
        var apart = assessment.SwitchedOff.Where(finding => finding.Code == "DRIVER-CHALLENGE").ToList();
        apart.Select(f => (f.Subject!, f.Overrides.Should().ContainSingle().Which.Author!)).Should().Equal(
            outcome == Outcome.Raised ? [(Niche, "A. Author")] : []);
        assessment.OpenQuestions.Should().NotContain(question => question.CouldSettle.Contains("DRIVER-CHALLENGE"));

        var plain = WithPairings().Evaluate(FactText.Read(NicheAlone + facts));
        assessment.Outcomes["DRIVER-CHALLENGE"].Outcome.Should().Be(plain.Outcomes["DRIVER-CHALLENGE"].Outcome);
        plain.OpenQuestions.Any(question => question.CouldSettle.Contains("DRIVER-CHALLENGE")).Should().Be(outcome == Outcome.Undetermined);
    }

    [Fact]
    public void Evaluate_OneCaseOff_LeavesTheOthersInTheRange()
    {
        static RuleBook Cases(params RuleOverride[] overrides) => RuleBook.Build([TestPack.Of(WriteCases)], overrides);
        var high = RuleOverride.SwitchOff("CASES", "not here") with { Subject = "high" };
        var state = FactText.Read("vision.exists=no; vision.atStart=no");
        new CollaborationEvaluator(Cases()).Evaluate(state).Overall.Should().Be(new OverallRange(Level.High, Level.High));
        var assessment = new CollaborationEvaluator(Cases(high)).Evaluate(state);
        assessment.Overall.Should().Be(new OverallRange(Level.Low, Level.Low));
        assessment.Findings.Where(finding => finding.Code == "CASES").Select(finding => finding.Subject).Should().Equal("low");
        assessment.SwitchedOff.Select(finding => finding.Subject).Should().Equal("high");
        assessment.Outcomes["BUILT-ON"].Outcome.Should().Be(Outcome.Raised);
        assessment.Explain("CASES").Summary.Should().Be("CASES is raised for high (High) and low (Low). Switched off is high.");

        // What does not count cannot speak against a target for the range.
        var remedies = new CollaborationEvaluator(Cases(high)).Remedies(state, RemedyTarget.RaisedAtMost(Level.Low));
        remedies.End.Should().Be(RemedySearchEnd.AlreadyReached);
        var open = new CollaborationEvaluator(Cases(high)).Evaluate(new Collaboration());
        open.Overall.Should().Be(new OverallRange(Level.None, Level.Low));
        open.OpenQuestions.Where(q => q.CouldSettle.Contains("CASES")).Select(q => q.Path).Should().Equal("vision.atStart");
    }

    [Fact]
    public void Evaluate_RuleSwitchedOff_IsStillSeenByRulesThatBuildOnIt()
    {
        var book = RuleBook.Build([TestPack.Of(WriteCases)], [RuleOverride.SwitchOff("CASES", "not here")]);
        var assessment = new CollaborationEvaluator(book).Evaluate(FactText.Read("vision.exists=no"));
        assessment.Outcomes["BUILT-ON"].Outcome.Should().Be(Outcome.Raised);
        assessment.Overall.AtMost.Should().Be(Level.None);
    }

    [Theory]
    [InlineData("governance.accountabilityComplex=yes; vision.exists=no", Outcome.Raised)]
    [InlineData("governance.accountabilityComplex=yes; vision.exists=yes", Outcome.Clear)]
    [InlineData("governance.accountabilityComplex=yes", Outcome.Undetermined)]
    public void Evaluate_PairingChanged_AsksWhatTheOverrideAsks(string facts, Outcome outcome)
    {
        var assessment = WithPairings(RuleOverride.ChangeCase(
            "DRIVER-CHALLENGE", Niche, "Our own study.", when: c => c.Vision.Exists == false,
            level: LevelBasis.ReportedStrain, says: "No vision.", claims: ["D4-57"])).Evaluate(FactText.Read(NicheAlone + facts));
        assessment.Outcomes["DRIVER-CHALLENGE"].Outcome.Should().Be(outcome);
        foreach (var finding in assessment.Findings.Where(finding => finding.Code == "DRIVER-CHALLENGE"))
        {
            finding.Message.Should().Be("No vision.");
            finding.LevelReason.Should().Be(LevelBasis.ReportedStrain.Reason);
            finding.Claims.Select(claim => claim.Id).Should().Equal("D4-57");
            finding.OwnLevel!.Reason.Should().Be(LevelBasis.MayHappen.Reason);
            finding.Facts.Select(fact => fact.Path).Except(["network.primaryForm", "network.drivers.ecological"]).Should().Equal("vision.exists");
        }
    }

    [Theory]
    [InlineData("culture.valuesCompatible=no", Outcome.Raised)]
    [InlineData("culture.valuesCompatible=yes; governance.accountabilityComplex=no", Outcome.Clear)]
    [InlineData("governance.accountabilityComplex=no", Outcome.Undetermined)]
    public void Evaluate_PairingAdded_IsACaseLikeTheOthers(string facts, Outcome outcome)
    {
        var assessment = WithPairings(RuleOverride.AddCase(
            "DRIVER-CHALLENGE", "niche and clashing values", "The table pairs them.", c => c.Culture.ValuesCompatible == false, ["D4-57"],
            appliesWhen: c => c.Network.PrimaryForm == NetworkForm.Niche, says: "Values clash.")).Evaluate(FactText.Read(NicheAlone + facts));
        assessment.Outcomes["DRIVER-CHALLENGE"].Outcome.Should().Be(outcome);
        foreach (var finding in assessment.Findings.Where(finding => finding.Code == "DRIVER-CHALLENGE"))
        {
            finding.Fingerprint.Should().Be("DRIVER-CHALLENGE/niche and clashing values");
            finding.Level.ToString().Should().Be("Low");
            finding.Overrides.Should().ContainSingle().Which.Kind.Should().Be(OverrideKind.AddCase);
        }
    }

    [Fact]
    public void Evaluate_LevelOfRuleAndOfCase_TakesTheOneOfTheCase()
    {
        RuleOverride[] overrides =
        [
            RuleOverride.ChangeLevel("CASES", Level.Moderate, "all of it"),
            RuleOverride.ChangeLevel("CASES", Level.Low, "but not this") with { Subject = "high" },
        ];
        foreach (var order in (RuleOverride[][])[overrides, [.. overrides.Reverse()]])
        {
            var findings = new CollaborationEvaluator(RuleBook.Build([TestPack.Of(WriteCases)], order)).Evaluate(FactText.Read("vision.exists=no; vision.atStart=no"))
                .Findings.Where(finding => finding.Code == "CASES");
            findings.Select(finding => (finding.Subject!, finding.Level.ToString()!)).Should().Equal(("low", "Moderate"), ("high", "Low"));
        }
    }

    [Fact]
    public void Build_AfterTheLastDay_LeavesTheOverrideOutAndListsIt()
    {
        RuleBook On(DateOnly? day) => RuleBook.Build([KnowledgePacks.General], [NicheOff], day);
        var holding = On(LastDay);
        holding.Overrides.Should().Equal(NicheOff);
        holding.AsOf.Should().Be(LastDay);
        holding.ExpiredOverrides.Should().BeEmpty();
        var expired = On(LastDay.AddDays(1));
        expired.Overrides.Should().BeEmpty();
        expired.ExpiredOverrides.Should().Equal(NicheOff);
        expired.Digest.Should().Be(RuleBook.Build([KnowledgePacks.General]).Digest);
        On(null).Digest.Should().Be(holding.Digest);
        var json = System.Text.Json.JsonElement.Parse((new CollaborationEvaluator(expired).Evaluate(new())).ToJson()).GetProperty("ruleBook");
        json.GetProperty("asOf").GetString().Should().Be("2026-04-01");
        json.GetProperty("expiredOverrides")[0].GetProperty("expires").GetString().Should().Be("2026-03-31");
    }

    [Fact]
    public void Build_ExpiredAndNewOverrideOfOneThing_AreNoConflict()
    {
        var book = RuleBook.Build(
            [KnowledgePacks.General],
            [NicheOff, RuleOverride.ChangeLevel("DRIVER-CHALLENGE", Level.High, "seen again") with { Subject = Niche }],
            LastDay.AddDays(1));
        book.Overrides.Should().ContainSingle().Which.Kind.Should().Be(OverrideKind.ChangeLevel);
    }

    [Fact]
    public void Build_OverridesOfPacksAndHostInAnyOrder_GiveTheSameBook()
    {
        var one = Pack("one", RuleOverride.ChangeLevel("R", Level.High, "one"), RuleOverride.AddModerator("R", Direction.Lowered, c => c.Vision.AtStart == true, "a", "one"));
        var two = Pack("two", RuleOverride.AddModerator("R", Direction.Raised, c => c.Vision.AtStart == true, "b", "two"));
        RuleOverride[] host =
        [
            RuleOverride.AddModerator("R", Direction.Lowered, c => c.Vision.Compelling == true, "c", "host"),
            RuleOverride.SwitchOff("OTHER", "host"),
        ];
        var forward = RuleBook.Build([Base, one, two], host);
        var backward = RuleBook.Build([two, one, Base], host.Reverse());
        backward.Digest.Should().Be(forward.Digest);
        backward.Overrides.Should().Equal(forward.Overrides);
        forward.Find("R")!.Overrides.Select(change => change.PackId).Should().Equal("one", null, "one", "two");
        foreach (var facts in (string[])["vision.exists=no", "vision.exists=no; vision.atStart=yes", "vision.exists=no; vision.compelling=yes", ""])
        {
            var given = FactText.Read(facts);
            (new CollaborationEvaluator(backward).Evaluate(given)).ToJson().Should().Be(
                (new CollaborationEvaluator(forward).Evaluate(given)).ToJson());
        }
    }

    [Fact]
    public void TryBuild_TwoOverridesOfOneThing_NamesBothSides()
    {
        var place = new TextPlace("rules/two.yaml", 3, 5);
        var one = Pack("one", RuleOverride.ChangeLevel("R", Level.High, "one"));
        var two = Pack("two", RuleOverride.SwitchOff("R", "two") with { Place = place });
        RuleBook.TryBuild([Base, one, two], [], out _, out var problems).Should().BeFalse();
        var problem = problems.Should().ContainSingle().Which;
        problem.Code.Should().Be("CRP402");
        problem.Place.Should().BeNull();
        problem.What.Should().Contain("by pack 'two' at rules/two.yaml(3,5) (R switched off) and by pack 'one' (R level set to High)");

        ProblemOf("CRP402", RuleOverride.SwitchOff("R", "a"), RuleOverride.SwitchOff("R", "b")).Should().Contain("by the host");
        ProblemOf("CRP402", RuleOverride.ChangeLevel("R", Level.Low, "a"), RuleOverride.ChangeLevel("R", Level.Low, "a"));
        ProblemOf(
            "CRP402",
            RuleOverride.AddModerator("R", Direction.Raised, c => c.Vision.AtStart == true, "a", "x"),
            RuleOverride.AddModerator("R", Direction.Raised, c => c.Vision.AtStart == false, "a", "y"));
        ProblemOf("CRP402", RuleOverride.SwitchOff("CASES", "a"), RuleOverride.ChangeLevel("CASES", Level.Low, "a") with { Subject = "high" });
        ProblemOf("CRP402", RuleOverride.ChangeCase("CASES", "high", "a", says: "A."), RuleOverride.ChangeCase("CASES", "high", "b", says: "B."));
    }

    [Fact]
    public void TryBuild_OverridesThatCannotBe_AreReportedWhereTheyStand()
    {
        ProblemOf("CRP401", RuleOverride.SwitchOff("R", " ")).Should().StartWith("override of R: a rule is overridden only with a reason");
        ProblemOf("CRP403", RuleOverride.SwitchOff("CASE", "a")).Should().Contain("Did you mean 'CASES'?");
        ProblemOf("CRP404", RuleOverride.ChangeLevel("R", Level.None, "a"));
        ProblemOf("CRP404", RuleOverride.ChangeLevel("OTHER", Level.Low, "a"));
        ProblemOf("CRP206", RuleOverride.AddModerator("OTHER", Direction.Raised, c => c.Vision.Exists == true, "a", "a"));
        ProblemOf("CRP222", RuleOverride.AddModerator("R", Direction.Raised, c => c.Vision.Exists == true, "a", "a", "T-99"));
        ProblemOf("CRP213", RuleOverride.AddModerator("R", Direction.Raised, c => c.Vision.Exists!.Value, "a", "a"));
        ProblemOf("CRP231", RuleOverride.AddModerator("R", Direction.Raised, c => c.Vision.Exists.IsUnknown(), "a", "a"));
        ProblemOf("CRP221", RuleOverride.AddModerator("R", Direction.Raised, _ => Raised("NOWHERE"), "a", "a"));
        ProblemOf("CRP410", RuleOverride.AddModerator("R", Direction.Raised, (c, p) => p.Role == PartnerRole.Lead, "a", "a"));
        ProblemOf("CRP406", RuleOverride.SwitchOff("CASES", "a") with { Subject = "hih" }).Should().Contain("Did you mean 'high'?");
        ProblemOf("CRP406", RuleOverride.SwitchOff("R", "a") with { Subject = "high" });
        ProblemOf("CRP406", RuleOverride.ChangeCase("CASES", null, "a", says: "A."));
        ProblemOf("CRP406", RuleOverride.AddCase("R", "new", "a", c => c.Vision.Exists == true, ["T-1"]));
        ProblemOf("CRP407", RuleOverride.AddCase("CASES", "high", "a", c => c.Vision.Exists == true, ["T-1"]));
        ProblemOf("CRP408", RuleOverride.ChangeCase("CASES", "high", "a"));
        ProblemOf("CRP209", RuleOverride.ChangeCase("CASES", "high", "a", says: "About {vison}."));
        ProblemOf("CRP505", RuleOverride.AddModerator("R", Direction.Raised, _ => Raised("BUILT-ON-R"), "a", "a"))
            .Should().Contain("Overrides take part: of R by the host.");

        var own = new RulePack
        {
            Id = "own",
            Version = "1.0.0",
            Title = "Own",
            Claims = TestPack.Claims,
            Chapters = [new OpenChapter(chapter => chapter.ARisk("MINE").When(c => c.Vision.Exists == false))],
            Overrides = [RuleOverride.SwitchOff("MINE", "on second thoughts") with { Place = new TextPlace("own.yaml", 9, 3) }],
        };
        RuleBook.TryBuild([own], null, out _, out var problems).Should().BeFalse();
        problems.Should().ContainSingle().Which.ToString().Should().Be(
            "own.yaml(9,3): CRP405: own/override of MINE: MINE is a rule of own itself. Edit the rule.");
    }

    [Fact]
    public void Explain_OverriddenRule_SaysWhatChangedAndWhatItWas()
    {
        var change = RuleOverride.ChangeLevel("R", Level.High, "we lost two projects") with { Author = "A. Author", Expires = LastDay };
        var text = Evaluate("vision.exists=no", change).Explain("R").ToText();
        text.Should().Contain("Overridden: level set to High: we lost two projects (A. Author, until 2026-03-31)");
        text.Should().Contain("Its level is High: we lost two projects\n  by its author it is Moderate: a test says so\n  it rests on test-source, nowhere");
    }

    [Fact]
    public void Replay_OverridesWithConditions_AreNamedAndGivenAgain()
    {
        RuleOverride[] host =
        [
            NicheOff,
            RuleOverride.AddModerator("VISION-ABSENT", Direction.Lowered, c => c.Vision.AtStart == true, "there was one once", "a local study"),
            RuleOverride.ChangeLevel("TRUST-ABSENT", Level.Moderate, "a pilot"),
            RuleOverride.SwitchOff("FUNDING-TIMING", "one grant") with { Expires = LastDay.AddDays(-1) },
        ];
        var pack = new RulePack
        {
            Id = "local",
            Version = "1.0.0",
            Title = "Local",
            Chapters = [],
            Claims = [],
            Overrides = [RuleOverride.ChangeCase("DRIVER-ATTRIBUTE", "niche and entrepreneurship", "local words", says: "They are not entrepreneurial.")],
        };
        RulePack[] packs = [KnowledgePacks.General, pack];
        var book = RuleBook.Build(packs, host, LastDay);
        var given = FactText.Read("vision.exists=no; vision.atStart=yes; network.primaryForm=Niche; governance.accountabilityComplex=yes; leadership.attributes.entrepreneurship=no");
        var record = DecisionRecord.Read(DecisionRecord.Of(new CollaborationEvaluator(book).Evaluate(given)).ToJson()).Value!;
        record.Overrides.Select(change => change.ToString()).Should().Equal(
            book.Overrides.Concat(book.ExpiredOverrides).Select(change => change.ToString()));
        record.Replay(book).IsIdentical.Should().BeTrue(record.Replay(book).ToText());
        var replay = record.Replay(packs, [RuleOverride.SwitchOff("WORK-OVERLOAD", "never recorded"), host[1]]);
        replay.IsIdentical.Should().BeTrue(replay.ToText());
        var without = record.Replay(packs);
        without.Assessment.Should().BeNull();
        without.Differences.Should().ContainSingle().Which.Replayed!.Should().Contain("was read from a record, which does not hold conditions");
    }

    private static RulePack Base { get; } = TestPack.Of(Write, "base");

    private static void Write(OpenChapter chapter)
    {
        chapter.ARisk("R").When(c => c.Vision.Exists == false);
        chapter.AStrength("OTHER").When(c => c.Vision.Exists == true);
        chapter.AContext("BUILT-ON-R").When(c => Raised("R"));
    }

    private static void WriteCases(OpenChapter chapter)
    {
        chapter.ARisk("CASES", Level.Low)
            .Case("high", c => c.Vision.Exists == false, ["T-1"], level: LevelBasis.TiedToFailure)
            .Case("low", c => c.Vision.AtStart == false, ["T-2"]);
        chapter.AContext("BUILT-ON").When(c => Raised("CASES"));
    }

    private static RulePack Pack(string id, params RuleOverride[] overrides) => new()
    {
        Id = id,
        Version = "1.0.0",
        Title = id,
        Chapters = [],
        Claims = TestPack.Claims,
        Overrides = overrides,
    };

    private static Assessment Evaluate(string facts, params RuleOverride[] overrides) =>
        new CollaborationEvaluator(RuleBook.Build([Base], overrides)).Evaluate(FactText.Read(facts));

    private static CollaborationEvaluator WithPairings(params RuleOverride[] overrides) => new(RuleBook.Build([KnowledgePacks.General], overrides));

    /// <summary>The only problem of overrides by the host, as a line.</summary>
    private static string ProblemOf(string code, params RuleOverride[] overrides)
    {
        var packs = new[] { TestPack.Of(chapter => { Write(chapter); WriteCases(chapter); }) };
        RuleBook.TryBuild(packs, overrides, out _, out var problems).Should().BeFalse(code);
        var problem = problems.Should().ContainSingle().Which;
        problem.Code.Should().Be(code, $"expected {code}: {problem.Code} {problem}");
        return problem.ToString();
    }
}
