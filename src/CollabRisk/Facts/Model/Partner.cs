using CollabRisk.Text;
using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>One of the member organisations.</summary>
/// <remarks>Every fact but the name is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
[FactOwner("partners[].", IsPerPartner = true)]
public sealed record Partner
{
    /// <summary>
    /// Name of the organisation, by which everything finds the partner. It is kept in one spelling: composed (Unicode NFC),
    /// without white space at its ends, and with one space where there are several.
    /// </summary>
    [Fact(
        "name of the member organisation",
        "What is the organisation called?",
        Neutral = "a label for reading; nothing follows from a name",
        Descriptive = "a label for reading; nothing follows from a name")]
    public required string Name { get; init => field = Names.Normalized(value); }

    /// <summary>The partner's role in the governance.</summary>
    [Fact(
        "role in the governance",
        "Which role does this partner have in the governance?",
        Neutral = "roles belong to the form of governance, and no role is better than another")]
    public PartnerRole? Role { get; init; }

    /// <summary>
    /// The partner's sector. The sector composition of the collaboration follows from it. A sector that a pack adds is in <see cref="AddedWords"/>,
    /// and this is <see langword="null"/> then.
    /// </summary>
    [Fact(
        "sector of the partner (sector composition)",
        "Which sector does this partner belong to?",
        Neutral = "says who the partner is, which no source ranks",
        MoreWords = "the list is the library's own, and no source closes it: it has a word for any other part of the public sector",
        Fixed = true)]
    public Sector? Sector { get; init; }

    /// <summary>Share of the benefit that falls to this partner, in percent: 0 to 100.</summary>
    [Fact(
        "share of the benefit that falls to this partner, in percent (benefit distribution)",
        "How much of the benefit falls to this partner, in percent?",
        Neutral = "the source prints one split and does not call it a problem; what one partner gains another does not",
        Min = 0,
        Max = 100)]
    public decimal? BenefitShare { get; init; }

    /// <summary>
    /// What this partner wants from the collaboration, in the words of <see cref="Collaboration.BenefitsSought"/>.
    /// </summary>
    [Fact(
        "what this partner wants from the collaboration (partner motivations)",
        "Which benefits does this partner want from the collaboration?",
        Neutral = "every partner brings motives of its own, and none is better than another (D1-14)")]
    public FactSet<Benefit>? Motivations { get; init; }

    /// <summary>Whether the partner has stated its business objectives, so that the others know them.</summary>
    [Fact(
        "business objectives stated and known to the others",
        "Has this partner stated its business objectives so that the others know them?",
        Better = Yes)]
    public bool? ObjectivesDeclared { get; init; }

    /// <summary>The organisation's reputation.</summary>
    [Fact("organisational reputation", "How good is this partner's reputation?", Better = Higher)]
    public Reputation? Reputation { get; init; }

    /// <summary>Whether the organisation looks after its reputation.</summary>
    [Fact("reputation management in place", "Does this partner actively manage its reputation?", Better = Yes)]
    public bool? ReputationManaged { get; init; }

    /// <summary>Whether the partner's institutional history and beliefs have been made explicit.</summary>
    [Fact(
        "institutional history and ideology made explicit",
        "Have this partner's history and beliefs as an institution been made explicit?",
        Better = Yes)]
    public bool? HistoryAndIdeologyMapped { get; init; }

    /// <summary>How engaged the partner is at strategic level.</summary>
    [Fact("strategic engagement", "How engaged is this partner at strategic level?", Better = Higher)]
    public Engagement? StrategicEngagement { get; init; }

    /// <summary>How far the partner's top management shows its commitment.</summary>
    [Fact("commitment of top management (executive sponsorship)", "How far does this partner's top management show its commitment?", Better = Higher)]
    public ExecutiveCommitment? ExecutiveCommitment { get; init; }

    /// <summary>Whether the partner takes an active part in decisions.</summary>
    [Fact("takes an active part in decisions", "Does this partner take an active part in decisions?", Better = Yes)]
    public bool? ActiveInDecisions { get; init; }

    /// <summary>What draws this partner into the network.</summary>
    [Fact(
        "drivers of this partner",
        "Which drivers draw this partner into the network?",
        Neutral = "a driver says what draws the partner in, and none is better than another (D4-32)",
        Fixed = true)]
    public FactSet<Driver>? Drivers { get; init; }

    /// <summary>
    /// Facts of the partner that rule packs declare themselves (<see cref="Rules.RulePack.Facts"/>); never
    /// <see langword="null"/>, and empty while none is known.
    /// </summary>
    public FactExtensions Extensions { get; init => field = value ?? FactExtensions.None; } = FactExtensions.None;

    /// <summary>
    /// The facts whose value is a word that a pack adds (<see cref="Rules.RulePack.Words"/>), with that word: <c>sector</c> with
    /// <c>gdn.HousingAssociation</c>; never <see langword="null"/>, and empty where there are none. Such a fact has no value of its own here.
    /// </summary>
    public FactWords AddedWords { get; init => field = value ?? FactWords.None; } = FactWords.None;

    /// <summary>
    /// The facts that do not apply to this partner, as they are called here, such as <c>role</c>; never <see langword="null"/>, and empty where
    /// there are none. See <see cref="DoesNotApply"/>.
    /// </summary>
    public FactNameSet NotApplicable { get; init => field = value ?? FactNameSet.None; } = FactNameSet.None;
}

/// <summary>A partner's role in the governance.</summary>
public enum PartnerRole
{
    /// <summary>The lead organisation.</summary>
    Lead,

    /// <summary>Another organisation leads.</summary>
    NonLead,

    /// <summary>No one leads; the partners are equals.</summary>
    Equal,
}

/// <summary>The sector an organisation belongs to.</summary>
public enum Sector
{
    /// <summary>Police.</summary>
    Police,

    /// <summary>Fire and rescue.</summary>
    FireRescue,

    /// <summary>Ambulance.</summary>
    Ambulance,

    /// <summary>Health, apart from ambulance.</summary>
    Health,

    /// <summary>Social care.</summary>
    SocialCare,

    /// <summary>Local government, such as a council or a municipality.</summary>
    Council,

    /// <summary>Justice: courts, prosecution, prisons and probation.</summary>
    Justice,

    /// <summary>The government of an indigenous people or nation.</summary>
    IndigenousGovernment,

    /// <summary>Voluntary and community organisations.</summary>
    Voluntary,

    /// <summary>Any other part of the public sector.</summary>
    OtherPublic,

    /// <summary>Private sector.</summary>
    Private,
}

/// <summary>An organisation's reputation, in rising order.</summary>
[Ordered]
public enum Reputation
{
    /// <summary>Poor.</summary>
    Poor,

    /// <summary>Good with some, poor with others.</summary>
    Mixed,

    /// <summary>Good.</summary>
    Good,
}

/// <summary>A partner's engagement at strategic level, in rising order.</summary>
[Ordered]
public enum Engagement
{
    /// <summary>Not engaged.</summary>
    None,

    /// <summary>Engages only when something goes wrong.</summary>
    TroubleOnly,

    /// <summary>Still engaged, but withdrawing.</summary>
    Declining,

    /// <summary>Fully engaged.</summary>
    Full,
}

/// <summary>How far top management shows its commitment.</summary>
[Ordered]
public enum ExecutiveCommitment
{
    /// <summary>It is not committed.</summary>
    None,

    /// <summary>It is committed, but does not say so in public.</summary>
    Private,

    /// <summary>It is committed, publicly and visibly.</summary>
    PublicVisible,
}
