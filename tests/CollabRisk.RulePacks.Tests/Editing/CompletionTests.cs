namespace CollabRisk.RulePacks.Tests.Editing;

/// <summary>What is offered while a pack is typed.</summary>
public class CompletionTests
{
    public static TheoryData<string, string, string[], string[]> InARule => new()
    {
        { "keys of a rule, those that are there left out", "app|", ["applies when", "when", "raised when"], ["kind", "code", "heading"] },
        { "facts and joints of a condition", "when:\n  vis|", ["vision.exists", "any", "some partner", "at least 2 of"], ["partner.role", "code"] },
        { "facts on an empty line", "when:\n  |", ["vision.exists", "all"], ["partner.role"] },
        { "facts of the partners under a question", "when:\n  some partner:\n    |", ["partner.role", "vision.exists"], ["some partner", "most partners"] },
        { "facts of the partners where a rule is asked of each", "for each: partner\nwhen:\n  |", ["partner.role"], [] },
        { "facts in an entry of a list", "when:\n  any:\n    - vision.exists: no\n    - |", ["vision.compelling", "raised"], ["code"] },
        { "facts where the dash is not there yet", "when:\n  any:\n    - vision.exists: no\n    |", ["- vision.compelling", "- raised"], [] },
        { "facts under a number of conditions", "when:\n  at least 2 of:\n    - vision.exists: no\n    - trust|: no\n    - vision.compelling: no", ["trust.organisational"], [] },
        { "facts in braces", "when: {vis|", ["vision.exists", "any"], ["partner.role"] },
        { "facts after another in braces", "when: {vision.exists: no, comm|}", ["communication.regular"], [] },
        { "yes and no", "when:\n  vision.exists: |", ["yes", "no"], ["High"] },
        { "the words of a fact", "when:\n  phase: |", ["GoLive", "Structuring"], ["yes"] },
        { "the words of a fact in a list", "when:\n  phase: [GoLive, S|]", ["Structuring"], [] },
        { "comparisons of words in order", "when:\n  phase: {|", ["at least", "below", "not"], ["has any", "older than"] },
        { "words after a comparison", "when:\n  phase: {at least: |", ["GoLive"], ["yes"] },
        { "comparisons of sets", "when:\n  benefitsSought:\n    h|", ["has", "has any", "is exactly", "within"], ["below"] },
        { "comparisons of days", "when:\n  asOf: {|}", ["before", "older than", "within"], ["has"] },
        { "times", "when:\n  asOf: {older than: |}", ["2 years"], ["the last 12 months"] },
        { "numbers to compare a number with", "when:\n  workload.staffAfter: {below: {fact: |}}", ["workload.staffBefore"], ["vision.exists"] },
        { "rules that are raised", "when:\n  raised: |", ["VISION-ABSENT", "TST-RISK"], ["D3-179"] },
        { "rules that are raised at a level", "when:\n  raised: {rule: V|", ["VISION-ABSENT"], [] },
        { "the level at which", "when:\n  raised: {rule: VISION-ABSENT, at least: |}", ["High"], ["None"] },
        { "numbers that are added up", "when:\n  sum over partners:\n    |", ["partner.benefitShare"], ["partner.role", "vision.exists"] },
        { "claims, in brackets that are open", "raised when:\n  - because: so\n    claims: [|", ["TST-C1", "D3-179"], ["VISION-ABSENT"] },
        { "claims, after a comma", "caveats: x\nraised when:\n  - because: so\n    claims: [TST-C1, |]", ["D3-179"], [] },
        { "claims, as entries", "raised when:\n  - because: so\n    claims:\n      - |", ["D3-179"], [] },
        { "keys of a moderator", "raised when:\n  - |", ["when", "because", "claims"], ["code"] },
        { "recommendations", "advises: [|]", ["WRITE-VISION-TOGETHER"], ["VISION-ABSENT"] },
        { "rules under which one is", "under: |", ["VISION-ABSENT"], [] },
        { "what a rule is asked of", "for each: |", ["partner"], [] },
        { "groups of flags", "for each: {flags of: |}", ["culture.traits"], [] },
        { "the status", "status: |", ["Experimental", "Deprecated"], [] },
        { "a quoted word", "status: \"Exp|\"", ["Experimental"], [] },
        { "nothing in a comment", "# vis|", [], ["vision.exists", "when"] },
        { "nothing in a text", "caveats: some words |", [], ["vision.exists", "when", "yes"] },
    };

