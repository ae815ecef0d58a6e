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
            .Titled("Trust goes when senior people change")
            .When(c => c.Leadership.SeniorTurnover == true)
            .LoweredWhen(c => c.Trust.ReinforcementActive == true, "trust is being renewed", "D3-167")
            .LoweredWhen(c => Raised("STRATEGY-ANCHOR"), "a stable written strategy carries the vision", "D3-192")
            .LoweredWhen(c => c.Leadership.SuccessorBriefed == true, "new leaders are briefed on the strategy", "D3-193")
            .Says("Senior people change, which is when trust has to be renewed above all.")
            .RestsOn("D3-167")
            .Advise(Advice.ReinforceTrust, Advice.BriefSuccessors, Advice.WriteStrategy)
            .LeadsTo("TRUST-LOW");

        Risk("ENGAGEMENT-TRUST-EROSION", LevelBasis.ReportedStrain)
            .Titled("Trust erodes as a partner withdraws")
            .ForEach(c => c.Partners)
            .When((c, p) => p.StrategicEngagement.IsAnyOf(Engagement.Declining, Engagement.None))
            .Says("{subject} is withdrawing or not engaged at strategic level, which contributes to scepticism and distrust.")
            .RestsOn("D3-168")
            .Advise(Advice.RegainEngagement, Advice.ReinforceTrust)
            .WithCaveat("One participant's account of strain in a collaboration that is claimed a success.")
            .LeadsTo("TRUST-LOW");

        Risk("MAINTENANCE-UNRESOURCED", LevelBasis.NamedInPassing)
            .Titled("No resources for upkeep")
            .When(c => c.Workload.EffortResourced == false)
            .Says("No time and resources are set aside for keeping the collaboration going.")
            .RestsOn("D3-15")
            .Advise(Advice.BudgetUpkeep)
            .LeadsTo("DECAY-WITHOUT-EFFORT");

        Risk("DECAY-WITHOUT-EFFORT", LevelBasis.ReportedStrain)
            .Titled("The collaboration comes apart without effort")
            .When(c => c.Workload.EffortResourced == false && c.Trust.ReinforcementActive == false)
            .Says("Nothing is set aside for upkeep and nobody works at trust, so the collaboration may begin to come apart.")
            .RestsOn("D3-157")
            .Advise(Advice.BudgetUpkeep, Advice.ReinforceTrust)
            .WithCaveat("Rests on one participant's account.");

        // Low is the lowest level, so candour moves it only where a pack gives the rule a higher one; it is shown either way.
        Risk("SERVICE-FAILURE-ERODES-TRUST", LevelBasis.DerivedStep)
            .Titled("Services failed during change")
            .When(c => c.Trust.ServiceContinuityKept == false)
            .LoweredWhen(c => c.Trust.FailuresReportedUp == true, "failures are reported candidly", "D3-165")
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
            .WithCaveat("The source says that candid reporting appeared to help; that its absence is a risk is derived.");

        Strength("CONTINUITY-BUYS-TRUST")
            .Titled("Continuity earns trust")
            .When(c => c.Trust.ServiceContinuityKept == true)
            .Says("Nothing fails while things change, which contributes to trust and to leeway with decision makers.")
            .RestsOn("D3-164", "D3-166")
            .LeadsTo("TRUST-EFFECTS", "FASTER-DECISIONS");

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
