using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Questions;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Explaining;

/// <summary>Why a rule ended as it did: every condition it asked, the facts each of them read, and the value that gave.</summary>
/// <remarks>
/// It comes from the evaluation that it explains, so it never says anything else. Nothing is cut short: every condition has
/// a value, also where another had already decided. Immutable and thread-safe.
/// </remarks>
[JsonConverter(typeof(AnswerJsonConverter<RuleExplanation>))]
public sealed class RuleExplanation : IAnswer
{
    private readonly Lazy<IReadOnlyList<SettlingAnswer>> answers;

    internal RuleExplanation(EvaluationState state, Rule rule)
    {
        Rule = rule;
        var outcome = new RuleOutcome(state, rule);
        Outcome = outcome.Outcome;
        Error = outcome.Error;
        OpenFacts = outcome.OpenFacts;
        Cases = new Explainer(state, rule).Cases();
        answers = new(() => Answers(state, rule));
    }

    /// <summary>The code of the rule.</summary>
    public string Code => Rule.Code;

    /// <summary>What the rule is about, in a few words.</summary>
    public string Title => Rule.Title;

    /// <summary>What a finding of the rule is.</summary>
    public FindingKind Kind => Rule.Kind;

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>How the rule ended, all its cases taken together.</summary>
    public Outcome Outcome { get; }

    /// <summary>Why the rule failed; <see langword="null"/> if it did not.</summary>
    public string? Error { get; }

    /// <summary>Why the rule ended so, in a sentence or two.</summary>
    public string Summary => ExplanationText.Summary(this);

    /// <summary>The cases, partners by name; empty where the rule failed.</summary>
    public IReadOnlyList<ExplainedCase> Cases { get; }

    /// <summary>The unknown facts that could settle the rule, as <see cref="RuleOutcome.OpenFacts"/>.</summary>
    public IReadOnlyList<FactReading> OpenFacts { get; }

    /// <summary>
    /// For each open fact: every answer that its question may get, with the outcome if it were the only thing learned. Answers that
    /// contradict what is known are left out, as in <see cref="OpenQuestion.Answers"/>. Empty unless the rule is undetermined. Found
    /// by evaluating with each answer, when it is first asked for.
    /// </summary>
    public IReadOnlyList<SettlingAnswer> SettlingAnswers => answers.Value;

    private IReadOnlyList<SettlingAnswer> Answers(EvaluationState state, Rule rule) => Outcome != Outcome.Undetermined ? [] :
    [
        .. OpenFacts.SelectMany(
            open => AnswerTrial.Of(state, open),
            (open, answer) => new SettlingAnswer(ReadingOf(open, answer.After.Facts), answer.Answer, answer.After.OutcomeOf(rule))),
    ];

    private static FactReading ReadingOf(FactReading open, FactTable after) =>
        open.As(after[open.Fact, open.PartnerName is { } name ? after.RowOf(name) : -1]);

    /// <summary>The whole explanation as text: the summary, then every condition as an indented tree with ✓, ✗ or ?.</summary>
    /// <returns>Lines that end with a line feed on every system, the last one too.</returns>
    public string ToText() => Unseen.Replaced(ExplanationText.Of(this));

    /// <inheritdoc/>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, WriteTo);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json) => json.WriteDocument(ExplanationJson.SchemaId, this, ExplanationJson.Write);

    /// <summary>Code and outcome.</summary>
    public override string ToString() => $"{Code}: {Outcome}";
}
