using System.Text.Json.Serialization;
using CollabRisk.Facts;
using static CollabRisk.Facts.FactDirection;

namespace CollabRisk;

/// <summary>What is known about one collaboration between organisations.</summary>
/// <remarks>
/// Every fact may be unknown, and is then <see langword="null"/>. Unknown is a value of its own: it is never "no",
/// never the middle of a scale and never a risk by itself. Immutable and thread-safe.
/// </remarks>
[JsonConverter(typeof(CollaborationJsonConverter))]
[FactOwner("")]
public sealed record Collaboration
{
    /// <summary>Name of the collaboration.</summary>
    [Fact(
        "name of the collaboration",
        "What is the collaboration called?",
        Neutral = "a label for reading; nothing follows from a name",
        Descriptive = "a label for reading; nothing follows from a name")]
    public string? Name { get; init; }

    /// <summary>The day the facts describe.</summary>
    [Fact(
        "the day the facts describe",
        "On which day do these facts hold?",
        Neutral = "dates the facts; no day is better than another",
        Descriptive = "dates the facts; a calendar day carries no risk of its own")]
    public DateOnly? AsOf { get; init; }

    /// <summary>Form, or model, of the collaboration; one that a pack adds is in <see cref="AddedWords"/>. No form is better than another in itself.</summary>
    [Fact(
        "collaboration form (model)",
        "Which form does the collaboration take?",
        Neutral = "no form is better than another: local need shapes it (D3-22)",
        MoreWords = "no source closes the list: it has a word for any other form",
        Fixed = true)]
    public CollaborationForm? Form { get; init; }

    /// <summary>How far the organisations are integrated, from cooperating to merging.</summary>
    [Fact(
        "level of integration (the integration continuum)",
        "How closely are the organisations integrated?",
        Neutral = "how closely to integrate is part of the form, and no source holds that more is better")]
    public IntegrationLevel? IntegrationLevel { get; init; }

    /// <summary>Number of member organisations. Where more are listed in <see cref="Partners"/>, the list counts.</summary>
    [Fact(
        "number of member organisations",
        "How many organisations take part?",
        Neutral = "no source gives a number of partners that is better",
        Fixed = true,
        Min = 2)]
    public int? PartnerCount { get; init; }

    /// <summary>
    /// Whether different professions work together. Follows from the sectors of the partners where they are known.
    /// </summary>
    [Fact(
        "different professions work together (inter-professional composition)",
        "Do different professions work together, such as police and fire and rescue?",
        Neutral = "says who takes part, which no source ranks",
        Fixed = true)]
    public bool? CrossProfession { get; init; }

    /// <summary>Whether the partners are in the same region.</summary>
    [Fact(
        "the partners are in the same region (geographic proximity)",
        "Are the partners in the same region?",
        Neutral = "the source reports it of one case and ties no effect to it",
        Fixed = true,
        Descriptive = "the source reports it of one case and ties no effect to it")]
    public bool? SameRegion { get; init; }

    /// <summary>Where the collaboration is in its life cycle.</summary>
    [Fact(
        "life-cycle phase",
        "Which phase of its life is the collaboration in?",
        Neutral = "a phase is where the collaboration is in its life, not how well it does",
        Fixed = true)]
    public Phase? Phase { get; init; }

    /// <summary>The year in which the collaboration was agreed.</summary>
    [Fact(
        "year of agreement",
        "In which year was the collaboration agreed?",
        Neutral = "dates the collaboration; the source ties no effect to the year",
        Fixed = true,
        Min = 1800,
        Max = 2200,
        Descriptive = "dates the collaboration; the source ties no effect to the year")]
    public int? StartYear { get; init; }

    /// <summary>Whether it is, or includes, an information system or IT shared between the organisations.</summary>
    [Fact(
        "inter-organisational information system (IS/IT) project",
        "Is it a project for an information system or IT that the organisations share?",
        Neutral = "says what kind of project it is, which no source ranks",
        Fixed = true)]
    public bool? IsInformationSystem { get; init; }

