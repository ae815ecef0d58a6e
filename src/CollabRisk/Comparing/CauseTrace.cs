using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Comparing;

/// <summary>
/// Follows a result that changed down to the facts that moved: through every node of the conditions whose value changed,
/// and through the rules on which they build. A fact that moved without changing what was asked about it is not a cause.
/// </summary>
internal sealed class CauseTrace(EvaluationPair pair)
{
    /// <summary>Stands for all partners, and for a question about the collaboration.</summary>
    private const int NoPartner = -1;

    private readonly EvaluationState before = pair.Before;
    private readonly EvaluationState after = pair.After;
    private readonly HashSet<FactMove> facts = [];

    // Made when they are needed: most changes come from facts that the rule itself reads, by the same rules.
    private SortedSet<string>? rules;
    private HashSet<(string Code, int Partner, bool WithLevel)>? visited;
    private HashSet<(string Code, int Partner)>? visitedAsVoid;

    /// <summary>The facts that moved, in the order of the model.</summary>
    public IReadOnlyList<FactMove> Facts => pair.MovesAmong(facts);

    /// <summary>The codes of rules that are not the same in both rule books, in their order.</summary>
    public IReadOnlyList<string> Rules => rules is null ? [] : [.. rules];

    /// <summary>Traces why a case of a rule, for a partner where it is about one, is raised or not, at its level and with its message.</summary>
    public CauseTrace Finding(string code, string? subject, int partner)
    {
        Trace(code, partner, new Asked(WithLevel: true, OneCase: true, subject));
        return this;
    }

    /// <summary>Traces why a rule ended in another way.</summary>
    public CauseTrace Outcome(string code)
    {
        TraceRaised(code, NoPartner);
        return this;
    }

    private void TraceRaised(string code, int partner, bool withLevel = false)
    {
        if ((visited ??= []).Add((code, partner, withLevel)))
        {
            Trace(code, partner, new Asked(withLevel));
        }
    }

    private void Trace(string code, int partner, Asked asked)
    {
        var (was, now) = (before.Book.Find(code), after.Book.Find(code));
        if (!pair.IsSameRule(code))
        {
            (rules ??= new(StringComparer.Ordinal)).Add(code);
            AddAll(was?.Facts ?? [], partner);
            AddAll(now?.Facts ?? [], partner);
        }
        else if (before.ErrorOf(was!) is not null || after.ErrorOf(now!) is not null)
        {
            // The conditions of a rule that failed cannot be asked again.
            AddAll(was!.Facts, partner);
            foreach (var other in was.BuildsOn)
            {
                TraceRaised(other, partner);
            }
        }
        else if (!was!.IsPerPartner)
        {
            TraceCases(was, now!, NoPartner, asked);
        }
        else if (partner != NoPartner)
        {
            TraceCases(was, now!, partner, asked);
        }
        else
        {
            for (var each = 0; each < pair.Partners.Count; each++)
            {
                TraceCases(was, now!, each, asked);
            }
        }
    }

    private void TraceCases(Rule was, Rule now, int partner, Asked asked)
    {
        var (rowBefore, rowAfter) = RowsOf(partner);
        if (partner != NoPartner && !pair.Partners[partner].IsOnBothSides)
        {
            AddPartnerList();
            AddAll(was.Facts, partner);
            return;
        }

        for (var v = 0; v < was.Cases.Length; v++)
        {
            var (caseBefore, caseAfter) = (was.Cases[v], now.Cases[v]);
            if (!asked.Includes(caseBefore))
            {
                continue;
            }

            var resultBefore = before.ResultOf(was, v, Math.Max(0, rowBefore));
            var resultAfter = after.ResultOf(now, v, Math.Max(0, rowAfter));
            if (resultBefore.Guard == Truth.False && resultAfter.Guard == Truth.False)
            {
                continue;
            }

            if (partner != NoPartner && !pair.Partners[partner].IsListedAlike && resultBefore != resultAfter)
            {
                // What was true of partners whom no one had listed becomes a finding as they are listed.
                AddPartnerList();
            }

            if (resultBefore.IsVoid != resultAfter.IsVoid)
            {
                TraceVoid(was, partner);
            }

            Walk(was.AppliesWhen, now.AppliesWhen, partner);
            Walk(caseBefore.AppliesWhen, caseAfter.AppliesWhen, partner);
            Walk(caseBefore.When, caseAfter.When, partner);
            if (asked.WithLevel)
            {
                for (var m = 0; m < caseBefore.Moderators.Length; m++)
                {
                    Walk(caseBefore.Moderators[m].When, caseAfter.Moderators[m].When, partner);
                }

                AddAll(caseBefore.Says.Facts, partner);

                // What a finding says depends on which of its advice is already followed.
                if (was.DoneWhen.Count > 0)
                {
                    foreach (var (step, done) in was.DoneWhen)
                    {
                        Walk(done, now.DoneWhen.GetValueOrDefault(step), partner);
                    }
                }
            }
        }
    }

    /// <summary>What a rule reads, itself or through those on which it builds, that applied before and does not now, or the other way round.</summary>
    private void TraceVoid(Rule rule, int partner)
    {
        if (!(visitedAsVoid ??= []).Add((rule.Code, partner)))
        {
            return;
        }

        AddAll([.. rule.Facts.Where(fact => fact.IsPerPartner || (before.Facts[fact, NoPartner] == Fact.NotApplicable) != (after.Facts[fact, NoPartner] == Fact.NotApplicable))], partner, isVoid: true);
        foreach (var code in rule.BuildsOn)
        {
            TraceVoid(before.Book.Find(code)!, partner);
        }
    }

