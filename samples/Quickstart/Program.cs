using CollabRisk;
using CollabRisk.Facts;

var collaboration = new Collaboration
{
    Name = "Joint control room",
    Vision = new() { Exists = true, CommunicatedToAll = false },
    Governance = new() { LeadOrganisation = true },
    Partners =
    [
        new() { Name = "Police", Role = PartnerRole.Lead },
        new() { Name = "Fire and rescue", Role = PartnerRole.NonLead, StrategicEngagement = Engagement.Declining },
    ],
};

var assessment = CollaborationEvaluator.Default.Evaluate(collaboration);

Console.WriteLine($"Overall: {assessment.Overall}");
foreach (var finding in assessment.Findings)
{
    Console.WriteLine($"{finding.Kind} {finding.Level}: {finding.Message} [{finding.Code}, {finding.Claims[0].Id}]");
}

Console.WriteLine($"Ask first: {assessment.OpenQuestions[0].Question}");
