using System.Globalization;
using System.Text.RegularExpressions;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Yaml;

/// <summary>A mistake that keeps a text from being YAML: where it is, and what to write.</summary>
internal sealed record SyntaxMistake(int Line, int Column, string What);

/// <summary>
/// Finds out which mistake an author made where the parser gives up. The parser knows what it expected; authors want to know what to
/// write. The commonest mistakes show in the line where it stopped, or in one next to it.
/// </summary>
internal static partial class SyntaxMistakes
{
    /// <summary>The mistake, at its own place; null where it is none of those that are known.</summary>
    /// <param name="lines">The lines of the file.</param>
    /// <param name="line">The line where the parser stopped, from 1.</param>
    /// <param name="said">What the parser says.</param>
    public static SyntaxMistake? Find(IReadOnlyList<string> lines, int line, string said)
    {
        // Of a tab the parser says only in which block it is, of a code in a text where the text begins.
        if (said.Contains(" tab ", StringComparison.Ordinal))
        {
            LookFor(Tab);
        }
        else if (said.Contains("escape character", StringComparison.Ordinal))
        {
            return LookFor(Escape) is { } sign
                ? new(line, sign.Index + 1, $"in double quotes a backslash begins a code such as \\n, and '{Shown.Name(sign.Value)}' is none. {OfQuoted(At(line)) ?? "Write the backslash twice, or put the text in single quotes."}")
                : null;
        }
        else if (said.Contains("surrogates", StringComparison.Ordinal) || said.Contains("UTF32", StringComparison.Ordinal))
        {
            return LookFor(HalfPair) is { } half
                ? new(line, half.Index + 1, $"'{half.Value}' is half of a surrogate pair, and no character by itself. Write the character, or its whole code with U and eight digits, such as \\U0001F600.")
                : null;
        }

        var before = line - 1;
        while (before > 1 && IsBlank(At(before)))
        {
            before--;
        }

        foreach (var (each, text) in new[] { line, line + 1, before }.Where(each => each >= 1 && each <= lines.Count).Select(each => (each, At(each))))
        {
            if (Tab.Match(text) is { Success: true } tab)
            {
                return new(each, tab.Groups[1].Index + 1, "a tab is where spaces belong. Indent with spaces alone.");
            }

            if (OtherSpace.Match(text) is { Success: true } space)
            {
                var found = space.Groups[1];
                return new(each, found.Index + 1, string.Create(CultureInfo.InvariantCulture, $"a space of another kind (U+{(int)found.Value[0]:X4}) is where a plain one belongs; it comes from copying out of a document. Type the space again."));
            }
        }

        return new[] { line, before }.Where(each => each >= 1 && each <= lines.Count)
            .Select(each => OfLine(each, At(each)) ?? OfLines(each, At(each), At(each + 1))).FirstOrDefault(mistake => mistake is not null)
            ?? OfItem(line, At(line), At(before)) ?? OfComment(lines, line, before) ?? OfGoingOn(line, At(line), At(before)) ?? OfIndentation(lines, line);

        Match? LookFor(Regex what)
        {
            while (line < lines.Count && !what.IsMatch(At(line)))
            {
                line++;
            }

            return what.Match(At(line)) is { Success: true } found ? found : null;
        }

        string At(int number) => number >= 1 && number <= lines.Count ? lines[number - 1].TrimEnd('\r') : "";
    }

    private static SyntaxMistake? OfLine(int line, string text)
    {
        if (Entry.Match(text) is { Success: true } entry)
        {
            var value = entry.Groups["value"];
            var what = OfValue(entry.Groups["key"].Value, value.Value.TrimEnd());
            return what is null ? null : new(line, value.Index + 1, what);
        }

        if (NoSpace.Match(text) is { Success: true } glued)
        {
            var colon = glued.Groups["value"];
            return new(line, colon.Index + 1, $"a space is missing after the colon. Write '{glued.Groups["key"].Value}: {Shown.Name(colon.Value)}'.");
        }

        if (Item.Match(text) is { Success: true } item)
        {
            var value = item.Groups["value"];
            var what = OfText("- ", value.Value.TrimEnd());
            return what is null ? null : new(line, value.Index + 1, what);
        }

        return null;
    }

