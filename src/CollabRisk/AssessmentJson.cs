using System.Globalization;
using System.Text.Json;
using CollabRisk.Evidence;
using CollabRisk.Json;
using CollabRisk.Questions;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>Writes assessments as JSON, for other programs to read.</summary>
/// <remarks>
/// <para>
/// The shape is stable and described by <see cref="Schema"/>. Every property is always written, in the order of the
/// schema; where there is no value it is <c>null</c>. Within one <c>schema</c> version properties are added at most,
/// always after those that were there.
/// </para>
/// <para>The same assessment gives the same bytes, on every system and in every culture. Thread-safe.</para>
/// </remarks>
public static class AssessmentJson
{
    /// <summary>Identifies the shape, in the property <c>schema</c> of every assessment.</summary>
    private const string SchemaId = "collabrisk/assessment/1";

    private static readonly Lazy<string> SchemaText = new(ReadSchema);

    /// <summary>The JSON Schema (draft 2020-12) of what <see cref="Write(Assessment, bool)"/> writes, as text.</summary>
    public static string Schema => SchemaText.Value;

    /// <summary>Writes an assessment as text.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="indented">Whether to write it over many lines, for people to read; lines end in LF, the last one in nothing.</param>
    /// <returns>
    /// The JSON. Letters such as £ and ’ stand as they are: the text is meant for a file or a response of its own. Inside
    /// HTML it would have to be encoded as any text there is.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is <see langword="null"/>.</exception>
    public static string Write(Assessment assessment, bool indented = true)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return JsonOutput.Write(indented, json => Write(assessment, json));
    }

    /// <summary>Writes an assessment as the next value of a writer. Layout and encoding are the writer's own.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="json">The writer; it is not flushed.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The writer is at a place where no value can stand.</exception>
    public static void Write(Assessment assessment, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("schema", SchemaId);
        json.WriteString("collaboration", assessment.Collaboration.Name);
        json.WriteString("asOf", Day(assessment.Collaboration.AsOf));
        WriteOverall(assessment.Overall, json);
        WriteList("findings", assessment.Findings, WriteFinding, json);
        WriteOutcomes(assessment, json);
        WriteList("openQuestions", assessment.OpenQuestions, WriteOpenQuestion, json);
        WriteFactCount(assessment, json);
        WriteRuleBook(assessment.RuleBook, json);
        WriteWords("notes", assessment.Notes.Select(note => note.Text), json);
        WriteList("errors", assessment.Outcomes.Values.Where(outcome => outcome.Outcome == Outcome.Error), WriteError, json);
        WriteList("switchedOff", assessment.SwitchedOff, WriteSwitchedOff, json);
        WriteList("sources", SourcesOf(assessment), WriteSource, json);
        WriteList("tensions", assessment.Tensions, WriteTension, json);
        WriteWords("unreadExtensions", assessment.UnreadExtensions, json);
        WriteList("hostFindings", assessment.HostFindings, WriteHostFinding, json);
        WriteWords("factNotes", assessment.FactNotes, json);
        json.WriteEndObject();
    }

    private static void WriteOverall(OverallRange overall, Utf8JsonWriter json)
    {
        json.WriteStartObject("overall");
        json.WriteString("atLeast", $"{overall.AtLeast}");
        json.WriteString("atMost", $"{overall.AtMost}");
        json.WriteBoolean("assessable", overall.Assessable);
        json.WriteEndObject();
    }

    private static void WriteFinding(Finding finding, Utf8JsonWriter json)
    {
        json.WriteString("code", finding.Code);
        json.WriteString("kind", $"{finding.Kind}");
        json.WriteString("level", finding.Level?.ToString());
        json.WriteString("confidence", $"{finding.Confidence}");
        json.WriteString("subject", finding.Subject);
        json.WriteString("title", finding.Title);
        json.WriteString("message", finding.Message);
        WriteList("facts", finding.Facts, WriteFact, json);
        WriteList("claims", finding.Claims, WriteClaim, json);
        WriteList("moderatedBy", finding.ModeratedBy, WriteModerator, json);
        WriteWords("buildsOn", finding.BuildsOn, json);
        WriteList("recommendations", finding.Recommendations, WriteRecommendation, json);
        WriteWords("caveats", finding.Caveats, json);
        WriteLevelRange(finding.LevelRange, json);
        json.WriteString("levelReason", finding.LevelReason);
        WriteWords("leadsTo", finding.LeadsTo, json);
        json.WriteString("chapter", finding.Rule.Chapter);
        WriteWords("notes", finding.Notes, json);
        WriteWords("tensions", finding.Tensions.Select(tension => tension.Id), json);
        WriteList("overrides", finding.Overrides, WriteOverride, json);
        WriteOwnLevel(finding.OwnLevel, json);
    }

    private static void WriteOwnLevel(LevelBasis? own, Utf8JsonWriter json)
    {
        if (own is null)
        {
            json.WriteNull("ownLevel");
            return;
        }

        json.WriteStartObject("ownLevel");
        json.WriteString("level", $"{own.Level}");
        json.WriteString("reason", own.Reason);
        json.WriteEndObject();
    }

    private static void WriteFact(FactReading fact, Utf8JsonWriter json)
    {
        json.WriteString("path", fact.Path);
        json.WritePropertyName("value");
        fact.WriteValue(json);
    }

    private static void WriteClaim(Claim claim, Utf8JsonWriter json)
    {
        json.WriteString("id", claim.Id);
        json.WriteString("source", claim.Source.Id);
        json.WriteString("locator", claim.Locator);
        json.WriteString("paraphrase", claim.Paraphrase);
        json.WriteString("strength", $"{claim.Strength}");
        json.WriteString("basis", claim.Basis.Length > 0 ? claim.Basis : null);
    }

    private static void WriteModerator(Moderator moderator, Utf8JsonWriter json)
    {
        json.WriteString("direction", $"{moderator.Direction}");
        json.WriteString("because", moderator.Because);
        WriteWords("claims", moderator.Claims, json);
    }

    private static void WriteRecommendation(Recommendation recommendation, Utf8JsonWriter json)
    {
        json.WriteString("code", recommendation.Code);
        json.WriteString("text", recommendation.Text);
        json.WriteBoolean("derived", recommendation.IsDerived);
        WriteWords("claims", recommendation.Claims, json);
    }

    private static void WriteLevelRange(LevelRange? range, Utf8JsonWriter json)
    {
        if (range is not { } levels)
        {
            json.WriteNull("levelRange");
            return;
        }

        json.WriteStartObject("levelRange");
        json.WriteString("atLeast", $"{levels.AtLeast}");
        json.WriteString("atMost", $"{levels.AtMost}");
        json.WriteEndObject();
    }

    private static void WriteOutcomes(Assessment assessment, Utf8JsonWriter json)
    {
        json.WriteStartObject("outcomes");
        foreach (var (code, outcome) in assessment.Outcomes)
        {
            json.WriteString(code, $"{outcome.Outcome}");
        }

        json.WriteEndObject();
    }

    private static void WriteOpenQuestion(OpenQuestion question, Utf8JsonWriter json)
    {
        json.WriteString("path", question.Path);
        json.WriteString("question", question.Question);
        WriteWords("couldSettle", question.CouldSettle, json);
        json.WriteString("worst", $"{question.Worst}");
    }

    private static void WriteFactCount(Assessment assessment, Utf8JsonWriter json)
    {
        json.WriteStartObject("facts");
        json.WriteNumber("known", assessment.KnownFacts);
        json.WriteNumber("total", assessment.TotalFacts);
        json.WriteEndObject();
    }

    private static void WriteRuleBook(RuleBook book, Utf8JsonWriter json)
    {
        json.WriteStartObject("ruleBook");
        WriteList("packs", book.Packs, WritePack, json);
        json.WriteString("digest", book.Digest);
        WriteList("overrides", book.Overrides, WriteOverride, json);
        json.WriteString("asOf", Day(book.AsOf));
        WriteList("expiredOverrides", book.ExpiredOverrides, WriteOverride, json);
        json.WriteEndObject();
    }

    private static void WritePack(PackReference pack, Utf8JsonWriter json)
    {
        json.WriteString("id", pack.Id);
        json.WriteString("version", pack.Version);
    }

    /// <summary>Writes the properties of an override. Its conditions are those of the rules, which the digest of the rule book covers.</summary>
    internal static void WriteOverride(RuleOverride change, Utf8JsonWriter json)
    {
        json.WriteString("code", change.Code);
        json.WriteString("level", change.Level?.ToString());
        json.WriteString("reason", change.Reason);
        json.WriteString("kind", $"{change.Kind}");
        json.WriteString("subject", change.Subject);
        json.WriteString("direction", change.Direction?.ToString());
        json.WriteString("because", change.Because);
        json.WriteString("author", change.Author);
        json.WriteString("expires", Day(change.Expires));
        json.WriteString("pack", change.PackId);
    }

    internal static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void WriteError(RuleOutcome outcome, Utf8JsonWriter json)
    {
        json.WriteString("code", outcome.Rule.Code);
        json.WriteString("reason", outcome.Error);
    }

    private static void WriteSwitchedOff(Finding finding, Utf8JsonWriter json)
    {
        json.WriteString("code", finding.Code);
        json.WriteString("reason", finding.Variant.SwitchedOff!.Reason);
        json.WriteString("kind", $"{finding.Kind}");
        json.WriteString("level", finding.Level?.ToString());
        json.WriteString("confidence", $"{finding.Confidence}");
        json.WriteString("subject", finding.Subject);
        json.WriteString("title", finding.Title);
        json.WriteString("message", finding.Message);
        WriteList("overrides", finding.Overrides, WriteOverride, json);
        WriteOwnLevel(finding.OwnLevel, json);
    }

    private static void WriteSource(Source source, Utf8JsonWriter json)
    {
        json.WriteString("id", source.Id);
        json.WriteString("title", source.Title);
        json.WriteString("weight", source.Weight);
    }

    private static void WriteTension(Tension tension, Utf8JsonWriter json)
    {
        json.WriteString("id", tension.Id);
        json.WriteString("oneSide", tension.OneSide);
        json.WriteString("otherSide", tension.OtherSide);
        json.WriteString("handling", tension.Handling);
        WriteWords("claims", tension.Claims, json);
    }

    private static void WriteHostFinding(HostFinding finding, Utf8JsonWriter json)
    {
        json.WriteString("code", finding.Code);
        json.WriteString("kind", $"{finding.Kind}");
        json.WriteString("level", finding.Level?.ToString());
        json.WriteString("subject", finding.Subject);
        json.WriteString("title", finding.Title);
        json.WriteString("message", finding.Message);
        json.WriteString("judgedBy", finding.JudgedBy);
    }

    /// <summary>The documents behind the claims of the findings, each once.</summary>
    private static IEnumerable<Source> SourcesOf(Assessment assessment) =>
        assessment.Findings.SelectMany(finding => finding.Claims).Select(claim => claim.Source).Distinct()
            .OrderBy(source => source.Id, StringComparer.Ordinal);

    private static void WriteList<T>(string name, IEnumerable<T> items, Action<T, Utf8JsonWriter> writeProperties, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeProperties(item, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWords(string name, IEnumerable<string> words, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    private static string ReadSchema()
    {
        using var stream = typeof(AssessmentJson).Assembly.GetManifestResourceStream("assessment.schema.json")
            ?? throw new InvalidOperationException("The schema of assessments is not part of the library.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
