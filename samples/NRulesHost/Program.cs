using CollabRisk;
using CollabRisk.NRules;
using NRules.Fluent.Dsl;

// A host that runs NRules already: its own rule reads what CollabRisk finds and what the host knows.
var book = NRulesRuleBook.Compile(CollaborationEvaluator.Default.RuleBook, HostRules.Of(typeof(FundingAtStake)));
var session = book.Begin(CollaborationJson.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "joint-hr-function.json"))));
session.Inner.Insert(new FundingDecision("Treasury", new DateOnly(2026, 3, 31)));

Show($"{session.Fire()} rules fired.");

session.Change(FactChange.Parse("vision.exists=yes"));
Show($"A vision was agreed: {session.Fire()} rules fired.");

void Show(string what)
{
    var assessment = session.Assessment;
    Console.WriteLine($"{what} Overall {assessment.Overall}; VISION-ABSENT is {assessment.Outcomes["VISION-ABSENT"].Outcome}.");
    foreach (var finding in assessment.HostFindings)
    {
        Console.WriteLine($"  {finding}");
    }
}

/// <summary>A fact of the host's own.</summary>
internal sealed record FundingDecision(string Funder, DateOnly Due);

/// <summary>The funder asks for a vision, so that its absence puts the money at stake.</summary>
internal sealed class FundingAtStake : Rule
{
    public override void Define()
    {
        Finding finding = null!;
        FundingDecision decision = null!;
        When()
            .Match(() => finding, f => f.Code == "VISION-ABSENT")
            .Match(() => decision);
        Then().Yield(_ => new HostFinding(
            "FUNDING-AT-STAKE", FindingKind.Risk, Level.High, "Funding at stake",
            $"{decision.Funder} decides on {decision.Due:yyyy-MM-dd} and asks for a vision.", "Finance team", null));
    }
}
