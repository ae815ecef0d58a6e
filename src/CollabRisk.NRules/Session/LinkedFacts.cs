using NRules.RuleModel;

namespace CollabRisk.NRules.Session;

/// <summary>Facts that NRules takes back when the match that made them goes.</summary>
internal static class LinkedFacts
{
    /// <summary>Makes a linked fact, or puts it in the place of the one that was made before; one that says the same stays.</summary>
    /// <param name="context">The context of the action.</param>
    /// <param name="key">What names the fact among those of the match.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="isSame">Whether the fact from before and this one say the same; null where they never do.</param>
    public static void Keep<T>(this IContext context, object key, T fact, Func<T, T, bool>? isSame = null)
        where T : class
    {
        if (context.GetLinked(key) is not T before)
        {
            context.InsertLinked(key, fact);
        }
        else if (isSame is null || !isSame(before, fact))
        {
            context.UpdateLinked(key, fact);
        }
    }

    /// <summary>Takes back the linked facts of a type but those whose keys stay.</summary>
    public static void RetractOthers<T>(this IContext context, Func<object, bool> stays)
        where T : class
    {
        foreach (var key in context.GetLinkedKeys().Where(key => !stays(key) && context.GetLinked(key) is T).ToList())
        {
            context.RetractLinked(key, context.GetLinked(key)!);
        }
    }
}
