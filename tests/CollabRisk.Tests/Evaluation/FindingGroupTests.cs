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

        var group = Assert.Single(assessment.Groups);
        Assert.Equal("ROOT", group.Root.Code);
        Assert.Null(group.Root.Root);
        Assert.Equal(["A-CONSEQUENCE"], group.Consequences.Select(finding => finding.Code));
        Assert.Equal("ROOT", group.Consequences[0].Root);
    }

    [Fact]
    public void Groups_RootNotRaised_ConsequenceIsARoot()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("CONSEQUENCE").When(c => c.Vision.Exists == false).Under("ROOT");
            chapter.ARisk("ROOT").When(c => c.Vision.AtStart == false);
        }).Evaluate(NoVision);

        Assert.Equal("CONSEQUENCE", Assert.Single(assessment.Groups).Root.Code);
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

        Assert.Equal("CONSEQUENCE", Assert.Single(assessment.Groups).Root.Code);
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

        var group = Assert.Single(assessment.Groups);
        Assert.Equal("C", group.Root.Code);
        Assert.Equal(["A", "B"], group.Consequences.Select(finding => finding.Code));
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

        Assert.Equal("SECOND", RootOf(evaluator.Evaluate(NoVision), "CONSEQUENCE"));
        Assert.Equal("FIRST", RootOf(evaluator.Evaluate(NoVision with { Vision = new() { Exists = false, AtStart = false } }), "CONSEQUENCE"));
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

        Assert.Equal("ROOT/Fire", RootOf(assessment, "CONSEQUENCE", "Fire"));
        Assert.Null(RootOf(assessment, "CONSEQUENCE", "Health"));
        Assert.Equal(["ROOT/Fire", "ROOT/Police", "CONSEQUENCE/Health"], assessment.Groups.Select(group => group.Root.Fingerprint));
    }

    [Fact]
    public void Groups_PartnerRuleUnderRuleOfTheWhole_IsOneGroup()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("CONSEQUENCE").ForEach(c => c.Partners).When((c, p) => p.ActiveInDecisions == false).Under("ROOT");
            chapter.ARisk("ROOT").When(c => c.Vision.Exists == false);
        }).Evaluate(NoVision with { Partners = [new() { Name = "Fire", ActiveInDecisions = false }, new() { Name = "Police", ActiveInDecisions = false }] });

        Assert.Equal(["Fire", "Police"], Assert.Single(assessment.Groups).Consequences.Select(finding => finding.Subject));
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

        Assert.Equal("ROOT/grave", RootOf(assessment, "PLAIN"));
        Assert.Equal("ROOT/mild", RootOf(assessment, "WITH-CASES", "mild"));
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

        Assert.Equal(["ROOT", "OTHER"], assessment.Groups.Select(group => group.Root.Code));
        Assert.Equal(new LevelRange(Level.High, Level.High), assessment.Groups[0].Level);
    }

    [Fact]
    public void Findings_OfOneLevel_RootFirstThenBetterSupportedThenAsTheChapterHasThem()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("B-CONSEQUENCE").When(c => c.Vision.Exists == false).Under("Z-ROOT");
            chapter.ABareRisk("ASSERTED").Titled("A title").Says("A message.").When(c => c.Vision.Exists == false).RestsOn("T-3");
            chapter.ARisk("Z-ROOT").When(c => c.Vision.Exists == false);
            chapter.ARisk("A-LATER").When(c => c.Vision.Exists == false);
            chapter.ARisk("GRAVE", Level.High).When(c => c.Vision.Exists == false);
        }).Evaluate(NoVision);

        Assert.Equal(["GRAVE", "Z-ROOT", "A-LATER", "ASSERTED", "B-CONSEQUENCE"], assessment.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void TryBuild_UnderWhatIsNotThere_SaysWhatWasMeant() => Assert.Contains(
        "test/CONSEQUENCE: it is under 'ROTO', but no rule has this code. Did you mean 'ROOT'?",
        Assert.Single(TestPack.Problems(chapter =>
        {
            chapter.ARisk("ROOT").When(c => c.Vision.Exists == false);
            chapter.ARisk("CONSEQUENCE").When(c => c.Vision.Exists == false).Under("ROTO");
        })).ToString(), StringComparison.Ordinal);

    [Fact]
    public void TryBuild_UnderEachOther_NamesTheCircle() => Assert.Contains(
        "A → B → C → A",
        Assert.Single(TestPack.Problems(chapter =>
        {
            chapter.ARisk("A").When(c => c.Vision.Exists == false).Under("B");
            chapter.ARisk("B").When(c => c.Vision.Exists == false).Under("C");
            chapter.ARisk("C").When(c => c.Vision.Exists == false).Under("A");
            chapter.ARisk("D").When(c => c.Vision.Exists == false).Under("A");
        })).What, StringComparison.Ordinal);

    [Fact]
    public void TryBuild_RiskUnderWhatHasNoLevelOrStrengthUnderRisk_IsRefused()
    {
        var problems = TestPack.Problems(chapter =>
        {
            chapter.ARisk("RISK").When(c => c.Vision.Exists == false).Under("CONTEXT");
            chapter.AContext("CONTEXT").When(c => c.Vision.Exists == false);
            chapter.AStrength("STRENGTH").When(c => c.Vision.Exists == true).Under("RISK");
        });

        Assert.Equal(["CRP224", "CRP224"], problems.Select(problem => problem.Code));
        Assert.Contains("it is a Risk and is under CONTEXT, a Context.", problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void Digest_AnotherRoot_IsAnother()
    {
        static string Digest(params string[] under) => TestPack.Book(chapter =>
        {
            chapter.ARisk("A").When(c => c.Vision.Exists == false);
            chapter.ARisk("B").When(c => c.Vision.Exists == false).Under(under);
        }).Digest;

        Assert.NotEqual(Digest(), Digest("A"));
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
        Assert.Equal("ROOT", RootOf(monitor.Current, "CONSEQUENCE"));
        monitor.Change(c => c with { Vision = c.Vision with { AtStart = true } });
        Assert.Null(RootOf(monitor.Current, "CONSEQUENCE"));
    }

    private static string? RootOf(Assessment assessment, string code, string? subject = null) =>
        assessment.Findings.Single(finding => finding.Code == code && finding.Subject == subject).Root;
}
