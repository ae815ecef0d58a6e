namespace CollabRisk.Facts;

/// <summary>A group of facts that stands under one property, such as <c>vision</c>; the root has no name.</summary>
internal sealed class FactGroup(string name, string path, Type type, FactGroup? parent, int index, Func<object, object?>? read)
{
    public string Name { get; } = name;

    public string Path { get; } = path;

    public Type Type { get; } = type;

    public FactGroup? Parent { get; } = parent;

    /// <summary>The place of the group in its registry; a parent always comes before its children.</summary>
    public int Index { get; } = index;

    /// <summary>Reads the group from its parent; the root reads nothing.</summary>
    public Func<object, object?>? Read { get; } = read;

    public List<Fact> Facts { get; } = [];

    public List<FactGroup> Groups { get; } = [];

    /// <summary>The group in a collaboration or partner, which is the root.</summary>
    public object? In(object root) => Parent is null ? root : Parent.In(root) is { } above ? Read!(above) : null;
}
