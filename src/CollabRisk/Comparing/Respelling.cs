using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Comparing;

/// <summary>
/// The partners of one day under the names that another day has for them, where only capitals or the joining of letters tell the two apart: who writes
/// "Fire Service" for "Fire service" means no other partner, who would have joined as that one left.
/// </summary>
internal static class Respelling
{
    /// <summary>The names of another day by those of this one, of partners who are spelt in another way there. One that could be either of two is neither.</summary>
    /// <param name="names">The names of this day.</param>
    /// <param name="others">The names of the other day.</param>
    public static IReadOnlyDictionary<string, string> Between(IReadOnlyCollection<string> names, IReadOnlyCollection<string> others)
    {
        var unpaired = others.Except(names, StringComparer.Ordinal).ToLookup(name => name, Names.Alike);
        return unpaired.Count == 0
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : names.Except(others, StringComparer.Ordinal).GroupBy(name => name, Names.Alike)
                .Where(same => same.Count() == 1 && unpaired[same.Key].Count() == 1)
                .ToDictionary(same => same.Key, same => unpaired[same.Key].Single(), StringComparer.Ordinal);
    }

    /// <summary>The names of the partners that an assessment lists.</summary>
    public static IReadOnlyCollection<string> NamesIn(Assessment assessment) => [.. assessment.State.Facts.Listed.Select(partner => partner.Name)];

    /// <summary>What the same rules say of the same facts under other names; the assessment itself where there are none.</summary>
    public static Assessment Under(this Assessment assessment, IReadOnlyDictionary<string, string> names)
    {
        if (names.Count == 0)
        {
            return assessment;
        }

        var given = assessment.State.Facts.Given;
        var named = given with
        {
            Partners = [.. given.Partners!.Select(partner => partner with { Name = NameOf(partner.Name) })],
            Remarks = [.. given.Remarks.Select(remark => remark with { Fact = FactPlace.Renamed(remark.Fact, NameOf) })],
        };
        var again = new Assessment(Evaluator.Run(assessment.RuleBook, named));
        return assessment.HostFindings.Count == 0 ? again : again.With(assessment.HostFindings);

        string NameOf(string name) => names.GetValueOrDefault(name, name);
    }
}
