using System.Runtime.CompilerServices;
using CollabRisk.Facts;

namespace CollabRisk.NRules.Session;

/// <summary>
/// Which collaborations are the same fact. A <see cref="CollaborationSession"/> has one, and whatever it says it is the same one, so that it
/// can be updated; elsewhere a session may have several, and one that says something else is another.
/// </summary>
internal sealed class CollaborationIdentity : IEqualityComparer<Collaboration>
{
    /// <summary>The collaborations that are the only ones of their sessions, and their assessments, each with what was given.</summary>
    private static readonly ConditionalWeakTable<object, Collaboration> OnlyOnes = [];

    /// <summary>What was given for a collaboration that is the only one of its session, or for its assessment; null for any other.</summary>
    public static Collaboration? GivenFor(object fact) => OnlyOnes.TryGetValue(fact, out var given) ? given : null;

    /// <summary>A collaboration with its derived facts, as the only one of its session.</summary>
    public static Collaboration Only(FactTable facts)
    {
        // A copy, since the same object may be in other sessions.
        var only = facts.Collaboration with { };
        MakeOnly(only, facts.Given);
        return only;
    }

    /// <summary>Makes a collaboration, or an assessment, the only one of its session.</summary>
    public static void MakeOnly(object fact, Collaboration given) => OnlyOnes.AddOrUpdate(fact, given);

    public bool Equals(Collaboration? x, Collaboration? y) =>
        x is null || y is null ? ReferenceEquals(x, y) : GivenFor(x) is not null || GivenFor(y) is not null || x.Equals(y);

    /// <summary>The same for all: a session has few.</summary>
    public int GetHashCode(Collaboration collaboration) => 0;
}
