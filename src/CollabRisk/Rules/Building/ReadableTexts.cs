using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>A text that readers of a report see.</summary>
/// <param name="What">What it is, in a few words: "the title".</param>
/// <param name="English">The text.</param>
/// <param name="Subject">The case that says it; null for what is said of no case.</param>
internal sealed record ReadableText(string What, string English, string? Subject = null)
{
    /// <summary>Whether paths of facts in braces stand for their values.</summary>
    public bool IsMessage { get; init; }

    /// <summary>Whether it is a message that only cases say, each of which is among the texts itself.</summary>
    public bool IsForCases { get; init; }
}

/// <summary>Something whose texts readers see: a rule, a note, a claim.</summary>
/// <param name="kind">What kind of thing it is, such as "claim".</param>
/// <param name="id">Which of them it is; empty where its kind says all.</param>
/// <param name="inLanguages">What its texts are in other languages.</param>
/// <param name="texts">Gives its texts in English. Most packs are in one language, and are never asked for them.</param>
internal sealed class Readable(string kind, string id, IReadOnlyList<TextInLanguage> inLanguages, Func<IEnumerable<ReadableText?>> texts)
{
    /// <summary>What it is called: a code, or what kind of thing it is.</summary>
    public string Name => kind.Length == 0 ? id : id.Length == 0 ? kind : $"{kind} {id}";

    /// <summary>Its texts in English.</summary>
    public IReadOnlyList<ReadableText> Texts => field ??= [.. texts().OfType<ReadableText>()];

    /// <summary>What they are in other languages.</summary>
    public IReadOnlyList<TextInLanguage> InLanguages => inLanguages;

    /// <summary>Whether a text is said in a language, or in one that it is a form of.</summary>
    public bool Says(ReadableText text, string language) => InLanguages.Find(text.English, language, text.Subject) is not null;
}

/// <summary>
/// All texts of a pack that readers of a report see, each with the languages that it is in: what is checked of words in languages, and which of them are
/// missing, is known from here alone. Questions have wordings of their own; facts of the library, and words that packs add to them, are in English; sources are cited as they are.
/// </summary>
internal static class ReadableTexts
{
    /// <summary>Everything that a pack says to readers.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="rules">Its rules, which a chapter in code writes anew whenever it is asked.</param>
    public static IEnumerable<Readable> Of(RulePack pack, IReadOnlyList<RuleDefinition> rules) =>
        BesideRules(pack, rules).Concat(rules.Select(rule => Of(rule, []))).Concat(pack.Overrides.Select(Of));

    /// <summary>What a pack says beside its rules and its changes of others.</summary>
    public static IEnumerable<Readable> BesideRules(RulePack pack, IReadOnlyList<RuleDefinition> rules) =>
        pack.Claims.Select(Of)
            .Concat((pack.PlaceOf is null ? rules.SelectMany(rule => rule.AllRecommendations).DistinctBy(step => step.Code, StringComparer.Ordinal) : pack.Advice).Select(Of))
            .Concat(pack.Notes.Concat(pack.Interpretations).Select(Of))
            .Concat(pack.Tensions.Select(Of))
            .Concat(pack.Chapters.Select(Of))
            .Concat(pack.Retired.Select(Of))
            .Concat(pack.Facts.Select(Of));

    public static Readable Of(Claim claim) => new("claim", claim.Id, claim.InLanguages, () => [new("what it says", claim.Paraphrase)]);

    public static Readable Of(Recommendation step) => new("recommendation", step.Code, step.InLanguages, () => [new("what to do", step.Text)]);

    public static Readable Of(Note note) => new("a note", "", note.InLanguages, () => [new("what it says", note.Text)]);

    public static Readable Of(Tension tension) => new(
        "tension", tension.Id, tension.InLanguages, () => [new("the one side", tension.OneSide), new("the other side", tension.OtherSide), new("the handling", tension.Handling)]);

    public static Readable Of(Chapter chapter) => new("the chapter", $"'{chapter.Heading}'", chapter.InLanguages, () => [new("the heading", chapter.Heading)]);

    public static Readable Of(RetiredCode gone) => new("retired code", gone.Code, gone.InLanguages, () => [new("the reason", gone.Why)]);

    public static Readable Of(FactDeclaration fact) => new(
        "fact", $"extensions.{fact.Name}", fact.InLanguages, () => [Text("the meaning", fact.Meaning), .. fact.AllowedWords.Select(word => Text($"the word '{word}'", word))]);

    public static Readable Of(RuleOverride change) => new(
        "the override of", change.Target, change.InLanguages, () =>
        [
            Text("the reason", change.Reason), Text("the reason of its moderator", change.Because),
            .. change.Case is { } other ? OfCase(other, change.Kind == OverrideKind.AddCase ? other.Subject : null, null) : [],
        ]);

    /// <summary>The texts of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="cases">Its cases where they come of flags, whose names only the facts know; otherwise none.</param>
    public static Readable Of(RuleDefinition rule, IReadOnlyList<CaseDefinition> cases) => new("", rule.Code, rule.InLanguages, () =>
    {
        var all = rule.Cases.Count > 0 ? rule.Cases : cases;
        return
        [
            Text("the title", rule.Title),
            Text("the message", rule.Says, isMessage: true) is { } message ? message with { IsForCases = all.Count > 0 } : null,
            Text("the status note", rule.StatusNote),
            Text("the reason of its level", rule.Level?.Reason),
            .. rule.Moderators.Select(moderator => Text("the reason of a moderator", moderator.Because)),
            .. rule.Caveats.Select(caveat => Text("a caveat", caveat)),
            .. all.SelectMany(each => OfCase(each, each.Subject, rule.Says)),
        ];
    });

    private static IEnumerable<ReadableText?> OfCase(CaseDefinition of, string? subject, string? saysOfRule) =>
    [
        subject is null ? null : Text($"the subject '{subject}'", subject, subject),
        Text(Of("the message", subject), of.Says ?? saysOfRule, subject, isMessage: true),
        Text(Of("the reason of the level", subject), of.Level?.Reason, subject),
        .. of.Caveats.Select(caveat => Text(Of("a caveat", subject), caveat, subject)),
    ];

    private static string Of(string what, string? subject) => subject is null ? what : $"{what} of '{subject}'";

    private static ReadableText? Text(string what, string? english, string? subject = null, bool isMessage = false) =>
        string.IsNullOrWhiteSpace(english) ? null : new(what, english, subject) { IsMessage = isMessage };
}
