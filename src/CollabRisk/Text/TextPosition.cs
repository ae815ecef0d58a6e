namespace CollabRisk.Text;

/// <summary>A place in UTF-8 text as an editor shows it.</summary>
internal readonly struct TextPosition
{
    private readonly int offset;
    private readonly int linesBefore;
    private readonly int charactersBefore;

    private TextPosition(int offset, int linesBefore, int charactersBefore)
    {
        this.offset = offset;
        this.linesBefore = linesBefore;
        this.charactersBefore = charactersBefore;
    }

    public int Line => linesBefore + 1;

    public int Column => charactersBefore + 1;

    /// <summary>The position of a later offset in the same text; the end of the text where the offset lies beyond it.</summary>
    public TextPosition MovedTo(int later, ReadOnlySpan<byte> text)
    {
        var (lines, characters) = (linesBefore, charactersBefore);
        var end = Math.Min(later, text.Length);
        for (var i = offset; i < end; i++)
        {
            var b = text[i];
            if (b == '\n' || (b == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')))
            {
                lines++;
                characters = 0;
            }
            else if ((b & 0xC0) != 0x80)
            {
                // The first byte of a character; four bytes of UTF-8 are two characters of UTF-16.
                characters += b >= 0xF0 ? 2 : 1;
            }
        }

        return new TextPosition(Math.Max(end, offset), lines, characters);
    }
}
