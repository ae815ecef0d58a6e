using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Work overload.</summary>
internal sealed class WorkOverload : Chapter
{
    public override string Heading => "Work overload";

    public override Area Area => Area.PeopleCharacteristics;

    public override Tier Tier => Tier.Project;

    protected override void Write()
    {
        // Overload with competing demands, which a study ties to failure, is overload one step graver and no second finding.
        Risk("WORK-OVERLOAD", LevelBasis.ReportedStrain)
            .Titled("People are overloaded")
            .When(c => c.Workload.Overload == true)
            .RaisedWhen(c => c.Workload.CompetingDemands == true,
                "staff also face competing demands, which contributed to collaborations failing", "D3-204")
            .LoweredWhen(
                c => c.Members.MotivationLevel == MotivationLevel.High || c.Members.Committed == true,
                "motivated and committed people coped with overload",
                "D3-202", "D3-139")
            .Says("People have more work than they can do (competing demands: {workload.competingDemands}).")
            .RestsOn("D3-200", "D3-201", "D3-204")
            .Advise(Advice.RelieveCompetingDemands, Advice.PlanGoLiveCapacity, Advice.SpareGoodwill)
            .WithCaveat("Overload is little noted in writing on collaboration, and more in writing on information systems.",
                "That competing demands on overworked staff contribute to failing comes from one study of health and social care; that motivated people cope, from the police cases.");

        // The catalogue sketches a risk that is there only while overload is unknown. Learning whether people are
        // overloaded would then turn a raised risk clear, which no risk may do: so it is a gap in the data.
        DataGap("OVERLOAD-LIKELY")
            .Titled("Overload is likely, and not known")
            .When(c => (c.Context.AusterityPressure == true || c.Workload.StaffAfter < c.Workload.StaffBefore)
                && c.Workload.Overload.IsUnknown())
            .Says("Money or staff are short, from which the source's staff saw overload follow; ask whether people are overloaded.")
            .RestsOn("D3-201");

        // The sketch asks this only while overload is unknown. The source says that overload peaks as go-live comes near,
        // whatever it was before, so the advice holds for every go-live.
        Recommend(Advice.PlanGoLiveCapacity)
            .Titled("Plan for the go-live peak")
            .When(c => c.Workload.NearGoLive == true);
    }
}
