using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using static CollabRisk.Tests.Rules.RotaPack;

namespace CollabRisk.Tests.Rules;

/// <summary>What a pack may add to the words of a fact, and what is said of a mistake.</summary>
public class WordDeclarationTests
{
    [Theory]
    [InlineData("partners[].sectr", "abc.Housing", "Voluntary", "CRP313", "'partners[].sectr' is not a fact of the library. Words can be added to form, context.jurisdiction and partners[].sector. Did you mean 'partners[].sector'?")]
    [InlineData("extensions.abc.kind", "abc.Housing", "Voluntary", "CRP313", "'extensions.abc.kind' is not a fact of the library; a fact that a pack declares has its words with its declaration.")]
    [InlineData("partners[].role", "abc.Guest", "Equal", "CRP313", "'partners[].role' takes no more words than it has. Words can be added to form, context.jurisdiction and partners[].sector.")]
    [InlineData("phase", "abc.Pause", "Sustaining", "CRP313", "'phase' takes no more words than it has.")]
    [InlineData("vision.exists", "abc.Perhaps", "yes", "CRP313", "'vision.exists' takes no more words than it has.")]
    [InlineData("partners[].sector", "Housing", "Voluntary", "CRP306", "'Housing' is not a word that a pack adds. It is a prefix and a word joined by a dot, such as 'gdn.HousingAssociation'")]
    [InlineData("partners[].sector", "abc.Housing Association", "Voluntary", "CRP306", "'abc.Housing Association' is not a word that a pack adds.")]
    [InlineData("partners[].sector", "Abc.Housing", "Voluntary", "CRP306", "'Abc.Housing' is not a word that a pack adds.")]
    [InlineData("partners[].sector", "abc.Unknown", "Voluntary", "CRP306", "'abc.Unknown' reads as if the fact were not known, or did not apply.")]
    [InlineData("partners[].sector", "abc.NotApplicable", "Voluntary", "CRP306", "'abc.NotApplicable' reads as if the fact were not known, or did not apply.")]
    [InlineData("partners[].sector", "abc.DontKnow", "Voluntary", "CRP306", "'abc.DontKnow' reads as if the fact were not known, or did not apply.")]
    [InlineData("partners[].sector", "abc.police", "Voluntary", "CRP307", "'partners[].sector' has the word 'Police' already. Use that, or call this one something else.")]
    [InlineData("partners[].sector", "abc.Housing", "Voluntry", "CRP314", "'Voluntry' is not a word of 'partners[].sector' of the library. Let it count as Police, FireRescue,")]
    [InlineData("partners[].sector", "abc.Housing", "abc.Other", "CRP314", "'abc.Other' is not a word of 'partners[].sector' of the library.")]
    [InlineData("partners[].sector", "rev.Housing", "Voluntary", "CRP315", "the word is under 'rev', the prefix of pack test.review. Choose another prefix.")]
    public void TryBuild_WordMistaken_SaysWhatToDo(string fact, string word, string countsAs, string code, string expected)
    {
        var problems = Problems(ReviewPack.Pack, Adding([Word(fact, word, countsAs)]));
        problems.Should().ContainSingle();
        problems[0].Code.Should().Be(code);
        problems[0].What.Should().StartWith(expected);
        problems[0].Where.Should().Be($"test/{word}");
    }

    [Fact]
    public void TryBuild_SeveralMistakes_AreReportedAtOnce()
    {
        var problems = Problems(Adding([Word("phase", "Pause", "Sustaining"), Word("form", "abc.Choir", "Orchestra", meaning: " ")]));
        problems.Select(problem => problem.Code).Should().BeEquivalentTo(["CRP313", "CRP306", "CRP302", "CRP314"]);
    }

    [Fact]
    public void TryBuild_WordTwice_NamesItAtBoth()
    {
        var problems = Problems(Adding([Word("partners[].sector", "abc.Housing", "Voluntary")]), Adding([Word("partners[].sector", "abc.housing", "Council")], id: "test.two"));
        problems.Select(problem => $"{problem.Code} {problem.Where}").Should().BeEquivalentTo(["CRP307 test/abc.Housing", "CRP307 test.two/abc.housing"]);
        problems[0].What.Should().Be("the word is added to 'partners[].sector' 2 times; upper and lower case make no difference here. Keep one.");
    }

