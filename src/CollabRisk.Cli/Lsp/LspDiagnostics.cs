using System.Text.Json.Nodes;
using CollabRisk.RulePacks.Editing;

namespace CollabRisk.Cli.Lsp;

/// <summary>Tells the editor what 'pack check' would say, once no one has typed for a moment.</summary>
internal sealed class LspDiagnostics(LspFrames frames, EditingContext context, Terminal terminal) : IDisposable
{
    /// <summary>How long no one must have typed before a pack is looked at.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();

    /// <summary>The packs that wait to be looked at, each with its timer.</summary>
    private readonly Dictionary<string, ITimer> waiting = new(StringComparer.Ordinal);

    /// <summary>The pack of each text that is open.</summary>
    private readonly Dictionary<string, string> packs = new(StringComparer.Ordinal);

    /// <summary>The files of which something was told, by pack.</summary>
    private readonly Dictionary<string, HashSet<string>> told = new(StringComparer.Ordinal);

    private readonly Lock looking = new();
    private IReadOnlyDictionary<string, OpenText> open = new Dictionary<string, OpenText>();
    private bool isEnded;

    /// <summary>A text was opened or changed.</summary>
    public void Changed(string path, IReadOnlyDictionary<string, OpenText> nowOpen)
    {
        lock (gate)
        {
            open = nowOpen;
            var before = packs.GetValueOrDefault(path);
            var pack = PackFinder.PackToCheck(path, Unsaved());
            if (pack is null)
            {
                packs.Remove(path);
            }
            else
            {
                packs[path] = pack;
                Await(pack);
            }

            // A text may leave a pack, such as one that gets a manifest of its own.
            if (before is not null && before != pack)
            {
                Await(before);
            }
        }
    }

    /// <summary>A text was closed: what is on the disk counts again.</summary>
    public void Closed(string path, IReadOnlyDictionary<string, OpenText> nowOpen)
    {
        lock (gate)
        {
            open = nowOpen;
            if (packs.Remove(path, out var pack))
            {
                Await(pack);
            }
        }
    }

    /// <summary>Files changed on the disk.</summary>
    public void LookAgain(IReadOnlyDictionary<string, OpenText> nowOpen)
    {
        foreach (var path in nowOpen.Keys)
        {
            Changed(path, nowOpen);
        }
    }

    /// <summary>Ends. Waits for a look that is under way.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isEnded = true;
            foreach (var timer in waiting.Values)
            {
                timer.Dispose();
            }

            waiting.Clear();
        }

        lock (looking)
        {
            // The last look is over.
        }
    }

    private void Await(string pack)
    {
        if (isEnded)
        {
            return;
        }

        if (waiting.TryGetValue(pack, out var timer))
        {
            timer.Change(Quiet, Timeout.InfiniteTimeSpan);
        }
        else
        {
            waiting[pack] = terminal.Time.CreateTimer(_ => Look(pack), null, Quiet, Timeout.InfiniteTimeSpan);
        }
    }

    private Dictionary<string, byte[]> Unsaved() => open.ToDictionary(each => each.Key, each => each.Value.Bytes, StringComparer.Ordinal);

    private void Look(string pack)
    {
        lock (looking)
        {
            EditedPack edited;
            IReadOnlyDictionary<string, OpenText> then;
            bool isLeft;
            lock (gate)
            {
                if (isEnded)
                {
                    return;
                }

                then = open;
                edited = new EditedPack(pack, Unsaved(), context);
                isLeft = !packs.ContainsValue(pack);
            }

            try
            {
                // Of a pack of which nothing is open any more, nothing is told.
                var (problems, files) = isLeft ? ([], []) : edited.Check();
                lock (gate)
                {
                    // Whoever has typed since then waits for what is so now.
                    if (ReferenceEquals(then, open) || isLeft)
                    {
                        Tell(pack, problems, isLeft ? [] : files);
                    }
                }
            }
            catch (IOException)
            {
                // The editor is gone.
            }
#pragma warning disable CA1031 // A timer has no one to tell, and a mistake of ours must not end the session.
            catch (Exception e)
#pragma warning restore CA1031
            {
                terminal.Tell($"collabrisk: internal error while checking {pack}: {e}");
            }
        }
    }

    private void Tell(string pack, IReadOnlyList<EditedProblem> problems, IReadOnlyList<string> files)
    {
        var ofFile = problems.ToLookup(problem => problem.File, StringComparer.Ordinal);
        var before = told.GetValueOrDefault(pack) ?? [];
        foreach (var file in files.Concat(before).Concat(ofFile.Select(each => each.Key)).Distinct(StringComparer.Ordinal))
        {
            var parameters = new JsonObject { ["uri"] = open.TryGetValue(file, out var text) ? text.Uri : LspJson.UriOf(file) };
            if (text is not null)
            {
                parameters["version"] = text.Version;
            }

            parameters["diagnostics"] = new JsonArray([.. ofFile[file].Select(problem => (JsonNode)LspJson.Of(problem))]);
            frames.Write(new() { ["method"] = "textDocument/publishDiagnostics", ["params"] = parameters });
        }

        told[pack] = [.. ofFile.Select(each => each.Key)];
    }
}
