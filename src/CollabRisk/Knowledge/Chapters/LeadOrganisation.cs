using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Lead organisation.</summary>
internal sealed class LeadOrganisation : Chapter
{
    public override string Heading => "Lead organisation";

    public override Area Area => Area.OrganisationalCharacteristics;

    public override Tier Tier => Tier.CollaborationTeam;

    protected override void Write()
    {
        // That an active part in decisions helps is put forward as a possibility (D3-94), so the advice carries it and the level
        // does not move.
        // The catalogue would also raise this where engagement is not known and the partner is not known to take part in
        // decisions. That would read unknown as false, so the rule stays undetermined there and asks.
        Risk("LEAD-PARTNER-DISENGAGEMENT", LevelBasis.ReportedStrain)
            .Titled("A partner that does not lead is less engaged")
            .AppliesWhen(c => c.Governance.LeadOrganisation == true)
            .ForEach(c => c.Partners, p => p.Role == PartnerRole.NonLead)
            .When((c, p) => p.StrategicEngagement.IsAnyOf(Engagement.Declining, Engagement.TroubleOnly, Engagement.None))
            .Says("{subject} does not lead and is not fully engaged at strategic level.")
            .RestsOn("D3-92", "D3-90", "D3-93")
            .Advise(Advice.ActivePartnerDecisions)
            .WithCaveat(CaseNotNamed)
            .LeadsTo("ENGAGEMENT-TRUST-EROSION");

        Diagnostic("REENGAGES-ON-TROUBLE")
            .Titled("A partner comes back only on trouble")
            .AppliesWhen(c => c.Governance.LeadOrganisation == true)
            .ForEach(c => c.Partners, p => p.Role == PartnerRole.NonLead)
            .When((c, p) => p.StrategicEngagement == Engagement.TroubleOnly)
            .Says("{subject} engages only when something goes wrong, so its return is itself a sign to look into.")
            .RestsOn("D3-93", "D3-90")
            .WithCaveat(CaseNotNamed);

        // T12: the same device eases decisions and disengages the others, so the pair is always told together.
        Strength("LEAD-ORG-DECISIONS")
            .Titled("A lead organisation eases decisions")
            .When(c => c.Governance.LeadOrganisation == true)
            .Says("One organisation leads, which makes decisions easier, such as harmonising terms of employment.")
            .RestsOn("D3-91", "D3-90")
            .WithCaveat("The same device can go with partners that do not lead becoming less engaged: see LEAD-PARTNER-DISENGAGEMENT.", CaseNotNamed);

        Recommend(Advice.ActivePartnerDecisions)
            .Titled("Bring the others into decisions")
            .AppliesWhen(c => c.Governance.LeadOrganisation == true)
            .ForEach(c => c.Partners, p => p.Role == PartnerRole.NonLead)
            .When((c, p) => p.ActiveInDecisions == false)
            .Says("{subject} does not lead and takes no active part in decisions; an active part could keep it engaged.")
            .WithCaveat("Put forward as a possibility; that it works was not shown.", CaseNotNamed);
    }

    /// <summary>G16.</summary>
    private const string CaseNotNamed = "The paper does not say in which of its two cases this was found, nor which partner led.";
}
