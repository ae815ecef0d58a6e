namespace CollabRisk.Explaining;

/// <summary>The value of a condition in three-valued logic.</summary>
public enum TruthValue
{
    /// <summary>The condition is known not to hold.</summary>
    False,

    /// <summary>Facts that are not known decide whether it holds. Never the same as <see cref="False"/>.</summary>
    Unknown,

    /// <summary>The condition is known to hold.</summary>
    True,
}
