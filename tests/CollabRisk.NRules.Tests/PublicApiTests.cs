using CollabRisk.Facts;

namespace CollabRisk.NRules.Tests;

/// <summary>The public API, as a reviewer reads it: look at the difference, then accept it.</summary>
public class PublicApiTests
{
    [Fact]
    public void PublicApi_Changed_IsReviewed() => Approved.Equal("tests/CollabRisk.NRules.Tests/PublicApi.txt", PublicApiText.Of(typeof(CollaborationSession).Assembly));
}
