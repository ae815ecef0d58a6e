using CollabRisk.Questions;

namespace CollabRisk.Register.Pages;

/// <summary>What several pages say in the same words.</summary>
internal static class Saying
{
    /// <summary>How many questions could still move the range.</summary>
    public static int Movable(Assessment assessment) => assessment.Overall.AtLeast == assessment.Overall.AtMost ? 0
        : assessment.OpenQuestions.Count(question => question.Worst > assessment.Overall.AtLeast && !Presuppositions.IsGroundless(question.Fact, assessment.State.Facts));

    public static string Moment(DateTimeOffset at) => at.ToLocalTime().ToString("d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
