using System.Text.Json;
using CollabRisk.Evidence;
using CollabRisk.Json;
using CollabRisk.Rules;
using static CollabRisk.Json.ObjectFormat;
using Property = (System.Func<CollabRisk.Finding, bool> IsRepeated, System.Action<System.Text.Json.Utf8JsonWriter, CollabRisk.Finding> Write);

namespace CollabRisk;

/// <summary>How findings of an assessment are written as JSON. Most of what one says is the same in every finding of its case.</summary>
/// <remarks>What is the same follows from how <see cref="FindingWriter"/> makes findings. Tests write random ones both ways, copied and anew.</remarks>
internal static class FindingJson
{
    /// <summary>All that a finding says.</summary>
    public static ObjectFormat<Finding> Full { get; } = InFull();

    /// <summary>What a reader acts on, and what limits it.</summary>
    public static ObjectFormat<Finding> Compact { get; } = InShort();

    private static readonly RepeatedObjects<Recommendation> Steps = new(AssessmentJson.WriteRecommendation);

    /// <summary>How many forms findings of a case have in full.</summary>
    private const int FullForms = 16;

    // Made in methods, because the compiler keeps delegates of methods that lambdas name there, and not in initializers.
    private static ObjectFormat<Finding> InFull() => new(
        static finding => ref finding.Rule.WrittenInFull,
        static finding => finding.Rule.Cases.Length * FullForms,
        static finding => (finding.CaseNumber * FullForms) + FormOf(finding),
        (Always, (json, finding) => json.WriteString("code", finding.Code)),
        (Always, (json, finding) => json.WriteWord<FindingKind>("kind", finding.Kind)),
        (WithoutModerators, (json, finding) => json.WriteRange("level", finding.Level)),
        Confidence(),
        (OfNoPartner, (json, finding) => json.WriteString("subject", finding.Subject)),
        Title(),
        Message(),
        (Never, (json, finding) => AssessmentJson.WriteFacts(json, finding.Facts)),
        (Always, (json, finding) => json.WriteList("claims", finding.Claims, AssessmentJson.WriteClaim)),
        (WithoutModerators, (json, finding) => json.WriteList("moderatedBy", finding.ModeratedBy, AssessmentJson.WriteModerator)),
        (WithoutLinks, (json, finding) => json.WriteWords("buildsOn", finding.BuildsOn)),
        Recommendations(),
        InPlace(),
        Caveats(),
        (WithoutModerators, (json, finding) => json.WriteWord("cappedAt", finding.CappedAt)),
        (Always, (json, finding) => json.WriteString("levelReason", finding.LevelReason)),
        (WithoutLinks, (json, finding) => json.WriteWords("leadsTo", finding.LeadsTo)),
        (Always, (json, finding) => json.WriteString("chapter", finding.Rule.Chapter)),
        (Always, (json, finding) => json.WriteWords("notes", finding.Notes)),
        (finding => finding.Tensions.Count == 0, (json, finding) => json.WriteWords("tensions", finding.Tensions, static tension => tension.Id)),
        (WithoutModerators, (json, finding) => json.WriteList("overrides", finding.Overrides, AssessmentJson.WriteOverride)),
        (Always, (json, finding) => json.WriteObject("ownLevel", finding.OwnLevel, WriteLevel)),
        (OfNoPartner, (json, finding) => json.WriteString("fingerprint", finding.Fingerprint)),
        (finding => finding.IsRoot, (json, finding) => json.WriteString("root", finding.Root)),
        SubjectInWords());

    private static ObjectFormat<Finding> InShort() => new(
        static finding => ref finding.Rule.WrittenInShort,
        static finding => finding.Rule.Cases.Length * 2,
        static finding => (finding.CaseNumber * 2) + (WithNothingDone(finding) ? 1 : 0),
        (Never, AssessmentJson.WriteReference),
        Confidence(),
        Title(),
        Message(),
        (Always, (json, finding) => json.WriteWords("claims", finding.Claims, static claim => claim.Id)),
        Recommendations(),
        InPlace(),
        Caveats(),
        SubjectInWords());

    private static Property Confidence() => (Always, (json, finding) => json.WriteWord<Confidence>("confidence", finding.Confidence));

    private static Property Title() => (Always, (json, finding) => json.WriteString("title", finding.Title));

    private static Property Message() => (WithPlainMessage, (json, finding) => json.WriteString("message", finding.Message));

    private static Property Recommendations() => (WithNothingDone, (json, finding) => json.WriteList("recommendations", finding.Recommendations, WriteStep));

    private static Property InPlace() => (WithNothingDone, (json, finding) => json.WriteList("inPlace", finding.InPlace, WriteStep));

    private static Property Caveats() => (Always, (json, finding) => json.WriteWords("caveats", finding.Caveats));

    private static Property SubjectInWords() => (OfNoPartner, (json, finding) => json.WriteString("subjectInWords", finding.SubjectInWords));

    public static void WriteLevel(Utf8JsonWriter json, LevelBasis level)
    {
        json.WriteWord<Level>("level", level.Level);
        json.WriteString("reason", level.Reason);
    }

    private static void WriteStep(Utf8JsonWriter json, Recommendation step) => Steps.WriteProperties(json, step);

    private static bool OfNoPartner(Finding finding) => !finding.Rule.IsPerPartner;

    private static bool WithoutModerators(Finding finding) => finding.Case.Moderators.Length == 0;

    /// <summary>Whether all of the advice is still to be followed.</summary>
    private static bool WithNothingDone(Finding finding) => finding.InPlace.Count == 0;

    /// <summary>Whether it neither builds on other findings nor leads to any.</summary>
    private static bool WithoutLinks(Finding finding) => finding.BuildsOn.Count == 0 && finding.LeadsTo.Count == 0;

    /// <summary>Whether the message names no partner, has no facts in it and does not say that the advice is followed.</summary>
    private static bool WithPlainMessage(Finding finding) => OfNoPartner(finding) && WithNothingDone(finding) && !finding.Case.Says.Facts.Any();

    /// <summary>The form of a finding: one bit for each thing that most findings are without and others of the same case may have.</summary>
    private static int FormOf(Finding finding) =>
        (WithNothingDone(finding) ? 1 : 0) | (WithoutLinks(finding) ? 2 : 0) | (finding.Tensions.Count == 0 ? 4 : 0) | (finding.IsRoot ? 8 : 0);
}
