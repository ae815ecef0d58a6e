using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.Questions;

/// <summary>Open questions in the order in which to ask them.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
[JsonConverter(typeof(AnswerJsonConverter<OpenQuestionList>))]
public sealed class OpenQuestionList : IReadOnlyList<OpenQuestion>, IAnswer
{
    private readonly IReadOnlyList<OpenQuestion> questions;

    internal OpenQuestionList(OverallRange overall, IReadOnlyList<OpenQuestion> questions, QuestionsEnd end)
    {
        Overall = overall;
        End = end;
        this.questions = questions;
    }

    /// <summary>The overall range as things are, which answers may narrow.</summary>
    public OverallRange Overall { get; }

    /// <summary>Why the list ends where it does.</summary>
    public QuestionsEnd End { get; }

    /// <summary>How many questions there are.</summary>
    public int Count => questions.Count;

    /// <summary>A question.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public OpenQuestion this[int index] => questions[index];

    /// <summary>The questions in their order.</summary>
    public IEnumerator<OpenQuestion> GetEnumerator() => questions.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public string ToText() => Unseen.Replaced(QuestionText.Write(this));

    /// <inheritdoc/>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, WriteTo);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json) => json.WriteDocument(QuestionJson.ListSchemaId, this, QuestionJson.Write);

    /// <summary>How many questions there are, and the range.</summary>
    public override string ToString() => $"{Words.Count(Count, "open question")}; overall {Overall}";
}

/// <summary>Why a list of questions ends where it does.</summary>
public enum QuestionsEnd
{
    /// <summary>Nothing else matters that someone could answer.</summary>
    NothingLeft,

    /// <summary>As many as were asked for; there are more.</summary>
    AtCount,

    /// <summary>It was cancelled; there may be more.</summary>
    Cancelled,
}
