namespace CollabRisk.Rules;

/// <summary>A kind of problem that rules and packs can have. The documentation has an entry for each.</summary>
/// <param name="Code">The permanent code.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Why">Why it is not accepted.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record ProblemKind(string Code, string Title, string Why, string Remedy);

/// <summary>The kinds of problems that a rule book finds, whoever wrote its rules.</summary>
internal static class RuleProblems
{
    public static readonly ProblemKind PackId = new(
        "CRP201", "The id of a pack has the wrong form",
        "The id names the pack for good, in files, assessments and other packs.",
        "Use small letters and digits in words joined by dots or hyphens, such as `my-force.control-room`.");

    public static readonly ProblemKind PackVersion = new(
        "CRP202", "The version of a pack is not a semantic version",
        "Records of old assessments name the version, so it must say exactly which text of the pack was used.",
        "Write three numbers joined by dots, such as `1.0.0`, with a suffix for a preview if you like: `1.1.0-draft.2`.");

    public static readonly ProblemKind CodeForm = new(
        "CRP203", "The code of a rule has the wrong form",
        "Codes are permanent names that people search for and other rules refer to.",
        "Use capitals and digits in words joined by hyphens, such as `VISION-ABSENT`.");

    public static readonly ProblemKind NoTitle = new(
        "CRP204", "A rule has no title",
        "Lists and reports show the title.",
        "Say in a few words what the rule is about.");

    public static readonly ProblemKind Level = new(
        "CRP205", "The level of a rule is none of the levels",
        "A risk or mismatch that is raised has a level, and it is never None.",
        "Use Low, Moderate or High, and say why.");

    public static readonly ProblemKind NothingToModerate = new(
        "CRP206", "A rule without a level has moderators",
        "Only risks and mismatches have a level that something could raise or lower.",
        "Remove the moderators, or make the rule a risk or a mismatch.");

    public static readonly ProblemKind NoCondition = new(
        "CRP207", "A rule has no condition",
        "Without one, no one knows when the rule is raised.",
        "Say when it is raised.");

    public static readonly ProblemKind NoMessage = new(
        "CRP208", "A rule has no message",
        "The message is what the reader of a finding sees first.",
        "Say in one sentence what a finding means.");

    public static readonly ProblemKind MessagePlace = new(
        "CRP209", "A message has a place that nothing fills",
        "Places in curly brackets are filled with the subject or the value of a fact.",
        "Use `{subject}` in a rule that has subjects, or the path of a fact.");

    public static readonly ProblemKind NoClaim = new(
        "CRP210", "A rule rests on no claim",
        "Every finding can be traced to what a source says.",
        "Name the claims that support the rule.");

    public static readonly ProblemKind CasesBesideCondition = new(
        "CRP211", "A rule has cases and a condition of its own",
        "Each case has its condition, so that of the rule would have no place.",
        "Move what all cases share to the guard of the rule.");

    public static readonly ProblemKind CaseTwice = new(
        "CRP212", "Two cases of a rule have one subject",
        "The subject tells the findings of a rule apart.",
        "Give each case a subject of its own.");

    public static readonly ProblemKind UnreadableCondition = new(
        "CRP213", "A condition says something that conditions cannot say",
        "Conditions compare facts; nothing in them is run as code.",
        "Use facts, comparisons, and the ways of joining them.");

    public static readonly ProblemKind DeprecatedWithoutAdvice = new(
        "CRP214", "A deprecated rule does not say what to do instead",
        "Its findings tell the reader, who has no other place to look.",
        "Name the rule to use instead, or say that nothing takes its place.");

    public static readonly ProblemKind HalfOfPair = new(
        "CRP215", "A text has half of a surrogate pair",
        "It is no character by itself, and no file can keep it: readers would see another text than was written.",
        "Write the whole character.");

    public static readonly ProblemKind UnknownRule = new(
        "CRP221", "A rule that is named is not there",
        "A code that no rule has would silently never match.",
        "Correct the code, or add the pack that has the rule.");

    public static readonly ProblemKind UnknownClaim = new(
        "CRP222", "A claim that is named is not there",
        "A finding must not rest on a claim that no one can read.",
        "Correct the id, or add the claim.");