    /// <summary>A key that lacks its colon, above what belongs to it.</summary>
    private static SyntaxMistake? OfLines(int line, string text, string next) =>
        NoColon.Match(text) is { Success: true } bare && Start.Match(next) is { Success: true } below && below.Groups[2].Index > bare.Groups["key"].Index
            ? new(line, bare.Groups["key"].Index + 1, $"'{Shown.Name(bare.Groups["key"].Value)}' has no colon after it. Write '{Shown.Name(bare.Groups["key"].Value)}:'.")
            : null;

    /// <summary>An item under a key that has a value already.</summary>
    private static SyntaxMistake? OfItem(int line, string text, string before) =>
        text.TrimStart().StartsWith("- ", StringComparison.Ordinal) && Entry.Match(before) is { Success: true } entry && entry.Groups["value"].Value[0] is not ('|' or '>')
            ? new(line, text.Length - text.TrimStart().Length + 1, $"a list item is under '{Shown.Name(entry.Groups["key"].Value)}', which has a value already. Keep either the value or the list.")
            : null;

    /// <summary>A comment within a text of several lines: it ends the text.</summary>
    private static SyntaxMistake? OfComment(IReadOnlyList<string> lines, int line, int before)
    {
        if (line < 1 || line > lines.Count || before < 1 || Begins(lines[line - 1]))
        {
            return null;
        }

        if (CommentAfterText.Match(lines[before - 1]) is { Success: true } after)
        {
            return new(before, after.Groups["sign"].Index + 1, "a '#' after a space begins a comment and ends the text, which goes on in the next line. Put the text in quotes, or the comment in a line above the text.");
        }

        var between = Enumerable.Range(before + 1, Math.Max(0, line - before - 1)).FirstOrDefault(each => lines[each - 1].TrimStart() is ['#', ..]);
        return between == 0 || Indent(lines[line - 1]) <= Indent(lines[before - 1]) ? null
            : new(between, Indent(lines[between - 1]) + 1, "a comment ends the text above it, which goes on below. Put the comment above the text.");

        static bool Begins(string text) => Entry.IsMatch(text) || Item.IsMatch(text);
        static int Indent(string text) => text.Length - text.TrimStart(' ').Length;
    }

    /// <summary>A text that goes on in a line which is not further right than its key.</summary>
    private static SyntaxMistake? OfGoingOn(int line, string text, string before) =>
        !text.Contains(':', StringComparison.Ordinal) && !Item.IsMatch(text) && Start.Match(text) is { Success: true } start
        && Entry.Match(before) is { Success: true } entry && entry.Groups["value"].Value[0] is not ('[' or '{' or '"' or '\'' or '|' or '>') && start.Groups[2].Index <= entry.Groups["key"].Index
            ? new(line, start.Groups[2].Index + 1, $"this line has no key. If it goes on with the text of '{Shown.Name(entry.Groups["key"].Value)}', move it to the right of that key.")
            : null;

    /// <summary>What to write for a text in double quotes that has backslashes of its own, as paths have.</summary>
    private static string? OfQuoted(string text) =>
        Entry.Match(text) is { Success: true } entry && InDoubles.Match(entry.Groups["value"].Value) is { Success: true } quoted
            ? Write($"{entry.Groups["key"].Value}: ", quoted.Groups["text"].Value.Replace("\\\"", "\"", StringComparison.Ordinal))
            : null;

    private static string? OfValue(string key, string value)
    {
        if (Compared.Match(value) is { Success: true } compared)
        {
            var word = compared.Groups[1].Value switch { ">" => "above", ">=" => "at least", "<" => "below", _ => "at most" };
            return $"signs are not used to compare. Write '{Shown.Name(key)}: {{{word}: {compared.Groups[2].Value}}}'; a text that begins with '{compared.Groups[1].Value}' goes in quotes.";
        }

        if (value is ['-' or '?' or ':', ' ', ..])
        {
            return value[0] == '-'
                ? $"a list begins on a line of its own, or in brackets. Write '{key}: [{value[2..]}]'; a text that begins with '-' goes in quotes."
                : $"a text that begins with '{value[0]}' goes in quotes. {Write($"{key}: ", value)}";
        }

        return OfText($"{key}: ", value) ?? (value[0] is not ('\'' or '"' or '[' or '{') && Colon.IsMatch(value)
            ? $"a colon followed by a space begins a value, so a text with one goes in quotes. {Write($"{key}: ", value)}"
            : null);
    }

