using System.Net;
using System.Net.Sockets;

namespace CollabRisk.Register.Access;

/// <summary>Where a request comes from, as limits count it.</summary>
internal static class ClientAddress
{
    /// <summary>The address; of version 6 the network that one household or office has.</summary>
    public static string Of(HttpContext context) => context.Connection.RemoteIpAddress is not { } address ? "unknown"
        : address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork ? address.MapToIPv4().ToString()
        : new IPAddress([.. address.GetAddressBytes().Take(8), 0, 0, 0, 0, 0, 0, 0, 0]).ToString();
}
