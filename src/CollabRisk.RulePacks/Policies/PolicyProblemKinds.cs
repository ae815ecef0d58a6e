using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Policies;

/// <summary>The kinds of problems that a pack has with the policy of a host, and a policy with itself.</summary>
internal static class PolicyProblemKinds
{
    public static readonly ProblemKind NotAccepted = new(
        "CRP831", "The policy of the host does not list a pack",
        "The host takes the packs that it names, and no other.",
        "Ask the host to add the pack to `packs` of its policy, or leave the pack out.");

    public static readonly ProblemKind TooOld = new(
        "CRP832", "A pack is older than the host accepts",
        "Someone could bring back an old version, with a good signature, to undo what was mended since.",
        "Get the newer version. A host that means to go back says so in its policy: `go back: yes`, or another `oldest version`.");

    public static readonly ProblemKind OtherKey = new(
        "CRP833", "A pack is signed with a key that is not for it",
        "The key is trusted for other packs. Whoever has it could otherwise replace this one.",
        "Get the pack from its own author, or ask the host to add the key to those of the pack.");

    public static readonly ProblemKind SwitchesOff = new(
        "CRP834", "A pack switches off a rule, and the host does not let packs do that",
        "What is switched off does not count, so a pack could make any collaboration look good.",
        "Remove the override, or ask the host to switch the rule off itself.");

    public static readonly ProblemKind Lowers = new(
        "CRP835", "Packs lower a level further than the host lets them",
        "A finding that weighs less is easily passed over.",
        "Lower it by fewer steps, with all packs counted together, or ask the host.");

    public static readonly ProblemKind NotOneOf = new(
        "CRP836", "A pack changes a rule that is not among those that packs may change",
        "The host names the rules that are open to changes.",
        "Remove the override, write a rule of your own, or ask the host to add the code.");

    public static readonly ProblemKind ChangesCase = new(
        "CRP837", "A pack changes a case of a rule, and the host does not let packs do that",
        "With another condition a case may never be raised, and with another message it may say something else than its sources.",
        "Remove the override, write a rule of your own, or ask the host to make the change itself.");

    public static readonly ProblemKind Policy = new(
        "CRP838", "A policy cannot be kept as it is written",
        "A policy that is half understood protects no one, so nothing is loaded with it.",
        "Write what the message asks for.");
}
