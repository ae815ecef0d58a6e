using System.Text;
using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Records;

namespace CollabRisk.Tests.Json;

/// <summary>That files of earlier versions of the fact model are read as the table says, and that the reader is told.</summary>
public class FactConversionTests
{
    private static readonly IReadOnlyList<FactConversion> Conversions =
    [
        new("trust.organisational", "yes", "trust.organisational", "Sufficient", "It has words now."),
        new("trust.organisational", "no", "trust.organisational", null, "A no may mean little trust or none."),
        new("aim", null, "vision.exists", null, "It is part of the vision."),
        new("partners[].mood", "Low", "partners[].strategicEngagement", "None", "Moods are called engagement."),
        new("tools", null, null, null, "Nothing asks for it."),
    ];

    [Fact]
    public void Read_ValueOfVersion1_IsConvertedAndSaid()
    {
        var reading = Read("""
            {"factModel": 1,
             "trust": {"organisational": true}}
            """);

        Assert.Equal(TrustLevel.Sufficient, reading.GetOrThrow().Trust.Organisational);
        Assert.Equal("(2,30) trust.organisational: 'yes' was read as 'Sufficient'. It has words now.", Assert.Single(reading.Conversions).ToString());
    }

    [Fact]
    public void Read_ValueThatLeavesOpenWhatHolds_IsNotKnown()
    {
        var reading = Read("""{"trust": {"organisational": false}}""");

        Assert.Null(reading.GetOrThrow().Trust.Organisational);
        Assert.Contains("leaves open what holds", Assert.Single(reading.Conversions).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ValueOfToday_IsNoConversion()
    {
        var reading = Read("""{"trust": {"organisational": "Low"}}""");

        Assert.Equal(TrustLevel.Low, reading.GetOrThrow().Trust.Organisational);
        Assert.Empty(reading.Conversions);
    }

    [Fact]
    public void Read_FactThatMovedOrWent_IsReadWhereItIsNowOrLeftOut()
    {
        var reading = Read("""{"aim": false, "tools": "many", "partners": [{"name": "Fire", "mood": "Low"}, {"name": "Police", "mood": null}]}""");

        var collaboration = reading.GetOrThrow();
        Assert.False(collaboration.Vision.Exists);
        Assert.Equal(Engagement.None, collaboration.Partners![0].StrategicEngagement);
        Assert.Null(collaboration.Partners[1].StrategicEngagement);
        Assert.Equal(["aim", "tools", "partners[0].mood"], reading.Conversions.Select(conversion => conversion.Path));
    }

    [Fact]
    public void Read_OldAndNewFactGiven_IsRefused() => Assert.Contains(
        "it gives 'vision.exists', which is given too",
        Assert.Single(Read("""{"vision": {"exists": true}, "aim": false}""").Problems).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("3", "is of version 3 of the fact model, and this library reads versions 1 to 2")]
    [InlineData("0", "expected the version of the fact model")]
    [InlineData("\"2\"", "expected the version of the fact model")]
    public void Read_VersionThatCannotBeRead_IsAProblem(string version, string message) =>
        Assert.Contains(message, Assert.Single(CollaborationJson.Read($"{{\"factModel\": {version}}}").Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Write_Collaboration_SaysTheVersion() =>
        Assert.Equal("""{"factModel":2,"name":"A"}""", CollaborationJson.Write(new() { Name = "A" }, indented: false));

    [Fact]
    public void FactsDigest_IsOfTheFactsAlone() => Assert.Equal(
        $"sha256:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("{\"name\":\"A\"}"u8))}",
        DecisionRecord.DigestOf(new() { Name = "A" }));

    /// <summary>A row for what today's model takes would change facts that nobody wrote for an earlier one.</summary>
    [Fact]
    public void Conversions_EachRow_ConvertsWhatIsNotTakenTodayIntoWhatIs()
    {
        foreach (var row in FactModel.Conversions)
        {
            var (old, now) = (FactRegistry.Default.Find(row.Path), row.To is null ? null : FactRegistry.Default.Find(row.To));
            Assert.True(row.To is null || now is not null, $"{row.To} is not a fact.");
            Assert.True(old is null || (row.Value is not null && (FactValues.Read(old, row.Value, out var value) ?? FactValues.ProblemOf(old, ref value)) is not null), $"{row.Path} takes {row.Value ?? "values"} today.");
            Assert.True(row.Becomes is null || FactValues.Read(now!, row.Becomes, out _) is null, $"{row.To} does not take {row.Becomes}.");
            Assert.True(now is null || now.IsPerPartner == row.Path.StartsWith("partners[].", StringComparison.Ordinal), $"{row.Path} moves between the collaboration and a partner.");
        }
    }

    private static CollaborationReading Read(string json) => CollaborationReader.Read(Encoding.UTF8.GetBytes(json), Conversions);
}
