using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>Reads collaborations from JSON, and writes them.</summary>
/// <remarks>
/// Reading is strict: it takes what the <see cref="Schema"/> allows, and nothing else. A property that is left out or
/// <see langword="null"/> is a fact that is not known. What is wrong is reported all at once, each problem with line and
/// column, and a file with any problem gives no collaboration. No input, however hostile, makes <c>Read</c> throw; it takes
/// at most <see cref="MaxBytes"/>, objects and lists 16 deep, 1000 partners or savings and 2000 characters in a text, and
/// lists at most 200 problems. Which facts packs declare, and which values these take, is known where a rule book is given; without one
/// a value that such a fact cannot have is refused when it is evaluated. All members are thread-safe.
/// </remarks>
public static class CollaborationJson
{
    /// <summary>The largest file that is read, in bytes of UTF-8: 1 MiB, some hundred times a file with every fact.</summary>
    public const int MaxBytes = JsonLimits.Bytes;

    private static readonly Lazy<string> WrittenSchema = new(CollaborationSchema.Write);

    /// <summary>
    /// The JSON Schema (draft 2020-12) of a collaboration, made from the fact model. A schema cannot see everything:
    /// reading also refuses properties given twice, more than four decimals, partners of the same name, and facts that
    /// contradict the partners listed.
    /// </summary>
    public static string Schema => WrittenSchema.Value;

    /// <summary>Reads a collaboration.</summary>
    /// <param name="utf8Json">The JSON, as UTF-8; a byte order mark may be before it.</param>
    /// <returns>The collaboration, or all problems: also of an empty text, of invalid UTF-8, and of one larger than <see cref="MaxBytes"/>.</returns>
    public static CollaborationReading Read(ReadOnlySpan<byte> utf8Json) => CollaborationReader.Read(utf8Json);

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    /// <param name="utf8Json">The JSON, as UTF-8; a byte order mark may be before it.</param>
    /// <param name="ruleBook">The rules by which it will be evaluated: values that facts of its packs cannot have are problems as well.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ruleBook"/> is <see langword="null"/>.</exception>
    public static CollaborationReading Read(ReadOnlySpan<byte> utf8Json, RuleBook ruleBook)
    {
        ArgumentNullException.ThrowIfNull(ruleBook);
        return CollaborationReader.Read(utf8Json, ruleBook.Facts);
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    /// <param name="json">The JSON.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    public static CollaborationReading Read(string json) => Read(json, declared: null);

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, RuleBook)"/>
    /// <param name="json">The JSON.</param>
    /// <param name="ruleBook">The rules by which it will be evaluated: values that facts of its packs cannot have are problems as well.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static CollaborationReading Read(string json, RuleBook ruleBook)
    {
        ArgumentNullException.ThrowIfNull(ruleBook);
        return Read(json, ruleBook.Facts);
    }

    /// <summary>Reads a collaboration from a stream, from where it is to its end.</summary>
    /// <param name="utf8Json">The stream. It is not closed; of one larger than <see cref="MaxBytes"/> the rest is not read.</param>
    /// <param name="cancellationToken">Ends the reading of the stream.</param>
    /// <returns>The same as <see cref="Read(ReadOnlySpan{byte})"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="utf8Json"/> is <see langword="null"/>.</exception>
    /// <exception cref="IOException">The stream cannot be read; what other exceptions it throws pass through as well.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static Task<CollaborationReading> ReadAsync(Stream utf8Json, CancellationToken cancellationToken = default) => ReadAsync(utf8Json, declared: null, cancellationToken);

