using CollabRisk.Facts;

namespace CollabRisk.Conditions;

/// <summary>
/// Collects what keeps conditions from having a value: facts that are not known, and other rules that are not settled. The rules
/// wait here, each once, until their own open facts are looked for; so a rule on which many build is looked at once, and a
/// chain of rules may be as long as it likes.
/// </summary>
internal sealed class OpenCollector(FactTable table) : FactCollector(table)
{
    /// <summary>Made when they are needed: few rules build on others.</summary>
    private (HashSet<(string Code, int Partner, bool WithLevel)> Met, Queue<(string Code, int Partner, bool WithLevel)> Waiting)? rules;

    /// <summary>Adds a rule that is not settled, for a row of partners or, with -1, for all.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="partner">The row, or -1.</param>
    /// <param name="withLevel">Whether its level matters too.</param>
    public void AddRule(string code, int partner, bool withLevel)
    {
        var (met, waiting) = rules ??= ([], new());
        if (met.Add((code, partner, withLevel)))
        {
            waiting.Enqueue((code, partner, withLevel));
        }
    }

    /// <summary>Takes the next rule that waits, if any does.</summary>
    public bool TryTakeRule(out (string Code, int Partner, bool WithLevel) rule)
    {
        rule = default;
        return rules is { } known && known.Waiting.TryDequeue(out rule);
    }

    /// <summary>Empties the collector, to be used again.</summary>
    public void Clear()
    {
        ForgetFacts();
        rules = null;
    }
}
