using System.Text;

namespace CollabRisk.Cli.Lsp;

/// <summary>A text that is open in the editor.</summary>
/// <param name="Uri">Its address, as the editor writes it.</param>
/// <param name="Path">The full path of its file.</param>
/// <param name="Version">The number that the editor gives to what it is at the moment.</param>
/// <param name="Text">What it holds.</param>
/// <remarks>Immutable. Places are from 0, in UTF-16 code units, as the protocol has them unless another is agreed on; so has a string.</remarks>
internal sealed record OpenText(string Uri, string Path, int Version, string Text)
{
    /// <summary>The lines, without what ends them.</summary>
    public IReadOnlyList<string> Lines => field ??= [.. Text.Split('\n').Select(line => line.TrimEnd('\r'))];

    public byte[] Bytes => field ??= Encoding.UTF8.GetBytes(Text);

    /// <summary>The text with a part of it replaced. A place beyond the end of a line is its end, and one below the last line the end of the text.</summary>
    public string With((int Line, int Character) from, (int Line, int Character) to, string by)
    {
        var (start, end) = (At(from), At(to));
        return start <= end ? string.Concat(Text.AsSpan(0, start), by, Text.AsSpan(end)) : throw new LspRefusal(LspRefusal.InvalidParams, "A range ends before it begins.");
    }

    private int At((int Line, int Character) place)
    {
        var start = 0;
        for (var line = 0; line < place.Line; line++)
        {
            var end = Text.IndexOf('\n', start);
            if (end < 0)
            {
                return Text.Length;
            }

            start = end + 1;
        }

        var stop = Text.IndexOf('\n', start);
        stop = stop < 0 ? Text.Length : stop > start && Text[stop - 1] == '\r' ? stop - 1 : stop;
        return Math.Min(start + place.Character, stop);
    }
}
