using System.CommandLine;

namespace CollabRisk.Cli;

/// <summary>What every command about a collaboration takes: the file, the form of the output, the rule packs.</summary>
internal sealed class CommonArguments
{
    public Argument<string> File { get; } = FileNamed("FILE", "What is known about the collaboration, as JSON; '-' reads standard input.");

    public Option<string> Format { get; } = FormatOption();

    public RuleOptions Rules { get; } = new(usual: "general");

    /// <summary>An argument that names a case file.</summary>
    public static Argument<string> FileNamed(string name, string description)
    {
        var file = new Argument<string>(name) { Description = description };
        file.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is { Length: 0 })
            {
                given.AddError("The name of the file is empty.");
            }
        });
        return file;
    }

    /// <summary>Builds the rule book, reads the file and hands both on; where either fails, says why and ends with bad input.</summary>
    public Task<int> RunAsync(
        ParseResult parsed, Terminal terminal, Func<ICollaborationEvaluator, Collaboration, bool, int> run, CancellationToken cancel) =>
        RunAsync(parsed, parsed.GetValue(Rules.Packs) ?? [], terminal, run, cancel);

    /// <summary>The same with rule packs at some paths, where a command needs others than those that were named.</summary>
    public async Task<int> RunAsync(
        ParseResult parsed, IReadOnlyList<string> packs, Terminal terminal, Func<ICollaborationEvaluator, Collaboration, bool, int> run, CancellationToken cancel)
    {
        var book = Rules.Load(parsed, packs, terminal)?.RuleBook;
        var collaboration = await CollaborationInput.ReadAsync(parsed.GetRequiredValue(File), book, terminal, cancel).ConfigureAwait(false);
        return book is null || collaboration is null ? ExitCode.BadInput : run(new CollaborationEvaluator(book), collaboration, parsed.GetValue(Format) == "json");
    }

    private static Option<string> FormatOption()
    {
        var format = new Option<string>("--format")
        {
            Description = "How to write the result.",
            HelpName = "text|json",
            DefaultValueFactory = _ => "text",
        };
        format.AllowOnly("text", "json");
        return format;
    }
}