    /// <summary>Follows a node whose value changed. The two nodes are at the same place of the same condition.</summary>
    private void Walk(Condition? was, Condition? now, int partner)
    {
        var (rowBefore, rowAfter) = RowsOf(partner);
        if (was is null || now is null || was.Evaluate(before, rowBefore) == now.Evaluate(after, rowAfter))
        {
            return;
        }

        switch (was)
        {
            case AtLeastPartners or EveryPartner:
                AddPartnerList();
                for (var each = 0; each < pair.Partners.Count; each++)
                {
                    WalkEach(was.Children[0], now.Children[0], each);
                }

                break;
            case OfEveryPartnersFact:
                AddPartnerList();
                AddAll(was.OwnFacts, NoPartner);
                break;
            case RaisedTest raised:
                TraceRaised(raised.Code, partner, withLevel: raised.Level is not null);
                break;
            case OverallTest overall:
                TraceOverall(overall.Level);
                break;
            default:
                AddAll(was.OwnFacts, partner);
                for (var i = 0; i < was.Children.Count; i++)
                {
                    Walk(was.Children[i], now.Children[i], partner);
                }

                break;
        }
    }

    private void WalkEach(Condition was, Condition now, int partner)
    {
        if (pair.Partners[partner].IsOnBothSides)
        {
            Walk(was, now, partner);
        }
        else
        {
            AddAll([.. was.Facts], partner);
        }
    }

    /// <summary>The overall range reaches a level through the rules that reach it; those count that do so on one side more than on the other.</summary>
    private void TraceOverall(Level level)
    {
        foreach (var code in before.Book.RulesByCode.Concat(after.Book.RulesByCode).Where(rule => rule.HasLevel).Select(rule => rule.Code).Distinct(StringComparer.Ordinal))
        {
            if (Reaches(before, code, level) != Reaches(after, code, level))
            {
                Trace(code, NoPartner, new Asked(WithLevel: true));
            }
        }
    }

    private static Truth Reaches(EvaluationState state, string code, Level level)
    {
        if (state.Book.Find(code) is not { HasLevel: true } rule)
        {
            return Truth.False;
        }

        var reaches = state.ErrorOf(rule) is null || rule.Highest < level ? Truth.False : Truth.Unknown;
        for (var v = 0; v < rule.Cases.Length && state.ErrorOf(rule) is null; v++)
        {
            for (var row = 0; row < state.RowsOf(rule) && !rule.Cases[v].IsSwitchedOff; row++)
            {
                reaches = Kleene.Or(reaches, state.ResultOf(rule, v, row).RaisedAt(level));
            }
        }

        return reaches;
    }

    private (int Before, int After) RowsOf(int partner) =>
        partner == NoPartner ? (NoPartner, NoPartner) : (pair.Partners[partner].Before, pair.Partners[partner].After);

    private void AddPartnerList()
    {
        Add(before.Facts.Registry.PartnerList, NoPartner);
        Add(before.Facts.Registry.PartnerCount, NoPartner);
    }

    /// <summary>Adds the moves of some facts: those of one partner where one is asked about, otherwise of all.</summary>
    /// <param name="read">The facts.</param>
    /// <param name="partner">The partner, or none.</param>
    /// <param name="isVoid">Whether only those moves count after which a fact applies that did not, or the other way round.</param>
    private void AddAll(IReadOnlyList<Fact> read, int partner, bool isVoid = false)
    {
        for (var i = 0; i < read.Count; i++)
        {
            var fact = read[i];
            if (fact.IsPerPartner && partner == NoPartner)
            {
                Add(pair.MovesOf(fact).Where(move => !isVoid || move.BeforeValue is DoesNotApply || move.AfterValue is DoesNotApply));
            }
            else if (!isVoid || !fact.IsPerPartner || pair.MoveOf(fact, partner) is { BeforeValue: DoesNotApply } or { AfterValue: DoesNotApply })
            {
                Add(fact, partner);
            }
        }
    }

    private void Add(Fact fact, int partner)
    {
        if (pair.MoveOf(fact, partner) is { } move)
        {
            Add(move);
        }
        else if (fact.IsDerived && before.Facts[fact, NoPartner] != after.Facts[fact, NoPartner])
        {
            // Whether it applies is not a value of the model.
            Add(DerivedFacts.SourcesOf(fact).SelectMany(path => pair.MovesOf(before.Facts.Registry.Find(path)!)));
        }
    }

    /// <summary>Adds moves, and the moves of the facts from which theirs follow.</summary>
    private void Add(IEnumerable<FactMove> moves)
    {
        foreach (var move in moves)
        {
            Add(move);
        }
    }

    private void Add(FactMove move)
    {
        if (facts.Add(move) && move.Fact.CanFollow)
        {
            Add(DerivedFacts.SourcesOf(move.Fact).SelectMany(path => pair.MovesOf(before.Facts.Registry.Find(path)!)));
        }
    }

    /// <summary>What is asked of a rule: of the case with a subject or of all, and whether only whether they are raised or their level and message as well.</summary>
    private readonly record struct Asked(bool WithLevel, bool OneCase = false, string? Subject = null)
    {
        public bool Includes(Case @case) => !OneCase || @case.Subject == Subject;
    }
}
