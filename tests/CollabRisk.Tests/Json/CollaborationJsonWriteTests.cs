using System.Buffers;
using System.Text;
using System.Text.Json;
using CollabRisk.Facts;

namespace CollabRisk.Tests.Json;

public class CollaborationJsonWriteTests
{
    [Fact]
    public void Write_NothingKnown_IsTheVersionAlone() => CollaborationJson.Write(new Collaboration(), indented: false).Should().Be("""{"factModel":2}""");

    [Fact]
    public void Write_KnownFacts_InTheOrderOfTheModel()
    {
        var collaboration = new Collaboration
        {
            Outcome = new() { TotalCost = 1_000_000.50m, Savings = [new(), new() { Amount = -0.0001m }] },
            Vision = new() { Exists = false },
            BenefitsSought = [Benefit.Resilience, Benefit.CostReduction],
            Partners = [new() { Name = "Ærø & Söhne", Drivers = [] }],
            AsOf = new DateOnly(2024, 3, 1),
        };
        CollaborationJson.Write(collaboration, indented: false).Should().Be(
            """{"factModel":2,"asOf":"2024-03-01","benefitsSought":["CostReduction","Resilience"],"partners":[{"name":"Ærø & Söhne","drivers":[]}],"vision":{"exists":false},"outcome":{"totalCost":1000000.5,"savings":[{},{"amount":-0.0001}]}}""");
    }

    [Fact]
    public void Write_Indented_EndsLinesWithLineFeeds() =>
        CollaborationJson.Write(new Collaboration { Vision = new() { Exists = true } }).Should().Be(
            "{\n  \"factModel\": 2,\n  \"vision\": {\n    \"exists\": true\n  }\n}");

    [Fact]
    public void Write_ToWriter_WritesOneValue()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            CollaborationJson.Write(writer, new Collaboration { Name = "A" });
            CollaborationJson.Write(writer, new Collaboration());
            writer.WriteEndArray();
        }

        Encoding.UTF8.GetString(buffer.WrittenSpan).Should().Be("""[{"factModel":2,"name":"A"},{"factModel":2}]""");
    }

    [Fact]
    public void Write_AnyCollaboration_ReadsBackEqual()
    {
        var random = new Random(11);
        for (var i = 0; i < 1_000; i++)
        {
            var collaboration = Some.Collaboration(random, random.NextDouble());
            var json = CollaborationJson.Write(collaboration, indented: i % 2 == 0);
            var read = CollaborationJson.Read(json);
            read.Problems.Should().BeEmpty();
            read.Collaboration.Should().Be(collaboration);
            CollaborationJson.Write(read.Collaboration!, indented: i % 2 == 0).Should().Be(json);
        }
    }

    [Fact]
    public void Write_EqualNumbers_AreWrittenAlike() =>
        CollaborationJson.Write(new Collaboration { Outcome = new() { TotalCost = 1.500m } }).Should().Be(
            CollaborationJson.Write(new Collaboration { Outcome = new() { TotalCost = 1.5m } }));

    [Fact]
    public void Write_GroupThatIsNull_WritesNothing() =>
        CollaborationJson.Write(new Collaboration { Vision = null!, Network = new() { Drivers = null! } }, indented: false).Should().Be("""{"factModel":2}""");

    [Fact]
    public void Write_NoWordOfTheEnum_Throws()
    {
        Invoking(() => CollaborationJson.Write(new Collaboration { Phase = (Phase)99 })).Should().ThrowExactly<ArgumentException>()
            .WithMessage("phase: '99' has a value that Phase has no word for.*");
        Invoking(() => new Collaboration { BenefitsSought = [(Benefit)62] }).Should().ThrowExactly<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Write_ValueThatReadingRefuses_IsRefusedWhenReadBack()
    {
        var json = CollaborationJson.Write(new Collaboration { Partners = [new() { Name = "A", BenefitShare = 150.123456m }] });
        CollaborationJson.Read(json).Problems.Should().ContainSingle().Which.ToString().Should().Be(
            "(6,23) partners[0].benefitShare: expected a number from 0 to 100, or null while it is not known; found the number 150.123456.");
    }

    [Fact]
    public void Write_Null_Throws()
    {
        Invoking(() => CollaborationJson.Write(null!)).Should().ThrowExactly<ArgumentNullException>();
        Invoking(() => CollaborationJson.Write((Utf8JsonWriter)null!, new Collaboration())).Should().ThrowExactly<ArgumentNullException>();
    }
}
