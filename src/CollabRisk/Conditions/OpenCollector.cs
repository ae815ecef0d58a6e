using CollabRisk.Facts;

namespace CollabRisk.Conditions;

/// <summary>
/// Collects what keeps conditions from having a value: facts that are not known, and other rules that are not settled. The rules
/// wait here, each once, until their own open facts are looked for; so a rule on which many build is looked at once, and a
/// chain of rules may be as long as it likes.
/// </summary>
internal sealed class OpenCollector(FactTable table) : FactCollector(table)
{
    private readonly HashSet<(string Code, int Partner)> met = [];
    private readonly Queue<(string Code, int Partner)> waiting = new();

    /// <summary>Adds a rule that is not settled, for a row of partners or, with -1, for all.</summary>
    public void AddRule(string code, int partner)
    {
        if (met.Add((code, partner)))
        {
            waiting.Enqueue((code, partner));
        }
    }

    /// <summary>Takes the next rule that waits, if any does.</summary>
    public bool TryTakeRule(out (string Code, int Partner) rule) => waiting.TryDequeue(out rule);
}
