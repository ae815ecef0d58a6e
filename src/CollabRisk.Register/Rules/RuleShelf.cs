using System.Collections.Concurrent;
using CollabRisk.Register.Settings;
using CollabRisk.RulePacks;
using CollabRisk.Text;
using Microsoft.Extensions.Options;

namespace CollabRisk.Register.Rules;

/// <summary>The rule packs that coordinators may choose, and an evaluator for each choice of them.</summary>
/// <remarks>Loaded when the program starts, under the policy of whoever operates it. Thread-safe.</remarks>
internal sealed class RuleShelf
{
    private readonly RulePackOptions packOptions;
    private readonly ConcurrentDictionary<string, Lazy<ICollaborationEvaluator>> evaluators = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<string>> digests = new(StringComparer.Ordinal);

    /// <exception cref="OptionsValidationException">A pack or the policy cannot be used; every problem is named.</exception>
    public RuleShelf(IOptions<RegisterOptions> options)
    {
        var problems = new List<string>();
        var policy = RulePackPolicy.Default;
        if (options.Value.PackPolicy is { } file)
        {
            if (RulePackPolicy.TryRead(file, out var read, out var wrong))
            {
                policy = read;
            }

            problems.AddRange(wrong.Select(problem => $"{problem}"));
        }

        var own = Path.Combine(AppContext.BaseDirectory, "packs");
        string[] shipped = Directory.Exists(own) ? [.. Directory.GetDirectories(own).Order(StringComparer.Ordinal)] : [];
        packOptions = new() { Policy = policy, TrustedKeys = policy.TrustedKeys, TrustedPaths = shipped, Language = options.Value.Language };
        var loader = new RulePackLoader(packOptions);
        var (packs, languages) = (new List<ShelfPack>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase) { LanguageTag.English });
        foreach (var path in shipped.Concat(options.Value.Packs).Distinct(StringComparer.Ordinal))
        {
            // Each alone, so that what one lacks is not made up for by another that a coordinator may not choose.
            if (loader.TryLoad([path], out var set, out var wrong))
            {
                languages.UnionWith(set.RuleBook.Languages);
                packs.AddRange(set.Packs.Select(pack => new ShelfPack(pack.Pack.Id, pack.Pack.Version, pack.Pack.Title, pack.Pack.Description, path)));
            }

            problems.AddRange(wrong.Select(problem => $"{problem}"));
        }

        problems.AddRange(packs.GroupBy(pack => pack.Id, StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => $"Register:Packs: the pack '{same.Key}' is there {same.Count()} times: {string.Join(", ", same.Select(pack => pack.Path))}. Keep one."));
        if (problems.Count == 0 && options.Value.Language is { } language && !languages.Any(each => LanguageTag.Fits(each, language)))
        {
            problems.Add($"Register:Language: no rule pack of the register has words in '{language}'. There are: {string.Join(", ", languages.Order(StringComparer.OrdinalIgnoreCase))}. Name one of these, or add a pack that has.");
        }

        if (problems.Count > 0)
        {
            throw new OptionsValidationException(RegisterOptions.Section, typeof(RegisterOptions), problems);
        }

        Packs = [.. packs.OrderBy(pack => pack.Title, StringComparer.Ordinal)];
    }

    /// <summary>What there is to choose, next to the general knowledge, which always applies.</summary>
    public IReadOnlyList<ShelfPack> Packs { get; }

    /// <summary>The ids among these that this program does not have.</summary>
    public IReadOnlyList<string> Missing(IEnumerable<string> ids) => [.. ids.Where(id => Packs.All(pack => pack.Id != id))];

    /// <summary>The evaluator for a choice of packs. Those that this program does not have are left out; see <see cref="Missing"/>.</summary>
    /// <exception cref="RulePackException">The packs do not go together.</exception>
    public ICollaborationEvaluator EvaluatorOf(IEnumerable<string> ids)
    {
        var paths = PathsOf(ids);
        return evaluators.GetOrAdd(string.Join('\n', paths), _ => new(() => new CollaborationEvaluator(new RulePackLoader(packOptions).Load(paths).RuleBook))).Value;
    }

    /// <summary>What the rules of a choice of packs are, in one line, whatever the language in which they are told: another language makes no other rules.</summary>
    /// <exception cref="RulePackException">The packs do not go together.</exception>
    public string DigestOf(IEnumerable<string> ids)
    {
        if (packOptions.Language is null)
        {
            return EvaluatorOf(ids).RuleBook.Digest;
        }

        var paths = PathsOf(ids);
        return digests.GetOrAdd(string.Join('\n', paths), _ => new(() => new RulePackLoader(packOptions with { Language = null }).Load(paths).RuleBook.Digest)).Value;
    }

    private List<string> PathsOf(IEnumerable<string> ids) => [.. Packs.Where(pack => ids.Contains(pack.Id, StringComparer.Ordinal)).Select(pack => pack.Path).Order(StringComparer.Ordinal)];
}

/// <summary>A rule pack that may be chosen.</summary>
internal sealed record ShelfPack(string Id, string Version, string Title, string Description, string Path);
