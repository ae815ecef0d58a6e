namespace CollabRisk.Text;

/// <summary>Which words are for whom: by tags of languages, such as <c>de</c> and <c>de-AT</c>.</summary>
internal static class LanguageTag
{
    /// <summary>Whether words of a language are for those who speak another: the same one, or one that it is a form of. Words of no language are for all.</summary>
    public static bool Fits(string? of, string? wanted) => of is null
        || (wanted is not null && wanted.StartsWith(of, StringComparison.OrdinalIgnoreCase) && (wanted.Length == of.Length || wanted[of.Length] == '-'));

    /// <summary>The language of all texts that are given without one.</summary>
    public const string English = "en";

    /// <summary>Whether words are in the language of all texts that are given without one: what would be said in it, is said already.</summary>
    public static bool IsEnglish(string language) => string.Equals(language, English, StringComparison.OrdinalIgnoreCase);

    /// <summary>The scripts that are written from right to left, as tags name them.</summary>
    private static readonly string[] RightToLeftScripts = ["Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"];

    /// <summary>The languages that are, where their tags name no script.</summary>
    private static readonly string[] RightToLeftLanguages =
    [
        "ar", "arb", "arc", "ary", "arz", "azb", "bal", "ckb", "dv", "fa", "he", "iw", "ji", "khw", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "rhg", "sd",
        "skr", "syr", "ug", "ur", "yi",
    ];

    /// <summary>Whether a language is written from right to left. By these lists, and not by a culture: a globalization-invariant program knows none.</summary>
    /// <param name="language">The tag; null for English.</param>
    public static bool IsRightToLeft(string? language) => language?.Split('-') is [var tongue, .. var more]
        && (Array.Find(more, part => part.Length == 4 && char.IsAsciiLetter(part[0])) is { } script ? RightToLeftScripts.Contains(script, StringComparer.OrdinalIgnoreCase)
            : RightToLeftLanguages.Contains(tongue, StringComparer.OrdinalIgnoreCase));

    /// <summary>A text that a thing says, with the language that it is in: one that it has for those who asked, or else English.</summary>
    /// <param name="texts">What its texts are in other languages.</param>
    /// <param name="said">The text as it is said.</param>
    /// <param name="wanted">The language that was asked for; null for English.</param>
    public static Passage Said(this IEnumerable<TextInLanguage> texts, string? said, string? wanted) => new(said, wanted is null || said is null ? null
        : texts.Where(text => text.Text == said && Fits(text.Language, wanted)).MaxBy(text => text.Language.Length)?.Language);

    /// <summary>A text in a language, or in the one that it is a form of; null where it is in neither.</summary>
    /// <param name="texts">What texts are in other languages.</param>
    /// <param name="english">The text in English.</param>
    /// <param name="wanted">The language; null for English.</param>
    /// <param name="subject">The case that says it, whose own words go before those of its rule; null for what is said of no case.</param>
    public static string? Find(this IReadOnlyList<TextInLanguage> texts, string? english, string? wanted, string? subject = null) =>
        wanted is null || texts.Count == 0 ? null
        : texts.Where(text => text.English == english && (text.Subject is null || text.Subject == subject) && Fits(text.Language, wanted))
            .OrderByDescending(text => text.Language.Length).ThenBy(text => text.Subject is null)
            .Select(text => text.Text).FirstOrDefault();

    /// <summary>A text in a language, or in the one that it is a form of; in English where it is in neither.</summary>
    /// <inheritdoc cref="Find"/>
    public static string Say(this IReadOnlyList<TextInLanguage> texts, string english, string? wanted, string? subject = null) =>
        texts.Find(english, wanted, subject) ?? english;
}
