using System.Globalization;
using System.Runtime.CompilerServices;
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
    public static Passage Lower(Passage title) => title.AtStart(text =>
        text.Length > 1 && char.IsUpper(text[0]) && (char.IsLower(text[1]) || text[1] == ' ') ? char.ToLowerInvariant(text[0]) + text[1..] : text);

    /// <summary>A fact with its value, the partner first where it is a partner's: "Fire Service: role: lead".</summary>
    public static Passage Known(FactReading fact) => Passage.Of($"{(fact.PartnerName is { } name ? name + ": " : "")}{Meaning(fact.Fact)}: {fact.SaidWithOrigin}");

    /// <summary>What a finding is called, with what it is about; that is empty for the whole.</summary>
    public static Passage Named(Passage title, Passage subject) => subject.IsEmpty ? title : Passage.Of($"{title} ({subject})");

    /// <summary>A finding that a step is for, with its level when the plan was last brought up to date.</summary>
    public static Passage Named(StepFinding finding, PlanLanguages languages) => Passage.Of($"{Titled(finding, languages)}{(finding.Level is { } level ? $", {level}" : "")}");

    /// <summary>The same without the level.</summary>
    public static Passage Titled(StepFinding finding, PlanLanguages languages) => Named(languages.Said(finding.Title), languages.Said(finding.SubjectInWords ?? ""));

    /// <summary>"a; b and 3 more".</summary>
    public static Passage Some(IReadOnlyList<Passage> items, int most, string separator = "; ") =>
        items.Count <= most + 1 ? Passage.Join(separator, items) : Passage.Of($"{Passage.Join(separator, items.Take(most))} and {Words.Count(items.Count - most, "more", "more")}");

    /// <inheritdoc cref="Some(IReadOnlyList{Passage}, int, string)"/>
    [OverloadResolutionPriority(1)]
    public static string Some(IReadOnlyList<string> items, int most, string separator = "; ") => Some([.. items.Select(item => (Passage)item)], most, separator).ToString();

    /// <summary>What a fact means, without the terms in brackets that only its author needs.</summary>
    public static Passage Meaning(Facts.Fact fact) => fact.SaidInPlainWords;
}
