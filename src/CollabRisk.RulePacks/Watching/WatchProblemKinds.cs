using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Watching;

/// <summary>The kinds of problems that speak against using packs while a host runs.</summary>
internal static class WatchProblemKinds
{
    public static readonly ProblemKind BrokeOff = new(
        "CRP821", "Loading or testing packs broke off",
        "Loading, or the self-test that the host gave, ended in an unexpected error. The packs in use stay.",
        "Look at the error in the message. If it is not from the host's own self-test, report it.");

    public static readonly ProblemKind NotWatched = new(
        "CRP822", "Changes of a pack are not noticed at once",
        "The operating system does not report changes there, or has no more room for it.",
        "Raise the limit that the message names, or rely on the regular check.");

    public static readonly ProblemKind NothingInForce = new(
        "CRP823", "The packs leave no rule in force",
        "A host without rules finds no risk in anything, which would read as good news.",
        "Add a pack with rules, or leave at least one rule switched on.");
}
