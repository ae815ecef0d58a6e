using System.Net;
using System.Text;
using CollabRisk.Register.Model;
using CollabRisk.Register.Settings;
using CollabRisk.Register.Storage;
using Microsoft.Extensions.Options;

namespace CollabRisk.Register.Access;

/// <summary>Finds out who makes a request: by the cookie that their link left, by the link as a bearer token, or by the header of a proxy that signs people in.</summary>
internal sealed class Gate(RegisterStore store, LinkTries tries, IOptions<RegisterOptions> options, TimeProvider clock)
{
    /// <summary>Each link has a cookie of its own, for its own part of the addresses: several can be open in one browser.</summary>
    private const string Cookie = "register";

    private const string Bearer = "Bearer ";

    private readonly RegisterOptions options = options.Value;

    /// <summary>The public part of the link that a request comes with, in its address or as a token; null where it has none.</summary>
    public static string? LinkOf(HttpContext context) => context.Request.RouteValues["key"] as string ?? LinkSecret.Of(TokenOf(context.Request))?.Id;

    /// <summary>The visitor whose pages begin with <paramref name="key"/>, or why there is none.</summary>
    public async Task<(Visitor? Visitor, Refusal? Refusal)> AdmitAsync(HttpContext context, string key)
    {
        if (key == Visitor.SignedIn)
        {
            return SignedIn(context, Refusal.NotSignedIn);
        }

        return LinkSecret.Of($"{key}.{context.Request.Cookies[Cookie]}") is { } secret ? await TryAsync(context, secret) : (null, Refusal.NoCookie);
    }

    /// <summary>The visitor of the API: a link as a bearer token, or the person whom a proxy signed in.</summary>
    public async Task<(Visitor? Visitor, Refusal? Refusal)> AdmitBearerAsync(HttpContext context) =>
        TokenOf(context.Request) is { } token ? await TryAsync(context, LinkSecret.Of(token)) : SignedIn(context, Refusal.NoToken);

    /// <summary>The visitor who comes with the secret of a link, whichever way they bring it. What opens nothing counts as tried; who has a right one is let in whatever others at the address do.</summary>
    public async Task<(Visitor? Visitor, Refusal? Refusal)> TryAsync(HttpContext context, LinkSecret? secret)
    {
        var (visitor, refusal) = secret is null ? (null, Refusal.NotALink) : await AdmitAsync(secret, context.RequestAborted);
        if (refusal == Refusal.NotALink && !tries.Count(context))
        {
            context.Response.Headers.RetryAfter = FormattableString.Invariant($"{PerMinute.Window.TotalSeconds}");
            return (null, Refusal.TooManyTries);
        }

        return (visitor, refusal);
    }

    /// <summary>What a program sends in place of a cookie; null where it sends nothing.</summary>
    private static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } given] && given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? given[Bearer.Length..].Trim() : null;

    /// <summary>The visitor whom a link admits.</summary>
    private async Task<(Visitor? Visitor, Refusal? Refusal)> AdmitAsync(LinkSecret secret, CancellationToken cancel)
    {
        if (await store.LinkAsync(secret.Id, cancel) is not { } link || !secret.Opens(link))
        {
            return (null, Refusal.NotALink);
        }

        return link.RevokedAt is not null ? (null, Refusal.Revoked)
            : !link.IsValidAt(clock.GetUtcNow()) ? (null, Refusal.Ended)
            : (new(link.Id, link.Role, link.Entry, link.Respondent, link.InWords(), Encoding.UTF8.GetBytes(secret.Secret)), null);
    }

    /// <summary>
    /// Leaves the secret of a link with the browser, for the pages of that link alone. It comes along when someone follows a link from their mail,
    /// and with no form that another site sends.
    /// </summary>
    public static void Leave(HttpContext context, LinkSecret secret) => context.Response.Cookies.Append(Cookie, secret.Secret, new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = $"/r/{secret.Id}",
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(180),
    });

    /// <summary>
    /// The person whom a proxy signed in, unless another site had their browser ask for a change: what signs them in comes along with its
    /// requests too, whatever form they have.
    /// </summary>
    private (Visitor? Visitor, Refusal? Refusal) SignedIn(HttpContext context, Refusal otherwise) =>
        SignedInBy(context) is not { } person ? (null, otherwise) : Changes(context.Request) && IsFromElsewhere(context.Request) ? (null, Refusal.ForeignSite) : (person, null);

    private static bool Changes(HttpRequest request) => !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));

    /// <summary>Whether a browser says that a request is not of our own pages. Programs say nothing, and no site can make a browser keep silent.</summary>
    private bool IsFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"] is [{ } site, ..] ? site is not ("same-origin" or "none")
        : request.Headers.Origin is [{ } origin, ..] && !IsOurs(origin, request);

    /// <summary>Whether an origin is the address of the register. Where a proxy ends TLS the request itself has another scheme, so hosts are compared.</summary>
    private bool IsOurs(string origin, HttpRequest request) => Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && (from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase) || (options.Address is { } address && from.Authority.Equals(new Uri(address).Authority, StringComparison.OrdinalIgnoreCase)));

    private Visitor? SignedInBy(HttpContext context)
    {
        var signIn = options.SignIn;
        if (string.IsNullOrEmpty(signIn.Header) || context.Request.Headers[signIn.Header] is not [{ Length: > 0 } name]
            || Proxies.AddressOf(context) is not { } from || !signIn.From.Any(each => Proxies.IsIn(from, each)))
        {
            return null;
        }

        Role? role = signIn.Office.Contains(name, StringComparer.OrdinalIgnoreCase) ? Role.Office : signIn.Readers.Contains(name, StringComparer.OrdinalIgnoreCase) ? Role.Reader : null;
        return role is { } may ? new(Visitor.SignedIn, may, null, null, $"{may.InWords()} {name}", Encoding.UTF8.GetBytes($"{options.Secret}\n{name}")) : null;
    }
}

/// <summary>The addresses that proxies have.</summary>
internal static class Proxies
{
    /// <summary>Who holds the connection, before what a proxy says of others is taken over.</summary>
    public const string Item = "connection";

    public static IPAddress? AddressOf(HttpContext context) => context.Items[Item] as IPAddress ?? context.Connection.RemoteIpAddress;

    public static bool IsIn(IPAddress address, string network)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPNetwork.TryParse(network, out var range) ? range.Contains(plain) : IPAddress.TryParse(network, out var one) && one.Equals(plain);
    }
}
