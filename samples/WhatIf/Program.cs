using CollabRisk;
using CollabRisk.Comparing;
using CollabRisk.Records;
using CollabRisk.Remedies;

// A conversation with the library about the joint HR function, of which one fact is known that matters.
var evaluator = CollaborationEvaluator.Default;
var hr = CollaborationJson.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "joint-hr-function.json")));

Say("How does the joint HR function are?");
var assessment = evaluator.Evaluate(hr);
Console.WriteLine($"Overall {assessment.Overall}; {assessment.KnownFacts} of {assessment.TotalFacts} facts are known.");

Say("Why is VISION-ABSENT raised?");
Console.Write(assessment.Explain("VISION-ABSENT").ToText());

Say("And why is VISION-FADES not?");
Console.WriteLine(assessment.Explain("VISION-FADES").Summary);

Say("What would clear it?");
Console.Write(evaluator.Remedies(hr, RemedyTarget.Clear("VISION-ABSENT")).ToText());

Say("What if there were a shared vision, and it reached everyone?");
Console.Write(evaluator.WhatIf(hr, FactChange.Of(c => c.Vision.Exists, true), FactChange.Parse("vision.communicatedToAll=yes")).ToText());

Say("A year passes, and the vision is there. What changed?");
var monitor = new CollaborationMonitor(evaluator.RuleBook, hr);
Console.Write(monitor.Change(FactChange.Parse("vision.exists=yes")).ToText());

Say("And what should we ask next?");
Console.Write(evaluator.NextQuestions(monitor.Current.Collaboration, 3).ToText());

Say("Keep the decision, so that it can be checked later.");
var record = DecisionRecord.Of(assessment);
Console.WriteLine($"{record.ToJson().Length} characters; replayed: {(record.Replay(evaluator.RuleBook).IsIdentical ? "the same, byte for byte" : "different")}.");

static void Say(string question) => Console.WriteLine($"{Environment.NewLine}> {question}");
