using CollabRisk.Evidence;

namespace CollabRisk.Knowledge.Registers;

/// <summary>Where the sources contradict each other, or themselves, and what the rules make of it.</summary>
/// <remarks>
/// Sides without codes cannot both be findings of one assessment: the tension is about the sources or about one of their cases,
/// and is here for whoever reads the knowledge.
/// </remarks>
internal static class Tensions
{
    /// <summary>Every tension, by id.</summary>
    public static IReadOnlyList<Tension> All => field ??= [.. General.Concat(UnitedKingdom).OrderBy(tension => tension.Id, StringComparer.Ordinal)];

    /// <summary>What is about the law of the United Kingdom.</summary>
    public static IReadOnlyList<Tension> UnitedKingdom { get; } =
    [
        new(
            "T34",
            "The 2017 Act has encouraged collaboration.",
            "Its duty is poorly spelled out, and its power of joint governance leaves ambulance services out.",
            "Two facts: that there is a duty, and whether it is clear.",
            ["D0-19", "D0-21", "D2-10", "D3-02"])
        {
            One = ["DUTY-OF-THE-ACT"],
            Other = ["MANDATE-UNSPECIFIED", "POWERS-ASYMMETRIC"],
        },
    ];

    /// <summary>What is bound to no country.</summary>
    public static IReadOnlyList<Tension> General { get; } =
    [
        new(
            "T01",
            "Openness is what trust rests on; without it, one may as well stop.",
            "Critical technology should be fenced off from the partner.",
            "The settings differ, public partners here and companies there: openness is about money, resources, plans and timing, fencing off about critical technology.",
            ["D0-09", "D3-158", "D3-159", "D3-160", "D3-161", "D3-162", "D3-163", "D4-118"])
        {
            One = ["TRANSPARENCY", "TRANSPARENCY-FULL", "TRANSPARENCY-LOW", "TRANSPARENCY-ABSENT"],
            Other = ["WALL-OFF-TECH", "OPPORTUNISM-UNPROTECTED"],
        },
        new(
            "T02",
            "Trust lowers the cost of dealing with one another and of governing.",
            "Contracts and credible commitments are needed against opportunism.",
            "Read them as complements: safeguards where trust is low and much is exposed, lighter governance where it is high. That is ours; neither source weighs the two.",
            ["D3-170", "D4-117", "D4-119", "D4-121"])
        {
            One = ["TRUST-EFFECTS"],
            Other = ["CONTRACT-SAFEGUARDS", "CREDIBLE-COMMITMENT", "OPPORTUNISM-UNPROTECTED"],
        },
        new(
            "T03",
            "Success includes cultures that are aligned or built on joint practice; differences must be dealt with.",
            "One claimed success kept its norms apart and another built new ones; slides ask only for sensitivity.",
            "Unaligned cultures alone never make failure: what counts is tension and how it is handled. Which way is best stays open.",
            ["D0-05", "D0-36", "D1-30", "D3-97", "D3-98", "D3-99", "D3-109", "D3-110", "D3-111", "D3-112", "D4-122"])
        {
            One = ["CULTURES-NOT-ALIGNED", "DIFFERENCES-ORG-CULTURE", "JOINT-PRACTICE-ABSENT"],
            Other = ["NEW-SHARED-CULTURE", "SEPARATE-NORMS"],
        },
        new(
            "T04",
            "Leaders are the basis of success.",
            "Leaders must not be made too much of; little is known, and leadership may be a notion that people have made up.",
            "Findings about leaders contribute and never reach the highest level by themselves.",
            ["D0-22", "D1-24", "D3-83", "D3-87", "D4-11", "D4-22", "D4-23", "D4-24", "D4-81", "D4-82"])
        {
            One = ["LEADERSHIP-EFFECTIVE", "LEADERSHIP-INEFFECTIVE", "LEADERSHIP-SUPPORT-GAP", "PEOPLE-LEADERSHIP", "PEOPLE-LEADERSHIP-ABSENT"],
            Other = ["LEADERSHIP-OVERSTATED"],
        },
        new(
            "T05",
            "Command from the top is the trouble, and shared leadership is missing.",
            "Two claimed successes had a leader who stood out, strong chief officers, or posts that all had to apply for again; leadership is wanted of one and of many.",
            "A commanding style is told and never judged by itself; that leadership is not spread is a risk, and low.",
            ["D0-23", "D0-24", "D2-08", "D3-66", "D3-84", "D3-85", "D3-151"])
        {
            One = ["COMMAND-STYLE", "LEADERSHIP-NOT-DISTRIBUTED"],
            Other = ["EXECUTIVE-DRIVEN-START", "LEADER-DETERMINED", "SHARED-HEAD-VISIONARY"],
        },
        new(
            "T06",
            "Many, most or too many collaborations fail: the sources differ even in the word.",
            "Evidence is thin; whether collaborations succeed or fail is not known.",
            "A note for the reader, and never a probability to start from.",
            ["D1-05", "D2-03", "D3-07", "D3-08", "D3-09", "D4-06"]),
        new(
            "T07",
            "Factors of success are drawn from two successes.",
            "That they are successes is a claim, put in quotation marks, with savings partly calculated.",
            "Every assessment says on what the evidence rests.",
            ["D1-08", "D1-23", "D3-18", "D3-189"]),
        new(
            "T08",
            "Motivation with business objectives, and reputation, are the two main influences.",
            "Vision sets success apart from failure, nothing works without trust, and what differed was how leaders handled matters; reputation is left off the list of components.",
            "No ranking: all are told. A missing vision is high because a failure was put down to it.",
            ["D1-12", "D1-13", "D3-80", "D3-160", "D3-189", "D3-190", "D3-206"])
        {
            One = ["PARTNER-OBJECTIVES-UNCLEAR", "REPUTATION-UNMANAGED"],
            Other = ["TRUST-ABSENT", "VISION-ABSENT"],
        },
        new(
            "T09",
            "More central or national direction is wanted; a local view neglects national matters.",
            "There is no one model; local needs shape the form.",
            "Two facts: fit with local needs, and regard for what is national. Neither answers for the other.",
            ["D0-32", "D1-01", "D3-22", "D3-23", "D3-24"])
        {
            One = ["NATIONAL-PERSPECTIVE-MISSING", "PAROCHIAL"],
            Other = ["LOCAL-FIT", "MODEL-MISFIT"],
        },
        new(
            "T10",
            "Shared technology can be built, pays and is at the centre.",
            "Technology alone does not deliver, its claims go untested, culture defeats it and its case runs in a circle.",
            "Shared systems count as a strength only with trust, and with other than technical barriers addressed.",
            ["D1-23", "D2-12", "D3-38", "D3-42", "D3-44", "D3-45", "D4-75"])
        {
            One = ["INFO-SHARING-ENABLED", "SHARE-TECH", "SHARED-INFRASTRUCTURE"],
            Other = ["TECH-CIRCULAR-CASE", "TECH-CLAIMS-UNTESTED", "TECH-CULTURE-BARRIER", "TECH-ISOLATION"],
        },
        new(
            "T11",
            "Trust is needed before the work can start.",
            "Trust comes from working together; one claimed success is said to have come out of distrust.",
            "Too little trust to start is asked only early on, and is not a strict threshold.",
            ["D3-168", "D3-173", "D3-174", "D3-175", "D3-187"])
        {
            One = ["TRUST-ABSENT", "TRUST-BELOW-THRESHOLD"],
            Other = ["COLLABORATIVE-SUSTAINABILITY", "TRUST-LOOP-BROKEN"],
        },
        new(
            "T12",
            "A lead organisation makes decisions easier.",
            "The same device makes the other partners draw back.",
            "Both are told: keep the ease, and watch the partners that do not lead.",
            ["D3-91", "D3-92"])
        {
            One = ["LEAD-ORG-DECISIONS"],
            Other = ["LEAD-PARTNER-DISENGAGEMENT", "REENGAGES-ON-TROUBLE"],
        },
        new(
            "T13",
            "Compromise until a decision suits all; staff may question every decision.",
            "Commit or leave: those who do not fit are moved out.",
            "Two objects: differences between partners, and motives of individuals. Both remedies are shown.",
            ["D1-25", "D3-99", "D3-147", "D3-148", "D3-184"])
        {
            One = ["INTENSIFY-NEGOTIATION", "INVITE-STAFF-VOICE", "LEADERS-UNCOMPROMISING", "STAFF-VOICE"],
            Other = ["FUND-EXIT-SELECTION", "MOTIVATION-MISALIGNED"],
        },
        new(
            "T14",
            "Experience and a shared history help.",
            "History can put partners off, or be baggage.",
            "Two facts: what the people bring, and what earlier collaborations left behind.",
            ["D3-30", "D3-40", "D3-47", "D3-125", "D3-130", "D3-131"])
        {
            One = ["LEADER-EXPERIENCE", "PRIOR-EXPERIENCE"],
            Other = ["HISTORICAL-BAGGAGE", "LEGACY-NEGATIVE"],
        },
        new(
            "T15",
            "Motivated people handled overload well.",
            "Overload with competing demands helped to bring collaborations down.",
            "Motivation lowers the level by a step; it does not take the risk away.",
            ["D3-202", "D3-204"]),
        new(
            "T16",
            "In a crisis the services respond fast and as one.",
            "Barriers hold joint work back, and between crises trust weakens.",
            "What is seen in a crisis does not speak for calmer times.",
            ["D0-12", "D0-14", "D0-15", "D3-155", "D3-156"])
        {
            One = ["CRISIS-MASKS-STRAIN"],
            Other = ["DIFFERENCES-ORG-CULTURE", "HIDDEN-AGENDAS", "STRUCTURAL-BARRIER"],
        },
        new(
            "T17",
            "A fixation on metrics and targets is a fault.",
            "Too little is measured: indicators and monitoring are needed.",
            "Two facts: targets of single services crowd out; measures of the collaboration are missing.",
            ["D0-33", "D3-36", "D4-105", "D4-114"])
        {
            One = ["TARGET-CROWDING"],
            Other = ["PERFORMANCE-UNMEASURED", "SUCCESS-UNDEFINED"],
        },
        new(
            "T18",
            "One strategy, left unchanged, carried the work.",
            "Goals and motives shift, and a network must respond to change.",
            "Keep the vision stable and look at objectives again.",
            ["D3-120", "D3-192", "D3-198", "D4-17", "D4-113"])
        {
            One = ["STRATEGY-ANCHOR", "WRITE-STRATEGY"],
            Other = ["RECHECK-MOTIVES", "UNRESPONSIVE-TO-CHANGE"],
        },
        new(
            "T19",
            "Collaboration asks for other leadership and a network outlook.",
            "Nothing sets it apart but degree: tasks and skills overlap.",
            "Notes say so next to the findings; no rule scores a classical style by itself.",
            ["D0-27", "D4-16", "D4-17", "D4-18", "D4-19", "D4-46", "D4-48", "D4-52", "D4-84", "D4-85"]),
        new(
            "T20",
            "In niche networks, the text says, tangled accountability and communication are the difficulty.",
            "In the table, clashing culture and values seem to be in the row of the niche.",
            "Text goes before table: the table's pairing is not raised.",
            ["D4-56", "D4-57", "D4-66"])
        {
            One = ["DRIVER-CHALLENGE"],
            Other = ["PAIRING-DISPUTED"],
        },
        new(
            "T21",
            "Six theories each name a driver of networks.",
            "The table has five forms; the personal driver is dropped.",
            "Where personal ties drive a network most, the gap is told and nothing is inferred.",
            ["D4-26", "D4-27", "D4-28", "D4-29", "D4-30", "D4-31", "D4-32", "D4-38", "D4-65"]),
        new(
            "T22",
            "Openness must be complete.",
            "Decisions are settled informally before the meeting.",
            "That they pull apart is our reading: settle beforehand, then share the result and what it rests on.",
            ["D3-134", "D3-159"])
        {
            One = ["TRANSPARENCY", "TRANSPARENCY-FULL", "TRANSPARENCY-LOW", "TRANSPARENCY-ABSENT"],
            Other = ["PRE-NEGOTIATE"],
        },
        new(
            "T23",
            "Transformational leading ranks above transactional.",
            "The two cannot be distinguished, both matter, and styles of single organisations still count.",
            "Only the breadth of the repertoire counts.",
            ["D4-09", "D4-10", "D4-43", "D4-44"]),
        new(
            "T24",
            "Only the committed joined, and all want to be there.",
            "Commitment did not always show, and some had to be moved out.",
            "Commitment changes over time: say to which date the facts belong.",
            ["D3-140", "D3-143", "D3-147", "D3-153"])
        {
            One = ["TEAM-EFFICACY"],
            Other = ["MEMBERS-UNCOMMITTED", "MOTIVATION-MISALIGNED"],
        },
        new(
            "T25",
            "A participant says that the first case had a single location.",
            "The paper says that its one team worked over two.",
            "The conflict is recorded and not resolved.",
            ["D3-152", "D3-177"]),
        new(
            "T26",
            "The first case began with more than 150 staff.",
            "It began with about 150; from there to about 115 is 35, not the 40 that the speaker says.",
            "The figures are approximate, and both are kept.",
            ["D3-66", "D3-67", "D3-68"]),
        new(
            "T27",
            "The second case kept its identities apart.",
            "Of both cases together, a collective identity and joint practices are reported.",
            "What is said of both is not taken for what holds in the one: there, these facts stay unknown.",
            ["D1-30", "D3-98", "D3-101", "D3-187"])
        {
            One = ["SEPARATE-IDENTITY-TENSION", "SEPARATE-NORMS"],
            Other = ["JOINT-PRACTICE"],
        },
        new(
            "T28",
            "Savings fell unevenly in a claimed success, and the text does not call it a problem.",
            "Openness made charges of unequal gain less likely, and unequal power is listed as a challenge.",
            "An uneven benefit counts as a risk only where the partners are not open.",
            ["D3-72", "D3-73", "D3-161", "D4-70"])
        {
            One = ["BENEFIT-SKEW", "BENEFIT-SKEW-VISIBLE"],
            Other = ["BENEFIT-DISPUTE", "POWER-ASYMMETRY"],
        },
        new(
            "T29",
            "The study is to be about UK police forces, at the levels of organisation and collaboration.",
            "One of its cases has fire services, and it reports factors of individuals, whose view it calls unexplored.",
            "A note of scope appears with every assessment.",
            ["D3-63", "D3-124", "D3-210"]),
        new(
            "T30",
            "The law imposes a duty to collaborate.",
            "Willing, committed members and enough trust matter; yet staff of one claimed success all had to apply again.",
            "A duty neither raises nor lowers anything.",
            ["D0-18", "D3-66", "D3-139", "D3-140", "D3-174"])
        {
            One = ["MANDATED"],
            Other = ["MEMBERS-UNCOMMITTED", "TRUST-BELOW-THRESHOLD"],
        },
        new(
            "T31",
            "A missing vision is what is said to set failure apart.",
            "No failed case was studied; participants told of one failed HR venture.",
            "The level stays high, and the finding says that it was reported and not tested.",
            ["D3-189", "D3-190", "D3-208"]),
        new(
            "T32",
            "Customer focus is listed and tabled as an attribute of leaders.",
            "Little literature supports it.",
            "It is raised at the lowest confidence, with this said next to it.",
            ["D4-33", "D4-41", "D4-60"])
        {
            One = ["DRIVER-ATTRIBUTE"],
            Other = ["CUSTOMER-FOCUS-UNSUPPORTED"],
        },
        new(
            "T33",
            "All who were interviewed see a benefit, and benefit is presumed.",
            "Evidence of benefit is limited.",
            "That people see a benefit is a perception, and no result.",
            ["D1-20", "D3-07", "D4-04", "D4-05"])
        {
            One = ["BENEFIT-ACCEPTED"],
            Other = ["BENEFITS-ASSUMED"],
        },
    ];
}
