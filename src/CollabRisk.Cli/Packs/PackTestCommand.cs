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
        var format = PackArguments.Format();
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
            if (rules.Report(parsed, [.. own, .. parsed.GetValue(rules.Packs) ?? []], terminal) is not { } found)
            {
                return ExitCode.BadInput;
            }

            // Of packs that cannot be used there are no tests to write about; only SARIF has a place for problems.
            var written = parsed.GetRequiredValue(format);
            if (found.Set is not { } set)
            {
                if (written == "sarif")
                {
                    terminal.Out.WriteLine(found.ToSarif());
                }

                RuleOptions.WriteUnusable(found.Problems, terminal);
                return ExitCode.BadInput;
            }

            var run = RulePackTests.Run(set);
            terminal.Out.WriteLine(written switch
            {
                "json" => run.ToJson(),
                "sarif" => (found with { Tests = run }).ToSarif(),
                "junit" => run.ToJUnit(),
                _ => run.ToText(parsed.GetValue(all)),
            });
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
