using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Evaluation;

/// <summary>
/// Which cases read a fact that does not apply, themselves or through the rules on which they build. One that is not raised earns no credit:
/// nothing was there that could have been in order.
/// </summary>
/// <remarks>What a case reads does not depend on what else is known, so that learning a fact never turns one outcome into another.</remarks>
internal sealed class VoidCases
{
    private readonly EvaluationState state;

    /// <summary>By rule, then case by case and within each by the rows of partners.</summary>
    private readonly bool[][] cases;

    public VoidCases(EvaluationState state)
    {
        this.state = state;
        cases = new bool[state.Book.Rules.Count][];

        // Each rule comes after those on which it builds.
        foreach (var rule in state.Book.Rules)
        {
            var rows = state.RowsOf(rule);
            var own = cases[rule.Index] = new bool[rule.Cases.Length * rows];
            for (var i = 0; i < own.Length; i++)
            {
                own[i] = new[] { rule.AppliesWhen, rule.Cases[i / rows].AppliesWhen, rule.Cases[i / rows].When }
                    .Any(condition => condition is not null && Reads(condition, EvaluationState.PartnerAt(rule, i % rows)));
            }
        }
    }

    public bool Has(Rule rule, int number, int row) => cases[rule.Index][(number * state.RowsOf(rule)) + row];

    private bool Reads(Condition node, int partner) => node switch
    {
        RaisedTest raised => HasAny(state.Book.Find(raised.Code)!, partner),
        OfEveryPartnersFact { Fact: var fact } => Enumerable.Range(0, state.Facts.PartnerRows).Any(row => IsNotApplicable(fact, row)),
        _ => node.OwnFacts.Any(fact => IsNotApplicable(fact, partner)) || node.Asked(state, partner).Any(asked => Reads(asked.Child, asked.Partner)),
    };

    private bool IsNotApplicable(Fact fact, int row) => state.Facts[fact, row] == Fact.NotApplicable;

    private bool HasAny(Rule rule, int partner)
    {
        var rows = state.RowsOf(rule);
        for (var i = 0; i < cases[rule.Index].Length; i++)
        {
            if (cases[rule.Index][i] && (!rule.IsPerPartner || partner < 0 || i % rows == partner))
            {
                return true;
            }
        }

        return false;
    }
}
