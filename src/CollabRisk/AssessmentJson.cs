using System.Text.Json;
using CollabRisk.Evidence;
using CollabRisk.Json;
using CollabRisk.Questions;
using CollabRisk.Rules;
using static CollabRisk.Json.ObjectFormat;

namespace CollabRisk;

/// <summary>Writes assessments as JSON, and the parts of them that other answers write as well.</summary>
/// <remarks>
/// Properties are written in the order of the schema. Within one version of a schema properties are added at most, always
/// after those that were there.
/// </remarks>
internal static class AssessmentJson
{
    public const string SchemaId = "collabrisk/assessment/2";

    public const string CompactSchemaId = "collabrisk/compact-assessment/1";

    /// <summary>The compact form has so many open questions; the rest is counted.</summary>
    private const int MostQuestions = 10;

    // Facts are most of what is written anew, so the names of their properties are looked through once.
    private static readonly JsonEncodedText PathName = JsonEncodedText.Encode("path");
    private static readonly JsonEncodedText ValueName = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText FollowsFromName = JsonEncodedText.Encode("followsFrom");

    private static readonly RepeatedObjects<Source> Sources = new(WriteSource);

    /// <summary>Most findings are a matter of their own, of which all is the same as in other assessments.</summary>
    private static readonly ObjectFormat<FindingGroup> Groups = new(
        static group => ref group.Root.Rule.WrittenAsMatter,
        static group => group.Root.Rule.Cases.Length * 2,
        static group => (group.Root.CaseNumber * 2) + (OfOneWithNothingDone(group) ? 1 : 0),
        (group => !group.Root.Rule.IsPerPartner, (json, group) => json.WriteString("root", group.Root.Fingerprint)),
        (group => OfOneWithNothingDone(group) && group.Root.Case.Moderators.Length == 0, (json, group) => json.WriteRange("level", group.Level)),
        (OfOneWithNothingDone, (json, group) => json.WriteWords("consequences", group.Consequences, static finding => finding.Fingerprint)),
        (OfOneWithNothingDone, (json, group) => json.WriteWords("recommendations", group.Recommendations, static step => step.Code)));

    /// <summary>What is said of a rule that is in order, but for the facts that rule it out.</summary>
    private static readonly ObjectFormat<RuleInOrder> RulesInOrder = new(
        static inOrder => ref inOrder.Rule.WrittenInOrder,
        (Always, (json, inOrder) => json.WriteString("code", inOrder.Rule.Code)),
        (Always, (json, inOrder) => json.WriteString("title", inOrder.Rule.Title)),
        (Never, (json, inOrder) => WriteFacts(json, inOrder.Facts)));

    public static void Write(Utf8JsonWriter json, Assessment assessment, AssessmentDetail detail)
    {
        if (detail == AssessmentDetail.Full)
        {
            json.WriteDocument(SchemaId, assessment, WriteFull);
        }
        else
        {
            json.WriteDocument(CompactSchemaId, assessment, WriteCompact);
        }
    }

    private static void WriteFull(Utf8JsonWriter json, Assessment assessment)
    {
        var repeated = RepeatedBook.Of(assessment.RuleBook);
        WriteHead(json, assessment);
        json.WriteList("findings", assessment.Findings, FindingJson.Full.WriteProperties);
        json.WritePropertyName("outcomes");
        repeated.Outcomes.WriteTo(json, assessment.State);
        json.WritePropertyName("openQuestions");
        RepeatedQuestions.Write(json, assessment.OpenQuestions);
        WriteFactCount(json, assessment);
        json.WriteRepeated("ruleBook", repeated.RuleBook);
        json.WriteRepeated("notes", repeated.Notes);
        json.WriteList("errors", ErrorsOf(assessment), WriteError);
        json.WriteList("switchedOff", assessment.SwitchedOff, WriteSwitchedOff);
        json.WriteList("sources", SourcesOf(assessment), Sources.WriteProperties);
        json.WriteList("tensions", assessment.Tensions, WriteTension);
        json.WriteWords("unreadExtensions", assessment.UnreadExtensions);
        json.WriteList("hostFindings", assessment.HostFindings, WriteHostFinding);
        json.WriteWords("factNotes", assessment.FactNotes);
        WriteWhatItLooksLike(json, assessment);
        json.WriteList("inOrder", assessment.InOrder, WriteChapter);
    }

    /// <summary>What a reader acts on. What limits it stays with it: caveats, rules that failed, findings that are switched off.</summary>
    private static void WriteCompact(Utf8JsonWriter json, Assessment assessment)
    {
        WriteHead(json, assessment);
        json.WriteString("ruleBook", assessment.RuleBook.Digest);
        json.WriteStartObject("counts");
        WriteFactCount(json, assessment);
        json.WriteStartObject("rules");
        var ended = assessment.RuleBook.Rules.CountBy(assessment.State.OutcomeOf).ToDictionary();
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            json.WriteNumber(Text.Words.CamelCase($"{outcome}"), ended.GetValueOrDefault(outcome));
        }

