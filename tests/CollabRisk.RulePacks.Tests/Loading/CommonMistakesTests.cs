using System.Text;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Testing;

namespace CollabRisk.RulePacks.Tests.Loading;

/// <summary>The commonest mistakes of people who write YAML: each is told at its line, in a sentence that says what to write.</summary>
public class CommonMistakesTests
{
    [Theory]
    [InlineData("says: Note: no vision.", 2, 9, "a colon followed by a space begins a value, so a text with one goes in quotes. Write says: 'Note: no vision.'")]
    [InlineData("says: It's so: no vision.", 2, 9, "a colon followed by a space begins a value, so a text with one goes in quotes. Write says: \"It's so: no vision.\"")]
    [InlineData("says: {subject} has none.", 2, 9, "a text that begins with '{' goes in quotes; without them the brackets are taken for keys with values. Write says: '{subject} has none.'")]
    [InlineData("says: [sic] has none.", 2, 9, "a text that begins with '[' goes in quotes; without them the brackets are taken for a list. Write says: '[sic] has none.'")]
    [InlineData("engine: >=0.1.0", 2, 11, "a text that begins with '>' goes in quotes, since the sign alone begins a text of several lines. Write engine: '>=0.1.0'")]
    [InlineData("n: > 50", 2, 6, "signs are not used to compare. Write 'n: {above: 50}'; a text that begins with '>' goes in quotes.")]
    [InlineData("n: >=50", 2, 6, "signs are not used to compare. Write 'n: {at least: 50}'; a text that begins with '>=' goes in quotes.")]
    [InlineData("id: x\n\ttitle: y", 3, 1, "a tab is where spaces belong. Indent with spaces alone.")]
    [InlineData("id: x\n  authors:\n\t- y", 4, 1, "a tab is where spaces belong. Indent with spaces alone.")]
    [InlineData("list:\n    - code: A\n     kind: Risk", 4, 6, "this line begins at column 6, and nothing that it could belong to does. Move it 1 space to the right, under what it belongs with at column 7.")]
    [InlineData("list:\n    - code: A\n       kind: Risk", 4, 8, "this line begins at column 8, and nothing that it could belong to does. Move it 1 space to the left, under what it belongs with at column 7.")]
    [InlineData("kind:Risk\n  id: x", 2, 8, "a space is missing after the colon. Write 'kind: Risk'.")]
    [InlineData("id: x\n  kind:Risk", 3, 8, "a space is missing after the colon. Write 'kind: Risk'.")]
    [InlineData("id:\u00A0x\n  kind: Risk", 2, 6, "a space of another kind (U+00A0) is where a plain one belongs; it comes from copying out of a document. Type the space again.")]
    [InlineData("list:\n\u00A0\u00A0\u00A0- kind: Risk\n    - b: c", 3, 1, "a space of another kind (U+00A0) is where a plain one belongs; it comes from copying out of a document. Type the space again.")]
    [InlineData("title: 'It's so'\n  id: x", 2, 10, "an apostrophe ends a text in single quotes. Put the text in double quotes: title: \"It's so\"")]
    [InlineData("title: 'open\n  id: x", 2, 10, "the quote that begins here is not closed. End the text with a single quote; if the quote belongs to the text, write title: \"'open\"")]
    [InlineData("title: 's Avonds", 2, 10, "a text that begins with an apostrophe goes in double quotes. Write title: \"'s Avonds\"")]
    [InlineData("authors:\n    - 't Huis", 3, 7, "a text that begins with an apostrophe goes in double quotes. Write - \"'t Huis\"")]
    [InlineData("authors: ['t Huis, A]", 2, 12, "a text that begins with an apostrophe goes in double quotes. Write \"'t Huis\"")]
    [InlineData("title: \"quoted\" and more", 2, 10, "there is more after the closing quote. Put the whole text in quotes: title: '\"quoted\" and more'")]
    [InlineData("authors: [A, B\n  id: x", 2, 12, "the bracket that begins here is not closed. End it with ']'; a text that begins with '[' goes in quotes.")]
    [InlineData("authors: - A", 2, 12, "a list begins on a line of its own, or in brackets. Write 'authors: [A]'; a text that begins with '-' goes in quotes.")]
    [InlineData("title: @home", 2, 10, "a text that begins with '@' goes in quotes. Write title: '@home'")]
    [InlineData("title: %5 of them", 2, 10, "a text that begins with '%' goes in quotes. Write title: '%5 of them'")]
    [InlineData("title: 'It''s Jan's'", 2, 10, "an apostrophe ends a text in single quotes. Put the text in double quotes: title: \"It's Jan's\"")]
    [InlineData("title: \"C:\\dir\"", 2, 13, "in double quotes a backslash begins a code such as \\n, and '\\d' is none. Write title: 'C:\\dir'")]
    [InlineData("title: \"half \\uD800\"", 2, 16, "'\\uD800' is half of a surrogate pair, and no character by itself. Write the character, or its whole code with U and eight digits, such as \\U0001F600.")]
    [InlineData("title: \"half \\uDC00\"", 2, 16, "'\\uDC00' is half of a surrogate pair, and no character by itself. Write the character, or its whole code with U and eight digits, such as \\U0001F600.")]
    [InlineData("title: \"half \\U0000D800\"", 2, 16, "'\\U0000D800' is half of a surrogate pair, and no character by itself. Write the character, or its whole code with U and eight digits, such as \\U0001F600.")]
    [InlineData("authors: [*zo is het, A]", 2, 12, "a text that begins with '*' goes in quotes. Write '*zo is het'")]
    [InlineData("title: one\n    two #3\n    four", 3, 9, "a '#' after a space begins a comment and ends the text, which goes on in the next line. Put the text in quotes, or the comment in a line above the text.")]
    [InlineData("title: one\n    # a comment\n    two", 3, 5, "a comment ends the text above it, which goes on below. Put the comment above the text.")]
    [InlineData("title: one\n  two three\n  id: x", 3, 3, "this line has no key. If it goes on with the text of 'title', move it to the right of that key.")]
    [InlineData("title: T\n  - a", 3, 3, "a list item is under 'title', which has a value already. Keep either the value or the list.")]
    public void Read_NotYaml_SaysWhatToWrite(string text, int line, int column, string what)
    {
        var problems = PackText.Problems($"pack:\n  {text}\n").Where(problem => problem.Code == "CRP111");
        var problem = problems.Should().ContainSingle().Which;
        problem.What.Should().Be(what);
        problem.Place!.ToString().Should().Be($"pack.yaml({line},{column})");
    }

