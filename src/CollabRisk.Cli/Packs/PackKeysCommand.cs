using System.CommandLine;
using CollabRisk.RulePacks;

namespace CollabRisk.Cli.Packs;

/// <summary><c>collabrisk pack keys</c>: makes a pair of keys to sign with.</summary>
internal static class PackKeysCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the private key; the public one appears with it, with .pub after the name." };
        var command = new Command("keys", "Makes a pair of keys to sign packs with. Keep the first file to yourself; give the second to hosts.") { file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            foreach (var taken in new[] { path, path + ".pub" }.Where(Path.Exists))
            {
                terminal.Tell($"{taken}: there is such a file already, and a lost key cannot be made again. Name another one.");
                return ExitCode.BadInput;
            }

            var (secret, open) = RulePackSigning.NewKeys();
            if (!PackArguments.TryWriteSecret(path, secret, terminal) || !PackArguments.TryWrite(path + ".pub", open, terminal))
            {
                return ExitCode.BadInput;
            }

            terminal.Out.WriteLine($"{path}: the private key. Whoever has it can sign in your name.");
            terminal.Out.WriteLine($"{path}.pub: the public key, {RulePackSigning.Fingerprint(open)}.");
            return ExitCode.Evaluated;
        });
        return command;
    }
}