    [Fact]
    public void TryBuild_OutsidePrefix_SaysHowToWriteIt()
    {
        var problems = Problems(new RulePack { Id = "test.own", Version = "1.0.0", Title = "A pack", Prefix = "MY-FORCE", Chapters = [], Claims = [], Words = [Word("form", "abc.Choir", "Other")] });
        problems.Should().ContainSingle().Which.What.Should().Be("the word is not under the prefix of its pack, which is 'myForce' for 'MY-FORCE'. Write 'myForce.Choir'.");
    }

    [Fact]
    public void TryBuild_TooManyWords_AreRefused()
    {
        WordDeclaration[] words = [.. Enumerable.Range(0, 52).Select(i => Word("partners[].sector", $"abc.Sector{i}", "Voluntary"))];
        Problems(Adding(words)).Should().ContainSingle().Which.What.Should().Be("packs add 52 words to 'partners[].sector', which has 11. Together there are at most 62: leave some out.");
        RuleBook.Build([Adding(words[1..])]).Facts.Find("partners[].sector")!.AllowedWords.Should().HaveCount(62);
    }

    [Fact]
    public void TryBuild_RuleNamesAWordThatNoPackAdds_IsAProblem()
    {
        var problems = Problems(RotaPack.Of(chapter => chapter.ARisk("ODD").When(c => c.Form.IsAdded("hou.JointCommisioning"))), HousingPack.Pack);
        problems.Should().ContainSingle().Which.What.Should().Contain("'hou.JointCommisioning' is not a word of 'form'.").And.Contain("Did you mean 'hou.JointCommissioning'?");
    }

    [Fact]
    public void TryBuild_RuleAsksForAWordOfTheLibraryAsAnAddedOne_IsAProblem()
    {
        var problems = Problems(RotaPack.Of(chapter => chapter.ARisk("ODD").When(c => c.Form.IsAdded("Other"))), HousingPack.Pack);
        problems.Should().ContainSingle().Which.What.Should().Contain("'Other' is a word of 'form' that no pack adds. Compare with == where it is one of the library's.");
    }

    [Fact]
    public void Build_OrderOfPacksAndWords_MakesNoDifference()
    {
        var two = Adding([Word("partners[].sector", "abc.Housing", "Voluntary"), Word("form", "abc.Choir", "Other")]);
        var turned = Adding([.. two.Words.Reverse()]);
        var (one, other) = (RuleBook.Build([HousingPack.Pack, two]), RuleBook.Build([turned, HousingPack.Pack]));
        other.Digest.Should().Be(one.Digest);
        other.Facts.Find("partners[].sector")!.AllowedWords.Should().Equal(one.Facts.Find("partners[].sector")!.AllowedWords)
            .And.EndWith(["abc.Housing", "hou.DrugService", "hou.HousingAssociation", "hou.TenantsGroup"]);
    }

    [Fact]
    public void Digest_ChangesWithEveryPartOfAWord()
    {
        RulePack[] packs = [Adding([]), Adding([Word("form", "abc.Choir", "Other")]), Adding([Word("form", "abc.Band", "Other")]), Adding([Word("form", "abc.Choir", "Programme")]), Adding([Word("form", "abc.Choir", "Other", "another meaning")])];
        packs.Select(pack => RuleBook.Build([pack]).Digest).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Build_NoWords_LeavesFactsAsTheyAre()
    {
        RuleBook.Build(KnowledgePacks.All).Facts.Find("partners[].sector").Should().BeSameAs(FactRegistry.Default.Find("partners[].sector"));
        FactRegistry.Default.Facts.Where(fact => fact.MoreWordsBecause is not null).Should().OnlyContain(fact => fact.Type == FactType.Word && !fact.IsOrdered && fact.Direction == FactDirection.Neutral && fact.AddedWords.Count == 0)
            .And.Subject.Select(fact => fact.Path).Should().Equal("form", "context.jurisdiction", "partners[].sector");
    }

    private static RulePack Adding(IReadOnlyList<WordDeclaration> words, string id = "test") =>
        new() { Id = id, Version = "1.0.0", Title = "A pack for tests", Chapters = [], Claims = [], Words = words };

    private static WordDeclaration Word(string fact, string word, string countsAs, string meaning = "what it means") => new() { Fact = fact, Word = word, CountsAs = countsAs, Meaning = meaning };
}