    /// <summary>
    /// Whether technology is all it is about (a pure IT collaboration), and not one workstream of a wider programme.
    /// </summary>
    [Fact(
        "pure IT collaboration, as opposed to one workstream of a wider programme",
        "Is technology all that the collaboration is about?",
        Neutral = "says what kind of project it is, which no source ranks",
        Descriptive = "the source tells its two cases apart by it and ties no effect to it")]
    public bool? TechnologyOnly { get; init; }

    /// <summary>How teams and sites are laid out.</summary>
    [Fact(
        "configuration of teams and locations",
        "How are teams and sites laid out?",
        Neutral = "the source describes its two cases by it and ties no effect to it",
        Fixed = true,
        Descriptive = "the source describes its two cases by it and ties no effect to it")]
    public Topology? Topology { get; init; }

    /// <summary>The benefits that the collaboration as a whole seeks; the empty set says that it seeks none of these.</summary>
    [Fact(
        "benefits sought (collaborative advantage)",
        "Which benefits does the collaboration seek?",
        Neutral = "what to seek is for the partners to choose, and no set of benefits is better than another")]
    public FactSet<Benefit>? BenefitsSought { get; init; }

    /// <summary>Whether the problem is more than one organisation can solve alone: a "wicked", cross-boundary problem.</summary>
    [Fact(
        "the problem is more than one organisation can solve alone ('wicked' or cross-boundary problem)",
        "Is the problem more than any one of the organisations could solve alone?",
        Neutral = "says what the problem is like, not how the collaboration does",
        Fixed = true)]
    public bool? ProblemExceedsSingleAgency { get; init; }

    /// <summary>Whether the form chosen suits the needs of the place it serves.</summary>
    [Fact("the chosen model fits local need (contingency fit)", "Does the chosen form suit local needs?", Better = Yes)]
    public bool? ModelFitsLocalNeed { get; init; }

    /// <summary>Whether the case for the benefits rests on assumption more than on evidence.</summary>
    [Fact(
        "the benefits case rests on assumption more than on evidence",
        "Does the case for the benefits rest on assumption more than on evidence?",
        Better = No)]
    public bool? CaseEvidenceWeak { get; init; }

    /// <summary>What started the collaboration.</summary>
    [Fact(
        "what started the collaboration (initiation trigger)",
        "What started the collaboration?",
        Neutral = "no source says that one start helps or harms more than another",
        Fixed = true)]
    public Initiation? Initiation { get; init; }

    /// <summary>The collaboration's surroundings: law, policy, money, politics and history.</summary>
    public Context Context { get; init; } = new();

    /// <summary>
    /// The member organisations. <see langword="null"/> while unknown; an empty list tells no more than that. Where
    /// fewer are listed than <see cref="PartnerCount"/> says, the rest is unknown.
    /// </summary>
    [Fact(
        "the member organisations",
        "Which organisations take part?",
        Neutral = "who takes part is neither better nor worse by itself",
        Fixed = true)]
    public FactList<Partner>? Partners { get; init; }

    /// <summary>How well the partners fit together.</summary>
    public Alignments Alignment { get; init; } = new();

    /// <summary>Tensions, and what is done about them.</summary>
    public Tensions Tensions { get; init; } = new();

    /// <summary>Differences between the partners, and whether they have been faced.</summary>
    public Differences Differences { get; init; } = new();

    /// <summary>Shared vision, mission and goal.</summary>
    public Vision Vision { get; init; } = new();

    /// <summary>Trust between the organisations and between the people.</summary>
    public Trust Trust { get; init; } = new();

    /// <summary>How open the partners are with one another.</summary>
    public Transparency Transparency { get; init; } = new();

    /// <summary>Communication within the collaboration and with those it affects.</summary>
    public Communication Communication { get; init; } = new();

    /// <summary>Leaders: their support, style, attributes and skills.</summary>
    public Leadership Leadership { get; init; } = new();

    /// <summary>Governance and the division of labour.</summary>
    public Governance Governance { get; init; } = new();

    /// <summary>Culture: rules, norms and values.</summary>
    public Culture Culture { get; init; } = new();

