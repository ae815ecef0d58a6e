using System.Globalization;
using CollabRisk.Comparing;
using CollabRisk.Remedies;

namespace CollabRisk.Speed;

/// <summary>What the answers cost, in evaluations: each against a fresh <c>Evaluate</c> of which all that the findings say is read, on every sample.</summary>
internal static class Answers
{
    private const int Rounds = 5;

    public static void Print(TextWriter output, IEnumerable<string> only)
    {
        var samples = Inputs.Samples.Where(sample => !only.Any() || only.Contains(sample.Name)).ToList();

        // What is compiled meanwhile counts as well, and would fall on the first samples, so all are gone through once before.
        samples.ForEach(sample => Measurement.SideBySide(Of(sample.Of), [sample.Of], Rounds));
        output.WriteLine("| | Evaluate and findings, us | a change followed by a monitor | what-if | open questions | five next questions | remedies for the worst |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (name, sample) in samples)
        {
            var times = Measurement.SideBySide(Of(sample), [sample], Rounds);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {times[0].Nanoseconds / 1_000:N0} | ")
                + string.Join(" | ", times.Skip(1).Select(each => each.Over(times[0]).ToString(each.Over(times[0]) < 10 ? "0.0" : "N0", CultureInfo.InvariantCulture))) + " |");
        }
    }

    private static Engine[] Of(Collaboration sample)
    {
        var evaluator = CollaborationEvaluator.Default;
        var monitor = new CollaborationMonitor(evaluator.RuleBook, sample);
        var change = FactChange.Parse(sample.Workload.Overload is true ? "workload.overload=no" : "workload.overload=yes");
        var worst = evaluator.Evaluate(sample).Findings.FirstOrDefault(finding => finding.Level?.AtLeast > Level.None);
        var isOn = false;
        var sink = 0;
        return
        [
            new("Evaluate and findings", 40, collaboration => sink += Engines.AllOf(evaluator.Evaluate(collaboration))),
            new("a change followed by a monitor", 40, _ =>
            {
                isOn = !isOn;
                sink += monitor.Change(collaboration => collaboration with { Workload = collaboration.Workload with { Overload = isOn } }).Findings.Count;
            }),
            new("what-if", 40, collaboration => sink += evaluator.WhatIf(collaboration, change).Findings.Count),
            new("open questions", 40, collaboration => sink += evaluator.Evaluate(collaboration).OpenQuestions.Count),
            new("five next questions", 12, collaboration => sink += evaluator.NextQuestions(collaboration, 5).Count),
            new("remedies for the worst", 8, collaboration => sink += worst is null ? 0 : evaluator.Remedies(collaboration, RemedyTarget.Clear(worst.Rule.Code, worst.Subject)).Evaluations),
        ];
    }
}
