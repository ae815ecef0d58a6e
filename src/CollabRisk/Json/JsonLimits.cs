namespace CollabRisk.Json;

/// <summary>How much a file may hold. Far above every real case; they keep hostile input cheap.</summary>
internal static class JsonLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int Bytes = 1 << 20;

    /// <summary>Objects and lists within one another. The model itself needs six.</summary>
    public const int Depth = 16;

    /// <summary>The problems that are listed; the rest is counted.</summary>
    public const int Problems = 200;
}
