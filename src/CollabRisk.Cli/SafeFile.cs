using System.Text;

namespace CollabRisk.Cli;

/// <summary>Writes a file so that at any time, whatever ends the process, it has either all that it had or all that it is to have.</summary>
internal static class SafeFile
{
    /// <summary>What the name of the file next to it ends in, which is written first and then takes its place.</summary>
    public const string Unfinished = ".saving";

    /// <summary>Writes the text, as UTF-8, over what was there.</summary>
    /// <param name="path">The file. Where it is a link, what it points to is written.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="IOException">It cannot be written, or another process writes it.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Write(string path, string text)
    {
        var target = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        var unfinished = target + Unfinished;
        using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));

            // The name must not change before the content is on the disk.
            stream.Flush(flushToDisk: true);
        }

        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(unfinished, File.GetUnixFileMode(target));
        }

        File.Move(unfinished, target, overwrite: true);
    }
}
