using CollabRisk.Comparing;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Evaluation;

/// <summary>That a reader meets each matter once: findings under their roots, and roots in the order in which they matter.</summary>
public class FindingGroupTests
{
    private static readonly Collaboration NoVision = new() { Vision = new() { Exists = false } };

    [Fact]
    public void Groups_RootAndConsequenceRaised_AreOneGroupUnderTheRoot()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("A-CONSEQUENCE").When(c => c.Vision.Exists == false).Under("ROOT");
            chapter.ARisk("ROOT").When(c => c.Vision.Exists == false);
        }).Evaluate(NoVision);

        var group = assessment.Groups.Should().ContainSingle().Which;
        group.Root.Code.Should().Be("ROOT");
        group.Root.Root.Should().BeNull();
        group.Consequences.Select(finding => finding.Code).Should().Equal("A-CONSEQUENCE");
        group.Consequences[0].Root.Should().Be("ROOT");
    }

    [Fact]
    public void Groups_RootNotRaised_ConsequenceIsARoot()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("CONSEQUENCE").When(c => c.Vision.Exists == false).Under("ROOT");
            chapter.ARisk("ROOT").When(c => c.Vision.AtStart == false);
        }).Evaluate(NoVision);

        assessment.Groups.Should().ContainSingle().Which.Root.Code.Should().Be("CONSEQUENCE");
    }

    [Fact]
    public void Groups_RootSwitchedOff_ConsequenceIsARoot()
    {
        var book = RuleBook.Build(
            [TestPack.Of(chapter =>
            {
                chapter.ARisk("CONSEQUENCE").When(c => c.Vision.Exists == false).Under("ROOT");
                chapter.ARisk("ROOT").When(c => c.Vision.Exists == false);
            })],
            [RuleOverride.SwitchOff("ROOT", "It is asked elsewhere.")]);

        var assessment = new CollaborationEvaluator(book).Evaluate(NoVision);

        assessment.Groups.Should().ContainSingle().Which.Root.Code.Should().Be("CONSEQUENCE");
    }

    [Fact]
    public void Groups_ChainOfRaisedRules_HasItsRootAtTheTop()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("A").When(c => c.Vision.Exists == false).Under("B");
            chapter.ARisk("B").When(c => c.Vision.Exists == false).Under("C");
            chapter.ARisk("C").When(c => c.Vision.Exists == false);
        }).Evaluate(NoVision);

        var group = assessment.Groups.Should().ContainSingle().Which;
        group.Root.Code.Should().Be("C");
        group.Consequences.Select(finding => finding.Code).Should().Equal("A", "B");
    }

    [Fact]
    public void Groups_SeveralRootsNamed_TheFirstThatIsRaisedCounts()
    {
        var evaluator = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("CONSEQUENCE").When(c => c.Vision.Exists == false).Under("FIRST", "SECOND");
            chapter.ARisk("FIRST").When(c => c.Vision.AtStart == false);
            chapter.ARisk("SECOND").When(c => c.Vision.Exists == false);
        });

        RootOf(evaluator.Evaluate(NoVision), "CONSEQUENCE").Should().Be("SECOND");
        RootOf(evaluator.Evaluate(NoVision with { Vision = new() { Exists = false, AtStart = false } }), "CONSEQUENCE").Should().Be("FIRST");
    }

    /// <summary>A name is written as its owner writes it; what else begins a sentence begins with a capital.</summary>
    [Fact]
    public void Message_BeginsWithAName_LeavesTheNameAsItIs()
    {
        var assessment = CollaborationEvaluator.Default.Evaluate(new()
        {
            Partners = [new() { Name = "eHealth Trust", Role = PartnerRole.NonLead, ObjectivesDeclared = false }, new() { Name = "Fire", Role = PartnerRole.Lead }],
            Culture = new() { ObservedTensions = new() { SpaceAndEquipment = true } },
        });
        var messages = assessment.Findings.Select(finding => finding.Message).ToList();
        messages.Should().Contain(message => message.StartsWith("eHealth Trust ", StringComparison.Ordinal));
        string.Concat(messages).Should().NotContain("EHealth");
        messages.Where(message => !message.StartsWith("eHealth", StringComparison.Ordinal)).Should().OnlyContain(message => char.IsUpper(message[0]));
    }

    /// <summary>A strength has no level; what it is about would have one if it were bad.</summary>
    [Fact]
    public void Findings_Strengths_AreInTheOrderOfTheGravestRiskThatTheirFactsCouldHaveRaised()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.AStrength("OF-NO-RISK").When(c => c.Leadership.Determined == true);
            chapter.AStrength("OF-A-MINOR-RISK").When(c => c.Communication.Regular == true);
            chapter.AStrength("UNDER-ANOTHER").When(c => c.Vision.Exists == true).Under("OF-THE-GRAVEST");
            chapter.AStrength("OF-THE-GRAVEST").When(c => c.Vision.Exists == true && c.Leadership.Determined == true);
            chapter.ARisk("MINOR", Level.Low).When(c => c.Communication.Regular == false);
            chapter.ARisk("GRAVE", Level.High).When(c => c.Vision.Exists == false);
        }).Evaluate(new() { Vision = new() { Exists = true }, Communication = new() { Regular = true }, Leadership = new() { Determined = true } });

        assessment.Findings.Select(finding => finding.Code).Should().Equal("OF-THE-GRAVEST", "OF-A-MINOR-RISK", "OF-NO-RISK", "UNDER-ANOTHER");
    }

    [Fact]
    public void Groups_BothRulesOverPartners_EachPartnerHasItsOwn()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("ROOT").ForEach(c => c.Partners).When((c, p) => p.Role == PartnerRole.NonLead);
            chapter.ARisk("CONSEQUENCE").ForEach(c => c.Partners).When((c, p) => p.ActiveInDecisions == false).Under("ROOT");
        }).Evaluate(new()
        {
            Partners =
            [
                new() { Name = "Fire", ActiveInDecisions = false, Role = PartnerRole.NonLead },
                new() { Name = "Health", ActiveInDecisions = false, Role = PartnerRole.Lead },
                new() { Name = "Police", Role = PartnerRole.NonLead },
            ],
        });

        RootOf(assessment, "CONSEQUENCE", "Fire").Should().Be("ROOT/Fire");
        RootOf(assessment, "CONSEQUENCE", "Health").Should().BeNull();
        assessment.Groups.Select(group => group.Root.Fingerprint).Should().Equal("ROOT/Fire", "ROOT/Police", "CONSEQUENCE/Health");
    }

    [Fact]
    public void Groups_PartnerRuleUnderRuleOfTheWhole_IsOneGroup()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("CONSEQUENCE").ForEach(c => c.Partners).When((c, p) => p.ActiveInDecisions == false).Under("ROOT");
            chapter.ARisk("ROOT").When(c => c.Vision.Exists == false);
        }).Evaluate(NoVision with { Partners = [new() { Name = "Fire", ActiveInDecisions = false }, new() { Name = "Police", ActiveInDecisions = false }] });

        assessment.Groups.Should().ContainSingle().Which.Consequences.Select(finding => finding.Subject).Should().Equal("Fire", "Police");
    }

    [Fact]
    public void Groups_RootWithSeveralFindings_TheSameSubjectThenTheGravestIsTheRoot()
    {
        var evaluator = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("ROOT")
                .Case("mild", c => c.Vision.Exists == false, [], level: new LevelBasis(Level.Low, "a test says so"))
                .Case("grave", c => c.Vision.Exists == false, [], level: new LevelBasis(Level.High, "a test says so"));
            chapter.ARisk("PLAIN").When(c => c.Vision.Exists == false).Under("ROOT");
            chapter.ARisk("WITH-CASES").Case("mild", c => c.Vision.Exists == false, []).Under("ROOT");
        });

        var assessment = evaluator.Evaluate(NoVision);

        RootOf(assessment, "PLAIN").Should().Be("ROOT/grave");
        RootOf(assessment, "WITH-CASES", "mild").Should().Be("ROOT/grave", "it follows from the mild case, which is part of the grave one's matter");
        assessment.Groups.Should().ContainSingle();
    }

    [Fact]
    public void Groups_SeveralCasesOfOneRule_AreOneMatterUnderTheGravest()
    {
        var assessment = TestPack.Evaluator(chapter => chapter.ARisk("RULE")
            .Case("mild", c => c.Vision.Exists == false, [], level: new LevelBasis(Level.Low, "a test says so"))
            .Case("grave", c => c.Vision.Exists == false, [], level: new LevelBasis(Level.High, "a test says so"))
            .Case("as grave", c => c.Vision.Exists == false, [], level: new LevelBasis(Level.High, "a test says so"))
            .Case("not raised", c => c.Vision.AtStart == false, [], level: new LevelBasis(Level.High, "a test says so")))
            .Evaluate(NoVision);

        var group = assessment.Groups.Should().ContainSingle().Which;
        group.Root.Subject.Should().Be("grave");
        group.Consequences.Select(finding => finding.Subject).Should().Equal("as grave", "mild");
        group.Level.Should().Be(new LevelRange(Level.High, Level.High));
    }

    [Fact]
    public void Groups_GravestCaseSwitchedOff_TheNextIsTheRoot()
    {
        var book = RuleBook.Build(
            [TestPack.Of(chapter => chapter.ARisk("RULE")
                .Case("mild", c => c.Vision.Exists == false, [], level: new LevelBasis(Level.Low, "a test says so"))
                .Case("grave", c => c.Vision.Exists == false, [], level: new LevelBasis(Level.High, "a test says so")))],
            [RuleOverride.SwitchOff("RULE", "It is asked elsewhere.") with { Subject = "grave" }]);

        new CollaborationEvaluator(book).Evaluate(NoVision).Groups.Should().ContainSingle().Which.Root.Fingerprint.Should().Be("RULE/mild");
    }

    [Fact]
    public void Groups_ConsequenceGraverThanItsRoot_TheMatterIsAsGraveAsIt()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("ROOT", Level.Low).When(c => c.Vision.Exists == false);
            chapter.ARisk("CONSEQUENCE", Level.High).When(c => c.Vision.Exists == false).Under("ROOT");
            chapter.ARisk("OTHER").When(c => c.Vision.Exists == false);
        }).Evaluate(NoVision);

        assessment.Groups.Select(group => group.Root.Code).Should().Equal("ROOT", "OTHER");
        assessment.Groups[0].Level.Should().Be(new LevelRange(Level.High, Level.High));
    }

    [Fact]
    public void Findings_OfOneLevel_RootFirstThenBetterSupportedThenAsTheChapterHasThem()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("B-CONSEQUENCE").When(c => c.Vision.Exists == false).Under("Z-ROOT");
            chapter.ABareRisk("ASSERTED").Titled("A title").Says("A message.").When(c => c.Vision.Exists == false).RestsOn("T-6");
            chapter.ARisk("Z-ROOT").When(c => c.Vision.Exists == false);
            chapter.ARisk("A-LATER").When(c => c.Vision.Exists == false);
            chapter.ARisk("GRAVE", Level.High).When(c => c.Vision.Exists == false);
        }).Evaluate(NoVision);

        assessment.Findings.Select(finding => finding.Code).Should().Equal("GRAVE", "Z-ROOT", "A-LATER", "ASSERTED", "B-CONSEQUENCE");
    }

    [Fact]
    public void TryBuild_UnderWhatIsNotThere_SaysWhatWasMeant() => TestPack.Problems(chapter =>
    {
        chapter.ARisk("ROOT").When(c => c.Vision.Exists == false);
        chapter.ARisk("CONSEQUENCE").When(c => c.Vision.Exists == false).Under("ROTO");
    })
        .Should().ContainSingle().Which.ToString().Should().Contain(
        "test/CONSEQUENCE: it is under 'ROTO', but no rule has this code. Did you mean 'ROOT'?");

    [Fact]
    public void TryBuild_UnderEachOther_NamesTheCircle() => TestPack.Problems(chapter =>
    {
        chapter.ARisk("A").When(c => c.Vision.Exists == false).Under("B");
        chapter.ARisk("B").When(c => c.Vision.Exists == false).Under("C");
        chapter.ARisk("C").When(c => c.Vision.Exists == false).Under("A");
        chapter.ARisk("D").When(c => c.Vision.Exists == false).Under("A");
    })
        .Should().ContainSingle().Which.What.Should().Contain(
        "A → B → C → A");

    [Fact]
    public void TryBuild_RiskUnderWhatHasNoLevelOrStrengthUnderRisk_IsRefused()
    {
        var problems = TestPack.Problems(chapter =>
        {
            chapter.ARisk("RISK").When(c => c.Vision.Exists == false).Under("CONTEXT");
            chapter.AContext("CONTEXT").When(c => c.Vision.Exists == false);
            chapter.AStrength("STRENGTH").When(c => c.Vision.Exists == true).Under("RISK");
        });

        problems.Select(problem => problem.Code).Should().Equal("CRP224", "CRP224");
        problems[0].What.Should().Contain("it is a Risk and is under CONTEXT, a Context.");
    }

    [Fact]
    public void Digest_AnotherRoot_IsAnother()
    {
        static string Digest(params string[] under) => TestPack.Book(chapter =>
        {
            chapter.ARisk("A").When(c => c.Vision.Exists == false);
            chapter.ARisk("B").When(c => c.Vision.Exists == false).Under(under);
        }).Digest;

        Digest("A").Should().NotBe(Digest());
    }

    [Fact]
    public void Change_RootComesAndGoes_TheConsequenceMovesAsInAnEvaluationFromTheStart()
    {
        var book = TestPack.Book(chapter =>
        {
            chapter.ARisk("CONSEQUENCE").When(c => c.Vision.Exists == false).Under("ROOT");
            chapter.ARisk("ROOT").When(c => c.Vision.AtStart == false);
        });
        var monitor = new CollaborationMonitor(book, NoVision);

        monitor.Change(c => c with { Vision = c.Vision with { AtStart = false } });
        RootOf(monitor.Current, "CONSEQUENCE").Should().Be("ROOT");
        monitor.Change(c => c with { Vision = c.Vision with { AtStart = true } });
        RootOf(monitor.Current, "CONSEQUENCE").Should().BeNull();
    }

    private static string? RootOf(Assessment assessment, string code, string? subject = null) =>
        assessment.Findings.Single(finding => finding.Code == code && finding.Subject == subject).Root;
}
