using CollabRisk.Facts;

namespace CollabRisk.NRules;

/// <summary>A listed partner with the assessment of its collaboration: a fact of a session, which tells whose partner it is.</summary>
/// <remarks>Immutable and thread-safe. There is another one whenever there is another assessment.</remarks>
public sealed class AssessedPartner
{
    internal AssessedPartner(Assessment assessment, int row)
    {
        Assessment = assessment;
        Row = row;
    }

    /// <summary>The assessment.</summary>
    public Assessment Assessment { get; }

    /// <summary>What is known of the partner.</summary>
    public Partner Partner => Assessment.State.Facts.Listed[Row];

    /// <summary>Its row among the partners that are listed.</summary>
    internal int Row { get; }

    /// <summary>The name of the partner.</summary>
    public override string ToString() => Partner.Name;
}
