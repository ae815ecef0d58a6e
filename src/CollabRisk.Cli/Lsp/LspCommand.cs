using System.CommandLine;
using CollabRisk.Cli.Packs;
using CollabRisk.RulePacks.Editing;

namespace CollabRisk.Cli.Lsp;

/// <summary><c>collabrisk lsp</c>: helps editors with rule packs by the Language Server Protocol over standard input and output.</summary>
internal static class LspCommand
{
    public static Command Create(Terminal terminal)
    {
        var rules = new RuleOptions(usual: "general");

        // Some editors give it to every server, to say how they talk to it.
        var stdio = new Option<bool>("--stdio") { Description = "Talk over standard input and output, which is the only way there is.", Hidden = true };
        var command = new Command("lsp", "Helps editors with rule packs by the Language Server Protocol over standard input and output: what 'pack check' says as one types, completion, what names mean and where they are. It writes no file and asks no network.")
        {
            rules.Pack, rules.Packs, rules.Policy, stdio,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            // What is wrong with the packs that are used with the one being written is said in the editor; only the policy is read here.
            if (rules.OptionsOf(parsed, terminal) is not { } options)
            {
                return ExitCode.BadInput;
            }

            if (terminal.Bytes is not { } output)
            {
                terminal.Tell("collabrisk: this command talks to an editor, not to a person. Name it in the settings of the editor: command collabrisk, argument lsp.");
                return ExitCode.BadInput;
            }

            using var frames = new LspFrames(terminal.In, output);
            using var language = new LspLanguage(frames, new EditingContext(options, [.. (parsed.GetValue(rules.Packs) ?? []).Select(ShippedPacks.PathOf)]), terminal);
            return await new LspServer(frames, language, terminal).RunAsync(cancel).ConfigureAwait(false);
        });
        return command;
    }
}
