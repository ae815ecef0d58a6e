using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Cultural difference, values and history: what the paper's literature and the slides say next to its rules and norms.</summary>
internal sealed class CulturalBarriers : Chapter
{
    public override string Heading => "Cultural barriers and values";

    public override Area Area => Area.OrganisationalCharacteristics;

    public override Tier Tier => Tier.CollaborationTeam;

    protected override void Write()
    {
        // D4-57 pairs the challenge with niche networks, but only by the order of a table that the slide's text contradicts
        // (T20); so the pairing supports the finding and does not move its level.
        Risk("VALUES-INCOMPATIBLE", LevelBasis.NamedInPassing)
            .Titled("Values that do not fit")
            .When(c => c.Culture.ValuesCompatible == false)
            .Says("The partners' cultures and values do not go together.")
            .RestsOn("D4-68", "D4-57")
            .Advise(Advice.ReflectValues)
            .WithCaveat(Caveats.CultureUnderStudied,
                "The slide lists it as one line among the challenges of networks; that it belongs to niche networks is disputed.")
            .Under("DIFFERENCES-ORG-CULTURE");

        Risk("DISCOURSES-DIVERGE", LevelBasis.NamedInPassing)
            .Titled("The professions differ in how they speak and reason")
            .When(c => c.Culture.DiscoursesDivergent == true)
            .Says("The professions speak and reason differently.")
            .RestsOn("D4-71")
            .WithCaveat(Caveats.CultureUnderStudied,
                "The slide lists it as one line among the challenges of networks.")
            .Under("DIFFERENCES-PROF-CULTURE", "DRIVER-CHALLENGE");

        Risk("HISTORICAL-BAGGAGE", LevelBasis.NamedInPassing)
            .Titled("Baggage from politics and history")
            .When(c => c.Culture.HistoricalBaggage == true)
            .Says("The partners bring political or historical baggage with them.")
            .RestsOn("D3-47")
            .Advise(Advice.MapHistoryIdeology)
            .WithCaveat(Caveats.CultureUnderStudied,
                Caveats.ListOfBarriers)
            .Under("DIFFERENCES-ORG-CULTURE");

        Context("CULTURE-TWO-SIDED")
            .Titled("Cultural difference cuts both ways")
            .When(c => c.Culture.Differences >= CulturalDistance.Medium)
            .Says("The partners' cultures differ, which can bring new ideas as well as friction.")
            .RestsOn("D3-48")
            .WithCaveat(Caveats.CultureUnderStudied);

        Recommend(Advice.ReflectValues)
            .Titled("Look at values and rituals")
            .When(c => c.Culture.ValuesAndRitualsReflectedOn == false);

        Recommend(Advice.ReflectOrganising)
            .Titled("Look at how each partner organises itself")
            .AppliesWhen(c => c.Phase <= Phase.Formation)
            .When(c => c.Culture.ValuesAndRitualsReflectedOn == false || c.Governance.PartnerStructuresUnderstood == false);

        Recommend(Advice.MapHistoryIdeology)
            .Titled("Make each partner's history explicit")
            .ForEach(c => c.Partners)
            .When((c, p) => p.HistoryAndIdeologyMapped == false);
    }
}
