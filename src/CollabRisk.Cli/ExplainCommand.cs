using System.CommandLine;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk explain</c>: why a rule ended as it did, or why not otherwise.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonArguments();
        var code = new Argument<string>("CODE") { Description = "The code of a rule, such as VISION-ABSENT.", HelpName = "CODE" };
        code.CompletionSources.Add(Completions.Codes(common.Rules));
        var command = new Command("explain", "Explains how a rule ended: every condition it asked, with its value and the facts it read.")
        {
            common.File, code, common.Format, common.Rules.Pack, common.Rules.Packs, common.Rules.Key, common.Rules.Policy, common.Rules.Language,
        };
        command.SetAction((parsed, cancel) => common.RunAsync(parsed, terminal, (evaluator, collaboration, asJson) =>
        {
            var asked = parsed.GetRequiredValue(code).ToUpperInvariant();
            try
            {
                var explanation = evaluator.Explain(collaboration, asked);
                terminal.Write(explanation, asJson);
                return ExitCode.Evaluated;
            }
            catch (ArgumentException e) when (e.ParamName == "code")
            {
                terminal.Tell($"collabrisk: {RuleCodes.Unknown(asked, e)}");
                return ExitCode.BadInput;
            }
        }, cancel));
        return command;
    }
}
