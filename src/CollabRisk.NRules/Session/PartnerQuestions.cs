using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.NRules.Session;

/// <summary>What conditions ask of all rows of partners together, the one for those that are not listed among them.</summary>
internal static class PartnerQuestions
{
    public static Truth AtLeast(AtLeastPartners test, IEnumerable<PartnerFacts> partners, Func<PartnerFacts, Truth> each)
    {
        var rows = InOrder(partners);
        return rows.Length == 0 ? Truth.Unknown : test.Of(Array.ConvertAll(rows, row => each(row)), rows[0].Table);
    }

    public static Truth Every(IEnumerable<PartnerFacts> partners, Func<PartnerFacts, Truth> each)
    {
        var value = Truth.True;
        foreach (var row in InOrder(partners))
        {
            value = value == Truth.False ? value : Kleene.And(value, each(row));
        }

        return value;
    }

    public static Truth Differ(IEnumerable<PartnerFacts> partners, Fact fact) =>
        PartnersDiffer.Of(Array.ConvertAll(InOrder(partners), row => row.Code(fact)));

    /// <summary>In the order of the built-in evaluation, which decides which condition is not asked any more, and so cannot fail.</summary>
    private static PartnerFacts[] InOrder(IEnumerable<PartnerFacts> partners)
    {
        var rows = partners.ToArray();
        Array.Sort(rows, static (a, b) => a.Row.CompareTo(b.Row));
        return rows;
    }
}
