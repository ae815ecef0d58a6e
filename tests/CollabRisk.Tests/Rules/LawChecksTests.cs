using CollabRisk.Facts;
using CollabRisk.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Tests.Rules;

/// <summary>What can only break the law that worse never looks better is refused as the rule book is built.</summary>
public class LawChecksTests
{
    [Fact]
    public void TryBuild_RiskThatAsksThatAnotherRiskIsNotRaised_IsRefused()
    {
        var problem = Problems(chapter =>
        {
            chapter.ARisk("ROOT").When(c => c.Vision.Exists == false);
            chapter.ARisk("R").When(c => c.Vision.Compelling == false && !Raised("ROOT"));
        })
            .Should().ContainSingle().Which;
        problem.Code.Should().Be("CRP234");
        problem.What.Should().Contain("put it under ROOT");
    }

    [Fact]
    public void TryBuild_StrengthThatAsksThatARiskIsNotRaised_IsAllowed() => Problems(chapter =>
    {
        chapter.ARisk("ROOT").When(c => c.Vision.Exists == false);
        chapter.AStrength("S").When(c => c.Vision.Compelling == true && !Raised("ROOT"));
    })
        .Should().BeEmpty();

    [Fact]
    public void TryBuild_ModeratorThatLowersOnABadState_IsRefused()
    {
        Of(c => c.Vision.AtStart == false).Should().Equal("CRP235");
        Of(c => !(c.Vision.AtStart == true)).Should().Equal("CRP235");
        Of(c => c.Trust.Individual <= TrustLevel.Low).Should().Equal("CRP235");
        Of(c => c.Vision.AtStart == true).Should().BeEmpty();
        Of(c => c.Trust.Individual >= TrustLevel.Sufficient).Should().BeEmpty();
        Of(c => c.Form == CollaborationForm.JointUnit).Should().BeEmpty();

        static IEnumerable<string> Of(System.Linq.Expressions.Expression<Func<Collaboration, bool>> lowers) =>
            Problems(chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false).LoweredWhen(lowers, "it does")).Select(problem => problem.Code);
    }

    private static IReadOnlyList<RuleBookProblem> Problems(Action<OpenChapter> write)
    {
        RuleBook.TryBuild([TestPack.Of(write)], null, out _, out var problems);
        return problems;
    }
}
