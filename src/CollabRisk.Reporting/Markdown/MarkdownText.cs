using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Markdown;

/// <summary>Lines of Markdown whose values are encoded, as <see cref="Markup"/> does it for HTML: a value is text, whatever it holds.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder text = new();

    /// <summary>Adds a line.</summary>
    public void Line(MarkdownLine line) => text.Append(line.ToString()).Append('\n');

    /// <summary>Adds an empty line.</summary>
    public void Line() => text.Append('\n');

    /// <summary>Adds a row of a table that has as many columns as there are; the line below the headings is a rule.</summary>
    public void Cells(IReadOnlyList<string> cells, bool isRule = false)
    {
        foreach (var cell in cells)
        {
            MarkdownLine value = $"{cell}";
            text.Append("| ").Append(isRule ? cell : value.ToString()).Append(' ');
        }

        text.Append("|\n");
    }

    /// <summary>Adds a heading between empty lines.</summary>
    public void Heading(int depth, MarkdownLine line)
    {
        if (text.Length > 0 && !(text.Length > 1 && text[^1] == '\n' && text[^2] == '\n'))
        {
            Line();
        }

        text.Append('#', depth).Append(' ').Append(line.ToString()).Append("\n\n");
    }

    public override string ToString() => text.ToString();
}

/// <summary>Fills values into a line of Markdown.</summary>
[InterpolatedStringHandler]
internal readonly struct MarkdownLine
{
    /// <summary>What has a meaning in Markdown, in one place or another.</summary>
    private const string Special = "\\`*_{}[]#|~&";

    private readonly StringBuilder line;

    public MarkdownLine(int literalLength, int formattedCount) => line = new StringBuilder(literalLength + (formattedCount * 24));

    public void AppendLiteral(string literal) => line.Append(literal);

    /// <summary>A passage as text: Markdown has no way to tell its language.</summary>
    public void AppendFormatted(Passage passage) => AppendFormatted(passage.ToString());

    public void AppendFormatted(int number) => line.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Level level) => line.Append(level.ToString());

    public void AppendFormatted(string? text)
    {
        var (isFirst, isNumber) = (true, true);
        foreach (var (rune, isSeen) in Unseen.Of(text ?? ""))
        {
            if (rune.Value is '\n' or '\r' or '\t')
            {
                line.Append(' ');
            }
            else if (rune.Value is '<' or '>')
            {
                line.Append(rune.Value == '<' ? "&lt;" : "&gt;");
            }
            else if (!isSeen)
            {
                line.Append('\uFFFD');
            }
            else
            {
                // A hyphen or a plus sign begins a list at the start of a value, and so does what ends a number there: "1." is an item.
                var beginsList = rune.Value is '-' or '+' ? isFirst : rune.Value is '.' or ')' && isNumber && !isFirst;
                if (beginsList || (rune.IsAscii && Special.Contains((char)rune.Value, StringComparison.Ordinal)))
                {
                    line.Append('\\');
                }

                line.Append(rune.ToString());
            }

            isNumber = isNumber && Rune.IsDigit(rune);
            isFirst = false;
        }
    }

    public override string ToString() => line.ToString();
}
