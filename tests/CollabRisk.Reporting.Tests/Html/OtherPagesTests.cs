using CollabRisk.Comparing;
using CollabRisk.Facts;
using CollabRisk.Perspectives;

namespace CollabRisk.Reporting.Tests.Html;

public class OtherPagesTests
{
    private static readonly CollaborationEvaluator Evaluator = CollaborationEvaluator.Default;

    private static readonly Collaboration Bad = new()
    {
        Name = Cases.Markup,
        AsOf = new DateOnly(2024, 1, 1),
        Vision = new() { Exists = false },
        Trust = new() { Organisational = TrustLevel.Low },
        Partners = [new() { Name = "<script>1</script>", Role = PartnerRole.NonLead }, new() { Name = "B", Role = PartnerRole.Lead }],
    };

    private static readonly Collaboration Cleared = Bad with { AsOf = new DateOnly(2025, 1, 1), Vision = new() { Exists = true } };

    private static readonly Collaboration Forgotten = Bad with { AsOf = new DateOnly(2025, 1, 1), Vision = new() };

    public static TheoryData<string> Pages => [.. Written.Keys];

    private static Dictionary<string, Func<string>> Written { get; } = new()
    {
        ["difference"] = () => Evaluator.Compare(Bad, Cleared).ToHtml(),
        ["forgotten"] = () => Evaluator.Compare(Bad, Forgotten).ToHtml(),
        ["other rules"] = () => AssessmentDifference.Between(Evaluator.Evaluate(Bad), Cases.AllPacks.Evaluate(Bad)).ToHtml(),
        ["one day"] = () => Evaluator.Timeline([Bad]).ToHtml(),
        ["two days"] = () => Evaluator.Timeline([Bad, Cleared]).ToHtml(new() { MadeOn = new DateOnly(2026, 11, 28) }),
        ["twenty days"] = () => Evaluator.Timeline(Enumerable.Range(1, 20).Select(day => Bad with { AsOf = new DateOnly(2024, 1, day) })).ToHtml(),
        ["letters"] = () => Views(5).ToHtml(),
        ["names"] = () => Views(5).ToHtml(new() { ShowNames = true }),
        ["few"] = () => Views(3).ToHtml(),
        ["one view"] = () => Views(1).ToHtml(),
        ["thirty views"] = () => Views(30).ToHtml(),
        ["portfolio"] = () => Portfolio.Of("<Ours>", Cases.Samples.Concat(Cases.Hostile.Keys).Select(name => new PortfolioEntry(name, Cases.Of(name))), ["<b>: not read"]).ToHtml(),
        ["no portfolio"] = () => Portfolio.Of("Nothing", []).ToHtml(),
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void ToHtml_AnyPage_IsStrictAndShowsMarkupAsText(string name)
    {
        var html = Written[name]();
        var page = new HtmlDocument(html);
        page.Problems.Should().BeEmpty();
        page.Tags.Should().NotContain(["script", "img", "b1"]);
        page.Attributes.Where(each => each.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || each.Name is "style" or "src").Should().BeEmpty();
        Written[name]().Should().Be(html);
    }

    [Fact]
    public void ToHtml_NameThatIsVeryLong_IsCutAndListedInFullOnEveryPage()
    {
        var name = new string('N', 400);
        var given = Bad with { Partners = [new() { Name = name, Role = PartnerRole.NonLead, ActiveInDecisions = false }, new() { Name = "B", Role = PartnerRole.Lead }] };
        foreach (var html in new[] { Evaluator.Compare(given, Cleared).ToHtml(), Evaluator.Timeline([given, Cleared]).ToHtml(), Evaluator.Evaluate(PerspectiveSet.Of([new("A", given), new("B", given)])).ToHtml() })
        {
            html.Should().Contain("Names that are cut in this report");
            html.Split(name).Should().HaveCount(2, "it is listed in full once");
        }
    }

    /// <summary>What one rule says of several partners is one entry.</summary>
    [Fact]
    public void ToHtml_SameFindingOfSeveralPartners_IsOneEntryOfThePerspectives()
    {
        var view = new Collaboration { Partners = [.. new[] { "Ann", "Bob", "Cy" }.Select(name => new Partner { Name = name, ObjectivesDeclared = false })] };
        var assessed = Evaluator.Evaluate(PerspectiveSet.Of([new("A", view), new("B", view)]));
        var finding = assessed.Merged.Findings.First(finding => finding.Level is not null && finding.Subject == "Ann");
        assessed.Merged.Findings.Should().Contain(each => each.Code == finding.Code && each.Subject == "Cy");
        var text = new HtmlDocument(assessed.ToHtml(new() { ShowNames = true })).Text.Replace("&#39;", "'", StringComparison.Ordinal);
        text.Split(finding.Title + ".").Should().HaveCount(2);
        text.Should().Contain("The same of: Bob, Cy.");
        assessed.ToMarkdown().Split(finding.Title + ".").Should().HaveCount(2);
    }

    /// <summary>The last column lies within the picture, its border with it.</summary>
    [Fact]
    public void ToHtml_Timeline_DrawsTheBorderOfTheLastColumn()
    {
        var html = Evaluator.Timeline([Bad, Cleared]).ToHtml();
        html.Should().Contain("viewBox=\"0 0 1116 205\"").And.Contain("<rect x=\"1015\"").And.NotContain("<rect x=\"1016\"");
    }

    [Fact]
    public void ToHtml_FindingThatVanished_IsClearedOnlyWhereSomethingShowsIt()
    {
        var cleared = new HtmlDocument(Evaluator.Compare(Bad, Cleared).ToHtml()).Text;
        cleared.Should().Contain(" Cleared No shared vision (High)").And.NotContain("It fell, but nothing shows an improvement");
        var forgotten = new HtmlDocument(Evaluator.Compare(Bad, Forgotten).ToHtml()).Text;
        forgotten.Should().MatchRegex("No longer known: nothing shows that it is over .*No shared vision \\(High\\)").And.Contain("It fell, but nothing shows an improvement").And.NotContain(" Cleared ");
    }

    [Fact]
    public void ToHtml_LaterDayBeforeAnEarlierOne_SaysThatTheOrderMayBeWrong()
    {
        var (later, earlier) = (Bad with { AsOf = new DateOnly(2026, 1, 1) }, Cleared with { AsOf = new DateOnly(2025, 1, 1) });
        new HtmlDocument(Evaluator.Compare(later, earlier).ToHtml()).Text.Should().Contain("Look at the order. The facts after are as of 2025-01-01, which is before 2026-01-01.");
        Evaluator.Compare(later, earlier).ToMarkdown().Should().Contain("**Look at the order.** The facts after are as of 2025-01-01");
        Evaluator.Compare(earlier, later).ToHtml().Should().NotContain("Look at the order");
    }

    [Fact]
    public void ToHtml_Timeline_SaysOfEachDayWhatWasShown()
    {
        var text = new HtmlDocument(Evaluator.Timeline([Bad, Forgotten]).ToHtml()).Text;
        text.Should().Contain("no longer known").And.Contain("1 Jan 2024").And.Contain("1 Jan 2025").And.NotContain(" cleared ");
        new HtmlDocument(Evaluator.Timeline([Bad, Cleared]).ToHtml()).Text.Should().Contain(" cleared ");
    }

    [Fact]
    public void ToHtml_Perspectives_TellWhoSaysWhatOnlyInALargeEnoughGroup()
    {
        var few = new HtmlDocument(Views(3).ToHtml()).Text;
        few.Should().NotContain("Holder").And.NotContain("Who says what").And.Contain("Answers given: no; yes").And.Contain("With fewer than 4 views");
        var letters = new HtmlDocument(Views(4).ToHtml()).Text;
        letters.Should().NotContain("Holder").And.Contain("Who says what").And.Contain("letters alone do not hide who said what");
        new HtmlDocument(Views(3).ToHtml(new() { SmallestGroup = 3 })).Text.Should().NotContain("Holder").And.Contain("Who says what");
        new HtmlDocument(Views(3).ToHtml(new() { ShowNames = true })).Text.Should().Contain("Holder 1").And.Contain("Who says what");
        Invoking(() => new PerspectiveReportOptions { SmallestGroup = 1 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void ToHtml_Perspectives_SayEachMatterOnceAndHoldersInOneOrder()
    {
        var assessed = Evaluator.Evaluate(PerspectiveSet.Of(Enumerable.Range(1, 6).Select(holder => new Perspective(
            $"Holder {holder}", new() { Vision = new() { Exists = holder % 2 == 0 }, Culture = new() { ObservedTensions = new() { Identity = true } }, Leadership = new() { MitigatesGrievances = false } }))));
        var matter = assessed.Merged.Groups.First(group => group.Consequences.Any(finding => finding.Level is not null));

        var text = new HtmlDocument(assessed.ToHtml()).Text;

        var together = text[text.LastIndexOf("What the answers show together", StringComparison.Ordinal)..];
        together.Should().Contain("With it: " + matter.Consequences.First(finding => finding.Level is not null).Title);
        together.Split(matter.Root.Title).Should().HaveCount(2);
        text.Should().MatchRegex("A(, [B-F]){2} ?: (no|yes); [B-F](, [B-F]){2} ?: (no|yes)");
    }

    [Fact]
    public void ToHtml_Portfolio_KeepsWhatCannotBeAssessedApart()
    {
        var portfolio = Portfolio.Of("Ours", [new("nothing", Cases.Of("nothing")), new("", Evaluator.Evaluate(Bad)), new("zero", Evaluator.Evaluate(Cleared))], ["c.json: not JSON"]);
        portfolio.Entries.Select(entry => entry.Name).Should().Equal(Cases.Markup.Trim(), "zero", "nothing");
        var text = new HtmlDocument(portfolio.ToHtml()).Text;
        text.Should().Contain("High is shown in 1 of 3. 1 cannot be assessed yet.").And.Contain("“Not assessable” does not mean low risk").And.Contain("c.json: not JSON");
        text.IndexOf("Not assessable yet", StringComparison.Ordinal).Should().BePositive();
    }

    [Fact]
    public void Of_PortfolioWithoutTitleOrEntry_Throws()
    {
        Invoking(() => Portfolio.Of(" ", [])).Should().Throw<ArgumentException>();
        Invoking(() => Portfolio.Of("x", [null!])).Should().Throw<ArgumentNullException>();
        Invoking(() => new PortfolioEntry("x", null!)).Should().Throw<ArgumentNullException>();
        Portfolio.Of("x", []).ToString().Should().Be("x: 0");
    }

    [Fact]
    public void ToHtml_Null_Throws()
    {
        Invoking(() => ((AssessmentDifference)null!).ToHtml()).Should().Throw<ArgumentNullException>();
        Invoking(() => ((Timeline)null!).ToHtml()).Should().Throw<ArgumentNullException>();
        Invoking(() => ((PerspectiveAssessment)null!).ToHtml()).Should().Throw<ArgumentNullException>();
        Invoking(() => ((Portfolio)null!).ToHtml()).Should().Throw<ArgumentNullException>();
    }

    /// <summary>Views that agree on trust and not on the vision, where each knows something alone.</summary>
    private static PerspectiveAssessment Views(int count) => Evaluator.Evaluate(PerspectiveSet.Of(Enumerable.Range(1, count).Select(holder => new Perspective(
        $"Holder {holder}",
        Bad with { Name = "Unit <b>", Vision = new() { Exists = holder % 2 == 0 }, Workload = holder == 1 ? new() { Overload = true } : new() }))));
}
