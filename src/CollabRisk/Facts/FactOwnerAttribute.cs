namespace CollabRisk.Facts;

/// <summary>A type that has facts of its own. What the registry knows of them is generated when the library is built.</summary>
/// <param name="prefix">What the paths of the facts begin with.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FactOwnerAttribute(string prefix) : Attribute
{
    public string Prefix { get; } = prefix;

    /// <summary>Whether each partner has them.</summary>
    public bool IsPerPartner { get; init; }
}
