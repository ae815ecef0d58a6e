using System.Text.RegularExpressions;

namespace CollabRisk.Reporting.Tests;

/// <summary>
/// Reads a page as strictly as the reports are written, which is stricter than a browser: every tag is closed where it must be, each
/// attribute is in double quotes. Whatever does not fit is a problem.
/// </summary>
internal sealed partial class HtmlDocument
{
    private static readonly HashSet<string> Void = ["br", "meta"];

    public HtmlDocument(string html)
    {
        var open = new Stack<string>();
        var style = Style.Match(html);
        StyleSheet = style.Groups[1].Value;
        var rest = html.Remove(style.Groups[1].Index, style.Groups[1].Length);
        foreach (Match tag in Tag.Matches(rest))
        {
            var name = tag.Groups["name"].Value;
            if (tag.Groups["close"].Length > 0)
            {
                if (open.Count == 0 || open.Pop() != name)
                {
                    Problems.Add($"</{name}> closes nothing, near {Near(rest, tag.Index)}");
                }

                continue;
            }

            Tags.Add(name);
            foreach (Match attribute in Attribute.Matches(tag.Groups["attributes"].Value))
            {
                Attributes.Add((name, attribute.Groups["name"].Value, attribute.Groups["value"].Value));
            }

            if (Attribute.Replace(tag.Groups["attributes"].Value, "").Trim() is not ("" or "/" or "open"))
            {
                Problems.Add($"<{name}{tag.Groups["attributes"].Value}> is not written strictly");
            }

            if (!Void.Contains(name) && !tag.Groups["attributes"].Value.EndsWith('/'))
            {
                open.Push(name);
            }
        }

        Problems.AddRange(open.Select(name => $"<{name}> is not closed"));
        Problems.AddRange(Tag.Replace(rest, "").Split('\n').Where(line => line.AsSpan().ContainsAny('<', '>') && line != "<!DOCTYPE html>").Select(line => $"a sharp bracket in text: {line}"));
        var ids = Of("id").ToList();
        Problems.AddRange(ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"the id {same.Key} is there {same.Count()} times"));
        Problems.AddRange(Of("href").Concat(Of("aria-labelledby").Select(id => "#" + id)).Distinct().Where(to => to[0] != '#' || !ids.Contains(to[1..])).Select(to => $"{to} leads nowhere"));
        Text = Spaces.Replace(Tag.Replace(rest, " "), " ");
    }

    public List<string> Problems { get; } = [];

    public List<string> Tags { get; } = [];

    public List<(string Tag, string Name, string Value)> Attributes { get; } = [];

    /// <summary>The text between the tags, as it is encoded.</summary>
    public string Text { get; }

    public string StyleSheet { get; }

    public IEnumerable<string> Of(string attribute) => Attributes.Where(each => each.Name == attribute).Select(each => each.Value);

    private static string Near(string html, int at) => html[Math.Max(0, at - 120)..Math.Min(html.Length, at + 40)];

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style { get; }

    [GeneratedRegex("""<(?<close>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<attributes>(?:"[^"]*"|[^<>"])*)>""")]
    private static partial Regex Tag { get; }

    [GeneratedRegex("(?<name>[a-zA-Z][-a-zA-Z0-9]*)=\"(?<value>[^\"]*)\"")]
    private static partial Regex Attribute { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }
}