    /// <summary>A text that begins with a sign which YAML reads as something else. What to write keeps the text as it is.</summary>
    /// <param name="lead">What is before the text on its line: the key, or the dash of a list.</param>
    /// <param name="value">The text.</param>
    private static string? OfText(string lead, string value)
    {
        if (Folded.IsMatch(value))
        {
            return $"a text that begins with '{value[0]}' goes in quotes, since the sign alone begins a text of several lines. {Write(lead, value)}";
        }

        if (Sign.IsMatch(value))
        {
            return $"a text that begins with '{value[0]}' goes in quotes. {Write(lead, value)}";
        }

        if (InBraces.IsMatch(value))
        {
            return $"a text that begins with '{value[0]}' goes in quotes; without them the brackets are taken for {(value[0] == '{' ? "keys with values" : "a list")}. {Write(lead, value)}";
        }

        // A word as short as that of "'s avonds" is cut short by its apostrophe; before a longer one, it may be a quote.
        if (ShortWord.IsMatch(value))
        {
            return $"a text that begins with an apostrophe goes in double quotes. {Write(lead, value)}";
        }

        if (Apostrophe.IsMatch(value))
        {
            return $"an apostrophe ends a text in single quotes. Put the text in double quotes: {lead}{QuotedText.InDouble(value[1..^1].Replace("''", "'", StringComparison.Ordinal))}";
        }

        if (AfterQuotes.IsMatch(value))
        {
            return $"there is more after the closing quote. Put the whole text in quotes: {InQuotes(lead, value)}";
        }

        if (value[0] is '\'' or '"' && !value[1..].Contains(value[0], StringComparison.Ordinal))
        {
            return $"the quote that begins here is not closed. End the text with {(value[0] == '"' ? "a double quote" : "a single quote")}; if the quote belongs to the text, write {InQuotes(lead, value)}";
        }

        if (value[0] is '[' or '{' && InList.Match(value) is { Success: true } text)
        {
            var begun = text.Groups["text"].Value.TrimEnd();
            return $"a text that begins with {(begun[0] == '\'' ? "an apostrophe goes in double quotes" : $"'{begun[0]}' goes in quotes")}. {Write("", begun)}";
        }

        return value[0] is '[' or '{' && value.Count(c => c is '[' or '{') > value.Count(c => c is ']' or '}')
            ? $"the bracket that begins here is not closed. End it with '{(value[0] == '[' ? ']' : '}')}'; a text that begins with '{value[0]}' goes in quotes."
            : null;
    }

    /// <summary>A key or an item that is a little to the left or to the right of where it belongs.</summary>
    private static SyntaxMistake? OfIndentation(IReadOnlyList<string> lines, int line)
    {
        if (line < 1 || line > lines.Count)
        {
            return null;
        }

        var text = lines[line - 1];
        var own = text.Length - text.TrimStart(' ').Length;
        if (IsBlank(text) || text.TrimStart()[0] is not (>= 'a' and <= 'z' or >= 'A' and <= 'Z' or '-'))
        {
            return null;
        }

        // The columns at which keys and items above begin, the nearest first.
        var columns = new List<int>();
        for (var above = line - 1; above >= 1 && columns.Count < 12; above--)
        {
            if (!IsBlank(lines[above - 1]) && Start.Match(lines[above - 1]) is { Success: true } start)
            {
                columns.AddRange(start.Groups[1].Captures.Select(dash => dash.Index).Append(start.Groups[2].Index).Reverse());
            }
        }

        if (columns.Contains(own) || columns.Count == 0)
        {
            return null;
        }

        var near = columns.MinBy(column => Math.Abs(column - own));
        var by = Math.Abs(near - own);
        return new(line, own + 1, string.Create(
            CultureInfo.InvariantCulture, $"this line begins at column {own + 1}, and nothing that it could belong to does. Move it {by} {(by == 1 ? "space" : "spaces")} to the {(near > own ? "right" : "left")}, under what it belongs with at column {near + 1}."));
    }

