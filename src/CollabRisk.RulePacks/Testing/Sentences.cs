using CollabRisk.RulePacks.Format;

namespace CollabRisk.RulePacks.Testing;

/// <summary>How outcomes read in the sentences of a report.</summary>
internal static class Sentences
{
    /// <summary>"is raised at High", "does not apply".</summary>
    public static string Is(Outcome outcome, LevelRange? level) => outcome switch
    {
        Outcome.Raised => $"is raised{(level is null ? "" : $" at {level}")}",
        Outcome.Clear => "is clear",
        Outcome.Undetermined => "is undetermined",
        Outcome.NotApplicable => "does not apply",
        _ => "failed",
    };

    /// <summary>"be raised at High", "not apply", as it follows "should" or "to".</summary>
    public static string ToBe(Outcome outcome, Level? level) => outcome switch
    {
        Outcome.Raised => $"be raised{(level is null ? "" : $" at {level}")}",
        Outcome.Clear => "be clear",
        Outcome.Undetermined => "be undetermined",
        _ => "not apply",
    };

    public static string ToBe(ExpectedOutcome expected) => ToBe(expected.Outcome, expected.Level);
}
