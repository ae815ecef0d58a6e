using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CollabRisk.Conditions;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Rules.Tables;

namespace CollabRisk.Evaluation;

/// <summary>
/// One evaluation of a rule book on the facts of a collaboration: how each case of each rule ended. The <see cref="Evaluator"/>
/// settles the rules in their order; from then on nothing changes, so results can be read at any time and from any thread.
/// </summary>
/// <remarks>
/// What tables worked out stays in them as bytes of truth, of which results are made when they are read; the results of rules that were
/// evaluated on their trees are kept as they are.
/// </remarks>
internal sealed class EvaluationState : ConditionContext
{
    private readonly TruthTables? tables;
    private readonly byte[] values = [];
    private CaseResult[]?[] results = [];
    private Exception?[] errors = [];
    private OverallRange overall;

    private VoidCases? voidCases;

    /// <summary>By the index of a rule, how it ended, counted from 1; 0 where that was not asked yet. Pages and documents ask several times.</summary>
    private byte[]? outcomes;

    /// <summary>The rules that were raised. Two threads may both find out, and find the same.</summary>
    private MarkedRules? raisedRules;

    /// <summary>Found out in the same way.</summary>
    private List<(Rule Rule, int Number, int Row, LevelRange Levels)>? raisedCases;

    /// <summary>What moved since the run from which results were taken over, the rules of which they were not, and those that were raised there, if that was asked.</summary>
    private (MovedFacts Moved, MarkedRules Renewed, MarkedRules? Raised)? takenOver;

    /// <param name="book">The rule book.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="tables">The tables of the book, which settle all rules but those that have to be walked; or null.</param>
    /// <param name="previous">A run of the same book, of which tables may take values over; or null.</param>
    /// <param name="moved">What moved since that run.</param>
    /// <param name="arrays">Arrays in which what tables work out is kept for as long as they are lent; null for arrays of its own.</param>
    public EvaluationState(
        RuleBook book, FactTable facts, TruthTables? tables = null, EvaluationState? previous = null, MovedFacts? moved = null, ThreadArrays? arrays = null)
        : base(facts)
    {
        Book = book;
        if (tables is not null)
        {
            this.tables = tables;
            values = tables.Evaluate(this, previous?.tables == tables ? previous.values : [], moved, arrays);
        }
    }

    public RuleBook Book { get; }

    public override OverallRange Overall => overall;

    /// <summary>Gives a rule its results, case by case and within each by the rows of partners; or why it failed, without any.</summary>
    public void Settle(Rule rule, CaseResult[] results, Exception? error)
    {
        if (this.results.Length == 0)
        {
            this.results = new CaseResult[tables?.Walked.Count ?? Book.Rules.Count][];
        }

        this.results[PlaceOf(rule)] = results;
        if (error is not null)
        {
            errors = errors.Length == 0 ? new Exception?[Book.Rules.Count] : errors;
            errors[rule.Index] = error;
        }

        Widen(rule);
    }

    /// <summary>Gives a rule the results that it had in another run of the same book.</summary>
    public void TakeOver(EvaluationState previous, Rule rule) => Settle(rule, previous.ResultsOf(rule), previous.ErrorOf(rule));

    /// <summary>Notes which rules read nothing that changed since another run, so that what is said of them can be taken over.</summary>
    /// <param name="previous">The other run, of the same book.</param>
    /// <param name="moved">What moved since then.</param>
    /// <param name="renewed">The rules that had to be evaluated again.</param>
    public void NoteTakenOver(EvaluationState previous, MovedFacts moved, MarkedRules renewed) => takenOver = (moved, renewed, previous.raisedRules);

    /// <summary>The facts of the collaboration that have another code than in another run with the same facts declared, in no particular order.</summary>
    public List<Fact> MovedSince(EvaluationState previous) =>
        takenOver is { } noted && noted.Moved.Before == previous.Facts ? noted.Moved.OfCollaboration : Facts.Moved(-1, previous.Facts, -1);

