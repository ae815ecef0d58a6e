using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace CollabRisk.Cli.Many;

/// <summary>Reads collaborations from a stream, one a line, and holds no more of it than a line that is being read.</summary>
internal static class LineInputs
{
    /// <summary>The lines with their numbers. Blank ones are left out, but counted; of one that is too long, only that is said.</summary>
    public static async IAsyncEnumerable<ManyInput> ReadAsync(string source, Stream stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
        try
        {
            var (line, isTooLong, isAtEnd) = (0L, false, false);
            while (!isAtEnd)
            {
                var result = await pipe.ReadAsync(cancel).ConfigureAwait(false);
                var buffer = result.Buffer;
                while (buffer.PositionOf((byte)'\n') is { } end)
                {
                    line++;
                    if (InputOf(buffer.Slice(0, end)) is { } input)
                    {
                        yield return input;
                    }

                    isTooLong = false;
                    buffer = buffer.Slice(buffer.GetPosition(1, end));
                }

                isAtEnd = result.IsCompleted;
                if (isAtEnd && (isTooLong || !buffer.IsEmpty))
                {
                    line++;
                    if (InputOf(buffer) is { } input)
                    {
                        yield return input;
                    }
                }
                else if (buffer.Length > CollaborationJson.MaxBytes)
                {
                    // The rest of the line is passed over as it comes.
                    isTooLong = true;
                    buffer = buffer.Slice(buffer.End);
                }

                pipe.AdvanceTo(buffer.Start, buffer.End);
            }

            ManyInput? InputOf(ReadOnlySequence<byte> text) =>
                isTooLong || text.Length > CollaborationJson.MaxBytes ? new ManyInput(source, line, default, $"the line is too long: at most {CollaborationJson.MaxBytes} bytes are read.")
                : IsBlank(text) ? null
                : new ManyInput(source, line, text.ToArray());
        }
        finally
        {
            await pipe.CompleteAsync().ConfigureAwait(false);
        }
    }

    private static bool IsBlank(ReadOnlySequence<byte> text)
    {
        foreach (var part in text)
        {
            if (part.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                return false;
            }
        }

        return true;
    }
}
