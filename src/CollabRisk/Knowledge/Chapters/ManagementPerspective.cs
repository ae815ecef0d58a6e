using CollabRisk.Facts;
using CollabRisk.Rules;
using static CollabRisk.Conditions.FactConditions;

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
        Mismatch("ROLE-SETTING", LevelBasis.DerivedStep)
            .Titled("Controllers in a network")
            .AppliesWhen(c => c.Governance.AuthorityStructure == AuthorityStructure.Divided)
            .When(c => c.Leadership.ManagerRole == ManagerRole.SystemController)
            .Says("Authority is divided, yet managers act as controllers of a system rather than builders of a network.")
            .RestsOn("D4-18", "D4-16", "D4-13")
            .WithCaveat(FaultIsDerived, "The first words of both cells are garbled in the scan and were recovered by inference.");

        Mismatch("TASKS-SETTING", LevelBasis.DerivedStep)
            .Titled("Tasks of one organisation in a network")
            .AppliesWhen(c => c.Governance.AuthorityStructure == AuthorityStructure.Divided)
            .When(c => c.Leadership.ManagementTasks == ManagementTasks.PlanAndGuideProcesses)
            .Says("Authority is divided, yet managers see their task in planning and steering internal processes.")
            .RestsOn("D4-19", "D4-16", "D4-13")
            .WithCaveat(FaultIsDerived);

        Mismatch("ACTIVITIES-SETTING", LevelBasis.DerivedStep)
            .Titled("Activities of one organisation in a network")
            .AppliesWhen(c => c.Governance.AuthorityStructure == AuthorityStructure.Divided)
            .When(c => c.Leadership.ManagementActivities == ManagementActivities.PlanDesignLead)
            .Says("Authority is divided, yet managers mostly plan, design and lead.")
            .RestsOn("D4-20", "D4-16", "D4-13")
            .WithCaveat(FaultIsDerived, "The network cell repeats the row above, plausibly by a slip of the slide or scan, so this row is the weakest of the table.");

        // Sums up the three above and lists the dimensions of the setting. The setting is a network's where authority is
        // divided; goals alone never make it one.
        Mismatch("PERSPECTIVE", LevelBasis.DerivedStep)
            .Titled("Classical management in a network")
            .Case(
                "divided authority",
                appliesWhen: c => c.Governance.AuthorityStructure == AuthorityStructure.Divided,
                when: c => Raised("ROLE-SETTING") || Raised("TASKS-SETTING") || Raised("ACTIVITIES-SETTING"),
                claims: ["D4-16"])
            .Case(
                "various and changing goals",
                appliesWhen: c => c.Governance.AuthorityStructure == AuthorityStructure.Divided,
                when: c => c.Governance.GoalStructure == GoalStructure.VariousChanging
                    && (Raised("ROLE-SETTING") || Raised("TASKS-SETTING") || Raised("ACTIVITIES-SETTING")),
                claims: ["D4-17"],
                caveat: "The cell on goals is garbled in the scan: 'changing' is read for 'challenging'.")
            .Says("In sum: the setting is a network's ({subject}), but role, tasks or activities of managers are classical.")
            .RestsOn("D4-21", "D4-91", "D4-13")
            .WithCaveat(FaultIsDerived, "Sums up the mismatches of role, tasks and activities; it is no further fault beside them.");
    }

    /// <summary>D4-13, D4-21, T19.</summary>
    private const string FaultIsDerived = "The table contrasts two outlooks and calls neither a fault; that a classical one in a network is a mismatch is derived.";
}
