using System.Text;
using System.Text.Json;
using CollabRisk.Tests;

namespace CollabRisk.Cli.Tests;

/// <summary>Many collaborations at once: a stream of lines, folders and patterns.</summary>
public sealed class EvaluateManyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Lines_InAndOut_AreInOrderAndEachAnAssessment()
    {
        var names = Enumerable.Range(0, 200).Select(i => $"Unit {i}").ToList();
        var run = await RunAsync(string.Join('\n', names.Select((name, i) => $$$"""{"name":"{{{name}}}","vision":{"exists":{{{(i % 2 == 0 ? "true" : "false")}}}}}""")), "evaluate", "-", "--format", "ndjson");

        run.Code.Should().Be(0);
        run.Error.Should().BeEmpty();
        var lines = Lines(run.Out).Select(line => JsonElement.Parse(line)).ToList();
        lines.Select(line => line.GetProperty("collaboration").GetString()).Should().Equal(names);
        lines.Select(line => line.GetProperty("schema").GetString()).Distinct().Should().Equal("collabrisk/compact-assessment/1");
        lines.Select(line => line.GetProperty("overall").GetProperty("atLeast").GetString() == "High").Should().Equal(names.Select((_, i) => i % 2 == 1));
    }

    /// <summary>Line by line and without memory of the lines before, so that parts can be evaluated on several machines.</summary>
    [Fact]
    public async Task Lines_HalvesPutTogether_EqualTheWhole()
    {
        var lines = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => CollaborationJson.Write(CollaborationJson.Parse(File.ReadAllText(file)), indented: false)).ToList();
        var half = lines.Count / 2;
        var whole = await Evaluated(lines);
        (await Evaluated(lines.Take(half)) + await Evaluated(lines.Skip(half))).Should().Be(whole);
        Lines(whole).Should().HaveCount(lines.Count);

        async Task<string> Evaluated(IEnumerable<string> part) => (await RunAsync(string.Join("\r\n", part), "evaluate", "-", "--format", "ndjson", "--all")).Out;
    }

    [Fact]
    public async Task Lines_WithBadOnes_TellWhichAndGoOn()
    {
        var run = await RunAsync(
            $$"""
            {"name":"A"}

            {"name":"B","vision":{"exits":true},"partnerCount":1}
            not JSON
            {"name":"{{new string('x', CollaborationJson.MaxBytes)}}"}
            {"name":"C"}
            """, "evaluate", "-", "--format", "ndjson");

        run.Code.Should().Be(2);
        run.Error.Should().Be("collabrisk: 3 of 5 collaborations could not be evaluated.\n");
        var lines = Lines(run.Out);
        lines.Select(line => JsonElement.Parse(line).GetProperty("schema").GetString()).Should().Equal(
            "collabrisk/compact-assessment/1", "collabrisk/input-error/1", "collabrisk/input-error/1", "collabrisk/input-error/1", "collabrisk/compact-assessment/1");
        lines[1].Should().StartWith("""{"schema":"collabrisk/input-error/1","input":"stdin","line":3,"problems":[{"line":3,"column":""")
            .And.Contain("\"path\":\"vision.exits\"").And.Contain("Did you mean 'exists'?").And.Contain("\"path\":\"partnerCount\"");
        lines[2].Should().Contain("\"line\":4,");
        lines[3].Should().Contain("\"line\":5,").And.Contain("the line is too long: at most 1048576 bytes are read.");

        var schema = global::Json.Schema.JsonSchema.FromText(Repository.Read("schemas", "input-error.schema.json"));
        lines.Skip(1).Take(3).Where(line => !schema.Evaluate(JsonElement.Parse(line)).IsValid).Should().BeEmpty();
    }

    [Fact]
    public async Task Lines_ReadOnlyAsTheyAreWritten_HoldNoMoreThanSome()
    {
        var endless = new EndlessLines("""{"name":"A","vision":{"exists":false}}""");
        var output = new ClosedAfter(100);
        var code = await CollabRiskCommand.RunAsync(["evaluate", "-", "--format", "ndjson"], new Terminal(endless, output, new StringWriter()));
        code.Should().Be(3, "the output was closed");
        endless.Given.Should().BeLessThan(100 + Environment.ProcessorCount * 8 + 20_000, "what was read ahead is bounded by what is in hand and one buffer");
    }

    [Fact]
    public async Task Folder_AsText_IsALineForEachAndTellsWhatIsWrongWithABadOne()
    {
        FileWith("a.json", """{"name":"Joint unit","vision":{"exists":false}}""");
        FileWith("b.json", """{"vision":{"exits":true}}""");
        FileWith("c.json", """{"name":"Other"}""");
        var run = await RunAsync("", "evaluate", folder);

        run.Code.Should().Be(2);
        Lines(run.Out).Should().HaveCount(2);
        Lines(run.Out)[0].Should().StartWith($"{Path.Combine(folder, "a.json")}: Overall High; ");
        Lines(run.Out)[1].Should().Contain("c.json: Overall not assessable");
        Lines(run.Error)[0].Should().StartWith($"{Path.Combine(folder, "b.json")}(1,12): vision.exits: unknown property 'exits'.");
        run.Error.Should().EndWith("collabrisk: 1 of 3 collaborations could not be evaluated.\n");
        (await RunAsync("", "evaluate", Path.Combine(folder, "*.json"))).Should().Be(run);
        (await RunAsync("", ["evaluate", .. Directory.GetFiles(folder).Order(StringComparer.Ordinal)])).Should().Be(run);
    }

    [Fact]
    public async Task Many_InAFormOfOne_IsRefusedWithWhatToDo()
    {
        FileWith("a.json", "{}");
        var run = await RunAsync("", "evaluate", folder, "--format", "csv");
        run.Code.Should().Be(2);
        run.Out.Should().BeEmpty();
        run.Error.Should().Contain("--format csv is for one collaboration").And.Contain("portfolio");
    }

    [Fact]
    public async Task Many_NothingThere_NamesEveryArgumentThatHasNone()
    {
        var run = await RunAsync("", "evaluate", folder, Path.Combine(folder, "*.json"), "--format", "ndjson");
        run.Code.Should().Be(2);
        run.Out.Should().BeEmpty();
        run.Error.Should().Be($"{folder}: there is no JSON file in it.\n{Path.Combine(folder, "*.json")}: no file matches.\n");
    }

    [Fact]
    public async Task FileOfLines_AndAFileThatIsNotThere_AreReadInTheirOrder()
    {
        var lines = FileWith("all.ndjson", """
            {"name":"A"}
            {"name":"B"}
            """);
        var run = await RunAsync("", "evaluate", Path.Combine(folder, "missing.json"), lines, "--format", "ndjson");
        run.Code.Should().Be(2);
        Lines(run.Out).Should().HaveCount(3);
        Lines(run.Out)[0].Should().Contain("\"line\":null").And.Contain("there is no such file");
        (await RunAsync("", "evaluate", lines)).Out.Should().StartWith($"{lines}(1): Overall not assessable");
    }

    private string FileWith(string name, string content)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, content);
        return file;
    }

    private static List<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    private static async Task<(int Code, string Out, string Error)> RunAsync(string input, params string[] args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var code = await CollabRiskCommand.RunAsync(args, new Terminal(stream, output, error));
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>The same line again and again, counted.</summary>
    private sealed class EndlessLines(string line) : Stream
    {
        private readonly byte[] text = Encoding.UTF8.GetBytes(line + "\n");

        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var lines = Math.Max(1, count / text.Length);
            for (var i = 0; i < lines; i++)
            {
                text.CopyTo(buffer, offset + i * text.Length);
            }

            Given += lines;
            return lines * text.Length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>An output that is closed after some lines, as by <c>head</c>.</summary>
    private sealed class ClosedAfter(int lines) : StringWriter
    {
        private int written;

        public override void Write(string? value)
        {
            if (written++ == lines)
            {
                throw new IOException("Broken pipe");
            }
        }
    }
}
