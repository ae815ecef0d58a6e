using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.Questions;

/// <summary>
/// An interview that asks one question at a time, each chosen after the answers so far, until nothing that matters is open.
/// </summary>
/// <remarks>
/// <para>
/// It begins with six facts by which anyone finds their way: who takes part and in what role, the form, the phase, whether IT is
/// shared, who leads, and since when. Then it asks for what could be raised at the highest level, chapter by chapter, and then for what
/// could be raised below. Nothing is asked twice, and nothing that an earlier answer made needless or groundless.
/// </para>
/// <para>
/// Immutable and thread-safe: every answer gives a new interview. Its JSON has all that is needed to go on with it another day;
/// see <see cref="Read"/>.
/// </para>
/// </remarks>
[JsonConverter(typeof(AnswerJsonConverter<Interview>))]
public sealed class Interview : IAnswer
{
    /// <summary>Whoever knows none of so many answers from the start is not asked for more.</summary>
    private const int EnoughUnknown = 12;

    private readonly ICollaborationEvaluator evaluator;
    private readonly ImmutableList<InterviewStep> steps;
    private readonly ImmutableHashSet<string> asked;
    private readonly QuestionWording? wording;
    private readonly Lazy<OpenQuestion?> next;

    private Interview(
        ICollaborationEvaluator evaluator, Collaboration started, Collaboration collaboration, InterviewForm form, QuestionWording? wording, ImmutableList<InterviewStep> steps, bool isContinued)
    {
        this.evaluator = evaluator;
        this.steps = steps;
        this.wording = wording;
        asked = [.. steps.Select(step => step.Path)];
        Started = started;
        Collaboration = collaboration;
        Form = form;
        IsContinued = isContinued;
        Assessment = evaluator.Evaluate(collaboration);
        next = new(() => (HasHeardEnough ? null
            : Form == InterviewForm.Short ? QuestionOrder.Next(Assessment, asked, ShortForm.Of(evaluator.RuleBook))
            : QuestionOrder.Next(Assessment, asked))?.Worded(wording));
    }

    /// <summary>What was known before the first question.</summary>
    public Collaboration Started { get; }

    /// <summary>The collaboration with the answers so far.</summary>
    public Collaboration Collaboration { get; }

    /// <summary>The assessment of the collaboration with the answers so far.</summary>
    public Assessment Assessment { get; }

    /// <summary>Which questions are asked.</summary>
    public InterviewForm Form { get; }

    /// <summary>What was asked, in order, with the answers and notes.</summary>
    public IReadOnlyList<InterviewStep> Steps => steps;

    /// <summary>
    /// The question to ask now; <see langword="null"/> where the interview is over, for the reason that <see cref="End"/> gives.
    /// Worked out when it is first asked for.
    /// </summary>
    public OpenQuestion? Next => next.Value;

    /// <summary>Why there is no <see cref="Next"/> question; <see langword="null"/> where there is one.</summary>
    public InterviewEnd? End => Next is not null ? null
        : HasHeardEnough ? InterviewEnd.NotKnown
        : Assessment.OpenQuestions.All(question => question.Worst == Level.None || Presuppositions.IsGroundless(question.Fact, Assessment.State.Facts)) ? InterviewEnd.NothingLeft
        : InterviewEnd.LeftOpen;

    /// <summary>Whether the overall range is a single level, or no fact that is not known could narrow it. There may be more to ask below it.</summary>
    public bool IsSettled => Assessment.Overall.AtLeast == Assessment.Overall.AtMost
        || Assessment.OpenQuestions.All(question => question.Worst <= Assessment.Overall.AtLeast);

    /// <summary>Whether <see cref="Continue"/> was asked for.</summary>
    public bool IsContinued { get; }

    /// <summary>The paths of the questions that no one could answer, in the order in which they were asked.</summary>
    public IReadOnlyList<string> Skipped => [.. steps.Where(step => !step.IsKnown).Select(step => step.Path)];

    /// <summary>How many questions were asked, answered and skipped together.</summary>
    public int Asked => steps.Count;