    /// <inheritdoc cref="ReadAsync(Stream, CancellationToken)"/>
    /// <param name="utf8Json">The stream. It is not closed; of one larger than <see cref="MaxBytes"/> the rest is not read.</param>
    /// <param name="ruleBook">The rules by which it will be evaluated: values that facts of its packs cannot have are problems as well.</param>
    /// <param name="cancellationToken">Ends the reading of the stream.</param>
    /// <returns>The same as <see cref="Read(ReadOnlySpan{byte}, RuleBook)"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static Task<CollaborationReading> ReadAsync(Stream utf8Json, RuleBook ruleBook, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ruleBook);
        return ReadAsync(utf8Json, ruleBook.Facts, cancellationToken);
    }

    /// <summary>Reads a collaboration that is expected to be valid.</summary>
    /// <param name="utf8Json">The JSON, as UTF-8; a byte order mark may be before it.</param>
    /// <returns>The collaboration.</returns>
    /// <exception cref="CollaborationJsonException">The JSON is not valid; all problems are in the message.</exception>
    public static Collaboration Parse(ReadOnlySpan<byte> utf8Json) => Read(utf8Json).GetOrThrow();

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    /// <param name="json">The JSON.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    public static Collaboration Parse(string json) => Read(json).GetOrThrow();

    /// <summary>Writes what is known of a collaboration: facts in the order of the model, and nothing for those not known.</summary>
    /// <remarks>
    /// What is written reads back as an equal collaboration. The values of one built in code are written as they stand, so
    /// one that reading refuses, such as a share of 150 percent, is refused when it is read back. Equal collaborations are
    /// written alike, byte for byte. Text is not made safe for embedding in HTML.
    /// </remarks>
    /// <param name="collaboration">The collaboration.</param>
    /// <param name="indented">Whether to write for people, on many lines, or on one; <see langword="true"/> unless given.</param>
    /// <returns>The JSON; its lines end with a line feed on every system.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="collaboration"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A fact has an enum value that is not a word of the enum, <see cref="Collaboration.NotApplicable"/> names no fact that may not apply, or <see cref="Collaboration.AddedWords"/> no fact that takes more words, or one with another value.</exception>
    public static string Write(Collaboration collaboration, bool indented = true)
    {
        ArgumentNullException.ThrowIfNull(collaboration);
        return JsonOutput.Write(indented, writer => Write(writer, collaboration));
    }

    /// <summary>Writes what is known of a collaboration as one JSON object, for instance within another document.</summary>
    /// <remarks>As <see cref="Write(Collaboration, bool)"/>, in the writer's own layout. The writer is not flushed.</remarks>
    /// <param name="writer">The writer, where a value may be.</param>
    /// <param name="collaboration">The collaboration.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A fact has an enum value that is not a word of the enum, <see cref="Collaboration.NotApplicable"/> names no fact that may not apply, or <see cref="Collaboration.AddedWords"/> no fact that takes more words, or one with another value.</exception>
    public static void Write(Utf8JsonWriter writer, Collaboration collaboration)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(collaboration);
        writer.WriteStartObject();
        writer.WriteNumber(CollaborationReader.ModelProperty, FactModel.Version);
        CollaborationWriter.WriteMembers(writer, collaboration, JsonShape.Collaboration);
        RemarkJson.Write(writer, collaboration.Remarks);
        writer.WriteEndObject();
    }

    /// <summary>The facts alone, on one line, without the version of the fact model: equal facts give the same text whatever the version.</summary>
    internal static string WriteFacts(Collaboration collaboration) =>
        JsonOutput.Write(indented: false, writer => CollaborationWriter.Write(writer, collaboration, JsonShape.Collaboration));

    private static CollaborationReading Read(string json, FactRegistry? declared)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > MaxBytes)
        {
            return CollaborationReader.TooLarge();
        }

        // Half of a surrogate pair has no UTF-8. A byte that is never valid stands for it, and is reported in its place.
        var utf8 = new byte[Encoding.UTF8.GetMaxByteCount(json.Length)];
        if (Utf8.FromUtf16(json, utf8, out _, out var length, replaceInvalidSequences: false) is OperationStatus.InvalidData)
        {
            utf8[length++] = 0xC0;
        }

        return CollaborationReader.Read(utf8.AsSpan(0, length), declared);
    }

    private static async Task<CollaborationReading> ReadAsync(Stream utf8Json, FactRegistry? declared, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        var content = new byte[16 * 1024];
        var length = 0;
        while (await utf8Json.ReadAsync(content.AsMemory(length), cancellationToken).ConfigureAwait(false) is var count and > 0)
        {
            length += count;
            if (length > MaxBytes)
            {
                return CollaborationReader.TooLarge();
            }

            if (length == content.Length)
            {
                // One byte more than the limit is enough to see that it is passed.
                Array.Resize(ref content, Math.Min(content.Length * 2, MaxBytes + 1));
            }
        }

        return CollaborationReader.Read(content.AsSpan(0, length), declared);
    }
}
