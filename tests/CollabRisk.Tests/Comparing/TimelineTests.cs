using CollabRisk.Comparing;
using CollabRisk.Facts;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Comparing;

/// <summary>The course of a collaboration over dated snapshots.</summary>
public class TimelineTests
{
    private static readonly CollaborationEvaluator Evaluator = TestPack.Evaluator(chapter =>
    {
        chapter.ARisk("VISION-ABSENT", Level.High).When(c => c.Vision.Exists == false).LoweredWhen(c => c.Trust.Organisational == TrustLevel.High, "trust is high", "T-1");
        chapter.ARisk("WITHDRAWN").ForEach(c => c.Partners).When((c, p) => p.StrategicEngagement == Engagement.None);
    });

    [Fact]
    public void Timeline_Snapshots_FollowsTheRangeAndEveryFinding()
    {
        var timeline = Evaluator.Timeline(
            At("asOf=2018-01-01; vision.exists=yes; partners[A].strategicEngagement=Full"),
            At("asOf=2012-01-01; vision.exists=no; trust.organisational=Low; partners[A].strategicEngagement=None; partners[B].strategicEngagement=None; partnerCount=2"),
            At("asOf=2014-01-01; vision.exists=no; trust.organisational=High; partners[A].strategicEngagement=Full; partners[C].strategicEngagement=None"),
            At("asOf=2016-01-01; partners[A].strategicEngagement=None; partners[C].strategicEngagement=Full"));
        timeline.ToString().Should().Be(
            """
            2012-01-01  Overall: High
            2014-01-01  Overall: Moderate
            2016-01-01  Overall: Moderate to High
            2018-01-01  Overall: None to Moderate
            Risk VISION-ABSENT: High -> Moderate -> not known -> clear
            Risk WITHDRAWN/A: Moderate -> clear -> Moderate -> clear
            Risk WITHDRAWN/B: Moderate -> does not apply -> does not apply -> not known
            Risk WITHDRAWN/C: does not apply -> Moderate -> clear -> not known
            """);
        timeline.Findings.Take(2).Select(course => course.ToString()).Should().Equal(
            "VISION-ABSENT from 2012-01-01 until 2016-01-01", "WITHDRAWN/A from 2012-01-01 until 2018-01-01");
        timeline.Steps.Should().HaveCount(3);
        timeline.Steps[0].Findings.Should().Contain(change => change.Fingerprint == "VISION-ABSENT" && change.Kind == DifferenceKind.Changed);
    }

    [Fact]
    public void Timeline_StillRaised_HasNoEnd() =>
        Evaluator.Timeline(At("asOf=2012-01-01; vision.exists=no; partners[A].strategicEngagement=Full; partners[B].strategicEngagement=Full")).Findings
            .Should().ContainSingle().Which.Until.Should().BeNull();

    [Fact]
    public void Timeline_SnapshotsWithoutADayOfTheirOwn_NamesThemAll()
    {
        var message = Invoking(() => Evaluator.Timeline(
            At("name=Early"), At("asOf=2012-01-01"), At("asOf=2012-01-01; name=Late"), At("vision.exists=no"))).Should().ThrowExactly<ArgumentException>().Which.Message;
        message.Should().Contain("Snapshot 1 'Early' has no day. Give its asOf.");
        message.Should().Contain("Snapshot 4 has no day. Give its asOf.");
        message.Should().Contain("Snapshot 2 and Snapshot 3 'Late' have the same day, 2012-01-01. Give each a day of its own.");
        Invoking(() => Evaluator.Timeline()).Should().ThrowExactly<ArgumentException>().WithMessage("*There is no snapshot.*");
    }

    private static Collaboration At(string facts) => FactText.Read(facts);
}
