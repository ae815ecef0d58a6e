using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Questions;

/// <summary>How a fact is asked for, with the language of each part: in the words of a wording where it has any, otherwise in the library's.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Partner">The partner whom it is about; null where it is about the whole.</param>
/// <param name="Words">The words of its own; null for the library's.</param>
internal readonly record struct Asking(Fact Fact, string? Partner, QuestionWords? Words)
{
    /// <summary>How a question of some path is asked; null where no fact has the path.</summary>
    /// <param name="path">The path, with the partner's name where it is a partner's fact.</param>
    /// <param name="facts">The facts there are.</param>
    /// <param name="wording">Words of their own for some questions; null for the library's alone.</param>
    public static Asking? Of(string path, FactRegistry facts, QuestionWording? wording) =>
        FactPlace.Of(path, facts) is (var fact, var partner) ? new Asking(fact, partner, wording?.WordsOf(fact.Path)) : null;

    /// <summary>The same in the words that the packs of a rule book have.</summary>
    public static Asking? Of(string path, RuleBook book) => Of(path, book.Facts, QuestionWording.OfPacks(book));

    /// <summary>The question; one about a partner begins with the name, which goes with the sentence.</summary>
    public Passage Question
    {
        get
        {
            var name = Partner;
            return (Words?.Said(Words.Question) ?? Fact.Question).AtStart(question => OpenQuestion.Asked(question, name));
        }
    }

    /// <summary>What to count and what not; empty where the question is plain without.</summary>
    public Passage CodingNote => Fact.CodingNoteIn(Words?.Said(Words.CodingNote));

    /// <summary>What may be answered.</summary>
    public Passage AllowedAnswers => Words?.Said(Words.AllowedAnswers) is { } answers ? Fact.WithAdded(answers) : QuestionText.Allowed(Fact);
}
