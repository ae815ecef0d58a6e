using CollabRisk.Knowledge;
using CollabRisk.RulePacks.Tests.Export;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Tests.Checks;

public class WholeKnowledgeTests(ITestOutputHelper output)
{
    private const string Codes = "the codes of the knowledge are words of the sources and older than prefixes; no other pack may take one that is there";

    /// <summary>What <c>pack check --strict</c> still warns of: the warning, where, and why the knowledge is right to be so.</summary>
    private static readonly (string Code, string Where, string Reason)[] Explained =
    [
        ("CRP611", "collabrisk.general/FASTER-DECISIONS",
            "D3-133 is an effect on decisions that seniors had of informal ties; INFORMAL-TIES holds also where decisions are as slow as before"),
        ("CRP611", "collabrisk.general/INFO-SHARING-ENABLED",
            "D2-12 is about shared systems that let services exchange information, D3-170 about what trust does: two claims of two documents"),
        ("CRP611", "collabrisk.general/SUSTAINABILITY-INFORMAL",
            "D3-129 is about informal elements that let a collaboration last; leadership is one of them"),
        ("CRP611", "collabrisk.general/TRANSPARENCY",
            "D0-09 and D3-158 are about openness, D0-08 about a culture of trust that senior managers build: each has its own evidence"),
        ("CRP624", "collabrisk.alliance-and-delivery/BDD-STAGE-SKIPPED",
            "D4-104, each stage answers to the one before: a stage shows as left out only once a later one is done, and until then it is simply still to come"),
        ("CRP671", "collabrisk.alliance-and-delivery", Codes),
        ("CRP671", "collabrisk.general", Codes),
        ("CRP671", "collabrisk.united-kingdom", Codes),
    ];

    [Fact]
    public void Run_ExportedKnowledge_DecidesEverythingAndWarnsOfNothingWithoutAReason()
    {
        var report = RulePackChecks.Run(RulePackExportTests.LoadBack());
        foreach (var line in report.Warnings.Select(warning => $"{warning.Code} {warning}").Concat(report.NotDecided))
        {
            output.WriteLine(line);
        }

        report.NotDecided.Should().BeEmpty();
        var warned = report.Warnings.Select(warning => (warning.Code, warning.Where)).Distinct().Order().ToList();
        warned.Should().Equal(Explained.Select(each => (each.Code, each.Where)).Order(), "a new warning needs a reason, and a reason without a warning goes");
    }

    [Fact]
    public void Run_SamplePack_FindsNothing()
    {
        var report = RulePackChecks.Run(new RulePackLoader().Load(Path.Combine(Repository.Root, "samples/packs/regional-control-room")));
        report.Warnings.Should().BeEmpty();
        report.NotDecided.Should().BeEmpty();
    }

    [Fact]
    public void Run_PackThatIsNotInTheBook_IsRefused()
    {
        var book = RuleBook.Build([KnowledgePacks.General]);
        Invoking(() => RulePackChecks.Run(book, [KnowledgePacks.UnitedKingdom])).Should().ThrowExactly<ArgumentException>()
            .WithMessage("*collabrisk.united-kingdom*");
    }
}
