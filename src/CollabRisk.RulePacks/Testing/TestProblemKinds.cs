using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Testing;

/// <summary>The kinds of mistakes that the tests of a pack can have. A test with a mistake shows nothing, so it is not run.</summary>
internal static class TestProblemKinds
{
    public static readonly ProblemKind UnknownFact = new(
        "CRP701", "A test gives a fact that is not there",
        "The fact would silently count for nothing, and the test would show something else than it says.",
        "Correct the path; the fact dictionary lists all facts. Facts of a partner are under `partners`.");

    public static readonly ProblemKind Value = new(
        "CRP702", "A test gives a fact a value that it cannot have",
        "No collaboration could ever be so.",
        "Write what the message asks for, or `unknown`.");

    public static readonly ProblemKind Partners = new(
        "CRP703", "The partners of a test cannot be read",
        "Each partner is known by its name.",
        "Write a list; each partner has a `name` of its own and the paths of its facts, such as `role: Lead`.");

    public static readonly ProblemKind CaseFile = new(
        "CRP704", "The case file of a test is not a collaboration",
        "The test would begin with something else than its author thinks.",
        "Correct the file; the schema of collaborations says what it may hold.");

    public static readonly ProblemKind Contradiction = new(
        "CRP705", "The facts of a test contradict each other",
        "The evaluation goes by what the listed partners show, so the other fact would count for nothing.",
        "Correct one of the two, or leave one out.");

    public static readonly ProblemKind UnknownRule = new(
        "CRP711", "A test expects something of a rule that is not there",
        "The expectation could never be met.",
        "Correct the code. Rules of other packs can be expected only where those packs are loaded too.");

    public static readonly ProblemKind UnknownSubject = new(
        "CRP712", "A test expects something of a case that the rule does not have",
        "The expectation could never be met.",
        "Name a case of the rule, or a partner of the test by its name; leave `subject` out for the rule as a whole.");

    public static readonly ProblemKind ExpectedTwice = new(
        "CRP713", "A test expects two things of one rule",
        "A rule, or a case of it, has one outcome.",
        "Keep one of the two, or make two tests of it.");

    public static readonly ProblemKind Level = new(
        "CRP714", "A test expects a level where there is none",
        "Only raised risks and mismatches have a level: Low, Moderate or High.",
        "Remove `level`, or expect the rule under `raises`.");

    public static readonly ProblemKind CannotBe = new(
        "CRP715", "A test expects what no result can have",
        "Only what is raised has a message and is in a group, a finding appears only under rules that its own rule names, and no range ends below where it begins.",
        "Correct the expectation, or take it out.");

    public static readonly ProblemKind Failed = new(
        "CRP721", "A test of a pack fails",
        "The rules do something else than their author says they do, so a host keeps the rules it has.",
        "Run `collabrisk pack test`, and correct the rule or the test.");
}
