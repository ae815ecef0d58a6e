using System.Buffers;
using System.Runtime.InteropServices;

namespace CollabRisk;

/// <summary>
/// The order of findings: graver before less grave, a root before what follows, of strengths those first whose facts could have raised the
/// gravest risks, better supported before less, then as the chapters of the book have them. The alphabet decides nothing but the order of partners.
/// </summary>
/// <remarks>All of it is one number for each finding, the lowest first, since sorting numbers is many times faster than asking findings.</remarks>
internal static class FindingOrder
{
    /// <summary>The bits for the row of a partner, of whom a collaboration lists a thousand at most, and for the place of a case in the book.</summary>
    private const int RowBits = 20, CaseBits = 28;

    public static void Sort(List<Finding> findings)
    {
        var keys = ArrayPool<ulong>.Shared.Rent(findings.Count);
        for (var i = 0; i < findings.Count; i++)
        {
            keys[i] = findings[i].Place;
        }

        keys.AsSpan(0, findings.Count).Sort(CollectionsMarshal.AsSpan(findings));
        ArrayPool<ulong>.Shared.Return(keys);
    }

    /// <summary>The place of a finding among all that a book can have.</summary>
    public static ulong PlaceOf(Finding finding)
    {
        var (atLeast, atMost) = finding.Level is { } level ? ((int)level.AtLeast, (int)level.AtMost) : (0, 0);
        var rank = ((int)Level.High - atLeast) << 2 | ((int)Level.High - atMost);
        rank = rank << 4 | (finding.Level is null ? (int)finding.Kind : 0);
        rank = rank << 1 | (finding.IsRoot ? 0 : 1);
        rank = rank << 2 | ((int)Level.High - (int)finding.Rule.Answers);
        rank = rank << 4 | (int)finding.Confidence;
        return (((ulong)(uint)rank << CaseBits) | (uint)(finding.Rule.FirstCase + finding.CaseNumber)) << RowBits | (uint)Math.Max(0, finding.PartnerRow);
    }
}
