using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Reference;

/// <summary>A pack with one mistake, for the page of problems. The message is that of the loader itself.</summary>
internal sealed class ProblemExample
{
    private const string Manifest = """
        id: my.pack
        version: 1.0.0
        title: My pack
        licence: MIT
        authors: [A. Writer]
        date: 2026-11-22
        engine: '>=0.1.0 <1.0.0'
        prefix: MY
        """;

    private const string Evidence = """
        sources:
          - id: my-review
            title: A review of the programme
            weight: One programme looking at itself.
        claims:
          - id: MY-C1
            source: my-review
            place: page 1
            says: Rotas that did not fit left shifts thin.
            about: Risk
            strength: NamedCase
        """;

    private const string Rule = """
        code: MY-ROTA
        kind: Risk
        title: Rotas do not fit
        level: {is: Moderate, because: the review reports strain from it}
        when:
          communication.regular: no
        says: The rotas do not fit.
        claims: [MY-C1]
        """;

    private const string Fact = """
        name: rotaShared
        type: YesNo
        meaning: the partners plan their rotas together
        question: Do the partners plan their rotas together?
        """;

    private const string Override = """
        rule: VISION-ABSENT
        reason: The programme asks about it elsewhere.
        author: Programme Board
        """;

    private static readonly RulePackLoader Loader = new(new RulePackOptions
    {
        BasePacks = [KnowledgePacks.General, new RulePack { Id = "other.pack", Version = "1.0.0", Title = "Another pack", Prefix = "OTH", Chapters = [], Claims = [] }],
    });

    private ProblemExample(string code, string where, string text, string pack)
    {
        Code = code;
        Where = where;
        Text = text;
        Pack = pack;
        Loader.TryRead("pack.yaml", pack, out _, out var problems);
        Problems = problems;
    }

    /// <summary>The code of the problem that it shows.</summary>
    public string Code { get; }

    /// <summary>In which part of a pack the text is, as a phrase; empty for a whole file.</summary>
    public string Where { get; }

    /// <summary>The part with the mistake.</summary>
    public string Text { get; }

    /// <summary>The whole pack.</summary>
    public string Pack { get; }

    /// <summary>All that the loader says about the pack; a mistake can have several consequences.</summary>
    public IReadOnlyList<RuleBookProblem> Problems { get; }

    /// <summary>What the loader says about the mistake itself.</summary>
    public RuleBookProblem? Problem => Problems.FirstOrDefault(problem => problem.Code == Code);

    public static ProblemExample OfFile(string code, string text) => new(code, "", text, text);

    public static ProblemExample InManifest(string code, string text) => new(code, "in `pack`", text, Whole(Merged(Manifest, text), Evidence));

    public static ProblemExample InSections(string code, string text) => new(code, "", text, Whole(Manifest, Merged(Evidence, text)));

    public static ProblemExample InRule(string code, string text, string without = "") =>
        new(code, "in a rule", text, Whole(Manifest, $"{Evidence}\nchapters:\n  - heading: Rotas\n    area: Relations\n    rules:\n{Entry(Merged(Rule, text, without), 6)}"));

    public static ProblemExample InFact(string code, string text) => new(code, "in `facts`", text, Whole(Manifest, $"facts:\n{Entry(Merged(Fact, text), 2)}"));

    public static ProblemExample InOverride(string code, string text) => new(code, "in `overrides`", text, Whole(Manifest, $"{Evidence}\noverrides:\n{Entry(Merged(Override, text), 2)}"));

    private static string Whole(string manifest, string sections) => $"pack:\n{Indented(manifest, 2)}\n{sections}\n";

    private static string Entry(string text, int by) => $"{new string(' ', by)}- {Indented(text, by + 2).TrimStart()}";

    /// <summary>The usual keys with those of the text in place of their own, or after them.</summary>
    private static string Merged(string usual, string text, string without = "")
    {
        var own = Blocks(text).ToDictionary(block => block.Key, block => block.Text, StringComparer.Ordinal);
        var blocks = Blocks(usual).Where(block => block.Key != without).Select(block => own.Remove(block.Key, out var other) ? other : block.Text).ToList();
        return string.Join('\n', blocks.Concat(own.Values));
    }

    /// <summary>Each key of the first column with all lines below it; a key that is twice is one block.</summary>
    private static IEnumerable<(string Key, string Text)> Blocks(string text) => text.ReplaceLineEndings("\n").Split('\n')
        .Aggregate(new List<(string Key, string Text)>(), (blocks, line) =>
        {
            var key = line.Split(':')[0];
            if (blocks.Count > 0 && (line.Length == 0 || char.IsWhiteSpace(line[0]) || blocks[^1].Key == key))
            {
                blocks[^1] = (blocks[^1].Key, $"{blocks[^1].Text}\n{line}");
            }
            else
            {
                blocks.Add((key, line));
            }

            return blocks;
        });

    private static string Indented(string text, int by) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? line : new string(' ', by) + line));
}
