using System.Buffers;
using System.Text;
using System.Text.Json;
using CollabRisk.Facts;

namespace CollabRisk.Tests.Json;

public class CollaborationJsonWriteTests
{
    [Fact]
    public void Write_NothingKnown_IsAnEmptyObject() => Assert.Equal("{}", CollaborationJson.Write(new Collaboration()));

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
        Assert.Equal(
            """{"asOf":"2024-03-01","benefitsSought":["CostReduction","Resilience"],"partners":[{"name":"Ærø & Söhne","drivers":[]}],"vision":{"exists":false},"outcome":{"totalCost":1000000.5,"savings":[{},{"amount":-0.0001}]}}""",
            CollaborationJson.Write(collaboration, indented: false));
    }

    [Fact]
    public void Write_Indented_EndsLinesWithLineFeeds() =>
        Assert.Equal("{\n  \"vision\": {\n    \"exists\": true\n  }\n}", CollaborationJson.Write(new Collaboration { Vision = new() { Exists = true } }));

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

        Assert.Equal("""[{"name":"A"},{}]""", Encoding.UTF8.GetString(buffer.WrittenSpan));
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
            Assert.Equal([], read.Problems);
            Assert.Equal(collaboration, read.Collaboration);
            Assert.Equal(json, CollaborationJson.Write(read.Collaboration!, indented: i % 2 == 0));
        }
    }

    [Fact]
    public void Write_EqualNumbers_AreWrittenAlike() =>
        Assert.Equal(
            CollaborationJson.Write(new Collaboration { Outcome = new() { TotalCost = 1.5m } }),
            CollaborationJson.Write(new Collaboration { Outcome = new() { TotalCost = 1.500m } }));

    [Fact]
    public void Write_GroupThatIsNull_WritesNothing() =>
        Assert.Equal("{}", CollaborationJson.Write(new Collaboration { Vision = null!, Network = new() { Drivers = null! } }));

    [Fact]
    public void Write_NoWordOfTheEnum_Throws()
    {
        var thrown = Assert.Throws<ArgumentException>(() => CollaborationJson.Write(new Collaboration { Phase = (Phase)99 }));
        Assert.StartsWith("phase: '99' has a value that Phase has no word for.", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Collaboration { BenefitsSought = [(Benefit)62] });
    }

    [Fact]
    public void Write_ValueThatReadingRefuses_IsRefusedWhenReadBack()
    {
        var json = CollaborationJson.Write(new Collaboration { Partners = [new() { Name = "A", BenefitShare = 150.123456m }] });
        Assert.Equal(
            "(5,23) partners[0].benefitShare: expected a number from 0 to 100, or null while it is not known; found the number 150.123456.",
            Assert.Single(CollaborationJson.Read(json).Problems).ToString());
    }

    [Fact]
    public void Write_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => CollaborationJson.Write(null!));
        Assert.Throws<ArgumentNullException>(() => CollaborationJson.Write((Utf8JsonWriter)null!, new Collaboration()));
    }
}
