using System.CommandLine;
using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk evaluate</c>: reads a collaboration, evaluates it and writes the assessment.</summary>
internal static class EvaluateCommand
{
    private const string AllPacks = "all";

    private static readonly Dictionary<string, RulePack> Packs = new(StringComparer.Ordinal)
    {
        ["general"] = KnowledgePacks.General,
        ["united-kingdom"] = KnowledgePacks.UnitedKingdom,
        ["alliance-and-delivery"] = KnowledgePacks.AllianceAndDelivery,
    };

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "What is known about the collaboration, as JSON; '-' reads standard input." };
        file.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is { Length: 0 })
            {
                given.AddError("The name of the file is empty.");
            }
        });
        var format = new Option<string>("--format")
        {
            Description = "How to write the assessment.",
            HelpName = "text|json",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var pack = new Option<string[]>("--pack")
        {
            Description = $"Which rules to evaluate: {string.Join(", ", Packs.Keys)} or {AllPacks}. Give it again for more than one.",
            HelpName = "pack",
            DefaultValueFactory = _ => ["general"],
            Arity = ArgumentArity.OneOrMore,
        };
        pack.AcceptOnlyFromAmong([.. Packs.Keys, AllPacks]);
        var all = new Option<bool>("--all") { Description = "Show every finding in full and every list to its end." };

        var command = new Command("evaluate", "Evaluates what is known about a collaboration. Whatever is left out counts as not known, never as 'no'.")
        {
            file, format, pack, all,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetRequiredValue(file),
            asJson: parsed.GetRequiredValue(format) == "json",
            parsed.GetRequiredValue(pack),
            parsed.GetValue(all),
            terminal,
            cancel));
        return command;
    }

    private static async Task<int> RunAsync(string file, bool asJson, string[] packs, bool all, Terminal terminal, CancellationToken cancel)
    {
        if (await CollaborationInput.ReadAsync(file, terminal, cancel).ConfigureAwait(false) is not { } collaboration)
        {
            return ExitCode.BadInput;
        }

        if (!RuleBook.TryBuild(PacksNamed(packs), overrides: null, out var book, out var conflicts))
        {
            terminal.Error.WriteLine("collabrisk: the packs chosen do not go together:");
            foreach (var conflict in conflicts)
            {
                terminal.Error.WriteLine($"  {conflict}");
            }

            terminal.Error.WriteLine("The other packs build on the general one: add --pack general.");
            return ExitCode.BadInput;
        }

        Write(new CollaborationEvaluator(book).Evaluate(collaboration), asJson, all, terminal);
        return ExitCode.Evaluated;
    }

    private static IEnumerable<RulePack> PacksNamed(string[] names) =>
        names.Contains(AllPacks) ? Packs.Values : names.Distinct(StringComparer.Ordinal).Select(name => Packs[name]);

    private static void Write(Assessment assessment, bool asJson, bool all, Terminal terminal)
    {
        if (asJson)
        {
            terminal.Out.Write(AssessmentJson.Write(assessment) + "\n");
        }
        else
        {
            new TextReport(new TextPage(terminal.Out, terminal.Width, terminal.IsColoured), all).Write(assessment);
        }

        if (assessment.Outcomes.Values.Count(outcome => outcome.Outcome == Outcome.Error) is var failed and > 0)
        {
            terminal.Error.WriteLine($"collabrisk: {ReportWords.Count(failed, "rule")} failed and could not be judged; the assessment names the reasons.");
        }
    }
}
