using CollabRisk.Text;

namespace CollabRisk.Questionnaires;

/// <summary>What one respondent answered.</summary>
/// <param name="Respondent">Who answered: as the heading has it, otherwise the name of the file or the sheet.</param>
/// <param name="Collaboration">The collaboration as the respondent sees it, with remarks.</param>
/// <param name="Answered">How many questions were answered, those with "don't know" among them.</param>
/// <param name="NotKnown">How many of them were answered with "don't know".</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RespondentAnswers(string Respondent, Collaboration Collaboration, int Answered, int NotKnown)
{
    /// <summary>Who, and how many answers.</summary>
    public override string ToString() => $"{Respondent}: {Words.Count(Answered, "answer")}";
}
