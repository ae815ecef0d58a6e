using System.Text.Json;
using System.Text.Json.Serialization;

namespace CollabRisk.Json;

/// <summary>Makes <c>JsonSerializer</c> write an answer as its <see cref="IAnswer.WriteTo"/> does.</summary>
/// <typeparam name="T">The answer.</typeparam>
/// <remarks>
/// No one needs to name it: the answers do. It is public for the source generator of System.Text.Json. Serializer options such
/// as naming policies make no difference. An answer comes from evaluating rules, so none can be read; what was written is read
/// as a record of what was written. Thread-safe.
/// </remarks>
public sealed class AnswerJsonConverter<T> : JsonConverter<T>
    where T : class, IAnswer
{
    /// <summary>Refuses: an answer comes from rules.</summary>
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException(
        $"A {typeof(T).Name} comes from evaluating rules and cannot be read. Read what was written as an AnswerRecord, or an assessment as an AssessmentRecord.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.WriteTo(writer);
    }
}
