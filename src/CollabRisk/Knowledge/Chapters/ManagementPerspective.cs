using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Management perspective: classical and network.</summary>
/// <remarks>
/// The table contrasts two outlooks. The reverse mismatch, a network manager under a single authority, is possible, but
/// the source does not claim it, so no rule does.
/// </remarks>
internal sealed class ManagementPerspective : Chapter
{
    public override string Heading => "Management perspective: classical and network";

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
        // The table's first two rows tell a network's setting: authority that is divided, goals that are various and changing.
        // Either of them is one; the other three rows are what managers do in it.
        Mismatch("PERSPECTIVE", LevelBasis.DerivedStep)
            .Titled("Classical management in a network")
            .AppliesWhen(c => c.Governance.AuthorityStructure == AuthorityStructure.Divided || c.Governance.GoalStructure == GoalStructure.VariousChanging)
            .Case(
                "the role of managers",
                when: c => c.Leadership.ManagerRole == ManagerRole.SystemController,
                claims: ["D4-18"],
                says: "The setting is a network's, yet managers act as controllers of a system rather than builders of a network.",
                caveat: "The first words of both cells are garbled in the scan and were recovered by inference.")
            .Case(
                "the tasks of managers",
                when: c => c.Leadership.ManagementTasks == ManagementTasks.PlanAndGuideProcesses,
                claims: ["D4-19"],
                says: "The setting is a network's, yet managers see their task in planning and steering internal processes.")
            .Case(
                "the activities of managers",
                when: c => c.Leadership.ManagementActivities == ManagementActivities.PlanDesignLead,
                claims: ["D4-20"],
                says: "The setting is a network's, yet managers mostly plan, design and lead.",
                caveat: "The network cell repeats the row above, plausibly by a slip of the slide or scan, so this row is the weakest of the table.")
            .RestsOn("D4-16", "D4-17", "D4-21", "D4-91", "D4-13")
            .WithCaveat(FaultIsDerived, "The cell on goals is garbled in the scan: 'changing' is read for 'challenging'.");
    }

    /// <summary>D4-13, D4-21, T19.</summary>
    private const string FaultIsDerived = "The table contrasts two outlooks and calls neither a fault; that a classical one in a network is a mismatch is derived.";
}