    /// <summary>A question in the words in which this interview asks it, such as one that was answered, of which <see cref="Steps"/> have the path.</summary>
    /// <param name="path">The path, with the partner's name where it is a partner's fact.</param>
    /// <returns>The question, that about a partner with the partner's name before it; <see langword="null"/> where no fact has the path.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is <see langword="null"/>.</exception>
    public string? QuestionOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return AskingOf(path)?.Question.ToString();
    }

    /// <summary>The words in which questions are asked: the host's, and the packs'; null for the library's alone.</summary>
    internal QuestionWording? Wording => wording;

    private bool HasHeardEnough => !IsContinued && steps.Count >= EnoughUnknown && steps.TrueForAll(step => !step.IsKnown);

    /// <summary>Begins an interview.</summary>
    /// <param name="evaluator">The evaluator whose rules decide what is worth asking; where packs are reloaded, those that are in use now decide to the end.</param>
    /// <param name="collaboration">What is known before the first question.</param>
    /// <param name="form">Which questions are asked; all that matter if left out.</param>
    /// <param name="wording">Other words for questions; the library's own if left out.</param>
    /// <exception cref="ArgumentNullException">The evaluator or the collaboration is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The collaboration has a value that its fact cannot have, or the wording is wrong.</exception>
    public static Interview Start(ICollaborationEvaluator evaluator, Collaboration collaboration, InterviewForm form = InterviewForm.Full, QuestionWording? wording = null)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(collaboration);
        evaluator = evaluator.WithRulesOfNow();
        return new Interview(evaluator, collaboration, collaboration, form, QuestionWording.InUse(wording, evaluator.RuleBook), [], isContinued: false);
    }

    /// <summary>Goes on with an interview that was written as JSON.</summary>
    /// <param name="evaluator">The evaluator. Its rules decide what is worth asking from now on; they need not be those of the day before.</param>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <param name="wording">Other words for questions, which are not part of the JSON; the library's own if left out.</param>
    /// <returns>The interview, or everything that is wrong with the text, each with its place.</returns>
    /// <exception cref="ArgumentNullException">The evaluator or the text is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The wording is wrong.</exception>
    public static JsonReading<Interview> Read(ICollaborationEvaluator evaluator, string json, QuestionWording? wording = null)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(json);
        evaluator = evaluator.WithRulesOfNow();
        return InterviewReader.Read(evaluator, json, QuestionWording.InUse(wording, evaluator.RuleBook));
    }

    /// <summary>Answers the question that is <see cref="Next"/>.</summary>
    /// <param name="value">
    /// The answer in the type of the fact: a <see cref="bool"/>, a word of its enum, a <see cref="FactSet{T}"/> of them, a
    /// <see cref="string"/> or <see cref="WordSet"/> for the words that a pack declares, a number, a day, a text, or the list of partners, which begins with those already listed. <see cref="PossibleAnswer.Value"/>
    /// is such a value.
    /// </param>
    /// <param name="note">What else was said: a remark on the fact (<see cref="FactRemark.Note"/>), which no rule reads. Nothing if left out.</param>
    /// <returns>The interview after the answer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>. What is not known is skipped.</exception>
    /// <exception cref="ArgumentException">The value is not one that the fact may take, or it contradicts what is known.</exception>
    /// <exception cref="InvalidOperationException">There is no next question.</exception>
    public Interview Answer(object value, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        var question = Current();
        var typed = AnswerValue.Check(question, value);
        var step = new InterviewStep(question.Path, typed, note);
        var after = With(Remarked(question.Answered(Collaboration, typed), step), steps.Add(step));
        return Contradiction.Between(Assessment.State.Facts, after.Assessment.State.Facts) is { } known
            ? throw new ArgumentException($"The answer to '{question.Path}' contradicts '{known.Path}', which is known {known.InBrackets}. Correct one of the two.", nameof(value))
            : after;
    }

    /// <summary>Answers the question that is <see cref="Next"/> with what a person types.</summary>
    /// <param name="text">
    /// "yes" or "no", a word as the question has it, several words with commas, a number, a day as 2024-03-31, a text, or the names of
    /// the partners with semicolons or on lines of their own. "unknown" skips the question.
    /// </param>
    /// <param name="note">What else was said: a remark on the fact (<see cref="FactRemark.Note"/>), which no rule reads. Nothing if left out.</param>
    /// <returns>The interview after the answer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not an answer to the question; the message says what is.</exception>
    /// <exception cref="ArgumentException">The answer contradicts what is known.</exception>
    /// <exception cref="InvalidOperationException">There is no next question.</exception>
    public Interview AnswerText(string text, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var question = Current();
        return AnswerValue.Read(question.Fact, text.Trim(), Collaboration, out var value) is { } problem
            ? throw new FormatException($"{question.Path}: {problem}")
            : value is null ? Skip(note) : Answer(value, note);
    }

    /// <summary>Leaves the question that is <see cref="Next"/> open, because no one knows the answer. It is not asked again.</summary>
    /// <param name="note">What else was said, such as whom to ask: a remark on the fact. Nothing if left out.</param>
    /// <returns>The interview after the question.</returns>
    /// <exception cref="InvalidOperationException">There is no next question.</exception>
    public Interview Skip(string? note = null)
    {
        var step = new InterviewStep(Current().Path, null, note);
        return With(Remarked(Collaboration, step), steps.Add(step));
    }

    /// <summary>Takes the last answer or skip back, so that its question is asked again.</summary>
    /// <returns>The interview as it was; the same one where nothing was asked yet.</returns>
    public Interview Back() => steps.IsEmpty ? this : Again(steps.RemoveAt(steps.Count - 1));

    /// <summary>Changes an earlier answer and keeps the others.</summary>
    /// <param name="path">The path of a question that was asked, with the partner's name where it is a partner's fact.</param>
    /// <param name="value">The new answer, as <see cref="Answer"/> takes it, or <see langword="null"/> where the answer is not known after all.</param>
    /// <param name="note">
    /// What is said with it, in place of what was said before; empty for nothing. If left out, the note stays where the answer stays the same, and
    /// goes where it is another one: it spoke for the old answer.
    /// </param>
    /// <returns>The interview with the change. Answers about partners that are no longer in the list go with them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The question was not asked, the fact does not take the value, or it contradicts another answer.</exception>
    public Interview Change(string path, object? value, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var at = steps.FindIndex(step => step.Path == path);
        if (at < 0)
        {
            throw new ArgumentException($"'{path}' was not asked in this interview.{DidYouMean.Sentence(path, steps.Select(step => step.Path))}", nameof(path));
        }

        var place = PlaceOf(path)!.Value;
        if (value is not null && !FactValues.Accepts(place.Fact, ref value))
        {
            throw new ArgumentException($"'{value}' is not an answer to '{path}'. The answer is {QuestionText.AllowedAnswers(place.Fact)}.", nameof(value));
        }

        var changed = steps[at] with { Value = value, Note = note is null ? Equals(steps[at].Value, value) ? steps[at].Note : null : note.Length > 0 ? note : null };
        var without = Again(steps.SetItem(at, steps[at] with { Value = null }));
        var after = Again(steps.SetItem(at, changed));
        return place.Fact != FactRegistry.Default.PartnerList && Contradiction.Between(without.Assessment.State.Facts, after.Assessment.State.Facts) is { } known
            ? throw new ArgumentException($"The answer to '{path}' contradicts '{known.Path}', which is known {known.InBrackets}. Correct one of the two.", nameof(value))
            : after;
    }

    /// <summary>Goes on although nothing was known so far (<see cref="InterviewEnd.NotKnown"/>).</summary>
    public Interview Continue() => new(evaluator, Started, Collaboration, Form, wording, steps, isContinued: true);

    /// <summary>The interview without what was skipped, so that it is asked again: someone may know it by another day.</summary>
    internal Interview AskSkippedAgain() => Again([.. steps.Where(step => step.IsKnown)]);

    /// <summary>The interview with other steps, from what is known before the first question on another day.</summary>
    internal Interview From(Collaboration started, IEnumerable<InterviewStep> steps) => Of(evaluator, started, Form, wording, steps, IsContinued);

    /// <summary>How far the interview is, and the question to ask now, for a person to read.</summary>
    /// <returns>Lines that end with a line feed on every system, the last one too.</returns>
    public string ToText() => Unseen.Replaced(QuestionText.Write(this));

    /// <inheritdoc/>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, WriteTo);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json) => json.WriteDocument(QuestionJson.InterviewSchemaId, this, QuestionJson.Write);

    /// <summary>The range, and how many questions were asked.</summary>
    public override string ToString() => $"Overall {Assessment.Overall} after {Asked} {(Asked == 1 ? "question" : "questions")}";

    /// <summary>An interview of which the steps are known already.</summary>
    internal static Interview Of(ICollaborationEvaluator evaluator, Collaboration started, InterviewForm form, QuestionWording? wording, IEnumerable<InterviewStep> steps, bool isContinued) =>
        new Interview(evaluator, started, started, form, wording, [], isContinued).Again([.. steps]);

    /// <summary>
    /// The interview as it goes on after the answer that leaves the most open: the widest range, then the most open cases.
    /// Where answers cannot be counted, the question is skipped.
    /// </summary>
    internal Interview AssumeWorkLeft()
    {
        var question = Current();
        var answer = question.Answers.OrderBy(each => each.Narrowing).ThenByDescending(each => each.CasesLeft).FirstOrDefault();
        return answer is null ? Skip() : Answer(answer.Value);
    }

    /// <summary>How a question is asked here by its path; null where no fact has it.</summary>
    internal Asking? AskingOf(string path) => Asking.Of(path, evaluator.RuleBook.Facts, wording);

    /// <summary>The place of a question by its path; null where no fact has it.</summary>
    internal FactPlace? PlaceOf(string path) => FactPlace.Of(path, evaluator.RuleBook.Facts);

    /// <summary>The collaboration with what was noted with an answer, so that it stays with the fact.</summary>
    private static Collaboration Remarked(Collaboration collaboration, InterviewStep step) => step.Note is null ? collaboration
        : collaboration with { Remarks = collaboration.Remarks.With(new FactRemark(step.Path) { Note = step.Note }) };

    private Interview With(Collaboration collaboration, ImmutableList<InterviewStep> after) => new(evaluator, Started, collaboration, Form, wording, after, IsContinued);

    /// <summary>The interview with other steps; answers about partners that are not there are left out.</summary>
    private Interview Again(ImmutableList<InterviewStep> again)
    {
        var collaboration = Started;
        var kept = ImmutableList.CreateBuilder<InterviewStep>();
        foreach (var step in again)
        {
            if (PlaceOf(step.Path) is not { } place || (place.Partner is { } name && collaboration.Partners?.Any(partner => partner.Name == name) != true))
            {
                continue;
            }

            kept.Add(step);
            collaboration = Remarked(step.IsKnown ? place.With(collaboration, step.Value) : collaboration, step);
        }

        return With(collaboration, kept.ToImmutable());
    }

    private OpenQuestion Current() =>
        Next ?? throw new InvalidOperationException("There is no question left that matters and that someone could answer, so there is nothing to answer or skip.");
}