    /// <summary>Who does as the message says has the text that was meant, and not another.</summary>
    [Theory]
    [InlineData("'s Avonds komt niemand")]
    [InlineData("'s Avonds komen ze 's ochtends niet")]
    [InlineData("'t Is zo: niemand komt")]
    [InlineData("'n Groep noemt het 'zo'")]
    [InlineData("'em they meet")]
    [InlineData("\"Zo\" heet het")]
    [InlineData("\"Zo heet het")]
    [InlineData("@ home")]
    [InlineData("`home` is it")]
    [InlineData("% of them")]
    [InlineData("& more")]
    [InlineData("* more")]
    [InlineData("*more is so")]
    [InlineData("| more")]
    [InlineData("> more")]
    [InlineData("[sic] has none")]
    [InlineData("{x} has none")]
    [InlineData(", more")]
    [InlineData("? more")]
    [InlineData(": more")]
    [InlineData("Zo is het: een tekst die langer is dan zestig tekens, en die wie hem overneemt in zijn geheel wil hebben, met 'zijn' tekens en \\ erbij")]
    [InlineData("Zo: met een teken dat niemand ziet, \u202E, en nog een, \U000E0001")]
    public void Read_TextThatBeginsWithASignOfYaml_AdviceKeepsTheText(string text)
    {
        var what = PackText.Problems(Titled($"title: {text}")).First(problem => problem.Code == "CRP111").What;
        TitleOf(what[what.LastIndexOf("title: ", StringComparison.Ordinal)..]).Should().Be(text);
    }

