using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Json;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Records;

/// <summary>
/// An assessment with everything it was made of, to be kept: the facts as they were given, the packs and overrides, the
/// library's version and the assessment itself. <see cref="Replay(RuleBook)"/> shows whether it would be the same today.
/// </summary>
/// <remarks>
/// A record holds no rules, only which they were; whoever wants to replay it in years to come keeps the packs. It tells what
/// was changed by accident or in passing; it is not signed, so it proves nothing against someone who changes facts, digest
/// and assessment together. Immutable and thread-safe.
/// </remarks>
[JsonConverter(typeof(DecisionRecordJsonConverter))]
public sealed class DecisionRecord : IAnswer
{
    /// <summary>Identifies the shape, in the property <c>schema</c> of every record.</summary>
    internal const string SchemaId = "collabrisk/decision-record/1";

    internal DecisionRecord(JsonElement assessment) => Assessment = assessment;

    /// <summary>When the decision was made, if whoever made the record said so.</summary>
    public required DateTimeOffset? At { get; init; }

    /// <summary>The version of the library that made the assessment: <c>1.2.0</c>.</summary>
    public required string LibraryVersion { get; init; }

    /// <summary>The facts as they were given to the evaluation.</summary>
    public required Collaboration Collaboration { get; init; }

    /// <summary>The digest of the facts when they were recorded: <c>sha256:</c> and 64 digits.</summary>
    public required string FactsDigest { get; init; }

    /// <summary>The packs that were evaluated, by id.</summary>
    public required IReadOnlyList<PackReference> Packs { get; init; }

    /// <summary>The digest of the rule book; see <see cref="RuleBook.Digest"/>.</summary>
    public required string RuleBookDigest { get; init; }

    /// <summary>
    /// What the host and packs had changed about rules, by code; after them those that had expired. A record names conditions of moderators and cases and does not
    /// hold them; <see cref="RuleBookDigest"/> shows whether they are still the same.
    /// </summary>
    public required IReadOnlyList<RuleOverride> Overrides { get; init; }

    /// <summary>The day on which overrides had to hold; <see langword="null"/> where none was given. See <see cref="RuleBook.AsOf"/>.</summary>
    public required DateOnly? OverridesAsOf { get; init; }

    /// <summary>
    /// The overall range that was recorded; <see langword="null"/> where the assessment does not say it as this version writes it.
    /// Nothing is evaluated; see <see cref="Replay(RuleBook)"/> for what the same facts give today.
    /// </summary>
    public OverallRange? Overall =>
        Assessment.TryGetProperty("overall", out var overall) && overall.ValueKind == JsonValueKind.Object
        && LevelIn(overall, "atLeast") is { } atLeast && LevelIn(overall, "atMost") is { } atMost
            ? new OverallRange(atLeast, atMost)
            : null;

    /// <summary>The assessment as it was written.</summary>
    internal JsonElement Assessment { get; }

    /// <summary>Records an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="at">When the decision was made; left out of the record where it is not given. Nothing reads a clock.</param>
    /// <returns>The record. The same assessment and time give the same record, byte for byte.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The facts were built in code, and have a value that no file may have, such as a share of 150 percent: the record could
    /// not be read back. The message lists what <see cref="CollaborationJson"/> has against them.
    /// </exception>
    public static DecisionRecord Of(Assessment assessment, DateTimeOffset? at = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var given = assessment.State.Facts.Given;
        var facts = CollaborationJson.Write(given);
        if (CollaborationJson.Read(facts) is { IsValid: false } refused)
        {
            throw new ArgumentException($"The facts cannot be recorded, since the record could not be read back:\n{refused}", nameof(assessment));
        }

        var book = assessment.RuleBook;
        return new DecisionRecord(JsonElement.Parse(assessment.ToJson(indented: false)))
        {
            At = at,
            LibraryVersion = CurrentLibraryVersion,
            Collaboration = given,
            FactsDigest = DigestOf(given),
            Packs = book.Packs,
            RuleBookDigest = book.Digest,
            Overrides = [.. book.Overrides, .. book.ExpiredOverrides],
            OverridesAsOf = book.AsOf,
        };
    }

