using CollabRisk.Conditions;
using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Text;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Tests.Rules;

/// <summary>What packs may declare, what rules may read of it, and that every mistake is reported.</summary>
public class FactDeclarationTests
{
    [Fact]
    public void TryBuild_ManyMistakes_ReportsEachOnceWithItsCode()
    {
        var problems = RotaPack.Problems(RotaPack.Of(
            chapter => chapter.ARisk("READS-THEM").When(c => c.Extensions.YesNo("rcr.blank") == true && c.Extensions.Word("rcr.words") == "A"),
            [
                new() { Name = "Rcr.rota", Type = FactType.YesNo, Meaning = "m", Question = "q" },
                new() { Name = "rcr.blank", Type = FactType.YesNo, Meaning = " ", Question = "" },
                new() { Name = "rcr.text", Type = FactType.Text, Meaning = "m", Question = "q" },
                new() { Name = "rcr.wordless", Type = FactType.Word, Meaning = "m", Question = "q" },
                new() { Name = "rcr.many", Type = FactType.Words, Meaning = "m", Question = "q", AllowedWords = [.. Enumerable.Range(0, 63).Select(i => $"W{i}")] },
                new() { Name = "rcr.words", Type = FactType.Word, Meaning = "m", Question = "q", AllowedWords = ["A", "a", "B C", "Unknown"] },
                new() { Name = "rcr.flag", Type = FactType.YesNo, Meaning = "m", Question = "q", AllowedWords = ["A"], IsOrdered = true, Maximum = 3 },
                new() { Name = "rcr.number", Type = FactType.WholeNumber, Meaning = "m", Question = "q", Minimum = 2.5m, Maximum = 1 },
                new() { Name = "rcr.twice", Type = FactType.YesNo, Meaning = "m", Question = "q", Place = new TextPlace("facts.yaml", 3, 5) },
                new() { Name = "rcr.twice", Type = FactType.YesNo, Meaning = "m", Question = "q", IsPerPartner = true },
            ]));
        problems.Select(problem => $"{problem.Code} {problem.Where}").Order(StringComparer.Ordinal).Should().Equal(
            "CRP301 test/Rcr.rota",
            "CRP302 test/rcr.blank",
            "CRP303 test/rcr.blank",
            "CRP304 test/rcr.text",
            "CRP305 test/rcr.many",
            "CRP305 test/rcr.wordless",
            "CRP306 test/rcr.words",
            "CRP306 test/rcr.words",
            "CRP307 test/rcr.words",
            "CRP308 test/rcr.flag",
            "CRP308 test/rcr.flag",
            "CRP309 test/rcr.flag",
            "CRP309 test/rcr.number",
            "CRP309 test/rcr.number",
            "CRP310 test/rcr.twice",
            "CRP310 test/rcr.twice");
        problems.Should().Contain(
            problem => $"{problem}".StartsWith("facts.yaml(3,5): CRP310: test/rcr.twice: the fact is declared 2 times", StringComparison.Ordinal));
    }

    /// <summary>JSON would have U+FFFD in its place, so that readers saw another text than the author wrote.</summary>
    [Fact]
    public void TryBuild_HalfOfASurrogatePairInAnyText_IsAProblem()
    {
        var source = new Source("half-source", "A title \uD800", "Carries \uDC00 nothing.") { Publisher = "P\uD800" };
        var pack = new RulePack
        {
            Id = "test",
            Version = "1.0.0",
            Title = "A pack \uD83D",
            Chapters = [new OpenChapter(chapter => chapter.ARisk("HALF").Says("Half \uD83D.").RestsOn("H-1").RaisedWhen(c => c.Trust.Organisational == TrustLevel.Low, "half \uD83D").When(c => c.Vision.Exists == false))],
            Claims = [.. TestPack.Claims, new Claim("H-1", source, "page \uD83D", "Half \uD83D.", Polarity.Risk, Confidence.NamedCase, "") { InLanguages = [new("nl", "Half \uD83D.", "Half \uDE00.")] }],
            Facts = [new() { Name = "rcr.half", Type = FactType.YesNo, Meaning = "half \uD83D", Question = "Half \uD83D?", CodingNote = "whole \U0001F600" }],
            Wordings = [new("vision.exists", "Half \uD83D?")],
        };
        var problems = RotaPack.Problems(pack);
        problems.Should().OnlyContain(problem => problem.Code == "CRP215");
        problems.Select(problem => $"{problem}").Order(StringComparer.Ordinal).Should().Equal(
            "test/HALF: the message, 'Half \uFFFD.', has half of a surrogate pair. Write the whole character.",
            "test/HALF: the reason of a moderator, 'half \uFFFD', has half of a surrogate pair. Write the whole character.",
            "test/claim H-1: a text in nl, 'Half \uFFFD.', has half of a surrogate pair. Write the whole character.",
            "test/claim H-1: the place, 'page \uFFFD', has half of a surrogate pair. Write the whole character.",
            "test/claim H-1: what it says, 'Half \uFFFD.', has half of a surrogate pair. Write the whole character.",
            "test/fact extensions.rcr.half: the meaning, 'half \uFFFD', has half of a surrogate pair. Write the whole character.",
            "test/rcr.half: the question, 'Half \uFFFD?', has half of a surrogate pair. Write the whole character.",
            "test/source half-source: the publisher, 'P\uFFFD', has half of a surrogate pair. Write the whole character.",
            "test/source half-source: the title, 'A title \uFFFD', has half of a surrogate pair. Write the whole character.",
            "test/source half-source: the weight, 'Carries \uFFFD nothing.', has half of a surrogate pair. Write the whole character.",
            "test/wording of vision.exists: the question, 'Half \uFFFD?', has half of a surrogate pair. Write the whole character.",
            "test: the title, 'A pack \uFFFD', has half of a surrogate pair. Write the whole character.");
    }

