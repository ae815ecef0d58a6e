using System.Runtime.CompilerServices;
using CollabRisk.Json;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>What the JSON of every assessment of a rule book repeats.</summary>
internal sealed class RepeatedBook(RuleBook book)
{
    private static readonly ConditionalWeakTable<RuleBook, RepeatedBook> Books = [];

    public RepeatedValue RuleBook { get; } = new(json => AssessmentJson.WriteRuleBook(json, book));

    public RepeatedOutcomes Outcomes { get; } = new(book);

    public RepeatedValue Notes { get; } = new(json => json.WriteWordsValue(book.Notes.Select(note => note.Text)));

    public static RepeatedBook Of(RuleBook book) => Books.GetValue(book, static book => new(book));
}
