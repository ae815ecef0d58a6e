using CollabRisk.Evaluation;
using CollabRisk.Text;

namespace CollabRisk.Planning;

/// <summary>How far a step is, as people say it.</summary>
public enum StepState
{
    /// <summary>Nothing was done yet.</summary>
    Open,

    /// <summary>It was begun.</summary>
    Started,

    /// <summary>It was done. Whether it helped, the facts say.</summary>
    Done,

    /// <summary>It was decided not to do it.</summary>
    Dropped,
}

/// <summary>Whether the facts call for a step.</summary>
public enum StepNeed
{
    /// <summary>A finding, or the facts without a finding, call for it.</summary>
    CalledFor,

    /// <summary>The facts say that it is done; it is to be kept up.</summary>
    InPlace,

    /// <summary>The findings that it was for are cleared: what is known shows that the matter is over.</summary>
    Cleared,

    /// <summary>Facts that are no longer recorded decide about a finding that it was for. Nothing shows that the matter is over.</summary>
    NoLongerKnown,

    /// <summary>Nothing asks for it any longer: its rule no longer applies, failed, was switched off, or is not in the rule book, or the partner that it was for is not listed.</summary>
    NoLongerAsked,

    /// <summary>People added it themselves.</summary>
    Own,
}

/// <summary>A step of an action plan: what to do, for which findings, and what people wrote about it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ActionStep
{
    /// <summary>Makes a step of one's own.</summary>
    /// <param name="code">What names it in the plan; no recommendation of the rules may have the same.</param>
    /// <param name="action">What to do.</param>
    /// <exception cref="ArgumentException">The code or the action is blank.</exception>
    public ActionStep(string code, string action)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(action);
        Code = code;
        Action = action;
    }

    /// <summary>What names the step: the code of the recommendation, or what people chose for a step of their own.</summary>
    public string Code { get; }

    /// <summary>What to do, as an instruction.</summary>
    public string Action { get; internal init; }

    /// <summary>Whether the sources name the trouble but not this remedy, so that the step is the library's.</summary>
    public bool IsDerived { get; internal init; }

    /// <summary>The ids of the claims that the advice rests on; empty for a step of one's own.</summary>
    public IReadOnlyList<string> Claims { get; internal init; } = [];

    /// <summary>Whether the facts call for it.</summary>
    public StepNeed Need { get; internal init; } = StepNeed.Own;

    /// <summary>The findings that it is for, the root of a matter before what follows from it; of a step that is no longer called for, those it was for.</summary>
    public IReadOnlyList<StepFinding> Findings { get; internal init; } = [];

    /// <summary>What it clears: smallest changes of facts to which this advice comes, with the findings that then go. Empty where no fact says so.</summary>
    public IReadOnlyList<StepClearing> Clears { get; internal init; } = [];

    /// <summary>
    /// What clears those of its findings that are not in <see cref="Clears"/>: smallest changes of facts of which no fact says that this step brings
    /// them about. It may help to them all the same.
    /// </summary>
    public IReadOnlyList<StepClearing> ClearedOtherwise { get; internal init; } = [];

    /// <summary>Who sees to it; <see langword="null"/> where no one is named yet.</summary>
    public string? Owner { get; init; }

    /// <summary>By which day; <see langword="null"/> where none is named yet.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>How far it is, as people say it. No fact changes it.</summary>
    public StepState State { get; init; }

    /// <summary>Anything else that people wrote; <see langword="null"/> where there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it should be done by now and is not.</summary>
    /// <param name="today">The day.</param>
    public bool IsOverdue(DateOnly today) => Due < today && State is (StepState.Open or StepState.Started);

    /// <summary>Code and action.</summary>
    public override string ToString() => $"{Code}: {Action}";

    /// <summary>How grave the gravest of its findings is, both ends at their highest; null where none has a level.</summary>
    internal LevelRange? Level => LevelRange.Highest(Findings.Select(finding => finding.Level));

    /// <summary>Where the advice comes from.</summary>
    internal string Origin => Need == StepNeed.Own ? "our own" : IsDerived ? "the library’s, not the source’s" : "the source’s";

    /// <summary>Whether the facts call for it, in words.</summary>
    internal string NeedInWords => Words.Humanize($"{Need}");
}

/// <summary>A finding that a step is for.</summary>
/// <param name="Fingerprint">What names it in every assessment of the collaboration; see <see cref="Finding.Fingerprint"/>.</param>
/// <param name="Code">The code of its rule.</param>
/// <param name="Subject">What it is about, in English whatever the language of the rule book; <see langword="null"/> for the whole.</param>
/// <param name="Title">What the rule is about.</param>
/// <param name="Level">How grave it was when the plan was last brought up to date; <see langword="null"/> where it has no level.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record StepFinding(string Fingerprint, string Code, string? Subject, string Title, LevelRange? Level)
{
    /// <summary>
    /// <see cref="Subject"/> as people read it, in the language of the rule book with which the plan was last brought up to date; the same where it
    /// has no words in it, and <see langword="null"/> for the whole.
    /// </summary>
    public string? SubjectInWords { get => field ?? Subject; init; }

    /// <summary>Fingerprint and level.</summary>
    public override string ToString() => Level is { } level ? $"{Fingerprint} ({level})" : Fingerprint;

    /// <summary>How the case ended of which the finding is, or would be; null where no case that counts is called so, or its partner is not listed.</summary>
    internal Outcome? OutcomeIn(EvaluationState state)
    {
        if (state.Book.Find(Code) is not { } rule)
        {
            return null;
        }

        for (var number = 0; number < rule.Cases.Length; number++)
        {
            if (!rule.Cases[number].IsSwitchedOff && FindingSource.RowOf(Fingerprint, state, rule, number) is { } row)
            {
                return state.ErrorOf(rule) is not null ? Outcome.Error : state.ResultOf(rule, number, row).Outcome;
            }
        }

        return null;
    }
}

/// <summary>Facts that a step is to change, and what that clears.</summary>
/// <param name="Changes">The changes that are enough together.</param>
/// <param name="Findings">The fingerprints of the findings that then go, worst first.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record StepClearing(IReadOnlyList<StepChange> Changes, IReadOnlyList<string> Findings)
{
    /// <summary>The changes, and what goes.</summary>
    public override string ToString() => $"{string.Join(" and ", Changes)} clears {Words.List(Findings)}";
}

/// <summary>A fact that a step is to change.</summary>
/// <param name="Fact">The path, with the partner's name where it is a partner's fact.</param>
/// <param name="Meaning">What the fact means.</param>
/// <param name="From">The value when the plan was last brought up to date, in words.</param>
/// <param name="To">The value that it should have, in words.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record StepChange(string Fact, string Meaning, string From, string To)
{
    /// <summary>Path and values: <c>vision.exists: no → yes</c>.</summary>
    public override string ToString() => $"{Fact}: {From} → {To}";
}
