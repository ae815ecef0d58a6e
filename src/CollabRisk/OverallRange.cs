namespace CollabRisk;

/// <summary>
/// How grave the matter is overall, as a range: what the raised findings already show, and what it would come to if the
/// unknown facts turned out badly. Learning a fact never widens it.
/// </summary>
/// <param name="AtLeast">The highest level among raised risks and mismatches; <see cref="Level.None"/> where there is none.</param>
/// <param name="AtMost">The highest level among risks and mismatches that are raised or undetermined.</param>
public readonly record struct OverallRange(Level AtLeast, Level AtMost)
{
    /// <summary>Whether anything can be said: a range over the whole scale, from None to High, says nothing, and never "low risk".</summary>
    public bool Assessable => this != new OverallRange(Level.None, Level.High);

    /// <summary>The range in a few words.</summary>
    public override string ToString() => !Assessable ? "not assessable" : AtLeast == AtMost ? $"{AtLeast}" : $"{AtLeast} to {AtMost}";
}
