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

        reading.GetOrThrow().Trust.Organisational.Should().Be(TrustLevel.Sufficient);
        reading.Conversions.Should().ContainSingle().Which.ToString().Should().Be(
            "(2,30) trust.organisational: 'yes' was read as 'Sufficient'. It has words now.");
    }

    [Fact]
    public void Read_ValueThatLeavesOpenWhatHolds_IsNotKnown()
    {
        var reading = Read("""{"trust": {"organisational": false}}""");

        reading.GetOrThrow().Trust.Organisational.Should().BeNull();
        reading.Conversions.Should().ContainSingle().Which.Message.Should().Contain("leaves open what holds");
    }

    [Fact]
    public void Read_ValueOfToday_IsNoConversion()
    {
        var reading = Read("""{"trust": {"organisational": "Low"}}""");

        reading.GetOrThrow().Trust.Organisational.Should().Be(TrustLevel.Low);
        reading.Conversions.Should().BeEmpty();
    }

    [Fact]
    public void Read_FactThatMovedOrWent_IsReadWhereItIsNowOrLeftOut()
    {
        var reading = Read("""{"aim": false, "tools": "many", "partners": [{"name": "Fire", "mood": "Low"}, {"name": "Police", "mood": null}]}""");

        var collaboration = reading.GetOrThrow();
        collaboration.Vision.Exists.Should().BeFalse();
        collaboration.Partners![0].StrategicEngagement.Should().Be(Engagement.None);
        collaboration.Partners[1].StrategicEngagement.Should().BeNull();
        reading.Conversions.Select(conversion => conversion.Path).Should().Equal("aim", "tools", "partners[0].mood");
    }

    [Fact]
    public void Read_OldAndNewFactGiven_IsRefused() => Read("""{"vision": {"exists": true}, "aim": false}""").Problems.Should().ContainSingle().Which.Message.Should().Contain(
        "it gives 'vision.exists', which is given too");

    [Theory]
    [InlineData("3", "is of version 3 of the fact model, and this library reads versions 1 to 2")]
    [InlineData("0", "expected the version of the fact model")]
    [InlineData("\"2\"", "expected the version of the fact model")]
    public void Read_VersionThatCannotBeRead_IsAProblem(string version, string message) =>
        CollaborationJson.Read($"{{\"factModel\": {version}}}").Problems.Should().ContainSingle().Which.Message.Should().Contain(message);

    [Fact]
    public void Write_Collaboration_SaysTheVersion() =>
        CollaborationJson.Write(new() { Name = "A" }, indented: false).Should().Be("""{"factModel":2,"name":"A"}""");

    [Fact]
    public void FactsDigest_IsOfTheFactsAlone() => DecisionRecord.DigestOf(new() { Name = "A" }).Should().Be(
        $"sha256:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("{\"name\":\"A\"}"u8))}");

    /// <summary>A row for what today's model takes would change facts that no one wrote for an earlier one.</summary>
    [Fact]
    public void Conversions_EachRow_ConvertsWhatIsNotTakenTodayIntoWhatIs()
    {
        foreach (var row in FactModel.Conversions)
        {
            var (old, now) = (FactRegistry.Default.Find(row.Path), row.To is null ? null : FactRegistry.Default.Find(row.To));
            (row.To is null || now is not null).Should().BeTrue($"{row.To} is not a fact.");
            (old is null || (row.Value is not null && (FactValues.Read(old, row.Value, out var value) ?? FactValues.ProblemOf(old, ref value)) is not null))
                .Should().BeTrue($"{row.Path} takes {row.Value ?? "values"} today.");
            (row.Becomes is null || FactValues.Read(now!, row.Becomes, out _) is null).Should().BeTrue($"{row.To} does not take {row.Becomes}.");
            (now is null || now.IsPerPartner == row.Path.StartsWith("partners[].", StringComparison.Ordinal)).Should().BeTrue(
                $"{row.Path} moves between the collaboration and a partner.");
        }
    }

    private static CollaborationReading Read(string json) => CollaborationReader.Read(Encoding.UTF8.GetBytes(json), Conversions);
}