    public static readonly ProblemKind NoteAboutNothing = new(
        "CRP223", "A note that is to appear with findings names no rule",
        "It would never be shown.",
        "Name the rules, or make it a note about the evidence.");

    public static readonly ProblemKind UnderAnotherKind = new(
        "CRP224", "A finding would appear under one of a kind that counts for less, or for something else",
        "Whoever reads only the roots would miss a risk, or take a strength for one.",
        "Put risks and mismatches under risks and mismatches, and strengths under strengths.");

    public static readonly ProblemKind UnderItself = new(
        "CRP225", "Rules are under each other in a circle",
        "A matter needs one root under which the rest appears.",
        "Remove one link of the circle.");

    public static readonly ProblemKind AsksUnknown = new(
        "CRP231", "A rule that is not a data gap asks whether a fact is unknown",
        "No finding about the collaboration may go away because someone learned something.",
        "Ask for the value of the fact, or make the rule a data gap.");

    public static readonly ProblemKind AsksOverall = new(
        "CRP232", "A rule with a level asks for the overall range",
        "It is itself a part of that range.",
        "Ask for the rules or facts that matter, or use a kind without a level.");

    public static readonly ProblemKind Hindsight = new(
        "CRP233", "A rule reads how the collaboration turned out",
        "A risk, mismatch, strength or diagnostic that reads the outcome would be hindsight.",
        "Read the facts that were known before, or use another kind.");

    public static readonly ProblemKind GoesAwayWithARisk = new(
        "CRP234", "A risk asks that another risk is not raised",
        "It would go away because things got worse, so a worse state would look better.",
        "Ask for the facts themselves, or put the rule under the other one with `under`, so that readers meet the matter once.");

    public static readonly ProblemKind LowersOnBad = new(
        "CRP235", "A moderator lowers the level where something is bad",
        "The finding would weigh less because things got worse, so a worse state would look better.",
        "Lower the level where something is good, or raise it where something is bad.");

    public static readonly ProblemKind NeverAtLevel = new(
        "CRP236", "A rule asks for another at a level that it never has",
        "The condition could never hold: the other rule has no level, or its level with its moderators never comes to this.",
        "Ask for a level that it can have, or leave the level out.");

    public static readonly ProblemKind FactName = new(
        "CRP301", "The name of a declared fact has the wrong form",
        "The name is in case files and rules, and its prefix keeps packs out of each other's way.",
        "Write a prefix and a name joined by a dot, such as `rcr.rotaShared`; both begin with a small letter.");

    public static readonly ProblemKind NoMeaning = new(
        "CRP302", "A declared fact, or an added word, has no meaning",
        "Reports and explanations show the meaning, and no one can give what they do not understand.",
        "Say in a phrase what it means.");

    public static readonly ProblemKind NoQuestion = new(
        "CRP303", "A declared fact has no question",
        "While the fact is not known, people are asked for it.",
        "Write a plain question that someone in the collaboration can answer.");

    public static readonly ProblemKind FactKind = new(
        "CRP304", "A declared fact has a type that cannot be declared",
        "No rule can ask what a text or a list says.",
        "Use yes or no, a word, a set of words, a whole number, a number or a day.");

    public static readonly ProblemKind WordCount = new(
        "CRP305", "A fact has no words, or too many",
        "A word is one of a list, and at most 62 of them can be kept.",
        "Give 1 to 62 words.");

    public static readonly ProblemKind WordForm = new(
        "CRP306", "A word that a pack declares has the wrong form",
        "Words are values in case files, where a day or a sentence must not be taken for one.",
        "Write words in letters and digits, beginning with a letter, such as `VeryHigh`; `unknown` is none. In C#, a word that is added to a fact of the library has its prefix before it: `gdn.HousingAssociation`.");

    public static readonly ProblemKind WordTwice = new(
        "CRP307", "A word of a fact is given twice",
        "People type words in any case, so two that differ in nothing else could not be distinguished.",
        "Keep one of them.");

    public static readonly ProblemKind WordsMisplaced = new(
        "CRP308", "A declared fact has words, or an order of them, that it cannot have",
        "Only a word or a set of words has words, and only a single word is above or below another.",
        "Remove them, or correct the type.");

