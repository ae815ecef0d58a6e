using System.Runtime.CompilerServices;
using System.Text.Json;
using CollabRisk.Json;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>What the JSON of every assessment of a rule book repeats.</summary>
internal sealed class RepeatedBook(RuleBook book)
{
    private static readonly ConditionalWeakTable<RuleBook, RepeatedBook> Books = [];

    public RepeatedValue RuleBook { get; } = new(json => AssessmentJson.WriteRuleBook(json, book));

    public RepeatedValue Notes { get; } = new(json => json.WriteWordsValue(book.Notes.Select(note => note.Text)));

    /// <summary>The codes of the rules in their order; letters, digits and hyphens, which no encoder escapes.</summary>
    public IReadOnlyList<JsonEncodedText> Codes { get; } = [.. book.RulesByCode.Select(rule => JsonEncodedText.Encode(rule.Code))];

    public static RepeatedBook Of(RuleBook book) => Books.GetValue(book, static book => new(book));
}
