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
        var findings = new List<Finding>(state.RaisedCases.Count);
        foreach (var (rule, number, row, levels) in state.RaisedCases)
        {
            if (sayingElse?.Contains(rule) is not false)
            {
                var raised = new RaisedCase(rule, number, row);
                findings.Add(new Finding(source, raised, levels, roots.Of(raised) is var root && root != raised ? root : null));
            }
        }

        if (sayingElse is not null)
        {
            TakeOver(previous!.Findings);
            TakeOver(previous.SwitchedOff);
        }

        findings.Sort(FindingOrder.Instance);
        return findings;

        void TakeOver(IReadOnlyList<Finding> those)
        {
            for (var i = 0; i < those.Count; i++)
            {
                if (!sayingElse.Contains(those[i].Rule))
                {
                    those[i].ReadFrom(source);
                    findings.Add(those[i]);
                }
            }
        }
    }

    /// <summary>The rules whose findings may say something else than in a previous assessment; null where nothing is known of that.</summary>
    private MarkedRules? SayingElse(Assessment previous)
    {
        if (state.SayingElse(previous.State) is not { } sayingElse)
        {
            return null;
        }

        if (!tensions.SequenceEqual(previous.Tensions))
        {
            AddThoseOf(tensions, previous.Tensions);
            AddThoseOf(previous.Tensions, tensions);
        }

        return sayingElse;

        void AddThoseOf(IReadOnlyList<Tension> these, IReadOnlyList<Tension> others)
        {
            foreach (var (tension, one, other) in state.Book.SidesOfTensions)
            {
                if (these.Contains(tension) && !others.Contains(tension))
                {
                    Array.ForEach([.. one, .. other], rule => sayingElse.Add(rule));
                }
            }
        }
    }
}
