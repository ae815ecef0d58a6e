using CollabRisk.Rules;

namespace CollabRisk.Comparing;

/// <summary>In which way something is different.</summary>
public enum DifferenceKind
{
    /// <summary>It is there after and was not there before.</summary>
    Added,

    /// <summary>It was there before and is not there after.</summary>
    Gone,

    /// <summary>It is there on both sides and not the same.</summary>
    Changed,
}

/// <summary>Why a finding that was raised is raised no longer.</summary>
public enum FindingEnd
{
    /// <summary>The rule is clear: what is known shows that the matter is over.</summary>
    Cleared,

    /// <summary>Facts that are no longer recorded decide it. Nothing shows that the matter is over.</summary>
    NoLongerKnown,

    /// <summary>The rule no longer applies to what the finding was about.</summary>
    NoLongerApplies,

    /// <summary>Nothing asks it any longer: the rule failed, was switched off or taken away, or the partner is not listed.</summary>
    NoLongerAsked,
}

/// <summary>A finding that is not the same in two assessments.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FindingChange
{
    internal FindingChange(
        DifferenceKind kind, Finding? before, Finding? after, Outcome? outcomeBefore, Outcome? outcomeAfter,
        IReadOnlyList<FactMove> causedBy, IReadOnlyList<string> causedByRules)
    {
        Kind = kind;
        Before = before;
        After = after;
        OutcomeBefore = outcomeBefore;
        OutcomeAfter = outcomeAfter;
        CausedBy = causedBy;
        CausedByRules = causedByRules;
    }

    /// <summary>In which way the finding is different. Changed: in its level, the range of its level, its confidence, its message or what moved its level.</summary>
    public DifferenceKind Kind { get; }

    /// <summary>What names the finding; see <see cref="Finding.Fingerprint"/>.</summary>
    public string Fingerprint => Latest.Fingerprint;

    /// <summary>The finding before; <see langword="null"/> where it was added.</summary>
    public Finding? Before { get; }

    /// <summary>The finding after; <see langword="null"/> where it is gone.</summary>
    public Finding? After { get; }

    /// <summary>
    /// How the rule ended before for what the finding is about: an added finding was clear, or undetermined and is known only
    /// now. <see langword="null"/> where the rule book had no such rule or case, or it was switched off.
    /// </summary>
    public Outcome? OutcomeBefore { get; }

    /// <summary>
    /// How the rule ended after: a finding that is gone may be clear, or undetermined as facts are no longer known.
    /// <see langword="null"/> where the rule book has no such rule or case, or it is switched off.
    /// </summary>
    public Outcome? OutcomeAfter { get; }

    /// <summary>Why it is raised no longer; <see langword="null"/> unless it is gone.</summary>
    public FindingEnd? End => Kind == DifferenceKind.Gone ? EndOf(OutcomeAfter) : null;

    /// <summary>
    /// The facts that moved and made the difference, in the order of the model: those that the rule asks about, directly or
    /// through other rules, where the answer is another one, and those from which they follow. Never empty where the rules are
    /// the same.
    /// </summary>
    public IReadOnlyList<FactMove> CausedBy { get; }

    /// <summary>The codes of the rules that are not the same in both rule books and have a part in the difference.</summary>
    public IReadOnlyList<string> CausedByRules { get; }

    /// <summary>Whether the finding held up the lower end of a range, and may still be as grave as that: nothing shows that it is better.</summary>
    internal bool StillHolds(Level fallenTo) =>
        Before?.Level is { } was && was.AtLeast > fallenTo
        && (End == FindingEnd.NoLongerKnown || (After?.Level is { } now && now.AtMost >= was.AtLeast && now.AtLeast < was.AtLeast));

    /// <summary>Why something that is not raised ended so.</summary>
    internal static FindingEnd EndOf(Outcome? outcome) => outcome switch
    {
        Outcome.Clear => FindingEnd.Cleared,
        Outcome.Undetermined => FindingEnd.NoLongerKnown,
        Outcome.NotApplicable => FindingEnd.NoLongerApplies,
        _ => FindingEnd.NoLongerAsked,
    };

    /// <summary>The finding after, or before where it is gone.</summary>
    internal Finding Latest => (After ?? Before)!;

    /// <summary>The kind of difference and the fingerprint: "Added VISION-ABSENT".</summary>
    public override string ToString() => $"{Kind} {Fingerprint}";
}

/// <summary>A rule that ended in another way in one assessment than in another.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class OutcomeChange
{
    internal OutcomeChange(Rule rule, Outcome? before, Outcome? after, IReadOnlyList<FactMove> causedBy, IReadOnlyList<string> causedByRules)
    {
        Rule = rule;
        Before = before;
        After = after;
        CausedBy = causedBy;
        CausedByRules = causedByRules;
    }

    /// <summary>The rule, as it is after or, where there is none, as it was before.</summary>
    public Rule Rule { get; }

    /// <summary>How it ended before; <see langword="null"/> where the rule book had no such rule.</summary>
    public Outcome? Before { get; }

    /// <summary>How it ended after; <see langword="null"/> where the rule book has no such rule.</summary>
    public Outcome? After { get; }

    /// <summary>Whether the rule was undetermined and is not any more.</summary>
    public bool IsSettled => Before is Outcome.Undetermined && After is Outcome.Raised or Outcome.Clear or Outcome.NotApplicable;

    /// <summary>Whether the rule had been settled and is undetermined now.</summary>
    public bool IsOpened => After is Outcome.Undetermined && Before is Outcome.Raised or Outcome.Clear or Outcome.NotApplicable;

    /// <summary>The facts that made the difference; see <see cref="FindingChange.CausedBy"/>.</summary>
    public IReadOnlyList<FactMove> CausedBy { get; }

    /// <summary>The codes of the rules that are not the same in both rule books and have a part in the difference.</summary>
    public IReadOnlyList<string> CausedByRules { get; }

    /// <summary>Code and outcomes: "VISION-ABSENT: Undetermined -> Clear".</summary>
    public override string ToString() => $"{Rule.Code}: {Before?.ToString() ?? "no such rule"} -> {After?.ToString() ?? "no such rule"}";
}

/// <summary>A rule that only one of two rule books has, or that is not the same in both.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RuleChange
{
    internal RuleChange(Rule? before, Rule? after)
    {
        Before = before;
        After = after;
    }

    /// <summary>The rule before; <see langword="null"/> where it was added.</summary>
    public Rule? Before { get; }

    /// <summary>The rule after; <see langword="null"/> where it is gone.</summary>
    public Rule? After { get; }

    /// <summary>In which way the rule is different.</summary>
    public DifferenceKind Kind => Before is null ? DifferenceKind.Added : After is null ? DifferenceKind.Gone : DifferenceKind.Changed;

    /// <summary>The code of the rule.</summary>
    public string Code => (After ?? Before)!.Code;

    /// <summary>
    /// The parts of the rule that are not the same, in the order in which a rule is written, what overrides make of them among them; empty unless it
    /// changed.
    /// </summary>
    public IReadOnlyList<RulePartChange> Parts => field ??= Before is null || After is null ? [] : RuleParts.Between(Before, After);

    /// <summary>Whether findings of the rule counted before and no longer do, because all of it was switched off.</summary>
    public bool IsSwitchedOff => Before?.IsSwitchedOff != true && After?.IsSwitchedOff == true;

    /// <summary>The kind of difference and the code.</summary>
    public override string ToString() => $"{Kind} {Code}";
}
