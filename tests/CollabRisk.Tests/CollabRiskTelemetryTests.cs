using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests;

/// <summary>What those who listen hear of an evaluation.</summary>
/// <remarks>Other tests evaluate at the same time, so that each looks only at what its own rule book or activity can have caused.</remarks>
public class CollabRiskTelemetryTests
{
    private static readonly CollaborationEvaluator Evaluator = TestPack.Evaluator(chapter =>
    {
        chapter.ARisk("TST-RAISED").When(c => c.Vision.Exists == false);
        chapter.ARisk("TST-CLEAR", Level.High).When(c => c.Vision.Exists == true);
    });

    private static readonly Collaboration NoVision = new() { Name = "Secret Partnership", Vision = new() { Exists = false } };

    [Fact]
    public void Evaluate_SomebodyTraces_IsAnActivityThatNamesNoOne()
    {
        using var parent = new Activity("test").Start();
        var heard = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CollabRiskTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == parent.TraceId)
                {
                    lock (heard)
                    {
                        heard.Add(activity);
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        _ = Evaluator.Evaluate(NoVision);
        var activity = heard.Should().ContainSingle().Which;
        activity.OperationName.Should().Be("collabrisk.evaluate");
        activity.TagObjects.Select(tag => string.Create(CultureInfo.InvariantCulture, $"{tag.Key}={tag.Value}")).Should().Equal(
            "collabrisk.at_least=Moderate",
            "collabrisk.at_most=Moderate",
            "collabrisk.findings=1",
            "collabrisk.matters=1",
            $"collabrisk.rule_book={Evaluator.RuleBook.Digest}");

        Invoking(() => Evaluator.Evaluate(new Collaboration { Name = "Secret Partnership", Network = new() { AimCount = -1 } })).Should().Throw<ArgumentException>();
        heard[1].Status.Should().Be(ActivityStatusCode.Error);
        heard[1].TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Should().Equal("error.type=System.ArgumentException");
        heard[1].StatusDescription.Should().BeNull();
    }

    [Fact]
    public void Evaluate_SomebodyMeasures_CountsEvaluationsTimeRulesAndErrors()
    {
        var heard = new List<string>();
        var here = Environment.CurrentManagedThreadId;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == CollabRiskTelemetry.Name)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(string.Create(CultureInfo.InvariantCulture, $"{instrument.Name} {value}"), tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear($"{instrument.Name} {(value > 0 ? "some" : "none")}", tags));
        listener.Start();
        _ = Evaluator.Evaluate(NoVision);
        Invoking(() => Evaluator.Evaluate(new Collaboration { Network = new() { AimCount = -1 } })).Should().Throw<ArgumentException>();
        CollabRiskTelemetry.CountReload(isUsed: false);
        heard.Should().Equal(
            "collabrisk.evaluation.duration some",
            "collabrisk.evaluations 1",
            "collabrisk.rules 1 collabrisk.outcome=Raised",
            "collabrisk.rules 1 collabrisk.outcome=Clear",
            "collabrisk.evaluation.duration some error.type=System.ArgumentException",
            "collabrisk.evaluation.errors 1 error.type=System.ArgumentException",
            "collabrisk.rule_pack.reloads 1 collabrisk.reload.result=refused");

        void Hear(string what, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (Environment.CurrentManagedThreadId == here)
            {
                heard.Add(string.Join(' ', [what, .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]));
            }
        }
    }

    [Fact]
    public void Page_ListsEveryInstrument()
    {
        var page = Repository.Read("docs", "observability.md");
        var missing = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == CollabRiskTelemetry.Name && !page.Contains($"`{instrument.Name}`", StringComparison.Ordinal))
                {
                    missing.Add(instrument.Name);
                }
            },
        };
        _ = Evaluator.Evaluate(NoVision);
        listener.Start();
        missing.Should().BeEmpty();
    }
}
