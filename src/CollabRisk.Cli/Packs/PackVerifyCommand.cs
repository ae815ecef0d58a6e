using System.CommandLine;
using CollabRisk.RulePacks;

namespace CollabRisk.Cli.Packs;

/// <summary><c>collabrisk pack verify</c>: says whether a pack is what someone signed.</summary>
internal static class PackVerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = PackArguments.One();
        var keys = new Option<string[]>("--key") { Description = "A public key that is trusted, as PEM. Give it again for more than one.", HelpName = "file", Required = true };
        var command = new Command("verify", "Says whether a pack is exactly what was signed with one of the keys. Ends with 1 if not.") { path, keys };
        command.SetAction(parsed =>
        {
            var pems = parsed.GetRequiredValue(keys).Select(file => PackArguments.TryReadKey(file, isPrivate: false, terminal)).ToList();
            if (pems.Contains(null))
            {
                return ExitCode.BadInput;
            }

            var pack = parsed.GetRequiredValue(path);
            if (!File.Exists(pack) && !Directory.Exists(pack))
            {
                terminal.Tell($"{pack}: there is no such pack.");
                return ExitCode.BadInput;
            }

            var verification = RulePackSigning.Verify(pack, pems.OfType<string>());
            if (verification.IsGood)
            {
                terminal.Out.WriteLine($"{verification.Signature}: good.");
                return ExitCode.Evaluated;
            }

            foreach (var problem in verification.Problems)
            {
                terminal.Tell(problem.ToString());
            }

            terminal.Tell($"collabrisk: the signature of {pack} is not good.");
            return ExitCode.TestFailed;
        });
        return command;
    }
}
