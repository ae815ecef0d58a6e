using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Evidence;
using CollabRisk.Json;

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
        Collaboration = content.TextIn("collaboration");
        AsOf = content.DayIn("asOf");
        var overall = content.GetProperty("overall");
        Overall = new OverallRange(overall.WordIn<Level>("atLeast"), overall.WordIn<Level>("atMost"));
        Findings = [.. content.ListIn("findings").Select(finding => new FindingRecord(finding))];
        var facts = (Detail == AssessmentDetail.Full ? content : content.GetProperty("counts")).GetProperty("facts");
        KnownFacts = facts.GetProperty("known").GetInt32();
        TotalFacts = facts.GetProperty("total").GetInt32();
        RuleBookDigest = (Detail == AssessmentDetail.Full ? content.GetProperty("ruleBook").GetProperty("digest") : content.GetProperty("ruleBook")).GetString()!;
        Groups = [.. content.ListIn("groups").Select(group => new FindingGroupRecord(group.TextIn("root")!, group.RangeIn("level"), group.TextsIn("consequences")))];
        IsPartialView = content.GetProperty("partialView").GetBoolean();
        WorstSwitchedOff = content.WordIn<Level>("worstSwitchedOff");
        InOrder = [.. content.ListIn("inOrder").Select(chapter => new ChapterInOrderRecord(
            chapter.TextIn("chapter")!,
            Detail == AssessmentDetail.Full ? [.. chapter.ListIn("rules").Select(rule => rule.TextIn("code")!)] : chapter.TextsIn("rules")))];
        UnreadFacts = [.. content.ListIn("unreadFacts").Select(fact => new UnreadFactRecord(fact.TextIn("path")!, fact.TextsIn("packs")))];
        FactNotes = content.TextsIn("factNotes");
        FailedRules = [.. content.ListIn("errors").Select(error => error.TextIn("code")!)];
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

    /// <summary>The findings by matter, graver matters first; every finding is in one.</summary>
    public IReadOnlyList<FindingGroupRecord> Groups { get; }

    /// <summary>Whether so little was known that other risks might well have been there; see <see cref="Assessment.IsPartialView"/>.</summary>
    public bool IsPartialView { get; }

    /// <summary>The highest level that findings which were switched off had, or could have had; <see cref="Level.None"/> where none had.</summary>
    public Level WorstSwitchedOff { get; }

    /// <summary>What had been checked and was in order, by chapter.</summary>
    public IReadOnlyList<ChapterInOrderRecord> InOrder { get; }

    /// <summary>The facts that were given and that no rule read, in the order of the model.</summary>
    public IReadOnlyList<UnreadFactRecord> UnreadFacts { get; }

    /// <summary>What did not fit together among the facts, each as a sentence that begins with the path.</summary>
    public IReadOnlyList<string> FactNotes { get; }

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
        return AnswerReader.Read(json, Schemas, Of);
    }

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="utf8Json">The JSON, as UTF-8, of the full form or the compact one.</param>
    public static JsonReading<AssessmentRecord> Read(ReadOnlySpan<byte> utf8Json) =>
        AnswerReader.Read(utf8Json, Schemas, Of);

    private static string[] Schemas => [AssessmentJson.SchemaId, AssessmentJson.CompactSchemaId];

    private static AssessmentRecord Of(string schema, JsonElement content, JsonProblemList problems) => new(schema, content);

    /// <summary>The assessment as it was written.</summary>
    /// <param name="indented">Whether to write it over many lines; <see langword="true"/> unless given.</param>
    /// <returns>The JSON; its lines end with a line feed on every system.</returns>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, Content.WriteTo);

    /// <summary>The overall range, what was switched off, and how many risks and mismatches there were, about how many matters, and how many strengths.</summary>
    public override string ToString() => Assessment.InWords(
        Overall, Content.GetProperty("switchedOff").GetArrayLength(), WorstSwitchedOff,
        Assessment.CountedInWords(
            Findings.Count(finding => finding.Level is not null), Groups.Count(group => group.Level is not null), Findings.Count(finding => finding.Kind is FindingKind.Strength)),
        KnownFacts, TotalFacts);
}

/// <summary>A finding as it was written.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FindingRecord
{
    internal FindingRecord(JsonElement content)
    {
        Content = content;
        Code = content.TextIn("code")!;
        Kind = content.WordIn<FindingKind>("kind");
        Level = content.RangeIn("level");
        Fingerprint = content.TextIn("fingerprint")!;
        Root = content.TextIn("root");
        Confidence = content.WordIn<Confidence>("confidence");
        Subject = content.TextIn("subject");
        Title = content.TextIn("title")!;
        Message = content.TextIn("message")!;
        Caveats = content.TextsIn("caveats");
    }

    /// <summary>The permanent code of the rule.</summary>
    public string Code { get; }

    /// <summary>Names the finding in every assessment of the collaboration; see <see cref="Finding.Fingerprint"/>.</summary>
    public string Fingerprint { get; }

    /// <summary>
    /// The <see cref="Fingerprint"/> of the finding at the top of the matter; <see langword="null"/> where it was a root itself.
    /// </summary>
    public string? Root { get; }

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
}

/// <summary>Findings that were about one matter, as they were written: <see cref="FindingGroup"/>.</summary>
/// <param name="Root">The fingerprint of the finding that names the matter.</param>
/// <param name="Level">How grave the matter was; <see langword="null"/> where nothing in it is a risk or a mismatch.</param>
/// <param name="Consequences">The fingerprints of what follows from the root; empty where it is alone.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record FindingGroupRecord(string Root, LevelRange? Level, IReadOnlyList<string> Consequences);

/// <summary>A chapter of which something was in order, as it was written: <see cref="ChapterInOrder"/>.</summary>
/// <param name="Chapter">The heading.</param>
/// <param name="Rules">The codes of the rules that were in order, as the chapter has them.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ChapterInOrderRecord(string Chapter, IReadOnlyList<string> Rules);

/// <summary>A fact that was given and that no rule read, as it was written: <see cref="UnreadFact"/>.</summary>
/// <param name="Path">The path of the fact, with <c>partners[]</c> where it is one of the partners'.</param>
/// <param name="Packs">The ids of packs that would have read it; empty where there were none.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record UnreadFactRecord(string Path, IReadOnlyList<string> Packs);