    /// <summary>The rules whose findings may say something else than in another run; null where nothing is known of that.</summary>
    public MarkedRules? SayingElse(EvaluationState previous) =>
        previous == this ? new(Book)
        : takenOver is { } noted && noted.Moved.Before == previous.Facts ? Book.Dependencies.SayingElse(noted.Renewed, RaisedRules, previous.RaisedRules)
        : null;

    /// <summary>Whether the rule ended with the same results, or failed, in both runs.</summary>
    public bool HasResultsOf(EvaluationState previous, Rule rule) =>
        ErrorOf(rule) is null == previous.ErrorOf(rule) is null
        && ResultsOf(rule).AsSpan().SequenceEqual(previous.ResultsOf(rule));

    /// <summary>Sets the range to what the rules that tables settled come to.</summary>
    /// <param name="rules">The rules that count: all of the book, or some.</param>
    public void WidenByTables(IReadOnlyList<Rule> rules)
    {
        if (!ReferenceEquals(rules, Book.Rules))
        {
            foreach (var rule in rules)
            {
                if (!tables!.IsWalked(rule))
                {
                    Widen(rule);
                }
            }

            return;
        }

        Widen(tables!.CasesOfCollaboration, -1);
        for (var row = 0; row < Facts.PartnerRows && tables.CasesOfPartner.All.Length > 0 && overall.AtLeast < Level.High; row++)
        {
            Widen(tables.CasesOfPartner, row);
        }
    }

    public Exception? ErrorOf(Rule rule) => errors.Length == 0 ? null : errors[rule.Index];

    /// <summary>How many rows of partners the rule is asked of; one where it is about the collaboration.</summary>
    public int RowsOf(Rule rule) => rule.IsPerPartner ? Facts.PartnerRows : 1;

    /// <summary>The row that conditions of the rule are asked about.</summary>
    public static int PartnerAt(Rule rule, int row) => rule.IsPerPartner ? row : -1;

    /// <summary>The result of a case of a rule; a case for partners that are not listed is never more than undetermined.</summary>
    public CaseResult ResultOf(Rule rule, int number, int row) => Facts.HasNotApplicable
        ? WrittenOf(rule, number, row) with { IsVoid = IsVoid(rule, number, row) }
        : WrittenOf(rule, number, row);

    private CaseResult WrittenOf(Rule rule, int number, int row)
    {
        if (!IsInTables(rule))
        {
            return KeptOf(rule)[(number * RowsOf(rule)) + row];
        }

        ref readonly var slots = ref tables.SlotsOf(rule, number);
        var of = tables.ValuesOf(values, PartnerAt(rule, row));
        Span<Truth> moderators = slots.Moderators.Length <= 16 ? stackalloc Truth[slots.Moderators.Length] : new Truth[slots.Moderators.Length];
        for (var i = 0; i < moderators.Length; i++)
        {
            moderators[i] = TruthByte.ToTruth(of[slots.Moderators[i]]);
        }

        return CaseResult.Of(rule, rule.Cases[number], TruthByte.ToTruth(of[slots.Guard]), TruthByte.ToTruth(of[slots.When]), moderators, isUnlisted: rule.IsPerPartner && Facts.IsMissing(row));
    }

    /// <summary>The results of the cases that are not switched off.</summary>
    public CaseResult[] ResultsThatCount(Rule rule) => rule.Overrides.Count == 0
        ? ResultsOf(rule)
        : [.. ResultsOf(rule).Where((_, i) => !rule.Cases[i / RowsOf(rule)].IsSwitchedOff)];

    /// <summary>How the rule ended, with the cases that are switched off: what is so stays so, whether it counts or not. To be asked once all rules are settled.</summary>
    public Outcome OutcomeOf(Rule rule)
    {
        // Two threads may both find out, and find the same.
        ref var known = ref (outcomes ??= new byte[Book.Rules.Count])[rule.Index];
        if (known == 0)
        {
            known = (byte)(1 + OutcomeOf(rule, withSwitchedOff: true));
        }

        return (Outcome)(known - 1);
    }