        json.WriteEndObject();
        json.WriteNumber("openQuestions", assessment.OpenQuestions.Count);
        json.WriteNumber("matters", FindingGroup.CountRisks(assessment.Findings));
        json.WriteEndObject();
        json.WriteList("findings", assessment.Findings, FindingJson.Compact.WriteProperties);
        json.WritePropertyName("openQuestions");
        RepeatedQuestions.Write(json, [.. assessment.OpenQuestions.Take(MostQuestions)]);
        json.WriteList("errors", ErrorsOf(assessment), WriteError);
        json.WriteList("switchedOff", assessment.SwitchedOff, WriteSwitchedOff);
        json.WriteList("hostFindings", assessment.HostFindings, WriteHostFinding);
        json.WriteWords("factNotes", assessment.FactNotes);
        WriteWhatItLooksLike(json, assessment);
        json.WriteList("inOrder", assessment.InOrder, WriteCompactChapter);
        json.WriteWords("unreadExtensions", assessment.UnreadExtensions);
    }

    /// <summary>The matters, and what keeps a reader from taking the range for more than it is.</summary>
    private static void WriteWhatItLooksLike(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteList("groups", assessment.Groups, Groups.WriteProperties);
        json.WriteBoolean("partialView", assessment.IsPartialView);
        json.WriteWord<Level>("worstSwitchedOff", assessment.WorstSwitchedOff);
        json.WriteList("unreadFacts", assessment.UnreadFacts, WriteUnreadFact);
    }

    private static bool OfOneWithNothingDone(FindingGroup group) => group.Consequences.Count == 0 && group.Root.InPlace.Count == 0;

    private static void WriteHead(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteString("collaboration", assessment.Collaboration.Name);
        json.WriteDay("asOf", assessment.Collaboration.AsOf);
        json.WriteRange("overall", assessment.Overall);
    }

    private static void WriteChapter(Utf8JsonWriter json, ChapterInOrder chapter)
    {
        json.WriteString("chapter", chapter.Chapter);
        json.WriteList("rules", chapter.Rules, RulesInOrder.WriteProperties);
    }

    public static void WriteFacts(Utf8JsonWriter json, IReadOnlyList<FactReading> facts)
    {
        json.WriteStartArray("facts");
        for (var i = 0; i < facts.Count; i++)
        {
            facts[i].WriteTo(json);
        }

        json.WriteEndArray();
    }

    private static void WriteCompactChapter(Utf8JsonWriter json, ChapterInOrder chapter)
    {
        json.WriteString("chapter", chapter.Chapter);
        json.WriteWords("rules", chapter.Rules, static inOrder => inOrder.Rule.Code);
    }

    private static void WriteUnreadFact(Utf8JsonWriter json, UnreadFact fact)
    {
        json.WriteString("path", fact.Path);
        json.WriteWords("packs", fact.Packs);
    }

    /// <summary>Writes which finding it is and how grave, for answers that name findings of an assessment.</summary>
    public static void WriteReference(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("code", finding.Code);
        json.WriteString("subject", finding.Subject);
        json.WriteWord<FindingKind>("kind", finding.Kind);
        json.WriteRange("level", finding.Level);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteString("root", finding.Root);
    }

    public static void WriteFact(Utf8JsonWriter json, FactReading fact)
    {
        json.WriteString(PathName, fact.Path);
        json.WritePropertyName(ValueName);
        fact.WriteValue(json);
        json.WriteString(FollowsFromName, fact.FollowsFrom);
    }

    /// <summary>Writes a fact that a page shows: with its value in words.</summary>
    public static void WriteShownFact(Utf8JsonWriter json, FactReading fact)
    {
        WriteFact(json, fact);
        json.WriteString("text", fact.Value);
    }

    /// <summary>Writes a value that a page shows, without the path of its fact.</summary>
    public static void WriteShownValue(Utf8JsonWriter json, FactReading fact)
    {
        json.WritePropertyName(ValueName);
        fact.WriteValue(json);
        json.WriteString("text", fact.Value);
    }

    public static void WriteClaim(Utf8JsonWriter json, Claim claim)
    {
        json.WriteString("id", claim.Id);
        json.WriteString("source", claim.Source.Id);
        json.WriteString("locator", claim.Locator);
        json.WriteString("paraphrase", claim.Paraphrase);
        json.WriteWord<Confidence>("strength", claim.Strength);
        json.WriteString("basis", claim.Basis.Length > 0 ? claim.Basis : null);
        json.WriteString("quotation", claim.Quotation);
    }

    public static void WriteModerator(Utf8JsonWriter json, Moderator moderator)
    {
        json.WriteWord<Direction>("direction", moderator.Direction);
        json.WriteString("because", moderator.Because);
        json.WriteWords("claims", moderator.Claims);
    }

    public static void WriteRecommendation(Utf8JsonWriter json, Recommendation recommendation)
    {
        json.WriteString("code", recommendation.Code);
        json.WriteString("text", recommendation.Text);
        json.WriteBoolean("derived", recommendation.IsDerived);
        json.WriteWords("claims", recommendation.Claims);
    }

    private static void WriteFactCount(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartObject("facts");
        json.WriteNumber("known", assessment.KnownFacts);
        json.WriteNumber("total", assessment.TotalFacts);
        json.WriteEndObject();
    }

    public static void WriteRuleBook(Utf8JsonWriter json, RuleBook book)
    {
        json.WriteStartObject();
        json.WriteList("packs", book.Packs, WritePack);
        json.WriteString("digest", book.Digest);
        json.WriteList("overrides", book.Overrides, WriteOverride);
        json.WriteDay("asOf", book.AsOf);
        json.WriteList("expiredOverrides", book.ExpiredOverrides, WriteOverride);
        json.WriteEndObject();
    }

    public static void WritePack(Utf8JsonWriter json, PackReference pack)
    {
        json.WriteString("id", pack.Id);
        json.WriteString("version", pack.Version);
    }

    /// <summary>Writes an override. Its conditions are those of the rules, which the digest of the rule book covers.</summary>
    public static void WriteOverride(Utf8JsonWriter json, RuleOverride change)
    {
        json.WriteString("code", change.Code);
        json.WriteWord("level", change.Level);
        json.WriteString("reason", change.Reason);
        json.WriteWord<OverrideKind>("kind", change.Kind);
        json.WriteString("subject", change.Subject);
        json.WriteWord("direction", change.Direction);
        json.WriteString("because", change.Because);
        json.WriteString("author", change.Author);
        json.WriteDay("expires", change.Expires);
        json.WriteString("pack", change.PackId);
    }

    private static IEnumerable<(string Code, string Reason)> ErrorsOf(Assessment assessment)
    {
        foreach (var rule in assessment.RuleBook.RulesByCode)
        {
            if (assessment.State.ErrorOf(rule) is { } error)
            {
                yield return (rule.Code, error.Message);
            }
        }
    }

    private static void WriteError(Utf8JsonWriter json, (string Code, string Reason) error)
    {
        json.WriteString("code", error.Code);
        json.WriteString("reason", error.Reason);
    }

    private static void WriteSwitchedOff(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("code", finding.Code);
        json.WriteString("reason", finding.Case.SwitchedOff!.Reason);
        json.WriteWord<FindingKind>("kind", finding.Kind);
        json.WriteRange("level", finding.Level);
        json.WriteWord<Confidence>("confidence", finding.Confidence);
        json.WriteString("subject", finding.Subject);
        json.WriteString("title", finding.Title);
        json.WriteString("message", finding.Message);
        json.WriteList("overrides", finding.Overrides, WriteOverride);
        json.WriteObject("ownLevel", finding.OwnLevel, FindingJson.WriteLevel);
        json.WriteString("fingerprint", finding.Fingerprint);
    }

    private static void WriteSource(Utf8JsonWriter json, Source source)
    {
        json.WriteString("id", source.Id);
        json.WriteString("title", source.Title);
        json.WriteString("weight", source.Weight);
        json.WriteString("publisher", source.Publisher);
        json.WriteString("date", source.Date);
        json.WriteString("address", source.Address?.AbsoluteUri);
        json.WriteString("extract", source.Extract);
    }

    private static void WriteTension(Utf8JsonWriter json, Tension tension)
    {
        json.WriteString("id", tension.Id);
        json.WriteString("oneSide", tension.OneSide);
        json.WriteString("otherSide", tension.OtherSide);
        json.WriteString("handling", tension.Handling);
        json.WriteWords("claims", tension.Claims);
    }

    private static void WriteHostFinding(Utf8JsonWriter json, HostFinding finding)
    {
        json.WriteString("code", finding.Code);
        json.WriteWord<FindingKind>("kind", finding.Kind);
        json.WriteWord("level", finding.Level);
        json.WriteString("subject", finding.Subject);
        json.WriteString("title", finding.Title);
        json.WriteString("message", finding.Message);
        json.WriteString("judgedBy", finding.JudgedBy);
    }

    /// <summary>The documents behind the claims of the findings, each once.</summary>
    private static List<Source> SourcesOf(Assessment assessment)
    {
        // There are a handful of them: to look at each is quicker than to hash one.
        var sources = new List<Source>();
        foreach (var finding in assessment.Findings)
        {
            foreach (var source in finding.Rule.SourcesOfCases[finding.CaseNumber])
            {
                if (!sources.Contains(source))
                {
                    sources.Add(source);
                }
            }
        }

        sources.Sort(static (one, other) => string.CompareOrdinal(one.Id, other.Id));
        return sources;
    }
}
