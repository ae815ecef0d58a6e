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

        problems.Should().ContainSingle().Which.Code.Should().Be("CRP512");
        problems[0].What.Should().StartWith(Sentence);
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

        problems.Should().HaveCount(4);
        problems.Should().AllSatisfy(problem => problem.What.Should().EndWith(Sentence));
    }

    [Fact]
    public void Explain_RetiredCode_SaysWhatReplacedIt()
    {
        var evaluator = new CollaborationEvaluator(RuleBook.Build([Pack(_ => { })]));

        Invoking(() => evaluator.Evaluate(new()).Explain("OLD")).Should().ThrowExactly<ArgumentException>().WithMessage($"*{Sentence}*");
        Invoking(() => evaluator.Remedies(new(), RemedyTarget.Clear("OLD"))).Should().ThrowExactly<ArgumentException>().WithMessage($"*{Sentence}*");
    }

    [Fact]
    public void Knowledge_RetiredCodes_AreInOrderAndReplacedByRulesThatAreThere()
    {
        var book = RuleBook.Build(KnowledgePacks.All);

        KnowledgeBase.RetiredCodes.Select(gone => gone.Code).Should().Equal(
            KnowledgeBase.RetiredCodes.Select(gone => gone.Code).Order(StringComparer.Ordinal).Distinct());
        KnowledgeBase.RetiredCodes.SelectMany(gone => gone.ReplacedBy).Where(code => book.Find(code) is null).Should().BeEmpty();
        KnowledgeBase.RetiredCodes.Where(gone => !gone.Why.EndsWith('.')).Should().BeEmpty();
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
        RuleBook.TryBuild([Pack(write)], overrides, out _, out var problems).Should().BeFalse("The book was built.");
        return problems;
    }
}
