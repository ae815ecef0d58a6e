using System.Buffers;
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

    /// <summary>By the place of the rule among the codes, then by the outcome, the property with a comma before it.</summary>
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
        var copy = ArrayPool<byte>.Shared.Rent((rules.Length * 64) + 2);
        var length = 0;
        for (var i = 0; i < rules.Length; i++)
        {
            var outcome = state.OutcomeOf(rules[i]);
            var property = made[(i * OutcomeCount) + (int)outcome] ??= PropertyOf(rules[i], outcome);
            if (copy.Length < length + property.Length + 1)
            {
                copy = Longer(copy, length + property.Length + 1);
            }

            property.CopyTo(copy, length);
            length += property.Length;
        }

        // The first comma is where the object begins.
        copy[0] = (byte)'{';
        copy[Math.Max(1, length)] = (byte)'}';
        json.WriteRawValue(copy.AsSpan(0, Math.Max(1, length) + 1), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(copy);
    }

    private static byte[] Longer(byte[] full, int least)
    {
        var longer = ArrayPool<byte>.Shared.Rent(Math.Max(2 * full.Length, least));
        full.CopyTo(longer, 0);
        ArrayPool<byte>.Shared.Return(full);
        return longer;
    }

    private static byte[] PropertyOf(Rule rule, Outcome outcome) => JsonOutput.Write(
        indented: false,
        json =>
        {
            json.WriteStartObject();
            Write(json, rule, outcome);
            json.WriteEndObject();
        },
        static bytes => (byte[])[(byte)',', .. bytes[1..^1]]);

    private static void Write(Utf8JsonWriter json, Rule rule, Outcome outcome) => json.WriteWord(rule.EncodedCode, outcome);
}
