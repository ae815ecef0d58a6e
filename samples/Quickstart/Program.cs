using CollabRisk;
using CollabRisk.Facts;

var assessment = CollaborationEvaluator.Default.Evaluate(new Collaboration
{
    Vision = new() { Exists = false },
    Network = new() { PrimaryForm = NetworkForm.ResourceExchange },
    Leadership = new() { Attributes = new() { Integrity = false } },
    Partners =
    [
        new() { Name = "Police", Role = PartnerRole.Lead },
        new() { Name = "Fire and rescue", Role = PartnerRole.NonLead, StrategicEngagement = Engagement.Declining },
    ],
});

Console.WriteLine($"Overall: {assessment.Overall}");
foreach (var risk in assessment.Findings.Where(finding => finding.Level is not null))
{
    Console.WriteLine($"{risk.Level}: {risk.Message} [{risk.Code}; {risk.Claims[0].Source.Id}, {risk.Claims[0].Locator}]");
}

Console.WriteLine($"Ask first: {assessment.OpenQuestions[0].Question}");
