using System.Collections.Concurrent;
using CollabRisk.RulePacks.Files;
using CollabRisk.RulePacks.Yaml;

namespace CollabRisk.RulePacks.Loading;

/// <summary>
/// Files as they were last read. While someone types, a pack is read again and again, and all of its files but one are what they were.
/// </summary>
/// <remarks>Thread-safe. It keeps the last reading of each file by its name, and no more files than a pack may have.</remarks>
/// <param name="limits">How much a file may hold.</param>
internal sealed class ReadFiles(RulePackLimits limits)
{
    private readonly ConcurrentDictionary<string, Reading> last = new(StringComparer.Ordinal);

    /// <summary>Reads a file, or gives what it held when it was the same; null where it cannot be read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="isPartial">Whether something was left out because it is not YAML.</param>
    public YamlNode? Read(PackFile file, PackProblems problems, out bool isPartial)
    {
        if (!last.TryGetValue(file.Shown, out var reading) || reading.Digest != file.Digest)
        {
            var found = new PackProblems(problems.Pack, limits.Problems);
            var root = YamlReader.Read(file.Shown, file.Bytes, limits, found, out var left);
            reading = new(file.Digest, root, left, found);
            if (last.Count >= limits.Files)
            {
                last.Clear();
            }

            last[file.Shown] = reading;
        }

        problems.Include(reading.Problems);
        isPartial = reading.IsPartial;
        return reading.Root;
    }

    private sealed record Reading(string Digest, YamlNode? Root, bool IsPartial, PackProblems Problems);
}
