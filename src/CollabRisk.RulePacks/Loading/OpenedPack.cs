using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Yaml;

namespace CollabRisk.RulePacks.Loading;

/// <summary>A pack whose files are read, and whose rules are not yet: they may name what other packs define.</summary>
internal sealed class OpenedPack
{
    private OpenedPack(PackFolder folder, RulePackLimits limits, PackProblems problems)
    {
        Folder = folder;
        Problems = problems;
        var roots = new List<YamlNode>();
        foreach (var file in folder.Files)
        {
            if (YamlReader.Read(file.Shown, file.Bytes, limits, problems) is { } root)
            {
                roots.Add(root);
            }
        }

        if (roots.Count == 0 && problems.All.Count == 0)
        {
            problems.Report(PackProblemKinds.NothingThere, null, $"there is nothing in a YAML file at '{folder.Path}'. A pack has at least the section 'pack'; 'collabrisk pack new' makes one.");
        }

        Reader = new PackReader(roots, limits, problems, saysNothing: roots.Count == 0);
    }

    public PackFolder Folder { get; }

    public PackProblems Problems { get; }

    public PackReader Reader { get; }

    /// <summary>The id, or the path while that is not known.</summary>
    public string Id => Reader.Manifest?.Id ?? Folder.Path;

    public static OpenedPack Open(string path, RulePackLimits limits)
    {
        var problems = new PackProblems(path, limits.Problems);
        return new OpenedPack(PackFolder.Open(path, limits, problems), limits, problems);
    }

    /// <summary>Opens a pack of one file that is not on the disk.</summary>
    public static OpenedPack Of(string name, byte[] bytes, RulePackLimits limits)
    {
        var problems = new PackProblems(name, limits.Problems);
        return new OpenedPack(PackFolder.Of(name, bytes), limits, problems);
    }
}
