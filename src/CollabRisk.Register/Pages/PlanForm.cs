using CollabRisk.Planning;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>What people write of a step of the plan, as it is in the fields: it comes back as it was typed where it cannot be kept.</summary>
/// <param name="Code">The code of the step; empty for a new one.</param>
/// <param name="Action">What to do; of a step that people did not add it is not asked for.</param>
/// <param name="Owner">Who sees to it.</param>
/// <param name="Due">By which day.</param>
/// <param name="State">How far it is.</param>
/// <param name="Note">Anything else.</param>
internal sealed record PlanForm(string Code, string Action = "", string Owner = "", string Due = "", string State = "", string Note = "")
{
    public const int LongestAction = 500;

    public const int LongestOwner = 200;

    public const int LongestNote = 2_000;

    /// <summary>Whether the step is to be taken out of the plan.</summary>
    public bool IsTakenOut { get; init; }

    /// <summary>What was sent.</summary>
    /// <param name="text">What was typed into a field; empty where there is none of the name.</param>
    public static PlanForm Of(Func<string, string> text) =>
        new(text("code"), text("action"), text("owner"), text("due"), text("state"), text("note")) { IsTakenOut = text("do") == "take-out" };

    /// <summary>A step as it is kept.</summary>
    public static PlanForm Of(ActionStep step) => new(step.Code, step.Action, step.Owner ?? "", step.Due is { } due ? CalendarDay.Write(due) : "", $"{step.State}", step.Note ?? "");

    /// <summary>The id of a field of this step on the page.</summary>
    public string FieldOf(string name) => $"{name}-{Code}";

    /// <summary>The plan with what was written, what that changes as a sentence, and everything that is wrong with it.</summary>
    public (ActionPlan Changed, string What, IReadOnlyList<FormProblem> Problems) Apply(ActionPlan plan)
    {
        List<FormProblem> problems = [];
        var step = plan.Steps.FirstOrDefault(each => each.Code == Code);

        // What was written of a step that is gone is shown as a new one, and its problems lead there.
        var shown = step is null ? this with { Code = "" } : this;
        if (Code.Length > 0 && step is null)
        {
            problems.Add($"The step {Shown.Value(Code)} is not in the plan any more{(IsTakenOut ? ", so there is nothing to take out" : ". What you typed is below, as a step of your own")}.");
        }

        var isOwn = step is null or { Need: StepNeed.Own };
        if (isOwn && Action.Length == 0 && problems.Count == 0)
        {
            problems.Add(new("What to do is empty. Say it.", shown.FieldOf("action")));
        }

        var due = CalendarDay.Read(Due);
        if (Due.Length > 0 && due is null)
        {
            problems.Add(new($"{Shown.Value(Due)} is not a day such as 2027-03-31.", shown.FieldOf("due")));
        }

        foreach (var (field, what, text, most) in new[] { ("action", "What to do", isOwn ? Action : "", LongestAction), ("owner", "The owner", Owner, LongestOwner), ("note", "The note", Note, LongestNote) })
        {
            if (text.Length > most)
            {
                problems.Add(new(FormattableString.Invariant($"{what} has {text.Length} characters, and {most} are the most. Shorten it."), shown.FieldOf(field)));
            }
        }

        if (IsTakenOut && isOwn && step is not null)
        {
            return (plan.With([.. plan.Steps.Where(each => each != step)]), $"The step {Code} was taken out of the plan.", []);
        }

        return problems.Count > 0 ? (plan, "", problems)
            : step is null ? (plan.With(Written(new(NewCode(plan), Action))), "A step was added to the plan.", problems)
            : (plan.With(Code, Written), $"The step {Code} of the plan was changed.", problems);

        ActionStep Written(ActionStep one) => one with
        {
            Action = isOwn ? Action : one.Action,
            Owner = OrNone(Owner),
            Due = due,
            State = Enum.GetValues<StepState>().Where(each => $"{each}" == State).DefaultIfEmpty(one.State).First(),
            Note = OrNone(Note),
        };
    }

    private static string NewCode(ActionPlan plan)
    {
        for (var number = 1; ; number++)
        {
            var code = FormattableString.Invariant($"OWN-{number}");
            if (plan.Steps.All(step => step.Code != code))
            {
                return code;
            }
        }
    }

    private static string? OrNone(string text) => text.Length == 0 ? null : text;
}