    public static TheoryData<string, string, string[], string[]> InAFile => new()
    {
        { "sections", "|", ["tests", "chapters", "facts", "overrides"], ["pack", "sources", "when"] },
        { "an entry of a section", "tests:\n  |", ["- name"], ["when"] },
        { "keys of a test", "tests:\n  - name: a\n    |", ["facts", "raises", "case file"], ["name", "when"] },
        { "facts of a test", "tests:\n  - name: a\n    facts:\n      v|", ["vision.exists", "partners"], ["partner.role", "any"] },
        { "values of a test", "tests:\n  - name: a\n    facts:\n      vision.exists: |", ["yes", "no", "unknown", "does not apply"], [] },
        { "facts of a partner", "tests:\n  - name: a\n    facts:\n      partners:\n        - name: x\n          r|", ["role"], ["partner.role", "vision.exists"] },
        { "values of a partner", "tests:\n  - name: a\n    facts:\n      partners:\n        - {name: x, role: |", ["Lead", "NonLead"], ["yes"] },
        { "rules of a test", "tests:\n  - name: a\n    raises: [V|", ["VISION-ABSENT"], [] },
        { "rules of a test as entries", "tests:\n  - name: a\n    raises:\n      - |", ["VISION-ABSENT", "rule"], [] },
        { "keys next to a rule", "tests:\n  - name: a\n    raises:\n      - rule: VISION-ABSENT\n        |", ["level", "subject"], ["VISION-ABSENT"] },
        { "columns of a table", "table tests:\n  - name: a\n    columns: [phase, |", ["vision.exists", "VISION-ABSENT"], [] },
        { "cells of a fact", "table tests:\n  - name: a\n    columns: [phase, VISION-ABSENT]\n    rows:\n      - [|", ["GoLive", "unknown"], ["raised"] },
        { "cells of a rule", "table tests:\n  - name: a\n    columns: [phase, VISION-ABSENT]\n    rows:\n      - [GoLive, |", ["raised", "clear", "undetermined", "High"], ["Structuring"] },
        { "keys of what is raised in a cell", "table tests:\n  - name: a\n    columns: [phase, VISION-ABSENT]\n    rows:\n      - [GoLive, {|", ["level", "subject", "under", "says"], ["raised"] },
        { "levels of what is raised in a cell", "table tests:\n  - name: a\n    columns: [phase, VISION-ABSENT]\n    rows:\n      - [GoLive, {level: |", ["High"], ["raised", "None"] },
        { "cells of the overall range", "table tests:\n  - name: a\n    columns: [phase, overall]\n    rows:\n      - [GoLive, |", ["None", "High"], ["raised"] },
        { "cells of what is asked", "table tests:\n  - name: a\n    columns: [phase, asks]\n    rows:\n      - [GoLive, [vis|", ["vision.exists"], ["raised"] },
        { "facts in the braces of a message", "chapters:\n  - rules:\n      - says: The phase is {ph|", ["phase", "vision.exists"], ["partner.role", "subject", "any"] },
        { "facts of the partner and the subject in a message about one", "chapters:\n  - rules:\n      - for each: partner\n        says: \"{subject} is {|}, and more\"", ["partner.role", "subject", "phase"], ["any"] },
        { "facts in the message of a case", "chapters:\n  - rules:\n      - cases:\n          - says: It is {network.prim|}", ["network.primaryForm", "subject"], ["partner.role"] },
        { "facts in a message of several lines", "chapters:\n  - rules:\n      - says: >\n          It is\n          {vision.exists} and {tr|", ["trust.trend"], [] },
        { "facts in a message in another language", "chapters:\n  - rules:\n      - in languages:\n          - language: nl\n            says: Het is {|", ["phase"], ["subject"] },
        { "facts in a message of which a line begins with a brace", "chapters:\n  - rules:\n      - says: >\n          It is\n          {tr|", ["trust.trend"], ["any"] },
        { "facts in the message of a case in another language", "chapters:\n  - rules:\n      - cases:\n          - in languages:\n              - language: nl\n                says: Het is {|", ["phase", "subject"], [] },
        { "nothing in a recommendation in another language, which has no places", "recommendations:\n  - in languages:\n      - language: nl\n        says: Het is {|", [], ["phase"] },
        { "nothing where a blank line follows a claim", "chapters:\n  - rules:\n      - claims:\n          - TST-C1\n            |", [], ["TST-C1", "D3-179"] },
        { "nothing in a message outside braces", "chapters:\n  - rules:\n      - says: The phase {phase} is |", [], ["phase"] },
        { "nothing in braces of a text that is not a message", "claims:\n  - says: It is {ph|", [], ["phase"] },
        { "rules of an override", "overrides:\n  - rule: |", ["VISION-ABSENT"], [] },
        { "keys of a fact", "facts:\n  - name: a\n    |", ["type", "meaning", "question", "better"], ["name"] },
        { "types of a fact", "facts:\n  - name: a\n    type: |", ["YesNo", "Date"], ["Text", "List"] },
        { "which values are better", "facts:\n  - name: a\n    better: |", ["yes", "lower", "neutral"], [] },
        { "facts that have other words", "wordings:\n  - fact: |", ["vision.exists", "partner.role"], [] },
        { "facts that take more words", "words:\n  - fact: |", ["partner.sector", "form", "context.jurisdiction"], ["partner.role", "phase"] },
        { "what an added word counts as", "words:\n  - fact: form\n    word: Choir\n    counts as: |", ["Other", "Programme"], ["tst.Choir", "Police"] },
        { "added words of a fact of a test", "words:\n  - {fact: form, word: Choir, counts as: Other, meaning: a choir}\ntests:\n  - name: a\n    facts:\n      form: |", ["Other", "tst.Choir", "unknown"], [] },
        { "facts that are asked", "tests:\n  - name: a\n    asks: [vis|", ["vision.exists"], [] },
        { "ends of a range", "tests:\n  - name: a\n    overall: {at least: |", ["None", "High"], [] },
        { "the rule under which a finding is", "tests:\n  - name: a\n    raises:\n      - rule: VISION-ABSENT\n        under: |", ["VISION-ABSENT"], [] },
        { "warnings to accept", "accepted warnings:\n  - warning: |", ["CRP611"], ["CRP141"] },
        { "areas", "chapters:\n  - heading: a\n    area: |", ["Relations"], [] },
        { "when a recommendation is done for a partner", "recommendations:\n  - code: TST-A\n    done for partner when:\n      |", ["partner.role"], [] },
        { "a fact of the pack", "facts:\n  - {name: rota.shared, type: YesNo, meaning: a, question: b?}\nrecommendations:\n  - code: TST-A\n    done when:\n      ext|", ["extensions.tst.rota.shared"], [] },
    };

