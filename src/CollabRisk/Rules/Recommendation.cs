namespace CollabRisk.Rules;

/// <summary>Something that the reader can do.</summary>
/// <param name="Code">The permanent code, in capitals and hyphens.</param>
/// <param name="Text">What to do, as an instruction.</param>
/// <param name="Claims">The ids of the claims it rests on.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Recommendation(string Code, string Text, params string[] Claims)
{
    /// <summary>Whether the step is ours: the sources name the trouble but not this remedy.</summary>
    public bool IsDerived { get; init; }

    /// <inheritdoc/>
    public bool Equals(Recommendation? other) => other is not null && Code == other.Code && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Text);
}
