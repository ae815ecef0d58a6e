using CollabRisk.Conditions;
using CollabRisk.Rules;

namespace CollabRisk.Tests.Knowledge;

/// <summary>Every row of the tables of cases holds, and every rule has the rows it needs.</summary>
public class RuleCasesTests
{
    public static TheoryData<RuleCase> Rows => [.. RuleCases.All];

    public static TheoryData<string> Codes => [.. RuleCases.Book.Rules.Select(rule => rule.Code)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Evaluate_CaseOfTable_ComesToWhatTheTableSays(RuleCase row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var assessment = RuleCases.Evaluator.Evaluate(FactText.Read(row.Facts, RuleCases.Book.Facts));
        var where = $"{row.File}({row.Line}) says so of {row.Code}";
        var outcome = assessment.Outcomes.Should().ContainKey(row.Code, where).WhoseValue;

        var words = row.Expected.Split(' ', 4);
        if (words[0] != "raises")
        {
            var expected = Enum.Parse<Outcome>(row.Expected.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);
            outcome.Outcome.Should().Be(expected, where);
            return;
        }

        var findings = assessment.Findings.Where(finding => finding.Code == row.Code).ToList();
        findings.Should().NotBeEmpty(where);
        var subject = words.SkipWhile(word => word != "for").Skip(1).ToArray() is { Length: > 0 } rest ? string.Join(' ', rest) : null;
        var finding = subject is null ? findings[0] : findings.Find(f => f.Subject == subject);
        finding.Should().NotBeNull(
            $"{row.File}({row.Line}): no finding of {row.Code} is about '{subject}', only about {string.Join(", ", findings.Select(f => f.Subject))}.");
        if (finding.Level is { } level)
        {
            // A table that names one level leaves out the moderators of which its row says nothing.
            var said = string.Join(' ', words.Skip(1).TakeWhile(word => word != "for"));
            var known = (Level)Math.Clamp(
                (int)finding.Case.Level!.Level + finding.ModeratedBy.Sum(by => by.Direction == Direction.Raised ? 1 : -1), (int)Level.Low, (int)finding.Rule.Cap);
            (said == $"{level}" || said == $"{known}").Should().BeTrue(
                $"{row.File}({row.Line}): {row.Code} is raised at {level}, the table says '{row.Expected}'.");
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Tables_EveryRule_IsRaisedClearAndUndetermined(string code)
    {
        var rows = RuleCases.All.Where(row => row.Code == code).ToList();

        // A data gap that only asks what is unknown is always raised or clear.
        var isNeverOpen = RuleCases.Book.Find(code) is { Kind: FindingKind.DataGap } gap
            && (gap.AppliesWhen is null || AsksUnknown(gap.AppliesWhen)) && gap.Cases.All(v => v.AppliesWhen is null && AsksUnknown(v.When));
        foreach (var needed in (string[])(isNeverOpen ? ["raises", "clear"] : ["raises", "clear", "undetermined"]))
        {
            rows.Should().Contain(row => row.Expected.StartsWith(needed, StringComparison.Ordinal), "a table must have a row '{0} | {1}'", code, needed);
        }
    }

    /// <summary>Whether a condition is settled whatever is unknown: each fact is asked whether it is known, alone or with a value that would do too.</summary>
    private static bool AsksUnknown(Condition condition) => condition switch
    {
        UnknownTest => true,
        Not not => AsksUnknown(not.Children[0]),
        AnyOf any => any.Children.Any(AsksUnknown),
        AllOf all => all.Children.All(AsksUnknown),
        _ => false,
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void Tables_EveryModerator_ActsInSomeRow(string code)
    {
        var rule = RuleCases.Book.Find(code)!;
        var acted = RuleCases.All
            .Where(row => row.Code == code && row.Expected.StartsWith("raises", StringComparison.Ordinal))
            .SelectMany(row => RuleCases.Evaluator.Evaluate(FactText.Read(row.Facts, RuleCases.Book.Facts)).Findings)
            .Where(finding => finding.Code == code)
            .SelectMany(finding => finding.ModeratedBy)
            .ToHashSet();
        foreach (var moderator in rule.Moderators)
        {
            acted.Should().Contain(moderator, "a row of {0} must show '{1}' acting", code, moderator.Because);
        }
    }
}
