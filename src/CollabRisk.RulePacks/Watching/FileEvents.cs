using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Watching;

/// <summary>Listens to what the operating system says about the files of packs.</summary>
/// <remarks>
/// A folder that goes away takes its listeners with it, and one that replaces it has none. So each pack is listened to from the
/// folder above as well, and all listeners are made again before every loading: what happens before that is loaded, what
/// happens later is heard.
/// </remarks>
/// <param name="paths">The packs.</param>
/// <param name="changed">Called on any thread when something may have changed.</param>
/// <param name="missed">Called on any thread when the operating system lost count.</param>
internal sealed class FileEvents(IReadOnlyList<string> paths, Action changed, Action missed) : IDisposable
{
    private readonly List<FileSystemWatcher> listeners = [];

    /// <summary>What cannot be listened to.</summary>
    public IReadOnlyList<RuleBookProblem> Problems { get; private set; } = [];

    /// <summary>Listens again, to what is there now.</summary>
    public void Listen()
    {
        Dispose();
        var problems = new List<RuleBookProblem>();
        foreach (var path in paths)
        {
            try
            {
                var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
                if (Directory.Exists(full))
                {
                    Add(full, within: true);
                }

                if (Path.GetDirectoryName(full) is { } above && Directory.Exists(above))
                {
                    // The filters know no escape, so a name with a star in it hears a little too much.
                    Add(above, within: false, Path.GetFileName(full), Path.GetFileName(full) + ".sig");
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                problems.Add(new RuleBookProblem(WatchProblemKinds.NotWatched.Code, path, $"changes are not noticed at once: {e.Message}"));
            }
        }

        Problems = problems;
    }

    public void Dispose()
    {
        foreach (var listener in listeners)
        {
            listener.Dispose();
        }

        listeners.Clear();
    }

    private void Add(string folder, bool within, params string[] names)
    {
        var listener = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = within,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        listeners.Add(listener);
        foreach (var name in names)
        {
            listener.Filters.Add(name);
        }

        listener.Changed += (_, _) => changed();
        listener.Created += (_, _) => changed();
        listener.Deleted += (_, _) => changed();
        listener.Renamed += (_, _) => changed();
        listener.Error += (_, _) => missed();
        listener.EnableRaisingEvents = true;
    }
}
