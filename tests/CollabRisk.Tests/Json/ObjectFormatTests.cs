using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CollabRisk.Json;

namespace CollabRisk.Tests.Json;

public class ObjectFormatTests
{
    private static readonly JsonWriterOptions[] Writers =
        [JsonOutput.Options(indented: false), JsonOutput.Options(indented: true), default, new() { Indented = true, Encoder = JavaScriptEncoder.Default }];

    private sealed record Origin(string Title)
    {
        public object? Kept;
    }

    private sealed record Made(Origin From, int Number, string Said);

    public static TheoryData<string> Patterns => ["ssss", "vvvv", "svsv", "vssv", "ssvv", "vvss", "sssv", "vsss"];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void WriteProperties_AnyOfThemTheSame_WritesWhatTheDescriptionSays(string pattern)
    {
        var format = Format(pattern);
        var (one, other) = (new Origin("Zoë \"Z\" <co> 消防署 🚒"), new Origin(""));
        foreach (var options in Writers)
        {
            foreach (var (origin, number) in (ReadOnlySpan<(Origin, int)>)[(one, 1), (other, 2), (one, 3), (other, 4), (one, 5)])
            {
                var made = new Made(origin, number, $"said {number}\n");
                Write(options, json => format.WriteProperties(json, made)).Should().Be(
                    Write(options, json => Array.ForEach(Properties(pattern), property => property.Write(json, made))));
            }
        }
    }

    [Fact]
    public void WriteProperties_SameProperties_AreWrittenOnceForAnOrigin()
    {
        var written = 0;
        var format = new ObjectFormat<Made>(
            made => ref made.From.Kept,
            forms: _ => 1,
            formOf: _ => 0,
            (_ => true, (json, made) =>
            {
                written++;
                json.WriteString("title", made.From.Title);
            }
        ),
            (_ => false, (json, made) => json.WriteNumber("number", made.Number)));
        var (one, equal) = (new Origin("A"), new Origin("A"));
        foreach (var origin in (Origin[])[one, one, equal, one])
        {
            Write(JsonOutput.Options(indented: false), json => format.WriteProperties(json, new(origin, 1, ""))).Should().Be("""[{"title":"A","number":1},{"after":true}]""");
        }

        written.Should().Be(2, "an origin is known by what it is, not by what it is equal to");
    }

    /// <summary>Whether a property is the same for all may depend on the form of an object, and each form has its own.</summary>
    [Fact]
    public void WriteProperties_Forms_AreCopiedEachForItself()
    {
        var format = new ObjectFormat<Made>(
            made => ref made.From.Kept, forms: _ => 2, made => made.Said.Length > 0 ? 1 : 0,
            (made => made.Said.Length == 0, (json, made) => json.WriteString("said", made.Said)),
            (_ => true, (json, made) => json.WriteString("title", made.From.Title)));
        var origin = new Origin("A");
        foreach (var said in (string[])["", "one", "", "other", ""])
        {
            Write(JsonOutput.Options(indented: false), json => format.WriteProperties(json, new(origin, 1, said))).Should().Be($$"""[{"said":"{{said}}","title":"A"},{"after":true}]""");
        }
    }

    [Fact]
    public void WriteProperties_RepeatedObjects_AreWrittenOnce()
    {
        var written = 0;
        var format = new RepeatedObjects<Origin>((json, origin) =>
        {
            written++;
            json.WriteString("title", origin.Title);
        });
        var (one, equal) = (new Origin("A"), new Origin("A"));
        foreach (var origin in (Origin[])[one, one, equal, one])
        {
            Write(JsonOutput.Options(indented: false), json => format.WriteProperties(json, origin)).Should().Be("""[{"title":"A"},{"after":true}]""");
        }

        written.Should().Be(2);
        Write(JsonOutput.Options(indented: true), json => format.WriteProperties(json, one)).Should().Be(
            Write(JsonOutput.Options(indented: true), json => json.WriteString("title", "A")), "what cannot be copied is written anew");
    }

    [Fact]
    public void WriteProperties_ManyThreads_WriteTheSame()
    {
        var format = Format("ssvs");
        var origins = Enumerable.Range(0, 50).Select(i => new Origin($"origin {i}")).ToArray();
        Parallel.For(0, 2_000, i =>
        {
            var made = new Made(origins[i % origins.Length], i, $"said {i}");
            Write(Writers[0], json => format.WriteProperties(json, made)).Should().Be(
                Write(Writers[0], json => Array.ForEach(Properties("ssvs"), property => property.Write(json, made))));
        });
    }

    /// <summary>Properties of which those with an s are the same for all of an origin.</summary>
    private static (Func<Made, bool> IsRepeated, Action<Utf8JsonWriter, Made> Write)[] Properties(string pattern) =>
    [
        .. pattern.Select((kind, i) => kind == 's'
            ? ((Func<Made, bool>)(_ => true), (Action<Utf8JsonWriter, Made>)((json, made) => json.WriteWords($"title{i}", [made.From.Title])))
            : (_ => false, (json, made) => json.WriteString($"said{i}", made.Said))),
    ];

    private static ObjectFormat<Made> Format(string pattern) => new(made => ref made.From.Kept, forms: _ => 1, formOf: _ => 0, Properties(pattern));

    /// <summary>The object as the first of a list.</summary>
    private static string Write(JsonWriterOptions options, Action<Utf8JsonWriter> writeProperties)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            json.WriteStartArray();
            json.WriteStartObject();
            writeProperties(json);
            json.WriteEndObject();
            json.WriteStartObject();
            json.WriteBoolean("after", true);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
