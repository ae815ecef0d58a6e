using CollabRisk;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CustomRules;

/// <summary>Handing over calls.</summary>
internal sealed class CallHandover : Chapter
{
    /// <summary>The minute is the lessons log's own, of a sample of 200 calls.</summary>
    private const int SlowFromSeconds = 60;

    /// <summary>The programme's own choice; the lessons log names no time.</summary>
    private const int DrilledEveryYears = 1;

    public override string Heading => "Handing over calls";

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.Project;

    protected override void Write()
    {
        Risk("RCR-HANDOVER-SLOW", new LevelBasis(Level.High, "calls had to be taken again from the start"))
            .Titled("Calls take long to hand over")
            .When(c => c.Extensions.Number("rcr.handoverSeconds") > SlowFromSeconds)
            .RaisedWhen(c => c.Extensions.Words("rcr.channels").IsExactly("SwitchboardOnly"), "only the switchboard connects the rooms", "RCR-C6")
            .LoweredWhen(c => c.Extensions.Word("rcr.handover.drill").IsAtLeast("Quarterly"), "the handover is practised at least every quarter", "RCR-C3")
            .Says("Handing over a call takes {extensions.rcr.handoverSeconds} seconds, longer than the minute after which calls were taken again.")
            .RestsOn("RCR-C2")
            .Advise(Evidence.PractiseHandover);

        Risk("RCR-DRILL-LONG-AGO", new LevelBasis(Level.Low, "the lessons log says only that practising helped"))
            .Titled("The handover has not been practised for long")
            .When(c => c.Extensions.Day("rcr.handover.drilled").IsOlderThan(DrilledEveryYears, TimeUnit.Years))
            .Says("Handing over a call was last practised together over a year ago.")
            .RestsOn("RCR-C3")
            .Advise(Evidence.PractiseHandover)
            .WithCaveat("A year is our choice; the lessons log names no time.");

        Risk("RCR-DESK-MISSING", new LevelBasis(Level.Low, "the lessons log names it in passing"))
            .Titled("A partner has no liaison desk")
            .ForEach(c => c.Partners, p => p.Role.IsAnyOf(PartnerRole.NonLead, PartnerRole.Equal))
            .When((c, p) => p.Extensions.YesNo("rcr.liaisonDesk") == false && !(p.ActiveInDecisions == true))
            .Says("{subject} has no desk in the joint control room and does not take an active part in decisions.")
            .RestsOn("RCR-C4")
            .Advise(Evidence.OpenLiaisonDesk);

        Context("RCR-DESKS-UNEVEN")
            .Titled("Some partners have a desk and some do not")
            .When(c => c.Partners.Some(p => p.Extensions.YesNo("rcr.liaisonDesk") == true) && c.Partners.Some(p => p.Extensions.YesNo("rcr.liaisonDesk") == false))
            .Says("Some partners sit in the joint control room and others do not.")
            .RestsOn("RCR-C4");

        Risk("RCR-DESKS-FEW", new LevelBasis(Level.Moderate, "whoever has no desk hears of decisions late, and then that is most of them"))
            .Titled("Most partners have no liaison desk")
            .When(c => c.Partners.Most(p => p.Extensions.YesNo("rcr.liaisonDesk") == false))
            .Says("Most partners have no desk in the joint control room.")
            .RestsOn("RCR-C4")
            .Advise(Evidence.OpenLiaisonDesk);

        DataGap("RCR-HANDOVER-UNMEASURED")
            .Titled("No one knows how long a handover takes")
            .When(c => c.Extensions.Words("rcr.channels").Includes("SwitchboardOnly") && c.Extensions.Number("rcr.handoverSeconds").IsUnknown())
            .Says("Calls go through the switchboard, and no one has measured how long handing over takes.")
            .RestsOn("RCR-C6");
    }
}
