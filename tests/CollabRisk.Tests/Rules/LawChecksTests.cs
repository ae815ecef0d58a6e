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
        var problem = Assert.Single(Problems(chapter =>
        {
            chapter.ARisk("ROOT").When(c => c.Vision.Exists == false);
            chapter.ARisk("R").When(c => c.Vision.Compelling == false && !Raised("ROOT"));
        }));
        Assert.Equal("CRP234", problem.Code);
        Assert.Contains("put it under ROOT", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void TryBuild_StrengthThatAsksThatARiskIsNotRaised_IsAllowed() => Assert.Empty(Problems(chapter =>
    {
        chapter.ARisk("ROOT").When(c => c.Vision.Exists == false);
        chapter.AStrength("S").When(c => c.Vision.Compelling == true && !Raised("ROOT"));
    }));

    [Fact]
    public void TryBuild_ModeratorThatLowersOnABadState_IsRefused()
    {
        Assert.Equal(["CRP235"], Of(c => c.Vision.AtStart == false));
        Assert.Equal(["CRP235"], Of(c => !(c.Vision.AtStart == true)));
        Assert.Equal(["CRP235"], Of(c => c.Trust.Individual <= TrustLevel.Low));
        Assert.Empty(Of(c => c.Vision.AtStart == true));
        Assert.Empty(Of(c => c.Trust.Individual >= TrustLevel.Sufficient));
        Assert.Empty(Of(c => c.Form == CollaborationForm.JointUnit));

        static IEnumerable<string> Of(System.Linq.Expressions.Expression<Func<Collaboration, bool>> lowers) =>
            Problems(chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false).LoweredWhen(lowers, "it does")).Select(problem => problem.Code);
    }

    private static IReadOnlyList<RuleBookProblem> Problems(Action<OpenChapter> write)
    {
        RuleBook.TryBuild([TestPack.Of(write)], null, out _, out var problems);
        return problems;
    }
}
