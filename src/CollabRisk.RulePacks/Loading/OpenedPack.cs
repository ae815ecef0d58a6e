using CollabRisk.RulePacks.Files;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Signing;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Loading;

/// <summary>A pack whose files are read, and whose rules are not yet: they may name what other packs define.</summary>
internal sealed class OpenedPack
{
    private OpenedPack(PackFolder folder, RulePackLimits limits, PackProblems problems, TrustedKeys? keys, ReadFiles? read = null)
    {
        Folder = folder;
        Problems = problems;
        Signature = keys?.Check(folder, limits, problems);
        var roots = new List<YamlNode>();

        // What no one trusted answers for is not even read as YAML.
        foreach (var file in keys is not null && Signature is null ? [] : folder.Files)
        {
            var root = read is null ? YamlReader.Read(file.Shown, file.Bytes, limits, problems, out var isPartial) : read.Read(file, problems, out isPartial);
            if (root is not null)
            {
                roots.Add(root);
            }

            IsPartial |= isPartial;
        }

        if (roots.Count == 0 && problems.All.Count == 0)
        {
            problems.Report(PackProblemKinds.NothingThere, null, $"there is nothing in a YAML file at '{folder.Path}'. A pack has at least the section 'pack'; 'collabrisk pack new' makes one.");
        }

        Roots = roots;
        Reader = new PackReader(roots, limits, problems, saysNothing: roots.Count == 0);
        if (Signature is { } signed && Reader.Manifest is { } manifest && (signed.PackId, signed.PackVersion) != (manifest.Id, manifest.Version))
        {
            problems.Report(SignatureProblemKinds.OtherPack, null, $"the signature was made for {Shown.Value(signed.PackId)} in version {Shown.Value(signed.PackVersion)}, and the pack is {Shown.Value(manifest.Id)} in version {Shown.Value(manifest.Version)}. Sign it again.");
        }
    }

    public PackFolder Folder { get; }

    public PackProblems Problems { get; }

    public PackReader Reader { get; }

    /// <summary>What the files hold, as far as it can be read, in the order of their names.</summary>
    public IReadOnlyList<YamlNode> Roots { get; }

    /// <summary>Whether something of it is not YAML and was left out, so that what seems to be missing may only not have been read.</summary>
    public bool IsPartial { get; }

    /// <summary>What a trusted key answers for; null where no signature is asked for, or where it is not good, which is a problem then.</summary>
    public RulePackSignature? Signature { get; }

    /// <summary>The id, or the path while that is not known.</summary>
    public string Id => Reader.Manifest?.Id ?? Folder.Path;

    /// <summary>Opens a pack.</summary>
    /// <param name="path">The folder or file.</param>
    /// <param name="limits">How much it may hold.</param>
    /// <param name="keys">Whose signatures are accepted; null where the pack need not be signed.</param>
    /// <param name="isMounted">Whether links are followed within the folder.</param>
    /// <param name="unsaved">The texts of files that are open in an editor, by full path.</param>
    /// <param name="read">Files as they were last read, where a pack is opened again and again.</param>
    public static OpenedPack Open(
        string path, RulePackLimits limits, TrustedKeys? keys, bool isMounted = false, IReadOnlyDictionary<string, byte[]>? unsaved = null, ReadFiles? read = null)
    {
        var problems = new PackProblems(path, limits.Problems);
        return new OpenedPack(PackFolder.Open(path, limits, problems, everyFile: keys is not null, isMounted, unsaved), limits, problems, keys, read);
    }

    /// <summary>Opens a pack with every file, to sign it. A signature that it has does not matter.</summary>
    public static OpenedPack ToSign(string path, RulePackLimits limits)
    {
        var problems = new PackProblems(path, limits.Problems);
        return new OpenedPack(PackFolder.Open(path, limits, problems, everyFile: true), limits, problems, keys: null);
    }

    /// <summary>Opens a pack of one file that is not on the disk, which has no signature.</summary>
    public static OpenedPack Of(string name, byte[] bytes, RulePackLimits limits, TrustedKeys? keys)
    {
        var problems = new PackProblems(name, limits.Problems);
        return new OpenedPack(PackFolder.Of(name, bytes), limits, problems, keys);
    }
}
