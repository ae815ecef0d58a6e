using System.Text.Json;
using CollabRisk.Comparing;
using CollabRisk.Facts;
using CollabRisk.Planning;
using CollabRisk.Tests.Json;
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
    public void ToJson_WithWhatAHostKnows_FitsItsSchemaAndHasNoneElsewhere()
    {
        var timeline = Evaluator.Timeline(At("asOf=2012-01-01; vision.exists=no"), At("asOf=2014-01-01; vision.exists=yes"));
        var plan = ActionPlan.Of(timeline.Assessments[0]);
        HostNote[] notes = [new(new(2014, 1, 1), "Two of three answered."), new(new(2013, 1, 1), "It cannot be assessed.", isLeftOut: true)];
        var (noted, planned) = (timeline.WithHostNotes(notes), plan.WithHostNotes(notes[0]));

        SchemaCheck.Problems(noted.ToJson()).Should().BeEmpty();
        SchemaCheck.Problems(planned.ToJson()).Should().BeEmpty();
        JsonElement.Parse(noted.ToJson()).GetProperty("hostNotes").EnumerateArray().Select(note => note.GetProperty("day").GetString()).Should().Equal("2013-01-01", "2014-01-01");
        noted.ToText().Should().Contain("2013-01-01  Left out: It cannot be assessed.\n2014-01-01  Note: Two of three answered.\n");
        planned.ToText().Should().Contain("\n2014-01-01  Note: Two of three answered.\n");
        (noted.WithHostNotes().ToJson(), planned.WithHostNotes().ToJson()).Should().Be((timeline.ToJson(), plan.ToJson()));
        (timeline.HostNotes, plan.HostNotes).Should().Match<(IReadOnlyList<HostNote>, IReadOnlyList<HostNote>)>(both => both.Item1.Count + both.Item2.Count == 0, "what was there before is as it was");
        planned.With(new ActionStep("OWN", "Ask once more")).HostNotes.Should().Equal(notes[0]);
        ActionPlan.Read(planned.ToJson()).Value!.ToJson().Should().Be(plan.ToJson(), "who answered is not the plan's");
    }

    [Fact]
    public void WithHostNotes_ADayThatIsThere_IsNotLeftOut()
    {
        var timeline = Evaluator.Timeline(At("asOf=2012-01-01"), At("asOf=2014-01-01"));

        timeline.Invoking(of => of.WithHostNotes(new HostNote(new(2014, 1, 1), "It cannot be assessed.", isLeftOut: true)))
            .Should().Throw<ArgumentException>().WithMessage("2014-01-01 is said to be left out, and is a day of the timeline. Give the note without that, or a timeline without the day.*");
        timeline.Invoking(of => of.WithHostNotes(null!)).Should().Throw<ArgumentNullException>();
        timeline.Invoking(of => of.WithHostNotes([null!])).Should().Throw<ArgumentNullException>();
    }

    /// <summary>A partner that is written in other capitals on another day did not leave and join: it has one course, under its last name.</summary>
    [Fact]
    public void Timeline_PartnerSpeltInAnotherWay_HasOneCourseUnderItsLastName()
    {
        var timeline = Evaluator.Timeline(
            At("asOf=2012-01-01; partners[Fire service].strategicEngagement=None"),
            At("asOf=2014-01-01; partners[FIRE service].strategicEngagement=Full"),
            At("asOf=2016-01-01"),
            At("asOf=2018-01-01; partners[Fire Service].strategicEngagement=None"));
        var course = timeline.Findings.Should().ContainSingle().Which;
        course.Fingerprint.Should().Be("WITHDRAWN/Fire Service");
        course.Points.Select(point => point.IsRaised).Should().Equal(true, false, false, true);
        timeline.Assessments[0].Findings[0].Fingerprint.Should().Be("WITHDRAWN/Fire service");
        timeline.Steps[0].Findings.Should().ContainSingle().Which.End.Should().Be(FindingEnd.Cleared);
    }

    [Fact]
    public void Timeline_Snapshots_FollowsTheRangeAndEveryFinding()
    {
        var timeline = Evaluator.Timeline(
            At("asOf=2018-01-01; vision.exists=yes; partners[A].strategicEngagement=Full"),
            At("asOf=2012-01-01; vision.exists=no; trust.organisational=Low; partners[A].strategicEngagement=None; partners[B].strategicEngagement=None; partnerCount=2"),
            At("asOf=2014-01-01; vision.exists=no; trust.organisational=High; partners[A].strategicEngagement=Full; partners[C].strategicEngagement=None"),
            At("asOf=2016-01-01; partners[A].strategicEngagement=None; partners[C].strategicEngagement=Full"));
        timeline.ToText().Should().Be(
            """
            2012-01-01  Overall: High
            2014-01-01  Overall: Moderate
            2016-01-01  Overall: Moderate to High
            2018-01-01  Overall: None to Moderate
            Risk VISION-ABSENT: High -> Moderate -> no longer known -> cleared
            Risk WITHDRAWN/A: Moderate -> cleared -> Moderate -> cleared
            Risk WITHDRAWN/B: Moderate -> no longer applies -> no longer applies -> no longer known
            Risk WITHDRAWN/C: does not apply -> Moderate -> cleared -> no longer known

            """);
        timeline.Findings.Take(2).Select(course => course.ToString()).Should().Equal(
            "VISION-ABSENT from 2012-01-01, cleared by 2016-01-01", "WITHDRAWN/A from 2012-01-01, cleared by 2018-01-01");
        timeline.Steps.Should().HaveCount(3);
        timeline.Steps[0].Findings.Should().Contain(change => change.Fingerprint == "VISION-ABSENT" && change.Kind == DifferenceKind.Changed);
    }

    [Theory]
    [InlineData("vision.exists=yes", FindingEnd.Cleared, "cleared by", false)]
    [InlineData("", FindingEnd.NoLongerKnown, "no longer known from", true)]
    public void Timeline_FindingThatIsGone_SaysWhetherItWasClearedOrForgotten(string then, FindingEnd end, string words, bool fellByForgetting)
    {
        var timeline = Evaluator.Timeline(At("asOf=2012-01-01; vision.exists=no; trust.organisational=Low"), At($"asOf=2013-01-01; trust.organisational=Low; {then}"));
        var course = timeline.Findings.Single(each => each.Code == "VISION-ABSENT");
        course.End.Should().Be(end);
        $"{course}".Should().Contain(words);
        timeline.Steps[0].Findings.Single(change => change.Fingerprint == "VISION-ABSENT").End.Should().Be(end);
        timeline.Steps[0].FellByForgetting.Should().Be(fellByForgetting);
        var line = "            It fell, but nothing shows an improvement: VISION-ABSENT may still hold, as vision.exists is no longer recorded.\n";
        timeline.ToText().Contains(line, StringComparison.Ordinal).Should().Be(fellByForgetting);
        var json = JsonElement.Parse(timeline.ToJson());
        json.GetProperty("findings").EnumerateArray().Single(each => each.GetProperty("code").GetString() == "VISION-ABSENT").GetProperty("end").GetString()
            .Should().Be($"{end}");
        json.GetProperty("steps")[0].GetProperty("stillOpen").EnumerateArray().Select(each => each.GetString()).Should().Equal(
            fellByForgetting ? ["VISION-ABSENT"] : []);
    }

    [Fact]
    public void Timeline_LevelThatMayBeAsHighAsBefore_IsNoImprovement()
    {
        // Trust that is no longer recorded may lower the level, and may not.
        var step = Evaluator.Timeline(At("asOf=2012-01-01; vision.exists=no; trust.organisational=Low"), At("asOf=2013-01-01; vision.exists=no")).Steps[0];
        step.After.Overall.Should().Be(new OverallRange(Level.Moderate, Level.High));
        step.StillOpen.Should().ContainSingle().Which.Fingerprint.Should().Be("VISION-ABSENT");
    }

    [Fact]
    public void Timeline_StillRaised_HasNoEnd() =>
        Evaluator.Timeline(At("asOf=2012-01-01; vision.exists=no; partners[A].strategicEngagement=Full; partners[B].strategicEngagement=Full")).Findings
            .Should().ContainSingle().Which.Until
            .Should().BeNull();

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
