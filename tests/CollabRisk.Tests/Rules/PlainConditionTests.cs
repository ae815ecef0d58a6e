using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk.Tests.Rules;

/// <summary>Conditions as readers see them who see no code.</summary>
public class PlainConditionTests
{
    private static readonly Condition Regular = YesNo("communication.regular", yes: true);
    private static readonly Condition Overload = YesNo("workload.overload", yes: true);

    [Fact]
    public void Of_YesNo_IsTheQuestionWithTheAnswerThatHolds()
    {
        Text(Regular).Should().Be("Do the partners communicate regularly and often? yes");
        Text(new Not(Regular)).Should().Be("Do the partners communicate regularly and often? no");
        Text(new Not(new Not(Regular))).Should().Be(Text(Regular));
    }

    [Fact]
    public void Of_NotOfSeveral_IsTakenIntoTheAnswers()
    {
        Text(new Not(new AllOf([Regular, new Not(Overload)]))).Should().Be(
            "at least one of these holds [Do the partners communicate regularly and often? no; Are people overloaded with work? yes]");
        Text(new Not(new AnyOf([Regular, Overload]))).Should().Be(
            "all of these hold [Do the partners communicate regularly and often? no; Are people overloaded with work? no]");
    }

    [Fact]
    public void Of_AllInsideAll_IsSaidOnce() => Text(new AllOf([new AllOf([Regular]), new Not(new AnyOf([Overload, new RaisedTest("TRUST-ABSENT")]))])).Should().Be(
        "all of these hold [Do the partners communicate regularly and often? yes; Are people overloaded with work? no; TRUST-ABSENT is not raised]");

    [Fact]
    public void Of_Partners_SaysOfHowMany()
    {
        var active = YesNo("partners[].activeInDecisions", yes: true);
        const string Question = "Does this partner take an active part in decisions?";
        Text(new AtLeastPartners(1, active)).Should().Be($"for at least one partner [{Question} yes]");
        Text(new Not(new AtLeastPartners(1, active))).Should().Be($"for no partner [{Question} yes]");
        Text(new Not(new AtLeastPartners(3, active))).Should().Be($"for fewer than 3 partners [{Question} yes]");
        Text(new EveryPartner(active)).Should().Be($"for every partner [{Question} yes]");
        Text(new Not(new EveryPartner(active))).Should().Be($"for at least one partner [{Question} no]");
    }

    [Fact]
    public void Of_WordsNumbersAndWhatIsNotKnown_SaysWhichAnswersHold()
    {
        var trust = Fact("trust.organisational");
        var count = new NumberTest(Fact("partnerCount"), Comparison.Greater, 4 * 10_000);
        var benefits = new SetTest(Fact("benefitsSought"), SetQuestion.HasAll, 0b11);
        Answer(new OneOf(trust, 0b0011)).Should().Be("none or low");
        Answer(new Not(new OneOf(trust, 0b0011))).Should().Be("sufficient or high");
        Answer(count).Should().Be("more than 4");
        Answer(new Not(count)).Should().Be("at most 4");
        Answer(benefits).Should().Be("cost reduction and resilience among them");
        Answer(new Not(benefits)).Should().Be("not all of cost reduction and resilience among them");
        Answer(new UnknownTest(trust)).Should().Be("not known");
        Answer(new Not(new UnknownTest(trust))).Should().Be("known");
        Text(new Not(new OverallTest(Level.High))).Should().Be("the overall range is below High");
    }

    [Fact]
    public void Of_EveryConditionOfTheLibrary_AsksForTheSameWithoutAPath()
    {
        var book = RuleBook.Build(KnowledgePacks.All);
        var wrong = new List<string>();
        foreach (var condition in book.Rules.SelectMany(rule => rule.Conditions.Concat(rule.DoneWhen.Values)))
        {
            var plain = All(PlainCondition.Of(condition)).ToList();
            if (!plain.SelectMany(part => part.Facts).ToHashSet().SetEquals(condition.Facts)
                || !plain.Select(part => part.Code).OfType<string>().ToHashSet().SetEquals(condition.All.SelectMany(node => node.OwnCodes))
                || plain.Exists(part => part.Facts.Any(fact => fact.Path.Contains('.', StringComparison.Ordinal) && $"{part.Text}{part.Answer}".Contains(fact.Path, StringComparison.Ordinal))))
            {
                wrong.Add($"{condition}");
            }
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Opposite_OfEveryTestOfTheLibrary_PassesWhereTheTestDoesNot()
    {
        var wrong = new List<string>();
        foreach (var node in RuleBook.Build(KnowledgePacks.All).Rules.SelectMany(rule => rule.Conditions).SelectMany(condition => condition.All))
        {
            var codes = node is OneOf words ? Enumerable.Range(0, words.Fact.Type == FactType.YesNo ? 2 : words.Fact.AllowedWords.Count).Select(code => (long)code)
                : node is NumberTest { Fact.Type: FactType.Text } ? [0, 1]
                : node is NumberTest number ? [number.Constant - 1, number.Constant, number.Constant + 1]
                : (IEnumerable<long>)[-1, 0, 1];
            wrong.AddRange(codes.Where(code => node switch
            {
                OneOf test => test.Opposite().Holds(code) == test.Holds(code),
                NumberTest test => test.Opposite().Holds(code) == test.Holds(code),
                NumberPairTest test => test.Opposite().Of(code, 0) == test.Of(code, 0),
                _ => false,
            }).Select(code => $"{node} at {code}"));
        }

        wrong.Should().BeEmpty();
    }

    private static IEnumerable<PlainCondition> All(PlainCondition plain) => plain.Parts.SelectMany(All).Prepend(plain);

    private static string? Answer(Condition condition) => PlainCondition.Of(condition).Answer;

    private static string Text(Condition condition) => Text(PlainCondition.Of(condition));

    private static string Text(PlainCondition plain) =>
        plain.Text + (plain.Answer is null ? "" : $" {plain.Answer}") + (plain.Parts.Count == 0 ? "" : $" [{string.Join("; ", plain.Parts.Select(Text))}]");

    private static OneOf YesNo(string path, bool yes) => new(Fact(path), yes ? 0b10ul : 0b01ul);

    private static Fact Fact(string path) => FactRegistry.Default.Find(path)!;
}
