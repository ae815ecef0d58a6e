namespace CollabRisk.Facts;

/// <summary>
/// Says, on a property of the fact model, what the fact means and how to ask a person for it.
/// The fact registry is built from these.
/// </summary>
/// <param name="meaning">What the fact means, in one sentence or phrase, with the field's own term.</param>
/// <param name="question">A plain question that someone in the collaboration can answer.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FactAttribute(string meaning, string question) : Attribute
{
    public string Meaning { get; } = meaning;

    public string Question { get; } = question;

    /// <summary>Which values are better. A fact without a direction gives the reason as <see cref="Neutral"/>.</summary>
    public FactDirection Better { get; init; }

    /// <summary>Why no value is better than another.</summary>
    public string? Neutral { get; init; }

    /// <summary>Those responsible for the collaboration cannot change it: its form, the past, the law, its surroundings.</summary>
    public bool Fixed { get; init; }

    /// <summary>It records how the collaboration turned out, so no risk, mismatch or strength may read it.</summary>
    public bool Outcome { get; init; }

    /// <summary>It only describes: no rule reads it. The text gives the reason.</summary>
    public string? Descriptive { get; init; }

    /// <summary>Packs may add words of their own to a word fact, each of which counts as one of its words. The text says why the list is open.</summary>
    public string? MoreWords { get; init; }

    /// <summary>No one in a collaboration can be asked for it, only an expert can enter it. The text says why, and what is asked instead.</summary>
    public string? Expert { get; init; }

    /// <summary>It follows from other facts and is never given. The text names what it follows from.</summary>
    public string? DerivedFrom { get; init; }

    /// <summary>Smallest allowed number.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Largest allowed number.</summary>
    public double Max { get; init; } = double.PositiveInfinity;
}
