namespace CollabRisk.Questionnaires;

/// <summary>The questions about one matter, or about one partner.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class QuestionnaireSection
{
    internal QuestionnaireSection(string heading, IReadOnlyList<QuestionnaireItem> items)
    {
        Heading = heading;
        Items = items;
    }

    /// <summary>What the questions are about.</summary>
    public string Heading { get; }

    /// <summary>The questions; never empty.</summary>
    public IReadOnlyList<QuestionnaireItem> Items { get; }

    /// <summary>The heading.</summary>
    public override string ToString() => Heading;
}
