using CollabRisk.Evidence;

namespace CollabRisk.Rules;

/// <summary>Why a risk or mismatch has its level: what its sources say of it, never a weight of ours.</summary>
/// <param name="Level">The level: Low, Moderate or High.</param>
/// <param name="Reason">The reason, as a reader of the report should see it.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record LevelBasis(Level Level, string Reason)
{
    /// <summary>
    /// The best confidence that findings can have, whatever their claims: a step of ours is only implied, however strong the
    /// claim from which it starts.
    /// </summary>
    public Confidence BestConfidence { get; init; } = Confidence.NamedCase;

    /// <summary>A source ties the factor to failure.</summary>
    public static LevelBasis TiedToFailure { get; } = new(Level.High, "a source ties it to failure");

    /// <summary>A source holds that nothing works without it.</summary>
    public static LevelBasis NothingWorksWithout { get; } = new(Level.High, "a source holds that nothing works without it");

    /// <summary>A source names the factor as a main influence.</summary>
    public static LevelBasis MainInfluence { get; } = new(Level.Moderate, "a source names it as a main influence");

    /// <summary>A source reports strain, tension, erosion or disengagement.</summary>
    public static LevelBasis ReportedStrain { get; } = new(Level.Moderate, "a source reports strain, erosion or disengagement");

    /// <summary>It is part of what a source says set failed collaborations apart.</summary>
    public static LevelBasis SetsFailureApart { get; } = new(Level.Moderate, "it is part of what a source says set failed collaborations apart");

    /// <summary>The text of a source pairs the two, and says that such a network would struggle.</summary>
    public static LevelBasis ExplicitPairing { get; } = new(Level.Moderate, "the text of a source says that such a network would struggle");

    /// <summary>A source reports friction in daily work, inside a collaboration that it calls a success.</summary>
    public static LevelBasis DailyFriction { get; } = new(Level.Low, "a source reports it as daily friction inside a claimed success");

    /// <summary>A source says only that something may or could be so.</summary>
    public static LevelBasis MayHappen { get; } = new(Level.Low, "a source says only that it may be so");

    /// <summary>A source names the factor in passing.</summary>
    public static LevelBasis NamedInPassing { get; } = new(Level.Low, "a source names it in passing");

    /// <summary>The risk is a step that we derive from what a source says.</summary>
    public static LevelBasis DerivedStep { get; } = new(Level.Low, "it is a step derived from what a source says") { BestConfidence = Confidence.Implied };

    /// <summary>Only the order of a table implies the pairing.</summary>
    public static LevelBasis ImpliedPairing { get; } = new(Level.Low, "only the order of a table implies it") { BestConfidence = Confidence.Implied };
}
