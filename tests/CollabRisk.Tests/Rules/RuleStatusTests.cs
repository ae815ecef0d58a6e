using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Tests.Rules;

/// <summary>That findings of rules which are not stable say so.</summary>
public class RuleStatusTests
{
    [Fact]
    public void Evaluate_RulesThatAreNotStable_SaySoInTheirCaveats()
    {
        var assessment = TestPack.Evaluator(chapter =>
        {
            chapter.ARisk("NEW").When(c => c.Vision.Exists == false).Experimental();
            chapter.ARisk("OLD").When(c => c.Vision.Exists == false).WithCaveat("Its own.").Deprecated("use NEW instead");
            chapter.ARisk("SOUND").When(c => c.Vision.Exists == false);
        }).Evaluate(FactText.Read("vision.exists=no"));
        assessment.Findings.SelectMany(finding => finding.Caveats).Should().Equal(
            "The rule is experimental and may change or go.", "The rule is deprecated: use NEW instead.", "Its own.");
        assessment.RuleBook.Find("OLD")!.Status.Should().Be(RuleStatus.Deprecated);
        assessment.RuleBook.Find("OLD")!.StatusNote.Should().Be("use NEW instead");
        assessment.RuleBook.Find("SOUND")!.Status.Should().Be(RuleStatus.Stable);
        assessment.Explain("OLD").Summary.Should().EndWith("The rule is deprecated: use NEW instead.");
    }

    [Fact]
    public void TryBuild_DeprecatedWithoutAdvice_IsReported() =>
        TestPack.Problems(chapter => chapter.ARisk("OLD").When(c => c.Vision.Exists == false).Deprecated(" ")).Should().ContainSingle().Which.Code.Should().Be("CRP214");

    [Fact]
    public void Digest_OtherStatus_IsAnother()
    {
        static RuleBook Book(bool isNew) => TestPack.Book(chapter =>
        {
            var rule = chapter.ARisk("R").When(c => c.Vision.Exists == false);
            _ = isNew ? rule.Experimental() : rule;
        });
        Book(false).Digest.Should().NotBe(Book(true).Digest);
    }
}
