using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.Records;

/// <summary>What came of replaying a decision record.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
[JsonConverter(typeof(AnswerJsonConverter<ReplayResult>))]
public sealed class ReplayResult : IAnswer
{
    internal ReplayResult(Assessment? assessment, IReadOnlyList<ReplayDifference> differences, int assessmentDifferences)
    {
        Assessment = assessment;
        Differences = differences;
        AssessmentDifferences = assessmentDifferences;
    }

    /// <summary>
    /// Whether the assessment is the recorded one, byte for byte, and facts and rules are those that were recorded. Another
    /// version of the library is listed as a difference, but does not make it false.
    /// </summary>
    public bool IsIdentical => Assessment is not null && Differences.All(difference => difference.Kind == ReplayDifferenceKind.Library);

    /// <summary>The assessment made again; <see langword="null"/> where no rule book could be built.</summary>
    public Assessment? Assessment { get; }

    /// <summary>
    /// What differs: the library, the facts, the rules, then the assessment, of which the first 100 places are listed.
    /// </summary>
    public IReadOnlyList<ReplayDifference> Differences { get; }

    /// <summary>At how many places the assessment differs, listed or not.</summary>
    public int AssessmentDifferences { get; }

    /// <summary>The result for a person to read: whether it is identical, then the differences, one a line.</summary>
    /// <returns>The text; its lines end with a line feed on every system, the last one too.</returns>
    public string ToText()
    {
        var text = new StringBuilder(IsIdentical ? "The replayed assessment is identical to the recorded one.\n" : "The replay differs from the record.\n");
        foreach (var difference in Differences)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {difference}\n");
        }

        var listed = Differences.Count(difference => difference.Kind == ReplayDifferenceKind.Assessment);
        return Unseen.Replaced((AssessmentDifferences > listed ? text.Append(CultureInfo.InvariantCulture, $"  and {AssessmentDifferences - listed} more in the assessment\n") : text).ToString());
    }

    /// <inheritdoc/>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, WriteTo);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json) => json.WriteDocument(ReplayJson.SchemaId, this, ReplayJson.Write);

    /// <summary>Whether it is identical, or how many differences there are.</summary>
    public override string ToString() => IsIdentical
        ? "identical"
        : string.Create(CultureInfo.InvariantCulture, $"{Differences.Count(d => d.Kind != ReplayDifferenceKind.Assessment) + AssessmentDifferences} differences");
}

/// <summary>One thing in which a replay differs from its record.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Kind">What differs.</param>
/// <param name="Where">
/// The place in the record: <c>library</c>, <c>factsDigest</c>, <c>packs.collabrisk.general</c>,
/// <c>overrides.VISION-ABSENT</c>, <c>assessment.findings[VISION-ABSENT].level</c>. Entries of lists stand by their names
/// where they have any: code with subject, path or id.
/// </param>
/// <param name="Recorded">What was recorded, JSON in an assessment; <see langword="null"/> where there was nothing.</param>
/// <param name="Replayed">What is there now; <see langword="null"/> where there is nothing.</param>
public sealed record ReplayDifference(ReplayDifferenceKind Kind, string Where, string? Recorded, string? Replayed)
{
    /// <summary>All on one line: <c>assessment.overall.atLeast: recorded "Low", now "High"</c>.</summary>
    public override string ToString() => $"{Where}: recorded {Recorded ?? "nothing"}, now {Replayed ?? "nothing"}";
}

/// <summary>What differs between a record and its replay.</summary>
public enum ReplayDifferenceKind
{
    /// <summary>The library has another version.</summary>
    Library,

    /// <summary>The facts are not those that were recorded: their digest differs.</summary>
    Facts,

    /// <summary>A pack is missing, has another version, or was not there.</summary>
    Pack,

    /// <summary>An override is missing, differs, or was not there.</summary>
    Override,

    /// <summary>The rules themselves differ, or no rule book can be built of the packs and the recorded overrides.</summary>
    RuleBook,

    /// <summary>The assessment says something else.</summary>
    Assessment,
}
