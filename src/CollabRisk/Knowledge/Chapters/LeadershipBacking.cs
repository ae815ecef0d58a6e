using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Backing and commitment of leaders: what the paper says of it under leadership and under willingness.</summary>
internal sealed class LeadershipBacking : Chapter
{
    public override string Heading => "Backing and commitment of leaders";

    public override Area Area => Area.PeopleCharacteristics;

    public override Tier Tier => Tier.CollaborationTeam;

    /// <summary>D3-87.</summary>
    private const string SystemProjects = "The literature cited is about information-system projects in the public sector.";

    /// <summary>Leadership contributes and never gives the whole verdict (D4-24, D4-82), so its findings alone never make High.</summary>
    public override Level Cap => Level.Moderate;

    protected override void Write()
    {
        // What an interview answers at once: whether leaders of the project and of the partners back it, and let it be seen.
        Risk("LEADERSHIP-SUPPORT-GAP", LevelBasis.MainInfluence)
            .Titled("Leaders do not back the work")
            .When(c => c.Leadership.ProjectSupport == false || c.Leadership.ExecutiveSupport == false || c.Leadership.CommitmentDemonstrated == false)
            .Says("Backing from leaders is missing, from which doubt about the benefit and apathy may follow (project support: {leadership.projectSupport}; "
                + "executive support: {leadership.executiveSupport}; commitment shown for all partners: {leadership.commitmentDemonstrated}).")
            .RestsOn("D3-87", "D3-88", "D3-151")
            .Advise(Advice.ShowCommitment)
            .WithCaveat(Caveats.LeadershipContributes, SystemProjects,
                "The source says that apathy may follow; this finding does not say that it was seen.")
            .LeadsTo("BENEFIT-DOUBTED");

        Risk("BENEFIT-DOUBTED", LevelBasis.NamedInPassing)
            .Titled("Members doubt the benefit")
            .When(c => c.Alignment.BenefitRecognised == false)
            .Says("Those taking part do not accept that collaborating brings benefit.")
            .RestsOn("D1-20", "D3-88")
            .Advise(Advice.MakeJointCase)
            .Under("LEADERSHIP-SUPPORT-GAP", "NO-JOINT-RATIONALE");

        Risk("EXEC-COMMITMENT-ABSENT", LevelBasis.DerivedStep)
            .Titled("A partner's top management is not committed")
            .ForEach(c => c.Partners)
            .When((c, p) => p.ExecutiveCommitment == ExecutiveCommitment.None)
            .Says("The top management of {subject} is not committed to the collaboration.")
            .RestsOn("D3-152")
            .Advise(Advice.ShowCommitment)
            .WithCaveat(Caveats.LeadershipContributes, "One participant praises the open commitment of both partners; that its absence is a risk is derived.")
            .Under("LEADERSHIP-SUPPORT-GAP");

        Strength("LEADERSHIP-BACKED")
            .Titled("Leaders back the work at both levels")
            .When(c => c.Leadership.ProjectSupport == true && c.Leadership.ExecutiveSupport == true)
            .Says("Leaders back the work, in the project and at executive level.")
            .RestsOn("D3-87")
            .WithCaveat(Caveats.LeadershipContributes, SystemProjects);

        Strength("PLURAL-STRATEGIC-LEADERSHIP")
            .Titled("Many leaders show commitment")
            .When(c => c.Leadership.CommitmentDemonstrated == true && c.Leadership.Distributed == true)
            .Says("Leadership is spread over several people and shows that all partners are committed.")
            .RestsOn("D3-151")
            .WithCaveat(Caveats.LeadershipContributes);

        Strength("VISIBLE-EXEC-COMMITMENT")
            .Titled("Top management is openly committed everywhere")
            .When(c => c.Partners.Every(p => p.ExecutiveCommitment == ExecutiveCommitment.PublicVisible))
            .Says("The top management of every partner is committed, publicly and visibly.")
            .RestsOn("D3-152")
            .WithCaveat(Caveats.LeadershipContributes, "Rests on one participant's account of one case.");

        Strength("BENEFIT-ACCEPTED")
            .Titled("Members see the benefit")
            .When(c => c.Alignment.BenefitRecognised == true)
            .Says("Those taking part accept that collaborating brings benefit.")
            .RestsOn("D1-20")
            // D4-04, D4-05, D3-07, T33.
            .WithCaveat("A perception, not an outcome: evidence that collaborating improves results is thin.");
    }
}
