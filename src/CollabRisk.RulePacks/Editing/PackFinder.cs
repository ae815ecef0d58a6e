using System.Text;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Yaml;

namespace CollabRisk.RulePacks.Editing;

/// <summary>
/// Finds the pack to which a file belongs: its folder, where a file there says what the pack is, or the nearest folder above it where that file is
/// called <c>pack.yaml</c>, as it usually is. A file of another name further up is more likely a pack by itself.
/// </summary>
internal static class PackFinder
{
    /// <summary>How many folders above a file are looked at.</summary>
    private const int MostAbove = 8;

    private const int MostFiles = 500;

    /// <summary>The full path of the pack: a folder, or the file itself where it is a pack of its own; null where the file belongs to none.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="unsaved">The texts of files that are open in an editor, by full path.</param>
    public static string? Find(string path, IReadOnlyDictionary<string, byte[]> unsaved)
    {
        var folder = Path.GetDirectoryName(path);
        if (HasManifest(path, unsaved))
        {
            // Two packs next to each other are packs of one file each.
            return folder is null || ManifestsIn(folder, unsaved).Any(other => other != path) ? path : folder;
        }

        for (var above = 0; above < MostAbove && folder is not null; above++, folder = Path.GetDirectoryName(folder))
        {
            var manifests = ManifestsIn(folder, unsaved).Take(2).ToList();
            if (manifests is [var one] && (above == 0 || Path.GetFileNameWithoutExtension(one).Equals("pack", StringComparison.OrdinalIgnoreCase)))
            {
                return folder;
            }

            if (manifests.Count > 0)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>
    /// The pack that is checked while a file of it is open; null where there is none. A file that belongs to none is one that is only begun where all of
    /// its sections are those of packs; any other YAML is left alone.
    /// </summary>
    public static string? PackToCheck(string path, IReadOnlyDictionary<string, byte[]> unsaved) => Find(path, unsaved)
        ?? (IsYaml(path) && unsaved.TryGetValue(path, out var text) && EditedPack.Read(path, text, RulePackLimits.Default) is YamlMap { Entries: { Count: > 0 } sections }
            && sections.All(section => FileKeys.Shape.Keys.Any(key => key.Name == section.Key.Text)) ? path : null);

    private static IEnumerable<string> ManifestsIn(string folder, IReadOnlyDictionary<string, byte[]> unsaved)
    {
        IEnumerable<string> files = [];
        try
        {
            files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Where(IsYaml).Take(MostFiles)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be listed is not part of a pack that can be edited.
        }

        return files.Union(unsaved.Keys.Where(path => IsYaml(path) && Path.GetDirectoryName(path) == folder)).Where(file => HasManifest(file, unsaved));
    }

    private static bool IsYaml(string path) => Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML" && !Path.GetFileName(path).StartsWith('.');

    /// <summary>Whether a file has the section that says what a pack is. Its other mistakes do not matter, so it is not read as YAML.</summary>
    private static bool HasManifest(string path, IReadOnlyDictionary<string, byte[]> unsaved)
    {
        try
        {
            if (unsaved.TryGetValue(path, out var text))
            {
                return IsManifest(Encoding.UTF8.GetString(text).Split('\n'));
            }

            return new FileInfo(path) is { Exists: true, Length: > 0 and <= 1 << 20 } && IsManifest(File.ReadLines(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsManifest(IEnumerable<string> lines) => lines.Any(line => line.TrimStart('\uFEFF').StartsWith("pack:", StringComparison.Ordinal));
}
