namespace CollabRisk.Tests.Json;

/// <summary>A file as an analyst writes it, with every type of fact.</summary>
internal static class SampleJson
{
    public const string Text = """
        {
          "$schema": "collaboration.schema.json",
          "$comment": "Made up for the tests.",
          "name": "Joint control room",
          "asOf": "2024-03-31",
          "form": "IntegratedControlRoom",
          "partnerCount": 3,
          "crossProfession": true,
          "startYear": 2015,
          "benefitsSought": ["CostReduction", "Resilience"],
          "context": { "austerityPressure": true, "localPolitics": "Neutral" },
          "partners": [
            { "name": "Police A", "role": "Lead", "sector": "Police", "benefitShare": 62.5, "drivers": [] },
            { "name": "Zoë Fire B 🚒", "role": "NonLead", "sector": "FireRescue", "benefitShare": 37.5, "motivations": ["ServiceQuality"] },
            { "name": "Trust C" }
          ],
          "differences": { "professionalCulture": { "acknowledged": true, "dealtWith": false } },
          "vision": { "exists": false, "atStart": null },
          "trust": { "organisational": "Low", "trend": "Eroding" },
          "governance": { "leadOrganisation": true },
          "workload": { "staffBefore": 120, "staffAfter": 95 },
          "network": { "drivers": { "resourceExchange": 0.25, "personal": 1 }, "taskType": "" },
          "delivery": { "stageOwners": { "goals": "Programme \"board\"", "deployment": "" } },
          "knowledge": null,
          "outcome": {
            "claim": "InProgress",
            "totalCost": 1250000.75,
            "savings": [{ "amount": 40000, "period": "2014/15", "source": "Audit" }, { }]
          }
        }
        """;
}
