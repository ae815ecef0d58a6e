namespace CollabRisk.Generators;

/// <summary>A type that has facts of its own: the collaboration, a partner, a saving.</summary>
internal sealed class FactOwnerModel(string name, string prefix, bool isPerPartner)
{
    public string Name { get; } = name;

    /// <summary>What the paths of its facts begin with.</summary>
    public string Prefix { get; } = prefix;

    public bool IsPerPartner { get; } = isPerPartner;

    /// <summary>The owner itself, and the groups of facts in it; a parent always comes before its children.</summary>
    public List<GroupModel> Groups { get; } = [];

    /// <summary>Facts and groups in the order of the model; a group is before what is in it.</summary>
    public List<MemberModel> Members { get; } = [];

    public List<ModelProblem> Problems { get; } = [];
}

/// <summary>A group of facts, which one property of another group holds; the first one is the owner itself.</summary>
internal sealed class GroupModel(int index, string type, string jsonName, string path, bool isExtensions)
{
    public int Index { get; } = index;

    /// <summary>The type's name in code.</summary>
    public string Type { get; } = type;

    public string JsonName { get; } = jsonName;

    /// <summary>What the paths of its facts begin with.</summary>
    public string Path { get; } = path;

    /// <summary>Whether it holds the facts that packs declare.</summary>
    public bool IsExtensions { get; } = isExtensions;

    /// <summary>The name of a property that must be given when one is made; null where there is none.</summary>
    public string? Required { get; set; }
}

/// <summary>A property of a group: a fact, or another group.</summary>
internal abstract class MemberModel(GroupModel owner, string property)
{
    public GroupModel Owner { get; } = owner;

    public string Property { get; } = property;
}

/// <summary>A property that holds a group.</summary>
internal sealed class ChildModel(GroupModel owner, string property, GroupModel group) : MemberModel(owner, property)
{
    public GroupModel Group { get; } = group;
}

/// <summary>A property with a fact.</summary>
internal sealed class FactModel(GroupModel owner, string property, string path, string kind, string valueType) : MemberModel(owner, property)
{
    public string Path { get; } = path;

    /// <summary>A word of <c>FactType</c>.</summary>
    public string Kind { get; } = kind;

    /// <summary>The type of a known value in code: <c>bool</c>, an enum, a set, a list.</summary>
    public string ValueType { get; } = valueType;

    /// <summary>The enum of a word or of the words of a set, or the entries of a list; otherwise null.</summary>
    public string? Element { get; set; }

    public IReadOnlyList<string> Words { get; set; } = [];

    public bool IsOrdered { get; set; }

    public bool IsRequired { get; set; }

    /// <summary>Whether the property can only be read, since its value follows from others.</summary>
    public bool IsComputed { get; set; }

    public string Meaning { get; set; } = "";

    public string Question { get; set; } = "";

    /// <summary>The arguments of <c>[Fact]</c> that were named, by name, each as code or as the number it is.</summary>
    public Dictionary<string, object> Named { get; } = [];
}
