using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CollabRisk.Text;

namespace CollabRisk.Json;

/// <summary>
/// What every writer of JSON shares: the same bytes everywhere, since lines end in LF, and readable by people, since only
/// what JSON itself asks for is escaped. The text is a file or an answer, never part of a page of HTML.
/// </summary>
/// <remarks>A property is always written; where there is no value it is <c>null</c>.</remarks>
internal static class JsonOutput
{
    /// <summary>A thread keeps a buffer of at most so many bytes for the next document.</summary>
    private const int LargestKept = 1 << 20;

    /// <summary>The buffer that the thread's last document left, emptied; null while one is being written.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? kept;

    /// <summary>Escapes only what JSON itself asks for.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static JsonWriterOptions Options(bool indented) => new()
    {
        Indented = indented,
        NewLine = "\n",
        Encoder = Encoder,
    };

    /// <summary>The text of a document.</summary>
    public static string Write(bool indented, Action<Utf8JsonWriter> write) => Write(indented, write, Encoding.UTF8.GetString);

    /// <summary>What is made of the bytes of a document.</summary>
    public static T Write<T>(bool indented, Action<Utf8JsonWriter> write, Func<ReadOnlySpan<byte>, T> make)
    {
        // A document grows to some hundred kilobytes, and a buffer that doubles leaves as much garbage again for the collector's dearest heap.
        var buffer = kept ?? new ArrayBufferWriter<byte>();
        kept = null;
        using (var json = new Utf8JsonWriter(buffer, Options(indented)))
        {
            write(json);
        }

        var made = make(buffer.WrittenSpan);
        if (buffer.Capacity <= LargestKept)
        {
            buffer.Clear();
            kept = buffer;
        }

        return made;
    }

    /// <summary>Writes an answer: an object that begins with the id of its schema.</summary>
    public static void WriteDocument<T>(this Utf8JsonWriter json, string schema, T answer, Action<Utf8JsonWriter, T> writeProperties)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("schema", schema);
        writeProperties(json, answer);
        json.WriteEndObject();
    }

    /// <summary>Writes a property with an object, or null.</summary>
    public static void WriteObject<T>(this Utf8JsonWriter json, string name, T? value, Action<Utf8JsonWriter, T> writeProperties)
        where T : class
    {
        if (value is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        writeProperties(json, value);
        json.WriteEndObject();
    }

    /// <summary>Writes a property with a list of objects.</summary>
    public static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> writeProperties)
    {
        json.WritePropertyName(name);
        json.WriteListValue(items, writeProperties);
    }

    /// <summary>Writes a list of objects.</summary>
    public static void WriteListValue<T>(this Utf8JsonWriter json, IEnumerable<T> items, Action<Utf8JsonWriter, T> writeProperties)
    {
        json.WriteStartArray();
        if (items is IReadOnlyList<T> list)
        {
            // There are a hundred lists in an answer, and each would make an enumerator.
            for (var i = 0; i < list.Count; i++)
            {
                Write(list[i]);
            }
        }
        else
        {
            foreach (var item in items)
            {
                Write(item);
            }
        }

        json.WriteEndArray();

        void Write(T item)
        {
            json.WriteStartObject();
            writeProperties(json, item);
            json.WriteEndObject();
        }
    }

    /// <summary>Writes a property with another answer as its own document, or null.</summary>
    public static void WriteAnswer(this Utf8JsonWriter json, string name, IAnswer? answer)
    {
        if (answer is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WritePropertyName(name);
        answer.WriteTo(json);
    }

    /// <summary>Writes a property with a list of other answers, each as its own document.</summary>
    public static void WriteAnswers(this Utf8JsonWriter json, string name, IEnumerable<IAnswer> answers)
    {
        json.WriteStartArray(name);
        foreach (var answer in answers)
        {
            answer.WriteTo(json);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a property with a value that many documents repeat.</summary>
    public static void WriteRepeated(this Utf8JsonWriter json, string name, RepeatedValue value)
    {
        json.WritePropertyName(name);
        value.WriteTo(json);
    }

    /// <summary>Writes a property with a list of texts.</summary>
    public static void WriteWords(this Utf8JsonWriter json, string name, IEnumerable<string> words)
    {
        json.WritePropertyName(name);
        json.WriteWordsValue(words);
    }

    /// <summary>Writes a property with a text of each item of a list.</summary>
    public static void WriteWords<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T> items, Func<T, string> wordOf)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < items.Count; i++)
        {
            json.WriteStringValue(wordOf(items[i]));
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a list of texts.</summary>
    public static void WriteWordsValue(this Utf8JsonWriter json, IEnumerable<string> words)
    {
        json.WriteStartArray();
        if (words is IReadOnlyList<string> list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                json.WriteStringValue(list[i]);
            }
        }
        else
        {
            foreach (var word in words)
            {
                json.WriteStringValue(word);
            }
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a property with the word of an enum, or null.</summary>
    public static void WriteWord<T>(this Utf8JsonWriter json, string name, T? word)
        where T : struct, Enum
    {
        if (word is { } known)
        {
            json.WriteString(name, WordsOf<T>.Of(known));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Writes a property with the word of an enum.</summary>
    public static void WriteWord<T>(this Utf8JsonWriter json, JsonEncodedText name, T word)
        where T : struct, Enum => json.WriteString(name, WordsOf<T>.Of(word));

    /// <summary>Writes a property with a day as yyyy-mm-dd, or null.</summary>
    public static void WriteDay(this Utf8JsonWriter json, string name, DateOnly? day) => json.WriteString(name, day is { } known ? CalendarDay.Write(known) : null);

    /// <summary>Writes a property with an overall range.</summary>
    public static void WriteRange(this Utf8JsonWriter json, string name, OverallRange range)
    {
        json.WriteStartObject(name);
        json.WriteWord<Level>("atLeast", range.AtLeast);
        json.WriteWord<Level>("atMost", range.AtMost);
        json.WriteBoolean("assessable", range.Assessable);
        json.WriteEndObject();
    }

    /// <summary>Writes a property with the range of a finding's level, or null.</summary>
    public static void WriteRange(this Utf8JsonWriter json, string name, LevelRange? range)
    {
        if (range is not { } levels)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteWord<Level>("atLeast", levels.AtLeast);
        json.WriteWord<Level>("atMost", levels.AtMost);
        json.WriteEndObject();
    }

    /// <summary>The words of an enum as they are written: plain letters, which no encoder escapes. All enums of the library count from 0.</summary>
    private static class WordsOf<T>
        where T : struct, Enum
    {
        private static readonly JsonEncodedText[] Encoded =
            [.. Enumerable.Range(0, Enum.GetValues<T>().Max(NumberOf) + 1).Select(number => JsonEncodedText.Encode($"{Enum.ToObject(typeof(T), number)}"))];

        public static JsonEncodedText Of(T word) => NumberOf(word) is var number && (uint)number < (uint)Encoded.Length ? Encoded[number] : JsonEncodedText.Encode($"{word}");

        private static int NumberOf(T word) => Unsafe.SizeOf<T>() == sizeof(int) ? Unsafe.BitCast<T, int>(word) : Convert.ToInt32(word, CultureInfo.InvariantCulture);
    }
}
