using System.Text.Json.Nodes;
using CollabRisk.Facts;

namespace CollabRisk.Tests.Json;

/// <summary>The schema, and that it agrees with reading wherever a schema can see a mistake.</summary>
public class CollaborationJsonSchemaTests
{
    [Fact]
    public void Schema_CheckedIn_IsTheOneGenerated() => Approved.Equal("schemas/collaboration.schema.json", CollaborationJson.Schema);

    [Fact]
    public void Schema_EveryFact_IsThereUnlessItIsDerived()
    {
        var root = JsonNode.Parse(CollaborationJson.Schema)!["properties"]!;
        foreach (var fact in FactRegistry.Default.Facts)
        {
            var steps = fact.Path.Split('.');
            var node = root;
            for (var i = 0; i < steps.Length && node is not null; i++)
            {
                node = steps[i].EndsWith("[]", StringComparison.Ordinal) ? node[steps[i][..^2]]?["items"] : node[steps[i]];
                node = i < steps.Length - 1 ? node?["properties"] : node;
            }

            (node is null).Should().Be(fact.IsDerived);
            (node is null || node["description"]!.GetValue<string>().Contains(fact.Question, StringComparison.Ordinal)).Should().BeTrue(fact.Path);
        }
    }

    [Fact]
    public void Schema_ValidCollaborations_AreValid()
    {
        IsValidBySchema(SampleJson.Text).Should().BeTrue();
        var random = new Random(5);
        for (var i = 0; i < 50; i++)
        {
            IsValidBySchema(CollaborationJson.Write(Some.Collaboration(random, random.NextDouble()))).Should().BeTrue();
        }
    }

    [Fact]
    public void Schema_CollaborationWithOneMistake_AgreesWithReading()
    {
        var random = new Random(17);
        var counts = new Dictionary<bool, int>();
        for (var i = 0; i < 600; i++)
        {
            var json = JsonNode.Parse(CollaborationJson.Write(Some.Collaboration(random, 0.3)))!.AsObject();
            Change(json, random);
            var text = json.ToJsonString();
            var reading = CollaborationJson.Read(text);
            reading.IsValid.Should().Be(IsValidBySchema(text), $"Schema and reading differ. Reading: {reading}\n{text}");
            counts[reading.IsValid] = counts.GetValueOrDefault(reading.IsValid) + 1;
        }

        // Null, an empty list and the like are not mistakes: the test sees both sides.
        counts[true].Should().BeInRange(50, 550);
    }

    private static bool IsValidBySchema(string json) => SchemaCheck.IsCollaboration(json);

    /// <summary>Changes one thing, at any depth, in a way that a schema can judge.</summary>
    private static void Change(JsonObject root, Random random)
    {
        var objects = root.DescendantsAndSelf().OfType<JsonObject>().ToList();
        var target = objects[random.Next(objects.Count)];
        if (target.Count == 0 || random.Next(6) == 0)
        {
            target[random.Next(2) == 0 ? "exits" : "Name"] = true;
            return;
        }

        var (name, old) = target.ElementAt(random.Next(target.Count));
        if (name == "challengesAddressed")
        {
            // The one fact of which earlier values are read and converted, which the schema of today does not know.
            return;
        }

        if (random.Next(5) == 0)
        {
            // A fact that is taken away is unknown; a partner's name is missed.
            target.Remove(name);
            return;
        }

        target[name] = random.Next(14) switch
        {
            0 => null,
            1 => true,
            2 => "no such word",
            3 => "",
            4 => 0.5,
            5 => -3,
            6 => 1e30,
            7 => 3,
            8 => new JsonArray(),
            9 => new JsonArray("no such word"),
            10 => new JsonArray(new JsonObject()),
            11 => new JsonObject(),
            12 => new string('x', random.Next(1_999, 2_002)),
            _ => old is JsonArray { Count: > 0 } list && list[0] is JsonValue word ? new JsonArray(word.DeepClone(), word.DeepClone()) : "2024-3-1",
        };

        // Numbers and words that are right in themselves may still contradict the partners, which no schema sees.
        root.Remove("partnerCount");
        root.Remove("crossProfession");
        (root["governance"] as JsonObject)?.Remove("leadOrganisation");
    }
}

file static class JsonNodes
{
    public static IEnumerable<JsonNode> DescendantsAndSelf(this JsonNode node)
    {
        var children = node switch
        {
            JsonObject entries => entries.Select(entry => entry.Value),
            JsonArray entries => entries,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(DescendantsAndSelf).Prepend(node);
    }
}