    public static readonly ProblemKind FactLimits = new(
        "CRP309", "The limits of a declared fact cannot hold",
        "Only numbers have limits, and some number must lie between them.",
        "Correct the limits, or remove them.");

    public static readonly ProblemKind FactTwice = new(
        "CRP310", "A fact is declared twice",
        "Which of the declarations holds would depend on the order of loading.",
        "Declare it in one pack, or give one of them another prefix.");

    public static readonly ProblemKind UndeclaredFact = new(
        "CRP311", "A rule reads a fact that no pack declares",
        "The fact would silently stay unknown for ever.",
        "Correct the name, declare the fact, or add the pack that does.");

    public static readonly ProblemKind FactDirection = new(
        "CRP312", "A declared fact is better in a way that its values cannot be",
        "Yes or no is better for a yes/no fact, higher or lower for a number or for words in order; other values have no better end.",
        "Correct the direction. Where no value is better than another, say so and why.");

    public static readonly ProblemKind WordOfFact = new(
        "CRP313", "A word is added to a fact that takes none",
        "The words of most facts are those of a source, or stand in order, and one more would have no place among them.",
        "Add it to a fact whose list is open, or declare a fact of your own.");

    public static readonly ProblemKind CountsAs = new(
        "CRP314", "An added word counts as no word of the library",
        "Rules that do not know the word read it as one that they know.",
        "Name one of the library's words of the same fact.");

    public static readonly ProblemKind WordOutsidePrefix = new(
        "CRP315", "An added word is not under the prefix of its pack",
        "The prefix says whose word it is, and keeps packs out of each other's way.",
        "Begin the word with the prefix of the pack and a dot, such as `gdn.HousingAssociation`.");

    public static readonly ProblemKind OverrideWithoutReason = new(
        "CRP401", "An override has no reason",
        "Knowledge is set aside only with a reason that readers of an assessment can see.",
        "Say why.");

    public static readonly ProblemKind OverrideTwice = new(
        "CRP402", "Two overrides change the same thing",
        "Which of them holds would depend on the order of loading.",
        "Keep one of them.");

    public static readonly ProblemKind OverrideOfNothing = new(
        "CRP403", "An override is about a rule that is not there",
        "It would silently do nothing.",
        "Correct the code, or add the pack that has the rule.");

    public static readonly ProblemKind OverrideLevel = new(
        "CRP404", "An override gives a level that the rule cannot have",
        "Only risks and mismatches have a level: Low, Moderate or High.",
        "Use one of the three, or switch the rule off.");

    public static readonly ProblemKind OverrideOfOwnRule = new(
        "CRP405", "A pack overrides a rule of its own",
        "The rule would say one thing and do another, within one pack.",
        "Edit the rule itself.");

    public static readonly ProblemKind OverrideOfNoCase = new(
        "CRP406", "An override is about a case that the rule does not have",
        "It would silently do nothing. Partners are not cases: a rule over partners is changed for all of them.",
        "Correct the subject, leave it out to mean the whole rule, or add the case.");

    public static readonly ProblemKind OverrideAddsTwice = new(
        "CRP407", "An override adds a case that the rule already has",
        "Each subject names one case.",
        "Change the case, or give the new one another subject.");

    public static readonly ProblemKind OverrideChangesNothing = new(
        "CRP408", "An override of a case changes nothing about it",
        "The case would be marked as changed and be the same.",
        "Say what is different: condition, message, level or claims.");

    public static readonly ProblemKind OverrideWithoutCondition = new(
        "CRP409", "An override has lost its conditions",
        "It was read from a decision record, which names overrides and does not hold their conditions.",
        "Give the override itself, from the host's code or its pack.");

    public static readonly ProblemKind OverrideAsksPartner = new(
        "CRP410", "An override asks about a partner where the rule is not asked of each",
        "There is no partner of whom it could be asked.",
        "Ask about some or every partner of the collaboration.");

    public static readonly ProblemKind PackTwice = new(
        "CRP501", "Two packs have one id",
        "Which of them is meant would depend on the order of loading.",
        "Load each pack once, or give one of them another id.");

