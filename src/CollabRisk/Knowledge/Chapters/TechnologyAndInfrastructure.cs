using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Technology and information infrastructure.</summary>
internal sealed class TechnologyAndInfrastructure : Chapter
{
    /// <summary>D3-38, D3-39, T10.</summary>
    private const string NotByTechnologyAlone =
        "Infrastructure does this only together with trust and with answers to organisational and political barriers.";

    public override string Heading => "Technology and information infrastructure";

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.CollaborationTeam;

    protected override void Write()
    {
        Risk("TECH-ISOLATION", LevelBasis.MainInfluence)
            .Titled("Technology leads alone")
            .When(c => c.Technology.LedInIsolation == true)
            .Says("Technology leads in isolation, which by itself does not deliver a joint service.")
            .RestsOn("D3-38")
            .Advise(Advice.ChangeOrganisationToo);

        Risk("NONTECH-BARRIERS", LevelBasis.MainInfluence)
            .Titled("Barriers other than technical ones are left")
            .AppliesWhen(c => c.IsInformationSystem == true)
            .When(c => c.Technology.NonTechnicalBarriersAddressed == false)
            .Says("Organisational and political barriers to sharing information are not addressed.")
            .RestsOn("D3-39", "D1-07")
            .Advise(Advice.NameNonTechnicalBarriers);

        Risk("TECH-CLAIMS-UNTESTED", LevelBasis.NamedInPassing)
            .Titled("Claims for the technology are not tested")
            .When(c => c.Technology.ClaimsChallenged == false)
            .Says("What is promised for the technology is taken without challenge, and may not be kept.")
            .RestsOn("D3-42")
            .Advise(Advice.TestTechnologyClaims);

        Risk("TECH-OUTCOME-UNLINKED", LevelBasis.DerivedStep)
            .Titled("No link from technology to the public's gain")
            .When(c => c.Technology.OutcomeLinkEvidenced == false)
            .Says("Nothing shows that the technology leads to results for the public.")
            .RestsOn("D3-43")
            .Advise(Advice.StatePublicOutcome)
            .WithCaveat("The source says this of research; it is applied to projects by analogy.");

        Risk("TECH-CIRCULAR-CASE", LevelBasis.DerivedStep)
            .Titled("Technology and collaboration justify each other")
            .When(c => c.BenefitsSought.IsExactly(Benefit.TechnologyInvestment)
                || c.Partners.Every(p => p.Motivations.IsExactly(Benefit.TechnologyInvestment)))
            .Says("Investment in technology is the only motive: technology and collaboration may justify each other.")
            .RestsOn("D3-44")
            .Advise(Advice.StatePublicOutcome)
            .WithCaveat("The source reports both arguments as common; that together they make a circle is derived.")
            .Under("TECH-ISOLATION");

        Risk("TECH-CULTURE-BARRIER", LevelBasis.MainInfluence)
            .Titled("Norms in the technology meet unlike cultures")
            .AppliesWhen(c => c.IsInformationSystem == true)
            .AppliesWhen(c => c.Culture.Differences >= CulturalDistance.Medium)
            .When(c => c.Technology.CulturalNormsAssessed == false)
            .Says("Cultures differ and no one has assessed the norms in the technology, which can block sharing and joint work.")
            .RestsOn("D3-45", "D1-07")
            .Advise(Advice.AssessTechnologyNorms)
            .WithCaveat(Caveats.CultureUnderStudied)
            .Under("DIFFERENCES-ORG-CULTURE");

        Risk("PLATFORM-BARRIER", LevelBasis.NamedInPassing)
            .Titled("Unlike platforms are seen as a barrier")
            .AppliesWhen(c => c.Technology.PlatformsDiffer == true)
            .When(c => c.Technology.DifferenceFraming == DifferenceFraming.Barrier)
            .RaisedWhen(
                c => c.Leadership.ChallengesBarriers == false,
                "leaders and budget holders leave the barrier unquestioned",
                "D3-51")
            .Says("The partners see their unlike platforms as a technical and financial barrier.")
            .RestsOn("D3-50")
            .Advise(Advice.ChallengeBarrierClaim);

        Risk("ICT-BASELINE-POOR", LevelBasis.DerivedStep)
            .Titled("Poor systems to start from")
            .When(c => c.Technology.CurrentIctQuality == IctQuality.Poor)
            .Says("The information and communication technology in place is poor.")
            .RestsOn("D3-33")
            .Advise(Advice.AssessIctReadiness)
            .WithCaveat("The source judged police ICT in 2014; that a poor start puts a collaboration at risk is derived.");

        Strength("PLATFORM-OPPORTUNITY")
            .Titled("Unlike platforms are seen as an opportunity")
            .AppliesWhen(c => c.Technology.PlatformsDiffer == true)
            .When(c => c.Technology.DifferenceFraming == DifferenceFraming.Opportunity)
            .Says("The partners see their unlike platforms as a chance to renew and to use distinct resources together.")
            .RestsOn("D3-49");

        // T10: trust and the barriers other than technical ones decide whether shared systems are used to share.
        Strength("INFO-SHARING-ENABLED")
            .Titled("Shared infrastructure carries information")
            .AppliesWhen(c => c.IsInformationSystem == true)
            .When(c => c.Network.Shares.Information == true
                && c.Trust.Organisational >= TrustLevel.Sufficient
                && c.Technology.NonTechnicalBarriersAddressed == true)
            .Says("Shared infrastructure lets the services exchange information, which contributes to response and service.")
            .RestsOn("D2-12", "D3-04", "D1-07")
            .WithCaveat(NotByTechnologyAlone);

        Recommend(Advice.SharedInfrastructure)
            .Titled("Share infrastructure across silos")
            .AppliesWhen(c => c.IsInformationSystem == true)
            .When(c => c.Context.SiloedModels == true)
            .RestsOn("D1-07")
            .WithCaveat(NotByTechnologyAlone);
    }
}
