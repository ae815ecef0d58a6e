namespace CollabRisk.Text;

/// <summary>Which words are for whom: by tags of languages, such as <c>de</c> and <c>de-AT</c>.</summary>
internal static class LanguageTag
{
    /// <summary>Whether words of a language are for those who speak another: the same one, or one that it is a form of. Words of no language are for all.</summary>
    public static bool Fits(string? of, string? wanted) => of is null
        || (wanted is not null && wanted.StartsWith(of, StringComparison.OrdinalIgnoreCase) && (wanted.Length == of.Length || wanted[of.Length] == '-'));

    /// <summary>Of some texts the one in the language itself, or in the one that it is a form of; null where there is neither.</summary>
    public static string? Nearest(IEnumerable<KeyValuePair<string, string>> texts, string? wanted) => wanted is null ? null
        : texts.Where(text => Fits(text.Key, wanted)).OrderByDescending(text => text.Key.Length).Select(text => text.Value).FirstOrDefault();
}
