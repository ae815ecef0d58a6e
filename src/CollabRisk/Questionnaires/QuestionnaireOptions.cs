using CollabRisk.Questions;

namespace CollabRisk.Questionnaires;

/// <summary>What a questionnaire asks, and of whom.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record QuestionnaireOptions
{
    /// <summary>Which questions are asked.</summary>
    /// <value>By default all that someone in a collaboration can answer.</value>
    public InterviewForm Form { get; init; } = InterviewForm.Full;

    /// <summary>
    /// The id of the pack whose rules alone decide what is asked, for those who have answered the rest: in the full form what its rules read, in
    /// the short form its own part (<see cref="ShortForm.OfPack"/>). All packs of the rule book if left out.
    /// </summary>
    public string? OnlyPack { get; init; }

    /// <summary>
    /// The partners, by name. By default those of the collaboration; where it lists none either, there is room for two whose names are asked.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<string> Partners
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = [];

    /// <summary>
    /// Who answers: each has room for answers and notes of their own in a table. By default one, who is not named; then the name of the file says
    /// who it is.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<string> Respondents
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = [];

    /// <summary>Whether what is known already is left out, so that it does not lead anyone. The names of the partners stay.</summary>
    public bool IsBlank { get; init; }

    /// <summary>Other words for questions; the library's own if left out.</summary>
    public QuestionWording? Wording { get; init; }
}
