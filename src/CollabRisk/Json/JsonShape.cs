using CollabRisk.Facts;

namespace CollabRisk.Json;

/// <summary>Which properties a JSON object has: the collaboration, a group of facts, or an entry of a list.</summary>
/// <remarks>Built from the fact registry; reader, writer and schema all go by it. Immutable and thread-safe.</remarks>
internal sealed class JsonShape
{
    private readonly Dictionary<string, JsonMember> byName = new(StringComparer.Ordinal);

    private JsonShape(FactRegistry registry, FactGroup group)
    {
        Group = group;
        foreach (var (fact, child) in group.Members)
        {
            var name = fact?.Name ?? child!.Name;
            var below = child ?? (fact!.Type is FactType.List ? registry.EntryOf(fact) : null);
            byName.Add(name, new JsonMember(name, fact, below is null ? null : new JsonShape(registry, below)));
        }

        Members = [.. byName.Values.Where(member => member.Fact is not { IsDerived: true })];
    }

    /// <summary>The shape of a whole collaboration.</summary>
    public static JsonShape Collaboration { get; } = new(FactRegistry.Default, FactRegistry.Default.Collaboration.Root);

    public FactGroup Group { get; }

    /// <summary>What can be given, in the order of the model.</summary>
    public IReadOnlyList<JsonMember> Members { get; }

    /// <summary>The member with this name, be it one that can be given or one that follows from others.</summary>
    public JsonMember? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The member, here or further down, that gives a fact of the registry.</summary>
    public JsonMember MemberOf(Fact fact)
    {
        var steps = fact.Path.Replace("[]", "", StringComparison.Ordinal).Split('.');
        return steps[..^1].Aggregate(this, (shape, step) => shape.byName[step].Shape!).byName[steps[^1]];
    }
}

/// <summary>A property of a JSON object.</summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Fact">The fact it gives; null for a group of facts.</param>
/// <param name="Shape">What a group, or each entry of a list, is made of; null for every other fact.</param>
internal sealed record JsonMember(string Name, Fact? Fact, JsonShape? Shape)
{
    /// <summary>Whether it must be given, and known.</summary>
    public bool IsRequired => Fact is { IsRequired: true };

    /// <summary>Whether it holds facts that packs declare, which no shape lists.</summary>
    public bool IsExtensions => Fact is null && Shape!.Group.IsExtensions;

    /// <summary>A name is what readers of a report tell things apart by, so it is never blank.</summary>
    public bool IsName => Fact is { Type: FactType.Text, Name: "name" };
}
