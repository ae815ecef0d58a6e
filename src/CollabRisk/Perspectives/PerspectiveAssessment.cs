using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Json;
using CollabRisk.Questions;
using CollabRisk.Text;

namespace CollabRisk.Perspectives;

/// <summary>Assesses several holders' views of a collaboration: together, each alone, and where they disagree.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
[JsonConverter(typeof(AnswerJsonConverter<PerspectiveAssessment>))]
public sealed class PerspectiveAssessment : IAnswer
{
    internal PerspectiveAssessment(PerspectiveSet perspectives, ICollaborationEvaluator evaluator)
    {
        // A view with values that its facts cannot have is refused before anything is merged.
        var alone = perspectives.Views.Select(view => (View: view, Assessment: evaluator.Evaluate(view.View))).ToList();
        Perspectives = perspectives.By(evaluator.RuleBook);
        Merged = evaluator.Evaluate(Perspectives.Merged);
        Views = [.. alone.Select(each => new ViewAssessment(each.View, each.Assessment, Merged))];
        Disagreements =
        [
            .. Perspectives.Disputed
                .Select(held => new Disagreement(held, Merged.OpenQuestions.FirstOrDefault(question => question.Path == held.Path)))
                .OrderByDescending(disagreement => disagreement.Worst)
                .ThenByDescending(disagreement => disagreement.HoldsOpen.Count),
        ];
    }

    /// <summary>The views and what came of merging them, the facts that the rule book's packs declare among them.</summary>
    public PerspectiveSet Perspectives { get; }

    /// <summary>The assessment of <see cref="PerspectiveSet.Merged"/>, in which a disputed fact counts as unknown.</summary>
    public Assessment Merged { get; }

    /// <summary>Each view assessed alone, by holder.</summary>
    public IReadOnlyList<ViewAssessment> Views { get; }

    /// <summary>The disputed facts, each a finding of its own, those that hold open the worst first.</summary>
    public IReadOnlyList<Disagreement> Disagreements { get; }

    /// <summary>The result for a person to read: the ranges, the disagreements, what one holder alone knows, and how each view differs.</summary>
    /// <returns>The text; its lines end with a line feed on every system, the last one too.</returns>
    public string ToText() => Unseen.Replaced(PerspectiveText.Write(this));

    /// <summary>The result as JSON, with the merged facts as <see cref="CollaborationJson"/> writes them and the whole assessment of them.</summary>
    /// <inheritdoc cref="IAnswer.ToJson" path="/param|/returns"/>
    /// <exception cref="ArgumentException">A fact has an enum value that is not a word of the enum.</exception>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, WriteTo);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A fact has an enum value that is not a word of the enum.</exception>
    public void WriteTo(Utf8JsonWriter json) => json.WriteDocument(PerspectiveJson.SchemaId, this, PerspectiveJson.Write);

    /// <summary>The merged range, and how many disagreements there are.</summary>
    public override string ToString() => $"{Merged}; {Disagreements.Count} disagreement{(Disagreements.Count == 1 ? "" : "s")}";
}

/// <summary>A fact on which views contradict one another: a finding about the views, not of a rule.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Disagreement
{
    internal Disagreement(HeldFact held, OpenQuestion? open)
    {
        Held = held;
        HoldsOpen = open?.CouldSettle ?? [];
        Worst = open?.Worst ?? Level.None;
    }

    /// <summary>The fact with what each holder says about it.</summary>
    public HeldFact Held { get; }

    /// <summary>The path of the fact, with the partner's name where it is a partner's.</summary>
    public string Path => Held.Path;

    /// <summary>The question to settle.</summary>
    public string Question => Held.Question;

    /// <summary>Who says what and when, by holder.</summary>
    public IReadOnlyList<FactPosition> Positions => Held.Positions;

    /// <summary>
    /// The codes of the rules that the fact could settle in the merged assessment, alone or with others, worst first. Empty
    /// where nothing depends on it any more, or its value follows from other facts: see <see cref="HeldFact.FollowsAs"/>.
    /// </summary>
    public IReadOnlyList<string> HoldsOpen { get; }

    /// <summary>The highest level that one of these rules could be raised at; <see cref="Level.None"/> where none of them has a level.</summary>
    public Level Worst { get; }

    /// <summary>Path and positions.</summary>
    public override string ToString() => Held.ToString();
}

/// <summary>One view assessed alone, and compared with the merged assessment.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ViewAssessment
{
    internal ViewAssessment(Perspective perspective, Assessment assessment, Assessment merged)
    {
        Perspective = perspective;
        Assessment = assessment;

        // The one place where two assessments are compared here.
        OnlyHere = Beyond(assessment, merged);
        OnlyMerged = Beyond(merged, assessment);
    }

    /// <summary>The view.</summary>
    public Perspective Perspective { get; }

    /// <summary>The assessment of the view alone.</summary>
    public Assessment Assessment { get; }

    /// <summary>Findings of the view that the merged assessment does not have, or has at another level.</summary>
    public IReadOnlyList<Finding> OnlyHere { get; }

    /// <summary>Findings of the merged assessment that the view does not have, or has at another level.</summary>
    public IReadOnlyList<Finding> OnlyMerged { get; }

    /// <summary>Holder and overall range.</summary>
    public override string ToString() => $"{Perspective}: {Assessment.Overall}";

    private static List<Finding> Beyond(Assessment one, Assessment other)
    {
        var known = other.Findings.Select(Identity).ToHashSet();
        return [.. one.Findings.Where(finding => !known.Contains(Identity(finding)))];

        static (string, string?, LevelRange?) Identity(Finding finding) => (finding.Code, finding.Subject, finding.Level);
    }
}
