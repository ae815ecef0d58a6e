using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Trust over time: how it is renewed, and how it wears away.</summary>
internal sealed class TrustOverTime : Chapter
{
    public override string Heading => "Trust over time";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.Individual;

    protected override void Write()
    {
        // Trust, result and trust again are a loop; the phase tells which half of it to ask, and it runs once.
        Risk("TRUST-LOOP-BROKEN", LevelBasis.MainInfluence)
            .Titled("Results do not renew trust")
            .AppliesWhen(c => c.Phase >= Phase.Development)
            .When(c => c.Trust.SufficientOutcome == false)
            .Says("Results so far are not good enough to strengthen trust and carry larger joint work.")
            .RestsOn("D3-175")
            .Advise(Advice.RenewTrustByResults);

        // The source makes the change of senior people itself the risk. The catalogue's sketch also asks that trust is
        // not being renewed, yet its case sheet expects the finding, lowered, for the joint IT department, of which that
        // is not known. A moderator never takes a finding away, so renewing trust moves the level.
        Risk("TURNOVER-TRUST-LOSS", LevelBasis.ReportedStrain)
            .Titled("Trust has to be renewed as senior people change")
            .When(c => c.Leadership.SeniorTurnover == true)
            .LoweredWhen(c => c.Trust.ReinforcementActive == true, "trust is being renewed", "D3-167")
            .LoweredWhen(c => Raised("STRATEGY-ANCHOR"), "a stable written strategy carries the vision", "D3-192")
            .LoweredWhen(c => c.Leadership.SuccessorBriefed == true, "new leaders are briefed on the strategy", "D3-193")
            .Says("Senior people change, which is when trust has to be renewed above all.")
            .RestsOn("D3-167")
            .Advise(Advice.ReinforceTrust, Advice.BriefSuccessors, Advice.WriteStrategy)
            .LeadsTo("TRUST-LOW");

        Risk("ENGAGEMENT-TRUST-EROSION", LevelBasis.ReportedStrain)
            .Titled("A partner is less engaged, and trust may follow")
            .ForEach(c => c.Partners)
            .When((c, p) => p.StrategicEngagement.IsAnyOf(Engagement.Declining, Engagement.TroubleOnly, Engagement.None))
            .Says("{subject} is not fully engaged at strategic level, which contributes to scepticism and distrust.")
            .RestsOn("D3-168", "D3-93")
            .Advise(Advice.RegainEngagement, Advice.ReinforceTrust)
            .WithCaveat("One participant's account of strain in a collaboration that is claimed a success.")
            .Under("LEAD-PARTNER-DISENGAGEMENT")
            .LeadsTo("TRUST-LOW");

        // The source tells of trust that wears away together with the engagement that went before it; trust that is known to
        // wear away is the finding, whoever withdrew.
        Risk("TRUST-ERODES", LevelBasis.ReportedStrain)
            .Titled("Trust is wearing away")
            .When(c => c.Trust.Trend == TrustTrend.Eroding)
            .Says("Trust between the partners is wearing away.")
            .RestsOn("D3-168")
            .Advise(Advice.ReinforceTrust, Advice.BeOpen)
            .WithCaveat("One participant's account of strain in a collaboration that is claimed a success.")
            .Under("TRUST-ABSENT", "TRUST-LOW")
            .LeadsTo("TRUST-LOW");

        Risk("TRUST-NOT-REINFORCED", LevelBasis.NamedInPassing)
            .Titled("Trust is not worked at")
            .When(c => c.Trust.ReinforcementActive == false)
            .Says("There is no active work to keep trust up, which seems to need reinforcing.")
            .RestsOn("D3-167", "D3-157")
            .Advise(Advice.ReinforceTrust)
            .WithCaveat("The source says that trust seemed to need reinforcing, above all when senior people change.")
            .Under("TRUST-ABSENT", "TRUST-LOW", "TRUST-ERODES", "TURNOVER-TRUST-LOSS", "MAINTENANCE-UNRESOURCED")
            .LeadsTo("TRUST-ERODES");

        Risk("MAINTENANCE-UNRESOURCED", LevelBasis.NamedInPassing)
            .Titled("No resources for upkeep")
            .When(c => c.Workload.EffortResourced == false)
            .RaisedWhen(c => c.Trust.ReinforcementActive == false,
                "trust is not worked at either, and without a lot of effort a collaboration starts to come apart", "D3-157")
            .Says("No time and resources are set aside for keeping the collaboration going.")
            .RestsOn("D3-15", "D3-157")
            .Advise(Advice.BudgetUpkeep, Advice.ReinforceTrust)
            .WithCaveat("That a collaboration comes apart without effort is one participant's account.");

        // That failures are reported candidly lessens nothing below Low; the advice carries it (D3-165).
        Risk("SERVICE-FAILURE-ERODES-TRUST", LevelBasis.DerivedStep)
            .Titled("Services failed during change")
            .When(c => c.Trust.ServiceContinuityKept == false)
            .Says("Services failed while things changed, so the trust that continuity earns is missing.")
            .RestsOn("D3-164")
            .Advise(Advice.ReportFailures, Advice.KeepServicesRunning)
            .WithCaveat("The source reports that continuity earned trust; that failure costs it is derived.")
            .LeadsTo("TRUST-LOW");

        Risk("FAILURES-CONCEALED", LevelBasis.NamedInPassing)
            .Titled("Failures are not reported")
            .When(c => c.Trust.FailuresReportedUp == false)
            .Says("Failures are not reported candidly to senior management.")
            .RestsOn("D3-165")
            .Advise(Advice.ReportFailures)
            .WithCaveat("The source says that candid reporting appeared to help; that its absence is a risk is derived.")
            .Under("SERVICE-FAILURE-ERODES-TRUST");

        Strength("CONTINUITY-BUYS-TRUST")
            .Titled("Continuity earns trust")
            .When(c => c.Trust.ServiceContinuityKept == true)
            .Says("Nothing fails while things change, which contributes to trust and to leeway with decision makers.")
            .RestsOn("D3-164", "D3-166")
            .LeadsTo("TRUST-EFFECTS", "FASTER-DECISIONS");

        Strength("FAILURES-REPORTED")
            .Titled("Failures are reported candidly")
            .When(c => c.Trust.FailuresReportedUp == true)
            .Says("Where something fails, senior management is told, which appeared to ease the process.")
            .RestsOn("D3-165")
            .WithCaveat("The source says that it appeared to help, together with seeing that nothing fails.")
            .Under("CONTINUITY-BUYS-TRUST");

        Strength("COLLABORATIVE-SUSTAINABILITY")
            .Titled("Trust is renewed over time")
            .When(c => c.Trust.SufficientOutcome == true && c.Trust.ReinforcementActive == true)
            .Says("Results renew trust and trust is worked at, which should help the collaboration to last.")
            .RestsOn("D3-176", "D3-175")
            .WithCaveat("The source says that this should help over time; it does not show it.");

        Strength("SUSTAINABILITY-INFORMAL")
            .Titled("Trust, leadership and values that last")
            .When(c => c.Trust.Organisational >= TrustLevel.Sufficient && c.Leadership.Effective == true
                && c.Culture.ValuesCompatible == true)
            .Says("Trust, effective leadership and compatible values contribute to a collaboration that lasts.")
            .RestsOn("D3-129")
            .WithCaveat(Caveats.LeadershipContributes);

        Caveat("CRISIS-MASKS-STRAIN")
            .Titled("A crisis hides strain")
            .When(c => c.Context.CrisisMode == true)
            .Says("An acute incident is in progress: trust and engagement may look better than they are in calmer times.")
            .RestsOn("D3-155", "D3-156");
    }
}
