namespace CollabRisk.Facts;

/// <summary>The words of this enum are in rising order, so rules may compare them with &lt; and &gt;.</summary>
[AttributeUsage(AttributeTargets.Enum)]
internal sealed class OrderedAttribute : Attribute;
