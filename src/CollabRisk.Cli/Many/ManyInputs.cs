using System.Globalization;
using System.Threading.Channels;

namespace CollabRisk.Cli.Many;

/// <summary>
/// Evaluates many inputs and writes a line for each: on all cores, in the order of the inputs, with memory for some of them at a
/// time, however many there are. One that is bad stops none of the others.
/// </summary>
internal static class ManyInputs
{
    /// <summary>How many inputs each core may have in hand, so that one that takes long keeps no other core waiting.</summary>
    private const int InHand = 8;

    /// <summary>How often progress is shown.</summary>
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(200);

    /// <summary>Evaluates and writes.</summary>
    /// <param name="inputs">The inputs, read as room for them comes.</param>
    /// <param name="evaluate">Evaluates one; called on any thread.</param>
    /// <param name="total">How many there are, where that is known, for the progress.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="cancel">Ends it all.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IAsyncEnumerable<ManyInput> inputs, Func<ManyInput, ManyOutput> evaluate, int? total, Terminal terminal, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var outputs = Channel.CreateBounded<Task<ManyOutput>>(Environment.ProcessorCount * InHand);
        var reading = Task.Run(ReadAsync, CancellationToken.None);
        try
        {
            var code = await WriteAsync(outputs.Reader, total, terminal, cancel).ConfigureAwait(false);
            await reading.ConfigureAwait(false);
            return code;
        }
        finally
        {
            // Where nothing can be written any more, nothing is read either.
            await stop.CancelAsync().ConfigureAwait(false);
        }

        async Task ReadAsync()
        {
            try
            {
                await foreach (var input in inputs.WithCancellation(stop.Token).ConfigureAwait(false))
                {
                    await outputs.Writer.WaitToWriteAsync(stop.Token).ConfigureAwait(false);
                    await outputs.Writer.WriteAsync(Task.Run(() => evaluate(input), stop.Token), stop.Token).ConfigureAwait(false);
                }

                outputs.Writer.Complete();
            }
#pragma warning disable CA1031 // Whatever ends the reading comes out where the outputs are taken.
            catch (Exception e)
#pragma warning restore CA1031
            {
                outputs.Writer.Complete(e);
            }
        }
    }

    private static async Task<int> WriteAsync(ChannelReader<Task<ManyOutput>> outputs, int? total, Terminal terminal, CancellationToken cancel)
    {
        var (done, bad, failedOn) = (0L, 0L, 0L);
        var shown = terminal.Time.GetTimestamp();
        await foreach (var output in outputs.ReadAllAsync(cancel).ConfigureAwait(false))
        {
            var (line, notes, isBad, failedRules) = await output.ConfigureAwait(false);
            done++;
            bad += isBad ? 1 : 0;
            failedOn += failedRules > 0 ? 1 : 0;
            if (line is not null)
            {
                terminal.Out.Write(line + "\n");
            }

            foreach (var note in notes)
            {
                terminal.Tell(note);
            }

            if (terminal.ShowsProgress && terminal.Time.GetElapsedTime(shown) >= Often)
            {
                shown = terminal.Time.GetTimestamp();
                terminal.Error.Write($"\r{InWords(done)}{(total is { } all ? $" of {InWords(all)}" : "")} evaluated{(bad > 0 ? $", {InWords(bad)} of them bad" : "")} ");
            }
        }

        if (terminal.ShowsProgress)
        {
            terminal.Error.Write("\r\u001B[K");
        }

        if (failedOn > 0)
        {
            terminal.Tell($"collabrisk: rules failed and could not be judged on {ReportWords.Count((int)failedOn, "collaboration")}; the assessments name the reasons.");
        }

        if (bad > 0)
        {
            terminal.Tell($"collabrisk: {InWords(bad)} of {ReportWords.Count((int)done, "collaboration")} could not be evaluated.");
        }

        return bad > 0 ? ExitCode.BadInput : ExitCode.Evaluated;
    }

    private static string InWords(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