    /// <summary>What YAML reads as something else, and is hardly meant: nothing of a text is lost without a word.</summary>
    [Theory]
    [InlineData("&huis is een woord", "CRP117")]
    [InlineData("&huis", "CRP117")]
    [InlineData("!huis is een woord", "CRP114")]
    [InlineData("!huis", "CRP114")]
    public void Read_TextOfWhichYamlTakesTheFirstWord_AdviceKeepsTheText(string text, string code)
    {
        var problem = PackText.Problems(Titled($"title: {text}")).First(problem => problem.Code == code);
        problem.Place!.ToString().Should().Be("pack.yaml(4,10)");
        TitleOf($"title: {problem.What[(problem.What.LastIndexOf("write ", StringComparison.Ordinal) + 6)..]}").Should().Be(text);
    }

    [Fact]
    public void Read_VeryLongText_SaysThatItIsShortened() =>
        PackText.Problems(Titled($"title: Zo: {new string('x', 2_000)}")).First(problem => problem.Code == "CRP111").What.Should()
            .EndWith("xxx…', which is shortened here: put all of the text between the quotes.");

    [Theory]
    [InlineData("authors: [Zo: is het, A]", 13)]
    [InlineData("authors:\n    - 'A'\n    - Zo: is het", 7)]
    public void Read_TextWithAColonInAList_SaysWhereAndWhatToWrite(string authors, int column)
    {
        var problem = PackText.Problem(PackText.WithRisk("when: {vision.exists: no}").Replace("authors: [A. Tester]", authors, StringComparison.Ordinal));
        problem.What.Should().Be("'authors' is a list of texts; found keys with values in it. A text with a colon and a space in it goes in quotes: 'Zo: is het'");
        problem.Place!.Column.Should().Be(column);
    }

    [Theory]
    [InlineData("1_000", "Write 1000, digits alone.")]
    [InlineData("1 000", "Write 1000, digits alone.")]
    [InlineData("-010", "Write the number without a zero before it: -10.")]
    [InlineData("0x1F", "Write a number, or", "")]
    public void Read_NumberWrittenInAnotherWay_SaysWhatToWrite(string number, string what, string? ofKey = null)
    {
        ofKey ??= $" {what}";
        PackText.Problem(PackText.WithRisk("when: {vision.exists: no}") + $"facts: [{{name: calls, type: Number, meaning: calls, question: How many?, better: lower, minimum: {number}}}]\n")
            .What.Should().Be($"'minimum' is a number with at most four decimals, such as 12 or 0.5; found '{number}'.{ofKey}");
        PackText.Problem(PackText.WithRisk($"when: {{workload.staffAfter: {number}}}")).What.Should().Contain(what);
    }

    private static string TitleOf(string title) => PackText.Load(Titled(title)).Packs[0].Manifest.Title;

    private static string Titled(string title) => PackText.WithRisk("when: {vision.exists: no}").Replace("title: A pack of the tests", title, StringComparison.Ordinal);

    [Theory]
    [InlineData("# of them", "'title' is a text; found nothing. What follows the '#' is a comment; a text that begins with one goes in quotes.")]
    [InlineData("! more", "the tag '!' has no meaning in a rule pack: what a value means follows from its place. Remove it; if it belongs to the text, write '! more'")]
    public void Read_TextThatYamlLeavesOut_SaysSo(string text, string what) =>
        PackText.Problems(PackText.Head.Replace("title: A pack of the tests", $"title: {text}", StringComparison.Ordinal)).Should().Contain(problem => problem.What == what);

    [Theory]
    [InlineData("when: {workload.staffAfter: {above: 8,5}}", "a comma in braces begins the next value, so decimals have a point before them. Write 8.5.")]
    [InlineData("when: {workload.staffAfter: -8,5, vision.exists: no}", "a comma in braces begins the next value, so decimals have a point before them. Write -8.5.")]
    [InlineData("when: {workload.staffAfter: {above: 1,000}}", "a comma in braces begins the next value, so it is not within a number. Write 1000 without it, or 1.000 where it stands before decimals.")]
    public void Read_CommaInANumberInBraces_SaysWhatToWrite(string when, string what) => PackText.Problem(PackText.WithRisk(when)).What.Should().Be(what);

    [Fact]
    public void Read_CommaInANumberOfATest_SaysWhatToWrite() =>
        PackText.Problem(PackText.WithRisk("when: {workload.staffAfter: 8}") + "tests: [{name: one, facts: {workload.staffAfter: 8,5}, clear: TST-RISK}]\n").What.Should().Be(
            "a comma in braces begins the next value, so decimals have a point before them. Write 8.5.");

