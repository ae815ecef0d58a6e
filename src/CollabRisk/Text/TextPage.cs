using System.Text;

namespace CollabRisk.Text;

/// <summary>Lays text out in lines that fit a width.</summary>
/// <remarks>
/// Control characters become spaces: names and texts come from files, and none of them may move the cursor or colour the
/// screen of the reader.
/// </remarks>
internal sealed class TextPage(int width, bool isColoured)
{
    private readonly StringBuilder output = new();

    /// <summary>An empty line.</summary>
    public void Blank() => output.Append('\n');

    /// <summary>A line with a rule below it.</summary>
    public void Heading(string text, char rule)
    {
        var lines = Wrap(text, width);
        foreach (var line in lines)
        {
            output.Append(line).Append('\n');
        }

        output.Append(rule, lines.Max(line => line.Length)).Append('\n');
    }

    /// <summary>A paragraph.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lead">What is before the first line, such as "- "; the other lines are indented as far.</param>
    /// <param name="indent">How far the lead is indented.</param>
    /// <param name="paint">The level whose words the lead begins with, to be painted in the colour of the highest it can be.</param>
    public void Write(string text, string lead = "", int indent = 0, LevelRange? paint = null)
    {
        var margin = indent + lead.Length;
        var lines = Wrap(text, width - margin);
        for (var i = 0; i < lines.Count; i++)
        {
            var before = i > 0 ? new string(' ', margin) : new string(' ', indent) + Painted(lead, paint);
            output.Append($"{before}{lines[i]}".TrimEnd()).Append('\n');
        }
    }

    /// <summary>What was written: lines that end with a line feed on every system.</summary>
    public override string ToString() => output.ToString();

    private string Painted(string lead, LevelRange? paint)
    {
        var colour = (isColoured ? paint?.AtMost : null) switch
        {
            Level.High => "1;31",
            Level.Moderate => "33",
            Level.Low => "36",
            _ => null,
        };
        return colour is null ? lead : $"\u001b[{colour}m{paint}\u001b[0m{lead[$"{paint}".Length..]}";
    }

    /// <summary>Lines of at most some columns; a word that is longer has a line of its own.</summary>
    private static List<string> Wrap(string text, int columns)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Unseen.Replaced(text).Replace('\n', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > columns)
            {
                lines.Add(line);
                line = "";
            }

            line += line.Length > 0 ? $" {word}" : word;
        }

        lines.Add(line);
        return lines;
    }
}
