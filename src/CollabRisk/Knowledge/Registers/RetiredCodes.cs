using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Registers;

/// <summary>
/// Every code that rules of the library have had and have no longer, in the order of the codes. When a rule is removed or merged, add a
/// row: whoever names the old code then hears what replaced it. A code is never used again.
/// </summary>
internal static class RetiredCodes
{
    public static IReadOnlyList<RetiredCode> All { get; } =
    [
        new("ACKNOWLEDGED-NOT-HANDLED", ["DIFFERENCES-ARRANGEMENT", "DIFFERENCES-LEADERSHIP", "DIFFERENCES-ORG-CULTURE", "DIFFERENCES-PROF-CULTURE", "DIFFERENCES-TRUST"], "0.2.0", "Acknowledging differences and dealing with them are one condition of the source."),
        new("ACTIVITIES-SETTING", ["PERSPECTIVE"], "0.2.0", "Role, tasks and activities are cases of one rule."),
        new("ALIGN-CULTURAL", ["CULTURES-NOT-ALIGNED"], "0.2.0", "Whether cultures should be brought together is context, not a risk."),
        new("ALIGNMENT-ONLY", ["FLASHPOINTS-UNPLANNED"], "0.2.0", "The source has both in one clause, so one is evidence of the other."),
        new("APATHY", ["LEADERSHIP-SUPPORT-GAP"], "0.2.0", "It is what may follow from missing support, and the message of that rule says so."),
        new("COMMITMENT-NOT-SHOWN", ["LEADERSHIP-SUPPORT-GAP"], "0.2.0", "Support and commitment that is shown are one matter."),
        new("COMMS-BROADCAST-ONLY", ["COMMS-PURPOSE-UNMET"], "0.2.0", "It went away when communication got worse."),
        new("CONTRIBUTION-LOW", ["MEMBERS-UNCOMMITTED"], "0.2.0", "The source has one thought, not two."),
        new("CULTURE-BARRIER", ["DIFFERENCES-ORG-CULTURE"], "0.2.0", "It is evidence of that rule and no matter of its own."),
        new("DECAY-WITHOUT-EFFORT", ["MAINTENANCE-UNRESOURCED"], "0.2.0", "Both said the same of one state."),
        new("DOMESTIC-ISSUES", ["SEPARATE-IDENTITY-TENSION"], "0.2.0", "The source calls these tensions the same."),
        new("EVALUATION-GAP", ["PERFORMANCE-UNMEASURED"], "0.2.0", "What is not measured is one matter."),
        new("INFO-WITHHOLDING", ["TRUST-ABSENT", "TRUST-LOW"], "0.2.0", "It is a consequence that the source names, not a state of its own."),
        new("KPIS-MISSING", ["SUCCESS-UNDEFINED"], "0.2.0", "What would count as success is one matter."),
        new("LEADERSHIP-COMMAND-ONLY", ["COMMAND-STYLE", "LEADERSHIP-NOT-DISTRIBUTED"], "0.2.0", "A style is context; that leadership is not spread is the risk."),
        new("NO-MONITORING-LOOP", ["PERFORMANCE-UNMEASURED"], "0.2.0", "What is not measured is one matter."),
        new("OVERLOAD-COMPETING", ["WORK-OVERLOAD"], "0.2.0", "Both said the same of one state."),
        new("PERSONALITY-CHALLENGES", ["LEADERSHIP-INEFFECTIVE"], "0.2.0", "It is what can follow from weak leadership, and the message of that rule says so."),
        new("ROLE-SETTING", ["PERSPECTIVE"], "0.2.0", "Role, tasks and activities are cases of one rule."),
        new("TASKS-SETTING", ["PERSPECTIVE"], "0.2.0", "Role, tasks and activities are cases of one rule."),
        new("TERRITORIAL-RESOURCES", ["SEPARATE-IDENTITY-TENSION"], "0.2.0", "The source calls these tensions the same."),
        new("TRUST-AT-RISK", ["TRUST-ERODES"], "0.2.0", "It restated lack of transparency; what was left of it is trust that erodes."),
        new("TRUST-SYMPTOM", ["TRUST-SIGN-MISSING"], "0.2.0", "A missing sign of trust is a risk that the source names."),
    ];
}
