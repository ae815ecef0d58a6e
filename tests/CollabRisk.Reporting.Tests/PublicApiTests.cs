using CollabRisk.Reporting.Spreadsheets;

namespace CollabRisk.Reporting.Tests;

/// <summary>The public API, as a reviewer reads it. A change shows up here before anybody meets it.</summary>
public class PublicApiTests
{
    [Fact]
    public void PublicApi_Changed_IsReviewed() =>
        Approved.Equal("tests/CollabRisk.Reporting.Tests/PublicApi.txt", PublicApiText.Of(typeof(ReportExtensions).Assembly));

    [Fact]
    public void PublicApiOfSpreadsheets_Changed_IsReviewed() =>
        Approved.Equal("tests/CollabRisk.Reporting.Tests/PublicApi.Spreadsheets.txt", PublicApiText.Of(typeof(SpreadsheetExtensions).Assembly));
}
