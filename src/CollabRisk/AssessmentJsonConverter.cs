using System.Text.Json;
using System.Text.Json.Serialization;

namespace CollabRisk;

/// <summary>
/// Makes <c>JsonSerializer</c> write an assessment in its compact form, which is what a web application answers with;
/// <see cref="Assessment.ToJson(bool)"/> writes the whole.
/// </summary>
/// <remarks>
/// No one needs to name it: <see cref="Assessment"/> does. To serialize the whole, put the converter
/// <c>new AnswerJsonConverter&lt;Assessment&gt;()</c> into the options. Thread-safe.
/// </remarks>
public sealed class AssessmentJsonConverter : JsonConverter<Assessment>
{
    /// <summary>Refuses: an assessment comes from rules.</summary>
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Assessment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("An Assessment comes from evaluating rules and cannot be read. Read what was written as an AssessmentRecord.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Assessment value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.WriteTo(writer, AssessmentDetail.Compact);
    }
}
