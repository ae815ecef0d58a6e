using System.CommandLine;
using CollabRisk.RulePacks;
using CollabRisk.RulePacks.Testing;

namespace CollabRisk.Cli.Packs;

/// <summary><c>collabrisk pack check</c>: says everything that speaks against packs, and what looks wrong about them.</summary>
internal static class PackCheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PackArguments.Several();
        var rules = new RuleOptions(usual: "general");
        var strict = new Option<bool>("--strict") { Description = "End with 1 where there are warnings." };
        var command = new Command("check", "Checks packs: every problem of every file at once, each with its place, and warnings about rules that cannot do what they seem to.")
        {
            paths, rules.Pack, rules.Packs, rules.Key, rules.Policy, strict,
        };
        command.SetAction(parsed =>
        {
            var own = parsed.GetRequiredValue(paths);
            if (rules.Load(parsed, [.. own, .. parsed.GetValue(rules.Packs) ?? []], terminal) is not { } set)
            {
                return ExitCode.BadInput;
            }

            // The tests are read, not run: a mistake in one makes the pack as wrong as one in a rule.
            if (RulePackTests.ProblemsOf(set) is { Count: > 0 } mistakes)
            {
                RuleOptions.WriteProblems(mistakes, terminal);
                return ExitCode.BadInput;
            }

            var report = RulePackChecks.Run(set);
            foreach (var warning in report.Warnings)
            {
                terminal.Out.WriteLine($"{warning}");
            }

            foreach (var pack in set.Packs)
            {
                terminal.Out.WriteLine($"{pack}: {ReportWords.Count(set.RuleBook.Rules.Count(rule => rule.PackId == pack.Manifest.Id), "rule")}, "
                    + $"{ReportWords.Count(pack.Pack.Overrides.Count, "override")}, {ReportWords.Count(pack.Tests.Count, "test")}; valid.");
            }

            foreach (var question in report.NotDecided)
            {
                terminal.Out.WriteLine($"Not decided: {question}");
            }

            var accepted = report.Accepted.Count == 0 ? "" : $" {ReportWords.Count(report.Accepted.Count, "warning is", "warnings are")} accepted, with a reason.";
            terminal.Out.WriteLine((report.Warnings.Count == 0 ? "No warnings." : $"{ReportWords.Count(report.Warnings.Count, "warning")}.") + accepted);
            return report.Warnings.Count > 0 && parsed.GetValue(strict) ? ExitCode.TestFailed : ExitCode.Evaluated;
        });
        return command;
    }
}
