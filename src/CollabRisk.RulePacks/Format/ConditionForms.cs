using CollabRisk.Facts;

namespace CollabRisk.RulePacks.Format;

/// <summary>A way of writing a condition: its key, what it asks, and an example.</summary>
/// <param name="Name">The key.</param>
/// <param name="About">When it holds.</param>
/// <param name="Example">A condition that has it.</param>
internal sealed record ConditionForm(string Name, string About, string Example);

/// <summary>What conditions can say, for the schema and the reference page. <see cref="ConditionReader"/> reads it.</summary>
internal static class ConditionForms
{
    /// <summary>The number of partners is the author's, so an editor completes this one and checks the others by their form.</summary>
    public const string AtLeastSomePartners = "at least 2 partners";

    /// <summary>The one share that an editor completes.</summary>
    public const string AtLeastShare = "at least half of the partners";

    /// <summary>The number of conditions is the author's too.</summary>
    public const string AtLeastSomeOf = "at least 2 of";

    /// <summary>The form of the key that asks for a number of conditions.</summary>
    public const string AtLeastOfPattern = "^at least (?!0+ )[0-9]{1,4} of( these)?$";

    /// <summary>The form of the key that asks about a number of partners, for every dialect of regular expressions.</summary>
    public const string AtLeastPartnersPattern = "^at least (?!0+ )[0-9]{1,4} partners?$";

    /// <summary>What joins conditions, or asks something else than the value of a fact.</summary>
    public static readonly IReadOnlyList<ConditionForm> Joints =
    [
        new(ConditionReader.All, "All conditions of the list hold. Conditions next to each other must all hold too; a list is needed where two have the same key.", """
            all:
              - some partner:
                  partner.role: Lead
              - some partner:
                  partner.activeInDecisions: no
            """),
        new(ConditionReader.Any, "At least one condition of the list holds.", """
            any:
              - vision.exists: no
              - vision.compelling: no
            """),
        new(AtLeastSomeOf, "At least so many conditions of the list hold; the number is yours, and less than there are in the list.", """
            at least 2 of:
              - raised: VISION-ABSENT
              - raised: TRUST-LOW
              - communication.regular: no
            """),
        new(ConditionReader.NotThis, "The condition below is known not to hold. An unknown fact satisfies neither a condition nor its negation.", """
            not:
              phase: {below: GoLive}
            """),
        new(ConditionReader.SomePartner, "The condition below holds of at least one partner.", """
            some partner:
              partner.role: NonLead
              partner.activeInDecisions: no
            """),
        new(ConditionReader.EveryPartner, "The condition below holds of every partner.", """
            every partner:
              partner.activeInDecisions: yes
            """),
        new(AtLeastSomePartners, "The condition below holds of at least so many partners; the number is yours.", """
            at least 2 partners:
              partner.activeInDecisions: no
            """),
        new(QuotaReader.Most, "The condition below holds of more than half of the partners. Partners that are not listed count among them.", """
            most partners:
              partner.activeInDecisions: no
            """),
        new(AtLeastShare, "The condition below holds of at least that share of the partners; `more than` is there too. Write `half`, `a third`, `two thirds`, `a quarter`, `three quarters`, a percentage such as `60%`, or a fraction such as `3/5`.", """
            at least two thirds of the partners:
              partner.objectivesDeclared: yes
            """),
        new(ConditionReader.SumOverPartners, "A number of the partners, added up over all of them, is compared with a number. One that is not known may be any that the fact takes; a partner to whom it does not apply adds nothing.", """
            sum over partners:
              partner.benefitShare: {not: 100}
            """),
        new(ConditionReader.PartnersDifferIn, "Two partners have different values of the fact.", "partners differ in: partner.sector"),
        new(ConditionReader.Raised, "The rule with this code, of this pack or of another, is raised; with `at least`, at that level or above it, its moderators counted.", "raised: {rule: VISION-ABSENT, at least: High}"),
        new(ConditionReader.OverallIsAtLeast, "The overall level of the collaboration is at least this one. Only a rule of a kind without a level may ask it.", "overall is at least: High"),
        new(ConditionReader.Unknown, "No one has said what the fact is. Only a data gap may ask it.", "unknown: vision.exists"),
    ];