    [Theory]
    [MemberData(nameof(InARule))]
    public void Choices_InARule_AreWhatFits(string about, string clauses, string[] offered, string[] not) => Check(about, TypedPack.WithRisk(clauses), offered, not);

    [Theory]
    [MemberData(nameof(InAFile))]
    public void Choices_InAFile_AreWhatFits(string about, string more, string[] offered, string[] not) => Check(about, TypedPack.With(more), offered, not);

    private static void Check(string about, TypedPack pack, string[] offered, string[] not)
    {
        var texts = pack.Texts.ToList();
        offered.Except(texts).Should().BeEmpty(about);
        not.Intersect(texts).Should().BeEmpty(about);
        if (offered.Length == 0)
        {
            texts.Should().BeEmpty(about);
        }
    }

    [Theory]
    [InlineData("when: {vision.exi|", "vision.exi")]
    [InlineData("under: VIS|", "VIS")]
    [InlineData("at le|", "at le")]
    [InlineData("status: \"Exp|\"", "Exp")]
    [InlineData("when:\n  any:\n    - some par|", "some par")]
    public void Typed_WordsWithSpacesAndDots_AreReplacedAsOne(string clauses, string typed) => TypedPack.WithRisk(clauses).Typed.Should().Be(typed);

    [Fact]
    public void Typed_InBracesOfAMessage_IsThePathAlone() => TypedPack.With("chapters:\n  - rules:\n      - says: The form {network.prim|} of it").Typed.Should().Be("network.prim");

    [Fact]
    public void Choices_ElsewhereBroken_AreStillThere() =>
        TypedPack.With("notes:\n  - says: Note: this is not YAML\nchapters:\n  - heading: a\n    area: |").Texts.Should().Contain("Relations");

    [Fact]
    public void Choices_OfAFact_SayWhatItMeansAndHowToAsk()
    {
        var vision = TypedPack.WithRisk("when:\n  vis|").Choices.Single(choice => choice.Text == "vision.exists");
        vision.Detail.Should().NotBeEmpty();
        vision.About.Should().Contain("?").And.Contain("Values: yes, no");
    }

    [Fact]
    public void Choices_EveryPlaceOfTheSamplePack_NeverThrow()
    {
        // Whatever is deleted after any place of a real file, something can be asked there.
        var text = File.ReadAllText(Path.Combine(Repository.Root, "samples/packs/regional-control-room/rules/handover.yaml"));
        var offered = 0;
        for (var at = 0; at < text.Length; at += 7)
        {
            var end = text.IndexOf('\n', at);
            offered += new TypedPack(text[..at] + '|' + text[(end < 0 ? text.Length : end)..]).Choices.Count > 0 ? 1 : 0;
        }

        offered.Should().BeGreaterThan(text.Length / 7 / 4);
    }
}
