using System.Text;
using System.Text.RegularExpressions;
using CollabRisk.Text;

namespace CollabRisk.Rules;

/// <summary>How codes of rules, ids of packs and versions are spelled. C# and YAML go by it.</summary>
internal static partial class Spelling
{
    /// <summary>A code, or a prefix of codes, as a regular expression that every dialect reads alike.</summary>
    public const string Code = "^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$";

    /// <summary>The id of a pack, likewise.</summary>
    public const string PackId = "^[a-z][a-z0-9]*([.-][a-z0-9]+)*$";

    /// <summary>The id of a claim, a source or a tension, likewise: letters and digits of ASCII, since others can look the same.</summary>
    public const string EvidenceId = "^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$";

    public static bool IsEvidenceId(string text) => EvidenceIdForm.IsFormOfAll(text);

    /// <summary>How a code or an id looks to a hurried reader: two with the same look can be taken for each other.</summary>
    public static string LookOf(string id)
    {
        var look = new StringBuilder(id.Length);
        foreach (var c in id)
        {
            _ = look.Append(char.ToUpperInvariant(c) switch
            {
                '0' => 'O',
                '1' or 'L' => 'I',
                '2' => 'Z',
                '5' => 'S',
                '8' => 'B',
                '.' or '_' => '-',
                var other => other,
            });
        }

        return look.Replace("RN", "M").Replace("VV", "W").ToString();
    }

    /// <summary>When a document was published, likewise: a year, a month or a day.</summary>
    public const string Published = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

    public static bool IsPublished(string text) => PublishedForm.IsFormOfAll(text) && (text.Length < 10 || CalendarDay.Read(text) is not null);

    /// <summary>The tag of a language, likewise: <c>nl</c>, <c>de-AT</c>.</summary>
    public const string Language = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

    public static bool IsLanguage(string text) => LanguageForm.IsFormOfAll(text);

    public static string NotALanguage(string text) => $"{Shown.Value(text)} is not a language. Write its tag, such as nl or de-AT.";

    /// <summary>What is wrong with a language that texts are said to be in; null where nothing is.</summary>
    public static string? ProblemOfLanguage(string text) =>
        !IsLanguage(text) ? NotALanguage(text)
        : LanguageTag.IsEnglish(text) ? $"texts without a language are English, so {Shown.Value(text)} is not given here. Write the English in the texts themselves, and leave this out."
        : null;

    public static bool IsCode(string text) => CodeForm.IsFormOfAll(text);

    public static bool IsPackId(string text) => PackIdForm.IsFormOfAll(text);

    public static bool IsVersion(string text) => VersionForm.IsFormOfAll(text);

    [GeneratedRegex(Code)]
    private static partial Regex CodeForm { get; }

    [GeneratedRegex(Language)]
    private static partial Regex LanguageForm { get; }

    [GeneratedRegex(EvidenceId)]
    private static partial Regex EvidenceIdForm { get; }

    [GeneratedRegex(Published)]
    private static partial Regex PublishedForm { get; }

    [GeneratedRegex(PackId)]
    private static partial Regex PackIdForm { get; }

    [GeneratedRegex(@"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex VersionForm { get; }
}
