using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Signing;

/// <summary>The kinds of problems that the signature of a pack, and the keys for it, can have.</summary>
internal static class SignatureProblemKinds
{
    public static readonly ProblemKind NoSignature = new(
        "CRP801", "A pack is not signed",
        "This host takes packs from people whose keys it knows, and no one says whose this one is.",
        "Ask the author for the signature, or sign the pack with `collabrisk pack sign`.");

    public static readonly ProblemKind Form = new(
        "CRP802", "A signature file cannot be read",
        "A signature has one form; what differs from it was not written by the tool, or was damaged on the way.",
        "Sign the pack again. Signature files are never edited by hand.");

    public static readonly ProblemKind UnknownKey = new(
        "CRP803", "A pack is signed with a key that is not trusted",
        "Anybody can sign a pack with a key of their own.",
        "Ask the author for their public key by a way that you trust, compare its fingerprint, and add it to the trusted keys.");

    public static readonly ProblemKind BadSignature = new(
        "CRP804", "A signature is not that of the key it names",
        "Someone changed the list of files, or named a key that they do not have.",
        "Do not use the pack. Get it again from its author.");

    public static readonly ProblemKind Changed = new(
        "CRP805", "A file was changed after the pack was signed",
        "No one answers for what it says now.",
        "Get the file again, or look at the change and sign the pack again.");

    public static readonly ProblemKind Missing = new(
        "CRP806", "A file that was signed is not there",
        "A pack without one of its files may say the opposite of what its author meant.",
        "Get the file again, or sign the pack without it.");

    public static readonly ProblemKind Added = new(
        "CRP807", "A file was not signed",
        "It was added to the folder later, and no one answers for it.",
        "Remove the file, or look at it and sign the pack again.");

    public static readonly ProblemKind OtherPack = new(
        "CRP808", "A signature was made for another pack or version",
        "Which pack and version the author answers for is part of what they signed.",
        "Sign the pack again.");

    public static readonly ProblemKind Name = new(
        "CRP809", "A signature names a file that no pack can have",
        "Names stay within the folder of the pack and are written in one way, so that a name means one file.",
        "Do not use the pack if you did not sign it. Otherwise give the file a plain name and sign again.");

    public static readonly ProblemKind Key = new(
        "CRP810", "A key cannot be used",
        "Packs are signed with ECDSA keys of the curves P-256 and P-384, written as PEM.",
        "Do what the message says; `collabrisk pack keys` makes a pair of keys.");
}
