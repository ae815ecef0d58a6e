using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json;
using System.Text;
using CollabRisk.Evidence;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.Records;

/// <summary>An assessment as it was written, in full or compact: a record of what was found then, which needs no rule book.</summary>
/// <remarks>
/// A host keeps assessments as JSON and reads them back to list and compare them. To see whether the same would be found today,
/// keep a <see cref="DecisionRecord"/>, which also has the facts, and replay it. Immutable and thread-safe.
/// </remarks>
[JsonConverter(typeof(AssessmentRecordJsonConverter))]
public sealed class AssessmentRecord
{
    private AssessmentRecord(string schema, JsonElement content)
    {
        Content = content;
        Detail = schema == AssessmentJson.SchemaId ? AssessmentDetail.Full : AssessmentDetail.Compact;
        Collaboration = content.GetProperty("collaboration").GetString();
        AsOf = Day(content.GetProperty("asOf"));
        Overall = new OverallRange(
            FindingRecord.Word<Level>(content.GetProperty("overall").GetProperty("atLeast")), FindingRecord.Word<Level>(content.GetProperty("overall").GetProperty("atMost")));
        Findings = [.. content.GetProperty("findings").EnumerateArray().Select(finding => new FindingRecord(finding))];
        var facts = (Detail == AssessmentDetail.Full ? content : content.GetProperty("counts")).GetProperty("facts");
        KnownFacts = facts.GetProperty("known").GetInt32();
        TotalFacts = facts.GetProperty("total").GetInt32();
        RuleBookDigest = (Detail == AssessmentDetail.Full ? content.GetProperty("ruleBook").GetProperty("digest") : content.GetProperty("ruleBook")).GetString()!;
        FailedRules = [.. content.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()!)];
    }

    /// <summary>Which of the two forms was written.</summary>
    public AssessmentDetail Detail { get; }

    /// <summary>The name of the collaboration; <see langword="null"/> where it had none.</summary>
    public string? Collaboration { get; }

    /// <summary>The day that the facts described; <see langword="null"/> where none was given.</summary>
    public DateOnly? AsOf { get; }

    /// <summary>How grave the matter was overall, as a range.</summary>
    public OverallRange Overall { get; }

    /// <summary>The findings, worst first.</summary>
    public IReadOnlyList<FindingRecord> Findings { get; }

    /// <summary>How many facts were known.</summary>
    public int KnownFacts { get; }

    /// <summary>How many facts there were.</summary>
    public int TotalFacts { get; }

    /// <summary>The digest of the rules; see <see cref="Rules.RuleBook.Digest"/>.</summary>
    public string RuleBookDigest { get; }

    /// <summary>The codes of the rules that failed, so that nothing is known of what they would have found; empty where none did.</summary>
    public IReadOnlyList<string> FailedRules { get; }

    /// <summary>Everything that was written, with all properties of the schema.</summary>
    public JsonElement Content { get; }

    /// <summary>Reads an assessment that <see cref="Assessment.ToJson(AssessmentDetail, bool)"/> or <c>JsonSerializer</c> wrote.</summary>
    /// <remarks>
    /// Strict: what is missing, unknown, of another type or given twice is a problem, with line and column. At most 64 MiB are
    /// read, and no text, however hostile, makes it throw.
    /// </remarks>
    /// <param name="json">The JSON, of the full form or the compact one.</param>
    /// <returns>The record, or everything that is wrong with it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    public static JsonReading<AssessmentRecord> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(Encoding.UTF8.GetBytes(json));
    }

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="utf8Json">The JSON, as UTF-8, of the full form or the compact one.</param>
    public static JsonReading<AssessmentRecord> Read(ReadOnlySpan<byte> utf8Json) =>
        AnswerReader.Read(utf8Json, [AssessmentJson.SchemaId, AssessmentJson.CompactSchemaId], static (schema, content) => new AssessmentRecord(schema, content));

    /// <summary>The assessment as it was written.</summary>
    /// <param name="indented">Whether to write it over many lines; <see langword="true"/> unless given.</param>
    /// <returns>The JSON; its lines end with a line feed on every system.</returns>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, Content.WriteTo);

    /// <summary>The overall range and the number of findings.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Overall {Overall}; {Findings.Count} findings; {KnownFacts} of {TotalFacts} facts known");

    private static DateOnly? Day(JsonElement day) =>
        day.GetString() is { } text ? CalendarDay.Read(text) : null;
}

/// <summary>A finding as it was written.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FindingRecord
{
    internal FindingRecord(JsonElement content)
    {
        Content = content;
        Code = content.GetProperty("code").GetString()!;
        Kind = Word<FindingKind>(content.GetProperty("kind"));
        var range = content.GetProperty("level");
        Level = range.ValueKind == JsonValueKind.Null ? null : new LevelRange(Word<CollabRisk.Level>(range.GetProperty("atLeast")), Word<CollabRisk.Level>(range.GetProperty("atMost")));
        Confidence = Word<Confidence>(content.GetProperty("confidence"));
        Subject = content.GetProperty("subject").GetString();
        Title = content.GetProperty("title").GetString()!;
        Message = content.GetProperty("message").GetString()!;
        Caveats = [.. content.GetProperty("caveats").EnumerateArray().Select(caveat => caveat.GetString()!)];
    }

    /// <summary>The permanent code of the rule.</summary>
    public string Code { get; }

    /// <summary>What the finding is.</summary>
    public FindingKind Kind { get; }

    /// <summary>How grave it was, as a range; <see langword="null"/> unless it is a risk or a mismatch.</summary>
    public LevelRange? Level { get; }

    /// <summary>How well it was supported.</summary>
    public Confidence Confidence { get; }

    /// <summary>The partner, flag or pairing that it is about; <see langword="null"/> for the collaboration as a whole.</summary>
    public string? Subject { get; }

    /// <summary>What the rule is about, in a few words.</summary>
    public string Title { get; }

    /// <summary>What the finding said, as one sentence.</summary>
    public string Message { get; }

    /// <summary>What limits it.</summary>
    public IReadOnlyList<string> Caveats { get; }

    /// <summary>Everything that was written of it.</summary>
    public JsonElement Content { get; }

    /// <summary>Code and message.</summary>
    public override string ToString() => $"{Code}: {Message}";

    internal static T Word<T>(JsonElement word)
        where T : struct, Enum => Enum.Parse<T>(word.GetString()!);
}
