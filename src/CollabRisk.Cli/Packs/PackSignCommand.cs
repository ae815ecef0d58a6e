using System.CommandLine;
using CollabRisk.RulePacks;
using CollabRisk.RulePacks.Signing;

namespace CollabRisk.Cli.Packs;

/// <summary><c>collabrisk pack sign</c>: signs all files of a pack.</summary>
internal static class PackSignCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = PackArguments.One();
        var key = new Option<string>("--key") { Description = "The private key, as PEM; 'collabrisk pack keys' makes one.", HelpName = "file", Required = true };
        var rules = new RuleOptions(usual: "general");
        var command = new Command("sign", "Checks a pack and signs all its files, so that a host that trusts the key can be sure of what it loads.")
        {
            path, key, rules.Pack, rules.Packs, rules.Policy,
        };
        command.SetAction(parsed =>
        {
            // A pack that no one can load is not worth a signature.
            var pack = parsed.GetRequiredValue(path);
            if (PackArguments.TryReadKey(parsed.GetRequiredValue(key), isPrivate: true, terminal) is not { } pem
                || rules.Load(parsed, [pack, .. parsed.GetValue(rules.Packs) ?? []], terminal, PackKey.TryReadPrivate(pem, out var signer, out _) ? signer : null) is null)
            {
                return ExitCode.BadInput;
            }

            try
            {
                var signature = RulePackSigning.Sign(pack, pem);
                terminal.Out.WriteLine($"{signature}: {ReportWords.Count(signature.Files.Count, "file")}.");
                return ExitCode.Evaluated;
            }
            catch (RulePackException e)
            {
                RuleOptions.WriteProblems(e.Problems, terminal);
                return ExitCode.BadInput;
            }
            catch (UnauthorizedAccessException e)
            {
                terminal.Tell($"{pack}: the signature cannot be written: {e.Message}");
                return ExitCode.BadInput;
            }
        });
        return command;
    }
}
