using System.Text.Json;
using System.Text.Json.Serialization;
using CollabRisk.Comparing;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.Planning;

/// <summary>What people mean to do about an assessment: its advice as steps, with owner, day and state.</summary>
/// <remarks>
/// <para>
/// The steps come from the findings, the gravest matter first and in each the root before what follows from it; then come those that the facts
/// call for without a finding, those that are no longer called for, and those that people added. A plan that is brought up to date keeps what
/// people wrote: owner, day, state, note, and steps of their own. A step that is no longer called for stays, and says why.
/// </para>
/// <para>Kept as JSON next to the collaboration; see <see cref="Read"/>. Immutable and thread-safe.</para>
/// </remarks>
[JsonConverter(typeof(AnswerJsonConverter<ActionPlan>))]
public sealed class ActionPlan : IAnswer
{
    internal ActionPlan(string? collaboration, DateOnly? asOf, OverallRange overall, string ruleBookDigest, IReadOnlyList<ActionStep> steps, PlanLanguages languages)
    {
        Collaboration = collaboration;
        AsOf = asOf;
        Overall = overall;
        RuleBookDigest = ruleBookDigest;
        Steps = steps;
        Languages = languages;
    }

    /// <summary>The name of the collaboration; <see langword="null"/> where it is not known.</summary>
    public string? Collaboration { get; }

    /// <summary>The day of the facts by which the plan was last brought up to date; <see langword="null"/> where it is not known.</summary>
    public DateOnly? AsOf { get; }

    /// <summary>The overall range by those facts.</summary>
    public OverallRange Overall { get; }

    /// <summary>The digest of the rules that they were assessed by; see <see cref="Rules.RuleBook.Digest"/>.</summary>
    public string RuleBookDigest { get; }

    /// <summary>The steps, in the order in which to look at them.</summary>
    public IReadOnlyList<ActionStep> Steps { get; }

    /// <summary>What a host knows of its day, or of days before, in their order; empty unless <see cref="WithHostNotes"/> gave some.</summary>
    public IReadOnlyList<HostNote> HostNotes { get; private init; } = [];

    /// <summary>Which of its texts are in another language than English.</summary>
    internal PlanLanguages Languages { get; }

    /// <summary>Makes a plan, or brings an earlier one up to date.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="earlier">The plan as it was, of which everything is kept that people wrote; none if left out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is <see langword="null"/>.</exception>
    /// <remarks>What clears a finding is searched with bounds that are counts: at most 250 evaluations for each of the first 60 findings.</remarks>
    public static ActionPlan Of(Assessment assessment, ActionPlan? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var steps = PlanMaker.Steps(assessment, earlier?.Steps ?? []);
        return new(
            assessment.Collaboration.Name, assessment.Collaboration.AsOf, assessment.Overall, assessment.RuleBook.Digest, steps,
            PlanLanguages.Of(assessment, steps, earlier?.Languages ?? PlanLanguages.None));
    }

    /// <summary>Reads a plan that was written as JSON, with what people wrote into it.</summary>
    /// <param name="json">What <see cref="ToJson(bool)"/> gave, also with other owners, days, states and notes, and with steps whose need is <c>Own</c>.</param>
    /// <returns>The plan, or everything that is wrong with the text, each with its place.</returns>
    /// <remarks>What a host knew of the day when it was written is not read: it is the host's, and of that day.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    public static JsonReading<ActionPlan> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return PlanJson.Read(json);
    }

    /// <summary>The plan with what people say of one step; all else stays.</summary>
    /// <param name="code">The code of the step; upper and lower case do not differ.</param>
    /// <param name="change">Gives the step as it is to be.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No step has the code, or it would have another one.</exception>
    public ActionPlan With(string code, Func<ActionStep, ActionStep> change)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(change);
        var step = Steps.FirstOrDefault(step => step.Code.Equals(code, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"no step of the plan has the code '{Shown.Name(code)}'.{DidYouMean.Sentence(code, Steps.Select(step => step.Code))}", nameof(code));
        var changed = change(step);
        return changed.Code == step.Code
            ? With([.. Steps.Select(each => each == step ? changed : each)])
            : throw new ArgumentException($"the code of '{Shown.Name(code)}' names the step and cannot be changed.", nameof(change));
    }

    /// <summary>The plan with a step of one's own at its end.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentNullException"><paramref name="step"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A step of the plan has its code.</exception>
    public ActionPlan With(ActionStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Steps.Any(each => each.Code.Equals(step.Code, StringComparison.OrdinalIgnoreCase))
            ? throw new ArgumentException($"the plan has a step with the code '{Shown.Name(step.Code)}'. Give it another one.", nameof(step))
            : With([.. Steps, step]);
    }

    /// <summary>The plan with other steps.</summary>
    internal ActionPlan With(IReadOnlyList<ActionStep> steps) => new(Collaboration, AsOf, Overall, RuleBookDigest, steps, Languages) { HostNotes = HostNotes };

    /// <summary>The plan with what a host knows of its day, such as who answered, which its text, its JSON, its page and its workbook then say; all else stays.</summary>
    /// <param name="notes">The notes, in any order, in place of those that it had. A plan that is brought up to date by <see cref="Of"/> has none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="notes"/>, or one of them, is <see langword="null"/>.</exception>
    public ActionPlan WithHostNotes(params IEnumerable<HostNote> notes) => new(Collaboration, AsOf, Overall, RuleBookDigest, Steps, Languages) { HostNotes = HostNote.InOrder(notes) };

    /// <summary>What became of each step between two states of the collaboration.</summary>
    /// <param name="difference">The two states.</param>
    /// <exception cref="ArgumentNullException"><paramref name="difference"/> is <see langword="null"/>.</exception>
    public PlanReview Review(AssessmentDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return new PlanReview(this, difference);
    }

    /// <inheritdoc/>
    public string ToText() => Unseen.Replaced(PlanText.Of(this));

    /// <inheritdoc/>
    public string ToJson(bool indented = true) => JsonOutput.Write(indented, WriteTo);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json) => json.WriteDocument(PlanJson.SchemaId, this, PlanJson.Write);

    /// <summary>How many steps there are, and how many are done.</summary>
    public override string ToString() => $"{Words.Count(Steps.Count, "step")}, {Words.Count(Steps.Count(step => step.State == StepState.Done), "done", "done")}";
}
