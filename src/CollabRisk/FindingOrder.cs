using System.Buffers;
using System.Runtime.InteropServices;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>
/// The order of findings: graver before less grave, a root before what follows, of strengths those first whose facts could have raised the
/// gravest risks, better supported before less, then as the chapters of the book have them. The alphabet decides nothing but the order of partners.
/// </summary>
/// <remarks>All of it is one number for each finding, the lowest first, since sorting numbers is many times faster than asking findings.</remarks>
internal static class FindingOrder
{
    /// <summary>
    /// The bits of each part, the least first: the row of a partner, of whom a collaboration lists a thousand at most, the place of a case in the book, how well it
    /// is supported, what strengths answer, whether it is a root, the kind of what has no level, and the level.
    /// </summary>
    private const int RowBits = 20, CaseBits = 28, ConfidenceBits = 4, AnswersBits = 2, RootBits = 1, KindBits = 4;

    private const int ConfidenceAt = RowBits + CaseBits, AnswersAt = ConfidenceAt + ConfidenceBits, RootAt = AnswersAt + AnswersBits, KindAt = RootAt + RootBits, LevelAt = KindAt + KindBits;

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
        var place = (finding.Rule.Places ??= PlacesOf(finding.Rule))[finding.CaseNumber];
        place |= (finding.IsRoot ? 0UL : 1) << RootAt;
        place |= finding.Level is { } level ? (ulong)RankOf(level) << LevelAt : 0;
        return place | (uint)Math.Max(0, finding.PartnerRow);
    }

    /// <summary>By the number of a case, what of the place of its findings is so whatever the facts.</summary>
    private static ulong[] PlacesOf(Rule rule)
    {
        var places = new ulong[rule.Cases.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = (rule.HasLevel ? 0 : ((ulong)RankOf(default) << LevelAt) | ((ulong)rule.Kind << KindAt))
                | ((ulong)(Level.High - rule.Answers) << AnswersAt) | ((ulong)rule.Cases[i].Confidence << ConfidenceAt) | ((ulong)(rule.FirstCase + i) << RowBits);
        }

        return places;
    }

    private static int RankOf(LevelRange levels) => ((Level.High - levels.AtLeast) << 2) | (Level.High - levels.AtMost);
}
