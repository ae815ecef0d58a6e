using CollabRisk.Evaluation;
using CollabRisk.Evidence;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>Writes the findings of an evaluation, in their order.</summary>
internal sealed class FindingWriter(EvaluationState state, IReadOnlyList<Tension> tensions)
{
    private readonly FindingRoots roots = new(state);
    private readonly FindingSource source = new(state, tensions);

    /// <summary>Writes the findings.</summary>
    /// <param name="previous">An assessment whose findings are taken over where they are sure to be the same, or null.</param>
    public List<Finding> Write(Assessment? previous)
    {
        var sayingElse = previous is null ? null : SayingElse(previous);
        var findings = new List<Finding>();
        foreach (var (rule, number, row, levels) in state.RaisedCases)
        {
            if (sayingElse is null || sayingElse[rule.Index])
            {
                var raised = new RaisedCase(rule, number, row);
                findings.Add(new Finding(source, raised, levels, roots.Of(raised) is var root && root != raised ? root : null));
            }
        }

        foreach (var finding in sayingElse is null ? [] : previous!.Findings.Concat(previous.SwitchedOff))
        {
            if (!sayingElse![finding.Rule.Index])
            {
                finding.ReadFrom(source);
                findings.Add(finding);
            }
        }

        findings.Sort(FindingOrder.Instance);
        return findings;
    }

    /// <summary>By the index of the rule, whether its findings may say something else than in a previous assessment; null where nothing is known of that.</summary>
    private bool[]? SayingElse(Assessment previous)
    {
        var sayingElse = state.SayingElse(previous.State);
        if (sayingElse is null)
        {
            return null;
        }

        var turned = tensions.SequenceEqual(previous.Tensions) ? [] : tensions.Except(previous.Tensions).Union(previous.Tensions.Except(tensions)).ToArray();
        foreach (var rule in state.RaisedRules())
        {
            sayingElse[rule.Index] = sayingElse[rule.Index] || (turned.Length > 0 && rule.Tensions.Any(turned.Contains)) || !IsDoneAsMuch(rule, previous.State);
        }

        return sayingElse;
    }

    /// <summary>Whether the same recommendations of the rule are done as before, with every partner.</summary>
    private bool IsDoneAsMuch(Rule rule, EvaluationState before)
    {
        if (rule.DoneWhen.Count == 0)
        {
            return true;
        }

        foreach (var done in rule.DoneWhen.Values)
        {
            for (var row = 0; row < state.RowsOf(rule); row++)
            {
                var partner = EvaluationState.PartnerAt(rule, row);
                if (done.Evaluate(state, partner) != done.Evaluate(before, partner))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
