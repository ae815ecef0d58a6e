using CollabRisk.RulePacks;
using CollabRisk.RulePacks.Files;
using CollabRisk.RulePacks.Watching;

namespace CollabRisk.Cli.Packs;

/// <summary>Does the work of a command again whenever files of packs change, until someone ends it.</summary>
internal static class PackWatch
{
    /// <summary>Begins, and goes on until it is cancelled.</summary>
    /// <param name="packs">The packs, by path or name.</param>
    /// <param name="load">Loads them; null where a key or the policy cannot be read, which is said then.</param>
    /// <param name="write">Does the work, and writes what came of it.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>How the command ends: well, since it was asked to end.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> packs, Func<PackReport?> load, Func<PackReport, int> write, Terminal terminal, CancellationToken cancel)
    {
        List<string> paths = [.. packs.Select(ShippedPacks.PathOf)];
        using var changed = new SemaphoreSlim(0);
        using var schedule = new ReloadSchedule(terminal.Time, RulePackWatchOptions.Default, () => changed.Release());
        using var events = new FileEvents(paths, schedule.Changed, schedule.Missed);
        RulePackSet? before = null;
        try
        {
            // Listened to before anything is read: what changes while it is read is heard.
            events.Listen();
            foreach (var problem in events.Problems)
            {
                terminal.Tell($"{problem}");
            }

            var seen = See(paths);
            while (true)
            {
                if (load() is not { } found)
                {
                    return ExitCode.BadInput;
                }

                if (before is not null && found.Set is { } now)
                {
                    terminal.Tell($"Changed in the rules: {RulePackChange.Between(before, now)}.");
                }

                write(found);
                before = found.Set ?? before;
                await terminal.Out.FlushAsync(cancel).ConfigureAwait(false);
                terminal.Tell("Watching. Ctrl+C ends.");
                var last = seen;
                do
                {
                    await changed.WaitAsync(cancel).ConfigureAwait(false);
                    events.Listen();
                    seen = See(paths);
                }
                while (seen.State == last.State);
                terminal.Error.WriteLine();
                terminal.Tell(seen.Since(last));
            }
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Evaluated;
        }
    }

    /// <summary>
    /// The YAML files of the packs with what they hold, and what is known of their other files, such as cases. What is wrong with a pack is for loading
    /// to say.
    /// </summary>
    private static Seen See(IReadOnlyList<string> paths)
    {
        List<PackFolder> folders = [.. paths.Select(path => PackFolder.Open(path, RulePackLimits.Default, new PackProblems(path, most: 1)))];
        return new(
            folders.SelectMany(folder => folder.Files).DistinctBy(file => file.Shown, StringComparer.Ordinal).ToDictionary(file => file.Shown, file => file.Digest, StringComparer.Ordinal),
            string.Join('\n', folders.Select(folder => folder.State)));
    }

    private sealed record Seen(IReadOnlyDictionary<string, string> Files, string State)
    {
        /// <summary>What is not as it was, in words.</summary>
        public string Since(Seen before) => string.Join(", ", Changes(before).DefaultIfEmpty("a file that is not YAML changed")) + ".";

        private IEnumerable<string> Changes(Seen before) =>
        [
            .. Files.Keys.Where(file => before.Files.TryGetValue(file, out var was) && was != Files[file]).Order(StringComparer.Ordinal).Select(file => $"{file} changed"),
            .. Files.Keys.Except(before.Files.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(file => $"{file} is new"),
            .. before.Files.Keys.Except(Files.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(file => $"{file} is gone"),
        ];
    }
}