    private static string Write(string lead, string value) => $"Write {InQuotes(lead, value)}";

    private static string InQuotes(string lead, string value) => $"{lead}{QuotedText.Of(value)}";

    private static bool IsBlank(string line) => line.TrimStart() is "" or ['#', ..];

    [GeneratedRegex(@"^ *(?:- +)*(\t)")]
    private static partial Regex Tab { get; }

    [GeneratedRegex(@"(?:^[ -]*|[A-Za-z]:)([\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\uFEFF])")]
    private static partial Regex OtherSpace { get; }

    [GeneratedRegex(@"^ *(?:- +)*(?<key>[A-Za-z][^:#'""\[\]{}]*): +(?<value>[^#\s].*)$")]
    private static partial Regex Entry { get; }

    [GeneratedRegex(@"^ *(?:- +)*(?<key>[A-Za-z][A-Za-z .]*):(?<value>[^\s:/].*)$")]
    private static partial Regex NoSpace { get; }

    [GeneratedRegex(@"^ *(?:- +)*(?<key>[a-z][a-z ]*[a-z])\s*$")]
    private static partial Regex NoColon { get; }

    [GeneratedRegex(@"^(>=|<=|>|<) *(-?[0-9]+(?:[.,][0-9]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2})$")]
    private static partial Regex Compared { get; }

    [GeneratedRegex(@"^[>|](?![-+0-9]*\s*(#.*)?$)")]
    private static partial Regex Folded { get; }

    [GeneratedRegex(@"^(?:[@`%,\]}]|[&*](?:\s|$)|\*\S+\s+[^#\s])")]
    private static partial Regex Sign { get; }

    [GeneratedRegex(@"^(?:\{[^}]*\}|\[[^\]]*\])\s*[^\s#,\]}]")]
    private static partial Regex InBraces { get; }

    [GeneratedRegex(@"^ *(?:- +)+(?<value>[^#\s].*)$")]
    private static partial Regex Item { get; }

    [GeneratedRegex(@"^'(?:[^']|'')*'\p{L}.*'$")]
    private static partial Regex Apostrophe { get; }

    [GeneratedRegex(@"^'\p{Ll}{1,2}\s(?!(?:[^']|'')*'\s*(?:#.*)?$)")]
    private static partial Regex ShortWord { get; }

    [GeneratedRegex(@"(?:^[\[{]|,|: ) *(?<text>(?:'\p{L}{1,2} |\*[^\s,\[\]{}]+ +[^\s,\[\]{}]|[@`%][^\s,\[\]{}])[^,'\[\]{}]*)(?=[,\]}]|$)")]
    private static partial Regex InList { get; }

    [GeneratedRegex(@"^(?:'(?:[^']|'')*'|""[^""\\]*"")\s*[^\s#,\]}:]")]
    private static partial Regex AfterQuotes { get; }

    [GeneratedRegex(@"\\(?![0abtnvfre ""/\\N_LPxuU\t]|$).")]
    private static partial Regex Escape { get; }

    [GeneratedRegex(@"(?:\\u|\\U0000)(?:[dD][89aAbB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\u[dD][89aAbB][0-9a-fA-F]{2}\\u)[dD][c-fC-F][0-9a-fA-F]{2})")]
    private static partial Regex HalfPair { get; }

    [GeneratedRegex(@"^""(?<text>(?:[^""\\]|\\.)*)""\s*(?:#.*)?$")]
    private static partial Regex InDoubles { get; }

    [GeneratedRegex(@"^[^'""]*[^\s'""#:][^'""#]* (?<sign>#)")]
    private static partial Regex CommentAfterText { get; }

    [GeneratedRegex(@":(\s|$)")]
    private static partial Regex Colon { get; }

    [GeneratedRegex(@"^ *(?:(-) +)*(\S)")]
    private static partial Regex Start { get; }
}
