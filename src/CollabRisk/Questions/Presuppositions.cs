using CollabRisk.Facts;

namespace CollabRisk.Questions;

/// <summary>
/// What a question takes for granted: whether a conflict is being handled asks nobody to whom there is none. Such a question waits until
/// the other one was asked, and is left out where the answer takes its ground away.
/// </summary>
internal static class Presuppositions
{
    private static readonly Dictionary<Fact, (Fact Of, ulong Codes)> Table = new[]
    {
        With("vision.exists", true, "vision.jointlyDeveloped", "vision.communicatedToAll", "vision.atStart", "vision.reinforcedThroughout", "vision.inStrategyDocument", "vision.compelling"),
        With("tensions.present", true, "tensions.handled", "culture.observedTensions.domestic", "culture.observedTensions.spaceAndEquipment", "culture.observedTensions.termsAndConditions", "culture.observedTensions.identity"),
        With("context.statutoryDuty", true, "context.dutySpecified"),
        With("leadership.seniorTurnover", true, "leadership.successorBriefed"),
        With("members.exitRoute", true, "members.exitBudget"),
        With("technology.platformsDiffer", true, "technology.differenceFraming"),
        With("transparency.level", "Partial", "transparency.domains.financial", "transparency.domains.resourcing", "transparency.domains.planning", "transparency.domains.timing"),
        With("communication.allLevels", false, "communication.reaches.seniorManagement", "communication.reaches.departments", "communication.reaches.staff"),
        With("alliance.learnsFromPartner", true, "alliance.knowledgeApplied"),
        With("delivery.asIsToBeModelled", true, "delivery.simulationVerified"),
        With("delivery.architectureDerived", true, "delivery.implementedFromArchitecture"),
    }.SelectMany(each => each).ToDictionary(each => each.Fact, each => (each.Of, each.Codes));

    /// <summary>The fact that a question for another takes for granted; null for most.</summary>
    public static Fact? Of(Fact fact) => Table.TryGetValue(fact, out var row) ? row.Of : null;

    /// <summary>Whether what is known takes the ground from the question for a fact.</summary>
    public static bool IsGroundless(Fact fact, FactTable facts) =>
        Table.TryGetValue(fact, out var row) && facts[row.Of, -1] is var code && code != Fact.Unknown && (code == Fact.NotApplicable || (row.Codes >> (int)code & 1) == 0);

    /// <summary>When a question is to be answered, for one who sees all questions at once; null for most, which always are.</summary>
    public static string? InWords(Fact fact) => Table.TryGetValue(fact, out var row)
        ? $"Only where the answer to “{row.Of.Question}” is {row.Of.InWords(System.Numerics.BitOperations.TrailingZeroCount(row.Codes))}."
        : null;

    private static IEnumerable<(Fact Fact, Fact Of, ulong Codes)> With(string path, object value, params string[] followUps)
    {
        var of = Find(path);
        return followUps.Select(followUp => (Find(followUp), of, 1UL << (int)of.CodeOf(value)));
    }

    private static Fact Find(string path) => FactRegistry.Default.Find(path)!;
}
