using System.Text.Json;
using CollabRisk.Json;

namespace CollabRisk.Comparing;

/// <summary>Writes timelines as JSON.</summary>
internal static class TimelineJson
{
    public const string SchemaId = "collabrisk/timeline/1";

    public static void Write(Utf8JsonWriter json, Timeline timeline)
    {
        json.WriteList("days", timeline.Assessments, WriteDay);
        json.WriteAnswers("steps", timeline.Steps);
        json.WriteList("findings", timeline.Findings, WriteCourse);
        HostNote.Write(json, timeline.HostNotes);
    }

    private static void WriteDay(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteDay("day", assessment.Collaboration.AsOf);
        json.WriteRange("overall", assessment.Overall);
        json.WriteStartObject("facts");
        json.WriteNumber("known", assessment.KnownFacts);
        json.WriteNumber("total", assessment.TotalFacts);
        json.WriteEndObject();
        json.WriteNumber("matters", FindingGroup.CountRisks(assessment.Findings));
        json.WriteWord<Level>("worstSwitchedOff", assessment.WorstSwitchedOff);
    }

    private static void WriteCourse(Utf8JsonWriter json, FindingCourse course)
    {
        json.WriteString("fingerprint", course.Fingerprint);
        json.WriteString("code", course.Code);
        json.WriteString("subject", course.Subject);
        json.WriteWord<FindingKind>("kind", course.Kind);
        json.WriteString("root", course.Root);
        json.WriteString("title", course.Title);
        json.WriteDay("from", course.From);
        json.WriteDay("until", course.Until);
        json.WriteWord("end", course.End);
        json.WriteList("points", course.Points, WritePoint);
    }

    private static void WritePoint(Utf8JsonWriter json, FindingPoint point)
    {
        json.WriteDay("day", point.Day);
        json.WriteWord("outcome", point.Outcome);
        json.WriteRange("level", point.Level);
    }
}
