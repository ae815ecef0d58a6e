using CollabRisk;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CustomRules;

// The general knowledge, and the programme's own rules next to it.
var book = RuleBook.Build([KnowledgePacks.General, RegionalControlRoom.Pack], asOf: new DateOnly(2026, 11, 22));
var collaboration = new Collaboration
{
    Name = "Joint control room",
    IsInformationSystem = true,
    Workload = new() { Overload = true },
    Extensions = new() { ["rcr.rotaShared"] = false, ["rcr.handoverSeconds"] = 75 },
    Partners = FactList.Create(
        new Partner { Name = "North Police", Role = PartnerRole.Lead, Extensions = new() { ["rcr.liaisonDesk"] = true } },
        new Partner { Name = "Fire Service", Role = PartnerRole.NonLead, ActiveInDecisions = false, Extensions = new() { ["rcr.liaisonDesk"] = false } }),
};

var assessment = new CollaborationEvaluator(book).Evaluate(collaboration);
Console.WriteLine($"Overall {assessment.Overall}");
foreach (var finding in assessment.Findings.Where(finding => finding.Code.StartsWith("RCR-", StringComparison.Ordinal) || finding.Overrides.Count > 0))
{
    Console.WriteLine($"{finding.Kind} {finding.Code} ({finding.Level}): {finding.Message}");
    foreach (var change in finding.Overrides)
    {
        Console.WriteLine($"  changed by {change.Author}: {change.Effect}, because {change.Reason}");
    }
}
