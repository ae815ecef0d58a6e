using System.Runtime.CompilerServices;
using System.Text;
using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Questions;

/// <summary>
/// Other words for questions, for the setting or the language of those who are asked. What a question means, and which answers it takes,
/// stays as it is: a wording never touches facts or rules.
/// </summary>
/// <remarks>
/// Written <c>new QuestionWording { ["vision.exists"] = new("Delen de partners een visie?") { AllowedAnswers = "ja of nee" } }</c>, or
/// as JSON: <c>{ "vision.exists": { "question": "Delen de partners een visie?", "allowedAnswers": "ja of nee" } }</c> (<see cref="Read"/>). A
/// question that is not in it is asked in the words of the rule packs in use, where they have any (<see cref="Of(RuleBook, string?)"/>), and otherwise in the
/// library's. Immutable once it is in use, and then thread-safe.
/// </remarks>
public sealed class QuestionWording
{
    private static readonly ConditionalWeakTable<RuleBook, QuestionWording> OfBooks = [];

    private readonly Dictionary<string, QuestionWords> words = new(StringComparer.Ordinal);

    /// <summary>
    /// The tag of the language of these words, such as <c>nl</c> or <c>de-AT</c>, for pages that have to say it to whoever has them read to them;
    /// <see langword="null"/> where it is not said, and they are taken for English. It chooses no words.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>Reads a wording from JSON.</summary>
    /// <param name="json">
    /// An object with the paths of facts, each with the question, or an object with <c>question</c> and, where they are other than the library's,
    /// <c>codingNote</c>, <c>allowedAnswers</c> and <c>reason</c>; <c>$language</c> is that of all of them.
    /// </param>
    /// <param name="facts">The facts there are: <see cref="RuleBook.Facts"/>.</param>
    /// <returns>The wording, or all that is wrong with it, each with its line and column.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static JsonReading<QuestionWording> Read(string json, FactRegistry facts)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(facts);
        return QuestionWordingReader.Read(Encoding.UTF8.GetBytes(json), facts);
    }

    /// <summary>The words that the packs of a rule book have for questions.</summary>
    /// <param name="book">The rule book.</param>
    /// <param name="language">
    /// The language, such as <c>nl</c> or <c>de-AT</c>. Words of the language itself come before those of the one that it is a form of, and those
    /// before the words that are used whatever the language; <see langword="null"/> for these alone. Questions without any are asked in the library's words.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is <see langword="null"/>.</exception>
    public static QuestionWording Of(RuleBook book, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        return Of(book.Wordings.Where(each => LanguageTag.Fits(each.Language, language)).OrderBy(each => each.Language?.Length ?? 0)
            .Select(each => KeyValuePair.Create(each.Fact, new QuestionWords(each.Question) { CodingNote = each.CodingNote, AllowedAnswers = each.AllowedAnswers, Reason = each.Reason, Language = each.Language })));
    }

    /// <summary>The words that a host gives, and where it gives none those of the packs in the language of the book; null where there are neither.</summary>
    /// <exception cref="ArgumentException">Something is wrong with what the host gives; the message has all of it.</exception>
    internal static QuestionWording? InUse(QuestionWording? given, RuleBook book) =>
        OfPacks(book) is not { } packs ? Checked(given, book.Facts) : Checked(given, book.Facts) is { } own ? own.Over(packs) : packs;

    /// <summary>The words that the packs have in the language of the book; null where they have none in any.</summary>
    internal static QuestionWording? OfPacks(RuleBook book) => book.Wordings.Count == 0 ? null : OfBooks.GetValue(book, static book => Of(book, book.Language));

    /// <summary>These words, and where there are none those of another wording.</summary>
    private QuestionWording Over(QuestionWording other) => Of([.. other.words, .. words.Keys.Select(path => KeyValuePair.Create(path, WordsOf(path)!))]);

    /// <summary>The words for a question with the language that they are in; null where there are none of its own.</summary>
    internal QuestionWords? WordsOf(string path) => this[path] is { } own ? own with { Language = own.Language ?? Language } : null;

    /// <summary>A wording of what was read; of two of one question, the later one.</summary>
    /// <param name="read">The words, by the paths of facts.</param>
    /// <param name="language">The language of those that do not say their own; null where it is not known.</param>
    internal static QuestionWording Of(IEnumerable<KeyValuePair<string, QuestionWords>> read, string? language = null)
    {
        var wording = new QuestionWording { Language = language };
        foreach (var (path, words) in read)
        {
            wording.words[path] = words;
        }

        return wording;
    }

    /// <summary>The words for a question; <see langword="null"/> where there are none of its own.</summary>
    /// <param name="path">The path of the fact, without a partner's name: <c>vision.exists</c>, <c>partners[].role</c>.</param>
    /// <exception cref="ArgumentNullException">The path, or the words that are set, are <see langword="null"/>.</exception>
    public QuestionWords? this[string path]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(path);
            return words.GetValueOrDefault(path);
        }

        init
        {
            ArgumentNullException.ThrowIfNull(path);
            ArgumentNullException.ThrowIfNull(value);
            words[path] = value;
        }
    }

    /// <summary>Whatever is wrong with the wording next to the facts there are, as sentences; empty where nothing is.</summary>
    /// <param name="facts">The facts: <see cref="RuleBook.Facts"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is <see langword="null"/>.</exception>
    public IReadOnlyList<string> ProblemsIn(FactRegistry facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. words.Values.Select(each => each.Language).Prepend(Language).OfType<string>().Where(tag => !Spelling.IsLanguage(tag)).Distinct(StringComparer.Ordinal).Select(Spelling.NotALanguage),
            .. words.OrderBy(each => each.Key, StringComparer.Ordinal).SelectMany(each => new[]
            {
                facts.Find(each.Key) is null ? $"{Shown.Name(each.Key)}: there is no such fact.{(facts.Nearest(each.Key) is { } near ? $" Did you mean '{near.Path}'?" : "")}" : null,
                string.IsNullOrWhiteSpace(each.Value.Question) ? $"{Shown.Name(each.Key)}: the question is blank. Write one, or leave the fact out." : null,
            }).OfType<string>(),
        ];
    }

    /// <summary>How many questions have words of their own.</summary>
    public override string ToString() => Words.Count(words.Count, "question");

    /// <exception cref="ArgumentException">Something is wrong with the wording; the message has all of it.</exception>
    private static QuestionWording? Checked(QuestionWording? wording, FactRegistry facts) =>
        wording?.ProblemsIn(facts) is { Count: > 0 } problems ? throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(wording)) : wording;
}

/// <summary>The words in which one question is asked.</summary>
/// <param name="Question">The question. About a partner, the partner's name comes before it.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record QuestionWords(string Question)
{
    /// <summary>How to count, in place of <see cref="Fact.CodingNote"/>, which is shown where this is <see langword="null"/>; blank for none at all.</summary>
    public string? CodingNote { get; init; }

    /// <summary>What may be answered, in words; the library's words where this is <see langword="null"/>. The values stay the same.</summary>
    public string? AllowedAnswers { get; init; }

    /// <summary>What the question is about, for the person who is asked; the library's sentence where this is <see langword="null"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>The tag of the language that these words are in, such as <c>nl</c>; that of the <see cref="QuestionWording"/> where this is <see langword="null"/>.</summary>
    public string? Language { get; init; }

    /// <summary>A text among these words with the language that it is in; null where it is null.</summary>
    internal Passage? Said(string? text) => text is null ? null : new(text, Language);
}
