using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Checks;

/// <summary>The kinds of warnings about rules that are valid, and yet hardly what their author meant.</summary>
internal static class CheckProblemKinds
{
    public static readonly ProblemKind NeverHolds = new(
        "CRP601", "A condition can never hold",
        "No collaboration can meet it, so the rule or the case is never raised, whatever is learned.",
        "Look for tests that shut each other out, such as two values of one fact, or a number outside the limits of its fact.");

    public static readonly ProblemKind NeverApplies = new(
        "CRP602", "A guard can never hold",
        "The rule or the case applies to no collaboration or partner.",
        "Look for tests in `applies when` that shut each other out.");

    public static readonly ProblemKind AlwaysHolds = new(
        "CRP603", "A condition always holds",
        "As soon as its facts are known the rule is raised, whatever they are, so a finding says nothing about the collaboration.",
        "Ask for the values that make the difference. Where the guard asks already, move the question to `when`.");

    public static readonly ProblemKind AlwaysApplies = new(
        "CRP604", "A guard always holds",
        "It keeps no one out; it only leaves the rule undetermined until its facts are known.",
        "Remove `applies when`, or ask for the values that make the difference.");

    public static readonly ProblemKind AlternativeNeverHolds = new(
        "CRP605", "An alternative can never hold",
        "One of the conditions under `any` is never true, so it might as well not be there.",
        "Look for tests in it that shut each other out, or remove it.");

    public static readonly ProblemKind Subsumed = new(
        "CRP611", "A rule is only ever raised together with another of its kind",
        "The other rule is raised whenever this one is, for the same subject and at least at the same level, so this one adds nothing of its own.",
        "Remove the rule, give it a level of its own, or let the other rule ask for what this one leaves. Where both should be read as one matter, put it `under` the other. Rules that build on one another are not reported.");

    public static readonly ProblemKind Duplicate = new(
        "CRP612", "Two rules of one kind are raised under the same conditions",
        "A reader gets two findings for one thing, and counts them as two.",
        "Keep one of them with the claims of both.");

    public static readonly ProblemKind Contradictory = new(
        "CRP613", "A strength and a risk are raised under the same conditions",
        "The same facts cannot speak for and against the collaboration without a word on how that fits.",
        "Correct one of the conditions. Where the sources do say both, name the two rules as the sides of a tension.");

    public static readonly ProblemKind NeverUnder = new(
        "CRP614", "A rule is under one that is never raised with it",
        "With `under`, the finding of a rule is below that of another where both are raised. These two shut each other out, and the other does not take its place as a fact gets worse, so that never happens.",
        "Leave the code out of `under`, or name the rule that is meant.");

    public static readonly ProblemKind DescriptiveFact = new(
        "CRP621", "A rule reads a fact that only describes",
        "The sources tie no effect to the fact, so a finding that rests on it rests on nothing.",
        "Read another fact, or declare one of your own that says what you mean and name the claim it rests on.");

    public static readonly ProblemKind FactNeverRead = new(
        "CRP622", "A declared fact is never read",
        "People are asked for it, and no rule looks at the answer.",
        "Write the rule that reads it, or remove the declaration.");

    public static readonly ProblemKind NoDirection = new(
        "CRP623", "A declared fact does not say which values are better",
        "It counts as neutral: nothing holds rules to it that a worse value gives no better result, and no remedy changes it.",
        "Say which values are `better`. Where none is, say `better: neutral` and why, under `neutral because`.");

    public static readonly ProblemKind WorseLooksBetter = new(
        "CRP624", "A risk goes away because something gets worse",
        "A worse collaboration must never look better. Every warning names two that were evaluated and differ in one fact.",
        "Ask for the worse value too, drop the guard, or put the rule under one that is raised then. A switch-off or an override may be the cause: then change that.");

    public static readonly ProblemKind NeverModerates = new(
        "CRP631", "A moderator can never act",
        "Its condition cannot hold where the rule is raised, so it never moves the level.",
        "Look for tests that shut out the condition or the guard of the rule, or remove the moderator.");

    public static readonly ProblemKind ModeratesNothing = new(
        "CRP632", "A moderator moves a level that can move no further",
        "The level is at its end already, and nothing that acts next to it moves the level back.",
        "Remove the moderator, or give the rule another level before moderators.");

    public static readonly ProblemKind AlwaysModerates = new(
        "CRP633", "A moderator always acts",
        "Wherever the rule is raised and the facts are known, it moves the level, so the rule never has the level that it states.",
        "Give the rule the level it really has, or ask the moderator for what makes the difference.");

    public static readonly ProblemKind AdviceNeverReached = new(
        "CRP641", "A recommendation is never given",
        "No rule advises it, or only rules or cases that are never raised or are switched off.",
        "Name it under `advises` of a rule, or remove it.");

    public static readonly ProblemKind ClaimNeverUsed = new(
        "CRP642", "A claim is never used",
        "It is there for rules to rest on, and nothing rests on it.",
        "Name it where it belongs, give its `use`, or remove it.");

    public static readonly ProblemKind SourceNeverUsed = new(
        "CRP643", "A source is never used",
        "No claim is taken from it.",
        "Write down the claims, or remove the source.");

    public static readonly ProblemKind NoteAboutNoRule = new(
        "CRP644", "A note is about a rule that is not there",
        "It appears with findings of that rule, so no reader sees it.",
        "Correct the code, or accept the warning where a host may leave out the pack that has the rule.");

    public static readonly ProblemKind OverrideWithoutEffect = new(
        "CRP651", "An override changes nothing",
        "Readers of a finding see it marked as overridden, and it is what it was before.",
        "Remove the override, or correct what it changes.");

    public static readonly ProblemKind OverrideExpired = new(
        "CRP652", "An override has expired",
        "The last day on which it held is past, so the rule is as its author wrote it.",
        "Remove the override, or decide again and give it another day.");

    public static readonly ProblemKind BuildsOnDeprecated = new(
        "CRP661", "A rule builds on a deprecated rule",
        "The other rule will go, and this one with it.",
        "Build on what the deprecated rule names in its place.");

    public static readonly ProblemKind BuildsOnExperimental = new(
        "CRP662", "A stable rule builds on an experimental one",
        "The other rule may change or go, so this one cannot promise to stay as it is.",
        "Wait until the other rule is stable, or mark this one as experimental.");

    public static readonly ProblemKind NoPrefix = new(
        "CRP671", "A pack has no prefix",
        "It owns just the codes that it defines, so another pack may take a code that this one means to use next.",
        "Give the pack a `prefix`, and begin its codes with it.");

    public static readonly ProblemKind LanguageIncomplete = new(
        "CRP691", "A pack says only some things in a language",
        "Whoever asks for the language reads the rest in English, in the middle of a report.",
        "Give what is missing `in languages`, or a `wording` of the question; or accept the warning `about` the language, where the rest is meant to be in English.");
}