    [Fact]
    public void TryBuild_AFactWithTheNameOfAGroup_IsAProblem() =>
        RotaPack.Problems(RotaPack.Of(_ => { }, [
            new() { Name = "rcr.rota", Type = FactType.YesNo, Meaning = "m", Question = "q" },
            new() { Name = "rcr.rota.shared", Type = FactType.YesNo, Meaning = "m", Question = "q" },
            new() { Name = "rcr.rota.months", Type = FactType.WholeNumber, Meaning = "m", Question = "q" },
        ])).Select(problem => $"{problem}").Should().ContainSingle().Which.Should().Contain("'rcr.rota' is the group of 'rcr.rota.shared' already");

    [Theory]
    [InlineData(FactType.YesNo, FactDirection.Higher)]
    [InlineData(FactType.Number, FactDirection.Yes)]
    [InlineData(FactType.Date, FactDirection.Lower)]
    [InlineData(FactType.Word, FactDirection.Higher)]
    public void TryBuild_DirectionThatTheValuesCannotHave_IsAProblem(FactType type, FactDirection better)
    {
        var fact = new FactDeclaration
        {
            Name = "rcr.fact",
            Type = type,
            Meaning = "m",
            Question = "q",
            AllowedWords = type == FactType.Word ? ["A", "B"] : [],
            Better = better,
        };
        RotaPack.Problems(RotaPack.Of(_ => { }, [fact])).Should().ContainSingle().Which.Code.Should().Be("CRP312");
    }

    [Fact]
    public void TryBuild_DirectionThatTheValuesCanHave_IsInTheRegistryOfTheBook()
    {
        FactDeclaration[] facts =
        [
            new() { Name = "rcr.words", Type = FactType.Word, Meaning = "m", Question = "q", AllowedWords = ["A", "B"], IsOrdered = true, Better = FactDirection.Higher },
            new() { Name = "rcr.day", Type = FactType.Date, Meaning = "m", Question = "q", NeutralBecause = "no day is better" },
        ];
        var registry = RuleBook.Build([RotaPack.Of(_ => { }, facts)]).Facts;
        registry.Find("extensions.rcr.words")!.Direction.Should().Be(FactDirection.Higher);
        registry.Find("extensions.rcr.day")!.NeutralBecause.Should().Be("no day is better");
    }

    [Fact]
    public void TryBuild_TwoPacksDeclareOneName_NamesBoth()
    {
        FactDeclaration fact = new() { Name = "rcr.rotaShared", Type = FactType.YesNo, Meaning = "m", Question = "q" };
        var problems = RotaPack.Problems(RotaPack.Of(_ => { }, [fact], "one"), RotaPack.Of(_ => { }, [fact], "two"));
        problems.Select(problem => problem.Where).Should().Equal("one/rcr.rotaShared", "two/rcr.rotaShared");
        problems.Should().AllSatisfy(problem => problem.What.Should().Contain("in one and two"));
    }

    [Fact]
    public void TryBuild_RulesReadWhatIsNotDeclaredSo_ReportsEachWithWhatWasMeant()
    {
        var problems = RotaPack.Problems(RotaPack.Of(chapter =>
        {
            chapter.ARisk("A").When(c => c.Extensions.YesNo("rcr.rotaShard") == true);
            chapter.ARisk("B").When(c => c.Extensions.YesNo("rcr.staffed") == true);
            chapter.ARisk("C").When(c => c.Extensions.Number("rcr.maturity") > 1);
            chapter.ARisk("D").When(c => c.Extensions.Word("rcr.maturity") == "Suficient");
            chapter.ARisk("E").When(c => c.Partners.Some(p => p.Extensions.Word("rcr.shift").IsBelow("Night")));
            chapter.ARisk("F").When(c => c.Extensions["rcr.rotaShared"] == null);
            chapter.ARisk("G").When(c => c.Partners.Some(p => p.Extensions.YesNo("rcr.rotaShared") == true));
        }));
        problems.Select(problem => $"{problem.Code} {problem.Where}").Should().Equal(
            "CRP311 test/A", "CRP311 test/B", "CRP213 test/C", "CRP213 test/D", "CRP213 test/E", "CRP213 test/F", "CRP311 test/G");
        problems[0].What.Should().Contain("no pack declares the fact 'rcr.rotaShard'. Did you mean 'rcr.rotaShared'?");
        problems[1].What.Should().Contain("'rcr.staffed' is a fact of each partner. Ask a partner for it.");
        problems[2].What.Should().Contain("'rcr.maturity' is declared as Word.");
        problems[3].What.Should().Contain("Did you mean 'Sufficient'?");
        problems[4].What.Should().Contain("have no order");
        problems[6].What.Should().Contain("Ask the collaboration for it.");
    }

