using System.Text.Json;
using CollabRisk.Evaluation;
using CollabRisk.Json;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>
/// How the rules of a book ended, as an object with a property for each. There are hundreds in every assessment, so each property is written once with
/// each of its values, and an assessment copies one after the other; for writers that take no copies they are written anew.
/// </summary>
/// <param name="book">The rule book.</param>
/// <remarks>Thread-safe: threads that meet here make the same bytes.</remarks>
internal sealed class RepeatedOutcomes(RuleBook book)
{
    private static readonly int OutcomeCount = Enum.GetValues<Outcome>().Length;

    /// <summary>By the place of the rule among the codes, then by the outcome, the property with a comma after it.</summary>
    private byte[]?[]? properties;

    public void WriteTo(Utf8JsonWriter json, EvaluationState state)
    {
        if (RepeatedValue.CanBeCopiedInto(json))
        {
            Copy(json, state);
            return;
        }

        json.WriteStartObject();
        foreach (var rule in book.RulesByCode)
        {
            Write(json, rule, state.OutcomeOf(rule));
        }

        json.WriteEndObject();
    }

    private void Copy(Utf8JsonWriter json, EvaluationState state)
    {
        var rules = book.RulesByCode;
        var made = properties ??= new byte[rules.Length * OutcomeCount][];
        var copy = new CopiedJson((rules.Length * 64) + 2);
        copy.Add("{"u8);
        for (var i = 0; i < rules.Length; i++)
        {
            var outcome = state.OutcomeOf(rules[i]);
            copy.Add(made[(i * OutcomeCount) + (int)outcome] ??= PropertyOf(rules[i], outcome));
        }

        if (rules.Length > 0)
        {
            copy.RemoveLast();
        }

        copy.Add("}"u8);
        copy.WriteTo(json);
    }

    private static byte[] PropertyOf(Rule rule, Outcome outcome) => JsonOutput.Write(
        indented: false,
        json =>
        {
            json.WriteStartObject();
            Write(json, rule, outcome);
            json.WriteEndObject();
        },
        static bytes => (byte[])[.. bytes[1..^1], (byte)',']);

    private static void Write(Utf8JsonWriter json, Rule rule, Outcome outcome) => json.WriteWord(rule.EncodedCode, outcome);
}
