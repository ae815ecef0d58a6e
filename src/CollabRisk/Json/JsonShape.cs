using System.Reflection;
using System.Runtime.CompilerServices;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Json;

/// <summary>Which properties a JSON object has: the collaboration, a group of facts, or an entry of a list.</summary>
/// <remarks>Built from the fact registry; reader, writer and schema all go by it. Immutable and thread-safe.</remarks>
internal sealed class JsonShape
{
    private readonly Dictionary<string, JsonMember> byName = new(StringComparer.Ordinal);

    private JsonShape(FactRegistry registry, FactGroup group)
    {
        Group = group;
        foreach (var property in group.Type.GetProperties(BindingFlags.Instance | BindingFlags.Public).OrderBy(p => p.MetadataToken))
        {
            var name = Words.CamelCase(property.Name);
            if (group.Facts.Find(fact => fact.Name == name) is { } fact)
            {
                var entry = fact.Type is FactType.List ? new JsonShape(registry, registry.EntryOf(fact)) : null;
                byName.Add(name, new JsonMember(name, property, fact, entry, property.IsDefined(typeof(RequiredMemberAttribute))));
            }
            else if (group.Groups.Find(child => child.Name == name) is { } child)
            {
                byName.Add(name, new JsonMember(name, property, null, new JsonShape(registry, child), IsRequired: false));
            }
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
/// <param name="Property">The property of the model that keeps it.</param>
/// <param name="Fact">The fact it gives; null for a group of facts.</param>
/// <param name="Shape">What a group, or each entry of a list, is made of; null for every other fact.</param>
/// <param name="IsRequired">Whether it must be given, and known.</param>
internal sealed record JsonMember(string Name, PropertyInfo Property, Fact? Fact, JsonShape? Shape, bool IsRequired)
{
    /// <summary>Whether it holds facts that packs declare, which no shape lists.</summary>
    public bool IsExtensions => Property.PropertyType == typeof(FactExtensions);

    /// <summary>A name is what readers of a report tell things apart by, so it is never blank.</summary>
    public bool IsName => Fact is { Type: FactType.Text, Name: "name" };
}
