using System.Text.RegularExpressions;

namespace CollabRisk.Rules;

/// <summary>How codes of rules, ids of packs and versions are spelled. C# and YAML go by it.</summary>
internal static partial class Spelling
{
    /// <summary>A code, or a prefix of codes, as a regular expression that every dialect reads alike.</summary>
    public const string Code = "^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$";

    /// <summary>The id of a pack, likewise.</summary>
    public const string PackId = "^[a-z][a-z0-9]*([.-][a-z0-9]+)*$";

    public static bool IsCode(string text) => CodeForm.IsMatch(text) && !text.EndsWith('\n');

    public static bool IsPackId(string text) => PackIdForm.IsMatch(text) && !text.EndsWith('\n');

    public static bool IsVersion(string text) => VersionForm.IsMatch(text) && !text.EndsWith('\n');

    [GeneratedRegex(Code)]
    private static partial Regex CodeForm { get; }

    [GeneratedRegex(PackId)]
    private static partial Regex PackIdForm { get; }

    [GeneratedRegex(@"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex VersionForm { get; }
}
