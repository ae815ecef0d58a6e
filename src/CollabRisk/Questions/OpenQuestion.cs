using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Questions;

/// <summary>A fact that is not known and could settle rules, or the level of a finding; or one of the six facts with which an interview begins.</summary>
/// <remarks>
/// Immutable and thread-safe. What each answer would change (<see cref="Answers"/> and what follows from it) is worked out
/// when it is first asked for, by evaluating the rules with each possible answer.
/// </remarks>
[JsonConverter(typeof(AnswerJsonConverter<OpenQuestion>))]
public sealed class OpenQuestion : IAnswer
{
    private IReadOnlyList<PossibleAnswer>? answers;

    internal OpenQuestion(EvaluationState state, FactCell cell, ArraySegment<WaitingRule> settles)
    {
        State = state;
        Cell = cell;
        Settles = settles;
    }

    /// <summary>The path, with the partner's name where it is a partner's fact.</summary>
    public string Path => Reading.Path;

    /// <summary>The fact.</summary>
    public Fact Fact => Cell.Fact;

    /// <summary>The question to ask a person; that about a partner begins with the partner's name.</summary>
    public string Question => Asking.Question.ToString();

    /// <summary>What may be answered, in words: "yes or no", "none, partial or full", "a number from 0 to 100".</summary>
    public string AllowedAnswers => Asking.AllowedAnswers.ToString();

    /// <summary>
    /// The codes of the rules whose outcome or level the fact could settle, alone or with others, worst first: those with a
    /// condition that waits for it. Conditions are read one by one, so now and then another one makes such a fact needless.
    /// </summary>
    public IReadOnlyList<string> CouldSettle => field ??= RulesThatWait.Select(rule => rule.Code).ToArray();

    /// <summary>The highest level that one of these rules could be raised at; <see cref="Level.None"/> where none of them has a level.</summary>
    public Level Worst => Settles.Count == 0 ? Level.None : Settles[0].Level;

    /// <summary>
    /// What each possible answer would change: yes and no, each word, and of numbers, texts and sets of words one answer for
    /// each class of values that the rules tell apart. Answers that contradict what is known are left out. Empty for the list
    /// of partners, whose answers cannot be counted.
    /// </summary>
    public IReadOnlyList<PossibleAnswer> Answers => LazyInitializer.EnsureInitialized(ref answers, () => AnswerTrial.Of(State, Reading));

    /// <summary>By how many levels the overall range narrows whatever the answer, from 0 to 3; 0 where there are no <see cref="Answers"/>.</summary>
    public int GuaranteedNarrowing => Answers.Count == 0 ? 0 : Answers.Min(answer => answer.Narrowing);

    /// <summary>
    /// By how many levels the overall range narrows on average, from 0 to 3, each of the <see cref="Answers"/> counting once,
    /// since no one knows how likely they are; 0 where there are none.
    /// </summary>
    public double AverageNarrowing => Answers.Count == 0 ? 0 : Answers.Average(answer => answer.Narrowing);

    /// <summary>What to count and what not, with an example on either side; <see langword="null"/> where the question is plain without.</summary>
    public string? CodingNote => Asking.CodingNote.ToString() is { Length: > 0 } note ? note : null;

    /// <summary>
    /// What the question is about and what for, in a sentence for the person who is asked. Unlike <see cref="WhyItMatters"/> it names no
    /// finding and weighs no answer, so that it does not lead to one.
    /// </summary>
    public string Reason => SaidReason.ToString();

    /// <summary><see cref="Reason"/> with the language of each part.</summary>
    internal Passage SaidReason => InWords?.Said(InWords.Reason) ?? QuestionText.Reason(this);

    /// <summary>
    /// What each answer would do, in a sentence for the analyst: "If no, VISION-ABSENT is raised at High; if yes, it is ruled out."
    /// Shown to the person who is asked it would lead the answer.
    /// </summary>
    public string WhyItMatters => QuestionText.WhyItMatters(this);

    /// <summary>The words in which a host asks it, or else the rule packs do; null where neither has any.</summary>
    internal QuestionWords? InWords { get => field ?? QuestionWording.OfPacks(State.Book)?.WordsOf(Fact.Path); private init; }

    /// <summary>How it is asked, with the language of each part.</summary>
    internal Asking Asking => new(Fact, PartnerName, InWords);

    /// <summary>The evaluation that left the fact open.</summary>
    internal EvaluationState State { get; }

    internal FactCell Cell { get; }

    internal FactReading Reading => field ??= State.Facts.ReadingOf(Cell);

    /// <summary>The rules of <see cref="CouldSettle"/>, worst first, each with the highest level at which a case that waits for the fact could be raised.</summary>
    internal ArraySegment<WaitingRule> Settles { get; }

    /// <summary>The same without the levels.</summary>
    internal IEnumerable<Rule> RulesThatWait => Settles.Select(waiting => waiting.In(State.Book));

    /// <summary>Those of them that wait at the worst level.</summary>
    internal IEnumerable<Rule> WorstThatWait => Settles.TakeWhile(waiting => waiting.Level == Worst).Select(waiting => waiting.In(State.Book));

    /// <summary>A question about a partner begins with the name.</summary>
    internal static string Asked(string question, string? partner) => partner is null ? question : $"{partner}: {question}";

    /// <summary>The partner the question is about, or <see langword="null"/>.</summary>
    internal string? PartnerName => Fact.IsPerPartner ? State.Facts.Listed[Cell.Row].Name : null;

    /// <summary>Path and question.</summary>
    public override string ToString() => $"{Path}: {Question}";

    /// <summary>The question, the allowed answers, what it is about, how to count and what each answer would do, in lines for an analyst to read.</summary>
    /// <returns>Lines that end with a line feed on every system, the last one too.</returns>
    public string ToText() => Unseen.Replaced(QuestionText.Write(this));

    /// <inheritdoc/>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, WriteTo);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json) => json.WriteDocument(QuestionJson.SchemaId, this, QuestionJson.Write);

    /// <summary>The question in the words of a wording, where it has any for it.</summary>
    internal OpenQuestion Worded(QuestionWording? wording) => wording?.WordsOf(Fact.Path) is { } words ? new(State, Cell, Settles) { InWords = words } : this;

    /// <summary>The collaboration with the fact answered.</summary>
    /// <param name="given">A collaboration with the same partners as the one that was evaluated.</param>
    /// <param name="value">A value in the type of the fact.</param>
    internal Collaboration Answered(Collaboration given, object value) => Reading.Place.With(given, value);
}
