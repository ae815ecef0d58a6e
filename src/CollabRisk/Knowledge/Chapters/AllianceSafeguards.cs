using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Alliance safeguards against opportunism.</summary>
internal sealed class AllianceSafeguards : Chapter
{
    /// <summary>D4-126.</summary>
    private const string WrittenForCompanies = "The slide speaks of companies; that it fits public bodies is not shown.";

    public override string Heading => "Alliance safeguards against opportunism";

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
        Risk("OPPORTUNISM-UNPROTECTED", LevelBasis.DerivedStep)
            .Titled("Nothing guards against opportunism")
            .AppliesWhen(c => c.Alliance.OpportunismExposure == true)
            .When(c => c.Alliance.CriticalTechnologyWalledOff == false && c.Alliance.ContractSafeguards == false
                && c.Alliance.SkillSwap == false && c.Alliance.CredibleCommitments == false)
            .Says("Partners are exposed to opportunism, and none of four safeguards against it is in place.")
            .RestsOn("D4-117", "D4-118", "D4-119", "D4-120", "D4-121")
            .Advise(Advice.WallOffTechnology, Advice.AgreeContractSafeguards, Advice.AgreeSkillSwap, Advice.SeekCredibleCommitment)
            .WithCaveat(
                "The slide says that the four make opportunism less likely; that going without them is a risk is derived.",
                WrittenForCompanies);

        Strength("OPPORTUNISM-GUARDED")
            .Titled("A safeguard against opportunism")
            .AppliesWhen(c => c.Alliance.OpportunismExposure == true)
            .Case("critical technology is fenced off", when: c => c.Alliance.CriticalTechnologyWalledOff == true, claims: ["D4-118"])
            .Case("protection by contract", when: c => c.Alliance.ContractSafeguards == true, claims: ["D4-119"])
            .Case("an agreed exchange of skills", when: c => c.Alliance.SkillSwap == true, claims: ["D4-120"])
            .Case("commitments that can be believed", when: c => c.Alliance.CredibleCommitments == true, claims: ["D4-121"])
            .Says("Partners are exposed to opportunism, and something is in place that makes it less likely: {subject}.")
            .RestsOn("D4-117")
            .WithCaveat(WrittenForCompanies);

        Caveat("TRANSPARENCY-V-WALLING")
            .Titled("Full openness and ring-fencing pull apart")
            .AppliesWhen(c => c.Alliance.OpportunismExposure == true)
            .When(c => c.Transparency.Level == TransparencyLevel.Full)
            .Says("The partners are fully open, which aided trust in one case, while a slide would ring-fence critical technology.")
            .RestsOn("D4-118", "D3-159")
            .WithCaveat("The settings differ: the slide speaks of companies, the paper of public partners.");

        Recommend(Advice.WallOffTechnology)
            .Titled("Ring-fence critical technology")
            .AppliesWhen(c => c.Alliance.OpportunismExposure == true)
            .When(c => c.Alliance.CriticalTechnologyWalledOff == false)
            .WithCaveat(WrittenForCompanies);

        // D3-170, T02: trust lowers the cost of governance, contracts guard against opportunism; neither source weighs them up.
        Recommend(Advice.AgreeContractSafeguards)
            .Titled("Protect by contract")
            .AppliesWhen(c => c.Alliance.OpportunismExposure == true)
            .When(c => c.Alliance.ContractSafeguards == false)
            .WithCaveat("How contracts and trust go together, none of the sources says.", WrittenForCompanies);

        Recommend(Advice.AgreeSkillSwap)
            .Titled("Agree an exchange of skills")
            .AppliesWhen(c => c.Alliance.OpportunismExposure == true)
            .When(c => c.Alliance.SkillSwap == false)
            .WithCaveat(WrittenForCompanies);

        Recommend(Advice.SeekCredibleCommitment)
            .Titled("Seek commitments that can be believed")
            .AppliesWhen(c => c.Alliance.OpportunismExposure == true)
            .When(c => c.Alliance.CredibleCommitments == false)
            .WithCaveat(WrittenForCompanies);
    }
}
