using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.Text;

namespace CollabRisk.Questionnaires;

/// <summary>One question of a questionnaire.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class QuestionnaireItem
{
    private readonly QuestionWords? words;

    internal QuestionnaireItem(Fact fact, string? partner, string? answer, FactRemark? remark, QuestionWording? wording)
    {
        Fact = fact;
        Partner = partner;
        Answer = answer;
        Remark = remark;
        words = wording?.WordsOf(fact.Path);
    }

    /// <summary>The fact that is asked for.</summary>
    public Fact Fact { get; }

    /// <summary>The partner whom it is about; <see langword="null"/> where it is about the whole.</summary>
    public string? Partner { get; }

    /// <summary>The path of the fact, with the partner's name where it is a partner's. By it, answers are read back.</summary>
    public string Path => Fact.PathFor(Partner);

    /// <summary>The question, without the name of the partner.</summary>
    public string Question => SaidQuestion.ToString();

    /// <summary><see cref="Question"/> with the language that it is in.</summary>
    internal Passage SaidQuestion => words?.Said(words.Question) ?? Fact.Question;

    /// <summary>How to count, and when the question is to be answered at all; <see langword="null"/> where it is plain without.</summary>
    public string? CodingNote => SaidCodingNote.ToString() is { Length: > 0 } note ? note : null;

    /// <summary><see cref="CodingNote"/> with the language of each part; empty where there is none.</summary>
    internal Passage SaidCodingNote => Passage.Join(" ", new[] { Presuppositions.InWords(Fact), Fact.CodingNoteIn(words?.Said(words.CodingNote)) }.Where(note => !string.IsNullOrWhiteSpace($"{note}")));

    /// <summary>What may be answered, in words, without <see cref="OtherAnswers"/>.</summary>
    public string AllowedAnswers => SaidAllowedAnswers.ToString();

    /// <summary><see cref="AllowedAnswers"/> with the language of each part.</summary>
    internal Passage SaidAllowedAnswers => words?.Said(words.AllowedAnswers) is { } offered ? Fact.WithAdded(offered) : Fact.Type switch
    {
        FactType.Words => Passage.Of($"any of {Passage.Join(", ", Choices.Select(Fact.Said))}, with commas between them, or none"),
        FactType.Text => "a text",
        _ => QuestionText.Allowed(Fact),
    };

    /// <summary>The answers of which one is chosen, or of a <see cref="FactType.Words"/> fact several; empty where the answer is a number, a day or a text.</summary>
    public IReadOnlyList<string> Choices => ChoicesOf(Fact);

    /// <summary>
    /// The answers that the question takes next to its own: that it is not known, and, unless the fact always applies, that it does not apply;
    /// empty where the name of a partner is asked for.
    /// </summary>
    public IReadOnlyList<string> OtherAnswers => SpecialAnswers.OfferedFor(Fact);

    /// <summary>What is known already, as an answer; <see langword="null"/> where nothing is, or it is left out.</summary>
    public string? Answer { get; }

    /// <summary>The latest remark on the fact; <see langword="null"/> where there is none.</summary>
    public FactRemark? Remark { get; }

    /// <summary>Path and question.</summary>
    public override string ToString() => $"{Path}: {Question}";

    /// <summary>The answers among which a fact lets one choose, as a person reads them; empty where it lets one write.</summary>
    internal static IReadOnlyList<string> ChoicesOf(Fact fact) => fact.Type == FactType.YesNo ? ["yes", "no"] : fact.SpokenWords;

    /// <summary>A value as an answer that is read back as the same value.</summary>
    internal static string InWords(Fact fact, object value) => value is DoesNotApply ? $"{value}" : fact.Type switch
    {
        FactType.Word => fact.InFull(value),
        FactType.Words => string.Join(", ", fact.SpokenIn(fact.CodeOf(value))) is { Length: > 0 } some ? some : "[]",
        FactType.Text when SpecialAnswers.Of((string)value) is not null => $"\"{value}\"",
        _ => FactValues.Write(fact, value),
    };
}
