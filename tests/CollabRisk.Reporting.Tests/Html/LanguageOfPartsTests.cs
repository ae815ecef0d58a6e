using System.Text.RegularExpressions;
using CollabRisk.Perspectives;
using CollabRisk.Planning;
using CollabRisk.Questionnaires;
using CollabRisk.Questions;
using CollabRisk.Reporting.Content;

namespace CollabRisk.Reporting.Tests.Html;

/// <summary>
/// Whoever has a page read to them hears each text in its own language (WCAG 2.2, 3.1.2): every Dutch word on every page stands in an element whose language
/// is Dutch, every English one in an element whose language is English, and no element says what is so already.
/// </summary>
public partial class LanguageOfPartsTests
{
    /// <summary>Names are in no language, and so are the words of markup that some of them are made of.</summary>
    private static readonly HashSet<string> Names = [.. HalfInDutch.Room().Partners!.Concat(EveryKindOfFinding.Collaboration.Partners!).SelectMany(partner => WordsOf(partner.Name))];

    private static readonly Collaboration Before = HalfInDutch.Room();

    private static readonly Collaboration After = HalfInDutch.Room("Flat", "Gloomy", 2027) with { Vision = new() { Exists = true } };

    private static readonly QuestionWording Wording = new()
    {
        Language = "nl",
        ["form"] = new(HalfInDutch.Dutch("What is it?")) { AllowedAnswers = HalfInDutch.Dutch("one of these"), CodingNote = HalfInDutch.Dutch("Count all.") },
        ["partners[].role"] = new(HalfInDutch.Dutch("Who leads?")),
    };

    public static TheoryData<string> Pages => [.. Written.Keys];

    private static Dictionary<string, Func<string>> Written { get; } = new()
    {
        ["report"] = () => HalfInDutch.Evaluator.Evaluate(Before).ToHtml(),
        ["report of another day"] = () => HalfInDutch.Evaluator.Evaluate(After).ToHtml(new() { WhatWouldChange = false }),
        ["report of every kind"] = () => HalfInDutch.EveryKind.Evaluate(EveryKindOfFinding.Collaboration).ToHtml(),
        ["comparison"] = () => HalfInDutch.Evaluator.Compare(Before, After).ToHtml(),
        ["comparison of what is forgotten"] = () => HalfInDutch.Evaluator.Compare(Before, Before with { AsOf = After.AsOf, Extensions = new() }).ToHtml(),
        ["comparison of every kind"] = () => HalfInDutch.EveryKind.Compare(EveryKindOfFinding.Collaboration, new()).ToHtml(),
        ["timeline"] = () => HalfInDutch.Evaluator.Timeline([Before, After]).ToHtml(),
        ["perspectives by letter"] = () => Views(5).ToHtml(),
        ["perspectives by name"] = () => Views(2).ToHtml(new() { ShowNames = true }),
        ["perspectives of few"] = () => Views(2).ToHtml(),
        ["portfolio"] = () => Portfolio.Of("Ours", [.. Cases.Samples.Select(name => new PortfolioEntry("Anna", Assessed(name))), new("Bert", HalfInDutch.Evaluator.Evaluate(new()))]).ToHtml(),
        ["plan"] = () => Plan().ToHtml(),
        ["plan from its file"] = () => ActionPlan.Read(Plan().ToJson()).Value!.ToHtml(),
        ["plan brought up to date"] = () => ActionPlan.Of(HalfInDutch.Evaluator.Evaluate(After), ActionPlan.Read(Plan().ToJson()).Value).ToHtml(),
        ["review of a plan"] = () => Plan().Review(HalfInDutch.Evaluator.Compare(Before, After)).ToHtml(),
        ["questionnaire"] = () => Questionnaire.Of(HalfInDutch.Evaluator.RuleBook, Before).ToHtml(),
        ["questionnaire in the words of a host"] = () => Questionnaire.Of(HalfInDutch.Evaluator.RuleBook, Before, new() { Wording = Wording }).ToHtml(),
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void ToHtml_BookThatIsHalfInDutch_SaysTheLanguageOfEachWord(string page) => ShouldSayWhereTheLanguageChanges(Written[page]());

    [Theory]
    [MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void ToHtml_AnyCollaboration_SaysTheLanguageOfEachWord(string name)
    {
        var given = Cases.Of(name).Collaboration;
        ShouldSayWhereTheLanguageChanges(Assessed(name).ToHtml(new() { WhatWouldChange = given.Partners is not { Count: > 5 } }), given);
    }

    [Fact]
    public void ToHtml_MessageInDutchWithAnEnglishWord_SaysSoOfTheWord() =>
        HalfInDutch.Evaluator.Evaluate(Before).ToHtml().Should().Contain(
            """<span lang="nl">ØIt øis øSloped, øhas <span lang="en"><span lang="nl">øRadios</span>, telephone and <span lang="nl">øMaps</span></span> øand øso øtrust øis <span lang="en">low</span>.</span>""");

    [Fact]
    public void ToHtml_NoLanguageAskedFor_SaysNoneButThatOfThePage() => Cases.Of(Cases.Samples[0]).ToHtml().Should().Contain("<html lang=\"en-GB\">").And.NotContain(" lang=\"nl\"").And.NotContain("<span lang");

    private static Assessment Assessed(string name) => HalfInDutch.Evaluator.Evaluate(Cases.Of(name).Collaboration);

    private static ActionPlan Plan() => ActionPlan.Of(HalfInDutch.Evaluator.Evaluate(Before));

    private static PerspectiveAssessment Views(int count) => HalfInDutch.Evaluator.Evaluate(PerspectiveSet.Of(
        Enumerable.Range(0, count).Select(at => new Perspective(at % 2 == 0 ? $"Anna{at}" : $"Bert{at}", at % 2 == 0 ? Before : HalfInDutch.Room("Round", "Neither")))));

    private static void ShouldSayWhereTheLanguageChanges(string html, Collaboration? given = null)
    {
        new HtmlDocument(html).Problems.Where(problem => !problem.StartsWith("https://", StringComparison.Ordinal)).Should().BeEmpty("but for links to sources, which lead away");
        var names = Names.Concat((given?.Partners ?? []).SelectMany(partner => WordsOf(partner.Name).Concat(WordsOf(new LongNames([partner.Name]).Shorten(partner.Name))))).ToHashSet(StringComparer.Ordinal);
        var words = PageLanguages.TextsOf(html).SelectMany(text => WordsOf(text.Text).Select(word => (Word: word, text.Language, In: text.Text))).Where(word => !names.Contains(word.Word)).ToList();
        string.Join('\n', words.Where(word => IsDutch(word.Word) != (word.Language == "nl")).Select(word => $"{word.Word} is said to be {word.Language} in: {word.In}").Distinct().Take(20)).Should().BeEmpty();
        words.Select(word => word.Language).Distinct().Should().BeSubsetOf(["en-GB", "en", "nl"]);
        words.Exists(word => word.Language == "nl").Should().BeTrue("half of the texts are Dutch");
        PageLanguages.NeedlessIn(html).Should().BeEmpty();
        PageLanguages.AttributesOf(html).SelectMany(WordsOf).Where(IsDutch).Should().BeEmpty("an attribute cannot say its language");
    }

    private static bool IsDutch(string word) => word[0] is 'ø' or 'Ø';

    private static IEnumerable<string> WordsOf(string text) => Word.Matches(text).Select(match => match.Value).Where(word => word.Length > 1 || IsDutch(word));

    [GeneratedRegex(@"\p{L}[\p{L}\p{Nd}'’-]*")]
    private static partial Regex Word { get; }
}
