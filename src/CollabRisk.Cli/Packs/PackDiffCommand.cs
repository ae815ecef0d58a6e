using System.CommandLine;
using CollabRisk.Cli.Many;
using CollabRisk.Comparing;
using CollabRisk.RulePacks;
using CollabRisk.Rules;

namespace CollabRisk.Cli.Packs;

/// <summary><c>collabrisk pack diff</c>: what a new text of a pack changes, in its rules and in the results of some collaborations.</summary>
internal static class PackDiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var old = new Argument<string>("OLD") { Description = "The pack as it was: a folder, or a YAML file." };
        var @new = new Argument<string>("NEW") { Description = "The pack as it is now." };
        var rules = new RuleOptions(usual: "general");
        var cases = new Option<string[]>("--cases")
        {
            Description = "Collaborations, as JSON files, folders or patterns: what becomes of their results. Then the exit code is about them.",
            HelpName = "file",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        cases.Validators.Add(given => CollaborationInput.RefuseSecondStandardInput(given, given));
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new Command("diff", "Says what a new text of a pack changes: rules that are new, gone, switched off or different, part by part, and the results of given collaborations. Ends with 1 where a result is different or, without collaborations, a rule.")
        {
            old, @new, cases, json, rules.Pack, rules.Packs, rules.Key, rules.Policy,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            // Both packs and all files are read before anything ends, so that all their problems are told at once.
            var before = Load(parsed.GetRequiredValue(old));
            var after = Load(parsed.GetRequiredValue(@new));
            var given = parsed.GetResult(cases) is null ? [] : await ReadAsync(parsed.GetRequiredValue(cases), terminal, cancel).ConfigureAwait(false);
            if (before is null || after is null || given is null || !Suit(before.RuleBook, after.RuleBook, given, terminal))
            {
                return ExitCode.BadInput;
            }

            var (was, now) = (new CollaborationEvaluator(before.RuleBook), new CollaborationEvaluator(after.RuleBook));
            var diff = new PackDiff(
                RulePackChange.Between(before, after),
                parsed.GetResult(cases) is null ? null : [.. given.Select(each => (each.Name, AssessmentDifference.Between(was.Evaluate(each.Collaboration), now.Evaluate(each.Collaboration))))]);
            terminal.Out.Write(parsed.GetValue(json) ? diff.ToJson() + "\n" : diff.ToText());
            return diff.Differs ? ExitCode.TestFailed : ExitCode.Evaluated;

            RulePackSet? Load(string path) => rules.Load(parsed, [path, .. parsed.GetValue(rules.Packs) ?? []], terminal);
        });
        return command;
    }

    private static async Task<IReadOnlyList<(string Name, Collaboration Collaboration)>?> ReadAsync(string[] named, Terminal terminal, CancellationToken cancel)
    {
        if (FileInputs.Named(named, terminal) is not { } files)
        {
            return null;
        }

        var read = new List<(string, Collaboration)>();
        foreach (var file in files)
        {
            if (await CollaborationInput.ReadAsync(file, book: null, terminal, cancel).ConfigureAwait(false) is { } collaboration)
            {
                read.Add((file, collaboration));
            }
        }

        return read.Count == files.Count ? read : null;
    }

    private static bool Suit(RuleBook before, RuleBook after, IReadOnlyList<(string Name, Collaboration Collaboration)> cases, Terminal terminal)
    {
        var all = true;
        foreach (var (name, collaboration) in cases)
        {
            // What suits the one may not suit the other, such as a word that a fact no longer takes.
            all &= Suits(before, collaboration, $"{name} with the old pack", terminal) & Suits(after, collaboration, $"{name} with the new pack", terminal);
        }

        return all;
    }

    /// <summary>Whether a rule book takes every value; those that it does not take are written for the person at the keyboard.</summary>
    private static bool Suits(RuleBook book, Collaboration collaboration, string name, Terminal terminal)
    {
        var problems = book.ProblemsOf(collaboration);
        foreach (var problem in problems)
        {
            terminal.Tell($"{name}: {problem}");
        }

        CollaborationInput.WriteCount(name, problems.Count, terminal);
        return problems.Count == 0;
    }
}
