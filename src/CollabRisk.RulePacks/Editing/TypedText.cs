namespace CollabRisk.RulePacks.Editing;

/// <summary>
/// The text that is being typed where the cursor stands. A file is hardly ever YAML while someone types, so the text is taken out and a word put in
/// its place that makes it YAML; where the word is then found says what can be typed.
/// </summary>
internal sealed class TypedText
{
    /// <summary>What stands for the text; no file has it.</summary>
    public const string StandIn = "COLLABRISK-IS-TYPED-HERE";

    private readonly string line;

    private TypedText(string line, int start, int column, bool isKey, string open)
    {
        this.line = line;
        Start = start;
        Column = column;
        IsKey = isKey;
        Open = open;
    }

    /// <summary>Where the text begins, in characters from the beginning of the line.</summary>
    public int Start { get; }

    /// <summary>Where the cursor is, which is where the text ends.</summary>
    public int Column { get; }

    /// <summary>Where the word ends on which the cursor stands.</summary>
    public int End
    {
        get
        {
            var end = Column;
            while (end < line.Length && line[end] is not (' ' or ',' or ']' or '}' or ':' or '"' or '\'' or '\r'))
            {
                end++;
            }

            return end;
        }
    }

    /// <summary>Whether a key can be there: nothing on the line before it is one.</summary>
    public bool IsKey { get; }

    /// <summary>The brackets and braces that are open on the line, in their order.</summary>
    public string Open { get; }

    /// <summary>Whether a colon follows on the line, so that none has to be written.</summary>
    public bool HasColon => line[End..].TrimStart().StartsWith(':');

    /// <summary>What is typed at a place; null where nothing can be completed: in a comment, or after a text that is closed.</summary>
    /// <param name="line">The line.</param>
    /// <param name="column">The cursor, in characters from the beginning of the line.</param>
    public static TypedText? At(string line, int column)
    {
        column = Math.Clamp(column, 0, line.Length);
        var at = 0;
        while (at < column && line[at] == ' ')
        {
            at++;
        }

        while (at + 1 < column && line[at] == '-' && line[at + 1] == ' ')
        {
            for (at++; at < column && line[at] == ' '; at++)
            {
            }
        }

        var open = "";
        var isKey = true;
        var start = at;
        for (; at < column; at++)
        {
            var letter = line[at];
            if (at == start && letter is '"' or '\'')
            {
                var close = line.IndexOf(letter, at + 1);
                if (close < 0 || close >= column)
                {
                    return new TypedText(line, at + 1, column, isKey && open is not [.., '['], open);
                }

                at = close;
            }
            else if (at == start && letter is '{' or '[')
            {
                open += letter;
                isKey = letter == '{';
                start = NextWord(line, at + 1, column);
                at = start - 1;
            }
            else if (letter is '}' or ']' && open.Length > 0)
            {
                open = open[..^1];
                isKey = false;
                start = at + 1;
            }
            else if (letter == ',' && open.Length > 0)
            {
                isKey = open[^1] == '{';
                start = NextWord(line, at + 1, column);
                at = start - 1;
            }
            else if (letter == ':' && (at + 1 == line.Length || line[at + 1] == ' ') && isKey)
            {
                isKey = false;
                start = NextWord(line, at + 1, column);
                at = start - 1;
            }
            else if (letter == '#' && (at == 0 || line[at - 1] == ' '))
            {
                return null;
            }
        }

        return new TypedText(line, Math.Min(start, column), column, isKey, open);
    }

    /// <summary>The text in the braces of a message in which the cursor stands; null where it stands in none.</summary>
    public TypedText? InBraces()
    {
        // In a message of several lines a brace at the beginning of one looks like a map that is open.
        var open = line.AsSpan(0, Column).LastIndexOf('{');
        return open < 0 || line.AsSpan(open, Column - open).Contains('}') ? null : new TypedText(line, open + 1, Column, isKey: false, Open);
    }

    /// <summary>Lines in which the word stands for the text, the likeliest first: of what follows the cursor on the line, all but the last keep nothing.</summary>
    public IEnumerable<string> Lines()
    {
        var before = line[..Start].TrimEnd('"', '\'');
        var closed = string.Concat(Open.Reverse().Select(bracket => bracket == '{' ? '}' : ']'));
        var isInBraces = Open is [.., '{'];
        yield return before + StandIn + (IsKey ? isInBraces ? ": ~" : ":" : "") + closed;
        if (Open.Length == 0 && IsKey)
        {
            // An entry of the list around it, whose dash is not there yet.
            yield return before + "- " + StandIn + ":";
        }

        yield return before + StandIn + line[End..];
    }

    private static int NextWord(string line, int from, int column)
    {
        while (from < column && line[from] == ' ')
        {
            from++;
        }

        return from;
    }
}
