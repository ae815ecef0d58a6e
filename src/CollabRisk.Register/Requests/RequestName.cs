using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CollabRisk.Register.Access;

namespace CollabRisk.Register.Requests;

/// <summary>
/// What tells one request from another: what its sender calls it, with a digest of where it goes and of all that it brings. What is sent again is the same one;
/// something else under the same name is another one, which must not pass for kept. However much was sent, the name is short.
/// </summary>
internal static class RequestName
{
    private const string Header = "Idempotency-Key";

    private const int Longest = 200;

    /// <summary>The name of a request that its sender calls nothing: it is a new one each time.</summary>
    private static string New => Guid.CreateVersion7().ToString("N");

    /// <summary>Lets the body of a request with a key be read again for its digest, after it was read for what is in it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="mostBytes">So many bytes of it are kept in memory: as many as are taken, so that nothing of it is written into a file.</param>
    public static void Prepare(HttpContext context, int mostBytes)
    {
        if (Callers.IsForPrograms(context) && KeyOf(context) is not null)
        {
            context.Request.EnableBuffering(mostBytes);
        }
    }

    /// <summary>The name of a request of a program, by its key.</summary>
    public static async Task<string> OfAsync(HttpContext context)
    {
        if (KeyOf(context) is not { } key)
        {
            return New;
        }

        var body = context.Request.Body;
        body.Position = 0;
        var brought = await SHA256.HashDataAsync(body, context.RequestAborted);
        body.Position = 0;
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(digest, $"{context.Request.Path}{context.Request.QueryString}");
        digest.AppendData(brought);
        return Name(key, digest);
    }

    /// <summary>The name of a request of a program that says in its body which one it is.</summary>
    /// <param name="context">The request.</param>
    /// <param name="key">What its sender calls it.</param>
    /// <param name="brought">All that it brings.</param>
    public static string Of(HttpContext context, string key, string brought)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(digest, $"{context.Request.Path}");
        Add(digest, brought);
        return Name(key, digest);
    }

    /// <summary>Why the key of a request cannot be used, after the name of its place; null where it can or there is none. One that was passed over would be no key.</summary>
    public static string? WhyNot(HttpContext context) => context.Request.Headers[Header] is { Count: > 0 } keys
        ? keys.Count > 1 ? $"{Header}: there are {keys.Count} of them. Give one." : WhyNot(Header, keys[0] ?? "") : null;

    /// <summary>The same of a key in a body.</summary>
    public static string? WhyNot(string place, string key) => key.Length switch
    {
        0 => $"{place}: it is empty. Give what tells this request from others, or leave it out.",
        > Longest => FormattableString.Invariant($"{place}: it has {key.Length} characters, and {Longest} are the most. Give a shorter one."),
        _ => null,
    };

    /// <summary>The name of a form that says by itself which one it is. Fields are compared as they are read: in any order, with lines that end in any way.</summary>
    public static string Of(HttpContext context, IFormCollection? form)
    {
        if (form?["request"] is not [{ Length: > 0 and <= Longest } request])
        {
            return New;
        }

        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(digest, $"{context.Request.Path}");
        foreach (var (field, values) in form.Where(each => each.Key is not FormToken.Field).OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            foreach (var value in values)
            {
                Add(digest, field);
                Add(digest, (value ?? "").ReplaceLineEndings("\n").Trim());
            }
        }

        foreach (var file in form.Files)
        {
            using var stream = file.OpenReadStream();
            Add(digest, file.Name);
            digest.AppendData(SHA256.HashData(stream));
        }

        return Name(request, digest);
    }

    private static string? KeyOf(HttpContext context) => context.Request.Headers[Header] is [{ Length: > 0 and <= Longest } key] ? key : null;

    private static string Name(string given, IncrementalHash digest) => $"{given} {Convert.ToHexStringLower(digest.GetHashAndReset())}";

    /// <summary>Adds a text with its length before it, so that what ends in one field does not read as the beginning of the next.</summary>
    private static void Add(IncrementalHash digest, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        digest.AppendData(length);
        digest.AppendData(bytes);
    }
}
