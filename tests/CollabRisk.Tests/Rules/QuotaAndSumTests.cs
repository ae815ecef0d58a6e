using System.Globalization;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Tests.Rules;

/// <summary>Shares of the partners, sums over them, numbers of conditions and days: their values, with what is known written out.</summary>
public class QuotaAndSumTests
{
    /// <summary>Partners by what they say: y, n, ? for unknown, - for does not apply. After a slash how many partners there are.</summary>
    [Theory]
    [InlineData("most partners", "yyn", "Raised")]
    [InlineData("most partners", "yynn", "Clear")]
    [InlineData("most partners", "yy?n", "Undetermined")]
    [InlineData("most partners", "yyy?", "Raised")]
    [InlineData("most partners", "y?nn", "Clear")]
    [InlineData("most partners", "yyy/5", "Raised")]
    [InlineData("most partners", "yyy/6", "Undetermined")]
    [InlineData("most partners", "nnn/6", "Clear")]
    [InlineData("most partners", "nnn/7", "Undetermined")]
    [InlineData("most partners", "y", "Undetermined")]
    [InlineData("most partners", "n", "Undetermined")]
    [InlineData("most partners", "", "Undetermined")]
    [InlineData("half", "yynn", "Raised")]
    [InlineData("half", "ynn", "Clear")]
    [InlineData("half", "y?n", "Undetermined")]
    [InlineData("two thirds", "yyn", "Raised")]
    [InlineData("two thirds", "yynn", "Clear")]
    [InlineData("more than two thirds", "yyn", "Clear")]
    [InlineData("more than two thirds", "yyyn", "Raised")]
    [InlineData("most partners", "yy-", "Raised")]
    [InlineData("most partners", "yn-", "NotApplicable")]
    [InlineData("not most", "ynn", "Raised")]
    [InlineData("not most", "yyn", "Clear")]
    [InlineData("not most", "y?n", "Undetermined")]
    [InlineData("not most", "y--", "NotApplicable")]
    [InlineData("not most", "n--", "NotApplicable")]
    [InlineData("not most", "nn-", "Raised")]
    public void Evaluate_ShareOfPartners_CountsThoseThatAreNotListedInTheWhole(string rule, string partners, string outcome)
    {
        var evaluator = TestPack.Evaluator(chapter =>
        {
            chapter.AContext("MOST").When(c => c.Partners.Most(p => p.ObjectivesDeclared == true));
            chapter.AContext("HALF").When(c => c.Partners.AtLeastShare(1, 2, p => p.ObjectivesDeclared == true));
            chapter.AContext("TWO-THIRDS").When(c => c.Partners.AtLeastShare(2, 3, p => p.ObjectivesDeclared == true));
            chapter.AContext("OVER").When(c => c.Partners.MoreThanShare(2, 3, p => p.ObjectivesDeclared == true));
            chapter.AContext("NOT-MOST").When(c => !c.Partners.Most(p => p.ObjectivesDeclared == true));
        });
        var code = rule switch { "most partners" => "MOST", "half" => "HALF", "two thirds" => "TWO-THIRDS", "more than two thirds" => "OVER", _ => "NOT-MOST" };
        Outcome(evaluator, code, Of(partners, (partner, given) => given switch
        {
            "-" => partner with { NotApplicable = ["objectivesDeclared"] },
            _ => partner with { ObjectivesDeclared = given switch { "y" => true, "n" => false, _ => null } },
        })).Should().Be(outcome);
    }

    /// <summary>Shares of the benefit, each from 0 to 100.</summary>
    [Theory]
    [InlineData("60 40", "Clear", "Clear")]
    [InlineData("60 30", "Raised", "Clear")]
    [InlineData("60 ?", "Undetermined", "Undetermined")]
    [InlineData("60 50 ?", "Clear", "Raised")]
    [InlineData("100 ?", "Clear", "Undetermined")]
    [InlineData("60 30 /3", "Undetermined", "Undetermined")]
    [InlineData("60 50 /4", "Clear", "Raised")]
    [InlineData("60", "Undetermined", "Undetermined")]
    [InlineData("60 30 -", "Raised", "NotApplicable")]
    [InlineData("- -", "NotApplicable", "NotApplicable")]
    [InlineData("- ?", "Undetermined", "NotApplicable")]
    [InlineData("? ?", "Undetermined", "Undetermined")]
    public void Evaluate_SumOverPartners_IsDecidedOnceWhatIsUnknownCannotChangeIt(string shares, string below, string above)
    {
        var evaluator = TestPack.Evaluator(chapter =>
        {
            chapter.AContext("BELOW").When(c => c.Partners.SumOf(p => p.BenefitShare) < 100);
            chapter.AContext("ABOVE").When(c => !(100 >= c.Partners.SumOf(p => p.BenefitShare)));
        });
        var given = Of(shares.Split(' ', StringSplitOptions.RemoveEmptyEntries), (partner, share) => share switch
        {
            "-" => partner with { NotApplicable = ["benefitShare"] },
            "?" => partner,
            _ => partner with { BenefitShare = decimal.Parse(share, CultureInfo.InvariantCulture) },
        });
        Outcome(evaluator, "BELOW", given).Should().Be(below);
        Outcome(evaluator, "ABOVE", given).Should().Be(above);
    }

