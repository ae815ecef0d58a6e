using System.Text.Json;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk;

/// <summary>What a host knows of a day that the facts do not have, such as who was asked and who answered, or why the day is left out.</summary>
/// <remarks>
/// <para>It stands next to a timeline or an action plan wherever that is read, and changes nothing in it: no rule reads it, and no finding rests on it.</para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
public sealed record HostNote
{
    /// <summary>Makes a note of the host.</summary>
    /// <param name="day">The day that it is about.</param>
    /// <param name="text">What is known of it, as sentences; never blank.</param>
    /// <param name="isLeftOut">Whether the day is left out of the answer, which the text then says why; <see langword="false"/> unless given.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="text"/> is blank.</exception>
    public HostNote(DateOnly day, string text, bool isLeftOut = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        (Day, Text, IsLeftOut) = string.IsNullOrWhiteSpace(text)
            ? throw new ArgumentException($"The note of the host on {CalendarDay.Write(day)} is blank. Give what is known of the day, or no note.", nameof(text))
            : (day, text, isLeftOut);
    }

    /// <summary>The day that it is about.</summary>
    public DateOnly Day { get; }

    /// <summary>What is known of it, as sentences.</summary>
    public string Text { get; }

    /// <summary>Whether the day is left out of the answer, such as one that cannot be assessed.</summary>
    public bool IsLeftOut { get; }

    /// <summary>The day, whether it is left out, and the text: "2014-01-01  Note: Two of three answered."</summary>
    public override string ToString() => $"{CalendarDay.Write(Day)}  {(IsLeftOut ? "Left out" : "Note")}: {Text}";

    /// <summary>Notes in the order of their days; those of one day as they were given.</summary>
    internal static IReadOnlyList<HostNote> InOrder(IEnumerable<HostNote> notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        List<HostNote> given = [.. notes];
        foreach (var note in given)
        {
            ArgumentNullException.ThrowIfNull(note, nameof(notes));
        }

        return [.. given.OrderBy(note => note.Day)];
    }

    /// <summary>Writes notes as the last property of an answer. Where there are none it is not there: an answer of the library alone has no host.</summary>
    internal static void Write(Utf8JsonWriter json, IReadOnlyList<HostNote> notes)
    {
        if (notes.Count > 0)
        {
            json.WriteList("hostNotes", notes, static (json, note) =>
            {
                json.WriteDay("day", note.Day);
                json.WriteBoolean("leftOut", note.IsLeftOut);
                json.WriteString("text", note.Text);
            });
        }
    }
}
