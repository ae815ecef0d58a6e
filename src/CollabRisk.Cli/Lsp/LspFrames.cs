using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CollabRisk.Cli.Lsp;

/// <summary>A message that came, or why it cannot be read.</summary>
/// <param name="Message">The message; null where it cannot be read.</param>
/// <param name="Refused">Why it cannot be read, with the code of the protocol; null where it can.</param>
internal sealed record LspFrame(JsonElement? Message, LspRefusal? Refused);

/// <summary>Reads and writes the messages of the protocol: a header with the length, an empty line, and that many bytes of JSON.</summary>
/// <remarks>
/// Our own, and not StreamJsonRpc's: that finds its methods by reflection, which a native program has not, and its default formatter fails there on
/// the first message. What is left of it then is this header, and how large a message may be is ours to say anyway.
/// </remarks>
internal sealed class LspFrames : IDisposable
{
    /// <summary>The largest message that is read. A pack may hold as much in all its files; no editor sends more at once.</summary>
    public const int LargestMessage = 16 << 20;

    private const int LargestHeader = 8 << 10;
    private const string Length = "Content-Length";
    private const string Type = "Content-Type";

    private readonly PipeReader input;
    private readonly Stream output;
    private readonly Lock writing = new();

    public LspFrames(Stream input, Stream output)
    {
        this.input = PipeReader.Create(input, new StreamPipeReaderOptions(leaveOpen: true));
        this.output = output;
    }

    /// <summary>Reads a message; null at the end of the input.</summary>
    /// <exception cref="InvalidDataException">The header cannot be read, so that no one knows where the next message begins.</exception>
    public async Task<LspFrame?> ReadAsync(CancellationToken cancel)
    {
        if (await LengthAsync(cancel).ConfigureAwait(false) is not { } length)
        {
            return null;
        }

        if (length > LargestMessage)
        {
            await SkipAsync(length, cancel).ConfigureAwait(false);
            return new(null, new(LspRefusal.InvalidRequest, string.Create(CultureInfo.InvariantCulture, $"The message has {length} bytes; at most {LargestMessage} are read.")));
        }

        if (length == 0)
        {
            return new(null, new(LspRefusal.ParseError, "The message is empty."));
        }

        var read = await input.ReadAtLeastAsync((int)length, cancel).ConfigureAwait(false);
        if (read.Buffer.Length < length)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The input ends within a message: {read.Buffer.Length} of {length} bytes came."));
        }

        var body = read.Buffer.Slice(0, length);
        try
        {
            using var document = JsonDocument.Parse(body);
            return new(document.RootElement.Clone(), null);
        }
        catch (JsonException e)
        {
            return new(null, new(LspRefusal.ParseError, $"The message is not JSON: {e.Message}"));
        }
        finally
        {
            input.AdvanceTo(body.End);
        }
    }

    /// <summary>Writes a message. Any thread may; messages do not mix.</summary>
    public void Write(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            message.WriteTo(json);
        }

        lock (writing)
        {
            output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Length}: {body.WrittenCount}\r\n\r\n")));
            output.Write(body.WrittenSpan);
            output.Flush();
        }
    }

    public void Dispose() => input.Complete();

    /// <summary>The length that the next header gives; null at the end of the input.</summary>
    private async Task<long?> LengthAsync(CancellationToken cancel)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancel).ConfigureAwait(false);
            if (EndOfHeader(read.Buffer) is { } end)
            {
                var header = Encoding.ASCII.GetString(read.Buffer.Slice(0, end));
                input.AdvanceTo(read.Buffer.GetPosition(end));
                return LengthIn(header);
            }

            if (read.Buffer.Length > LargestHeader)
            {
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"There is no header of a message in {LargestHeader} bytes. Begin each with '{Length}: ' and an empty line."));
            }

            if (read.IsCompleted)
            {
                return read.Buffer.Length == 0 ? null : throw new InvalidDataException("The input ends within the header of a message.");
            }

            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static long? EndOfHeader(in ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        return reader.TryReadTo(out ReadOnlySequence<byte> _, "\r\n\r\n"u8) && reader.Consumed <= LargestHeader ? reader.Consumed : null;
    }

    private static long LengthIn(string header)
    {
        long? length = null;
        foreach (var line in header.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? (line[..colon].Trim(), line[(colon + 1)..].Trim()) : (line, "");
            if (name.Equals(Length, StringComparison.OrdinalIgnoreCase))
            {
                length = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes
                    : throw new InvalidDataException($"'{Text.Shown.Name(value)}' is not a length of a message.");
            }
            else if (name.Equals(Type, StringComparison.OrdinalIgnoreCase) && value.Contains("charset", StringComparison.OrdinalIgnoreCase) && !value.Replace("-", "", StringComparison.Ordinal).Contains("utf8", StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidDataException($"Messages are UTF-8; the header says {Text.Shown.Value(value)}.");
            }
        }

        return length ?? throw new InvalidDataException($"The header of a message has no '{Length}'.");
    }

    private async Task SkipAsync(long length, CancellationToken cancel)
    {
        while (length > 0)
        {
            var read = await input.ReadAsync(cancel).ConfigureAwait(false);
            var part = Math.Min(length, read.Buffer.Length);
            input.AdvanceTo(read.Buffer.GetPosition(part));
            length -= part;
            if (read.IsCompleted && part == 0)
            {
                throw new InvalidDataException("The input ends within a message.");
            }
        }
    }
}