    [Theory]
    [InlineData("A", "extensions.rcr.maturity in {Partial, Sufficient}")]
    [InlineData("B", "extensions.rcr.maturity in {None, Sufficient}")]
    [InlineData("C", "extensions.rcr.tools has any {Phone, Video}")]
    [InlineData("D", "extensions.rcr.tools is {Radio}")]
    [InlineData("E", "extensions.rcr.calls > 100")]
    [InlineData("F", "extensions.rcr.calls < extensions.rcr.cost")]
    [InlineData("G", "partners[].extensions.rcr.shift in {Night}")]
    [InlineData("H", "extensions.rcr.maturity in {Sufficient}")]
    public void Translate_EachQuestion_BecomesTheTreeOfAnOwnFact(string code, string condition)
    {
        var book = RuleBook.Build([RotaPack.Of(chapter =>
        {
            chapter.ARisk("A").When(c => c.Extensions.Word("rcr.maturity").IsAtLeast("Partial"));
            chapter.ARisk("B").When(c => c.Extensions.Word("rcr.maturity").IsAnyOf("None", "Sufficient"));
            chapter.ARisk("C").When(c => c.Extensions.Words("rcr.tools").IncludesAny("Phone", "Video"));
            chapter.ARisk("D").When(c => c.Extensions.Words("rcr.tools").IsExactly("Radio"));
            chapter.ARisk("E").When(c => c.Extensions.Number("rcr.calls")!.Value > 100);
            chapter.ARisk("F").When(c => c.Extensions.Number("rcr.calls") < c.Extensions.Number("rcr.cost"));
            chapter.ARisk("G").When(c => c.Partners.Some(p => p.Extensions.Word("rcr.shift") == "Night"));
            chapter.ARisk("H").When(c => "Sufficient" == c.Extensions.Word("rcr.maturity"));
        })]);
        book.Find(code)!.Condition.Should().Contain(condition);
    }

    [Fact]
    public void Build_OutcomeFact_IsHindsight() => RotaPack.Problems(RotaPack.Of(
        chapter => chapter.ARisk("A").When(c => c.Extensions.YesNo("rcr.worked") == false),
        [new() { Name = "rcr.worked", Type = FactType.YesNo, Meaning = "m", Question = "q", IsOutcome = true }]))
        .Should().ContainSingle().Which.Code.Should().Be("CRP233");

    [Fact]
    public void Build_PacksInAnyOrder_GivesTheSameFactsAndDigest()
    {
        var packs = RotaPack.Facts.Select((fact, i) => RotaPack.Of(_ => { }, [fact], $"pack{i}")).ToList();
        var (one, other) = (RuleBook.Build(packs), RuleBook.Build(Enumerable.Reverse(packs)));
        other.Digest.Should().Be(one.Digest);
        other.Facts.Facts.Select(fact => (fact.Path, fact.Index)).Should().Equal(one.Facts.Facts.Select(fact => (fact.Path, fact.Index)));
        one.Facts.Facts.Where(fact => FactRegistry.NameAmongExtensions(fact.Path) is null).Should().Equal(FactRegistry.Default.Facts);
    }

    [Fact]
    public void Build_NoDeclarations_UsesTheFactsOfTheLibrary() =>
        TestPack.Book(chapter => chapter.ARisk("A").When(c => c.Vision.Exists == false)).Facts.Should().BeSameAs(FactRegistry.Default);

    [Fact]
    public void Digest_ADeclarationChanges_IsAnother()
    {
        static string DigestOf(bool isChangeable) => RuleBook.Build([RotaPack.Of(
            _ => { }, [new() { Name = "rcr.x", Type = FactType.YesNo, Meaning = "m", Question = "q", IsChangeable = isChangeable }])]).Digest;
        DigestOf(false).Should().NotBe(DigestOf(true));
    }

    [Fact]
    public void Words_OutsideRules_Throw() =>
        Invoking(() => FactExtensions.None.Word("rcr.x").IsAnyOf("A") || Raised("A")).Should().ThrowExactly<InvalidOperationException>();
}
