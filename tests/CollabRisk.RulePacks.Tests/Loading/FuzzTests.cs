using System.Text;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Tests.Loading;

/// <summary>
/// Mutated packs: each is accepted, or refused with problems that have a place. None crashes, hangs or gets past the limits.
/// COLLABRISK_FUZZ sets how many; the usual run takes a few thousand.
/// </summary>
public class FuzzTests
{
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("COLLABRISK_FUZZ"), System.Globalization.CultureInfo.InvariantCulture, out var count) ? count : 3_000;

    private static readonly string[] Seeds =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "samples/packs/regional-control-room"), "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllText),
        PackText.WithRisk("when: {any: [vision.exists: no, some partner: {partner.role: Lead}, workload.staffAfter: {below: {fact: workload.staffBefore}}]}"),
        PackText.WithRisk("for each: {flags of: communication.reaches, is: no}"),
        PackText.Head + "x: &a [1, &b {c: *a}, *b]\n",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ":", ": ", "- ", "\n", "\n  ", "\t", "'", "\"", "&a ", "*a", "!!str ", "---\n", "...\n", "# ", "|", ">", "%YAML 1.2\n", "? ", "~", "null", "<<: *a",
        "when:", "all:", "any: []", "not:", "some partner:", "at least 999999999999 partners:", "raised: TST-RISK", "extensions.rcr.rotaShared: yes", "unknown:", "{subject}", "{",
        "1e999", "-0", "99999999999999999999999999", "2026-02-30", "\0", "\uFEFF", "\u2028", "🚒", "\\x", "case file: ../../x", "case file: .h/c.json", "\u00A0", "\u202E", "#", " #", "says: a: b", "> 5", "kind:Risk", "accepted warnings: [{warning: CRP612, reason: x}]", "level: {is: High}", "prefix: RCR",
    ];

    [Fact]
    public void TryRead_MutatedPacks_AreAcceptedOrRefusedWithAPlace()
    {
        // A mutated pack is small, so that the limits are met on purpose and not only by chance.
        var options = new RulePackOptions { BasePacks = [], Limits = RulePackLimits.Default with { Nodes = 3_000, Depth = 15, TextLength = 600, Aliases = 5, ConditionSize = 50, EvaluationCost = 5_000 } };
        var loader = new RulePackLoader(options);
        var accepted = 0;
        for (var seed = 0; seed < Count; seed++)
        {
            var random = new Random(seed);
            var text = Mutated(random);
            try
            {
                if (loader.TryRead("pack.yaml", text, out var set, out var problems))
                {
                    accepted++;
                    problems.Should().BeEmpty();
                    set.RuleBook.Rules.Should().NotContain(rule => rule.Conditions.Sum(condition => condition.All.Count) > 50);
                    var assessment = new CollaborationEvaluator(set.RuleBook).Evaluate(new Collaboration());
                    assessment.OpenQuestions.Should().NotBeNull();
                    if (accepted % 20 == 0)
                    {
                        RulePackChecks.Run(set).Should().NotBeNull();
                    }
                }
                else
                {
                    problems.Should().NotBeEmpty();
                    problems.Should().NotContain(problem => !IsInside(problem, text));
                }
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}: {e}\n{text}");
            }
        }

        // Mutations that no one would notice must be among them, or the fuzzing tests the parser alone.
        accepted.Should().BeInRange(Count / 200, Count);
    }

    [Fact]
    public void TryRead_RandomBytes_AreRefused()
    {
        var loader = new RulePackLoader(new RulePackOptions { BasePacks = [] });
        for (var seed = 0; seed < Count / 3; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(300)];
            random.NextBytes(bytes);
            loader.TryLoad([RulePacks.Loading.OpenedPack.Of("pack.yaml", bytes, RulePackLimits.Default, keys: null)], out _, out var problems).Should().BeFalse();
            problems.Should().NotBeEmpty();
        }
    }

    /// <summary>Whether the place exists in the text. A pack of which nothing can be read has no place.</summary>
    private static bool IsInside(RuleBookProblem problem, string text) =>
        problem.Place is { } place
            ? place.File == "pack.yaml" && place.Line >= 1 && place.Column >= 1 && place.Line <= text.Split('\n', '\r', '\u2028', '\u2029', '\u0085').Length + 1
            : problem.Code is "CRP103" or "CRP132";

    private static string Mutated(Random random)
    {
        var text = new StringBuilder(Seeds[random.Next(Seeds.Length)]);
        if (!text.ToString().StartsWith("pack:", StringComparison.Ordinal) && random.Next(4) > 0)
        {
            text.Insert(0, PackText.Head.Replace("sources:", "_:", StringComparison.Ordinal)[..PackText.Head.IndexOf("sources:", StringComparison.Ordinal)].Replace("TST", "RCR", StringComparison.Ordinal));
        }

        for (var i = random.Next(6); i > 0 && text.Length > 0; i--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(8))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 200), text.Length - at)));
                    break;
                case 3:
                    text[at] = (char)random.Next(32, 127);
                    break;
                case 4:
                    MoveLine(text, random);
                    break;
                case 5:
                    text.Insert(at, string.Concat(Enumerable.Repeat(Pieces[random.Next(4)], random.Next(1, 40))));
                    break;
                case 6:
                    text.Length = at;
                    break;
                default:
                    SwapWords(text, random);
                    break;
            }
        }

        return text.ToString();
    }

    private static void MoveLine(StringBuilder text, Random random)
    {
        var lines = text.ToString().Split('\n').ToList();
        var line = lines[random.Next(lines.Count)];
        lines.Insert(random.Next(lines.Count + 1), random.Next(3) == 0 ? "  " + line : line);
        text.Clear().AppendJoin('\n', lines);
    }

    private static void SwapWords(StringBuilder text, Random random)
    {
        var words = text.ToString().Split(' ');
        var (a, b) = (random.Next(words.Length), random.Next(words.Length));
        (words[a], words[b]) = (words[b], words[a]);
        text.Clear().AppendJoin(' ', words);
    }
}
