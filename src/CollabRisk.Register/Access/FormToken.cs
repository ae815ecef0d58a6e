using System.Buffers.Text;
using System.Security.Cryptography;

namespace CollabRisk.Register.Access;

/// <summary>What a form of ours has and that of another site cannot have. It follows from the secret of the visitor, so that every node knows it and none keeps it.</summary>
internal static class FormToken
{
    public const string Field = "token";

    public static string For(Visitor visitor) => Base64Url.EncodeToString(HMACSHA256.HashData(visitor.FormKey, "form"u8));

    public static bool IsRight(Visitor visitor, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(given), System.Text.Encoding.UTF8.GetBytes(For(visitor)));
}
