using CollabRisk.Rules;

namespace CollabRisk.RulePacks;

/// <summary>The kinds of problems that the files of a pack can have. <see cref="RuleProblems"/> has those of the rules in them.</summary>
internal static class PackProblemKinds
{
    public static readonly ProblemKind TooManyProblems = new(
        "CRP100", "A file has more problems than are listed",
        "Most of them usually follow from a few.",
        "Correct the first ones and check again.");

    public static readonly ProblemKind NotFound = new(
        "CRP101", "There is no such pack",
        "A pack is a folder with YAML files, or one YAML file.",
        "Correct the path.");

    public static readonly ProblemKind Unreadable = new(
        "CRP102", "A file cannot be read",
        "The operating system refuses it.",
        "Check who may read the file, and whether another program holds it.");

    public static readonly ProblemKind NothingThere = new(
        "CRP103", "A pack holds nothing",
        "Without a manifest no one knows what the pack is.",
        "Add a file with the section `pack`; `collabrisk pack new` makes one.");

    public static readonly ProblemKind OutsideFolder = new(
        "CRP104", "A file lies outside the folder of the pack",
        "A pack reads nothing but its own files, so that a pack from a stranger can be opened safely. Links are not followed either.",
        "Copy the file into the folder of the pack and name it by its path there.");

    public static readonly ProblemKind Hidden = new(
        "CRP105", "A file is hidden",
        "Hidden files are not part of a pack: no signature covers them, and no one who looks at the folder sees them.",
        "Give the file, and every folder on the way to it, a name that does not begin with a dot.");

    public static readonly ProblemKind Encoding = new(
        "CRP110", "A file is not UTF-8 text",
        "In another encoding, names and words would be read wrongly.",
        "Save the file as UTF-8.");

    public static readonly ProblemKind Syntax = new(
        "CRP111", "A file is not YAML",
        "What cannot be read cannot be checked; nothing of the file is used.",
        "Look at the place, and at the line above it, for indentation, brackets and quotes that do not match.");

    public static readonly ProblemKind KeyTwice = new(
        "CRP112", "A key is twice in one place",
        "Which of the two holds would depend on the reader.",
        "Keep one. Two conditions of the same name go in a list under `all`.");

    public static readonly ProblemKind SeveralDocuments = new(
        "CRP113", "A file has more than one document",
        "The line `---` begins a second document, which would be lost.",
        "Use one file for each, or remove the line.");

    public static readonly ProblemKind Tag = new(
        "CRP114", "A value has a tag",
        "What a value means follows from its place; nothing in a pack is ever turned into an object or run.",
        "Remove the tag, the word that begins with `!`.");

    public static readonly ProblemKind UnknownAnchor = new(
        "CRP115", "An alias refers to nothing",
        "An alias `*name` repeats what `&name` marked earlier in the same file.",
        "Correct the name, or write the value out.");

    public static readonly ProblemKind CyclicAnchor = new(
        "CRP116", "An alias refers to what it is in",
        "It would never end.",
        "Remove the alias.");

    public static readonly ProblemKind UnusedAnchor = new(
        "CRP117", "An anchor is repeated nowhere",
        "In YAML `&name` before a value names it for an alias `*name`, so a text that begins with `&` would lose its first word.",
        "Put the text in quotes; remove an anchor that is not needed.");

    public static readonly ProblemKind UnknownKey = new(
        "CRP121", "A key has no meaning here",
        "A misspelt key would silently do nothing.",
        "Correct the key. The schema lists those that there are; editors complete them.");

    public static readonly ProblemKind MissingKey = new(
        "CRP122", "A key is missing",
        "Without it, what is here says too little.",
        "Add the key.");

    public static readonly ProblemKind WrongKind = new(
        "CRP123", "A value is of the wrong kind",
        "Where a list is expected, a single text says something else, and the other way round.",
        "Write what the message asks for.");

    public static readonly ProblemKind UnknownWord = new(
        "CRP124", "A word is none of those allowed",
        "A word that nothing compares with would silently never match.",
        "Use one of the words in the message.");

    public static readonly ProblemKind BadValue = new(
        "CRP125", "A value cannot be",
        "A number outside its limits or a day that is not in the calendar would never match.",
        "Write what the message asks for.");

    public static readonly ProblemKind ManifestTwice = new(
        "CRP131", "A pack has two manifests",
        "A pack has one id and one version.",
        "Keep one section `pack`. Two packs belong in two folders.");

    public static readonly ProblemKind NoManifest = new(
        "CRP132", "A pack has no manifest",
        "No one could say which pack an assessment used.",
        "Add the section `pack` to one of its files.");

    public static readonly ProblemKind EngineRange = new(
        "CRP133", "The pack is for other versions of the engine",
        "An engine outside the range may read the rules otherwise than their author meant.",
        "Use a version of the pack for this engine, or a version of the engine for this pack.");

    public static readonly ProblemKind FactModel = new(
        "CRP134", "The pack is for another version of the fact model",
        "Its facts may have other names or meanings.",
        "Use a version of the pack for this fact model.");