    /// <summary>Reads a record that <see cref="ToJson"/> wrote.</summary>
    /// <remarks>
    /// Strict: what is missing, unknown, of another type or given twice is a problem, with line and column. Whether the parts
    /// agree with one another shows when the record is replayed. Of the assessment only the form is looked at. At most 64 MiB are read.
    /// </remarks>
    /// <param name="json">The JSON.</param>
    /// <returns>The record, or everything that is wrong with it. No text, however hostile, makes it throw.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    public static JsonReading<DecisionRecord> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return DecisionRecordJson.Read(json);
    }

    /// <summary>What was decided on, for a person to read: which collaboration, when, by which rules and overrides, and the recorded range.</summary>
    /// <returns>Lines that end with a line feed on every system, the last one too.</returns>
    public string ToText() => Unseen.Replaced(DecisionRecordText.Of(this));

    /// <summary>The record as JSON: the facts, the packs, the overrides and the assessment as it was written. <c>at</c> is there only where it is known.</summary>
    /// <inheritdoc cref="IAnswer.ToJson" path="/param|/returns"/>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, WriteTo);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json) => json.WriteDocument(SchemaId, this, DecisionRecordJson.Write);

    /// <summary>Evaluates the recorded facts again and compares what comes out with what was recorded.</summary>
    /// <param name="ruleBook">The rules to evaluate, with the overrides they have.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ruleBook"/> is <see langword="null"/>.</exception>
    public ReplayResult Replay(RuleBook ruleBook)
    {
        ArgumentNullException.ThrowIfNull(ruleBook);
        return Replayer.Replay(this, ruleBook, ruleBook.Packs);
    }

    /// <summary>
    /// Evaluates the recorded facts again with the recorded overrides, those that had expired left out as then, and compares
    /// what comes out with what was recorded.
    /// </summary>
    /// <param name="packs">
    /// All packs that the host keeps, of every version. Those of the recorded id and version take part; where a pack of this
    /// id has only one other version, that one does. The others are left out.
    /// </param>
    /// <param name="overrides">
    /// The host's own overrides that were recorded and have conditions: added moderators, changed and added cases. A record
    /// names them and does not hold conditions, so that without them no rule book can be built, which the result says. Others
    /// are left out, and those without conditions come from the record.
    /// </param>
    /// <returns>What differs. Where no rule book can be built of the packs, its problems are differences, and there is no assessment.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="packs"/> is <see langword="null"/>, or one of them is.</exception>
    public ReplayResult Replay(IEnumerable<RulePack> packs, IEnumerable<RuleOverride>? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(packs);
        return Replayer.Replay(this, [.. packs], [.. overrides ?? []]);
    }

    /// <summary>The collaboration, the recorded overall range, the version of the library, and when.</summary>
    public override string ToString() =>
        $"{Collaboration.Name ?? "A collaboration without a name"}{(Overall is { } range ? $", {range}" : "")}, library {LibraryVersion}{(At is { } moment ? $", {Moment.Write(moment)}" : "")}";

    internal static string CurrentLibraryVersion { get; } =
        typeof(DecisionRecord).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static Level? LevelIn(JsonElement overall, string end) =>
        overall.TryGetProperty(end, out var word) && word.ValueKind == JsonValueKind.String && Enum.TryParse<Level>(word.GetString(), out var level) && Enum.IsDefined(level)
            ? level
            : null;

    /// <summary>The digest of facts: of the one line that <see cref="CollaborationJson"/> writes of them, without the version of the fact model.</summary>
    internal static string DigestOf(Collaboration collaboration) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CollaborationJson.WriteFacts(collaboration))));
}
