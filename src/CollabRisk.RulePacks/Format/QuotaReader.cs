using System.Globalization;
using System.Text.RegularExpressions;
using CollabRisk.Conditions;

namespace CollabRisk.RulePacks.Format;

/// <summary>Reads the keys that ask about enough partners: a number of them, or a share of all.</summary>
internal static partial class QuotaReader
{
    public const string Most = "most partners";

    /// <summary>The form of the key that asks about a share, for every dialect of regular expressions.</summary>
    public static readonly string SharePattern =
        $"^(at least|more than) ({string.Join('|', Quota.NamedFractions.Select(each => each.Name))}|[1-9][0-9]?%|[1-9][0-9]{{0,3}}/[1-9][0-9]{{0,3}}) of the partners$";

    private static readonly Regex Share = new(SharePattern, RegexOptions.NonBacktracking);

    [GeneratedRegex("^at least ([0-9]{1,4}) partners?$")]
    private static partial Regex Count { get; }

    /// <summary>What is asked for; null where the key asks for nothing of the kind.</summary>
    /// <param name="key">The key.</param>
    /// <param name="problem">What is wrong with it, where it is one of these keys and asks for none of the partners or for all.</param>
    public static Quota? Read(string key, out string? problem)
    {
        problem = null;
        if (key == Most)
        {
            return Quota.Most;
        }

        if (Count.Match(key) is { Success: true } match)
        {
            var count = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            problem = count == 0 ? "at least 0 partners are always there. Write at least 1." : null;
            return Quota.OfCount(count);
        }

        if (Share.Match(key) is not { Success: true } share)
        {
            return null;
        }

        var (part, whole) = FractionOf(share.Groups[2].Value);
        problem = part < whole ? null : $"a share is less than all of the partners. Of all of them ask '{ConditionReader.EveryPartner}'.";
        return Quota.OfShare(part, whole, share.Groups[1].Value == "more than");
    }

    private static (int Part, int Whole) FractionOf(string text)
    {
        if (text[^1] == '%')
        {
            return (Number(text[..^1]), 100);
        }

        if (text.IndexOf('/', StringComparison.Ordinal) is var at and > 0)
        {
            return (Number(text[..at]), Number(text[(at + 1)..]));
        }

        var (_, part, whole) = Quota.NamedFractions.First(each => each.Name == text);
        return (part, whole);

        static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
    }
}
