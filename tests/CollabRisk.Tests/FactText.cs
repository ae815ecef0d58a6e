using CollabRisk.Facts;

namespace CollabRisk.Tests;

/// <summary>
/// Reads facts as a line of text, so that cases are next to each other as in a table:
/// <c>vision.exists=yes; benefitsSought=[CostReduction, Resilience]; partners[A].role=Lead; partnerCount=3</c>.
/// A partner is listed as soon as one of its facts is given.
/// </summary>
internal static class FactText
{
    public static Collaboration Read(string text) => Read(text, FactRegistry.Default);

    public static Collaboration Read(string text, FactRegistry facts)
    {
        var collaboration = new Collaboration();
        var partners = new List<Partner>();
        foreach (var assignment in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // In a table, nothing after the equals sign is a blank text.
            var change = FactChange.Parse(assignment.EndsWith('=') ? assignment + "\"\"" : assignment, facts);
            if (change.Partner is not { } name)
            {
                collaboration = change.Fact.With(collaboration, change.Value);
                continue;
            }

            var place = partners.FindIndex(partner => partner.Name == name);
            if (place < 0)
            {
                place = partners.Count;
                partners.Add(new Partner { Name = name });
            }

            partners[place] = change.Fact.With(partners[place], change.Value);
        }

        return partners.Count == 0 ? collaboration : collaboration with { Partners = [.. partners] };
    }
}
