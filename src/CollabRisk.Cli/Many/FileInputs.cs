using System.Buffers;
using System.Runtime.CompilerServices;

namespace CollabRisk.Cli.Many;

/// <summary>Reads collaborations from files: one a file, or one a line of a file of lines.</summary>
internal static class FileInputs
{
    /// <summary>What is said of a folder without a collaboration.</summary>
    public const string NoneInFolder = "there is no JSON file in it.";

    /// <summary>The files of a folder, in the order of their names; folders in it are left out.</summary>
    public static List<string> InFolder(string folder, string pattern = "*.json") => [.. Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal)];

    /// <summary>Whether an argument names more than one collaboration, whatever is in it.</summary>
    public static bool IsMany(string argument) => IsOfLines(argument) || Directory.Exists(argument) || IsPattern(argument);

    /// <summary>The files that arguments name: folders and patterns give their JSON files in the order of their names.</summary>
    /// <param name="arguments">Files, folders, patterns such as <c>cases/*.json</c>, or <c>-</c>.</param>
    /// <param name="terminal">Where standard error is.</param>
    /// <returns>The files, or null after every argument that names none was written.</returns>
    public static IReadOnlyList<string>? Named(IReadOnlyList<string> arguments, Terminal terminal)
    {
        var files = new List<string>();
        var problems = 0;
        foreach (var argument in arguments)
        {
            try
            {
                var folder = Directory.Exists(argument) ? argument : Path.GetDirectoryName(argument) is { Length: > 0 } parent ? parent : ".";
                List<string> found = Directory.Exists(argument) ? InFolder(folder)
                    : IsPattern(argument) ? InFolder(folder, Path.GetFileName(argument))
                    : [argument];
                if (found.Count == 0)
                {
                    problems++;
                    terminal.Tell($"{argument}: {(Directory.Exists(argument) ? NoneInFolder : "no file matches.")}");
                }

                files.AddRange(found);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems++;
                terminal.Tell($"{argument}: it cannot be read: {e.Message}");
            }
        }

        return problems == 0 ? files : null;
    }

    /// <summary>What is in the files. One that cannot be read is an input with a fault, like any other that is bad.</summary>
    /// <param name="files">The files; <c>-</c> is standard input, a collaboration a line.</param>
    /// <param name="terminal">Where standard input is.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async IAsyncEnumerable<ManyInput> ReadAsync(IReadOnlyList<string> files, Terminal terminal, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var file in files)
        {
            var isOfLines = file == "-" || IsOfLines(file);
            if (Open(file, terminal, out var fault) is not { } stream)
            {
                yield return new ManyInput(file, null, default, fault);
            }
            else if (isOfLines)
            {
                await foreach (var line in LineInputs.ReadAsync(file == "-" ? "stdin" : file, stream, cancel).ConfigureAwait(false))
                {
                    yield return line;
                }
            }
            else
            {
                await using (stream)
                {
                    yield return await WholeAsync(file, stream, cancel).ConfigureAwait(false);
                }
            }
        }
    }

    private static Stream? Open(string file, Terminal terminal, out string? fault)
    {
        fault = null;
        try
        {
            return file == "-" ? terminal.In : File.OpenRead(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = CollaborationInput.Reason(file, e);
            return null;
        }
    }

    private static async Task<ManyInput> WholeAsync(string file, Stream stream, CancellationToken cancel)
    {
        try
        {
            // One byte more than the limit is enough to see that it is passed.
            var content = new ArrayBufferWriter<byte>(16 * 1024);
            while (content.WrittenCount <= CollaborationJson.MaxBytes && await stream.ReadAsync(content.GetMemory(), cancel).ConfigureAwait(false) is var count and > 0)
            {
                content.Advance(count);
            }

            return new ManyInput(file, null, content.WrittenMemory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ManyInput(file, null, default, CollaborationInput.Reason(file, e));
        }
    }

    private static bool IsOfLines(string file) =>
        file.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);

    /// <summary>Shells expand patterns themselves, except where they are quoted, and on Windows.</summary>
    private static bool IsPattern(string argument) => Path.GetFileName(argument).AsSpan().IndexOfAny('*', '?') >= 0 && !File.Exists(argument);
}
