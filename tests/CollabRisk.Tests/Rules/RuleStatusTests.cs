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
        Assert.Equal(
            ["The rule is experimental and may change or go.", "The rule is deprecated: use NEW instead.", "Its own."],
            assessment.Findings.SelectMany(finding => finding.Caveats));
        Assert.Equal((RuleStatus.Deprecated, "use NEW instead"), (assessment.RuleBook.Find("OLD")!.Status, assessment.RuleBook.Find("OLD")!.StatusNote));
        Assert.Equal(RuleStatus.Stable, assessment.RuleBook.Find("SOUND")!.Status);
        Assert.EndsWith("The rule is deprecated: use NEW instead.", assessment.Explain("OLD").Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void TryBuild_DeprecatedWithoutAdvice_IsReported() =>
        Assert.Equal("CRP214", Assert.Single(TestPack.Problems(chapter => chapter.ARisk("OLD").When(c => c.Vision.Exists == false).Deprecated(" "))).Code);

    [Fact]
    public void Digest_OtherStatus_IsAnother()
    {
        static RuleBook Book(bool isNew) => TestPack.Book(chapter =>
        {
            var rule = chapter.ARisk("R").When(c => c.Vision.Exists == false);
            _ = isNew ? rule.Experimental() : rule;
        });
        Assert.NotEqual(Book(true).Digest, Book(false).Digest);
    }
}
