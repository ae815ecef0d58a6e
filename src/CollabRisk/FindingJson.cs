using System.Text.Json;
using CollabRisk.Evidence;
using CollabRisk.Json;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>How findings of an assessment are written as JSON. Most of what one says is the same in every finding of its case.</summary>
/// <remarks>What is the same follows from how <see cref="FindingWriter"/> makes findings. Tests write random ones both ways, copied and anew.</remarks>
internal static class FindingJson
{
    /// <summary>All that a finding says.</summary>
    public static ObjectFormat<Case, Finding> Full { get; } = InFull();

    /// <summary>What a reader acts on, and what limits it.</summary>
    public static ObjectFormat<Case, Finding> Compact { get; } = InShort();

    private static readonly ObjectFormat<Recommendation, Recommendation> Step = ObjectFormat.OfSame<Recommendation>(AssessmentJson.WriteRecommendation);

    // Both are made in methods, where the compiler keeps the delegates of the writers that a description names; in an initializer it makes them at every call.
    private static ObjectFormat<Case, Finding> InFull() => new(
        finding => finding.Case,
        (Always, (json, finding) => json.WriteString("code", finding.Code)),
        (Always, (json, finding) => json.WriteWord<FindingKind>("kind", finding.Kind)),
        (WithoutModerators, (json, finding) => json.WriteRange("level", finding.Level)),
        (Always, (json, finding) => json.WriteWord<Confidence>("confidence", finding.Confidence)),
        (OfNoPartner, (json, finding) => json.WriteString("subject", finding.Subject)),
        (Always, (json, finding) => json.WriteString("title", finding.Title)),
        (WithPlainMessage, (json, finding) => json.WriteString("message", finding.Message)),
        (Never, (json, finding) => json.WriteList("facts", finding.Facts, AssessmentJson.WriteFact)),
        (Always, (json, finding) => json.WriteList("claims", finding.Claims, AssessmentJson.WriteClaim)),
        (WithoutModerators, (json, finding) => json.WriteList("moderatedBy", finding.ModeratedBy, AssessmentJson.WriteModerator)),
        (finding => finding.Rule.Precedents.Count == 0, (json, finding) => json.WriteWords("buildsOn", finding.BuildsOn)),
        (WithoutSteps, (json, finding) => json.WriteList("recommendations", finding.Recommendations, WriteStep)),
        (WithoutSteps, (json, finding) => json.WriteList("inPlace", finding.InPlace, WriteStep)),
        (Always, (json, finding) => json.WriteWords("caveats", finding.Caveats)),
        (WithoutModerators, (json, finding) => json.WriteWord("cappedAt", finding.CappedAt)),
        (Always, (json, finding) => json.WriteString("levelReason", finding.LevelReason)),
        (finding => finding.Rule.LeadsTo.Count == 0, (json, finding) => json.WriteWords("leadsTo", finding.LeadsTo)),
        (Always, (json, finding) => json.WriteString("chapter", finding.Rule.Chapter)),
        (Always, (json, finding) => json.WriteWords("notes", finding.Notes)),
        (finding => finding.Rule.Tensions.Count == 0, (json, finding) => json.WriteWords("tensions", finding.Tensions, static tension => tension.Id)),
        (WithoutModerators, (json, finding) => json.WriteList("overrides", finding.Overrides, AssessmentJson.WriteOverride)),
        (Always, (json, finding) => json.WriteObject("ownLevel", finding.OwnLevel, WriteLevel)),
        (OfNoPartner, (json, finding) => json.WriteString("fingerprint", finding.Fingerprint)),
        (finding => finding.Rule.Roots.Count == 0 && finding.Rule.Cases.Count == 1, (json, finding) => json.WriteString("root", finding.Root)),
        (OfNoPartner, (json, finding) => json.WriteString("subjectInWords", finding.SubjectInWords)));

    private static ObjectFormat<Case, Finding> InShort() => new(
        finding => finding.Case,
        (Never, AssessmentJson.WriteReference),
        (Always, (json, finding) => json.WriteWord<Confidence>("confidence", finding.Confidence)),
        (Always, (json, finding) => json.WriteString("title", finding.Title)),
        (WithPlainMessage, (json, finding) => json.WriteString("message", finding.Message)),
        (Always, (json, finding) => json.WriteWords("claims", finding.Claims, static claim => claim.Id)),
        (WithoutSteps, (json, finding) => json.WriteList("recommendations", finding.Recommendations, WriteStep)),
        (WithoutSteps, (json, finding) => json.WriteList("inPlace", finding.InPlace, WriteStep)),
        (Always, (json, finding) => json.WriteWords("caveats", finding.Caveats)),
        (OfNoPartner, (json, finding) => json.WriteString("subjectInWords", finding.SubjectInWords)));

    public static void WriteLevel(Utf8JsonWriter json, LevelBasis level)
    {
        json.WriteWord<Level>("level", level.Level);
        json.WriteString("reason", level.Reason);
    }

    private static void WriteStep(Utf8JsonWriter json, Recommendation step) => Step.WriteProperties(json, step);

    private static bool Always(Finding finding) => true;

    private static bool Never(Finding finding) => false;

    private static bool OfNoPartner(Finding finding) => !finding.Rule.IsPerPartner;

    private static bool WithoutModerators(Finding finding) => finding.Case.Moderators.Count == 0;

    /// <summary>Whether no fact says that a step of the advice is done.</summary>
    private static bool WithoutSteps(Finding finding) => finding.Rule.DoneWhen.Count == 0;

    /// <summary>Whether the message names no partner, has no facts in it and does not say whether the advice is followed.</summary>
    private static bool WithPlainMessage(Finding finding) => OfNoPartner(finding) && WithoutSteps(finding) && !finding.Case.Says.Facts.Any();
}