    /// <summary>Yes and no are read as true and false too, as the format says, also where they are words.</summary>
    [Theory]
    [InlineData("true", FactDirection.Yes)]
    [InlineData("false", FactDirection.No)]
    [InlineData("yes", FactDirection.Yes)]
    public void Read_BetterAsATruthValue_IsTheDirection(string better, FactDirection direction) =>
        PackText.Load(PackText.WithRisk("when: {extensions.tst.shared: no}") + $"facts: [{{name: shared, type: YesNo, meaning: it is shared, question: Is it?, better: {better}}}]\n")
            .RuleBook.Facts.Find("extensions.tst.shared")!.Direction.Should().Be(direction);

    /// <summary>What follows from a mistake is not told as another.</summary>
    [Theory]
    [InlineData("better: ja", "'better' is one of the words yes, no, higher, lower or neutral; found 'ja'.")]
    [InlineData("minimum: 8.12345", "'minimum' is a number with at most four decimals, such as 12 or 0.5; found '8.12345'.")]
    public void Read_AFactWithAMistake_IsNotMissing(string key, string what) =>
        PackText.Problem(PackText.WithRisk("when: {extensions.tst.shared: no}") + $$"""
            facts: [{name: shared, type: YesNo, meaning: it is shared, question: Is it?, {{key}}}]
            wordings: [{fact: extensions.tst.shared, question: Is it so?}]
            tests: [{name: one, facts: {extensions.tst.shared: no}, raises: TST-RISK}]
            """).What.Should().Be(what);

    /// <summary>What a declaration that is not YAML would have declared is not missed, whoever the fact is of; what no declaration could have is.</summary>
    [Theory]
    [InlineData("when: {extensions.tst.desk: no}")]
    [InlineData("for each: partner\nwhen: {partner.extensions.tst.desk: no}")]
    [InlineData("when: {extension.tst.shared: no}", "there is no fact 'extension.tst.shared'. Did you mean 'extensions.tst.shared'?")]
    [InlineData("when: {vision.exists: 7}", "'vision.exists' cannot be compared with '7'. Write yes or no.")]
    [InlineData("when: {extensions.tst.shared: 7}")]
    [InlineData("when: {vision.exists: }")]
    public void Read_AFactWhoseDeclarationIsNotYaml_IsNotMissing(string clauses, params string[] others) =>
        PackText.Problems(PackText.WithRisk(clauses) + """
            facts:
              - {name: shared, type: YesNo, meaning: it is shared, question: Is it?, better: yes}
              - name: desk
                type: YesNo
                meaning: there is a desk: for all
                question: Is there?
            """).Where(problem => problem.Code != "CRP111").Select(problem => problem.What).Should().Equal(others);

    [Fact]
    public void Read_ManifestThatIsNotUtf8_IsNotMissing()
    {
        using var pack = new PackOnDisk(("rules.yaml", PackText.WithRisk("when: {vision.exists: no}")[PackText.Head.Length..]));
        File.WriteAllBytes(pack["pack.yaml"], Encoding.Latin1.GetBytes(PackText.Head.Replace("A pack", "Één", StringComparison.Ordinal)));
        new RulePackLoader().TryLoad([pack.Folder], out _, out var problems).Should().BeFalse();
        problems.Should().ContainSingle().Which.What.Should().StartWith("the bytes C9 are not UTF-8 text.");
    }

    [Fact]
    public void Read_ConditionBelowATab_OnlyTheTabIsTold() =>
        PackText.Problem(PackText.WithRisk("when:\n\tvision.exists: no")).What.Should().Be("a tab is where spaces belong. Indent with spaces alone.");

    [Fact]
    public void Read_KeyWithoutColon_SaysWhatToWrite() =>
        PackText.Problems("pack\n  id: x\n").Should().Contain(problem => problem.What == "'pack' has no colon after it. Write 'pack:'." && problem.Place!.Line == 1);

