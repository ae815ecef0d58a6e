using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CollabRisk.RulePacks.Loading;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Signing;

/// <summary>
/// The text of a signature file. Its lines before the last are what is signed; they are made again from what was read, so that
/// nothing can be in the file that the signature does not cover.
/// </summary>
/// <example>
/// <code>
/// collabrisk-signature 1
/// pack regional.control-room 1.0.0
/// key 5d41402abc4b2a76b9719d911017c592
/// file (64 digits) evidence.yaml
/// file (64 digits) pack.yaml
/// signature (Base64)
/// </code>
/// </example>
internal static partial class SignatureText
{
    private const string Mark = "collabrisk-signature";
    private const int LongestName = 500;

    /// <summary>The bytes over which the signature is made.</summary>
    public static byte[] SignedPart(RulePackSignature signature) => Encoding.UTF8.GetBytes(Head(signature));

    /// <summary>The whole text of the file.</summary>
    public static string Write(RulePackSignature signature, byte[] value) => $"{Head(signature)}signature {Convert.ToBase64String(value)}\n";

    /// <summary>Reads a signature file; what is wrong with it is reported, and null then.</summary>
    public static (RulePackSignature Signature, byte[] Value)? Read(PackFile file, RulePackLimits limits, PackProblems problems)
    {
        var text = Decode(file.Bytes);
        var lines = text?.Split('\n') ?? [];
        if (Version().Match(lines.FirstOrDefault("")) is not { Success: true } version)
        {
            return Fail(1, $"this is not a signature of a pack. Its first line would be '{Mark} 1'.");
        }

        if (version.Groups[1].Value != "1")
        {
            return Fail(1, $"the signature has the form {Shown.Value(version.Groups[1].Value)}, and this library reads the form 1. Use a newer version of the library.");
        }

        var pack = Pack().Match(lines.ElementAtOrDefault(1) ?? "");
        var key = Key().Match(lines.ElementAtOrDefault(2) ?? "");
        var files = lines.Skip(3).TakeWhile(line => line.StartsWith("file ", StringComparison.Ordinal)).Select(line => File().Match(line)).ToList();
        var last = files.Count + 3;
        var value = Value().Match(lines.ElementAtOrDefault(last) ?? "");
        var wrong = new List<(int Line, string What)>();
        Expect(pack, 2, "'pack', the id and the version");
        Expect(key, 3, string.Create(CultureInfo.InvariantCulture, $"'key' and the {PackKey.FingerprintLength} digits of a fingerprint"));
        for (var i = 0; i < files.Count; i++)
        {
            Expect(files[i], i + 4, "'file', a digest of 64 digits and a name");
        }

        Expect(value, last + 1, "'file' or 'signature', each with what belongs to it");
        if (wrong.Count > 0)
        {
            foreach (var (line, what) in wrong)
            {
                Fail(line, $"the line is not as it must be: {what}, with one space between them.");
            }

            return null;
        }

        if (files.Count > limits.Files)
        {
            return Fail(4, string.Create(CultureInfo.InvariantCulture, $"the signature lists {files.Count} files; at most {limits.Files} are accepted."));
        }

        if (!NamesAreGood(file, files, problems))
        {
            return null;
        }

        var signature = new RulePackSignature(
            pack.Groups[1].Value, pack.Groups[2].Value, key.Groups[1].Value,
            [.. files.Select(each => new SignedFile(each.Groups[2].Value, each.Groups[1].Value)).OrderBy(each => each.Name, StringComparer.Ordinal)]);
        var bytes = new byte[value.Groups[1].Length];
        if (!Convert.TryFromBase64String(value.Groups[1].Value, bytes, out var length) || Write(signature, bytes[..length]) != text)
        {
            return Fail(last + 1, "the signature is not written as signatures are: files by name, each once, nothing after the last line.");
        }

        return (signature, bytes[..length]);

        void Expect(Match match, int line, string what)
        {
            if (!match.Success)
            {
                wrong.Add((line, what));
            }
        }

        (RulePackSignature, byte[])? Fail(int line, string what)
        {
            problems.Report(SignatureProblemKinds.Form, new TextPlace(file.Shown, line, 1), what);
            return null;
        }
    }

    private static string Head(RulePackSignature signature) =>
        $"{Mark} 1\npack {signature.PackId} {signature.PackVersion}\nkey {signature.Key}\n{string.Concat(signature.Files.Select(file => $"file {file.Digest} {file.Name}\n"))}";

    /// <summary>The text with line feeds alone, since tools may change how lines end; null where it is not UTF-8.</summary>
    private static string? Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>No name is ever opened: names are only compared with those that were found in the folder. A bad one still shows bad intent.</summary>
    private static bool NamesAreGood(PackFile file, List<Match> files, PackProblems problems)
    {
        var good = true;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < files.Count; i++)
        {
            var name = files[i].Groups[2].Value;
            var fault =
                name.Length > LongestName ? $"has more than {LongestName} characters" :
                name.Any(c => char.IsControl(c) || c is '\\' or ':' || char.IsSurrogate(c)) ? "has a character that names of packs do not have" :
                name.Split('/').Any(part => part.Length == 0 || part[0] == '.') ? "leads out of the folder, or to a hidden file" :
                !seen.Add(name) ? "is listed twice" : null;
            if (fault is not null)
            {
                good = false;
                problems.Report(SignatureProblemKinds.Name, new TextPlace(file.Shown, i + 4, 1), $"the name {Shown.Value(name)} {fault}.");
            }
        }

        return good;
    }

    [GeneratedRegex($@"\A{Mark} ([0-9]{{1,9}})\z")]
    private static partial Regex Version();

    [GeneratedRegex(@"\Apack ([!-~]{1,200}) ([!-~]{1,100})\z")]
    private static partial Regex Pack();

    [GeneratedRegex(@"\Akey ([0-9a-f]{32})\z")]
    private static partial Regex Key();

    [GeneratedRegex(@"\Afile ([0-9a-f]{64}) (.+)\z", RegexOptions.Singleline)]
    private static partial Regex File();

    [GeneratedRegex(@"\Asignature ([A-Za-z0-9+/=]{1,400})\z")]
    private static partial Regex Value();
}
