namespace CollabRisk.RulePacks;

/// <summary>What a rule pack says about itself.</summary>
/// <param name="Id">The permanent id: <c>my-force.control-room</c>.</param>
/// <param name="Version">The semantic version.</param>
/// <param name="Title">What the pack is, in a few words.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RulePackManifest(string Id, string Version, string Title)
{
    /// <summary>What the pack holds and for whom; empty where nothing is said.</summary>
    public string Description { get; init; } = "";

    /// <summary>Under which licence others may use the pack.</summary>
    public required string Licence { get; init; }

    /// <summary>Who wrote it; at least one.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>The day of this version.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The versions of the engine for which the rules were written: <c>&gt;=0.1.0 &lt;1.0.0</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>The version of the fact model, or <see langword="null"/> where the pack does not say.</summary>
    public int? FactModel { get; init; }

    /// <summary>The first word of all codes that the pack owns, or <see langword="null"/> where it owns just those it defines.</summary>
    public string? Prefix { get; init; }

    /// <summary>The version of the fact model that this library has.</summary>
    /// <value>1. It rises when a fact gets another name or meaning; new facts leave it as it is.</value>
    public static int CurrentFactModel => Facts.FactModel.Version;
}