    /// <summary>How the cases of the rule ended that are not switched off; not applicable where all are.</summary>
    public Outcome OutcomeThatCounts(Rule rule) => OutcomeOf(rule, withSwitchedOff: false);

    /// <summary>
    /// How one case of a rule ended, for one row of partners where it is about partners; null where the book has no such case or
    /// it is switched off. A rule does not apply to a partner without a row.
    /// </summary>
    public Outcome? OutcomeOf(string code, string? subject, bool isAboutPartner, int row)
    {
        if (Book.Find(code) is not { } rule || rule.IsPerPartner != isAboutPartner)
        {
            return null;
        }

        for (var v = 0; v < rule.Cases.Length; v++)
        {
            if (rule.Cases[v].Subject == subject && !rule.Cases[v].IsSwitchedOff)
            {
                return ErrorOf(rule) is not null ? Outcome.Error
                    : isAboutPartner && row < 0 ? Outcome.NotApplicable
                    : ResultOf(rule, v, isAboutPartner ? row : 0).Outcome;
            }
        }

        return null;
    }

    /// <summary>Every raised case with its level, in no particular order; those that are switched off too. To be asked once all rules are settled.</summary>
    public ReadOnlySpan<(Rule Rule, int Number, int Row, LevelRange Levels)> RaisedCases => CollectionsMarshal.AsSpan(raisedCases ??= WhichCasesAreRaised());

    /// <summary>Adds every raised case with its level, as <see cref="RaisedCases"/> has them, to a list that the caller reuses.</summary>
    public void AddRaised(List<(Rule Rule, int Number, int Row, LevelRange Levels)> raised)
    {
        if (tables is not null)
        {
            AddRaised(tables.CasesOfCollaboration, -1, raised);
            for (var row = 0; row < Facts.Listed.Count && tables.CasesOfPartner.All.Length > 0; row++)
            {
                AddRaised(tables.CasesOfPartner, row, raised);
            }
        }

        foreach (var rule in tables?.Walked ?? Book.Rules)
        {
            // Where only some of the rules are evaluated, the others have no results.
            var kept = results.Length == 0 ? null : results[PlaceOf(rule)];
            for (var i = 0; i < kept?.Length; i++)
            {
                if (kept[i] is { Raised: Truth.True } result)
                {
                    raised.Add((rule, i / RowsOf(rule), i % RowsOf(rule), result.Levels));
                }
            }
        }
    }

    /// <summary>How many cases of risks and mismatches that count are neither known to be raised nor ruled out, each row of partners counting once.</summary>
    public int CountOpen()
    {
        var open = 0;
        if (tables is not null)
        {
            open = CountOpen(tables.CasesOfCollaboration, -1);
            for (var row = 0; row < Facts.PartnerRows && tables.CasesOfPartner.All.Length > 0; row++)
            {
                open += CountOpen(tables.CasesOfPartner, row);
            }
        }

        foreach (var rule in tables?.Walked ?? Book.Rules)
        {
            open += rule.HasLevel ? ResultsThatCount(rule).Count(static result => result.Raised == Truth.Unknown) : 0;
        }

        return open;
    }

    /// <summary>
    /// Whether the rule was raised, whether it counts or not; to be asked once all rules are settled. Findings ask it for the links between them,
    /// and tensions for their two sides.
    /// </summary>
    public bool IsRaised(Rule rule) => RaisedRules.Contains(rule);

    /// <summary>The tensions of which both sides are raised, by id.</summary>
    public List<Tension> RaisedTensions()
    {
        var tensions = new List<Tension>();
        var raised = RaisedRules;
        foreach (var (tension, one, other) in Book.SidesOfTensions)
        {
            if (raised.ContainsAny(one) && raised.ContainsAny(other))
            {
                tensions.Add(tension);
            }
        }

        return tensions;
    }

