using System.Text.RegularExpressions;
using CollabRisk.Text;

namespace CollabRisk.Planning;

/// <summary>
/// Which texts of a plan are in another language than English. A plan is kept and read without the rules that it comes of, so it knows this itself.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed partial class PlanLanguages
{
    private readonly Dictionary<string, string> languages;

    /// <param name="texts">Texts, each with the tag of its language; of two that are the same, the first counts.</param>
    public PlanLanguages(IEnumerable<(string Text, string Language)> texts) =>
        languages = texts.DistinctBy(each => each.Text, StringComparer.Ordinal).ToDictionary(each => each.Text, each => each.Language, StringComparer.Ordinal);

    /// <summary>All in English.</summary>
    public static PlanLanguages None { get; } = new([]);

    /// <summary>The texts by the tag of their language, both in alphabetical order; empty where all are in English.</summary>
    public IEnumerable<(string Language, IEnumerable<string> Texts)> ByLanguage => languages.GroupBy(each => each.Value, StringComparer.Ordinal)
        .OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => (same.Key, same.Select(each => each.Key).Order(StringComparer.Ordinal).AsEnumerable()));

    /// <summary>The languages of the texts in some steps.</summary>
    /// <param name="assessment">By which the plan was brought up to date.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="earlier">The languages of those that were there before: a step that is no longer called for stays as it was.</param>
    public static PlanLanguages Of(Assessment assessment, IReadOnlyList<ActionStep> steps, PlanLanguages earlier)
    {
        var book = assessment.RuleBook;
        var said = book.Language is null ? []
            : assessment.Findings.SelectMany(finding => finding.Recommendations.Select(book.Said).Append(finding.Rule.SaidTitle).Append(finding.SaidSubject))
                .Concat(book.Facts.Facts.SelectMany(fact => fact.SaidWords.Append(fact.SaidInPlainWords)));
        var there = steps.SelectMany(TextsOf).SelectMany(text => ItemsOf(text).Append(text)).ToHashSet(StringComparer.Ordinal);
        return new(said.Where(passage => passage.Language is not null).Select(passage => (Text: passage.ToString(), Language: passage.Language!))
            .Concat(earlier.languages.Select(each => (Text: each.Key, Language: each.Value))).Where(each => there.Contains(each.Text)));
    }

    /// <summary>What to do, with the language that it is in; what people wrote is in no language that the plan knows.</summary>
    public Passage Said(ActionStep step) => step.Need == StepNeed.Own ? step.Action : Said(step.Action);

    /// <summary>A text of the plan with the language that it is in.</summary>
    public Passage Said(string text) => new(text, languages.GetValueOrDefault(text));

    /// <summary>A value of a fact with the language that it is in, or that each word of a list is in.</summary>
    public Passage SaidValue(string value) => languages.ContainsKey(value) ? Said(value) : Passage.Of(null, ItemsOf(value).Select(Said));

    private static IEnumerable<string> TextsOf(ActionStep step) =>
    [
        step.Action,
        .. step.Findings.SelectMany(finding => new[] { finding.Title, finding.SubjectInWords }).OfType<string>(),
        .. step.Clears.Concat(step.ClearedOtherwise).SelectMany(clearing => clearing.Changes).SelectMany(change => new[] { change.Meaning, change.From, change.To }),
    ];

    /// <summary>The items of a list in a sentence, "a, b and c", and what is between them.</summary>
    private static string[] ItemsOf(string text) => Between.Split(text);

    [GeneratedRegex("(, | and )")]
    private static partial Regex Between { get; }
}
