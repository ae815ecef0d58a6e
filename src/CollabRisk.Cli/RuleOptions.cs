using System.CommandLine;
using System.CommandLine.Completions;
using CollabRisk.Cli.Packs;
using CollabRisk.Knowledge;
using CollabRisk.RulePacks;
using CollabRisk.RulePacks.Signing;
using CollabRisk.RulePacks.Testing;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Cli;

/// <summary>The options that choose the rules: packs of the library by their short names, and packs of others by their paths.</summary>
internal sealed class RuleOptions
{
    public const string AllPacks = "all";

    private static readonly Dictionary<string, RulePack> Known = new(StringComparer.Ordinal)
    {
        ["general"] = KnowledgePacks.General,
        ["united-kingdom"] = KnowledgePacks.UnitedKingdom,
        ["alliance-and-delivery"] = KnowledgePacks.AllianceAndDelivery,
    };

    /// <summary>Makes the options.</summary>
    /// <param name="usual">The pack of the library that is taken where none is named.</param>
    public RuleOptions(string usual)
    {
        Pack = new Option<string[]>("--pack")
        {
            Description = $"Which rules of the library to use: {string.Join(", ", Known.Keys)} or {AllPacks}. Give it again for more than one.",
            HelpName = "pack",
            DefaultValueFactory = _ => [usual],
            Arity = ArgumentArity.OneOrMore,
        };
        Pack.AllowOnly([.. Known.Keys, AllPacks]);
        Packs = new Option<string[]>("--packs")
        {
            Description = $"Rule packs to use as well: a folder or a YAML file each, or the name of one that comes with the tool: {string.Join(", ", ShippedPacks.Names)}.",
            HelpName = "path",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        Packs.CompletionSources.Add(_ => ShippedPacks.Names.Select(name => new CompletionItem(name)));
        Key = new Option<string[]>("--key")
        {
            Description = "A public key that is trusted, as PEM; then packs in files must be signed, but for those that come with the tool. Give it again for more than one.",
            HelpName = "file",
        };
        Policy = new Option<string>("--policy")
        {
            Description = "What packs in files may do to the rules of others, and which are taken, as a YAML file.",
            HelpName = "file",
        };
    }

    /// <summary>The options with which the pack is loaded that has a rule, of all that come with the tool; null where none has.</summary>
    public static string? ToLoad(string code)
    {
        if (Known.FirstOrDefault(pack => CodesOf(pack.Value).Contains(code)).Key is { } name)
        {
            return OptionsFor(name);
        }

        var everything = new RulePackOptions { BasePacks = [.. Known.Values], TrustedPaths = ShippedPacks.Paths };
        return new RulePackLoader(everything).TryLoad(ShippedPacks.Paths, out var set, out _) && set.RuleBook.Find(code) is { } rule
            && set.Packs.FirstOrDefault(pack => pack.Manifest.Id == rule.PackId) is { } shipped
            ? $"--packs {Path.GetFileName(shipped.Path)}"
            : null;
    }

    /// <summary>The language of what packs say.</summary>
    public Option<string> Language { get; } = new("--language")
    {
        Description = "The language, such as nl or de-AT, of questions, findings and advice, where rule packs have words in it; all else is said in English.",
        HelpName = "tag",
    };

    /// <summary>Packs of the library.</summary>
    public Option<string[]> Pack { get; }

    /// <summary>Packs in files.</summary>
    public Option<string[]> Packs { get; }

    /// <summary>Keys whose signatures are accepted.</summary>
    public Option<string[]> Key { get; }

    /// <summary>What packs in files may do.</summary>
    public Option<string> Policy { get; }

    /// <summary>The packs of the library that were chosen.</summary>
    public IReadOnlyList<RulePack> PacksNamed(ParseResult parsed)
    {
        var names = parsed.GetRequiredValue(Pack);
        return names.Contains(AllPacks) ? [.. Known.Values] : [.. names.Distinct(StringComparer.Ordinal).Select(name => Known[name])];
    }

    /// <summary>Loads the packs and builds their book; where they cannot be used, says why and gives nothing.</summary>
    public RulePackSet? Load(ParseResult parsed, Terminal terminal) => Load(parsed, parsed.GetValue(Packs) ?? [], terminal);

    /// <summary>Loads packs at some paths, or with names of packs that come with the tool, next to those of the library that were chosen.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="paths">The paths or names.</param>
    /// <param name="terminal">Where problems are told.</param>
    /// <param name="signer">The key with which the packs are about to be signed: then they need no signature yet, and the policy must take that key.</param>
    public RulePackSet? Load(ParseResult parsed, IReadOnlyList<string> paths, Terminal terminal, PackKey? signer = null)
    {
        if (OptionsOf(parsed, terminal) is not { } options)
        {
            return null;
        }

        if (signer is not null)
        {
            if (TrustedKeys.Of(options) is { Problems.Count: > 0 } unusable)
            {
                WriteProblems(unusable.Problems, terminal);
                return null;
            }

            if (options.Policy.TrustedKeys.Count > 0 && !options.Policy.TrustedKeys.Any(key => RulePackSigning.Fingerprint(key) == signer.Fingerprint))
            {
                terminal.Tell($"{parsed.GetValue(Policy)}: the policy does not trust the key {signer.Fingerprint}. Sign with a key that it trusts, or add the public key to its 'trusted keys'.");
                return null;
            }

            options = options with
            {
                Policy = options.Policy with { TrustedKeys = [], Packs = [.. options.Policy.Packs.Select(pack => pack with { Keys = pack.Keys.Contains(signer.Fingerprint) ? [] : pack.Keys })] },
            };
        }

        if (!new RulePackLoader(options).TryLoad(paths.Select(ShippedPacks.PathOf), out var set, out var problems))
        {
            WriteUnusable(problems, terminal);
            return null;
        }

        if (options.Language is { } language && set.RuleBook.Languages is var known && !known.Append(LanguageTag.English).Any(each => LanguageTag.Fits(each, language)))
        {
            terminal.Tell(known.Count == 0
                ? $"--language: no rule pack in use has words in another language than English, so not in '{language}' either. Name one that has with --packs."
                : $"--language: no rule pack in use has words in '{language}'. There are: {string.Join(", ", known)}.");
            return null;
        }

        return set;
    }

    /// <summary>Loads packs at some paths, with what speaks against them as a value; nothing where a key or the policy cannot be read, which is said then.</summary>
    public PackReport? Report(ParseResult parsed, IReadOnlyList<string> paths, Terminal terminal)
    {
        if (OptionsOf(parsed, terminal) is not { } options)
        {
            return null;
        }

        if (!new RulePackLoader(options).TryLoad(paths.Select(ShippedPacks.PathOf), out var set, out var problems))
        {
            return new PackReport(problems, null);
        }

        // The tests are read, not run: a mistake in one makes the pack as wrong as one in a rule.
        return RulePackTests.ProblemsOf(set) is { Count: > 0 } mistakes ? new PackReport(mistakes, null) : new PackReport([], set);
    }

    /// <summary>Writes everything that speaks against the rules, with a word about rules that are missing and that another pack of the library has.</summary>
    public static void WriteUnusable(IReadOnlyList<RuleBookProblem> problems, Terminal terminal)
    {
        WriteProblems(problems, terminal);
        var missing = problems.Where(problem => problem.Code == RuleProblems.UnknownRule.Code).ToList();
        foreach (var (name, _) in Known.Where(pack => missing.Count > 0 && CodesOf(pack.Value).Any(code => missing.Exists(problem => problem.What.Contains($"'{code}', but no rule", StringComparison.Ordinal)))))
        {
            terminal.Tell($"Rules that are missing are in the pack '{name}' of the library: add {OptionsFor(name)}.");
        }
    }

    /// <summary>How packs are loaded; where a key or the policy cannot be read, says why and gives nothing.</summary>
    public RulePackOptions? OptionsOf(ParseResult parsed, Terminal terminal)
    {
        // A command may leave these two out.
        var keys = (parsed.GetResult(Key) is null ? [] : parsed.GetValue(Key) ?? []).Select(file => PackArguments.TryReadKey(file, isPrivate: false, terminal)).ToList();
        var policy = RulePackPolicy.Default;
        if (parsed.GetResult(Policy) is not null && parsed.GetValue(Policy) is { } path && !RulePackPolicy.TryRead(path, out policy, out var problems))
        {
            WriteProblems(problems, terminal);
            return null;
        }

        return keys.Contains(null) ? null : new RulePackOptions
        {
            BasePacks = PacksNamed(parsed),
            TrustedKeys = [.. keys.OfType<string>()],
            TrustedPaths = ShippedPacks.Paths,
            Policy = policy!,
            Language = parsed.GetResult(Language) is null ? null : parsed.GetValue(Language),
        };
    }

    private static IEnumerable<string> CodesOf(RulePack pack) => pack.Definitions.SelectMany(chapter => chapter.Rules).Select(rule => rule.Code);

    /// <summary>The option of a pack of the library, with that of the general pack: the others build on it, and it is left out where another is named.</summary>
    private static string OptionsFor(string name) => name == "general" ? "--pack general" : $"--pack general --pack {name}";

    /// <summary>Writes everything that speaks against the rules, each on a line of its own, in the form that editors turn into links.</summary>
    public static void WriteProblems(IReadOnlyList<RuleBookProblem> problems, Terminal terminal)
    {
        foreach (var problem in problems)
        {
            terminal.Tell(problem.ToString());
        }

        terminal.Tell($"collabrisk: the rules cannot be used; there {(problems.Count == 1 ? "is" : "are")} {ReportWords.Count(problems.Count, "problem")}.");
    }
}
