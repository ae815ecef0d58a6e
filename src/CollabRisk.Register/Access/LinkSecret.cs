using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CollabRisk.Register.Model;

namespace CollabRisk.Register.Access;

/// <summary>The secret part of a link. It is shown once, when the link is made, and kept by no one but its holder.</summary>
/// <param name="Id">The public part, which is in the address of every page.</param>
/// <param name="Secret">The secret part: 256 random bits.</param>
internal sealed record LinkSecret(string Id, string Secret)
{
    /// <summary>So many characters are easy to compare by eye, and too many to meet by chance.</summary>
    private const int IdLength = 12;

    /// <summary>Letters and digits that are not taken for one another.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstvwxyz0123456789";

    public static LinkSecret New() => New(NewId());

    /// <summary>A secret under an id.</summary>
    public static LinkSecret New(string id) => new(id, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>An id for whatever needs one.</summary>
    public static string NewId() => RandomNumberGenerator.GetString(Alphabet, IdLength);

    /// <summary>An id that a request has for itself: the same one, however often it is sent.</summary>
    public static string IdFor(string request) => string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(request)).Take(IdLength).Select(each => Alphabet[each % Alphabet.Length]));

    /// <summary>Reads what <see cref="ToString"/> gave; null where it cannot be one.</summary>
    public static LinkSecret? Of(string? text) =>
        text?.Split('.') is [{ Length: IdLength } id, { Length: 43 } secret] && IsId(id) ? new(id, secret) : null;

    public static bool IsId(string text) => text.Length == IdLength && text.All(Alphabet.Contains);

    /// <summary>What is kept of the secret. It is random, so that a plain digest cannot be turned around by trying.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));

    public bool Opens(Link link) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Digest), Encoding.ASCII.GetBytes(link.Digest));

    public Link ToLink(Role role, string? entry, string? respondent, DateTimeOffset now, DateTimeOffset? endsAt) =>
        new() { Id = Id, Digest = Digest, Role = role, Entry = entry, Respondent = respondent, MadeAt = now, EndsAt = endsAt };

    /// <summary>The whole secret; it belongs into no log.</summary>
    public override string ToString() => $"{Id}.{Secret}";
}
