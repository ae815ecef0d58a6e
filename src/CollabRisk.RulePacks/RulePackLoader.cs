using System.Diagnostics.CodeAnalysis;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Loading;
using CollabRisk.RulePacks.Policies;
using CollabRisk.RulePacks.Signing;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks;

/// <summary>Reads rule packs from files and makes a rule book of them: all of them, or nothing.</summary>
/// <remarks>The order of the paths makes no difference. Thread-safe.</remarks>
/// <param name="options">How to load; the default options if left out.</param>
public sealed class RulePackLoader(RulePackOptions? options = null)
{
    private readonly RulePackOptions options = options ?? RulePackOptions.Default;
    private readonly TrustedKeys? keys = TrustedKeys.Of(options ?? RulePackOptions.Default);

    /// <summary>Loads packs.</summary>
    /// <param name="paths">A folder or a YAML file for each pack; without any, the rule book has the packs in code alone.</param>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="RulePackException">There are problems; the exception has them all.</exception>
    public RulePackSet Load(params IEnumerable<string> paths) =>
        TryLoad(paths, out var set, out var problems) ? set : throw new RulePackException(problems);

    /// <summary>Loads packs, with the problems as a value.</summary>
    /// <param name="paths">A folder or a YAML file for each pack.</param>
    /// <param name="set">The packs and their rule book, if there are no problems.</param>
    /// <param name="problems">Every problem of every file, by place; empty if the packs were loaded.</param>
    /// <returns>Whether the packs were loaded: all of them, or none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> or one of them is <see langword="null"/>.</exception>
    public bool TryLoad(IEnumerable<string> paths, [NotNullWhen(true)] out RulePackSet? set, out IReadOnlyList<RuleBookProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return TryLoad(Open(paths), out set, out problems);
    }

    /// <summary>Reads one pack from a text, such as one that a user is typing.</summary>
    /// <param name="name">What to call the text in messages: <c>pack.yaml</c>.</param>
    /// <param name="text">The text of a pack that is a single file.</param>
    /// <param name="set">The pack and its rule book, if there are no problems.</param>
    /// <param name="problems">Every problem, by place; empty if the pack was read.</param>
    /// <returns>Whether the pack was read.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="text"/> is <see langword="null"/>.</exception>
    public bool TryRead(string name, string text, [NotNullWhen(true)] out RulePackSet? set, out IReadOnlyList<RuleBookProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        return TryLoad([OpenedPack.Of(name, System.Text.Encoding.UTF8.GetBytes(text), options.Limits, keys)], out set, out problems);
    }

    /// <summary>Whether packs must be signed.</summary>
    internal bool AsksForSignatures => keys is not null;

    /// <summary>Reads the files of packs, and not yet the rules in them.</summary>
    /// <param name="paths">A folder or a YAML file for each pack.</param>
    /// <param name="unsaved">The texts of files that are open in an editor, by full path.</param>
    /// <param name="read">Files as they were last read, where packs are opened again and again.</param>
    internal List<OpenedPack> Open(IEnumerable<string> paths, IReadOnlyDictionary<string, byte[]>? unsaved = null, ReadFiles? read = null)
    {
        var opened = new List<OpenedPack>();
        foreach (var path in paths)
        {
            ArgumentNullException.ThrowIfNull(path, nameof(paths));
            opened.Add(OpenedPack.Open(path, options.Limits, IsTrusted(path) ? null : keys, options.MountedFolders, unsaved, read));
        }

        return opened;
    }

    /// <summary>Whether a pack needs no signature, because it came with the program.</summary>
    private bool IsTrusted(string path) =>
        FullPath(path) is { } full && options.TrustedPaths.Any(trusted => string.Equals(FullPath(trusted), full, StringComparison.Ordinal));

    /// <summary>The path from the root; null where it names nothing.</summary>
    private static string? FullPath(string path) => path.Length == 0 || path.Contains('\0', StringComparison.Ordinal) ? null : Path.GetFullPath(path);

    internal bool TryLoad(List<OpenedPack> opened, [NotNullWhen(true)] out RulePackSet? set, out IReadOnlyList<RuleBookProblem> problems)
    {
        set = null;
        opened = [.. opened.OrderBy(pack => pack.Id, StringComparer.Ordinal).ThenBy(pack => pack.Folder.Path, StringComparer.Ordinal)];
        var found = new List<RuleBookProblem>(keys?.Problems ?? []);
        var packs = Read(opened, found);
        RulePack[] every = [.. options.BasePacks, .. packs.Select(pack => pack.Pack)];
        var today = CalendarDay.Today(options.Time);
        RuleBook.TryBuild(every, options.Overrides, today, out var book, out var inBook, options.Language);
        found.AddRange(PolicyCheck.Problems(options.Policy, packs, book, today));

        // That there are no packs is not worth a word where the ones that were given could not be read.
        found.AddRange(every.Length == 0 && opened.Exists(pack => pack.Problems.All.Count > 0) ? [] : inBook);
        if (book is not null)
        {
            found.AddRange(EvaluationCost.Problems(book, packs, options.Limits));
        }

        var all = found.Concat(opened.SelectMany(pack => pack.Problems.All));
        problems =
        [
            .. (opened.Exists(pack => pack.IsPartial) ? PartialPacks.CertainOf(all, opened.SelectMany(pack => pack.Roots)) : all)
                .Where(problem => !PartialPacks.FollowsFrom(problem, opened.SelectMany(pack => pack.Reader.UnreadableFacts))).Select(AsWritten).ByPlace()
                .ThenBy(problem => problem.What, StringComparer.Ordinal),
        ];
        set = problems.Count == 0 && book is not null ? new RulePackSet(packs, book, options) : null;
        return set is not null;
    }

    /// <summary>The problem with the paths of facts as packs write them.</summary>
    private static RuleBookProblem AsWritten(RuleBookProblem problem) =>
        problem.Place is null ? problem : problem with { What = ConditionReader.AsWritten(problem.What) };

    private List<LoadedRulePack> Read(List<OpenedPack> opened, List<RuleBookProblem> found)
    {
        if (opened.Count == 0)
        {
            return [];
        }

        var known = new KnownToPacks(options.BasePacks);
        foreach (var pack in opened)
        {
            known.Add(pack.Reader, pack.Id, pack.Problems);
        }

        var packs = new List<LoadedRulePack>();
        foreach (var pack in opened)
        {
            if (pack.Reader.Read(known) is not { } read)
            {
                continue;
            }

            known.Add(read.Pack.Definitions.SelectMany(chapter => chapter.Rules));
            if (packs.Find(other => other.Manifest.Id == read.Manifest.Id) is { } same)
            {
                found.Add(new RuleBookProblem(RuleProblems.PackTwice.Code, read.Manifest.Id, $"two packs have this id: one at {same.Path}, another at {pack.Folder.Path}. Load each pack once, or give one of them another id."));
            }
            else
            {
                packs.Add(new LoadedRulePack(pack, read));
            }
        }

        return packs;
    }
}
