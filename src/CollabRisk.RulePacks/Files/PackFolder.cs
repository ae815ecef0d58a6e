using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Files;

/// <summary>
/// The files of one pack: those of a folder and the folders in it, or a single file. Nothing outside is ever read, and no link
/// is followed, since a pack may come from anybody.
/// </summary>
internal sealed class PackFolder
{
    private readonly string? root;
    private readonly RulePackLimits limits;
    private readonly PackProblems problems;
    private readonly bool everyFile;

    private readonly bool isMounted;

    /// <summary>The files to which links lead, by the names of the links, as they were when the folder was listed.</summary>
    private readonly Dictionary<string, string> targets = new(StringComparer.Ordinal);

    /// <summary>The texts of files that are open in an editor, by full path: they count in place of what is on the disk.</summary>
    private readonly IReadOnlyDictionary<string, byte[]> unsaved;

    private PackFolder(
        string path, string? root, RulePackLimits limits, PackProblems problems, bool everyFile = false, bool isMounted = false, IReadOnlyDictionary<string, byte[]>? unsaved = null)
    {
        this.unsaved = unsaved ?? new Dictionary<string, byte[]>();
        this.isMounted = isMounted;
        this.everyFile = everyFile;
        Path = path;
        this.root = root;
        this.limits = limits;
        this.problems = problems;
    }

    /// <summary>The path as it was given.</summary>
    public string Path { get; }

    /// <summary>The YAML files, by name.</summary>
    public IReadOnlyList<PackFile> Files { get; private set; } = [];

    /// <summary>All files but the signature, by name; the YAML files where the pack was not opened with every file.</summary>
    public IReadOnlyList<PackFile> Everything { get; private set; } = [];

    /// <summary>The signature; null where there is none, or the pack was not opened with every file.</summary>
    public PackFile? Signature { get; private set; }

    /// <summary>The name of the signature within the folder, whether it is there or not.</summary>
    public string SignatureName { get; private set; } = "pack.sig";

    /// <summary>Where the signature is, or would be.</summary>
    public string SignaturePath => System.IO.Path.Combine(root!, SignatureName);

    /// <summary>
    /// What the pack held when it was opened: the same files give the same text in one process. Files that were not read count
    /// with their length and time.
    /// </summary>
    public string State { get; private set; } = "";

    /// <summary>A pack of one file that is not on the disk. It has no other files.</summary>
    public static PackFolder Of(string name, byte[] bytes) =>
        new(name, root: null, RulePackLimits.Default, new PackProblems(name, most: 1)) { Files = [new PackFile(name, name, bytes)] };

    /// <summary>Opens a pack and reads its YAML files. What cannot be read is reported.</summary>
    /// <param name="path">The folder or file.</param>
    /// <param name="limits">How much it may hold.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="everyFile">
    /// Whether the other files and the signature are read as well. Nothing is read a second time then, so that what was
    /// verified is what is used.
    /// </param>
    /// <param name="isMounted">Whether links are followed to files within the folder, as in a mounted folder.</param>
    /// <param name="unsaved">The texts of files that are open in an editor, by full path; they count in place of what is on the disk.</param>
    public static PackFolder Open(
        string path, RulePackLimits limits, PackProblems problems, bool everyFile = false, bool isMounted = false, IReadOnlyDictionary<string, byte[]>? unsaved = null)
    {
        // An empty path, or one with a character that no path can have, names nothing; the system would not even look.
        var full = string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal) ? "" : System.IO.Path.GetFullPath(path);
        var isFile = File.Exists(full) || unsaved?.ContainsKey(full) == true;
        var folder = new PackFolder(path, isFile ? System.IO.Path.GetDirectoryName(full)! : full, limits, problems, everyFile, isMounted, unsaved);
        if (!isFile && !Directory.Exists(full))
        {
            problems.Report(PackProblemKinds.NotFound, null, $"there is no folder and no file at {Shown.Value(path)}. Correct the path.");
            return folder;
        }

        if (isFile)
        {
            folder.SignatureName = System.IO.Path.GetFileName(full) + ".sig";
        }

