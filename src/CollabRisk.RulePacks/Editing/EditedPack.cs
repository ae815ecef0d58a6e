using System.Text;
using CollabRisk.RulePacks.Loading;
using CollabRisk.RulePacks.Testing;
using CollabRisk.RulePacks.Yaml;

namespace CollabRisk.RulePacks.Editing;

/// <summary>A pack while someone writes it: its files on the disk, and those that are open in an editor as the editor has them.</summary>
/// <remarks>Immutable: it is the pack of one moment. What is asked of it may be asked from any thread.</remarks>
internal sealed class EditedPack
{
    private readonly EditingContext context;
    private readonly IReadOnlyDictionary<string, byte[]> unsaved;
    private readonly Lazy<PackIndex> index;

    /// <param name="path">The full path of the pack: a folder, or a YAML file.</param>
    /// <param name="unsaved">The texts of files that are open in an editor, by full path.</param>
    /// <param name="context">What it is written against.</param>
    public EditedPack(string path, IReadOnlyDictionary<string, byte[]> unsaved, EditingContext context)
    {
        Path = path;
        this.unsaved = unsaved;
        this.context = context;
        index = new(() => new PackIndex(Open(), context));
    }

    /// <summary>The full path of the pack.</summary>
    public string Path { get; }

    /// <summary>What the texts of the pack can name.</summary>
    public PackIndex Index => index.Value;

    /// <summary>
    /// Everything that 'pack check' says of the pack as it is now: every problem, the mistakes in tests among them, or else every warning that is not
    /// accepted; and the files of the pack, so that those of which nothing is said are known.
    /// </summary>
    public (IReadOnlyList<EditedProblem> Problems, IReadOnlyList<string> Files) Check()
    {
        var opened = Open();
        var own = opened.Find(pack => pack.Folder.Path == Path)!;
        var places = new ProblemPlaces(own, opened);
        if (!new RulePackLoader(context.Options).TryLoad(opened, out var set, out var problems))
        {
            return ([.. problems.Select(problem => places.Of(problem, isWarning: false))], places.Files);
        }

        return RulePackTests.ProblemsOf(set) is { Count: > 0 } mistakes
            ? ([.. mistakes.Select(problem => places.Of(problem, isWarning: false))], places.Files)
            : ([.. RulePackChecks.Run(set).Warnings.Select(warning => places.Of(warning, isWarning: true))], places.Files);
    }

    /// <summary>What can be written where the cursor is, and where the text begins that it takes the place of; null where nothing is known.</summary>
    /// <param name="name">The name of the file, for places.</param>
    /// <param name="lines">The lines of the file.</param>
    /// <param name="line">The line, from 0.</param>
    /// <param name="column">The cursor, in characters from the beginning of the line.</param>
    public (TypedText Typed, IReadOnlyList<Choice> Choices)? Complete(string name, IReadOnlyList<string> lines, int line, int column)
    {
        if (line >= lines.Count || TypedText.At(lines[line], column) is not { } typed)
        {
            return null;
        }

        foreach (var with in typed.Lines())
        {
            var text = string.Join('\n', lines.Select((each, at) => at == line ? with : each));
            if (Read(name, Encoding.UTF8.GetBytes(text), Limits) is { } root && SpotFinder.Of(root, TypedText.StandIn, Index) is var (_, spot))
            {
                if (spot is MessageSpot)
                {
                    return typed.InBraces() is { } place ? (place, [.. spot.Choices(Index)]) : null;
                }

                var needsDash = with.Length >= typed.Start + 2 && with.AsSpan(typed.Start).StartsWith("- ") && !lines[line].AsSpan(Math.Min(typed.Start, lines[line].Length)).StartsWith("- ");
                var choices = spot.Choices(Index);
                return (typed, [.. needsDash ? choices.Select(choice => choice with { Text = $"- {choice.Text}" }) : choices]);
            }
        }

        return null;
    }

    /// <summary>The text at a place of a file, and what it means; null where it means nothing that is known.</summary>
    /// <param name="name">The name of the file, for places.</param>
    /// <param name="text">What the file holds.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1.</param>
    public (YamlScalar Text, Described Meaning)? Describe(string name, byte[] text, int line, int column)
    {
        if (Read(name, text, Limits) is not { } root || SpotFinder.At(root, line, column, Index) is not var (at, spot))
        {
            return null;
        }

        // In a message, what means something is in braces, and is marked by itself.
        var named = spot is MessageSpot ? InBraces(at, Encoding.UTF8.GetString(text).Split('\n').ElementAtOrDefault(line - 1) ?? "", line, column) : at;
        return named is not null && spot.Of(named.Text, Index) is { } meaning ? (named, meaning) : null;
    }

    /// <summary>The text in the braces around a place of a line; null where the place is in none.</summary>
    private static YamlScalar? InBraces(YamlScalar message, string line, int number, int column)
    {
        var cursor = Math.Min(column - 1, line.Length);
        var open = line.AsSpan(0, cursor).LastIndexOf('{');
        var close = open < 0 ? -1 : line.IndexOf('}', open);
        return close < cursor ? null : new YamlScalar(message.Place with { Line = number, Column = open + 2 }, line[(open + 1)..close], IsQuoted: false) { End = (number, close + 1) };
    }

    /// <summary>What a file holds, as far as it can be read.</summary>
    public static YamlNode? Read(string name, byte[] text, RulePackLimits limits) => YamlReader.Read(name, text, limits, new PackProblems(name, most: 1));

    private RulePackLimits Limits => context.Options.Limits;

    private List<OpenedPack> Open() => new RulePackLoader(context.Options).Open([Path, .. context.Others.Where(IsAnother)], unsaved, context.Read);

    private bool IsAnother(string path) => !string.Equals(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)), Path, StringComparison.Ordinal);
}
