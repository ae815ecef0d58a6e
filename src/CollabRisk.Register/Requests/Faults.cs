using CollabRisk.Register.Storage;
using CollabRisk.RulePacks;

namespace CollabRisk.Register.Requests;

/// <summary>Faults as the log may have them.</summary>
internal static class Faults
{
    /// <summary>What kind a fault is and where, with the message only where it is one of ours, which repeats nothing that was answered.</summary>
    public static string InWords(Exception fault) => fault switch
    {
        StorageException or RulePackException => $"{fault}",
        _ => string.Join(Environment.NewLine, Chain(fault).Select(each => $"{each.GetType()}{Environment.NewLine}{each.StackTrace}")),
    };

    private static IEnumerable<Exception> Chain(Exception fault)
    {
        for (var each = fault; each is not null; each = each.InnerException)
        {
            yield return each;
        }
    }
}
