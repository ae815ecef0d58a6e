using System.CommandLine;
using CollabRisk.Remedies;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk remedies</c>: the smallest sets of changes that clear a finding or lower the whole.</summary>
internal static class RemediesCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonArguments();
        var code = new Argument<string?>("CODE") { Description = "The code of the finding to clear, such as VISION-ABSENT.", HelpName = "CODE", Arity = ArgumentArity.ZeroOrOne };
        var subject = new Option<string?>("--subject") { Description = "The partner or case that the finding is about, where it has one." };
        var target = new Option<string?>("--target")
        {
            Description = "Instead of a code: the level that findings may still be known to reach.",
            HelpName = "moderate|low|none",
        };
        target.AllowOnly("moderate", "low", "none");
        code.CompletionSources.Add(Completions.Codes(common.Rules));
        var command = new Command("remedies", "Finds the smallest sets of changes, to facts that those responsible can change, that reach a target.")
        {
            common.File, code, subject, target, common.Format, common.Rules.Pack, common.Rules.Packs, common.Rules.Key, common.Rules.Policy, common.Rules.Language,
        };
        command.Validators.Add(given =>
        {
            // What is given, not its value: an option that still waits for its value has none.
            var hasCode = given.GetResult(code) is { Tokens.Count: > 0 };
            if (hasCode == given.GetResult(target) is not null)
            {
                given.AddError(hasCode
                    ? "A code and --target are two goals. Give only one of them: the code of a finding, or --target."
                    : "Give the code of a finding, or --target moderate, low or none.");
            }
        });
        command.SetAction((parsed, cancel) => common.RunAsync(parsed, terminal, (evaluator, collaboration, asJson) =>
        {
            var goal = parsed.GetValue(code) is { } finding
                ? RemedyTarget.Clear(finding.ToUpperInvariant(), parsed.GetValue(subject))
                : RemedyTarget.RaisedAtMost(Enum.Parse<Level>(parsed.GetValue(target)!, ignoreCase: true));
            try
            {
                var remedies = evaluator.Remedies(collaboration, goal);
                terminal.Write(remedies, asJson);
                return ExitCode.Evaluated;
            }
            catch (ArgumentException e)
            {
                terminal.Tell($"collabrisk: {(goal.Code is { } asked && evaluator.RuleBook.Find(asked) is null ? RuleCodes.Unknown(asked, e) : RuleCodes.Said(e))}");
                return ExitCode.BadInput;
            }
        }, cancel));
        return command;
    }
}
