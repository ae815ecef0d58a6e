using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.Questions;

/// <summary>
/// An interview that asks one question at a time, each chosen after the answers so far, until the overall range is settled.
/// </summary>
/// <remarks>
/// <para>
/// It asks only what could still narrow the range: facts of the rules that can reach its top first, and among these the
/// question that takes the most of such rules away whatever the answer, or on average. That leads to what a guard asks
/// before what it guards. Nothing is asked twice.
/// </para>
/// <para>Immutable and thread-safe: every answer gives a new interview, so one may go back and answer otherwise.</para>
/// </remarks>
[JsonConverter(typeof(AnswerJsonConverter<Interview>))]
public sealed class Interview : IAnswer
{
    private readonly ICollaborationEvaluator evaluator;
    private readonly ImmutableHashSet<string> asked;
    private readonly ImmutableList<string> skipped;
    private readonly Lazy<OpenQuestion?> next;

    private Interview(ICollaborationEvaluator evaluator, Collaboration collaboration, ImmutableHashSet<string> asked, ImmutableList<string> skipped)
    {
        this.evaluator = evaluator;
        this.asked = asked;
        this.skipped = skipped;
        Collaboration = collaboration;
        Assessment = evaluator.Evaluate(collaboration);
        next = new(Choose);
    }

    /// <summary>The collaboration with the answers so far.</summary>
    public Collaboration Collaboration { get; }

    /// <summary>The assessment of the collaboration with the answers so far.</summary>
    public Assessment Assessment { get; }

    /// <summary>
    /// The question to ask now; <see langword="null"/> where the range is settled, or where only facts that were
    /// skipped or already answered could narrow it further. Worked out when it is first asked for.
    /// </summary>
    public OpenQuestion? Next => next.Value;

    /// <summary>Whether the overall range is a single level, or no fact that is not known could narrow it.</summary>
    public bool IsSettled => !Worthwhile().Any();

    /// <summary>The paths of the questions that no one could answer, in the order in which they were asked.</summary>
    public IReadOnlyList<string> Skipped => skipped;

    /// <summary>How many questions were asked, answered and skipped together.</summary>
    public int Asked => asked.Count;

    /// <summary>Begins an interview.</summary>
    /// <param name="evaluator">The evaluator whose rules decide what is worth asking.</param>
    /// <param name="collaboration">What is known before the first question.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static Interview Start(ICollaborationEvaluator evaluator, Collaboration collaboration)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(collaboration);
        return new Interview(evaluator, collaboration, ImmutableHashSet.Create<string>(StringComparer.Ordinal), []);
    }

    /// <summary>Answers the question that is <see cref="Next"/>.</summary>
    /// <param name="value">
    /// The answer in the type of the fact: a <see cref="bool"/>, a word of its enum, a <see cref="Facts.FactSet{T}"/> of them, a
    /// <see cref="string"/> or <see cref="Facts.WordSet"/> for the words that a pack declares, a number, a day, a text, or the list of partners, which begins with those already listed. <see cref="PossibleAnswer.Value"/>
    /// is such a value.
    /// </param>
    /// <returns>The interview after the answer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>. What is not known is skipped.</exception>
    /// <exception cref="ArgumentException">The value is not one that the fact may take, or it contradicts what is known.</exception>
    /// <exception cref="InvalidOperationException">There is no next question.</exception>
    public Interview Answer(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var question = Current();
        var after = new Interview(evaluator, question.Answered(Collaboration, AnswerValue.Check(question, value)), asked.Add(question.Path), skipped);
        return TakenBack.Between(Assessment.State.Facts, after.Assessment.State.Facts) is { } known
            ? throw new ArgumentException($"The answer to '{question.Path}' contradicts '{known.Path}', which is known ({known.Value}). Correct one of the two.", nameof(value))
            : after;
    }

    /// <summary>Leaves the question that is <see cref="Next"/> open, because no one knows the answer. It is not asked again.</summary>
    /// <returns>The interview after the question.</returns>
    /// <exception cref="InvalidOperationException">There is no next question.</exception>
    public Interview Skip()
    {
        var question = Current();
        return new Interview(evaluator, Collaboration, asked.Add(question.Path), skipped.Add(question.Path));
    }

    /// <summary>How far the interview is, and the question to ask now, for a person to read.</summary>
    /// <returns>Lines that end with a line feed on every system, the last one too.</returns>
    public string ToText() => Unseen.Replaced(QuestionText.Write(this));

    /// <inheritdoc/>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, WriteTo);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json) => json.WriteDocument(QuestionJson.InterviewSchemaId, this, QuestionJson.Write);

    /// <summary>The range, and how many questions were asked.</summary>
    public override string ToString() => $"Overall {Assessment.Overall} after {Asked} {(Asked == 1 ? "question" : "questions")}";

    /// <summary>
    /// The interview as it goes on after the answer that leaves the most open: the widest range, then the most cases that
    /// hold it up. Where answers cannot be counted, the question is skipped.
    /// </summary>
    internal Interview AssumeWorkLeft()
    {
        var question = Current();
        var answer = question.Answers
            .OrderBy(each => each.Narrowing)
            .ThenByDescending(each => QuestionRank.CasesHoldingUp(each.After, each.After.Overall.AtMost))
            .FirstOrDefault();
        return answer is null ? Skip() : Answer(answer.Value);
    }

    private OpenQuestion Current() =>
        Next ?? throw new InvalidOperationException("There is no question left that could narrow the range, so there is nothing to answer or skip.");

    /// <summary>The open questions that could still narrow the range.</summary>
    private IEnumerable<OpenQuestion> Worthwhile() =>
        Assessment.OpenQuestions.Where(question => question.Worst > Assessment.Overall.AtLeast);

    private OpenQuestion? Choose()
    {
        var left = Worthwhile().Where(question => !asked.Contains(question.Path)).ToList();
        if (left.Count == 0)
        {
            return null;
        }

        var level = left.Max(question => question.Worst);
        return left
            .Where(question => question.Worst == level)
            .OrderByDescending(question => QuestionRank.Of(question, level))
            .ThenBy(question => question.Reading, FactReading.ModelOrder)
            .First();
    }
}