    public static readonly ProblemKind CodeTwice = new(
        "CRP502", "Two rules have one code",
        "Codes are unique in a rule book.",
        "Rename one of them.");

    public static readonly ProblemKind ClaimConflict = new(
        "CRP503", "Two claims with one id say different things",
        "Findings would rest on whichever was loaded first.",
        "Give one of them another id.");

    public static readonly ProblemKind AdviceConflict = new(
        "CRP504", "Two recommendations with one code say different things",
        "One code stands for one text.",
        "Give one of them another code.");

    public static readonly ProblemKind Cycle = new(
        "CRP505", "Rules build on each other in a circle",
        "Rules are evaluated in layers, each on those below it.",
        "Remove one link of the circle.");

    public static readonly ProblemKind PrefixForm = new(
        "CRP506", "The prefix of a pack has the wrong form",
        "Codes that belong to the pack begin with it and a hyphen.",
        "Use capitals and digits in words joined by hyphens, such as `RCR`.");

    public static readonly ProblemKind RuleOutsidePrefix = new(
        "CRP507", "A rule has a code outside the prefix of its pack",
        "Whoever sees the code could not tell whose it is.",
        "Begin the code with the prefix and a hyphen, or give the pack no prefix.");

    public static readonly ProblemKind RuleInsidePrefix = new(
        "CRP508", "A rule has a code inside the prefix of another pack",
        "The other pack may define the same code at any time, and readers would look for the rule there.",
        "Give the rule another code.");

    public static readonly ProblemKind PrefixTwice = new(
        "CRP509", "The prefixes of two packs are the same, or one is inside the other",
        "Codes would belong to both.",
        "Give one of them another prefix.");

    public static readonly ProblemKind AdviceInsidePrefix = new(
        "CRP510", "A recommendation has a code inside the prefix of another pack",
        "The other pack may define the same code at any time.",
        "Give the recommendation another code, or use the other pack's own as it is.");

    public static readonly ProblemKind ClaimInsidePrefix = new(
        "CRP511", "A claim has an id inside the prefix of another pack",
        "The other pack may define the same id at any time.",
        "Give the claim another id, or use the other pack's own as it is.");

    public static readonly ProblemKind CodeRetired = new(
        "CRP512", "A rule has a code that was retired",
        "Old assessments and overrides mean another rule by it.",
        "Give the rule another code.");

    public static readonly ProblemKind NoPacks = new(
        "CRP513", "There are no packs",
        "Without rules no risk is ever found, and that would read as if there were none.",
        "Give at least one pack, such as `KnowledgePacks.General`.");

    public static readonly ProblemKind EvidenceId = new(
        "CRP514", "The id of a claim, a source or a tension has the wrong form",
        "Letters of other alphabets and marks that are not seen can look like the id of something else, and a reader would take it for that.",
        "Use letters without accents and digits, in words joined by hyphens, dots or underscores, such as `RCR-C1` or `control-room-review`.");

    public static readonly ProblemKind LooksAlike = new(
        "CRP515", "Something of a pack looks like something of another pack",
        "A reader sees `RCR-C1` and `RCR-Cl` as one, and would take the evidence of one pack for that of the other.",
        "Give it another id or code.");

    public static readonly ProblemKind EvidenceForm = new(
        "CRP516", "A source or a quotation has the wrong form",
        "Readers follow the address, sort by the date, and may be shown a few words of a source and not its pages.",
        "Give an address that begins with https://, a date such as 2005, 2005-10 or 2005-10-26, and at most 300 characters as a quotation.");

    public static readonly ProblemKind WordingForm = new(
        "CRP517", "The words for a question or in a language have the wrong form",
        "Whoever is asked, or reads a finding, needs words that are there, for something that is there.",
        "Name a fact by its path and give the question; give in a language what is there in English, with the same places in braces. Write the language as a tag such as `nl` or `de-AT`.");

    public static readonly ProblemKind WordingTwice = new(
        "CRP518", "A question or a text has two wordings in one language",
        "No one could tell which of the two would be used.",
        "Keep one, or say of which language each is.");
}
