using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk.Tests.Knowledge;

/// <summary>A row of a table of cases: what a rule must come to on some facts.</summary>
/// <param name="File">The table.</param>
/// <param name="Line">The line in the table.</param>
/// <param name="Code">The rule.</param>
/// <param name="Expected">
/// <c>raises</c>, <c>raises High</c>, <c>raises Low for A</c>, <c>clear</c>, <c>undetermined</c> or <c>not applicable</c>.
/// </param>
/// <param name="Facts">The facts, as <see cref="FactText"/> reads them; everything else is unknown.</param>
public sealed record RuleCase(string File, int Line, string Code, string Expected, string Facts)
{
    public override string ToString() => $"{Code} {Expected}: {(Facts.Length == 0 ? "(nothing known)" : Facts)}";
}

/// <summary>The tables of cases in Knowledge/Cases, one for each chapter, and the rule book they are about.</summary>
internal static class RuleCases
{
    public static RuleBook Book { get; } = RuleBook.Build(KnowledgePacks.All);

    public static CollaborationEvaluator Evaluator { get; } = new(Book);

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Cases"), "*.md")
            .Order(StringComparer.Ordinal)
            .SelectMany(Read),
    ];

    private static IEnumerable<RuleCase> Read(string file)
    {
        var lines = System.IO.File.ReadAllLines(file);
        for (var i = 0; i < lines.Length; i++)
        {
            // A row of the table: | CODE | expected | facts |
            var cells = lines[i].Split('|');
            if (cells.Length == 5 && cells[1].Trim() is { Length: > 0 } code && code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-') && char.IsAsciiLetterUpper(code[0]))
            {
                yield return new RuleCase(Path.GetFileName(file), i + 1, code, cells[2].Trim(), cells[3].Trim());
            }
        }
    }
}
