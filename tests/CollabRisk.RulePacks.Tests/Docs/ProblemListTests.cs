using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Tests.Docs;

/// <summary>The kinds of problems: complete, in order, each with an example where the text of one pack can have it.</summary>
public class ProblemListTests
{
    /// <summary>Problems that the text of one pack cannot have, each with the reason.</summary>
    private static readonly Dictionary<string, string> WithoutExample = new(StringComparer.Ordinal)
    {
        ["CRP101"] = "a path",
        ["CRP910"] = "several files",
        ["CRP102"] = "a file that is locked",
        ["CRP104"] = "a folder with a link, or a test that is run",
        ["CRP105"] = "a test that is run",
        ["CRP110"] = "bytes that are not text",
        ["CRP131"] = "two files",
        ["CRP204"] = "rules in C#: a pack lacks a key first",
        ["CRP205"] = "rules in C#: a pack has a word that is not a level first",
        ["CRP213"] = "rules in C#",
        ["CRP215"] = "texts in C#: a text with half of a pair is no YAML",
        ["CRP223"] = "rules in C#: a note in a pack that names no rule is one about the evidence",
        ["CRP302"] = "facts declared in C#: a pack lacks a key first",
        ["CRP303"] = "facts declared in C#: a pack lacks a key first",
        ["CRP311"] = "rules in C#: a pack names an unknown fact first",
        ["CRP315"] = "words added in C#: in a pack they are under its prefix",
        ["CRP401"] = "overrides in C#: a pack lacks a key first",
        ["CRP409"] = "overrides read from a decision record",
        ["CRP410"] = "overrides in C#: a pack asks where no partner is meant first",
        ["CRP902"] = "a folder with many files",
        ["CRP513"] = "rules in C#: a pack that is loaded is one",
        ["CRP504"] = "rules in C#: of two recommendations that packs define, one is defined twice",
    };

