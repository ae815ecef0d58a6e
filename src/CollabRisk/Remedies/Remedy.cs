using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Remedies;

/// <summary>A smallest set of changes that reaches a target, with what else it does.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Remedy
{
    internal Remedy()
    {
    }

    /// <summary>The changes, in the order of the fact registry; never empty.</summary>
    public required IReadOnlyList<RemedyChange> Changes { get; init; }

    /// <summary>
    /// What the knowledge base advises that comes to these changes: first recommendations that asked for just them, then those steps
    /// of the findings that go which count as done by a fact that changes. Empty where it has no such advice, as for a change that
    /// only takes a rule out of its field of application.
    /// </summary>
    public required IReadOnlyList<Recommendation> Advice { get; init; }

    /// <summary>Those pieces of <see cref="Advice"/> that count as done by a fact that changes; a step of which no fact says that it is done is not among them.</summary>
    internal IReadOnlyList<Recommendation> Done { get; init; } = [];

    /// <summary>
    /// What it advises besides against the findings that go because a changed fact is what they are about: steps that help, and of
    /// which no fact says that they make these changes.
    /// </summary>
    public required IReadOnlyList<Recommendation> AlsoAdvised { get; init; }

    /// <summary>
    /// What the knowledge base advises against the troubles that become possible once the changes are made, and to keep up the
    /// strengths that do: a vision that exists must still reach everyone and stay alive.
    /// </summary>
    public required IReadOnlyList<Recommendation> ToKeepIt { get; init; }

    /// <summary>The findings that the target is about and that go, as they are now, worst first.</summary>
    public required IReadOnlyList<Finding> Clears { get; init; }

    /// <summary>
    /// The other findings that go, of every kind and as they are now, worst first. A strength among them is one that is lost.
    /// </summary>
    public required IReadOnlyList<Finding> AlsoClears { get; init; }

    /// <summary>The findings that appear, of every kind, as they would be, worst first. A strength among them is one that is won.</summary>
    public required IReadOnlyList<Finding> AlsoRaises { get; init; }

    /// <summary>The findings that stay at another level, by code and subject.</summary>
    public required IReadOnlyList<LevelMove> LevelMoves { get; init; }

    /// <summary>
    /// The rules that could then be raised by facts that are not known, and could not before or already were, by code.
    /// <see cref="RuleOutcome.OpenFacts"/> names the facts.
    /// </summary>
    public required IReadOnlyList<RuleOutcome> OpensUp { get; init; }

    /// <summary>The overall range after the changes.</summary>
    public required OverallRange After { get; init; }

    /// <summary>The collaboration with the changes made.</summary>
    public required Collaboration Collaboration { get; init; }

    /// <summary>The changes, separated by semicolons.</summary>
    public override string ToString() => string.Join("; ", Changes);
}

/// <summary>The change of one fact.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RemedyChange
{
    internal RemedyChange(FactReading from, FactReading to, IReadOnlyList<FactReading> alternatives)
    {
        From = from;
        To = to;
        Alternatives = alternatives;
    }

    /// <summary>The path, with the partner's name where it is a partner's fact: <c>partners[Fire Service].role</c>.</summary>
    public string Path => From.Path;

    /// <summary>The fact.</summary>
    public Fact Fact => From.Fact;

    /// <summary>The value now; "not known" where it is not.</summary>
    public FactReading From { get; }

    /// <summary>
    /// The value it should have. Of a number, the value nearest to the present one among those that do the
    /// same.
    /// </summary>
    public FactReading To { get; }

    /// <summary>The other values that do exactly the same; empty where there are none, and for numbers.</summary>
    public IReadOnlyList<FactReading> Alternatives { get; }

    /// <summary>Path and values: <c>vision.exists: no → yes</c>.</summary>
    public override string ToString() => $"{Path}: {From.Value} → {string.Join(" or ", Alternatives.Prepend(To).Select(each => each.Value))}";
}

/// <summary>A finding that stays but weighs more or less.</summary>
/// <param name="Code">The code of the rule.</param>
/// <param name="Subject">The partner, flag or pairing that the finding is about, or <see langword="null"/>.</param>
/// <param name="From">The level now.</param>
/// <param name="To">The level after the changes.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record LevelMove(string Code, string? Subject, LevelRange From, LevelRange To);
