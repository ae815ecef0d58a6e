using CollabRisk.Rules;

namespace CollabRisk.Tests.Rules;

public class AdviceInLanguagesTests
{
    private static readonly Recommendation Step = new("DO-IT", "Do it.", ["T-1"]) { InLanguages = [new("nl", "Do it.", "Doe het.")] };

    [Fact]
    public void Recommend_StepWithLanguages_SaysItInEach() => Message(chapter => chapter.Advise(Step).When(c => c.Vision.Exists == false)).Should().Be("Doe het.");

    [Fact]
    public void Recommend_RuleThatSaysSomethingElse_LeavesWhatTheStepSaysInOtherLanguages() =>
        Message(chapter => chapter.Advise(Step).Says("Do it now.").When(c => c.Vision.Exists == false)).Should().Be("Do it now.", "the rule has no words of its own in Dutch");

    [Fact]
    public void Recommend_RuleThatSaysSomethingElseInBoth_SaysThat() =>
        Message(chapter => chapter.Advise(Step).Says("Do it now.").InLanguage("nl", "Do it now.", "Doe het nu.").When(c => c.Vision.Exists == false)).Should().Be("Doe het nu.");

    private static string Message(Action<OpenChapter> write)
    {
        var evaluator = new CollaborationEvaluator(RuleBook.Build([TestPack.Of(write)], language: "nl"));
        var finding = evaluator.Evaluate(new Collaboration { Vision = new() { Exists = false } }).Findings.Single();
        finding.Recommendations.Single().Text.Should().Be("Doe het.");
        return finding.Message;
    }
}
