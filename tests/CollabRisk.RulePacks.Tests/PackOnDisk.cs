namespace CollabRisk.RulePacks.Tests;

/// <summary>A folder of its own for one test, with a pack in it; removed afterwards.</summary>
internal sealed class PackOnDisk : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("collabrisk-").FullName;

    public PackOnDisk(params (string Name, string Text)[] files)
    {
        Directory.CreateDirectory(Folder);
        foreach (var (name, text) in files)
        {
            Write(name, text);
        }
    }

    /// <summary>The folder of the pack, in a folder that is the test's as well.</summary>
    public string Folder => Path.Combine(root, "pack");

    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>A copy of the sample pack.</summary>
    public static PackOnDisk Sample()
    {
        var pack = new PackOnDisk();
        var sample = Path.Combine(Repository.Root, "samples", "packs", "regional-control-room");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            pack.Write(Path.GetRelativePath(sample, file), File.ReadAllText(file));
        }

        return pack;
    }

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
    }

    public void Replace(string name, string old, string by)
    {
        var text = File.ReadAllText(this[name]);
        text.Should().Contain(old);
        Write(name, text.Replace(old, by, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
