using System.Globalization;
using CollabRisk.Facts;

namespace CollabRisk.Conditions;

/// <summary>How many partners are asked for: a number of them, or a share of all, listed or not.</summary>
/// <param name="Part">The number, or the upper part of the share.</param>
/// <param name="Whole">The lower part of the share; 0 of a number.</param>
/// <param name="IsMore">Whether the share itself is not enough.</param>
internal readonly record struct Quota(int Part, int Whole, bool IsMore)
{
    private static readonly IReadOnlyDictionary<(int, int), string> Fractions = new Dictionary<(int, int), string>
    {
        [(1, 2)] = "half",
        [(1, 3)] = "a third",
        [(2, 3)] = "two thirds",
        [(1, 4)] = "a quarter",
        [(3, 4)] = "three quarters",
    };

    /// <summary>At least one partner.</summary>
    public static Quota One { get; } = OfCount(1);

    /// <summary>More than half of the partners.</summary>
    public static Quota Most { get; } = OfShare(1, 2, isMore: true);

    /// <summary>The fractions that have a name, by the name.</summary>
    public static IEnumerable<(string Name, int Part, int Whole)> NamedFractions => Fractions.Select(each => (each.Value, each.Key.Item1, each.Key.Item2));

    /// <summary>Whether it depends on how many partners there are.</summary>
    public bool IsShare => Whole > 0;

    /// <summary>At least a number of partners.</summary>
    public static Quota OfCount(int count) => new(count, 0, IsMore: false);

    /// <summary>A share of the partners, in its lowest terms: less than all of them, and more than none.</summary>
    public static Quota OfShare(int part, int whole, bool isMore)
    {
        var (a, b) = (part, whole);
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return new(part / a, whole / a, isMore);
    }

    /// <summary>How many are enough where there are so many partners.</summary>
    public long NeededOf(long partners) => !IsShare ? Part : ((Part * partners) + (IsMore ? 0 : Whole - 1)) / Whole + (IsMore ? 1 : 0);

    /// <summary>Whether enough partners meet a condition.</summary>
    /// <param name="sure">How many of those that are listed are known to meet it.</param>
    /// <param name="possible">How many of those that are listed are not known to miss it.</param>
    /// <param name="missingMay">Whether those that are not listed may meet it.</param>
    /// <param name="facts">The facts, which say how many partners there are.</param>
    public Truth Reached(long sure, long possible, bool missingMay, FactTable facts)
    {
        var (listed, missing) = (facts.Listed.Count, facts.Missing);
        if (!IsShare)
        {
            return sure >= Part ? Truth.True : possible + (missingMay ? missing : 0) >= Part ? Truth.Unknown : Truth.False;
        }

        if (missing < int.MaxValue)
        {
            var needed = NeededOf(listed + (long)missing);
            return sure >= needed ? Truth.True : possible + (missingMay ? missing : 0) >= needed ? Truth.Unknown : Truth.False;
        }

        // No one said how many partners there are. Any share is missed by enough of them, and reached by enough of them unless they miss it.
        return missingMay || possible >= NeededOf(Math.Max(2, listed + 1)) ? Truth.Unknown : Truth.False;
    }

    /// <summary>How many are enough, as a clause that begins with "at least" or "more than".</summary>
    public string InWords() => IsShare ? $"{(IsMore ? "more than" : "at least")} {Fraction} of the partners"
        : Part == 1 ? "at least one partner" : string.Create(CultureInfo.InvariantCulture, $"at least {Part} partners");

    /// <summary>How few are not enough.</summary>
    public string OppositeInWords() => IsShare ? $"{(IsMore ? "at most" : "less than")} {Fraction} of the partners"
        : Part == 1 ? "no partner" : string.Create(CultureInfo.InvariantCulture, $"fewer than {Part} partners");

    private string Fraction => Fractions.GetValueOrDefault((Part, Whole))
        ?? (Part * 100L % Whole == 0 ? string.Create(CultureInfo.InvariantCulture, $"{Part * 100L / Whole}%") : string.Create(CultureInfo.InvariantCulture, $"{Part}/{Whole}"));

    /// <summary>The one way of writing it, as the canonical text and packs have it.</summary>
    public override string ToString() => this == Most ? "most partners"
        : IsShare ? InWords() : string.Create(CultureInfo.InvariantCulture, $"at least {Part} partners");
}
