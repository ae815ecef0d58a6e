using System.Runtime.InteropServices;
using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Evidence;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>Writes the findings of an evaluation, in their order.</summary>
internal sealed class FindingWriter(EvaluationState state, List<Tension> tensions)
{
    private readonly FindingRoots roots = new(state);
    private readonly FindingSource source = new(state, tensions);

    /// <summary>Writes the findings.</summary>
    /// <param name="previous">An assessment whose findings are taken over where they are sure to be the same, or null.</param>
    public List<Finding> Write(Assessment? previous)
    {
        if (previous is not null && SayingElse(previous) is { } sayingElse)
        {
            return WriteAgain(sayingElse, previous);
        }

        var raised = state.RaisedCases;
        var findings = new List<Finding>(raised.Length);
        foreach (ref readonly var each in raised)
        {
            findings.Add(FindingOf(new(each.Rule, each.Number, each.Row), each.Levels));
        }

        FindingOrder.Sort(findings);
        return findings;
    }

    /// <summary>Writes the findings of some rules, and puts them among those of the others, which are taken over.</summary>
    private List<Finding> WriteAgain(MarkedRules sayingElse, Assessment previous)
    {
        var written = new List<Finding>();
        for (var rule = sayingElse.From(0); rule is not null; rule = sayingElse.After(rule))
        {
            for (var number = 0; number < rule.Cases.Length && state.IsRaised(rule); number++)
            {
                for (var row = 0; row < state.RowsOf(rule); row++)
                {
                    if (state.Raised(rule, number, row) == Truth.True)
                    {
                        written.Add(FindingOf(new(rule, number, row), state.ResultOf(rule, number, row).Levels));
                    }
                }
            }
        }

        FindingOrder.Sort(written);
        var (kept, off) = (previous.Findings, previous.SwitchedOff);
        var findings = new List<Finding>(kept.Count + off.Count + written.Count);
        var next = 0;
        for (var i = 0; i < kept.Count; i++)
        {
            var finding = kept[i];
            if (sayingElse.Contains(finding.Rule))
            {
                continue;
            }

            for (; next < written.Count && written[next].Place < finding.Place; next++)
            {
                findings.Add(written[next]);
            }

            TakeOver(finding);
        }

        findings.AddRange(CollectionsMarshal.AsSpan(written)[next..]);
        if (off.Count > 0)
        {
            foreach (var finding in off.Where(finding => !sayingElse.Contains(finding.Rule)))
            {
                TakeOver(finding);
            }

            FindingOrder.Sort(findings);
        }

        return findings;

        void TakeOver(Finding finding)
        {
            finding.ReadFrom(source);
            findings.Add(finding);
        }
    }

    private Finding FindingOf(RaisedCase raised, LevelRange levels) => new(source, raised, levels, roots.Of(raised) is var root && root != raised ? root : null);

    /// <summary>The rules whose findings may say something else than in a previous assessment; null where nothing is known of that.</summary>
    private MarkedRules? SayingElse(Assessment previous)
    {
        if (state.SayingElse(previous.State) is not { } sayingElse)
        {
            return null;
        }

        if (!ReferenceEquals(tensions, previous.Tensions) && !tensions.SequenceEqual(previous.Tensions))
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
