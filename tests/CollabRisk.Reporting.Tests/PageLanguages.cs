using System.Net;
using System.Text.RegularExpressions;

namespace CollabRisk.Reporting.Tests;

/// <summary>Walks the tree of a page, as <see cref="HtmlDocument"/> finds it strict, and tells which language each text on it is in.</summary>
internal static partial class PageLanguages
{
    /// <summary>Each text with the language of the nearest element around it that has one.</summary>
    public static IReadOnlyList<(string Text, string Language, string Direction)> TextsOf(string html)
    {
        var texts = new List<(string, string, string)>();
        Walk(html, (text, language, direction) => texts.Add((text, language, direction)), (_, _) => { });
        return texts;
    }

    /// <summary>The elements that say a language which is that of what is around them already.</summary>
    public static IReadOnlyList<string> NeedlessIn(string html)
    {
        var needless = new List<string>();
        Walk(html, (_, _, _) => { }, (tag, isNeedless) =>
        {
            if (isNeedless)
            {
                needless.Add(tag);
            }
        });
        return needless;
    }

    /// <summary>What is in attributes, where no part can say its language.</summary>
    public static IEnumerable<string> AttributesOf(string html) => Tag.Matches(Style.Replace(html, "")).SelectMany(tag => Attribute.Matches(tag.Value)).Select(match => WebUtility.HtmlDecode(match.Groups["value"].Value));

    private static void Walk(string html, Action<string, string, string> onText, Action<string, bool> onLanguage)
    {
        html = Style.Replace(html, "");
        var open = new Stack<(string Language, string Direction)>([("", "ltr")]);
        var at = 0;
        foreach (Match tag in Tag.Matches(html))
        {
            if (WebUtility.HtmlDecode(html[at..tag.Index]) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                onText(text, open.Peek().Language, open.Peek().Direction);
            }

            at = tag.Index + tag.Length;
            if (tag.Value.StartsWith("</", StringComparison.Ordinal))
            {
                open.Pop();
                continue;
            }

            var attributes = Attribute.Matches(tag.Value).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);
            var (around, direction) = open.Peek();
            if (attributes.TryGetValue("lang", out var language))
            {
                onLanguage(tag.Value, around.Split('-')[0] == language.Split('-')[0]);
            }

            if (!tag.Value.EndsWith("/>", StringComparison.Ordinal) && !Void.IsMatch(tag.Value))
            {
                open.Push((language ?? around, attributes.GetValueOrDefault("dir") is "rtl" or "ltr" ? attributes["dir"] : direction));
            }
        }
    }

    [GeneratedRegex("^<(!|meta|br)")]
    private static partial Regex Void { get; }

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style { get; }

    [GeneratedRegex("""</?[a-zA-Z!](?:"[^"]*"|[^<>"])*>""")]
    private static partial Regex Tag { get; }

    [GeneratedRegex("(?<name>[a-zA-Z][-a-zA-Z0-9]*)=\"(?<value>[^\"]*)\"")]
    private static partial Regex Attribute { get; }
}
