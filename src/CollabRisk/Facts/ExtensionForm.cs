using System.Text.RegularExpressions;
using CollabRisk.Text;

namespace CollabRisk.Facts;

/// <summary>How the names and words of extension facts are spelled. JSON, C# and the declarations of packs all go by it.</summary>
internal static partial class ExtensionForm
{
    /// <summary>A part of a name, as a regular expression that every dialect reads alike.</summary>
    public const string NamePart = "^[a-z][a-zA-Z0-9]{0,99}$";

    /// <summary>A word, likewise.</summary>
    public const string Word = "^[a-zA-Z][a-zA-Z0-9]{0,99}$";

    /// <summary>A word that a pack adds to a fact of the library, likewise.</summary>
    public const string AddedWord = "^[a-z][a-zA-Z0-9]{0,99}\\.[a-zA-Z][a-zA-Z0-9]{0,99}$";

    /// <summary>How many words a fact can have at most: each takes a bit of its code.</summary>
    public const int MostWords = 62;

    public const string OfNameParts = "It is made of letters from a to z and digits, and begins with a small letter, such as 'rotaShared'.";

    public const string OfNames = "A name is a prefix and a name joined by a dot, such as 'rcr.rotaShared', or has a group between the two, such as 'rcr.rota.shared'; each part is made of letters from a to z and digits, and begins with a small letter.";

    public const string OfWords = "A word is made of letters from a to z and digits, and begins with a letter, such as 'Sufficient'.";

    public const string OfAddedWords = "It is a prefix and a word joined by a dot, such as 'gdn.HousingAssociation'; both are made of letters from a to z and digits, the prefix begins with a small letter and the word with a letter.";

    /// <summary>Whether the text is a prefix, a group, or what follows them.</summary>
    public static bool IsNamePart(string text) => NamePartForm.IsFormOfAll(text);

    /// <summary>Whether the text is a prefix and a name, with or without a group between the two, joined by dots.</summary>
    public static bool IsName(string text) => text.Split('.') is { Length: 2 or 3 } parts && Array.TrueForAll(parts, IsNamePart);

    /// <summary>What the name of a fact in a group begins with, <c>rcr.rota</c> for <c>rcr.rota.shared</c>; null for one in no group.</summary>
    public static string? GroupOf(string name) =>
        name.LastIndexOf('.') is var last && last > name.IndexOf('.', StringComparison.Ordinal) ? name[..last] : null;

    public static bool IsWord(string text) => WordForm.IsFormOfAll(text);

    public static bool IsAddedWord(string text) => AddedWordForm.IsFormOfAll(text);

    /// <summary>The prefix of the facts and words of a pack with a prefix for its codes: <c>rcr</c> for <c>RCR</c>, <c>myForce</c> for <c>MY-FORCE</c>.</summary>
    public static string PrefixOf(string codes) =>
        Words.CamelCase(string.Concat(codes.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => word[..1].ToUpperInvariant() + word[1..].ToLowerInvariant())));

    /// <summary>The prefix and the word of a word that a pack adds.</summary>
    public static (string Prefix, string Word) PartsOf(string addedWord) =>
        addedWord.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? (addedWord[..dot], addedWord[(dot + 1)..]) : ("", addedWord);

    [GeneratedRegex(NamePart)]
    private static partial Regex NamePartForm { get; }

    [GeneratedRegex(Word)]
    private static partial Regex WordForm { get; }

    [GeneratedRegex(AddedWord)]
    private static partial Regex AddedWordForm { get; }
}
