using System.Text;
using CollabRisk.RulePacks.Editing;

namespace CollabRisk.RulePacks.Tests.Editing;

/// <summary>A pack of one file while someone types it; <c>|</c> is the cursor. No file is on the disk.</summary>
internal sealed class TypedPack
{
    private static readonly EditingContext Context = new(RulePackOptions.Default, []);

    private const string Path = "/no-such-folder/pack.yaml";

    private readonly string[] lines;
    private readonly int line;
    private readonly int column;
    private readonly EditedPack pack;

    public TypedPack(string text)
    {
        var at = text.IndexOf('|', StringComparison.Ordinal);
        at.Should().BeGreaterThanOrEqualTo(0, "the cursor has to be somewhere");
        var before = text[..at];
        (line, column) = (before.Count(letter => letter == '\n'), before.Length - before.LastIndexOf('\n') - 1);
        text = text.Remove(at, 1);
        lines = text.Split('\n');
        var full = System.IO.Path.GetFullPath(Path);
        pack = new EditedPack(full, new Dictionary<string, byte[]> { [full] = Encoding.UTF8.GetBytes(text) }, Context);
    }

    /// <summary>A pack with one rule that has the clauses, next to code, kind, title, level, message and claims.</summary>
    public static TypedPack WithRisk(string clauses) => new(PackText.WithRisk(clauses));

    /// <summary>The head of the packs of the tests, and something after it.</summary>
    public static TypedPack With(string more) => new(PackText.Head + more);

    public IReadOnlyList<Choice> Choices => pack.Complete(Path, lines, line, column)?.Choices ?? [];

    public IEnumerable<string> Texts => Choices.Select(choice => choice.Text);

    /// <summary>What was typed and is replaced.</summary>
    public string Typed => pack.Complete(Path, lines, line, column) is var (typed, _) ? lines[line][typed.Start..typed.Column] : "";

    public Described? Meaning => Described?.Meaning;

    /// <summary>The text that an editor marks where the cursor means something.</summary>
    public string? MarkedMeaning => Described is var (text, _) ? lines[text.Place.Line - 1][(text.Place.Column - 1)..(text.End.Column - 1)] : null;

    private (CollabRisk.RulePacks.Yaml.YamlScalar Text, Described Meaning)? Described => pack.Describe(Path, Encoding.UTF8.GetBytes(string.Join('\n', lines)), line + 1, column + 1);

    public IReadOnlyList<EditedProblem> Problems => pack.Check().Problems;

    /// <summary>The text that a problem marks.</summary>
    public string Marked(EditedProblem problem) => lines[problem.Start.Line - 1][(problem.Start.Column - 1)..(problem.End.Column - 1)];
}
