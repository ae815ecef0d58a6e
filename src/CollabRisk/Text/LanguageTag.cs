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
