using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace CollabRisk;

/// <summary>What a host can watch: activities and instruments under one name. They cost nothing while no one listens.</summary>
/// <remarks>
/// With OpenTelemetry: <c>tracing.AddSource(CollabRiskTelemetry.Name)</c> and <c>metrics.AddMeter(CollabRiskTelemetry.Name)</c>.
/// Nothing that is recorded says anything about a collaboration but how it was rated: no names, no facts. The names are listed
/// in docs/observability.md. Thread-safe.
/// </remarks>
public static class CollabRiskTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    /// <value><c>CollabRisk</c>.</value>
    public const string Name = "CollabRisk";

    private const string ErrorType = "error.type";

    private static readonly string? Version =
        typeof(CollabRiskTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    private static readonly ActivitySource Activities = new(Name, Version);
    private static readonly Meter Instruments = new(Name, Version);

    private static readonly Counter<long> Evaluations = Instruments.CreateCounter<long>(
        "collabrisk.evaluations", "{evaluation}", "Collaborations that were evaluated.");

    private static readonly Histogram<double> Duration = Instruments.CreateHistogram<double>(
        "collabrisk.evaluation.duration", "s", "How long an evaluation took.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1] });

    private static readonly Counter<long> Rules = Instruments.CreateCounter<long>(
        "collabrisk.rules", "{rule}", "Rules that were evaluated, by how they ended.");

    private static readonly Counter<long> Errors = Instruments.CreateCounter<long>(
        "collabrisk.evaluation.errors", "{evaluation}", "Collaborations that could not be evaluated.");

    private static readonly Counter<long> Reloads = Instruments.CreateCounter<long>(
        "collabrisk.rule_pack.reloads", "{reload}", "Times that rule packs were reloaded, by whether the new ones are in use.");

    /// <summary>The outcomes as they are written, so that none is made for each rule.</summary>
    private static readonly KeyValuePair<string, object?>[] OutcomeTags =
        [.. Enum.GetValues<Outcome>().Select(outcome => KeyValuePair.Create("collabrisk.outcome", (object?)outcome.ToString()))];

    private static bool IsHeard =>
        Evaluations.Enabled || Duration.Enabled || Rules.Enabled || Errors.Enabled || Activities.HasListeners();

    /// <summary>Evaluates and tells those who listen.</summary>
    /// <typeparam name="TEvaluator">Who evaluates.</typeparam>
    /// <param name="evaluator">Who evaluates.</param>
    /// <param name="collaboration">The collaboration.</param>
    /// <param name="evaluate">Evaluates; a lambda that captures nothing.</param>
    internal static Assessment Evaluate<TEvaluator>(TEvaluator evaluator, Collaboration collaboration, Func<TEvaluator, Collaboration, Assessment> evaluate) =>
        IsHeard ? Watched(evaluator, collaboration, evaluate) : evaluate(evaluator, collaboration);

    /// <summary>Counts that packs were reloaded.</summary>
    internal static void CountReload(bool isUsed) =>
        Reloads.Add(1, KeyValuePair.Create("collabrisk.reload.result", (object?)(isUsed ? "used" : "refused")));

    private static Assessment Watched<TEvaluator>(TEvaluator evaluator, Collaboration collaboration, Func<TEvaluator, Collaboration, Assessment> evaluate)
    {
        using var activity = Activities.StartActivity("collabrisk.evaluate");
        var began = Stopwatch.GetTimestamp();
        try
        {
            var assessment = evaluate(evaluator, collaboration);
            Duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
            Evaluations.Add(1);
            CountRules(assessment);
            Describe(activity, assessment);
            return assessment;
        }
        catch (Exception e)
        {
            var type = KeyValuePair.Create(ErrorType, (object?)e.GetType().FullName);
            Duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, type);
            Errors.Add(1, type);
            activity?.SetTag(ErrorType, type.Value);

            // Not the message: it names facts and their values.
            activity?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    private static void CountRules(Assessment assessment)
    {
        if (!Rules.Enabled)
        {
            return;
        }

        var counts = new int[OutcomeTags.Length];
        foreach (var outcome in assessment.Outcomes.Values)
        {
            counts[(int)outcome.Outcome]++;
        }

        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                Rules.Add(counts[i], OutcomeTags[i]);
            }
        }
    }

    private static void Describe(Activity? activity, Assessment assessment)
    {
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("collabrisk.at_least", assessment.Overall.AtLeast.ToString());
            activity.SetTag("collabrisk.at_most", assessment.Overall.AtMost.ToString());
            activity.SetTag("collabrisk.findings", assessment.Findings.Count);
            activity.SetTag("collabrisk.matters", FindingGroup.CountRisks(assessment.Findings));
            activity.SetTag("collabrisk.rule_book", assessment.RuleBook.Digest);
        }
    }
}