    /// <summary>The people who work in the collaboration.</summary>
    public Members Members { get; init; } = new();

    /// <summary>Workload and staffing.</summary>
    public Workload Workload { get; init; } = new();

    /// <summary>Technology and how it is approached.</summary>
    public Technology Technology { get; init; } = new();

    /// <summary>Evaluation and learning.</summary>
    public EvaluationAndLearning Evaluation { get; init; } = new();

    /// <summary>What shapes the network, and the form it takes.</summary>
    public Network Network { get; init; } = new();

    /// <summary>Knowledge management.</summary>
    public KnowledgeManagement Knowledge { get; init; } = new();

    /// <summary>Delivery of a shared system, from business goals to deployment (business-driven development).</summary>
    public Delivery Delivery { get; init; } = new();

    /// <summary>Safeguards of an alliance, and learning in it.</summary>
    public AllianceSafeguards Alliance { get; init; } = new();

    /// <summary>
    /// How the collaboration turned out, on record. No risk, mismatch or strength reads it: that would be hindsight.
    /// </summary>
    public RecordedOutcome Outcome { get; init; } = new();

    /// <summary>
    /// Facts of the collaboration that rule packs declare themselves (<see cref="Rules.RulePack.Facts"/>); never
    /// <see langword="null"/>, and empty while none is known.
    /// </summary>
    public FactExtensions Extensions { get; init => field = value ?? FactExtensions.None; } = FactExtensions.None;

    /// <summary>
    /// The facts whose value is a word that a pack adds (<see cref="Rules.RulePack.Words"/>), by path, with that word: <c>form</c> with
    /// <c>gdn.JointCommissioning</c>; never <see langword="null"/>, and empty where there are none. Those of a partner are in its own
    /// <see cref="Partner.AddedWords"/>. Such a fact has no value of its own here: an evaluation refuses one that has, names of no fact, and
    /// facts that take no more words (<see cref="Fact.MoreWordsBecause"/>). A word that no pack of the rule book adds counts as not known,
    /// and is among <see cref="Assessment.UnreadExtensions"/>.
    /// </summary>
    public FactWords AddedWords { get; init => field = value ?? FactWords.None; } = FactWords.None;

    /// <summary>
    /// The facts that do not apply here, by path, such as <c>differences.discussed</c>; never <see langword="null"/>, and empty where there are
    /// none. Those of a partner are in its own <see cref="Partner.NotApplicable"/>, and one that a pack declares is in
    /// <see cref="Extensions"/>. What that means is at <see cref="DoesNotApply"/>. An evaluation refuses names of no fact, facts that always apply
    /// (<see cref="Fact.MayNotApply"/>) and facts that have a value as well.
    /// </summary>
    public FactNameSet NotApplicable { get; init => field = value ?? FactNameSet.None; } = FactNameSet.None;

    /// <summary>
    /// Who said what, when and on what evidence, and whatever else is worth keeping about the facts; never <see langword="null"/>, and empty
    /// where there is nothing. No rule reads it.
    /// </summary>
    public FactRemarks Remarks { get; init => field = value ?? FactRemarks.None; } = FactRemarks.None;

    /// <summary>
    /// How unequally the benefit falls: the largest share less the smallest, in percentage points. Known only where
    /// the share of every partner is known, for two partners or more.
    /// </summary>
    [Fact(
        "spread of the benefit shares, in percentage points (benefit distribution)",
        "How far apart are the largest and the smallest share of the benefit?",
        Neutral = "the source prints one split and does not call it a problem; whether it is in the open makes the difference (D3-161)",
        DerivedFrom = "the benefit share of every partner")]
    public decimal? BenefitShareSpread
    {
        get
        {
            if (Partners is not { Count: >= 2 } || PartnerCount > Partners.Count)
            {
                return null;
            }

            var (smallest, largest) = (decimal.MaxValue, decimal.MinValue);
            foreach (var partner in Partners)
            {
                if (partner.BenefitShare is not { } share)
                {
                    return null;
                }

                smallest = Math.Min(smallest, share);
                largest = Math.Max(largest, share);
            }

            return largest - smallest;
        }
    }
}
