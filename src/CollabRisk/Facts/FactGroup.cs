namespace CollabRisk.Facts;

/// <summary>A group of facts that is under one property, such as <c>vision</c>; the root has no name.</summary>
/// <param name="name">The name of the property, as JSON has it.</param>
/// <param name="path">What the paths of its facts begin with.</param>
/// <param name="parent">The group that has the property.</param>
/// <param name="index">The place of the group in its registry.</param>
/// <param name="make">Makes one of which nothing is known.</param>
/// <param name="read">Reads the group from its parent; the root reads nothing.</param>
/// <param name="change">A copy of the parent with another group; the root has no parent.</param>
/// <param name="isExtensions">Whether it holds the facts that packs declare.</param>
internal sealed class FactGroup(
    string name, string path, FactGroup? parent, int index, Func<object> make, Func<object, object?>? read, Func<object, object, object>? change, bool isExtensions)
{
    public string Name { get; } = name;

    public string Path { get; } = path;

    public FactGroup? Parent { get; } = parent;

    /// <summary>The place of the group in its registry; a parent always comes before its children.</summary>
    public int Index { get; } = index;

    /// <summary>Makes a group, or an owner, of which nothing is known.</summary>
    public Func<object> Make { get; } = make;

    /// <summary>Reads the group from its parent; the root reads nothing.</summary>
    public Func<object, object?>? Read { get; } = read;

    /// <summary>A copy of the parent with another group; null for the root.</summary>
    public Func<object, object, object>? Change { get; } = change;

    /// <summary>Whether it holds the facts that packs declare.</summary>
    public bool IsExtensions { get; } = isExtensions;

    public List<Fact> Facts { get; } = [];

    public List<FactGroup> Groups { get; } = [];

    /// <summary>Facts and groups in the order of the model; each entry is one of the two.</summary>
    public List<(Fact? Fact, FactGroup? Group)> Members { get; } = [];

    /// <summary>The same place in the model without its facts.</summary>
    public FactGroup Emptied() => new(Name, Path, Parent, Index, Make, Read, Change, IsExtensions);

    /// <summary>The group in a collaboration or partner, which is the root.</summary>
    public object? In(object root) => Parent is null ? root : Parent.In(root) is { } above ? Read!(above) : null;

    /// <summary>A copy of the root in which the group is changed.</summary>
    public object With(object root, Func<object, object> changed) =>
        Parent is null ? changed(root) : Parent.With(root, above => Change!(above, changed(Read!(above) ?? Make())));
}
