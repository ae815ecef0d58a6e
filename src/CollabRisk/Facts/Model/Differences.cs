using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>Differences between the partners, and whether they have been faced.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Differences
{
    /// <summary>Differences in how the collaborative arrangements are set up.</summary>
    [Fact("differences in how the collaborative arrangements are set up", "")]
    public Difference Arrangement { get; init; } = new();

    /// <summary>Issues of trust and confidence between the services.</summary>
    [Fact("issues of trust and confidence between the services", "")]
    public Difference TrustAndConfidence { get; init; } = new();

    /// <summary>Differences in organisational culture.</summary>
    [Fact("differences in organisational culture", "")]
    public Difference OrganisationalCulture { get; init; } = new();

    /// <summary>Differences in professional culture.</summary>
    [Fact("differences in professional culture", "")]
    public Difference ProfessionalCulture { get; init; } = new();

    /// <summary>Differences in leadership style.</summary>
    [Fact("differences in leadership style", "")]
    public Difference LeadershipStyle { get; init; } = new();
}

/// <summary>
/// A kind of difference between the partners: seen, and acted on. The two go separately, since a difference may be
/// acknowledged and then left alone.
/// </summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Difference
{
    /// <summary>Whether the partners have acknowledged the difference.</summary>
    [Fact("{subject}: acknowledged by the partners", "Where there are {subject}, have the partners acknowledged them to one another?", Better = Yes)]
    public bool? Acknowledged { get; init; }

    /// <summary>Whether the difference has been dealt with: not only talked about, but acted on.</summary>
    [Fact("{subject}: dealt with", "Where there are {subject}, have they been dealt with?", Better = Yes)]
    public bool? DealtWith { get; init; }
}
