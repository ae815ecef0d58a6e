using CollabRisk.Text;

namespace CollabRisk.Tests.Text;

/// <summary>What is suggested for a name that is not there, and what never is.</summary>
public class DidYouMeanTests
{
    [Theory]
    [InlineData("vison.exists", "vision.exists")]
    [InlineData("at leats", "at least")]
    [InlineData("Unkown", "Unknown")]
    [InlineData("some partners", "some partner")]
    public void Nearest_ASlip_IsFound(string given, string meant) => DidYouMean.Nearest(given, [meant]).Should().Be(meant);

    [Theory]
    [InlineData("overall is at most", "overall is at least")]
    [InlineData("no partner", "some partner")]
    [InlineData("no partner", "every partner")]
    [InlineData("unclear", "clear")]
    [InlineData("clear", "unclear")]
    [InlineData("nonLead", "lead")]
    [InlineData("raised when", "lowered when")]
    [InlineData("is not raised", "is raised")]
    public void Nearest_TheOpposite_IsNeverSuggested(string given, string opposite) => DidYouMean.Nearest(given, [opposite]).Should().BeNull();
}
