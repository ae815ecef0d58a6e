namespace CollabRisk;

/// <summary>The overall range in plain words: the same in the text, in every report and in records.</summary>
internal static class Verdict
{
    /// <summary>The verdict on a collaboration as a headline. Where no rule could find anything, none found says nothing.</summary>
    public static string Headline(Assessment assessment) => AsksNothing(assessment) ? "Nothing was asked" : Headline(assessment.Overall);

    /// <summary>The range as a headline.</summary>
    public static string Headline(OverallRange range) => range switch
    {
        { Assessable: false } => "Not assessable yet",
        { AtMost: Level.None } => "Nothing shown, nothing left open",
        { AtLeast: Level.None } => $"Nothing shown yet, at most {range.AtMost}",
        _ when range.AtLeast == range.AtMost => $"{range.AtLeast}",
        _ => $"At least {range.AtLeast}, possibly {range.AtMost}",
    };

    /// <summary>What the headline means, in a sentence or two.</summary>
    public static string Meaning(Assessment assessment) => AsksNothing(assessment)
        ? "No rule that could find a risk or mismatch is in use, so this says nothing, good or bad."
        : Meaning(assessment.Overall);

    /// <summary>What the headline means and what it does not say, in one paragraph.</summary>
    public static string InFull(Assessment assessment) => $"{Meaning(assessment)} {OfPartialView(assessment)}".TrimEnd();

    /// <summary>What the range does not say where so little is known that other risks may well be there; empty where more is known.</summary>
    public static string OfPartialView(Assessment assessment) =>
        !assessment.IsPartialView || !assessment.Overall.Assessable ? ""
        : assessment.Overall.AtLeast > Level.None ? "Other risks may exist next to these: under a quarter of the facts is known."
        : "Risks may exist that no one has looked for: under a quarter of the facts is known.";

    /// <summary>What the headline means, in a sentence or two.</summary>
    public static string Meaning(OverallRange range) => range switch
    {
        { Assessable: false } =>
            "Too little is known to say anything, good or bad: it could be anything from no risk to High. That does not mean that the risk is low.",
        { AtMost: Level.None } =>
            "Whatever the rules ask is answered, and nothing was found. That does not prove that there is no risk: only what the rules ask was looked at.",
        { AtLeast: Level.None } =>
            $"Nothing is shown so far. It would be {range.AtMost} if what is not known turned out badly.",
        { AtLeast: Level.High } =>
            "High is shown by what is known. Nothing still unknown can lower it.",
        _ when range.AtLeast == range.AtMost =>
            $"{range.AtLeast} is shown by what is known. Nothing still unknown can change it.",
        _ =>
            $"{range.AtLeast} is shown by what is known. It would be {range.AtMost} if what is not known turned out badly.",
    };

    private static bool AsksNothing(Assessment assessment) => !assessment.RuleBook.Rules.Any(rule => rule.HasLevel && !rule.IsSwitchedOff);
}
