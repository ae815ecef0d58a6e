using CollabRisk.Facts;

namespace CollabRisk.Tests;

/// <summary>
/// The public API, as a reviewer reads it. A change shows up here before anybody meets it: look at the difference, then
/// accept it.
/// </summary>
public class PublicApiTests
{
    [Fact]
    public void PublicApi_Changed_IsReviewed() => Approved.Equal("tests/CollabRisk.Tests/PublicApi.txt", PublicApiText.Of(typeof(Collaboration).Assembly));
}
