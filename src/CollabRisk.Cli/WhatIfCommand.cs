using System.CommandLine;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk what-if</c>: what would be different if facts were.</summary>
internal static class WhatIfCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonArguments();
        var changes = new Argument<string[]>("CHANGE")
        {
            Description = "A fact and its value, such as vision.exists=yes or \"partners[Police].role=Lead\"; 'unknown' forgets a fact, 'n/a' says that it does not apply.",
            HelpName = "CHANGE",
            Arity = ArgumentArity.OneOrMore,
        };
        changes.CompletionSources.Add(Completions.Changes(common.Rules, common.File));
        var command = new Command("what-if", "Shows what would change if facts were different: findings that come and go, levels, and the range.")
        {
            common.File, changes, common.Format, common.Rules.Pack, common.Rules.Packs, common.Rules.Key, common.Rules.Policy, common.Rules.Language,
        };
        command.SetAction((parsed, cancel) => common.RunAsync(parsed, terminal, (evaluator, collaboration, asJson) =>
        {
            var read = new List<FactChange>();
            var problems = new List<string>();
            foreach (var text in parsed.GetRequiredValue(changes))
            {
                if (FactChange.TryParse(text, evaluator.RuleBook.Facts, out var change, out var problem))
                {
                    read.Add(change);
                }
                else
                {
                    problems.Add(problem);
                }
            }

            // Changes that can be read may still not go together; both kinds of problem are told at once.
            if (!collaboration.TryChange(read, evaluator.RuleBook.Facts, out var changed, out var refused) || problems.Count > 0)
            {
                foreach (var problem in problems.Concat(refused))
                {
                    terminal.Tell($"collabrisk: {problem}");
                }

                return ExitCode.BadInput;
            }

            var difference = evaluator.WhatIf(collaboration, _ => changed);
            terminal.Write(difference, asJson);
            return ExitCode.Evaluated;
        }, cancel));
        return command;
    }
}
