using System.CommandLine;
using CollabRisk.Remedies;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk remedies</c>: the smallest sets of changes that clear a finding or lower the whole.</summary>
internal static class RemediesCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonArguments();
        var code = new Argument<string?>("CODE") { Description = "The code of the finding to clear, such as VISION-ABSENT.", Arity = ArgumentArity.ZeroOrOne };
        var subject = new Option<string?>("--subject") { Description = "The partner or case that the finding is about, where it has one." };
        var target = new Option<string?>("--target")
        {
            Description = "Instead of a code: the highest level that raised findings may still have.",
            HelpName = "moderate|low|none",
        };
        target.AcceptOnlyFromAmong("moderate", "low", "none");
        var command = new Command("remedies", "Finds the smallest sets of changes, to facts that those responsible can change, that reach a target.")
        {
            common.File, code, subject, target, common.Format, common.Rules.Pack, common.Rules.Packs,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(code) is null == given.GetValue(target) is null)
            {
                given.AddError("Give the code of a finding, or --target moderate, low or none.");
            }
        });
        command.SetAction((parsed, cancel) => common.RunAsync(parsed, terminal, (evaluator, collaboration, asJson) =>
        {
            try
            {
                var goal = parsed.GetValue(code) is { } finding
                    ? RemedyTarget.Clear(finding.ToUpperInvariant(), parsed.GetValue(subject))
                    : RemedyTarget.RaisedAtMost(Enum.Parse<Level>(parsed.GetValue(target)!, ignoreCase: true));
                var remedies = evaluator.Remedies(collaboration, goal);
                terminal.Write(remedies, asJson);
                return ExitCode.Evaluated;
            }
            catch (ArgumentException e)
            {
                terminal.Error.WriteLine($"collabrisk: {RuleCodes.Unknown(e)}");
                return ExitCode.BadInput;
            }
        }, cancel));
        return command;
    }
}
