using CollabRisk.Knowledge.Chapters;
using CollabRisk.Knowledge.Registers;
using CollabRisk.Rules;
using CollabRisk.Rules.Building;

namespace CollabRisk.Knowledge;

/// <summary>The packs that come with the library.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public static class KnowledgePacks
{
    /// <summary>The general knowledge: what the documents say that is bound to no country's law and to no kind of business.</summary>
    public static RulePack General { get; } = new RulePack
    {
        Id = "collabrisk.general",
        Version = "2.0.0",
        Title = "Collaborations between organisations: general knowledge",
        Description = "What a two-case paper on police collaboration, three texts around it and a set of slides say about collaborations.",
        Chapters =
        [
            new PolicyAndFunding(),
            new CulturalHistoricalContext(),
            new PurposeAndOutcome(),
            new AlignmentAndDifferences(),
            new TensionsAndChallenges(),
            new MotivationAndReputation(),
            new LeadershipOfCollaboration(),
            new LeadershipBacking(),
            new LeadershipDevelopment(),
            new LeadershipStyles(),
            new LeadOrganisation(),
            new RulesAndNorms(),
            new CulturalBarriers(),
            new DivisionOfLabour(),
            new SettlementAndPower(),
            new ExperienceAndConnections(),
            new WillingnessAndCommitment(),
            new TrustBetweenPartners(),
            new TrustOverTime(),
            new Transparency(),
            new Communication(),
            new SharedVision(),
            new WorkOverload(),
            new TechnologyAndInfrastructure(),
            new MeasuringAndLearning(),
            new NetworkDriversAndForm(),
            new NetworkPairings(),
            new ManagementPerspective(),
        ],
        Claims = Sources.Claims,
        Retired = Registers.RetiredCodes.All,
        Notes = StandingNotes.General,
        Interpretations = Interpretations.All,
        Tensions = Tensions.General,
    }.With(prebuilt: static pack => RuleBookReader.Read("general.rulebook", pack));

    /// <summary>What holds only under the law of the United Kingdom: the 2017 Act and the commissioner's route.</summary>
    public static RulePack UnitedKingdom { get; } = new()
    {
        Id = "collabrisk.united-kingdom",
        Version = "2.0.0",
        Title = "Collaborations under United Kingdom law",
        Description = "What follows for emergency services in England from the Policing and Crime Act 2017.",
        Chapters = [new UnitedKingdomLaw()],
        Claims = Sources.Claims,
        Retired = Registers.RetiredCodes.All,
        Tensions = Tensions.UnitedKingdom,
    };

    /// <summary>Slides on knowledge management, on alliances of companies and on developing business systems, whose provenance is weak.</summary>
    public static RulePack AllianceAndDelivery { get; } = new()
    {
        Id = "collabrisk.alliance-and-delivery",
        Version = "2.0.0",
        Title = "Alliances and business-driven delivery",
        Description = "Uncited teaching slides about companies; that they fit public bodies is not shown.",
        Chapters = [new KnowledgeManagement(), new BusinessDrivenDelivery(), new AllianceSafeguards(), new AllianceManagement()],
        Claims = Sources.Claims,
        Retired = Registers.RetiredCodes.All,
        Notes = StandingNotes.AllianceAndDelivery,
    };

    /// <summary>All packs that come with the library.</summary>
    public static IReadOnlyList<RulePack> All { get; } = [General, UnitedKingdom, AllianceAndDelivery];
}
