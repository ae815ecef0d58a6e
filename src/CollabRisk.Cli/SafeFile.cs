using System.Text;

namespace CollabRisk.Cli;

/// <summary>Writes files so that at any time, whatever ends the process, each has either all that it had or all that it is to have.</summary>
internal static class SafeFile
{
    /// <summary>What the name of the file next to it ends in, which is written first and then takes its place.</summary>
    public const string Unfinished = ".saving";

    /// <summary>What the name of the copy of a file ends in, which is kept until the others of its set are written.</summary>
    private const string Replaced = ".replaced";

    /// <summary>Where no file is, but a terminal, a pipe or nothing at all: there is nothing to keep whole, and no place for another file.</summary>
    private static readonly string[] NoFiles = ["/dev/", "/proc/"];

    /// <summary>Writes the text, as UTF-8, over what was there.</summary>
    /// <param name="path">The file. Where it is a link, what it points to is written.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="IOException">It cannot be written, or another process writes it.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes the content over what was there; see <see cref="Write(string, string)"/>.</summary>
    public static void Write(string path, byte[] content) => Write([(path, content)]);

    /// <summary>
    /// Writes several files. None takes its place before all are on the disk, and where one cannot take it, those that did are put back: what
    /// cannot be written leaves all as they were.
    /// </summary>
    public static void Write(IReadOnlyList<(string Path, byte[] Content)> files)
    {
        if (files.FirstOrDefault(file => Directory.Exists(file.Path)).Path is { } directory)
        {
            throw new IOException($"'{directory}' is a directory. Name a file, or move the directory.");
        }

        var unfinished = new List<(string From, string To)>();

        // What a name had before it was written over, or null where there was nothing; of a name that is written twice, the first.
        var before = new Dictionary<string, string?>(StringComparer.Ordinal);
        try
        {
            foreach (var (path, content) in files)
            {
                if (OperatingSystem.IsWindows() || !Array.Exists(NoFiles, Path.GetFullPath(path).StartsWith))
                {
                    var target = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
                    WriteNextTo(target, content, unfinished);
                }
                else
                {
                    File.WriteAllBytes(path, content);
                }
            }

            for (var i = 0; i < unfinished.Count; i++)
            {
                var (from, to) = unfinished[i];
                if (i < unfinished.Count - 1 && !before.ContainsKey(to))
                {
                    before[to] = File.Exists(to) ? CopyOf(to) : null;
                }

                // Once the last is in its place, nothing is left that could fail.
                File.Move(from, to, overwrite: true);
            }
        }
        catch
        {
            foreach (var (to, copy) in before)
            {
                Try(() => PutBack(to, copy));
            }

            unfinished.ForEach(file => Try(() => File.Delete(file.From)));
            throw;
        }

        foreach (var copy in before.Values.OfType<string>())
        {
            Try(() => File.Delete(copy));
        }
    }

    /// <summary>A copy of a file next to it, by a name that nothing has.</summary>
    private static string CopyOf(string target)
    {
        var copy = $"{target}.{Path.GetRandomFileName()}{Replaced}";
        File.Copy(target, copy);
        return copy;
    }

    /// <summary>Makes a file what it was before a set was written, of which it is one.</summary>
    private static void PutBack(string target, string? copy)
    {
        if (copy is null)
        {
            File.Delete(target);
        }
        else
        {
            File.Move(copy, target, overwrite: true);
        }
    }

    /// <summary>Does what may fail without a word: what people must know is what stopped the writing, or that it is done.</summary>
    private static void Try(Action step)
    {
        try
        {
            step();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What could not be removed stays next to the file.
        }
    }

    private static void WriteNextTo(string target, byte[] content, List<(string From, string To)> unfinished)
    {
        using (var stream = Open(target))
        {
            unfinished.Add((target + Unfinished, target));
            stream.Write(content);

            // The name must not change before the content is on the disk.
            stream.Flush(flushToDisk: true);
        }

        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(target + Unfinished, File.GetUnixFileMode(target));
        }
    }

    /// <summary>Opens the file next to it. What speaks against that is said of the file that was asked for, which is the one that people know.</summary>
    private static FileStream Open(string target)
    {
        try
        {
            return new FileStream(target + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && e.Message.Contains(Unfinished, StringComparison.Ordinal))
        {
            var message = e.Message.Replace(Path.GetFullPath(target) + Unfinished, target, StringComparison.Ordinal);
            throw e is IOException ? new IOException(message, e) : new UnauthorizedAccessException(message, e);
        }
    }
}
