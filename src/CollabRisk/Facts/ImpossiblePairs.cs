namespace CollabRisk.Facts;

/// <summary>
/// Values of two facts that cannot both be so, such as a vision that every member knows and that does not exist. A remedy never
/// brings such a pair about; whoever changes the one has to change the other too.
/// </summary>
internal static class ImpossiblePairs
{
    private static readonly (Fact One, long OneCode, Fact Other, long OtherCode)[] All =
    [
        .. With("vision.exists", false, true, "vision.communicatedToAll", "vision.jointlyDeveloped", "vision.reinforcedThroughout", "vision.inStrategyDocument", "vision.compelling", "culture.traits.sharedVision"),
        .. With("transparency.level", "Full", false, "transparency.domains.financial", "transparency.domains.resourcing", "transparency.domains.planning", "transparency.domains.timing"),
        .. With("transparency.level", "None", true, "transparency.domains.financial", "transparency.domains.resourcing", "transparency.domains.planning", "transparency.domains.timing"),
        .. With("communication.allLevels", true, false, "communication.reaches.seniorManagement", "communication.reaches.departments", "communication.reaches.staff"),
        .. With("tensions.present", false, true, "culture.observedTensions.domestic", "culture.observedTensions.spaceAndEquipment", "culture.observedTensions.termsAndConditions", "culture.observedTensions.identity"),
        .. With("alliance.learnsFromPartner", false, true, "alliance.knowledgeApplied"),
        .. With("delivery.asIsToBeModelled", false, true, "delivery.simulationVerified"),
        .. With("delivery.architectureDerived", false, true, "delivery.implementedFromArchitecture"),
    ];

    private static readonly HashSet<Fact> Known = [.. All.SelectMany(pair => new[] { pair.One, pair.Other })];

    /// <summary>Whether some value of the fact contradicts one of another, so that its values differ even where no rule reads it.</summary>
    public static bool Knows(Fact fact) => Known.Contains(fact);

    /// <summary>The pairs that a collaboration has.</summary>
    public static IEnumerable<(Fact One, Fact Other)> In(FactTable facts) =>
        All.Where(pair => facts[pair.One, -1] == pair.OneCode && facts[pair.Other, -1] == pair.OtherCode).Select(pair => (pair.One, pair.Other));

    private static IEnumerable<(Fact One, long OneCode, Fact Other, long OtherCode)> With(string path, object value, object otherValue, params string[] others) =>
        others.Select(other => (Find(path), Find(path).CodeOf(value), Find(other), Find(other).CodeOf(otherValue)));

    private static Fact Find(string path) => FactRegistry.Default.Find(path)!;
}
