using System.CommandLine;
using CollabRisk.RulePacks.Testing;

namespace CollabRisk.Cli.Packs;

/// <summary><c>collabrisk pack test</c>: runs the tests of packs, with coverage.</summary>
internal static class PackTestCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PackArguments.Several();
        var rules = new RuleOptions(usual: "general");
        var all = new Option<bool>("--all") { Description = "List every test and every condition, not only what failed or is missing." };
        var format = new Option<string>("--format") { Description = "How to write the result.", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var junit = new Option<string>("--junit") { Description = "Write the result as JUnit XML to this file as well.", HelpName = "file" };
        var lcov = new Option<string>("--lcov") { Description = "Write the coverage as LCOV to this file as well.", HelpName = "file" };
        var strict = new Option<bool>("--strict") { Description = "End with 1 also where a rule lacks a test that raises it, one where it stays clear or one where it stays undetermined." };
        var command = new Command("test", "Runs the tests of packs, says what each rule still lacks, and which conditions no test has seen true, false and unknown. No tests at all is a failure.")
        {
            paths, rules.Pack, rules.Packs, rules.Key, rules.Policy, all, format, junit, lcov, strict,
        };
        command.SetAction(parsed =>
        {
            var own = parsed.GetRequiredValue(paths);
            if (rules.Load(parsed, [.. own, .. parsed.GetValue(rules.Packs) ?? []], terminal) is not { } set)
            {
                return ExitCode.BadInput;
            }

            if (!RulePackTests.TryRun(set, packId: null, out var run, out var problems))
            {
                RuleOptions.WriteProblems(problems, terminal);
                return ExitCode.BadInput;
            }

            terminal.Out.WriteLine(parsed.GetRequiredValue(format) == "json" ? run.ToJson() : run.ToText(parsed.GetValue(all)));
            if ((parsed.GetValue(junit) is { } xml && !PackArguments.TryWrite(xml, run.ToJUnit(), terminal))
                || (parsed.GetValue(lcov) is { } info && !PackArguments.TryWrite(info, run.ToLcov(), terminal)))
            {
                return ExitCode.BadInput;
            }

            return run.HasPassed && (run.IsComplete || !parsed.GetValue(strict)) ? ExitCode.Evaluated : ExitCode.TestFailed;
        });
        return command;
    }
}