    [Theory]
    [InlineData("2024-03-31", "2022-03-30", "Raised")]
    [InlineData("2024-03-31", "2022-03-31", "Clear")]
    [InlineData("2024-02-29", "2022-02-27", "Raised")]
    [InlineData("2024-02-29", "2022-02-28", "Clear")]
    [InlineData("2024-03-31", "2025-01-01", "Clear")]
    [InlineData("2024-03-31", null, "Undetermined")]
    [InlineData(null, "2022-03-30", "Undetermined")]
    public void Evaluate_OlderThanTwoYears_IsCountedFromTheDayOfTheFacts(string? asOf, string? reviewed, string outcome)
    {
        var assessment = ReviewPack.Evaluator.Evaluate(new Collaboration { AsOf = Day(asOf), Extensions = new() { ["rev.reviewed"] = Day(reviewed) } });
        $"{assessment.Outcomes["REV-REVIEW-OLD"].Outcome}".Should().Be(outcome);
        if (asOf is null)
        {
            assessment.Outcomes["REV-REVIEW-OLD"].OpenFacts.Select(fact => fact.Path).Should().Equal("asOf");
        }
    }

    [Theory]
    [InlineData("2024-03-30", "Clear", "Raised")]
    [InlineData("2024-03-31", "Raised", "Raised")]
    [InlineData("2024-09-30", "Raised", "Clear")]
    [InlineData("2024-10-01", "Clear", "Clear")]
    [InlineData("2024-03-01", "Clear", "Raised")]
    public void Evaluate_InTheNextSixMonthsAndOver_IncludesFirstAndLastDay(string ends, string soon, string over)
    {
        var assessment = ReviewPack.Evaluator.Evaluate(new Collaboration { AsOf = new(2024, 3, 31), Extensions = new() { ["rev.ends"] = Day(ends) } });
        $"{assessment.Outcomes["REV-ENDS-SOON"].Outcome}".Should().Be(soon);
        $"{assessment.Outcomes["REV-ENDED"].Outcome}".Should().Be(over);
    }

    [Theory]
    [InlineData(true, true, false, "Raised")]
    [InlineData(true, null, false, "Undetermined")]
    [InlineData(true, null, true, "Raised")]
    [InlineData(false, null, false, "Clear")]
    public void Evaluate_AtLeastTwoOf_IsDecidedByThoseThatAreKnown(bool? vision, bool? regular, bool? lead, string outcome)
    {
        var evaluator = TestPack.Evaluator(chapter => chapter.AContext("TWO").When(c => AtLeastOf(2, c.Vision.Exists == true, c.Communication.Regular == true, c.Governance.LeadOrganisation == true)));
        Outcome(evaluator, "TWO", new Collaboration { Vision = new() { Exists = vision }, Communication = new() { Regular = regular }, Governance = new() { LeadOrganisation = lead } }).Should().Be(outcome);
    }

    [Fact]
    public void OpenQuestions_DayComparedWithAsOf_HasTheDayOnWhichItTurns()
    {
        var assessment = ReviewPack.Evaluator.Evaluate(new Collaboration { AsOf = new(2024, 3, 31) });
        var question = assessment.OpenQuestions.Single(each => each.Fact.Path == "extensions.rev.reviewed");
        question.Answers.Select(answer => answer.Answer).Should().Contain("at most 2019-03-30").And.Contain("2019-03-31 to 2022-03-30");
    }

    [Fact]
    public void OpenQuestions_NumberInASum_HasTheNumberAtWhichItTurns()
    {
        var evaluator = TestPack.Evaluator(chapter => chapter.ARisk("BELOW").When(c => c.Partners.SumOf(p => p.BenefitShare) < 100));
        var assessment = evaluator.Evaluate(Of(["60", "?"], (partner, share) => share == "?" ? partner : partner with { BenefitShare = 60 }));
        assessment.OpenQuestions.Single(each => each.Fact.Name == "benefitShare").Answers.Select(answer => answer.Answer).Should().Equal("less than 40", "40 or more");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 3)]
    [InlineData(5, 3)]
    public void Build_ShareOfNoneOrAll_IsRefused(int part, int whole) =>
        TestPack.Problems(chapter => chapter.AContext("ALL").When(c => c.Partners.AtLeastShare(part, whole, p => p.ObjectivesDeclared == true)))
            .Should().ContainSingle().Which.What.Should().Contain("more than none and less than all");

    [Fact]
    public void Explain_Share_SaysHowManyAndOfWhom()
    {
        var evaluator = TestPack.Evaluator(chapter => chapter.ARisk("MOST").When(c => c.Partners.Most(p => p.ObjectivesDeclared == false)));
        var text = evaluator.Evaluate(Of("nny", (partner, given) => partner with { ObjectivesDeclared = given == "y" })).Explain("MOST").ToText();
        text.Should().Contain("this holds for more than half of the partners").And.Contain("P0");
    }

    private static string Outcome(CollaborationEvaluator evaluator, string code, Collaboration given) => $"{evaluator.Evaluate(given).Outcomes[code].Outcome}";

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Collaboration Of(string partners, Func<Partner, string, Partner> with) =>
        Of([.. partners.Split('/')[0].Select(each => $"{each}"), .. partners.Split('/').Skip(1).Select(count => $"/{count}")], with);

    private static Collaboration Of(IReadOnlyList<string> partners, Func<Partner, string, Partner> with)
    {
        var listed = partners.Where(each => each[0] != '/').Select((each, number) => with(new Partner { Name = string.Create(CultureInfo.InvariantCulture, $"P{number}") }, each));
        var count = partners.FirstOrDefault(each => each[0] == '/');
        return new Collaboration { Partners = [.. listed], PartnerCount = count is null ? null : int.Parse(count[1..], CultureInfo.InvariantCulture) };
    }
}
