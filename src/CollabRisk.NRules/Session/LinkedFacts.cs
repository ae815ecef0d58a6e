using NRules.RuleModel;

namespace CollabRisk.NRules.Session;

/// <summary>Facts that NRules takes back when the match that made them goes.</summary>
internal static class LinkedFacts
{
    /// <summary>Makes a linked fact, or puts it in the place of the one that was made before; one that says the same stays.</summary>
    public static void Keep<T>(this IContext context, object key, T fact, Func<T, T, bool> isSame)
        where T : class
    {
        if (context.GetLinked(key) is not T before)
        {
            context.InsertLinked(key, fact);
        }
        else if (!isSame(before, fact))
        {
            context.UpdateLinked(key, fact);
        }
    }
}
