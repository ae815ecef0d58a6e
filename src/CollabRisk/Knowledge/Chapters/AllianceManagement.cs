using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Managing the alliance.</summary>
internal sealed class AllianceManagement : Chapter
{
    /// <summary>D4-126.</summary>
    private const string WrittenForCompanies = "The slide speaks of companies; that it fits public bodies is not shown.";

    public override string Heading => "Managing the alliance";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
        Risk("CULTURE-INSENSITIVE", LevelBasis.NamedInPassing)
            .Titled("No feeling for cultural difference")
            .When(c => c.Culture.Sensitivity == false)
            .Says("The partners are not sensitive to differences in culture.")
            .RestsOn("D4-122")
            .Advise(Advice.BuildCulturalSensitivity)
            .WithCaveat(Caveats.CultureUnderStudied, WrittenForCompanies);

        Risk("LEARNING-NOT-APPLIED", LevelBasis.NamedInPassing)
            .Titled("Learning from partners is not put to use")
            .When(c => c.Alliance.LearnsFromPartner == false || c.Alliance.KnowledgeApplied == false)
            .Says("The partners do not both learn from one another and put it to use at home (learn: {alliance.learnsFromPartner}; put to use: {alliance.knowledgeApplied}).")
            .RestsOn("D4-125", "D4-124")
            .Advise(Advice.ApplyLearning)
            .WithCaveat(WrittenForCompanies);

        Strength("CULTURE-SENSITIVE")
            .Titled("A feeling for cultural difference")
            .When(c => c.Culture.Sensitivity == true)
            .Says("The partners are sensitive to differences in culture, which helps to gain most from an alliance.")
            .RestsOn("D4-122")
            .WithCaveat(Caveats.CultureUnderStudied, WrittenForCompanies);

        Strength("MANAGERS-CONNECTED")
            .Titled("Ties between managers")
            .When(c => c.Alliance.ManagerNetworks == true)
            .Says("The partners' managers have personal ties with one another, which helps to gain most from an alliance.")
            .RestsOn("D4-123")
            .WithCaveat(WrittenForCompanies);

        Strength("LEARNING-APPLIED")
            .Titled("Learning from partners is put to use")
            .When(c => c.Alliance.LearnsFromPartner == true && c.Alliance.KnowledgeApplied == true)
            .Says("The partners learn from one another and put it to use at home, which helps to gain most from an alliance.")
            .RestsOn("D4-124", "D4-125")
            .WithCaveat(WrittenForCompanies);

        Recommend(Advice.LearnFromPartner)
            .Titled("Learn from the partners")
            .When(c => c.Alliance.LearnsFromPartner == false)
            .WithCaveat(WrittenForCompanies);

        Recommend(Advice.BuildManagerNetworks)
            .Titled("Build ties between managers")
            .When(c => c.Alliance.ManagerNetworks == false)
            .WithCaveat(WrittenForCompanies);
    }
}