    /// <summary>Whether the same sides of tensions are raised as in another run of the same book.</summary>
    public bool HasTensionsOf(EvaluationState other)
    {
        for (var rule = RaisedRules.FirstDifferent(other.RaisedRules, 0); rule is not null; rule = RaisedRules.FirstDifferent(other.RaisedRules, rule.Index + 1))
        {
            if (rule.Tensions.Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the book has a rule with the code and it was raised.</summary>
    public bool IsRaised(string code) => Book.Find(code) is { } rule && IsRaised(rule);

    public override (Outcome Outcome, bool IsPerPartner) EndOf(string code) =>
        Book.Find(code)! is var rule ? (OutcomeOf(rule), rule.IsPerPartner) : default;

    public override Truth Raised(string code, int partner, Level? level = null)
    {
        var rule = Book.Find(code)!;
        if (ErrorOf(rule) is not null)
        {
            return Truth.Unknown;
        }

        var one = rule.IsPerPartner && partner >= 0;
        var value = Truth.False;
        for (var v = 0; v < rule.Cases.Length; v++)
        {
            for (var row = one ? partner : 0; row < (one ? partner + 1 : RowsOf(rule)); row++)
            {
                value = Kleene.Or(value, level is { } least ? ResultOf(rule, v, row).RaisedAt(least) : Raised(rule, v, row));
            }
        }

        return value;
    }

    /// <summary>Whether a recommendation of a rule is known to be done, for one partner where the rule is asked of each.</summary>
    public bool IsDone(Rule rule, Recommendation recommendation, int partner) =>
        rule.DoneWhen.TryGetValue(recommendation.Code, out var done) && done.Evaluate(this, partner) == Truth.True;

    /// <summary>Adds what gives conditions of a case a value, of those that have it; see <see cref="Condition.Gather"/>.</summary>
    public void Gather(Truth value, Rule rule, int number, CasePart part, int row, FactCollector to)
    {
        var partner = PartnerAt(rule, row);
        if (IsInTables(rule))
        {
            tables.Gather(TruthByte.Of(value), tables.SlotsOf(rule, number).Trees.Of(part), values, this, partner, to);
            return;
        }

        foreach (var condition in rule.ConditionsOf(number, part))
        {
            if (condition.Evaluate(this, partner) == value)
            {
                condition.Gather(this, partner, to);
            }
        }
    }

    private MarkedRules RaisedRules => raisedRules ??= WhichRulesAreRaised();

    private int PlaceOf(Rule rule) => tables?.WalkedAt(rule) ?? rule.Index;

    /// <summary>The results of a rule that was evaluated on its tree.</summary>
    private CaseResult[] KeptOf(Rule rule) => results[PlaceOf(rule)]!;

    [MemberNotNullWhen(true, nameof(tables))]
    private bool IsInTables(Rule rule) => tables is not null && !tables.IsWalked(rule);

    /// <summary>All results of a rule, case by case and within each by the rows of partners; none where it failed.</summary>
    private CaseResult[] ResultsOf(Rule rule)
    {
        if (!IsInTables(rule) && !Facts.HasNotApplicable)
        {
            return KeptOf(rule);
        }

        var rows = RowsOf(rule);
        var made = new CaseResult[ErrorOf(rule) is null ? rule.Cases.Length * rows : 0];
        for (var i = 0; i < made.Length; i++)
        {
            made[i] = ResultOf(rule, i / rows, i % rows);
        }

        return made;
    }

    /// <summary>Whether a moderator of a case acts.</summary>
    public Truth IsActing(Rule rule, int number, int moderator, int row) => IsInTables(rule)
        ? TruthByte.ToTruth(tables.ValuesOf(values, PartnerAt(rule, row))[tables.SlotsOf(rule, number).Moderators[moderator]])
        : rule.Cases[number].Moderators[moderator].When.Evaluate(this, PartnerAt(rule, row));

    /// <summary>Whether a case is raised, which costs less than its result.</summary>
    public Truth Raised(Rule rule, int number, int row)
    {
        var (guard, condition) = EndOf(rule, number, row);
        return Kleene.And(guard, condition);
    }

    /// <summary>Whether a case applies and whether its condition holds, without its level.</summary>
    private (Truth Guard, Truth Condition) EndOf(Rule rule, int number, int row)
    {
        if (!IsInTables(rule))
        {
            var result = KeptOf(rule)[(number * RowsOf(rule)) + row];
            return (result.Guard, result.Condition);
        }

        ref readonly var slots = ref tables.SlotsOf(rule, number);
        var of = tables.ValuesOf(values, PartnerAt(rule, row));
        return (TruthByte.ToTruth(of[slots.Guard]), TruthByte.ToTruth(of[slots.When]));
    }

    private Outcome OutcomeOf(Rule rule, bool withSwitchedOff)
    {
        if (ErrorOf(rule) is not null)
        {
            return Outcome.Error;
        }

        // Raised before undetermined before clear before not applicable: the first that any case has.
        var (undetermined, clear) = (false, false);
        for (var v = 0; v < rule.Cases.Length; v++)
        {
            for (var row = 0; row < RowsOf(rule) && (withSwitchedOff || !rule.Cases[v].IsSwitchedOff); row++)
            {
                var (guard, condition) = EndOf(rule, v, row);
                if (Kleene.And(guard, condition) == Truth.True)
                {
                    return Outcome.Raised;
                }

                undetermined |= guard == Truth.Unknown || (guard == Truth.True && condition == Truth.Unknown);
                clear |= guard == Truth.True && condition == Truth.False && !IsVoid(rule, v, row);
            }
        }

        return undetermined ? Outcome.Undetermined : clear ? Outcome.Clear : Outcome.NotApplicable;
    }

    /// <summary>Whether a case reads a fact that does not apply. Two threads may both find out, and find the same.</summary>
    private bool IsVoid(Rule rule, int number, int row) => Facts.HasNotApplicable && (voidCases ??= new(this)).Has(rule, number, row);

    /// <summary>Widens the overall range by what a rule came to; only cases of risks and mismatches that are not switched off count.</summary>
    private void Widen(Rule rule)
    {
        if (!rule.HasLevel)
        {
            return;
        }

        if (ErrorOf(rule) is not null)
        {
            // No one knows what the rule would have found, so the worst it can find stays possible.
            Widen(Level.None, rule.Highest);
        }

        foreach (var result in ResultsThatCount(rule))
        {
            Widen(result.Raised, result.Levels);
        }
    }

    /// <summary>Widens the overall range by the cases of the collaboration, or of a partner, gravest first.</summary>
    private void Widen(CaseBlocks cases, int partner)
    {
        var of = tables!.ValuesOf(values, partner);
        var isRaised = of.Slice(cases.First, cases.All.Length);
        WidenAt(Level.High, isRaised[..cases.High]);
        WidenAt(Level.Moderate, isRaised.Slice(cases.High, cases.Moderate));
        WidenAt(Level.Low, isRaised.Slice(cases.High + cases.Moderate, cases.Low));
        for (var i = cases.FirstModerated; i < cases.WithLevel && overall.AtLeast < Level.High; i++)
        {
            // Most are not raised, or can no longer make a difference, whatever moves their level.
            ref readonly var at = ref cases.All[i];
            if (isRaised[i] != TruthByte.False && at.Highest > (isRaised[i] == TruthByte.True ? overall.AtLeast : overall.AtMost))
            {
                Widen(TruthByte.ToTruth(isRaised[i]), at.LevelIn(of));
            }
        }
    }

    private void AddRaised(CaseBlocks cases, int partner, List<(Rule Rule, int Number, int Row, LevelRange Levels)> raised)
    {
        var row = Math.Max(0, partner);
        var of = tables!.ValuesOf(values, partner);
        var isRaised = of.Slice(cases.First, cases.All.Length);
        for (var from = 0; from < isRaised.Length; from += Vector256<byte>.Count)
        {
            for (var bits = WhichAreTrue(isRaised[from..]); bits != 0; bits &= bits - 1)
            {
                ref readonly var at = ref cases.All[from + BitOperations.TrailingZeroCount(bits)];
                raised.Add((at.Rule, at.Number, row, at.LevelIn(of)));
            }
        }
    }

    /// <summary>One bit for each of the next values, at most 32: to look for the next that is true anew after each costs as much as to add it.</summary>
    private static uint WhichAreTrue(ReadOnlySpan<byte> values)
    {
        if (values.Length >= Vector256<byte>.Count)
        {
            return Vector256.Equals(Vector256.Create(values), Vector256.Create(TruthByte.True)).ExtractMostSignificantBits();
        }

        var bits = 0u;
        for (var i = 0; i < values.Length; i++)
        {
            bits |= values[i] == TruthByte.True ? 1u << i : 0;
        }

        return bits;
    }

    private int CountOpen(CaseBlocks cases, int partner) =>
        tables!.ValuesOf(values, partner).Slice(cases.First, cases.WithLevel).Count(TruthByte.Unknown);

    private List<(Rule Rule, int Number, int Row, LevelRange Levels)> WhichCasesAreRaised()
    {
        // There is room for what tables say; what was found on trees comes on top.
        var most = tables is null ? 0 : CountRaised(tables.CasesOfCollaboration, -1);
        for (var row = 0; row < Facts.Listed.Count && tables?.CasesOfPartner.All.Length > 0; row++)
        {
            most += CountRaised(tables.CasesOfPartner, row);
        }

        var cases = new List<(Rule Rule, int Number, int Row, LevelRange Levels)>(most);
        AddRaised(cases);
        return cases;
    }

    private int CountRaised(CaseBlocks cases, int partner) =>
        tables!.ValuesOf(values, partner).Slice(cases.First, cases.All.Length).Count(TruthByte.True);

    private MarkedRules WhichRulesAreRaised()
    {
        if (takenOver is { Raised: { } before, Renewed: var renewed })
        {
            var raised = before.Copy();
            for (var rule = renewed.From(0); rule is not null; rule = renewed.After(rule))
            {
                raised.Set(rule, HasRaisedCase(rule));
            }

            return raised;
        }

        var rules = new MarkedRules(Book);
        foreach (var each in raisedCases ??= WhichCasesAreRaised())
        {
            rules.Add(each.Rule);
        }

        return rules;
    }

    private bool HasRaisedCase(Rule rule)
    {
        for (var v = 0; v < rule.Cases.Length && ErrorOf(rule) is null; v++)
        {
            for (var row = 0; row < RowsOf(rule); row++)
            {
                if (Raised(rule, v, row) == Truth.True)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void WidenAt(Level level, ReadOnlySpan<byte> isRaised)
    {
        if (overall.AtLeast < level)
        {
            Widen(
                isRaised.Contains(TruthByte.True) ? level : Level.None,
                overall.AtMost < level && isRaised.ContainsAnyExcept(TruthByte.False) ? level : Level.None);
        }
    }

    private void Widen(Truth isRaised, LevelRange levels) => Widen(
        isRaised == Truth.True ? levels.AtLeast : Level.None,
        isRaised != Truth.False ? levels.AtMost : Level.None);

    private void Widen(Level atLeast, Level atMost) => overall = new(
        overall.AtLeast > atLeast ? overall.AtLeast : atLeast,
        overall.AtMost > atMost ? overall.AtMost : atMost);
}
