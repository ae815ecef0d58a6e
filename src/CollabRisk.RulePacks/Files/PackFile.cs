using System.Security.Cryptography;

namespace CollabRisk.RulePacks.Files;

/// <summary>A file of a pack, as it was read.</summary>
/// <param name="Name">The name within the pack, with <c>/</c> between folders.</param>
/// <param name="Shown">The name for messages: with the path of the pack, as it was given, before it.</param>
/// <param name="Bytes">What it holds.</param>
internal sealed record PackFile(string Name, string Shown, byte[] Bytes)
{
    /// <summary>The SHA-256 digest of the bytes, in small hexadecimal digits.</summary>
    public string Digest => field ??= Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
