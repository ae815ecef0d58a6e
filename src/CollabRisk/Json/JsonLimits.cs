using CollabRisk.Facts;

namespace CollabRisk.Json;

/// <summary>How much a file may hold. Far above every real case; they keep hostile input cheap.</summary>
internal static class JsonLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int Bytes = 1 << 20;

    /// <summary>Objects and lists within one another. The model itself needs six.</summary>
    public const int Depth = 16;

    /// <summary>Characters of a text, counted as JSON Schema counts them: by code points.</summary>
    public const int TextLength = 2_000;

    /// <summary>Entries of a list: partners, savings.</summary>
    public const int Entries = 1_000;

    /// <summary>Decimals of a number. Codes of facts are exact to four (<see cref="Fact.Encode"/>).</summary>
    public const int Decimals = 4;

    /// <summary>The problems that are listed; the rest is counted.</summary>
    public const int Problems = 200;

    /// <summary>The largest number without sign whose code is exact.</summary>
    public const long Number = 922_337_203_685_477;

    public static decimal Smallest(Fact fact) => fact.Minimum ?? (fact.Type is FactType.WholeNumber ? int.MinValue : -Number);

    public static decimal Largest(Fact fact) => fact.Maximum ?? (fact.Type is FactType.WholeNumber ? int.MaxValue : Number);
}