    /// <summary>What is at the place of each problem: the mistake itself, or the beginning of what it is about.</summary>
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["CRP111"] = "My pack: the first",
        ["CRP112"] = "title: Rotas are planned apart",
        ["CRP113"] = "---",
        ["CRP114"] = "!include message.txt",
        ["CRP115"] = "*usual",
        ["CRP116"] = "*it}",
        ["CRP117"] = "&rota is not shared.",
        ["CRP121"] = "clams: [MY-C1]",
        ["CRP122"] = "when:",
        ["CRP123"] = "{id: MY-C1}",
        ["CRP124"] = "risk",
        ["CRP125"] = "22.11.2026",
        ["CRP132"] = "notes:",
        ["CRP133"] = "'>=9.0.0'",
        ["CRP134"] = "3",
        ["CRP135"] = "code: MY-SHARE-ROTA",
        ["CRP136"] = "my-revue",
        ["CRP137"] = "MY-SHARE-ROTA]",
        ["CRP141"] = "vison.exists: no",
        ["CRP142"] = "partner.role: Lead",
        ["CRP143"] = "below: Programme}",
        ["CRP144"] = "[]",
        ["CRP145"] = "every partner:",
        ["CRP201"] = "My Pack",
        ["CRP202"] = "'1.0'",
        ["CRP203"] = "code: MY-Rota",
        ["CRP206"] = "code: MY-ROTA",
        ["CRP207"] = "code: MY-ROTA",
        ["CRP208"] = "code: MY-ROTA",
        ["CRP209"] = "The rotas do not fit for {weeks} weeks.",
        ["CRP210"] = "code: MY-ROTA",
        ["CRP211"] = "code: MY-ROTA",
        ["CRP212"] = "nights",
        ["CRP214"] = "code: MY-ROTA",
        ["CRP221"] = "WORK-OVERLAOD]",
        ["CRP222"] = "MY-C2]",
        ["CRP224"] = "VISION-ABSENT",
        ["CRP225"] = "code: MY-ROTA",
        ["CRP231"] = "unknown: vision.exists",
        ["CRP232"] = "overall is at least: High",
        ["CRP233"] = "outcome.claim: Failure",
        ["CRP234"] = "raised: VISION-ABSENT",
        ["CRP235"] = "vision.exists: no",
        ["CRP236"] = "raised: {rule: COMMS-IRREGULAR, at least: High}",
        ["CRP301"] = "name: Rota shared",
        ["CRP304"] = "name: rotaShared",
        ["CRP305"] = "name: rotaShared",
        ["CRP306"] = "name: rotaShared",
        ["CRP307"] = "name: rotaShared",
        ["CRP308"] = "name: rotaShared",
        ["CRP309"] = "name: rotaShared",
        ["CRP310"] = "name: rotaShared",
        ["CRP312"] = "name: rotaShared",
        ["CRP313"] = "fact: partner.role",
        ["CRP314"] = "fact: partner.sector",
        ["CRP402"] = "rule: VISION-ABSENT",
        ["CRP403"] = "rule: VISON-ABSENT",
        ["CRP404"] = "rule: STRATEGY-ALIGNED",
        ["CRP405"] = "rule: MY-ROTA",
        ["CRP406"] = "rule: DRIVER-ATTRIBUTE",
        ["CRP407"] = "rule: DRIVER-ATTRIBUTE",
        ["CRP408"] = "rule: DRIVER-ATTRIBUTE",
        ["CRP502"] = "code: VISION-ABSENT",
        ["CRP503"] = "D3-200",
        ["CRP505"] = "code: MY-ROTA",
        ["CRP506"] = "my",
        ["CRP507"] = "ROTA-ABSENT",
        ["CRP508"] = "OTH-ROTA",
        ["CRP509"] = "OTH",
        ["CRP510"] = "OTH-SHARE-ROTA]",
        ["CRP511"] = "OTH-1",
        ["CRP512"] = "MY-ROTA",
        ["CRP514"] = "MY‑T1",
        ["CRP515"] = "two_case_paper",
        ["CRP516"] = string.Join(' ', Enumerable.Repeat("Rotas that did not fit left shifts thin.", 8)),
        ["CRP517"] = "fact: vision.exist",
        ["CRP518"] = "fact: vision.exists",
    };

    /// <summary>Packs that are good but for a limit, which appears with them. On the page they would be too long.</summary>
    private static readonly Dictionary<string, (RulePackLimits Limits, string Pack)> BeyondLimits = new(StringComparer.Ordinal)
    {
        ["CRP100"] = (new() { Problems = 1 }, PackText.WithRisk("clams: [TST-C1]\nadvice: none")),
        ["CRP901"] = (new() { FileBytes = 100 }, PackText.Head),
        ["CRP903"] = (new() { Depth = 3 }, PackText.Head),
        ["CRP904"] = (new() { Nodes = 30 }, PackText.Head),
        ["CRP905"] = (new() { Aliases = 1 }, PackText.WithRisk("when: &it {vision.exists: no}\ncases: [{subject: a, when: *it}, {subject: b, when: *it}]")),
        ["CRP906"] = (new() { TextLength = 20 }, PackText.Head),
        ["CRP907"] = (new() { Rules = 0 }, PackText.WithRisk("when: {vision.exists: no}")),
        ["CRP908"] = (new() { ConditionSize = 2 }, PackText.WithRisk("when: {all: [{vision.exists: no}, {vision.compelling: no}]}")),
        ["CRP911"] = (new() { Tests = 1 }, PackText.WithRisk("when: {vision.exists: no}") + "tests:\n  - {name: a, raises: TST-RISK}\n  - {name: b, raises: TST-RISK}\n"),
        ["CRP909"] = (new() { EvaluationCost = 60 }, PackText.WithRisk("when: {some partner: {partner.role: Lead}, every partner: {partner.activeInDecisions: no}}")),
    };

    public static TheoryData<string> LimitCodes => [.. BeyondLimits.Keys];

    public static TheoryData<string> ExampleCodes => [.. ProblemExamples.All.Select(example => example.Code)];

    [Fact]
    public void Kinds_Codes_AreUniqueAndInOrder()
    {
        ProblemList.All.DistinctBy(kind => kind.Code).Should().HaveCount(ProblemList.All.Count);
        ProblemList.ByClass.Should().AllSatisfy(each => each.Kinds.Select(kind => kind.Code).Should().Equal(
            each.Kinds.Select(kind => kind.Code).Order(StringComparer.Ordinal)));
        ProblemList.All.Should().AllSatisfy(kind => kind.Code.Should().MatchRegex("^CRP[1-9][0-9]{2}$"));
    }

    [Fact]
    public void Kinds_EveryPart_SaysSomething() => ProblemList.All.Should().AllSatisfy(kind =>
    {
        kind.Title.Should().MatchRegex(@"^[A-Z].*[^.]$");
        kind.Why.Should().MatchRegex(@"^[A-Z].*\.$");
        kind.Remedy.Should().MatchRegex(@"^[A-Z].*\.$");
    });

    [Fact]
    public void Examples_EveryKindThatTheTextOfAPackCanHave_HasOne() => ProblemExamples.All.Select(example => example.Code).Concat(BeyondLimits.Keys).Order(StringComparer.Ordinal).Should().Equal(
        ProblemList.All.Select(kind => kind.Code).Where(code => !WithoutExample.ContainsKey(code) && code[3] is (>= '1' and <= '5') or '9'));

    [Theory]
    [MemberData(nameof(ExampleCodes))]
    public void Examples_Each_IsReportedAtItsPlace(string code)
    {
        var example = ProblemExamples.All.Single(each => each.Code == code);
        example.Problem.Should().NotBeNull(string.Join('\n', example.Problems) + "\n" + example.Pack);
        if (code is "CRP103" or "CRP501")
        {
            // There is nothing that it could point to, or it is about the pack as a whole.
            example.Problem.Place.Should().BeNull();
            return;
        }

        At(example.Pack, example.Problem.Place!).Should().Be(Places[code]);
    }

    [Theory]
    [MemberData(nameof(LimitCodes))]
    public void Limits_PackBeyondOne_IsReported(string code)
    {
        var (limits, text) = BeyondLimits[code];
        PackText.Problems(text, new RulePackOptions { Limits = limits }).Should().Contain(problem => problem.Code == code);
    }

    /// <summary>The rest of the line at a place.</summary>
    private static string At(string text, TextPlace place) => text.Split('\n')[place.Line - 1][(place.Column - 1)..];
}
