using System.Globalization;
using CollabRisk.RulePacks.Files;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Signing;

/// <summary>The keys whose signatures are accepted, and the check of a pack that was read.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class TrustedKeys
{
    private readonly Dictionary<string, PackKey> keys = new(StringComparer.Ordinal);
    private readonly List<RuleBookProblem> problems = [];

    /// <summary>Reads the keys; those that cannot be used are problems.</summary>
    public TrustedKeys(IEnumerable<string> pems)
    {
        var number = 0;
        foreach (var pem in pems)
        {
            number++;
            if (PackKey.TryReadPublic(pem, out var key, out var problem))
            {
                keys[key.Fingerprint] = key;
            }
            else
            {
                problems.Add(new RuleBookProblem(SignatureProblemKinds.Key.Code, string.Create(CultureInfo.InvariantCulture, $"trusted key {number}"), problem + OfPath(pem)));
            }
        }
    }

    /// <summary>The keys of some options and their policy; null where packs need no signature.</summary>
    public static TrustedKeys? Of(RulePackOptions options)
    {
        var pems = options.TrustedKeys.Concat(options.Policy.TrustedKeys).ToList();
        return pems.Count > 0 || options.Policy.Packs.Any(pack => pack.Keys.Count > 0) ? new TrustedKeys(pems) : null;
    }

    /// <summary>What is said besides of a host's text that may be the path of a key.</summary>
    private static string OfPath(string pem) => pem.Length > 0 && !pem.Contains('\n', StringComparison.Ordinal) ? " Give the text of the file, not its path." : "";

    /// <summary>What is wrong with the keys themselves.</summary>
    public IReadOnlyList<RuleBookProblem> Problems => problems;

    /// <summary>Compares a pack with its signature. Null where anything differs, which is reported then.</summary>
    /// <param name="folder">The pack, opened with every file: what was read is what is compared, and what is used later.</param>
    /// <param name="limits">How long a signature may be.</param>
    /// <param name="found">Where problems go.</param>
    public RulePackSignature? Check(PackFolder folder, RulePackLimits limits, PackProblems found)
    {
        if (folder.Signature is not { } file)
        {
            if (found.All.Count == 0)
            {
                found.Report(SignatureProblemKinds.NoSignature, null, $"the pack has no signature, a file '{folder.SignatureName}', and only signed packs are accepted here. Ask its author for it, or sign the pack.");
            }

            return null;
        }

        if (SignatureText.Read(file, limits, found) is not var (signature, value))
        {
            return null;
        }

        var good = Knows(signature, value, file, found) & Matches(signature, folder, file, found);
        return good && found.All.Count == 0 ? signature : null;
    }

    private bool Knows(RulePackSignature signature, byte[] value, PackFile file, PackProblems found)
    {
        if (!keys.TryGetValue(signature.Key, out var key))
        {
            var trusted = keys.Count == 0 ? "no key is" : $"trusted are {string.Join(", ", keys.Keys.Order(StringComparer.Ordinal))}";
            found.Report(SignatureProblemKinds.UnknownKey, new TextPlace(file.Shown, 3, 1), $"the key {signature.Key} is not trusted; {trusted}. If you know whose key it is, add it to the trusted keys.");
            return false;
        }

        if (!key.Verifies(SignatureText.SignedPart(signature), value))
        {
            found.Report(SignatureProblemKinds.BadSignature, new TextPlace(file.Shown, signature.Files.Count + 4, 1), $"the signature was not made with the key {signature.Key} over these files. Do not use the pack; get it again from its author.");
            return false;
        }

        return true;
    }

    private static bool Matches(RulePackSignature signature, PackFolder folder, PackFile file, PackProblems found)
    {
        var signed = signature.Files.ToDictionary(each => each.Name, each => each.Digest, StringComparer.Ordinal);
        var good = true;
        foreach (var there in folder.Everything)
        {
            if (!signed.Remove(there.Name, out var digest))
            {
                Differs(SignatureProblemKinds.Added, new TextPlace(there.Shown, 1, 1), "the file was not there when the pack was signed. Remove it, or look at it and sign again.");
            }
            else if (digest != there.Digest)
            {
                Differs(SignatureProblemKinds.Changed, new TextPlace(there.Shown, 1, 1), $"the file is not the one that was signed: its digest is {there.Digest[..12]}…, and {digest[..12]}… was signed. Get it again, or look at the change and sign again.");
            }
        }

        foreach (var name in signed.Keys.Order(StringComparer.Ordinal))
        {
            Differs(SignatureProblemKinds.Missing, new TextPlace(file.Shown, 1 + 3 + signature.Files.ToList().FindIndex(each => each.Name == name), 1), $"the file {Shown.Value(name)} was signed and is not there. Get it again.");
        }

        return good;

        void Differs(ProblemKind kind, TextPlace place, string what)
        {
            good = false;
            found.Report(kind, place, what);
        }
    }
}