/// <summary>Which questions an interview asks.</summary>
public enum InterviewForm
{
    /// <summary>All that could settle a risk or a mismatch.</summary>
    Full,

    /// <summary>Those of the <see cref="ShortForm"/>, which decide most of what can be raised at Moderate or High.</summary>
    Short,
}

/// <summary>Why an interview has no next question.</summary>
public enum InterviewEnd
{
    /// <summary>No unknown fact could settle a risk or a mismatch.</summary>
    NothingLeft,

    /// <summary>What is still open was skipped, is for an expert to enter, or is not part of the short form.</summary>
    LeftOpen,

    /// <summary>None of the first questions could be answered, so that there is no use in asking the same person for more.</summary>
    NotKnown,
}

/// <summary>A question that was asked, with what was answered.</summary>
/// <param name="Path">The path of the fact; of a partner's fact with the name of the partner.</param>
/// <param name="Value">The answer in the type of the fact; <see langword="null"/> where it was skipped.</param>
/// <param name="Note">What else was said; <see langword="null"/> where nothing was.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record InterviewStep(string Path, object? Value, string? Note)
{
    /// <summary>Whether it was answered.</summary>
    public bool IsKnown => Value is not null;

    /// <summary>Path and answer.</summary>
    public override string ToString() => $"{Path}: {(IsKnown ? Value : "skipped")}";
}
