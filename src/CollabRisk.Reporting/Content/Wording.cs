using System.Globalization;
using CollabRisk.Planning;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Content;

/// <summary>The words that every kind of report uses for the same thing.</summary>
internal static class Wording
{
    public const string NotKnown = "not known";

    public const string OurStep = "our step, not the source’s";

    /// <summary>The range for those who do not see the picture.</summary>
    public static string OnTheScale(OverallRange range) =>
        $"Range on the scale Low, Moderate, High: {(range.AtLeast == Level.None ? "nothing shown" : $"at least {range.AtLeast}")}, at most {(range.AtMost == Level.None ? "nothing" : range.AtMost.ToString())}.";

    /// <summary>From which range to which, so that the two are told apart where one is a range itself.</summary>
    public static string FromTo(OverallRange before, OverallRange after)
    {
        return $"from {Between(before)} to {Between(after)}";

        static string Between(OverallRange range) => range is { Assessable: true } && range.AtLeast != range.AtMost
            ? $"between {(range.AtLeast == Level.None ? "nothing" : range.AtLeast)} and {range.AtMost}" : Short(range);
    }

    /// <summary>The range in a table.</summary>
    public static string Short(OverallRange range) => range switch
    {
        { Assessable: false } => "not assessable",
        { AtMost: Level.None } => "nothing shown or open",
        { AtLeast: Level.None } => $"nothing shown, at most {range.AtMost}",
        _ => range.ToString(),
    };

    /// <summary>An area, as its heading and what belongs to it.</summary>
    public static (string Name, string About) Of(Area area) => area switch
    {
        Area.ExternalEnvironment => ("Context", "law, money, politics, history"),
        Area.OrganisationalCharacteristics => ("Partners", "norms, culture, tasks, motives"),
        Area.PeopleCharacteristics => ("People", "leaders, members, workload"),
        Area.Relations => ("Relations", "vision, trust, openness, communication"),
        _ => ("Technology and means", "systems, management, evaluation"),
    };

    /// <summary>What a finding without a level is, in a few words.</summary>
    public static string Of(FindingKind kind) => kind switch
    {
        FindingKind.Diagnostic => "a sign to follow up",
        FindingKind.Strength => "strength",
        FindingKind.Context => "context",
        FindingKind.Caveat => "to bear in mind",
        FindingKind.Recommendation => "what the facts call for",
        FindingKind.DataGap => "a gap in what is known",
        FindingKind.Mismatch => "mismatch",
        _ => "risk",
    };

    public static string Of(RuleState state) => state switch
    {
        RuleState.High => "High",
        RuleState.Moderate => "Moderate",
        RuleState.Low => "Low",
        RuleState.Failed => "failed",
        RuleState.Open => NotKnown,
        RuleState.Clear => "clear",
        _ => "does not apply",
    };

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string AsOf(Assessment assessment) => assessment.Collaboration.AsOf is { } day ? Day(day) : "no date given";

    public static string NameOf(Collaboration collaboration) =>
        string.IsNullOrWhiteSpace(collaboration.Name) ? "Collaboration without a name" : collaboration.Name.Trim();

    public static string Packs(Assessment assessment) => string.Join(", ", assessment.RuleBook.Packs.Select(pack => $"{pack.Id} {pack.Version}"));

    /// <summary>The first letter small, unless the word is an abbreviation or a name: for a title within a sentence.</summary>
    public static string Lower(string title) =>
        title.Length > 1 && char.IsUpper(title[0]) && (char.IsLower(title[1]) || title[1] == ' ') ? char.ToLowerInvariant(title[0]) + title[1..] : title;

    /// <summary>A fact with its value, the partner first where it is a partner's: "Fire Service: role: lead".</summary>
    public static string Known(FactReading fact) => $"{(fact.PartnerName is { } name ? name + ": " : "")}{Meaning(fact.Fact)}: {fact.ValueAndOrigin}";

    /// <summary>What a finding is called, with what it is about.</summary>
    public static string Named(string title, string? subject) => subject is null ? title : $"{title} ({subject})";

    /// <summary>A finding that a step is for, with its level when the plan was last brought up to date.</summary>
    public static string Named(StepFinding finding) => $"{Named(finding.Title, finding.SubjectInWords)}{(finding.Level is { } level ? $", {level}" : "")}";

    /// <summary>"a; b and 3 more".</summary>
    public static string Some(IReadOnlyList<string> items, int most, string separator = "; ") =>
        items.Count <= most + 1 ? string.Join(separator, items) : $"{string.Join(separator, items.Take(most))} and {Words.Count(items.Count - most, "more", "more")}";

    /// <summary>What a fact means, without the terms in brackets that only its author needs.</summary>
    public static string Meaning(Facts.Fact fact) => Words.WithoutBrackets(fact.Meaning);
}