    public static readonly ProblemKind DefinedTwice = new(
        "CRP135", "Something is defined twice in one pack",
        "An id or a code stands for one thing.",
        "Keep one, or give one of them another name.");

    public static readonly ProblemKind UnknownSource = new(
        "CRP136", "A source that is named is not there",
        "A claim must say which document makes it.",
        "Correct the id, or add the source.");

    public static readonly ProblemKind UnknownAdvice = new(
        "CRP137", "A recommendation that is named is not there",
        "The reader of a finding would get no advice.",
        "Correct the code, or add the recommendation.");

    public static readonly ProblemKind UnknownFact = new(
        "CRP141", "A fact that is named is not there",
        "A misspelt path would silently never match.",
        "Correct the path; the fact dictionary lists all facts. A fact of your own is declared in the section `facts`.");

    public static readonly ProblemKind NoPartner = new(
        "CRP142", "A partner's fact is asked where no partner is meant",
        "Each partner has a value of its own, so it must be clear whose is meant.",
        "Ask it under `some partner`, `every partner` or `at least 2 partners`, or in a rule `for each: partner`.");

    public static readonly ProblemKind WrongTest = new(
        "CRP143", "A fact cannot be asked this",
        "Words without an order have no `below`, a set of words has no single value, and so on.",
        "Use one of the tests in the message.");

    public static readonly ProblemKind EmptyCondition = new(
        "CRP144", "A condition says nothing",
        "An empty list of conditions would always hold, or never; either way it would say more than its author did.",
        "Write at least one condition, or leave the key out.");

    public static readonly ProblemKind NestedPartners = new(
        "CRP145", "A question about partners is inside another one",
        "It would be asked of every partner for every partner, and no one could read the answer.",
        "Ask the two questions next to each other, under `all`.");

    public static readonly ProblemKind CommentInText = new(
        "CRP681", "A text is cut by a comment",
        "In YAML ` #` begins a comment, so a text without quotes ends there, and nothing tells that the rest is lost.",
        "Put the text in quotes, or move the comment to a line of its own.");

    public static readonly ProblemKind NotRead = new(
        "CRP682", "A file looks like part of the pack and is not read",
        "Only files whose names end in `.yaml` or `.yml` are read, in small letters or capitals.",
        "Rename the file, or move it out of the folder.");

    public static readonly ProblemKind AcceptsNothing = new(
        "CRP683", "A warning is accepted that is not there",
        "What it was about has gone, and the next warning of its kind would be passed over unseen.",
        "Remove the entry, or correct its code and what it is about.");

    public static readonly ProblemKind FileTooLarge = new(
        "CRP901", "A file is too large",
        "Packs may come from anybody; how much they may ask of a machine is limited.",
        "Split the file, or have the host raise the limit.");

    public static readonly ProblemKind TooManyFiles = new(
        "CRP902", "A pack has too many files",
        "Packs may come from anybody; how much they may ask of a machine is limited.",
        "Point to the folder of the pack itself, join files, or have the host raise the limit.");

    public static readonly ProblemKind TooDeep = new(
        "CRP903", "Lists and keys are too deep in each other",
        "Packs may come from anybody; how much they may ask of a machine is limited.",
        "Look for brackets that are not closed, and write conditions flatter.");

    public static readonly ProblemKind TooManyNodes = new(
        "CRP904", "A file has too many values",
        "Aliases that stand for aliases can make a small file enormous.",
        "Split the file, and use fewer aliases.");

    public static readonly ProblemKind TooManyAliases = new(
        "CRP905", "A file has too many aliases",
        "Aliases that stand for aliases can make a small file enormous.",
        "Write values out.");

    public static readonly ProblemKind TextTooLong = new(
        "CRP906", "A text is too long",
        "Packs may come from anybody; how much they may ask of a machine is limited.",
        "Shorten it.");

    public static readonly ProblemKind TooManyRules = new(
        "CRP907", "A pack has too many rules",
        "Packs may come from anybody; how much they may ask of a machine is limited.",
        "Split the pack, or have the host raise the limit.");

    public static readonly ProblemKind ConditionTooLarge = new(
        "CRP908", "The conditions of a rule are too large",
        "No one could follow why such a rule was raised.",
        "Split the rule, and build one on the other with `raised`.");

    public static readonly ProblemKind TooCostly = new(
        "CRP909", "Evaluating the pack would cost too much",
        "Packs may come from anybody; how much they may ask of a machine is limited.",
        "Ask fewer questions about each partner, or have the host raise the limit.");

    public static readonly ProblemKind PackTooLarge = new(
        "CRP910", "The files of a pack are too large together",
        "Packs may come from anybody; how much they may ask of a machine is limited.",
        "Move what is not part of the pack out of its folder, split the pack, or have the host raise the limit.");

    public static readonly ProblemKind TooManyTests = new(
        "CRP911", "A pack has too many tests",
        "A host runs them before it uses the pack.",
        "Split the pack, or have the host raise the limit.");
}