    [Theory]
    [InlineData("utf-16", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", false)]
    public void Read_Utf16_SaysSo(string encoding, bool withMark)
    {
        var bytes = Encoding.GetEncoding(encoding).GetBytes(PackText.Head);
        if (withMark)
        {
            bytes = [.. Encoding.Unicode.Preamble, .. bytes];
        }

        new RulePackLoader().TryLoad([RulePacks.Loading.OpenedPack.Of("pack.yaml", bytes, RulePackLimits.Default, keys: null)], out _, out var problems).Should().BeFalse();
        problems.Should().ContainSingle().Which.What.Should().Be("the file is UTF-16 (Windows calls it 'Unicode'). Save it as UTF-8.");
    }

    [Fact]
    public void Read_SeveralMistakes_AreAllToldAndNothingThatIsNotSo()
    {
        var text = PackText.Head.Replace("title: A pack of the tests", "title: A pack: of the tests", StringComparison.Ordinal) + """
            chapters:
              - heading: Tests
                area: Relations
                rules:
                  - code: TST-ONE
                    kind: Risk
                    says: Note: none
                  - code: TST-TWO
                    kind: risk
                    when: {vison.exists: no}
                   title: Two
                    claims: [TST-C2]
                  - code: TST-THREE
                    knd: Risk
                    advises: [TST-GONE]
            claims:
              - id: TST-C2
                says: {x} y
            recommendations:
              - code: TST-GONE
                says: 'Don't.'
            tests:
              - name: one
                raises: TST-ONE
            """;
        PackText.Problems(text).Select(problem => problem.Code).Should().Equal("CRP111", "CRP111", "CRP124", "CRP141", "CRP111", "CRP121", "CRP112", "CRP111", "CRP111");
    }

    [Fact]
    public void Read_MistakeInAFileWithAnchors_IsToldAlone() =>
        PackText.Problem("pack: &p\n  title: A: b\nx: *p\ny: 1\n").Code.Should().Be("CRP111");

    [Fact]
    public void Read_MoreMistakesThanAreTold_Ends() =>
        PackText.Problems("pack:\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"  k{i}: a: b\n"))).Should().HaveCountLessThanOrEqualTo(21);

    [Theory]
    [InlineData("or: [vision.exists: no]", "there is no fact 'or'. Write 'any' with a list of conditions.")]
    [InlineData("no partner: {partner.role: Lead}", "there is no fact 'no partner'. Write 'not' with 'some partner' below it.")]
    [InlineData("most of the partners: {partner.role: Lead}", "there is no fact 'most of the partners'. Write 'most partners'.")]
    [InlineData("at least half the partners: {partner.role: Lead}", "there is no fact 'at least half the partners'. Write 'at least half of the partners'.")]
    [InlineData("at most 2 partners: {partner.role: Lead}", "there is no fact 'at most 2 partners'. Write 'not' with 'at least 3 partners' below it.")]
    [InlineData("more than 2 partners: {partner.role: Lead}", "there is no fact 'more than 2 partners'. Write 'at least 3 partners'.")]
    [InlineData("overall is at most: Low", "there is no fact 'overall is at most'. The fact dictionary lists all facts.")]
    [InlineData("workload.staffAfter: 010", "'workload.staffAfter' cannot be compared with '010'. Write the number without a zero before it: 10.")]
    [InlineData("workload.staffAfter: < 50", "'workload.staffAfter' cannot be compared with '< 50'. Write 'workload.staffAfter: {below: 50}'.")]
    [InlineData("trust.organisational: <= Low", "'trust.organisational' cannot be compared with", "'<= Low' is not a word of 'trust.organisational'")]
    public void Read_WordsThatPacksDoNotHave_SaysWhatToWrite(string when, string what, string? otherwise = null) =>
        PackText.Problem(PackText.WithRisk($"when: {{{when}}}")).What.Should().StartWith(otherwise ?? what);

    [Fact]
    public void Read_WordAboutPartners_IsShownAsPacksWriteIt() =>
        PackText.Problem(PackText.WithRisk("when: {some partner: {partner.role: Leading}}")).What.Should().Contain("'partner.role'").And.NotContain("partners[]");

    [Theory]
    [InlineData("Rules.YAML")]
    [InlineData("rules.Yml")]
    public void Load_EndingInCapitals_IsRead(string name)
    {
        using var pack = new PackOnDisk(("pack.yaml", PackText.Head), (name, PackText.WithRisk("when: {vision.compelling: no}")[PackText.Head.Length..]));
        new RulePackLoader().Load(pack.Folder).RuleBook.Find("TST-RISK").Should().NotBeNull();
    }

    [Fact]
    public void Check_FileThatLooksLikeOneOfThePack_IsNamed()
    {
        using var pack = new PackOnDisk(("pack.yaml", PackText.WithRisk("when: {vision.compelling: no}")), ("more.yaml.txt", "notes: []"), ("README.md", "Hello."), ("c.json", "{}"));
        RulePackChecks.Run(new RulePackLoader().Load(pack.Folder)).Warnings.Where(warning => warning.Code == "CRP682").Should().ContainSingle()
            .Which.Place!.File.Should().Be($"{pack.Folder}/more.yaml.txt");
    }

    [Theory]
    [InlineData("caveats: [They fell by half #2 of three]", 1)]
    [InlineData("caveats: ['They fell by half #2 of three']", 0)]
    [InlineData("status note: They fell by half # really", 1)]
    [InlineData("status note: They fell by half#2", 0)]
    [InlineData("status: Stable # for good", 0)]
    [InlineData("status note: Half #2 of three", 1)]
    [InlineData("status note: Half # really", 0)]
    [InlineData("caveats: They fell by half #2 of three", 1)]
    public void Check_TextCutByAComment_IsToldAtTheSign(string clause, int warnings)
    {
        var text = PackText.WithRisk($"when: {{vision.compelling: no}}\n{clause.Replace("]", "\n]", StringComparison.Ordinal)}");
        var found = RulePackChecks.Run(PackText.Load(text)).Warnings.Where(warning => warning.Code == "CRP681").ToList();
        found.Should().HaveCount(warnings);
        found.Select(warning => text.Split('\n')[warning.Place!.Line - 1][warning.Place.Column - 1]).Should().Equal(Enumerable.Repeat('#', warnings));
    }

    [Fact]
    public void Check_NameOfAPartnerCutByAComment_IsToldAtTheSign() =>
        RulePackChecks.Run(PackText.Load(PackText.WithRisk("when: {vision.exists: no}") + """
            tests:
              - name: one
                facts:
                  vision.exists: no
                  partners:
                    - name: Station #2
                      role: Lead
                raises: TST-RISK
            """)).Warnings.Should().ContainSingle(warning => warning.Code == "CRP681").Which.What.Should().StartWith("the text 'Station' ends before the '#'");

    [Fact]
    public void Check_WarningThatIsMeant_IsNotToldAndOneThatIsGoneIs()
    {
        var text = PackText.WithRisk("when: {vision.exists: no}") + """
            accepted warnings:
              - {warning: CRP612, about: TST-RISK, reason: our own reading of it}
              - {warning: CRP612, about: TST-OTHER, reason: it was}
            """;
        var report = RulePackChecks.Run(PackText.Load(text));
        report.Accepted.Should().ContainSingle().Which.Reason.Should().Be("our own reading of it");
        report.Accepted[0].Warning.Code.Should().Be("CRP612");
        report.Warnings.Should().ContainSingle().Which.ToString().Should().Be(
            "pack.yaml(34,5): CRP683: test.pack: no warning CRP612 about 'TST-OTHER' is there to accept. Remove the entry, or correct it.");
    }

    [Fact]
    public void Read_AcceptedProblem_IsRefused() =>
        PackText.Problem(PackText.WithRisk("when: {vision.compelling: no}") + "accepted warnings: [{warning: CRP834, reason: no}]\n").What.Should().Be(
            "'warning' is the code of a warning of 'collabrisk pack check', CRP601 to CRP699; found 'CRP834'. Problems cannot be accepted.");

    [Fact]
    public void Coverage_FewerPartnersThanAreAskedFor_CanBeFalse()
    {
        var text = PackText.WithRisk("when: {at least 4 partners: {partner.role: [Lead, NonLead, Equal]}}") + """
            tests:
              - name: two partners
                facts: {partners: [{name: A, role: Lead}, {name: B, role: Equal}]}
                clear: TST-RISK
            """;
        var condition = RulePackTests.Run(PackText.Load(text)).Packs[0].Coverage[0].Conditions[0];
        condition.Possible.Should().Equal(Conditions.Truth.True, Conditions.Truth.False, Conditions.Truth.Unknown);
        condition.SeenFalse.Should().Be(1);
    }
}
