using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Conditions;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.Explaining;

/// <summary>One node of a rule's condition: what it asks, what it found, and the value that gives.</summary>
/// <remarks>
/// Every node has a value, also where another node had already decided. Immutable and thread-safe.
/// </remarks>
[JsonConverter(typeof(AnswerJsonConverter<ExplainedCondition>))]
public sealed class ExplainedCondition : IAnswer
{
    internal ExplainedCondition()
    {
    }

    /// <summary>What the node asks, in plain words: "trust between the organisations is none or low", "all of these hold".</summary>
    public required string Text { get; init; }

    /// <summary>The value on the facts of this collaboration.</summary>
    public required Truth Value { get; init; }

    /// <summary>What the node itself found, as a clause: "trust.organisational is low"; <see langword="null"/> for a node that only joins those below it.</summary>
    public required string? Found { get; init; }

    /// <summary>The partner that the node is asked about, below a question about every partner, or who they are where they are not listed; otherwise <see langword="null"/>.</summary>
    public required string? Partner { get; init; }

    /// <summary>The facts that the node itself read, known or not, in the order of the model.</summary>
    public required IReadOnlyList<FactReading> Facts { get; init; }

    /// <summary>The other rule that the node asks about, with its outcome, which can be explained in turn; <see langword="null"/> where it asks about none.</summary>
    public required RuleOutcome? Rule { get; init; }

    /// <summary>The nodes below this one; of a question about every partner one for each, and one more for all that are not listed.</summary>
    public required IReadOnlyList<ExplainedCondition> Children { get; init; }

    /// <summary>The node and those below it, as an indented tree with ✓, ✗ or ?.</summary>
    /// <returns>Lines that end with a line feed on every system, the last one too.</returns>
    public string ToText() => Unseen.Replaced(ExplanationText.Of(this));

    /// <inheritdoc/>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, WriteTo);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json) => json.WriteDocument(ExplanationJson.ConditionSchemaId, this, ExplanationJson.Write);

    /// <summary>Value and text of the node.</summary>
    public override string ToString() => $"{Value}: {Text}";
}
