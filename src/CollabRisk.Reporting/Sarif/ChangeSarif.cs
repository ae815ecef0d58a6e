using System.Text.Json;
using CollabRisk.Comparing;
using CollabRisk.Json;
using CollabRisk.Reporting.Content;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Sarif;

/// <summary>
/// States of a collaboration as SARIF 2.1.0. The run is of the last state, and each result says how it compares with the one before
/// (<c>baselineState</c>). What is not raised any more is a result too: tools take one that is missing for one that was mended, and a finding that
/// is only no longer known was not.
/// </summary>
internal static class ChangeSarif
{
    public static string Of(AssessmentDifference difference)
    {
        var changes = difference.Findings.ToDictionary(change => change.Fingerprint, StringComparer.Ordinal);
        return Write(
            difference.After,
            finding => changes.GetValueOrDefault(finding.Fingerprint)?.Kind switch
            {
                DifferenceKind.Added => "new",
                DifferenceKind.Changed => "updated",
                _ => "unchanged",
            },
            [.. difference.Findings.Where(change => change.End is not null).Select(change => new Ended(change.Latest.Rule, change.Fingerprint, change.Latest.Title, change.Latest.SubjectInWords, change.End!.Value, _ => { }))],
            (_, _) => { },
            json =>
            {
                json.WriteStartObject("before");
                WriteRange(json, difference.Before.Overall);
                json.WriteEndObject();
                json.WriteBoolean("sameRules", difference.SameRules);
                json.WriteBoolean("fellByForgetting", difference.FellByForgetting);
                WriteMoves(json, difference);
            });
    }

    public static string Of(Timeline timeline)
    {
        var last = timeline.Assessments[^1];
        var courses = timeline.Findings.ToDictionary(course => course.Fingerprint, StringComparer.Ordinal);
        return Write(
            last,
            timeline.Days.Count == 1 ? _ => null : finding => courses[finding.Fingerprint].Points[^2] switch
            {
                { IsRaised: false } => "new",
                var before when before.Level != finding.Level => "updated",
                _ => "unchanged",
            },
            [.. timeline.Findings.Where(course => course.End is not null).Select(course => new Ended(RuleOf(timeline, course), course.Fingerprint, course.Title, course.SubjectInWords, course.End!.Value, json => WriteCourse(json, course)))],
            (json, finding) => WriteCourse(json, courses[finding.Fingerprint]),
            json =>
            {
                json.WriteList("days", timeline.Days.Zip(timeline.Assessments), static (json, each) =>
                {
                    json.WriteString("day", CalendarDay.Write(each.First));
                    WriteRange(json, each.Second.Overall);
                    json.WriteNumber("knownFacts", each.Second.KnownFacts);
                });
                json.WriteBoolean("sameRules", timeline.Steps.All(step => step.SameRules));
                json.WriteBoolean("fellByForgetting", timeline.Steps.Any(step => step.FellByForgetting));
                HostNote.Write(json, timeline.HostNotes);
            });
    }

    private static string Write(
        Assessment now, Func<Finding, string?> baseline, IReadOnlyList<Ended> ended, Action<Utf8JsonWriter, Finding> more, Action<Utf8JsonWriter> properties)
    {
        var rules = AssessmentSarif.RulesOf(now.Findings.Select(finding => finding.Rule).Concat(ended.Select(each => each.Rule)));
        return SarifLog.Write(new SarifRun(
            json => rules.ForEach(rule => AssessmentSarif.WriteRule(json, rule)),
            AssessmentSarif.FailuresOf(now),
            json =>
            {
                foreach (var finding in now.Findings)
                {
                    AssessmentSarif.WriteResult(json, finding, AssessmentSarif.PlaceOf(finding.Code, rules), baseline(finding), writer => more(writer, finding));
                }

                foreach (var each in ended)
                {
                    WriteEnded(json, each, AssessmentSarif.PlaceOf(each.Rule.Code, rules));
                }
            },
            json =>
            {
                AssessmentSarif.WriteProperties(json, now);
                properties(json);
            }));
    }

    private static void WriteEnded(Utf8JsonWriter json, Ended ended, int rule)
    {
        var isOver = ended.End is FindingEnd.Cleared or FindingEnd.NoLongerApplies;
        json.WriteStartObject();
        json.WriteString("ruleId", ended.Rule.Code);
        json.WriteNumber("ruleIndex", rule);

        // That a strength is gone is not a check that was passed.
        json.WriteString("kind", !ended.Rule.HasLevel ? "informational" : ended.End switch { FindingEnd.Cleared => "pass", FindingEnd.NoLongerApplies => "notApplicable", _ => "open" });
        json.WriteString("level", "none");
        json.WriteString("baselineState", isOver ? "absent" : "updated");
        SarifLog.WriteText(json, "message", $"{Words.Capitalize(Words.Humanize($"{ended.End}"))}{(isOver || !ended.Rule.HasLevel ? "" : ", so that nothing shows that it is over")}: {ended.Title}{(ended.Subject is null ? "" : $" ({ended.Subject})")}.");
        SarifLog.WriteFacts(json, ended.Rule.Facts.Select(fact => fact.Path));
        json.WriteStartObject("partialFingerprints");
        json.WriteString("collabrisk/v1", ended.Fingerprint);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("findingKind", Words.CamelCase($"{ended.Rule.Kind}"));
        json.WriteString("end", Words.CamelCase($"{ended.End}"));
        ended.More(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCourse(Utf8JsonWriter json, FindingCourse course) => json.WriteList("course", course.Points, (json, point) =>
    {
        json.WriteString("day", CalendarDay.Write(point.Day));
        json.WriteString("state", Courses.InWords(course, point));
    });

    private static void WriteMoves(Utf8JsonWriter json, AssessmentDifference difference) => json.WriteList("facts", difference.Facts, static (json, move) =>
    {
        json.WriteString("fact", move.Path);
        json.WriteString("before", move.Before);
        json.WriteString("after", move.After);
    });

    private static void WriteRange(Utf8JsonWriter json, OverallRange range)
    {
        json.WriteBoolean("assessable", range.Assessable);
        json.WriteString("atLeast", range.AtLeast.ToString());
        json.WriteString("atMost", range.AtMost.ToString());
    }

    /// <summary>The rule as the latest book that has it has it.</summary>
    private static Rule RuleOf(Timeline timeline, FindingCourse course) =>
        timeline.Assessments.Reverse().Select(assessment => assessment.RuleBook.Find(course.Code)).First(rule => rule is not null)!;

    /// <summary>A finding that is not raised any more.</summary>
    private sealed record Ended(Rule Rule, string Fingerprint, string Title, string? Subject, FindingEnd End, Action<Utf8JsonWriter> More);
}
