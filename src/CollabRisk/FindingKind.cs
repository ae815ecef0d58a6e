namespace CollabRisk;

/// <summary>What a finding is. Only risks and mismatches have a level and count in the overall range.</summary>
public enum FindingKind
{
    /// <summary>Something that puts the collaboration at risk.</summary>
    Risk,

    /// <summary>Two things that do not fit each other.</summary>
    Mismatch,

    /// <summary>A sign that points to something else worth looking at.</summary>
    Diagnostic,

    /// <summary>Something that speaks for the collaboration.</summary>
    Strength,

    /// <summary>A circumstance that helps to read the other findings; neither good nor bad.</summary>
    Context,

    /// <summary>A warning about how far the evidence or a finding carries.</summary>
    Caveat,

    /// <summary>Something to do.</summary>
    Recommendation,

    /// <summary>Something that is not known and would have to be.</summary>
    DataGap,
}

internal static class FindingKinds
{
    /// <summary>Whether findings of the kind have a level and count in the overall range.</summary>
    public static bool HasLevel(this FindingKind kind) => kind is FindingKind.Risk or FindingKind.Mismatch;
}
