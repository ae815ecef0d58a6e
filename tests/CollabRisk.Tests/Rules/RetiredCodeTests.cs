using CollabRisk.Knowledge;
using CollabRisk.Remedies;
using CollabRisk.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Tests.Rules;

/// <summary>That whoever names a code which a rule had hears what replaced it, and that no other rule ever gets it.</summary>
public class RetiredCodeTests
{
    private const string Sentence = "OLD was retired in 2.0.0: Two rules asked the same. Use NEW.";

    private static readonly RetiredCode Old = new("OLD", ["NEW"], "2.0.0", "Two rules asked the same.");

    [Fact]
    public void TryBuild_RetiredCodeUsedAgain_IsRefused()
    {
        var problems = ProblemsOf(chapter => chapter.ARisk("OLD").When(c => c.Vision.Exists == false));

        Assert.Equal("CRP512", Assert.Single(problems).Code);
        Assert.StartsWith(Sentence, problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void TryBuild_RetiredCodeNamed_SaysWhatReplacedIt()
    {
        var problems = ProblemsOf(
            chapter =>
            {
                chapter.ARisk("A").When(c => c.Vision.Exists == false && Raised("OLD"));
                chapter.ARisk("B").When(c => c.Vision.Exists == false).LeadsTo("OLD");
                chapter.ARisk("C").When(c => c.Vision.Exists == false).Under("OLD");
            },
            RuleOverride.SwitchOff("OLD", "It is asked elsewhere."));

        Assert.Equal(4, problems.Count);
        Assert.All(problems, problem => Assert.EndsWith(Sentence, problem.What, StringComparison.Ordinal));
    }

    [Fact]
    public void Explain_RetiredCode_SaysWhatReplacedIt()
    {
        var evaluator = new CollaborationEvaluator(RuleBook.Build([Pack(_ => { })]));

        Assert.Contains(Sentence, Assert.Throws<ArgumentException>(() => evaluator.Evaluate(new()).Explain("OLD")).Message, StringComparison.Ordinal);
        Assert.Contains(Sentence, Assert.Throws<ArgumentException>(() => evaluator.Remedies(new(), RemedyTarget.Clear("OLD"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Knowledge_RetiredCodes_AreInOrderAndReplacedByRulesThatAreThere()
    {
        var book = RuleBook.Build(KnowledgePacks.All);

        Assert.Equal(KnowledgeBase.RetiredCodes.Select(gone => gone.Code).Order(StringComparer.Ordinal).Distinct(), KnowledgeBase.RetiredCodes.Select(gone => gone.Code));
        Assert.Equal([], KnowledgeBase.RetiredCodes.SelectMany(gone => gone.ReplacedBy).Where(code => book.Find(code) is null));
        Assert.Equal([], KnowledgeBase.RetiredCodes.Where(gone => !gone.Why.EndsWith('.')));
    }

    private static RulePack Pack(Action<OpenChapter> write) => new()
    {
        Id = "test",
        Version = "2.0.0",
        Title = "A pack for tests",
        Chapters =
        [
            new OpenChapter(chapter =>
            {
                chapter.ARisk("NEW").When(c => c.Vision.Exists == false);
                write(chapter);
            }),
        ],
        Claims = TestPack.Claims,
        Retired = [Old],
    };

    private static IReadOnlyList<RuleBookProblem> ProblemsOf(Action<OpenChapter> write, params RuleOverride[] overrides)
    {
        Assert.False(RuleBook.TryBuild([Pack(write)], overrides, out _, out var problems), "The book was built.");
        return problems;
    }
}
