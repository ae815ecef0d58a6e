namespace CollabRisk.Facts;

/// <summary>
/// How to answer a question so that two people would answer alike, by the path of the fact. A note says what counts and what does not,
/// with an example on either side of the line. What the source means is the source's; where the line is drawn and the examples are ours.
/// </summary>
internal static class CodingNotes
{
    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["alignment.benefitRecognised"] = Note(
            "most of those who take part would say that working together brings something",
            "that it has been shown to; what a business case promises",
            "“yes”: asked alone, people of each partner name something that they would not have without it",
            "“no”: people say that it is done because it was ordered"),
        ["alignment.operational"] = Note(
            "how the work itself is done fits together: shifts, processes, systems, priorities of the day",
            "that the strategies say the same, or that people get on",
            "“aligned”: both forces book and hand over jobs in one agreed way",
            "“not aligned”: one service closes incidents that the other still counts as open, and neither will change"),
        ["alignment.strategic"] = Note(
            "what the partners' own strategies and plans say about this collaboration",
            "that leaders say in meetings that they agree, or how daily work goes",
            "“aligned”: the plans of all partners name the shared control room and the same aims for it",
            "“partial”: one plan names it, the others neither name nor contradict it"),
        ["communication.engagesForDecision"] = Note(
            "stakeholders, that is senior management and others with a part in it such as suppliers, other teams and departments, are asked while a decision is open",
            "being told afterwards, or a survey that no one takes up",
            "“yes”: the supplier and the training team were asked about the rollout while its date could still be moved",
            "“no”: a newsletter told them the date"),
        ["communication.informsStakeholders"] = Note(
            "stakeholders, that is senior management and others with a part in it such as suppliers, other teams and departments, hear what is going on as it goes on",
            "that the information is somewhere, if they knew where to look",
            "“yes”: department heads and the supplier get a short note after each board",
            "“no”: the supplier learns of a changed date when it sends its invoice"),
        ["communication.regular"] = Note(
            "contact between the partners that is frequent and goes on, by whatever means and whether or not a rhythm was agreed",
            "much talk in one crisis, or meetings that are mostly called off",
            "“yes”: a call each week that takes place, and messages in between",
            "“no”: a monthly board that met twice last year"),
        ["communication.twoWay"] = Note(
            "what people at the working level say reaches those who decide, and an answer comes back",
            "that anyone may write to a mailbox, or that managers are approachable",
            "“yes”: shift leaders raise a matter at the weekly call and hear next week what became of it",
            "“no”: the briefing asks for questions, and there are none"),
        ["context.nationalDirection"] = Note(
            "both: the level of government that governs these services gives a direction, and the collaboration has taken it into account",
            "a general wish that services work together; a direction that is known and was not looked at",
            "“yes”: the ministry's strategy for emergency communications exists, and the business case says how it is met",
            "“no”: there is such a strategy, and no one in the programme has compared the plan with it"),
        ["context.parochialInterests"] = Note(
            "decisions of the collaboration in which a narrow local interest came first",
            "that partners have interests of their own, or say so openly",
            "“yes”: a site was kept because a council wanted it, against the agreed criteria",
            "“no”: a council argued for its site, lost, and the decision was carried out"),
        ["context.structuralBarriers"] = Note(
            "something in law, money, boundaries or organisation that makes joint work hard whatever people want",
            "people who do not want to, or a task that is only laborious",
            "“yes”: the areas of the two services overlap in part only, so that no unit serves both",
            "“no”: two departments seldom meet, although nothing keeps them from it"),
        ["context.targetRegimeDominant"] = Note(
            "what managers of the single organisations are measured by takes their attention, so that little is left for the joint work",
            "that there are targets, or that the collaboration measures itself",
            "“yes”: a joint meeting is called off whenever a partner's own figures are due",
            "“no”: each partner has its targets, and the joint items keep their place on the agenda"),
        ["culture.collectiveIdentity"] = Note(
            "people see themselves as one unit, also next to pride in their own service",
            "a shared logo, badge or building by itself",
            "“yes”: asked what they belong to, people name the unit, some of them and their service too",
            "“no”: they name their service only"),
        ["culture.differences"] = Note(
            "how differently the partners' people go about work, rank, risk and one another",
            "differences of equipment or size by themselves; terms of employment, which are asked elsewhere",
            "“high”: one service acts on orders and ranks, the other on case conferences among equals",
            "“low”: two forces of one kind whose staff move between them without noticing"),
        ["culture.jointWorkingPractices"] = Note(
            "some of the daily work is done in one way that the partners made together",
            "that people of two partners sit in one room; a rule that one partner took over from another because it had to",
            "“yes”: shifts are handed over in a way that both services wrote",
            "“no”: each service hands over to its own people, side by side"),
        ["culture.observedTensions.domestic"] = Note(
            "repeated strain over small daily matters that others in the room notice",
            "a single quarrel that was over the next day, or a joke about it",
            "“yes”: who may use which kitchen and whose milk it is comes up week after week",
            "“no”: two people argued once about a window"),
        ["culture.observedTensions.identity"] = Note(
            "strain that people themselves tie to who they are: uniform, badge, profession, service",
            "being proud of one's service without strain; disagreement about a matter of fact",
            "“yes”: staff refuse the joint badge and say they are not “them”",
            "“no”: each service keeps its uniform, and no one minds"),
        ["culture.observedTensions.spaceAndEquipment"] = Note(
            "strain over rooms, desks, vehicles, screens: who has them and who decides",
            "a shortage that hits all alike and that no partner blames on another",
            "“yes”: one service will not give up desks that it no longer staffs",
            "“no”: there are too few car spaces, and all complain to the landlord"),
        ["culture.observedTensions.termsAndConditions"] = Note(
            "strain over pay, shifts, leave or pension between people who do the same work",
            "different terms that no one complains of",
            "“yes”: dispatchers side by side compare pay, and some have left over it",
            "“no”: terms differ, were explained at the start, and are not an issue"),
        ["culture.separateIdentities"] = Note(
            "each organisation goes on as itself: own name, uniform, line of command",
            "how people feel about it; separate legal bodies whose people see themselves as one unit",
            "“yes”: in the shared room, each service keeps its uniform and its supervisor",
            "“no”: the unit has a name and a head of its own, and people give that name when asked where they work"),
        ["culture.strategy"] = Note(
            "what the partners chose to do about rules and norms, whether or not it works yet",
            "what happened to come about without a choice; that is “undecided”",
            "“retain separate”: it was agreed that each service keeps its own ways",
            "“undecided”: each service kept its own ways because no one raised it"),
        ["differences.arrangement.acknowledged"] = Acknowledged(
            "the partners differ in how the collaboration is set up on their side: governance, funding, staffing, law",
            "the board's minutes say that one force pays by head and the other by call",
            "the finance officers know it, and it has never been said at the board"),
        ["differences.arrangement.dealtWith"] = DealtWith(
            "a rule for sharing cost was agreed that both ways of funding can follow",
            "the difference is in the risk register, and nothing was done"),
        ["differences.leadershipStyle.acknowledged"] = Acknowledged(
            "leaders of the partners lead differently: by order, by consent, from the front, from behind",
            "the two chiefs told their staff that one decides quickly and the other asks round first",
            "staff talk about it, the leaders do not"),
        ["differences.leadershipStyle.dealtWith"] = DealtWith(
            "it was agreed which decisions are taken at once by the duty officer and which are consulted on",
            "each leader goes on as before, and staff guess who will decide"),
        ["differences.organisationalCulture.acknowledged"] = Acknowledged(
            "the organisations differ in their ways: rank, pace, what is written down, how mistakes are treated",
            "a workshop named the differences, and all partners agreed to the list",
            "everyone has noticed, and it is said only among one's own"),
        ["differences.organisationalCulture.dealtWith"] = DealtWith(
            "the partners decided to keep their ways apart, agreed where they meet, and look at it every year: keeping apart on purpose is dealing with it",
            "the ways are apart because no one touched the matter"),
        ["differences.professionalCulture.acknowledged"] = Acknowledged(
            "the professions differ: what a police officer, a paramedic, a social worker takes for good work",
            "joint training begins with what each profession is there for",
            "the professions are treated as if they differed in uniform only"),
        ["differences.professionalCulture.dealtWith"] = DealtWith(
            "for calls that concern two professions there is an agreed lead and an agreed wording",
            "it was talked about at the away day and not since"),
        ["differences.trustAndConfidence.acknowledged"] = Acknowledged(
            "there are doubts between the services: whether the other keeps its word, or is up to the task",
            "the board has minuted that crews doubt the other service's address data",
            "crews double-check the data, and no one has told the other service"),
        ["differences.trustAndConfidence.dealtWith"] = DealtWith(
            "the data were checked together, put right, and crews were told",
            "the doubt was noted, and crews still double-check"),
        ["governance.partnerStructuresUnderstood"] = Note(
            "people in the joint work know how the other partners decide, and whom to go to for what",
            "that charts were exchanged",
            "“yes”: the planner knows which board of the other force has to agree, and when it meets",
            "“no”: papers go to whoever was met last"),
        ["governance.powerAsymmetry"] = Note(
            "one partner can have its way on matters that concern all, or others can be overruled",
            "partners of different size whose say is settled and kept",
            "“yes”: the partner that owns the building decides alone what happens in it",
            "“no”: the largest force pays most and has one vote like the others"),
        ["governance.rolesDefined"] = Note(
            "it is written or plainly agreed who does what across the partners, and people act on it",
            "job descriptions inside one partner; a chart that no one follows",
            "“yes”: ask two people who answers for training, and both give the same name",
            "“no”: both services think that the other answers for it"),
        ["governance.sharedFramework"] = Note(
            "the partners have brought together what they expect and when their money is decided",
            "one contract that each reads in its own way",
            "“yes”: the plan is made so that each partner's budget round can carry it",
            "“no”: one partner commits in autumn what another can only decide in spring"),
        ["leadership.commitmentDemonstrated"] = Note(
            "leaders show to people of every partner that all partners mean it",
            "commitment of one partner's leaders to their own staff",
            "“yes”: chiefs of both forces open the new room together and answer questions of all staff",
            "“no”: only the lead partner's chief ever speaks of it"),
        ["leadership.effective"] = Note(
            "what is decided gets done, and people know where it is going; judged by what happened in the last months",
            "whether the leaders are liked, or have a good name",
            "“yes”: three of four decisions of the last board were carried out in time",
            "“no”: the same item has been on the agenda five times"),
        ["leadership.engagesPeopleIssues"] = Note(
            "leaders ask what the change means for the people in it and act on the answer",
            "a letter of thanks, or leaving it to personnel",
            "“yes”: the head spoke with each team about new shift times, and some were changed",
            "“no”: shift times were posted"),
        ["leadership.executiveSupport"] = Note(
            "chief officers or their deputies are behind it and show it: openly before their staff, or by time, money, a decision against resistance",
            "a signature that nothing followed",
            "“yes”: the chief moved two posts to it when it was short",
            "“no”: the chief signed at the start and has not come since"),
        ["leadership.keyPersonalities"] = Note(
            "what the few people do on whom much depends, for the joint work",
            "whether they are easy to get on with",
            "“enabling”: an inspector of whom no one had heard gets two departments to agree",
            "“blocking”: a superintendent without whom nothing moves does not pass papers on; “mixed” where one opens what another holds up"),
        ["leadership.mitigatesGrievances"] = Note(
            "all three: leaders know the differences between the partners' people, do something to make up for them, and answer those who complain",
            "a complaints procedure that no leader takes part in",
            "“yes”: leaders knew that leave differs, gave the other team the choice of shifts, and told both why",
            "“no”: they know it, and say that it cannot be helped"),
        ["leadership.projectSupport"] = Note(
            "those who lead the project give it time and clear obstacles for the people in it",
            "that a project manager was named",
            "“yes”: the lead gets the missing system access within the week",
            "“no”: the lead runs three other projects and sees this one at the board"),
        ["leadership.seniorTurnover"] = Note(
            "a change of someone on whom the collaboration leans: a chief, the senior owner, the head of the unit, in the last twelve months or known to come in the next",
            "changes elsewhere in the partner; someone who has changed rank and stayed in charge; what happened years ago",
            "“yes”: the chief constable who began it retires in spring",
            "“no”: a partner has a new head of finance, who has nothing to do with it"),
        ["leadership.sponsorsTrustCulture"] = Note(
            "senior managers do something so that the partners trust and are open with one another",
            "speeches on trust",
            "“yes”: chiefs put their own figures on the table first",
            "“no”: chiefs ask the teams to trust one another, and keep their figures"),
        ["leadership.willingToCompromise"] = Note(
            "leaders have given way on something that mattered to them, so that the joint work could go on",
            "giving way on what costs nothing",
            "“yes”: a chief gave up the preferred site",
            "“no”: each decision waits until one side has its way"),
        ["members.committed"] = Note(
            "members are the people who do the joint work from day to day, whoever employs them; committed means that they want to keep it going when it is hard, and give it what they can",
            "chiefs and board members; people who do not complain",
            "“yes”: staff of all partners swap shifts to keep the joint desk open",
            "“no”: staff do what their own service asks, and say that the rest is for management to sort out"),
        ["members.motivationAligned"] = Note(
            "what individual members want for themselves can be had through the joint work",
            "how strongly they are motivated",
            "“yes”: a dispatcher who wants to learn other trades gets to do so here",
            "“no”: someone took the post to be near home, and works against the shared rota"),
        ["members.motivationLevel"] = Note(
            "what most of the people in the joint work show, whichever partner they come from",
            "the keenest, or the loudest",
            "“high”: posts in the unit are sought after",
            "“low”: people have to be ordered there, and ask to go back"),
        ["partners[].activeInDecisions"] = Note(
            "the partner's people shape decisions before they are taken",
            "a seat on the board, or a signature afterwards",
            "“yes”: the partner brings options and has changed some decisions",
            "“no”: it attends, and agrees with what the lead proposes"),
        ["partners[].executiveCommitment"] = Note(
            "what the partner's top people show of their support, and to whom",
            "support by someone further down",
            "“public and visible”: the chief says so before staff and outside, and is seen there",
            "“private”: the chief backs it in meetings, and says nothing in public; “none”: neither"),
        ["partners[].objectivesDeclared"] = Note(
            "the partner has said to the others what it wants out of it for itself",
            "the aims of the collaboration, or what others guess",
            "“yes”: it told the board that it needs the savings by a certain year",
            "“no”: its aims are known to its own finance office"),
        ["partners[].strategicEngagement"] = Note(
            "how far the partner's senior people take part in where the collaboration is going",
            "whether its staff do the daily work well",
            "“declining”: senior people used to come and now send deputies who may not decide",
            "“only in trouble”: they come when something has gone wrong; “full”: they come and decide"),
        ["technology.culturalNormsAssessed"] = Note(
            "someone compared what the system expects of its users with how each partner works",
            "a test whether the system runs, or training in its use",
            "“yes”: it was found that the log assumes one commander, and a second role was added",
            "“no”: the system of one service was taken over as it was"),
        ["technology.ledInIsolation"] = Note(
            "systems are put in while work, roles and rules are left as they were",
            "that a technical team does the technical work",
            "“yes”: a shared dispatch system went live, and each service kept its own procedures in it",
            "“no”: roles and procedures were redrawn before the system was chosen"),
        ["technology.nonTechnicalBarriersAddressed"] = Note(
            "someone is working on what keeps information from being shared apart from technology: rules, ownership, fear, politics",
            "a data protection form that was filled in",
            "“yes”: the partners agreed who may see what, and settled the dispute over who owns the record",
            "“no”: the systems can exchange records, and no one is allowed to"),
        ["tensions.challengesAddressed"] = Note(
            "of the challenges that the partners themselves know of, those for which it is agreed how they are to be met; an owner helps, and is not what is asked",
            "challenges that only an outsider sees; one that is listed with no way of meeting it",
            "“all”: each line of the risk register says what is being done, even where the end is open",
            "“some”: most lines do, and one or two are blank; “none” only where no line does"),
        ["tensions.flashpointsAnticipated"] = Note(
            "someone has worked out, for each phase, at what points conflict is likely, before it came",
            "a general risk register without points of conflict",
            "“yes”: the plan says that the move to joint shifts will be disputed, and what then",
            "“no”: “staff resistance” is one of forty risks"),
        ["tensions.handled"] = Note(
            "someone has taken the conflict up and there is a way to go about it that those in it know",
            "hoping that it passes; that it has become quieter by itself",
            "“yes”: the two supervisors meet weekly with someone from outside until it is settled",
            "“no”: all know about it, and the board has not discussed it"),
        ["tensions.present"] = Note(
            "conflict or instability between partners or their people that shows in the work now: decisions blocked, people leaving, work done twice",
            "different opinions in a meeting, or a single quarrel over a desk",
            "“yes”: quarrels over desks have come to the point where two teams no longer hand over to each other",
            "“no”: people grumble about the desks and work together well"),
        ["transparency.benefitDisputes"] = Note(
            "one partner says of another that it gains more than its share",
            "asking what the shares are, or negotiating them",
            "“yes”: “we pay for their savings” is said at the board",
            "“no”: the board asks finance for the split by partner"),
        ["transparency.level"] = Note(
            "what partners who ought to know learn from one another without having to ask: money, resources, plans, timing",
            "publicity towards citizens; a few secrets that the law asks for",
            "“full”: budgets and plans for cuts are on the table before they are decided; “partial”: plans are shared, and money is not",
            "“none”: partners learn of one another's decisions from the press"),
        ["transparency.manipulationClaims"] = Note(
            "one partner says of another that it steers things behind the scenes to its own end",
            "hard bargaining in the open",
            "“yes”: a partner says that the figures were chosen so that its site would lose",
            "“no”: a partner says that the figures are wrong"),
        ["trust.hiddenAgendas"] = Note(
            "people of one partner believe that another wants something that it does not say",
            "known interests, said openly, that others do not share",
            "“yes”: staff think that the shared unit is a first step to a merger that is denied",
            "“no”: one partner says that it would like a merger, and the others say no"),
        ["trust.individual"] = Trust(
            "the people who work together across the partners",
            "they rely on what the other tells them and check it only where they would check their own",
            "they get by, and confirm every promise in writing or check it again"),
        ["trust.organisational"] = Trust(
            "the organisations, whoever is in post",
            "what one promises the others plan with, and they would again with new people at the top",
            "each keeps a plan of its own in case the other does not keep its word"),
        ["trust.reinforcementActive"] = Note(
            "something is done on purpose and repeatedly so that trust stays, above all when people change",
            "that people get on",
            "“yes”: each new chief visits the other service in the first month",
            "“no”: it was built at the start and is taken for granted"),
        ["trust.serviceContinuityKept"] = Note(
            "what the public or the users rely on went on without failing while things changed",
            "small faults that were put right before anyone noticed",
            "“yes”: calls were answered throughout the move",
            "“no”: for a morning calls went unanswered"),
        ["trust.sufficientOutcome"] = Note(
            "something that was done together worked well enough that partners would go further",
            "that nothing has failed yet, or that results are expected",
            "“yes”: the first joint winter went well, and the next stage was agreed on that ground",
            "“no”: the first stage is behind plan, and partners want to see more before they go on"),
        ["trust.sufficientToInitiate"] = Note(
            "enough trust for a first step with a modest risk",
            "trust in general, or liking",
            "“yes”: the partners put people and a small budget in on a handshake",
            "“no”: nothing began until lawyers had covered every case"),
        ["trust.trend"] = Note(
            "whether partners rely on one another more, as much or less than half a year ago",
            "the level itself: low trust that is growing is “rising”",
            "“eroding”: promises that used to do are now asked for in writing",
            "“stable”: a dispute came and was settled, and people work as before"),
        ["vision.communicatedToAll"] = Note(
            "every member has been told of it in a form meant for them",
            "that it is on the intranet, or that managers were told to pass it on",
            "“yes”: each shift had a session on it, and newcomers have one too",
            "“no”: it was in the launch e-mail to heads of department"),
        ["vision.exists"] = Note(
            "the partners would say the same, in a sentence, about what the collaboration is for",
            "a logo or a slogan; each partner's own reasons for taking part",
            "“yes”: ask two chiefs, and both say “one response for the public, whoever comes first”",
            "“no”: one says savings, the other says that government wants it"),
        ["vision.reinforcedThroughout"] = Note(
            "it comes up in the work after the launch: in decisions, briefings, reviews",
            "a poster on the wall",
            "“yes”: proposals to the board have to say how they serve it",
            "“no”: it was last heard at the opening"),
        ["vision.togetherBetterCase"] = Note(
            "someone has said, so that members know it, why doing it together is better than each alone",
            "that it saves money, without why it takes two",
            "“yes”: members can say what neither service could do by itself",
            "“no”: they can say what it costs"),
        ["workload.competingDemands"] = Note(
            "the same people have other duties that pull at the same hours",
            "being busy with the joint work itself",
            "“yes”: the analysts keep their full duties at home and do the joint work besides",
            "“no”: they were released from duties at home for it"),
        ["workload.overload"] = Note(
            "the people in the joint work have more to do than their hours allow, again and again or for weeks before a go-live, also where they stay late and cope",
            "a single busy day, or a peak for which more people were brought in",
            "“yes”: for two months before the switch the team stayed late most evenings, and got it done",
            "“no”: one evening ran long, and the next day was as usual"),
    };

    /// <summary>The note on a fact of the model; null where its question is plain without.</summary>
    public static string? Of(string path) => Table.GetValueOrDefault(path);

    /// <summary>The paths that have a note.</summary>
    public static IReadOnlyCollection<string> Paths => Table.Keys;

    private static string Note(string counts, string doesNot, string oneSide, string otherSide) =>
        $"Counts: {counts}. Does not count: {doesNot}. For example {oneSide}; {otherSide}.";

    private static string Acknowledged(string difference, string yes, string no) => Note(
        $"where {difference}, that the partners have said so to one another; where there is no such difference, this does not apply",
        "that people know it and do not say it",
        $"“yes”: {yes}",
        $"“no”: {no}");

    private static string DealtWith(string yes, string no) => Note(
        "something was decided or changed because of the difference, and it is in use; to keep it on purpose, with an agreed way to live with it, is one of these",
        "having talked about it, or that it causes no trouble so far; where there is no such difference, this does not apply",
        $"“yes”: {yes}",
        $"“no”: {no}");

    private static string Trust(string between, string sufficient, string low) => Note(
        $"trust between {between}, as it shows in what they do",
        "whether they like one another, and what they say about trust",
        $"“sufficient”: {sufficient}",
        $"“low”: {low}; “none” is that they do not act on one another's word at all, “high” that they take a risk for one another");
}
