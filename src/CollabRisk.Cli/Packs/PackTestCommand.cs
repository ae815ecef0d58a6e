using System.CommandLine;
using CollabRisk.RulePacks;
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
        var skeleton = new Option<bool>("--skeleton") { Description = "Run no test; write those that rules still lack, as YAML, with facts that raise each rule, leave it clear, or undetermined." };
        var output = new Option<string>("--output", "-o") { Description = "The file for --skeleton, which must not be there yet. Without it, it is written to standard output.", HelpName = "file" };
        var watch = PackArguments.Watch();
        var command = new Command("test", "Runs the tests of packs, says what each rule still lacks, and which conditions no test has seen true, false and unknown. No tests at all is a failure.")
        {
            paths, rules.Pack, rules.Packs, rules.Key, rules.Policy, all, format, junit, lcov, strict, skeleton, output, watch,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(watch) && given.GetValue(format) is not (null or "text"))
            {
                given.AddError("What is watched is told as text. Leave --format out.");
            }

            if (given.GetValue(skeleton) && (given.GetValue(watch) || given.GetValue(format) is not (null or "text") || given.GetValue(junit) is not null || given.GetValue(lcov) is not null))
            {
                given.AddError("A skeleton is YAML, and no test is run for it. Leave the other options out.");
            }

            if (given.GetValue(skeleton) && given.GetResult(paths)?.Tokens.Count > 1)
            {
                given.AddError("A skeleton is of one pack. Name the others with --packs.");
            }

            if (given.GetValue(output) is not null && !given.GetValue(skeleton))
            {
                given.AddError("--output is the file of a skeleton. Add --skeleton, or take --junit or --lcov.");
            }
        });
        command.SetAction((parsed, cancel) =>
        {
            IReadOnlyList<string> loaded = [.. parsed.GetRequiredValue(paths), .. parsed.GetValue(rules.Packs) ?? []];
            return parsed.GetValue(watch) ? PackWatch.RunAsync(loaded, () => rules.Report(parsed, loaded, terminal), Write, terminal, cancel)
                : Task.FromResult(rules.Report(parsed, loaded, terminal) is { } found ? Write(found) : ExitCode.BadInput);

            int Write(PackReport found) => parsed.GetValue(skeleton) && found.Set is { } set
                ? WriteSkeleton(set, ShippedPacks.PathOf(loaded[0]), parsed.GetValue(output), terminal)
                : Test(found, parsed);
        });
        return command;

        int Test(PackReport found, ParseResult parsed)
        {
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
        }
    }

    private static int WriteSkeleton(RulePackSet set, string path, string? file, Terminal terminal)
    {
        var skeleton = TestSkeleton.Of(set, set.Packs.First(pack => pack.Path == path));
        if (skeleton.IsEmpty)
        {
            terminal.Tell("collabrisk: every rule of the pack has a test that raises it, one where it stays clear and one where it stays undetermined. Nothing is written.");
            return ExitCode.Evaluated;
        }

        if (file is null)
        {
            terminal.Out.Write(skeleton.Text);
            return ExitCode.Evaluated;
        }

        try
        {
            // What is there already may hold tests that someone wrote.
            using var writer = new StreamWriter(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write });
            writer.Write(skeleton.Text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"{file}: {(File.Exists(file) ? "it is there already. Name a file that is not there yet." : $"it cannot be written: {e.Message}")}");
            return ExitCode.BadInput;
        }

        terminal.Out.WriteLine($"{file}: {ReportWords.Count(skeleton.Count, "test")}. Read each, say in its name what it shows, and correct what the rule has wrong.");
        return ExitCode.Evaluated;
    }
}
