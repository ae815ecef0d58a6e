using System.Globalization;
using CollabRisk;
using CollabRisk.Speed;

// Without an argument: the table. With "quick": without the engines of others. With "guard": whether a ratio got worse than on record. With "growth": more rules and more partners.
// With "answers": what questions, remedies and changes cost, in evaluations. With "agree": nothing is timed; whether all that would be compared agrees.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["answers", .. var samples])
{
    Answers.Print(Console.Out, samples);
    return 0;
}

if (args is ["growth"])
{
    Growth.Print(Console.Out);
    return 0;
}

var evaluator = CollaborationEvaluator.Default;
var reference = new Reference(evaluator.RuleBook);
var engines = new Engines(evaluator, reference, withOthers: args is not ["quick" or "guard" or "agree"]);

var differences = Inputs.All.SelectMany(inputs => engines.Differences(reference, inputs.Of))
    .Concat(engines.Differences(reference, Enumerable.Range(0, 10_000).Select(seed => Inputs.Random(new Random(100_000 + seed), seed % 11 / 10.0, seed % 7))))
    .Take(10).ToList();
if (differences.Count > 0)
{
    Console.Error.WriteLine("The reference and the evaluation do not agree, so there is nothing to compare:");
    differences.ForEach(Console.Error.WriteLine);
    return 1;
}

if (args is ["agree"])
{
    Console.WriteLine("The evaluation agrees with the rules as straight-line C#.");
    return 0;
}

var table = Measurement.Of(engines, rounds: args is ["quick" or "guard"] ? 15 : 9);
Console.Write(table.ToText());
return args is ["guard"] ? table.CompareWithRecord(Path.Combine(AppContext.BaseDirectory, "record.tsv")) : 0;
