using System.Text.Json;

namespace CollabRisk;

/// <summary>An answer to a question about a collaboration: it can be read as text and as JSON.</summary>
/// <remarks>
/// All answers of the library are immutable and thread-safe, and write the same text and the same bytes for the same facts
/// and rules, on every system and in every culture. <c>JsonSerializer</c> writes what <see cref="WriteTo"/> writes, of an
/// <see cref="Assessment"/> the compact form. What was written can be read back as an <see cref="Records.AnswerRecord"/>, without
/// the rules. <c>ToString()</c> is one line, for a log or the debugger.
/// </remarks>
public interface IAnswer
{
    /// <summary>The answer for a person to read, in plain text.</summary>
    /// <returns>Lines that end with a line feed on every system, the last one too. Never empty.</returns>
    string ToText();

    /// <summary>The answer for another program, as one JSON object that begins with the id of its <c>schema</c>.</summary>
    /// <param name="indented">Whether to write it over many lines, for people to read; <see langword="true"/> unless given.</param>
    /// <returns>
    /// The JSON; its lines end with a line feed on every system, the last one with nothing. Letters such as £ and ’ are
    /// written as they are: the text is meant for a file or a response of its own. Inside HTML it has to be encoded, as any
    /// text there.
    /// </returns>
    string ToJson(bool indented = true);

    /// <summary>Writes the JSON of <see cref="ToJson"/> as the next value of a writer. Layout and encoding are the writer's.</summary>
    /// <param name="json">The writer; it is not flushed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The writer is where no value may be written.</exception>
    void WriteTo(Utf8JsonWriter json);
}