    /// <summary>What a fact can be compared with, by the values that it takes; the first form of each is the plainest.</summary>
    public static readonly IReadOnlyList<(string Kind, string About, IReadOnlyList<ConditionForm> Forms)> Tests =
    [
        ("Yes or no", "", [
            new("yes, no", "It is so, or it is not.", "vision.exists: no"),
        ]),
        ("A word", "Where the facts page shows the words with `<` between them, they are in rising order.", [
            new("a word", "It is this word.", "form: StrategicAlliance"),
            new("a list", "It is one of these words.", "form: [SharedService, CoLocation]"),
            new(FactTestReader.NotThis, "It is known, and it is none of these words.", "form: {not: [JointUnit, Other]}"),
            new(FactTestReader.Below, "It comes before this word; only for words in order.", "trust.organisational: {below: Sufficient}"),
            new(FactTestReader.AtLeast, "It is this word or a later one; only for words in order. `above` and `at most` are there too.", "phase: {at least: Structuring, below: GoLive}"),
        ]),
        ("A set of words", "", [
            new(FactTestReader.Has, "All of these words are in it.", "benefitsSought: {has: CostReduction}"),
            new(FactTestReader.HasAny, "At least one of these words is in it.", "benefitsSought: {has any: [Resilience, Effectiveness]}"),
            new(FactTestReader.IsExactly, "These words are in it and no others; an empty list asks for none at all.", "benefitsSought: {is exactly: [CostReduction]}"),
            new(FactTestReader.Within, "All its words are in the set of another fact.", """
                some partner:
                  partner.motivations: {within: {fact: benefitsSought}}
                """),
        ]),
        ("A number", "", [
            new("a number", "It is this number.", "partnerCount: 2"),
            new(FactTestReader.Above, "It is larger than this; `below`, `at least`, `at most` and `not` are there too.", "partnerCount: {at least: 3, below: 10}"),
            new(FactTestReader.OtherFact, "It is compared with another number.", "workload.staffAfter: {below: {fact: workload.staffBefore}}"),
        ]),
        ("A day", "", [
            new("a day", "It is this day; the comparisons are those of numbers, and `before` and `after`.", "asOf: {at least: 2026-01-01}"),
            new(DayTestReader.Before, "It is before another day: `asOf`, on which the facts hold, or that of another fact, also so long before (`minus`) or after it (`plus`).", "extensions.tst.agreementEnds: {before: {fact: extensions.tst.goLive, plus: 1 year}}"),
            new(DayTestReader.OlderThan, "It is longer ago than this, counted from `asOf`: in days, weeks, months or years.", "extensions.tst.reviewed: {older than: 2 years}"),
            new(DayTestReader.Within, "It is in this time before `asOf` (`the last`) or after it (`the next`), the first and the last day included.", "extensions.tst.agreementEnds: {within: the next 6 months}"),
        ]),
        ("A text", "Nothing asks what a text says.", [
            new(FactTestReader.Given, "It is there and not blank; `blank` asks for the opposite. A text that no one gave is neither.", "name: given"),
        ]),
    ];

    /// <summary>What the comparisons of words in order, numbers and days mean.</summary>
    public static readonly IReadOnlyDictionary<string, string> Comparisons = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [FactTestReader.Is] = "It is this.",
        [FactTestReader.NotThis] = "It is known, and it is not this.",
        [FactTestReader.Below] = "It is below this.",
        [FactTestReader.AtMost] = "It is this or below.",
        [FactTestReader.Above] = "It is above this.",
        [FactTestReader.AtLeast] = "It is this or above.",
        [DayTestReader.Before] = "It is before this.",
        [DayTestReader.After] = "It is after this.",
        [DayTestReader.OlderThan] = "It is longer ago than this, counted from asOf.",
        [FactTestReader.Has] = "All of these words are in it.",
        [FactTestReader.HasAny] = "At least one of these words is in it.",
        [FactTestReader.IsExactly] = "These words are in it and no others.",
        [FactTestReader.Within] = "All its words are in the set of another fact; or, of a day, it is in this time, counted from asOf.",
    };

    /// <summary>The words that a key takes where it makes sense: no pack declares a text.</summary>
    public static IReadOnlyList<string> WordsOf(WordKey key) => key switch
    {
        WordKey<FactType> => [.. key.Words.Where(word => word is not (nameof(FactType.Text) or nameof(FactType.List)))],
        _ => key.Words,
    };
}
