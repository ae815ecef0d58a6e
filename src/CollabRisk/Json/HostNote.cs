using System.Text.Json;

namespace CollabRisk.Json;

/// <summary>What a host knows of a day of an answer that its facts do not have: who was asked, or why the day is left out.</summary>
/// <param name="Day">The day.</param>
/// <param name="Text">What it knows, as sentences.</param>
/// <param name="IsLeftOut">Whether the day is left out of the answer, which the text then says why.</param>
internal sealed record HostNote(DateOnly Day, string Text, bool IsLeftOut = false);

/// <summary>Writes what a host knows into answers.</summary>
internal static class HostNotes
{
    /// <summary>Writes notes as the last property of an answer. Where there are none it is not there: an answer of the library has no host.</summary>
    /// <param name="json">Where they are written.</param>
    /// <param name="notes">The notes.</param>
    /// <param name="ofDays">Whether the answer has several days, of which one may be left out.</param>
    public static void WriteNotes(this Utf8JsonWriter json, IReadOnlyList<HostNote> notes, bool ofDays)
    {
        if (notes.Count > 0)
        {
            json.WriteList("notes", notes, (json, note) =>
            {
                json.WriteDay("day", note.Day);
                if (ofDays)
                {
                    json.WriteBoolean("leftOut", note.IsLeftOut);
                }

                json.WriteString("text", note.Text);
            });
        }
    }
}
