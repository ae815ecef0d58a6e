using CollabRisk.Facts;

namespace CollabRisk.Benchmarks;

/// <summary>The collaborations on which the benchmarks run.</summary>
internal static class Cases
{
    /// <summary>The largest case file of the samples.</summary>
    public static byte[] JointItDepartmentJson { get; } =
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "cases", "joint-it-department-late.json"));

    public static Collaboration JointItDepartment { get; } = CollaborationJson.Parse(JointItDepartmentJson);

    /// <summary>The joint IT department with 30 partners of whom much is known.</summary>
    public static Collaboration ThirtyPartners { get; } = JointItDepartment with
    {
        PartnerCount = 30,
        Partners = FactList.Create<Partner>([.. Enumerable.Range(1, 30).Select(i => new Partner
        {
            Name = $"Partner {i}",
            Role = i == 1 ? PartnerRole.Lead : PartnerRole.NonLead,
            Sector = (Sector)(i % 5),
            StrategicEngagement = (Engagement)(i % 4),
            ExecutiveCommitment = (ExecutiveCommitment)(i % 3),
            Reputation = (Reputation)(i % 3),
            ObjectivesDeclared = i % 2 == 0,
            ActiveInDecisions = i % 3 == 0,
        })]),
    };
}
