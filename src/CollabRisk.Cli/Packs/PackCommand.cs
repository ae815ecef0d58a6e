using System.CommandLine;

namespace CollabRisk.Cli.Packs;

/// <summary><c>collabrisk pack</c>: makes, checks, tests, documents and signs rule packs.</summary>
internal static class PackCommand
{
    public static Command Create(Terminal terminal) =>
        new("pack", "Makes, checks, tests, documents and signs rule packs, which are written as YAML. Ends with 0 if all is good, 1 if a test or a signature fails, 2 if a pack is not valid.")
        {
            PackNewCommand.Create(terminal),
            PackCheckCommand.Create(terminal),
            PackTestCommand.Create(terminal),
            PackDocsCommand.Create(terminal),
            PackSchemaCommand.Create(terminal),
            PackDiffCommand.Create(terminal),
            PackKeysCommand.Create(terminal),
            PackSignCommand.Create(terminal),
            PackVerifyCommand.Create(terminal),
        };
}
