using System.Globalization;
using System.Text.RegularExpressions;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Format;

namespace CollabRisk.RulePacks.Tests.Docs;

/// <summary>The reference pages are what the code says now, and what they show is so.</summary>
public partial class ReferencePagesTests
{
    public static TheoryData<string> Conditions =>
        [.. ConditionForms.Joints.Concat(ConditionForms.Tests.SelectMany(kind => kind.Forms)).Select(form => form.Example)];

    [Fact]
    public void Format_IsUpToDate() => Approved.Equal("docs/rule-pack-format.md", FormatPage.Write());

    [Fact]
    public void Problems_AreUpToDate() => Approved.Equal("docs/rule-pack-problems.md", ProblemsPage.Write());

    [Fact]
    public void Format_EveryJointAndComparison_HasAWordToSay()
    {
        ConditionForms.Joints.Select(joint => joint.Name).Should().Equal(ConditionReader.Joints);
        FactTestReader.Comparisons.Keys.Except(ConditionForms.Comparisons.Keys).Should().BeEmpty();
    }

    [Fact]
    public void Format_EveryLimit_IsInTheTable()
    {
        var values = typeof(RulePackLimits).GetProperties().Where(limit => limit.Name != nameof(RulePackLimits.Default))
            .Select(limit => string.Create(CultureInfo.InvariantCulture, $"{limit.GetValue(RulePackLimits.Default):N0}"));
        var rows = FormatPage.Write().Split("## Limits\n")[1].Split('\n').Where(line => line.StartsWith('|')).Skip(2).Select(row => row.Split('|')[2].Trim().Split(' ')[0]);
        rows.Should().BeEquivalentTo(values);
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Format_EveryExampleOfACondition_CanBeLoaded(string condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        Load($"kind: {(condition.StartsWith("unknown", StringComparison.Ordinal) ? "DataGap" : "Context")}\nwhen:\n{PackText.Indented(condition, 2)}");
    }

    [Fact]
    public void Format_EveryOtherExample_CanBeLoaded()
    {
        var examples = Blocks.Matches(FormatPage.Write()).Select(match => match.Groups[1].Value).Except(Conditions.Select(row => row.Data.ReplaceLineEndings("\n") + "\n")).ToList();
        examples.Should().HaveCount(5);
        foreach (var example in examples)
        {
            if (example.StartsWith("tests", StringComparison.Ordinal))
            {
                PackText.Load(PackText.Head + example);
            }
            else
            {
                Load("kind: Context\n" + (example.StartsWith("for each", StringComparison.Ordinal) ? example : "when:\n" + PackText.Indented(example, 2)));
            }
        }
    }

    [Fact]
    public void Pages_EveryLink_LeadsSomewhere()
    {
        foreach (var page in (string[])["docs/rule-pack-format.md", "docs/rule-pack-problems.md", "docs/writing-rule-packs.md"])
        {
            foreach (var link in Links.Matches(Repository.Read(page)).Select(match => match.Groups[1].Value).Where(link => !link.StartsWith("http", StringComparison.Ordinal)))
            {
                var (file, anchor) = (link.Split('#')[0], link.Contains('#', StringComparison.Ordinal) ? link.Split('#')[1] : "");
                var target = file.Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, "docs", file)));
                Path.Exists(Path.Combine(Repository.Root, target)).Should().BeTrue($"{page}: {link}");
                (anchor.Length == 0 || Anchors(Repository.Read(target)).Contains(anchor)).Should().BeTrue($"{page}: {link}");
            }
        }
    }

    private static IEnumerable<string> Anchors(string page) => Headings.Matches(page)
        .Select(match => string.Concat(match.Groups[1].Value.ToLowerInvariant().Replace(' ', '-').Where(c => char.IsLetterOrDigit(c) || c == '-')));

    private static void Load(string rule) => PackText.Load($"""
        {PackText.Head}
        chapters:
          - heading: Tests
            area: Relations
            rules:
              - code: TST-RULE
                title: A rule
                says: It is so.
                claims: [TST-C1]
        {PackText.Indented(rule, 8)}
        facts:
          - {NameAndType("agreementEnds")}
          - {NameAndType("goLive")}
          - {NameAndType("reviewed")}
        """);

    /// <summary>A day of the examples: the library has none but the one that the facts describe.</summary>
    private static string NameAndType(string name) => $"{{name: {name}, type: Date, meaning: a day, question: Which day is it?}}";

    [GeneratedRegex("^```yaml\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks { get; }

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Links { get; }

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Headings { get; }
}
