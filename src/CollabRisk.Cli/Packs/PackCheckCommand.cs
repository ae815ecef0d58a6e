using System.CommandLine;
using CollabRisk.RulePacks;

namespace CollabRisk.Cli.Packs;

/// <summary><c>collabrisk pack check</c>: says everything that speaks against packs, and what looks wrong about them.</summary>
internal static class PackCheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PackArguments.Several();
        var rules = new RuleOptions(usual: "general");
        var format = PackArguments.Format();
        var strict = new Option<bool>("--strict") { Description = "End with 1 where there are warnings." };
        var watch = PackArguments.Watch();
        var command = new Command("check", "Checks packs: every problem of every file at once, each with its place, and warnings about rules that cannot do what they seem to.")
        {
            paths, rules.Pack, rules.Packs, rules.Key, rules.Policy, format, strict, watch,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(watch) && given.GetValue(format) is not (null or "text"))
            {
                given.AddError("What is watched is told as text. Leave --format out.");
            }
        });
        command.SetAction((parsed, cancel) =>
        {
            IReadOnlyList<string> loaded = [.. parsed.GetRequiredValue(paths), .. parsed.GetValue(rules.Packs) ?? []];
            return parsed.GetValue(watch) ? PackWatch.RunAsync(loaded, () => rules.Report(parsed, loaded, terminal), found => Check(found, parsed), terminal, cancel)
                : Task.FromResult(rules.Report(parsed, loaded, terminal) is { } found ? Check(found, parsed) : ExitCode.BadInput);
        });
        return command;

        int Check(PackReport found, ParseResult parsed)
        {
            found = found with { Check = found.Set is null ? null : RulePackChecks.Run(found.Set) };
            var (isStrict, written) = (parsed.GetValue(strict), parsed.GetRequiredValue(format));
            if (written != "text")
            {
                terminal.Out.Write(written switch { "json" => found.ToJson() + "\n", "sarif" => found.ToSarif() + "\n", _ => found.ToJUnit(isStrict) });
            }

            if (found is not { Set: { } set, Check: { } report })
            {
                if (written == "text")
                {
                    RuleOptions.WriteUnusable(found.Problems, terminal);
                }

                return ExitCode.BadInput;
            }

            if (written == "text")
            {
                Write(set, report, terminal);
            }

            return report.Warnings.Count > 0 && isStrict ? ExitCode.TestFailed : ExitCode.Evaluated;
        }
    }

    private static void Write(RulePackSet set, RulePackCheckReport report, Terminal terminal)
    {
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
    }
}