        folder.Everything = isFile
            ? [.. new[] { folder.ReadFile(System.IO.Path.GetFileName(full)) }.OfType<PackFile>()]
            : folder.ReadAll();
        folder.Files = isFile ? folder.Everything : [.. folder.Everything.Where(file => IsYaml(file.Name))];
        folder.ReadSignature();
        folder.CheckTargets();
        foreach (var file in folder.Everything.Append(folder.Signature).OfType<PackFile>())
        {
            folder.Note($"{file.Name} {file.Digest}");
        }

        return folder;
    }

    /// <summary>
    /// Reads another file of the pack, such as the case of a test; null where that is not possible, which is reported then.
    /// </summary>
    /// <param name="name">The name within the folder.</param>
    /// <param name="place">Where the name was written.</param>
    /// <param name="problems">Where problems go.</param>
    public PackFile? Read(string name, TextPlace place, PackProblems problems)
    {
        if (root is null)
        {
            problems.Report(PackProblemKinds.OutsideFolder, place, $"{Shown.Value(name)} cannot be read, since the pack is a text without a folder.");
            return null;
        }

        // A name is taken apart on every system alike, so that a pack means the same everywhere. No name has a null character.
        var full = System.IO.Path.GetFullPath(name.Replace('\\', '/').Replace('\0', '?'), root);
        var inside = System.IO.Path.GetRelativePath(root, full);
        if (System.IO.Path.IsPathRooted(name) || inside == ".." || inside.StartsWith(".." + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal) || System.IO.Path.IsPathRooted(inside) || (HasLink(full) && !(isMounted && TargetOf(full) is not null)))
        {
            problems.Report(PackProblemKinds.OutsideFolder, place, $"{Shown.Value(name)} is not in the folder of the pack. Copy the file there.");
            return null;
        }

        // Hidden files are not part of a pack: neither its signature nor anyone who lists the folder has them.
        if (inside.Split(System.IO.Path.DirectorySeparatorChar).Any(part => part.StartsWith('.')))
        {
            problems.Report(PackProblemKinds.Hidden, place, $"{Shown.Value(name)} is hidden, and hidden files are not part of a pack. Give the file and its folders names that do not begin with a dot.");
            return null;
        }

        if (!File.Exists(full) && !unsaved.ContainsKey(full))
        {
            problems.Report(PackProblemKinds.NotFound, place, $"there is no file {Shown.Value(name)} in the folder of the pack.");
            return null;
        }

        if (!everyFile)
        {
            if (isMounted && TargetOf(full) is { } target)
            {
                targets[inside.Replace(System.IO.Path.DirectorySeparatorChar, '/')] = target;
            }

            return ReadFile(inside, place, problems);
        }

        inside = inside.Replace(System.IO.Path.DirectorySeparatorChar, '/');
        var read = Everything.FirstOrDefault(file => file.Name == inside);
        if (read is null)
        {
            problems.Report(PackProblemKinds.NotFound, place, $"there is no file {Shown.Value(name)} among those that were read with the pack and its signature. Sign the pack with it.");
        }

        return read;
    }

    /// <summary>Whether an author may believe that the file is read: a copy, a draft, or one whose ending was hidden when it was saved.</summary>
    private static bool LooksLikeYaml(string name) =>
        name.Contains(".yaml", StringComparison.OrdinalIgnoreCase) || name.Contains(".yml", StringComparison.OrdinalIgnoreCase);

    private static bool IsYaml(string name) => System.IO.Path.GetExtension(name).ToUpperInvariant() is ".YAML" or ".YML";

    private List<PackFile> ReadAll()
    {
        var names = new List<string>();
        try
        {
            Collect(new DirectoryInfo(root!), names);
            names.AddRange(NotYetThere().Except(names));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder may go away, or be closed to this process, while it is listed.
            problems.Report(PackProblemKinds.Unreadable, null, $"the folder cannot be read: {e.Message}");
            return [];
        }

        if (names.Count > limits.Files)
        {
            problems.Report(PackProblemKinds.TooManyFiles, null, string.Create(CultureInfo.InvariantCulture, $"the folder has more than {limits.Files} {(everyFile ? "" : "YAML ")}files; none is read. Point to the folder of the pack itself."));
            return [];
        }

        names.Sort(StringComparer.Ordinal);
        var files = new List<PackFile>();
        var left = limits.PackBytes;
        foreach (var name in names)
        {
            if (ReadFile(name) is { } file)
            {
                files.Add(file);
                left -= file.Bytes.Length;
            }

            if (left < 0)
            {
                problems.Report(PackProblemKinds.PackTooLarge, null, string.Create(
                    CultureInfo.InvariantCulture, $"the files of the pack hold more than {limits.PackBytes} bytes together; none is used. Split the pack, or point to the folder of the pack itself."));
                return [];
            }
        }

        return files;
    }

    /// <summary>The YAML files that an editor has and the disk does not have yet.</summary>
    private IEnumerable<string> NotYetThere() =>
        from path in unsaved.Keys
        where path.StartsWith(root + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal) && IsYaml(path) && !File.Exists(path)
        let name = NameOf(path)
        where !name.Split('/').Any(part => part.StartsWith('.'))
        select name;

    private void ReadSignature()
    {
        if (!everyFile || !File.Exists(SignaturePath))
        {
            return;
        }

        if (!File.GetAttributes(SignaturePath).HasFlag(FileAttributes.ReparsePoint))
        {
            Signature = ReadFile(SignatureName);
        }
        else if (isMounted && TargetOf(SignaturePath) is { } target)
        {
            targets[SignatureName] = target;
            Signature = ReadFile(SignatureName);
        }
    }

    /// <summary>Adds to what the pack is known to hold. Only the digest is kept, since a folder can have any number of files.</summary>
    private void Note(string line) => State = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{State}\n{line}")));

    /// <summary>Collects the names of the files to read. Hidden files and folders are not part of a pack; links are reported.</summary>
    private void Collect(DirectoryInfo folder, List<string> names)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !entry.Name.StartsWith('.')).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (names.Count > limits.Files)
            {
                return;
            }

            if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && isMounted && TargetOf(entry.FullName) is { } target)
            {
                targets[NameOf(entry.FullName)] = target;
                Take(new FileInfo(entry.FullName), names);
            }
            else if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                if (everyFile || entry is DirectoryInfo || IsYaml(entry.Name))
                {
                    problems.Report(PackProblemKinds.OutsideFolder, new TextPlace(NameOf(entry.FullName), 1, 1), isMounted
                        ? "this is a link, and it does not lead to a file within the folder of the pack. Copy what it points to."
                        : "this is a link, and links are not followed. Copy what it points to. A host that mounts the folder says so: MountedFolders.");
                }
            }
            else if (entry is FileInfo && LooksLikeYaml(entry.Name) && !IsYaml(entry.Name) && NameOf(entry.FullName) != SignatureName)
            {
                problems.Warn(PackProblemKinds.NotRead, new TextPlace(ShownName(NameOf(entry.FullName)), 1, 1), "the file is not read, since its name does not end in '.yaml' or '.yml'. Rename it, or move it out of the folder.");
                Take(entry, names);
            }
            else if (entry is DirectoryInfo below)
            {
                Collect(below, names);
            }
            else
            {
                Take(entry, names);
            }
        }
    }

    /// <summary>Takes a file for one to read; of one that is not read, what it was like is noted.</summary>
    private void Take(FileSystemInfo entry, List<string> names)
    {
        if (everyFile ? NameOf(entry.FullName) != SignatureName : IsYaml(entry.Name))
        {
            names.Add(NameOf(entry.FullName));
        }
        else if (!everyFile && entry is FileInfo file)
        {
            Note(string.Create(CultureInfo.InvariantCulture, $"{NameOf(file.FullName)} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
        }
    }

    /// <summary>The name of a file for messages: with the path of the pack, as it was given, before it.</summary>
    private string ShownName(string name) => File.Exists(Path) || (root is not null && unsaved.ContainsKey(System.IO.Path.GetFullPath(Path))) ? Path : $"{Path.TrimEnd('/', '\\')}/{name}";

    private string NameOf(string full) => System.IO.Path.GetRelativePath(root!, full).Replace(System.IO.Path.DirectorySeparatorChar, '/');

    /// <summary>The file within the folder to which a link leads, whatever links are on the way; null where there is none.</summary>
    private string? TargetOf(string link)
    {
        // Every part of the way is resolved: the links of a mounted folder lead through one more, which is what changes.
        var at = System.IO.Path.GetFullPath(link);
        for (var steps = 0; steps < 40; steps++)
        {
            var linked = Parts(at).FirstOrDefault(part => new FileInfo(part).LinkTarget is not null);
            if (linked is null)
            {
                return File.Exists(at) && at.StartsWith(root + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal) ? at : null;
            }

            var to = System.IO.Path.GetFullPath(new FileInfo(linked).LinkTarget!, System.IO.Path.GetDirectoryName(linked)!);
            at = System.IO.Path.GetFullPath(at[linked.Length..].TrimStart(System.IO.Path.DirectorySeparatorChar), to);
        }

        return null;

        // The folder itself may be reached by a link: it is the host's own path.
        IEnumerable<string> Parts(string path)
        {
            if (path.StartsWith(root + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                for (var end = path.IndexOf(System.IO.Path.DirectorySeparatorChar, root!.Length + 1); end >= 0; end = path.IndexOf(System.IO.Path.DirectorySeparatorChar, end + 1))
                {
                    yield return path[..end];
                }

                yield return path;
            }
        }
    }

    /// <summary>That no link leads elsewhere by now: the files would be some of the old ones and some of the new.</summary>
    private void CheckTargets()
    {
        if (targets.Any(each => TargetOf(System.IO.Path.Combine(root!, each.Key)) != each.Value))
        {
            problems.Report(PackProblemKinds.Unreadable, null, "the folder changed while it was read. Try again.");
        }
    }

    /// <summary>Whether the file or a folder on the way to it is a link.</summary>
    private bool HasLink(string full)
    {
        for (var at = full; at.Length > root!.Length; at = System.IO.Path.GetDirectoryName(at)!)
        {
            if ((File.Exists(at) || Directory.Exists(at)) && File.GetAttributes(at).HasFlag(FileAttributes.ReparsePoint))
            {
                return true;
            }
        }

        return false;
    }

    private PackFile? ReadFile(string name) => ReadFile(name, place: null, problems);

    private PackFile? ReadFile(string name, TextPlace? place, PackProblems problems)
    {
        name = name.Replace(System.IO.Path.DirectorySeparatorChar, '/');
        var shown = ShownName(name);
        place ??= new TextPlace(shown, 1, 1);
        try
        {
            var path = targets.TryGetValue(name, out var target) ? target : System.IO.Path.Combine(root!, name.Replace('/', System.IO.Path.DirectorySeparatorChar));
            if (unsaved.TryGetValue(path, out var text))
            {
                return new PackFile(name, shown, text);
            }

            if (new FileInfo(path) is { Exists: true, Length: 0 })
            {
                // Nothing is read of an empty file. A pipe shows as one, and opening it would wait for ever.
                return new PackFile(name, shown, []);
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            // One byte more than there should be, so that a file that grows meanwhile is not cut short unnoticed.
            var bytes = new byte[Math.Min(file.Length, limits.FileBytes) + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length < bytes.Length)
            {
                return new PackFile(name, shown, bytes[..length]);
            }

            if (length <= limits.FileBytes)
            {
                throw new IOException("it changed while it was read. Try again.");
            }

            problems.Report(PackProblemKinds.FileTooLarge, place, string.Create(
                CultureInfo.InvariantCulture, $"the file '{name}' has more than {limits.FileBytes} bytes; it is not read. Split it into several files."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Report(PackProblemKinds.Unreadable, place, $"the file '{name}' cannot be read: {e.Message}");
        }

        return null;
    }
}
